"""Makes other plausible versions of the photo in the background, and adopts one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Slot

from desktop import engine_tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.coloring import ColoringController
    from desktop.document import Document, Look
    from desktop.engine_thread import EngineThread
    from desktop.history import History
    from desktop.widgets.candidate_strip import CandidateStrip

_COARSE, _FINE = 160, 400
"""Short sides in pixels: a network that sees less guesses by the whole, one that sees more by
the parts."""


class CandidateController(QObject):
    """While it is on, each change of the photo's colors is followed by other versions of it."""

    def __init__(
        self,
        engine: EngineThread,
        history: History,
        coloring: ColoringController,
        strip: CandidateStrip,
    ) -> None:
        super().__init__(strip)
        self._engine, self._history, self._coloring = engine, history, coloring
        self._strip = strip
        self._document: Document | None = None
        self._looks: dict[str, Look] = {}
        self._job: int | None = None
        strip.chosen.connect(self._adopt)
        engine.finished.connect(self._on_finished)

    def set_document(self, document: Document) -> None:
        """Make versions of another photo; the last one's go away."""
        self._document, self._job, self._looks = document, None, {}
        self._strip.show_candidates([])

    def set_on(self, *, on: bool) -> None:
        """Show versions, or stop."""
        self._strip.setVisible(on)
        self.refresh()

    def refresh(self) -> None:
        """Make the versions anew."""
        document, model = self._document, self._coloring.model
        if self._strip.isHidden() or document is None or model is None:
            return
        if document.encoding is not None:
            self._looks = self._versions(document.look, has_distribution=model.has_distribution)
            looks = tuple(self._looks.values())
            if self._job is not None:
                self._engine.cancel(self._job)
            self._job = self._engine.submit(
                engine_tasks.make_candidates(model, document.photo, looks)
            )

    def _versions(self, look: Look, *, has_distribution: bool) -> dict[str, Look]:
        versions = {
            self.tr("sees the whole"): replace(look, size=_COARSE),
            self.tr("sees details"): replace(look, size=_FINE),
        }
        if has_distribution:
            versions |= {
                self.tr("calm"): replace(look, vividness=0.5),
                self.tr("lively"): replace(look, vividness=2.5),
                self.tr("whole, lively"): replace(look, size=_COARSE, vividness=2.5),
                self.tr("details, lively"): replace(look, size=_FINE, vividness=2.5),
            }
        return versions

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        if job_id == self._job:
            self._job = None
            pictures = cast("tuple[QImage, ...]", result)
            self._strip.show_candidates(list(zip(self._looks, pictures, strict=True)))

    @Slot(int)
    def _adopt(self, index: int) -> None:
        look = list(self._looks.values())[index]
        if self._document is not None:  # hints may have changed since
            self._history.change(
                self.tr("another version"), replace(look, hints=self._document.look.hints)
            )
