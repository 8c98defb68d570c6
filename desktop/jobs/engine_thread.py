"""The one thread that runs engine code."""

from __future__ import annotations

import itertools
import threading
from collections import deque
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from engine.cancel import Cancelled, CancelToken
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Task = Callable[[CancelToken, Callable[[float], None]], object]


@dataclass
class _Job:
    id: int
    task: Task
    is_preview: bool
    token: CancelToken = field(default_factory=CancelToken)


class EngineThread(QObject):
    """Runs tasks one at a time and reports each outcome on the GUI thread.

    A task is ``task(token, report)``: it calls ``token.check()`` between steps and
    ``report(fraction)`` with its progress. Previews replace one another, so only the newest is
    ever run; jobs keep their order and yield to a waiting preview, before they start and each
    time they report. Jobs that can wait keep an order of their own, and each of them starts only
    when no other job waits.

    Every job ends in exactly one of ``finished``, ``cancelled``, ``failed`` and ``crashed``.

    Signals:
        progressed(job_id: int, fraction: float)
        finished(job_id: int, result: object)
        cancelled(job_id: int)
        failed(job_id: int, error: EngineError): the user can act on it.
        crashed(job_id: int, error: Exception): a bug; goes to the crash handler.
    """

    progressed = Signal(int, float)
    finished = Signal(int, object)
    cancelled = Signal(int)
    failed = Signal(int, object)
    crashed = Signal(int, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._tokens: dict[int, CancelToken] = {}
        """Of all jobs that have not ended."""
        self._wake = threading.Condition()
        self._jobs: deque[_Job] = deque()
        self._patient: deque[_Job] = deque()
        self._preview: _Job | None = None
        self._running: _Job | None = None
        self._closing = False
        self._thread = threading.Thread(target=self._run, name="engine")
        self._thread.start()

    def submit(self, task: Task, *, can_wait: bool = False) -> int:
        """Queue a job; jobs run in the order submitted, those that can wait after all others."""
        return self.submit_all([task], can_wait=can_wait)[0]

    def submit_all(self, tasks: Iterable[Task], *, can_wait: bool = False) -> list[int]:
        """Queue many jobs at once; as :meth:`submit`."""
        jobs = [_Job(next(self._ids), task, is_preview=False) for task in tasks]
        with self._wake:
            self._tokens.update((job.id, job.token) for job in jobs)
            (self._patient if can_wait else self._jobs).extend(jobs)
            self._wake.notify()
        return [job.id for job in jobs]

    def submit_preview(self, task: Task) -> int:
        """Queue a preview, cancelling the one that waits or runs."""
        job = _Job(next(self._ids), task, is_preview=True)
        with self._wake:
            self._tokens[job.id] = job.token
            if self._running is not None and self._running.is_preview:
                self._running.token.cancel()
            if self._preview is not None:
                self._preview.token.cancel()
                self._jobs.appendleft(self._preview)  # ends as cancelled when its turn comes
            self._preview = job
            self._wake.notify()
        return job.id

    def cancel(self, job_id: int) -> None:
        """Stop a job, waiting or running. Unknown ids are ignored: it may just have ended."""
        with self._wake:
            token = self._tokens.get(job_id)
        if token is not None:
            token.cancel()

    def close(self) -> None:
        """Cancel everything and wait for the thread. The GUI calls this once, on exit."""
        with self._wake:
            self._closing = True
            for token in self._tokens.values():
                token.cancel()
            self._wake.notify()
        self._thread.join()

    def _run(self) -> None:
        while (job := self._next_job()) is not None:
            self._execute(job)

    def _execute(self, job: _Job) -> None:
        try:
            job.token.check()
            result = job.task(job.token, partial(self._report, job))
        except Cancelled:
            self.cancelled.emit(job.id)
        except EngineError as error:
            self.failed.emit(job.id, error)
        except Exception as error:  # noqa: BLE001 - a thread's last line of defence
            self.crashed.emit(job.id, error)
        else:
            self.finished.emit(job.id, result)
        finally:
            with self._wake:
                del self._tokens[job.id]

    def _report(self, job: _Job, fraction: float) -> None:
        self.progressed.emit(job.id, fraction)
        if not job.is_preview:
            with self._wake:
                preview, self._preview = self._preview, None
            if preview is not None:
                self._execute(preview)

    def _next_job(self) -> _Job | None:
        with self._wake:
            self._running = None
            self._wake.wait_for(
                lambda: self._closing or self._preview or self._jobs or self._patient
            )
            if self._preview is not None:
                self._running, self._preview = self._preview, None
            elif waiting := self._jobs or self._patient:
                self._running = waiting.popleft()
            return self._running
