"""Shows where the network was unsure, and asks about the worst places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs import engine_tasks

if TYPE_CHECKING:
    from desktop.jobs.engine_thread import EngineThread
    from desktop.state.document import Document
    from desktop.widgets.viewer.viewer import Viewer
    from engine.errors import EngineError


class DoubtController(QObject):
    """Keeps the doubt that lies over the photo in step with its colors, while it is wanted.

    Signals:
        failed(error: EngineError)
    """

    failed = Signal(object)

    def __init__(self, engine: EngineThread, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._engine, self._viewer = engine, viewer
        self._document: Document | None = None
        self._is_on = False
        self._job: int | None = None
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)

    def set_document(self, document: Document | None) -> None:
        """Doubt another photo, or none; nothing is shown before :meth:`refresh`."""
        self._document, self._job = document, None
        self._viewer.show_doubt(None, ())

    def set_on(self, *, on: bool) -> None:
        """Show doubt, or stop."""
        self._is_on = on
        self.refresh()

    def refresh(self) -> None:
        """Show the doubt about the colors as they are now."""
        encoding = self._document.encoding if self._document is not None else None
        if not self._is_on or encoding is None or encoding.distribution is None:
            self._job = None
            self._viewer.show_doubt(None, ())
        else:
            self._job = self._engine.submit(engine_tasks.map_doubt(encoding))

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        if job_id == self._job:
            assert isinstance(result, engine_tasks.DoubtLayer)
            places = [(place.row, place.column) for place in result.places]
            self._viewer.show_doubt(result.image, places)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: EngineError) -> None:
        if job_id == self._job:
            self._job = None
            self.failed.emit(error)
