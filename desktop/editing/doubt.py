"""Shows where the network was unsure, and asks about the worst places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.jobs import engine_tasks

if TYPE_CHECKING:
    from desktop.jobs.engine_tasks import DoubtLayer
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.widgets.viewer.viewer import Viewer


class DoubtController(QObject):
    """Keeps the doubt that lies over the photo in step with its colors, while it is wanted."""

    def __init__(self, engine: EngineThread, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._engine, self._viewer = engine, viewer
        self._document: Document | None = None
        self._is_on = False
        self._job: Job[DoubtLayer] | None = None

    def set_document(self, document: Document | None) -> None:
        """Doubt another photo, or none; nothing is shown before :meth:`refresh`."""
        self._document = document
        self._forget()

    def set_on(self, *, on: bool) -> None:
        """Show doubt, or stop."""
        self._is_on = on
        self.refresh()

    def refresh(self) -> None:
        """Show the doubt about the colors as they are now."""
        encoding = self._document.encoding if self._document is not None else None
        if not self._is_on or encoding is None or encoding.distribution is None:
            self._forget()
        else:
            self._stop()
            self._job = self._engine.submit(engine_tasks.map_doubt(encoding), self._show)

    def _show(self, doubt: DoubtLayer) -> None:
        self._viewer.show_doubt(doubt.image, [(place.row, place.column) for place in doubt.places])

    def _forget(self) -> None:
        self._stop()
        self._viewer.show_doubt(None, ())

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
