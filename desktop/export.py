"""Saves the colored photo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop import engine_tasks

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.engine_thread import EngineThread


class ExportController(QObject):
    """Renders at full size and writes, one save at a time, in the order asked for.

    Signals:
        saving_changed(job_id: int): the newest save under way; 0 when there is none.
        saved(path: Path)
    """

    saving_changed = Signal(int)
    saved = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._jobs: list[int] = []
        engine.finished.connect(self._on_finished)
        engine.cancelled.connect(self._on_ended)
        engine.failed.connect(self._on_ended)
        engine.crashed.connect(self._on_ended)

    def save(self, document: Document, path: Path) -> None:
        """Save a colored document as it is now; returns at once.

        Raises:
            ValueError: If the document is not colored yet.
        """
        if document.encoding is None:
            msg = "expected a colored document"
            raise ValueError(msg)
        task = engine_tasks.save(document.encoding, document.settings, path)
        self._jobs.append(self._engine.submit(task))
        self.saving_changed.emit(self._jobs[-1])

    def cancel(self) -> None:
        """Stop every save under way; nothing half written is left."""
        for job_id in self._jobs:
            self._engine.cancel(job_id)

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        if job_id in self._jobs:
            self._on_ended(job_id)
            assert isinstance(result, Path)
            self.saved.emit(result)

    @Slot(int)
    @Slot(int, object)
    def _on_ended(self, job_id: int, _outcome: object = None) -> None:
        if job_id in self._jobs:
            self._jobs.remove(job_id)
            self.saving_changed.emit(self._jobs[-1] if self._jobs else 0)
