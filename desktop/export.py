"""Saves the colored photo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop import engine_tasks
from desktop.coloring import Activity, Stage
from desktop.engine_tasks import FileChoices

if TYPE_CHECKING:
    from desktop.document import Document, Look
    from desktop.engine_tasks import Source
    from desktop.engine_thread import EngineThread, Task
    from engine.checkpoint import Model
    from engine.errors import EngineError


_DEFAULTS = FileChoices()


class ExportController(QObject):
    """Renders at full size and writes, one save after the other.

    Signals:
        activities_changed(): see :attr:`activities`.
        saved(path: Path, look: Look | None): the look that was saved; None for a comparison.
        rendered(picture: QImage): for the clipboard.
        failed(error: EngineError)
    """

    activities_changed = Signal()
    saved = Signal(object, object)
    rendered = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._jobs: dict[int, Look | None] = {}
        engine.finished.connect(self._on_finished)
        engine.cancelled.connect(self._on_ended)
        engine.crashed.connect(self._on_ended)
        engine.failed.connect(self._on_failed)

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What is under way, oldest first."""
        return tuple(Activity(job_id, Stage.SAVING) for job_id in self._jobs)

    def save(self, document: Document, path: Path, choices: FileChoices = _DEFAULTS) -> None:
        """Save a colored document as it is now; returns at once.

        Raises:
            ValueError: If the document is not colored yet.
        """
        if document.encoding is None:
            msg = "expected a colored document"
            raise ValueError(msg)
        task = engine_tasks.save(document.encoding, document.look, path, choices)
        self._submit(task, document.look)

    def save_unseen(
        self, model: Model, source: Source, path: Path, choices: FileChoices = _DEFAULTS
    ) -> None:
        """Read, color and save a photo that is not shown; returns at once."""
        self._submit(engine_tasks.save_unseen(model, source, path, choices), source.look)

    def save_comparison(
        self, document: Document, path: Path, choices: FileChoices = _DEFAULTS
    ) -> None:
        """Save before and after of a colored document side by side; returns at once."""
        assert document.encoding is not None
        task = engine_tasks.save_comparison(document.encoding, document.look, path, choices)
        self._submit(task, None)

    def render(self, document: Document) -> None:
        """Render a colored document at full size; :attr:`rendered` tells when."""
        assert document.encoding is not None
        self._submit(engine_tasks.render_picture(document.encoding, document.look), None)

    def keep_look(self, photo: Path, look: Look) -> None:
        """Keep a look beside its photo; returns at once."""
        self._submit(engine_tasks.keep_look(photo, look), look)

    def _submit(self, task: Task, look: Look | None) -> None:
        self._jobs[self._engine.submit(task)] = look
        self.activities_changed.emit()

    def cancel(self, job_id: int) -> None:
        """Stop a save, nothing half written is left; others' jobs are ignored."""
        if job_id in self._jobs:
            self._engine.cancel(job_id)

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        look = self._jobs.get(job_id)
        if self._on_ended(job_id):
            if isinstance(result, Path):
                self.saved.emit(result, look)
            else:
                self.rendered.emit(result)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: EngineError) -> None:
        if self._on_ended(job_id):
            self.failed.emit(error)

    @Slot(int)
    @Slot(int, object)
    def _on_ended(self, job_id: int, _outcome: object = None) -> bool:
        if job_id not in self._jobs:
            return False
        del self._jobs[job_id]
        self.activities_changed.emit()
        return True
