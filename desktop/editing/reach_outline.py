"""Shows how far the hint that is chosen reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.jobs import engine_tasks
from desktop.state.recipes import coloring_of

if TYPE_CHECKING:
    from desktop.jobs.engine_tasks import Outline
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.widgets.viewer.viewer import Viewer


class ReachOutline(QObject):
    """Keeps a line over the photo in step with the chosen hint, its place and its reach."""

    def __init__(self, engine: EngineThread, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._engine, self._viewer = engine, viewer
        self._document: Document | None = None
        self._index = -1
        self._job: Job[Outline] | None = None

    def show(self, document: Document | None, index: int) -> None:
        """Draw the line of a hint of a photo; -1 for none."""
        self._document, self._index = document, index
        self.refresh()

    def refresh(self) -> None:
        """Draw the line anew: the photo has been seen, or a hint has changed."""
        if self._job is not None:
            self._job.cancel()
        document = self._document
        encoding = document.encoding if document is not None else None
        hints = coloring_of(document.recipe).hints if document is not None else ()
        if encoding is None or not 0 <= self._index < len(hints):
            self._viewer.hint_tool.show_outline(())
            return
        task = engine_tasks.outline_reach(encoding, hints, self._index)
        self._job = self._engine.submit(task, self._show)

    def _show(self, outline: Outline) -> None:
        self._viewer.hint_tool.show_outline(outline.lines)
