"""Makes other plausible versions of the photo in the background, and adopts one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop.jobs import engine_tasks
from desktop.state.recipes import coloring_of, with_coloring
from desktop.texts.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

    from desktop.editing.coloring import ColoringController
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.state.history import History
    from desktop.widgets.candidate_strip import CandidateStrip
    from engine.checkpoints.catalog import Entry
    from engine.checkpoints.checkpoint import Model
    from engine.recipe.recipe import Recipe

_COARSE, _FINE = 160, 400
"""Short sides in pixels: a network that sees less guesses by the whole, one that sees more by
the parts."""
_ANOTHER_MODEL = QT_TRANSLATE_NOOP("Steps", "another model")
_ANOTHER_VERSION = QT_TRANSLATE_NOOP("Steps", "another variation")


class CandidateController(QObject):
    """While it is on, each change of the photo's colors is followed by other versions of it."""

    def __init__(
        self,
        models: Sequence[Entry],
        engine: EngineThread,
        history: History,
        coloring: ColoringController,
        strip: CandidateStrip,
    ) -> None:
        super().__init__(strip)
        self._models = [entry.name for entry in models if not entry.earlier]
        self._engine, self._history, self._coloring = engine, history, coloring
        self._strip = strip
        self._document: Document | None = None
        self._is_on = False
        self._versions_shown: dict[str, Recipe] = {}
        """Those that are shown."""
        self._job: Job[tuple[QImage, ...]] | None = None
        self._soon = QTimer(self)  # a timer of its own ends with it
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._make)
        strip.chosen.connect(self._adopt)

    def set_document(self, document: Document | None) -> None:
        """Make versions of another photo, or none; the last one's go away."""
        self._stop()
        self._document, self._versions_shown = document, {}
        self._strip.show_candidates([])
        self._strip.setVisible(self._is_on and document is not None)

    def set_on(self, *, on: bool) -> None:
        """Show versions, or stop."""
        self._is_on = on
        self._strip.setVisible(on and self._document is not None)
        self._stop()
        self.refresh()

    def refresh(self) -> None:
        """Make the versions anew, once the photo's own colors are up to date."""
        self._stop()
        self._soon.start()  # a hint that is dragged comes first

    @Slot()
    def _make(self) -> None:
        document, model = self._document, self._coloring.model
        if self._strip.isHidden() or document is None or model is None:
            return
        if document.recipe.coloring is None:  # there is one version of its own colors
            return
        if document.is_up_to_date and not self._is_making and not self._coloring.activities:
            wanted = self._versions(document.recipe, model)
            recipes = tuple(wanted.values())
            task = engine_tasks.make_candidates(self._coloring.models, document.photo, recipes)
            done = partial(self._on_made, wanted)
            self._job = self._engine.submit(task, done, ended=self._show_whether_it_waits)
            self._show_whether_it_waits()

    @property
    def _is_making(self) -> bool:
        return self._job is not None and not self._job.has_ended

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _versions(self, recipe: Recipe, model: Model) -> dict[str, Recipe]:
        versions = {
            QT_TRANSLATE_NOOP("Versions", "standard"): with_coloring(
                recipe, size=None, vividness=1.0
            ),
            QT_TRANSLATE_NOOP("Versions", "smooth"): with_coloring(recipe, size=_COARSE),
            QT_TRANSLATE_NOOP("Versions", "detailed"): with_coloring(recipe, size=_FINE),
        }
        if model.has_distribution:
            versions |= {
                QT_TRANSLATE_NOOP("Versions", "muted"): with_coloring(recipe, vividness=0.5),
                QT_TRANSLATE_NOOP("Versions", "vivid"): with_coloring(recipe, vividness=2.5),
                QT_TRANSLATE_NOOP("Versions", "smooth and vivid"): with_coloring(
                    recipe, size=_COARSE, vividness=2.5
                ),
            }
        chosen = self._coloring.models[0].name
        versions |= {  # these are called as in the list of models
            name: with_coloring(recipe, model="" if name == chosen else name)
            for name in self._models
            if name != model.name
        }
        recipes = list(versions.values())
        return {  # what the photo is now stands above the strip
            name: version
            for index, (name, version) in enumerate(versions.items())
            if version not in (recipe, *recipes[:index])
        }

    def _on_made(self, versions: dict[str, Recipe], pictures: tuple[QImage, ...]) -> None:
        self._versions_shown = versions
        self._strip.show_candidates(list(zip(versions, pictures, strict=True)))

    def _show_whether_it_waits(self) -> None:
        self._strip.set_waiting(is_on=self._is_making)

    @Slot(int)
    def _adopt(self, index: int) -> None:
        version = coloring_of(list(self._versions_shown.values())[index])
        if self._document is not None:  # sliders and hints may have changed since
            now = self._document.recipe
            is_other = version.model != coloring_of(now).model
            recipe = with_coloring(
                now, model=version.model, size=version.size, vividness=version.vividness
            )
            self._history.change(_ANOTHER_MODEL if is_other else _ANOTHER_VERSION, recipe)
