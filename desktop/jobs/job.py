"""A task that the engine was given, and what is told about it on the GUI thread."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

import shiboken6
from PySide6.QtCore import QObject

from engine.cancel import CancelToken

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.errors import EngineError

T = TypeVar("T")
Task: TypeAlias = "Callable[[CancelToken, Callable[[float], None]], T]"
"""``task(token, report)`` calls ``token.check()`` between steps and ``report(fraction)``."""


@dataclass(frozen=True)
class Callbacks(Generic[T]):
    """What is called on the GUI thread, see :meth:`EngineThread.submit`."""

    failed: Callable[[EngineError], object]
    done: Callable[[T], object] | None = None
    ended: Callable[[], object] | None = None
    progressed: Callable[[float], object] | None = None


class Job(Generic[T]):
    """What became of one task; made by the engine thread, held by whoever asked."""

    def __init__(self, number: int, task: Task[T], callbacks: Callbacks[T]) -> None:
        self.number = number
        """In the order in which jobs were submitted."""
        self._task: Task[T] | None = task
        self._token = CancelToken()
        self.has_ended = False
        """Whether its outcome has been told, or is being told; for the GUI thread."""
        self._callbacks: Callbacks[T] | None = callbacks
        self._is_unwanted = False

    def cancel(self) -> None:
        """Stop it, waiting or running; nothing but ``ended`` is called any more.

        Nor is anything else if its outcome is already on the way.
        """
        self._is_unwanted = True
        self._token.cancel()

    def stop(self) -> None:
        """Stop it, but be told if that came too late: what was written is there."""
        self._token.cancel()

    def run(self, report: Callable[[float], None]) -> T:
        """Do the task, for the engine thread; what it captured is let go of.

        Raises:
            Cancelled: If it was to be stopped.
            EngineError: What it raised.
        """
        task, self._task = self._task, None
        assert task is not None, "a job runs once"
        self._token.check()
        return task(self._token, report)

    def tell_progress(self, fraction: float) -> None:
        """Call ``progressed``; for the GUI thread."""
        if self._callbacks is not None and not self._is_unwanted:
            call(self._callbacks.progressed, fraction)

    def tell_done(self, result: T) -> None:
        """Call ``done``, then ``ended``; for the GUI thread."""
        self._tell(lambda callbacks: call(callbacks.done, result))

    def tell_failed(self, error: EngineError) -> None:
        """Call ``failed``, then ``ended``; for the GUI thread."""
        self._tell(lambda callbacks: call(callbacks.failed, error))

    def tell_cancelled(self) -> None:
        """Call ``ended``; for the GUI thread."""
        self._tell(lambda _callbacks: None)

    def forget(self) -> None:
        """Call nothing any more, and hold nobody who would have been called."""
        self._callbacks = None

    def _tell(self, outcome: Callable[[Callbacks[T]], None]) -> None:
        # kept, they would close a circle that Python may clear on the engine's thread
        callbacks, self._callbacks = self._callbacks, None
        self.has_ended = True
        if callbacks is None:
            return
        try:
            if not self._is_unwanted:
                outcome(callbacks)
        finally:
            call(callbacks.ended)


def call(callback: Callable[..., object] | None, *arguments: object) -> None:
    """Call a method, or a partial of one, unless the QObject it belongs to has been deleted."""
    method = callback
    while isinstance(method, partial):
        method = method.func
    owner = getattr(method, "__self__", None)
    if callback is not None and not (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
        callback(*arguments)
