"""Photos that are looked through in the background, one job each."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import TypeAlias

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job, Task

    Work: TypeAlias = tuple[Task[Any], Callable[[Any], object]]
    """A task, and what is called with its result."""


class OneByOne(QObject):
    """Gives the engine one job after another, so that whatever is more urgent passes them.

    What fails is left out: that a photo cannot be read is told by its thumbnail.

    Signals:
        progressed(done: int, total: int): of those since it last had nothing to do.
        finished(): there is nothing left to do.
    """

    progressed = Signal(int, int)
    finished = Signal()

    def __init__(self, engine: EngineThread, parent: QObject) -> None:
        super().__init__(parent)
        self._engine = engine
        self._left: deque[Callable[[], Work | None]] = deque()
        self._job: Job[Any] | None = None
        self._total, self._run = 0, 0

    def add(self, makers: Iterable[Callable[[], Work | None]]) -> None:
        """Do more: each returns its work when its turn comes, or None if there is none by then."""
        before = len(self._left)
        self._left.extend(makers)
        self._total += len(self._left) - before
        if self._job is None:
            self._next()

    def stop(self) -> None:
        """Do no more, and say nothing."""
        self._left.clear()
        self._total = 0
        self._run += 1
        if self._job is not None:
            job, self._job = self._job, None
            job.cancel()

    def _next(self) -> None:
        while True:
            self.progressed.emit(self._total - len(self._left), self._total)
            if not self._left:
                self._total = 0
                self.finished.emit()
                return
            work = self._left.popleft()()
            if work is not None:
                break
        task, done = work
        ended = partial(self._on_ended, self._run)
        self._job = self._engine.submit(task, done, failed=_leave_out, ended=ended, can_wait=True)

    def _on_ended(self, run: int) -> None:
        if run == self._run:
            self._job = None
            self._next()


def _leave_out(_error: object) -> None:
    pass
