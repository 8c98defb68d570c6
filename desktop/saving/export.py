"""Saves the colored photo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.editing.coloring import Activity, Stage
from desktop.jobs import engine_tasks
from desktop.saving import save_tasks
from desktop.saving.save_tasks import FileChoices
from desktop.state.document import folded
from engine.errors import EngineError
from engine.recipe.sidecar import sidecar_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.jobs.engine_thread import EngineThread, Task
    from desktop.saving.save_tasks import Subject
    from desktop.state.document import Look


_DEFAULTS = FileChoices()


@dataclass(frozen=True)
class _Job:
    path: Path | None = None
    look: Look | None = None
    is_for_drag: bool = False
    is_one_of_all: bool = False
    is_stopped: bool = False


class ExportController(QObject):
    """Renders at full size and writes, one save after the other.

    Signals:
        activities_changed(): see :attr:`activity` and :attr:`left`.
        saved(path: Path, look: Look | None, promised: Path): the look that was saved, None for a
            comparison; the path is another than was promised if that was taken meanwhile.
        prepared(path: Path): a file to drag.
        rendered(picture: QImage): for the clipboard.
        dropped(path: Path | None, error: EngineError | None): nothing was written; None if the user
            stopped it.
        failed(error: EngineError)
    """

    activities_changed = Signal()
    saved = Signal(object, object, object)
    prepared = Signal(object)
    rendered = Signal(object)
    dropped = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._jobs: dict[int, _Job] = {}
        engine.finished.connect(self._on_finished)
        engine.cancelled.connect(self._on_ended)
        engine.crashed.connect(self._on_crashed)
        engine.failed.connect(self._on_failed)

    @property
    def activity(self) -> Activity | None:
        """What will be done first: the oldest, if it need not let others pass."""
        jobs = self._jobs.items()
        first = next((entry for entry in jobs if not entry[1].is_one_of_all), None)
        first = first or next(iter(jobs), None)
        if first is None:
            return None
        job_id, job = first
        stage = Stage.STOPPING if job.is_stopped else Stage.SAVING
        return Activity(job_id, stage, can_wait=job.is_one_of_all)

    @property
    def left(self) -> int:
        """How much is under way."""
        return len(self._jobs)

    @property
    def promised(self) -> set[str]:
        """Names that what is under way will have, see :func:`desktop.state.document.folded`."""
        return {folded(job.path) for job in self._jobs.values() if job.path is not None}

    def save(self, subject: Subject, path: Path, choices: FileChoices = _DEFAULTS) -> None:
        """Save a colored photo; returns at once."""
        self._submit(save_tasks.save(subject, path, choices), _Job(path, subject.look))

    def save_all(self, saves: Iterable[tuple[Subject, Path]], choices: FileChoices) -> None:
        """Save colored photos, which are stopped together; returns at once."""
        saves = tuple(saves)
        tasks = [save_tasks.save(subject, path, choices) for subject, path in saves]
        # whoever looks at a photo meanwhile need not wait for all of them
        ids = self._engine.submit_all(tasks, can_wait=True)
        jobs = (_Job(path, subject.look, is_one_of_all=True) for subject, path in saves)
        self._jobs.update(zip(ids, jobs, strict=True))
        self.activities_changed.emit()

    def prepare(self, subject: Subject, path: Path, choices: FileChoices) -> None:
        """Write a colored photo that is not meant to stay; :attr:`prepared` tells when.

        Its folder is made for it.
        """
        self._submit(save_tasks.save_apart(subject, path, choices), _Job(path, is_for_drag=True))

    def stop_preparing(self, path: Path) -> None:
        """Stop writing a file that is not meant to stay: nobody wants it any more."""
        for job_id, job in self._jobs.copy().items():
            if job.is_for_drag and job.path == path:
                self.cancel(job_id)

    def save_comparison(
        self, subject: Subject, path: Path, choices: FileChoices = _DEFAULTS
    ) -> None:
        """Save before and after side by side; returns at once."""
        self._submit(save_tasks.save_comparison(subject, path, choices), _Job(path))

    def render(self, subject: Subject) -> None:
        """Render a colored photo at full size; :attr:`rendered` tells when."""
        self._submit(save_tasks.render_picture(subject), _Job())

    def keep_look(self, photo: Path, look: Look) -> None:
        """Keep a look beside its photo; returns at once."""
        self._submit(engine_tasks.keep_look(photo, look), _Job(sidecar_path(photo), look))

    def _submit(self, task: Task, job: _Job) -> None:
        self._jobs[self._engine.submit(task)] = job
        self.activities_changed.emit()

    def cancel(self, job_id: int) -> None:
        """Stop a save, nothing half written is left; others' jobs are ignored.

        One of all stops all that are left.
        """
        asked = self._jobs.get(job_id)
        if asked is None:
            return
        for other, job in self._jobs.items():
            if other == job_id or (asked.is_one_of_all and job.is_one_of_all):
                self._jobs[other] = replace(job, is_stopped=True)
                self._engine.cancel(other)
        self.activities_changed.emit()

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        job = self._take(job_id)
        if job is None:
            return
        if job.is_for_drag:
            self.prepared.emit(result)
        elif isinstance(result, Path):
            self.saved.emit(result, job.look, job.path)
        else:
            self.rendered.emit(result)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: EngineError) -> None:
        job = self._take(job_id)
        if job is not None:
            self.failed.emit(error)
            self.dropped.emit(job.path, error)  # who sums up has the last word

    @Slot(int, object)
    def _on_crashed(self, job_id: int, _error: Exception) -> None:
        job = self._take(job_id)
        if job is not None:
            self.dropped.emit(job.path, EngineError())

    @Slot(int)
    def _on_ended(self, job_id: int) -> None:
        job = self._take(job_id)
        if job is not None:
            self.dropped.emit(job.path, None)

    def _take(self, job_id: int) -> _Job | None:
        job = self._jobs.pop(job_id, None)
        if job is not None:
            self.activities_changed.emit()
        return job
