"""Saves the colored photo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.editing.coloring import Activity, Phase
from desktop.jobs import engine_tasks
from desktop.saving import save_tasks
from desktop.saving.save_tasks import FileChoices
from desktop.state.document import folded
from engine.recipe.sidecar import Result, sidecar_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job, Task
    from desktop.saving.save_tasks import Subject
    from engine.errors import EngineError
    from engine.recipe.sidecar import Kept

T = TypeVar("T")

_DEFAULTS = FileChoices()


@dataclass(eq=False)
class _Save:
    """What a job is for."""

    path: Path | None = None
    kept: Kept | None = None
    is_for_drag: bool = False
    is_one_of_all: bool = False
    is_stopped: bool = False


@dataclass
class _Share:
    """How many of all photos have been dealt with."""

    done: int = 0
    total: int = 0


class ExportController(QObject):
    """Renders at full size and writes, one save after the other.

    Signals:
        activities_changed(): see :attr:`activity` and :attr:`left`.
        progressed(job: Job, fraction: float): of an activity.
        saved(path: Path, kept: Kept | None, promised: Path): the recipe that was saved, with what
            it was saved as, None for a comparison; the path is another than was promised if that
            was taken meanwhile.
        prepared(path: Path): a file to drag.
        rendered(picture: QImage): for the clipboard.
        dropped(path: Path | None, error: EngineError | None): nothing was written; None if the user
            stopped it.
        failed(error: EngineError)
    """

    activities_changed = Signal()
    progressed = Signal(object, float)
    saved = Signal(object, object, object)
    prepared = Signal(object)
    rendered = Signal(object)
    dropped = Signal(object, object)
    failed = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._jobs: dict[_Save, Job[Any]] = {}
        self._of_all = _Share()

    @property
    def activity(self) -> Activity | None:
        """What will be done first: the oldest, if it need not let others pass."""
        jobs = self._jobs.items()
        first = next((entry for entry in jobs if not entry[0].is_one_of_all), None)
        first = first or next(iter(jobs), None)
        if first is None:
            return None
        save, job = first
        stage = Phase.STOPPING if save.is_stopped else Phase.SAVING
        return Activity(job, stage, can_wait=save.is_one_of_all)

    @property
    def left(self) -> int:
        """How much is under way."""
        return len(self._jobs)

    @property
    def place_of_all(self) -> tuple[int, int]:
        """The number of the photo in hand among all that are saved together, and their count."""
        return min(self._of_all.done + 1, self._of_all.total), self._of_all.total

    def share_of_all(self, fraction: float = 0.0) -> float:
        """Return how much of saving all photos is done, 0 to 1.

        Args:
            fraction: How much of the photo in hand is done.
        """
        return min(1.0, (self._of_all.done + fraction) / max(1, self._of_all.total))

    @property
    def promised(self) -> set[str]:
        """Names that what is under way will have, see :func:`desktop.state.document.folded`."""
        return {folded(save.path) for save in self._jobs if save.path is not None}

    def save(self, subject: Subject, path: Path, choices: FileChoices = _DEFAULTS) -> None:
        """Save a colored photo; returns at once."""
        self._write(save_tasks.save(subject, path, choices), _Save(path, subject.kept))

    def save_all(self, saves: Iterable[tuple[Subject, Path]], choices: FileChoices) -> None:
        """Save colored photos, which are stopped together; returns at once."""
        if not any(save.is_one_of_all for save in self._jobs):
            self._of_all = _Share()
        for subject, path in saves:
            self._of_all.total += 1
            save = _Save(path, subject.kept, is_one_of_all=True)
            self._submit(save_tasks.save(subject, path, choices), save, self._on_written)
        self.activities_changed.emit()

    def prepare(self, subject: Subject, path: Path, choices: FileChoices) -> None:
        """Write a colored photo that is not meant to stay; :attr:`prepared` tells when.

        Its folder is made for it.
        """
        self._write(save_tasks.save_apart(subject, path, choices), _Save(path, is_for_drag=True))

    def stop_preparing(self, path: Path) -> None:
        """Stop writing a file that is not meant to stay: nobody wants it any more."""
        for save, job in self._jobs.copy().items():
            if save.is_for_drag and save.path == path:
                self.cancel(job)

    def save_comparison(
        self, subject: Subject, path: Path, choices: FileChoices = _DEFAULTS
    ) -> None:
        """Save before and after side by side; returns at once."""
        self._write(save_tasks.save_comparison(subject, path, choices), _Save(path))

    def render(self, subject: Subject) -> None:
        """Render a colored photo at full size; :attr:`rendered` tells when."""
        self._submit(save_tasks.render_picture(subject), _Save(), self._on_rendered)
        self.activities_changed.emit()

    def keep(self, photo: Path, kept: Kept) -> None:
        """Keep a recipe beside its photo; returns at once."""
        self._write(engine_tasks.keep(photo, kept), _Save(sidecar_path(photo), kept))

    def cancel(self, job: Job[Any]) -> None:
        """Stop a save, nothing half written is left; others' jobs are ignored.

        One of all stops all that are left.
        """
        asked = next((save for save, other in self._jobs.items() if other is job), None)
        if asked is None:
            return
        for save, other in self._jobs.items():
            if save is asked or (asked.is_one_of_all and save.is_one_of_all):
                save.is_stopped = True
                other.stop()  # if that comes too late, the file is there, and that is told
        self.activities_changed.emit()

    def _write(self, task: Task[Path | Result], save: _Save) -> None:
        self._submit(task, save, self._on_written)
        self.activities_changed.emit()

    def _submit(self, task: Task[T], save: _Save, done: Callable[[_Save, T], object]) -> None:
        self._jobs[save] = self._engine.submit(
            task,
            partial(done, save),
            failed=partial(self._on_failed, save),
            ended=partial(self._on_ended, save),
            progressed=partial(self._on_progressed, save),
            can_wait=save.is_one_of_all,  # whoever looks at a photo need not wait for all others
        )

    def _on_progressed(self, save: _Save, fraction: float) -> None:
        self.progressed.emit(self._jobs[save], fraction)

    def _on_written(self, save: _Save, written: Path | Result) -> None:
        self._take(save)
        path, kept = written, save.kept
        if isinstance(written, Result):
            path, kept = written.path, None if kept is None else replace(kept, result=written)
        if save.is_for_drag:
            self.prepared.emit(path)
        else:
            self.saved.emit(path, kept, save.path)

    def _on_rendered(self, save: _Save, picture: QImage) -> None:
        self._take(save)
        self.rendered.emit(picture)

    def _on_failed(self, save: _Save, error: EngineError) -> None:
        self._take(save)
        self.failed.emit(error)
        self.dropped.emit(save.path, error)  # who sums up has the last word

    def _on_ended(self, save: _Save) -> None:
        if save in self._jobs:  # neither written nor failed, so it was stopped
            self._take(save)
            self.dropped.emit(save.path, None)

    def _take(self, save: _Save) -> None:
        del self._jobs[save]
        self._of_all.done += save.is_one_of_all
        self.activities_changed.emit()
