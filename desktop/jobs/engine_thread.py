"""The one thread that runs engine code."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desktop.jobs.job import Callbacks, Job
from engine.cancel import Cancelled
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.job import Task

T = TypeVar("T")


class BugError(EngineError):
    """A bug in a task, which has been reported as one: whoever waits for the task need not."""


class EngineThread(QObject):
    """Runs tasks one at a time and tells each outcome on the GUI thread.

    A task is ``task(token, report)``: it calls ``token.check()`` between steps and
    ``report(fraction)`` with its progress. Previews replace one another, so only the newest is
    ever run; jobs keep their order and yield to a waiting preview, before they start and each
    time they report. Jobs that can wait keep an order of their own, and each of them starts only
    when no other job waits.

    Of every job exactly one outcome is told: it is done, it failed or it was cancelled.

    Signals:
        failed(error: EngineError): of a job whose owner does not listen to failures.
        crashed(error: Exception): a bug in any job; goes to the crash handler.
    """

    failed = Signal(object)
    crashed = Signal(object)
    _progressed = Signal(object, float)
    _ended = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._untold: set[Job[Any]] = set()
        """All jobs whose outcome has not been told; for the GUI thread."""
        self._wake = threading.Condition()
        self._jobs: deque[Job[Any]] = deque()
        self._patient: deque[Job[Any]] = deque()
        self._preview: Job[Any] | None = None
        self._running_preview: Job[Any] | None = None
        """By itself, or in between, while a job reports."""
        self._closing = False
        queued = Qt.ConnectionType.QueuedConnection
        self._progressed.connect(self._tell_progress, queued)
        self._ended.connect(self._tell, queued)
        self._thread = threading.Thread(target=self._run, name="engine")
        self._thread.start()

    @property
    def is_idle(self) -> bool:
        """Whether all outcomes have been told; for the GUI thread."""
        return not self._untold

    def submit(
        self,
        task: Task[T],
        done: Callable[[T], object] | None = None,
        *,
        failed: Callable[[EngineError], object] | None = None,
        ended: Callable[[], object] | None = None,
        progressed: Callable[[float], object] | None = None,
        can_wait: bool = False,
    ) -> Job[T]:
        """Queue a job; jobs run in the order submitted, those that can wait after all others.

        Args:
            task: Runs on the engine thread.
            done: Called with its result.
            failed: Called with what went wrong, a :class:`BugError` if that was a bug. By default
                the signal :attr:`failed` says it, so that no error is told to nobody.
            ended: Called last, whatever the outcome.
            progressed: Called with the share done, 0 to 1.
            can_wait: Whether all others pass it.

        All are called on the GUI thread, and none whose QObject is gone by then.
        """
        job = self._job(task, Callbacks(failed or self.failed.emit, done, ended, progressed))
        with self._wake:
            (self._patient if can_wait else self._jobs).append(job)
            self._wake.notify()
        return job

    def submit_preview(
        self,
        task: Task[T],
        done: Callable[[T], object] | None = None,
        *,
        failed: Callable[[EngineError], object] | None = None,
        ended: Callable[[], object] | None = None,
    ) -> Job[T]:
        """Queue a preview, cancelling the one that waits or runs; otherwise as :meth:`submit`."""
        job = self._job(task, Callbacks(failed or self.failed.emit, done, ended))
        with self._wake:
            waiting, self._preview = self._preview, job
            if self._running_preview is not None:
                self._running_preview.stop()
            self._wake.notify()
        if waiting is not None:
            self._ended.emit(waiting, waiting.tell_cancelled)
        return job

    def close(self) -> None:
        """Cancel everything and wait for the thread; no outcome is told any more.

        The GUI calls this once, on exit.
        """
        with self._wake:
            self._closing = True
            for job in self._untold:
                job.stop()
            self._wake.notify()
        self._thread.join()
        for job in self._untold:
            job.forget()

    def _job(self, task: Task[T], callbacks: Callbacks[T]) -> Job[T]:
        job = Job(next(self._numbers), task, callbacks)
        self._untold.add(job)
        return job

    def _run(self) -> None:
        while self._wait():
            if not self._run_preview():
                job = (self._jobs or self._patient).popleft()
                self._execute(job, partial(self._report, job))

    def _wait(self) -> bool:
        """Wait for something to do; return whether there is anything, before the end."""
        with self._wake:
            self._wake.wait_for(lambda: self._closing or self._has_work)
            return self._has_work

    @property
    def _has_work(self) -> bool:
        return bool(self._preview or self._jobs or self._patient)

    def _report(self, job: Job[Any], fraction: float) -> None:
        self._progressed.emit(job, fraction)
        self._run_preview()

    def _run_preview(self) -> bool:
        """Run the preview that waits, which a newer one can cancel; return whether one did."""
        with self._wake:
            preview, self._preview = self._preview, None
            self._running_preview = preview
        if preview is None:
            return False
        self._execute(preview, partial(self._progressed.emit, preview))
        with self._wake:
            self._running_preview = None
        return True

    def _execute(self, job: Job[Any], report: Callable[[float], None]) -> None:
        """Run a job, and have its outcome told."""
        try:
            tell = partial(job.tell_done, job.run(report))
        except Cancelled:
            tell = partial(job.tell_cancelled)
        except EngineError as error:
            tell = partial(job.tell_failed, error)
        except Exception as error:  # noqa: BLE001 - a thread's last line of defence
            tell = partial(self._tell_crash, job, error)
        self._ended.emit(job, tell)

    @Slot(object, float)
    def _tell_progress(self, job: Job[Any], fraction: float) -> None:
        job.tell_progress(fraction)

    @Slot(object, object)
    def _tell(self, job: Job[Any], tell: Callable[[], None]) -> None:
        self._untold.discard(job)
        tell()

    def _tell_crash(self, job: Job[Any], error: Exception) -> None:
        job.tell_failed(BugError())
        self.crashed.emit(error)
