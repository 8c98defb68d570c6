"""Cooperative cancellation, free of any GUI toolkit."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Cancelled(Exception):  # noqa: N818 - an outcome, not an error
    """The caller asked for the work to stop. Not an ``EngineError``."""


class CancelToken:
    """A one-way flag: one thread raises it, the working thread checks it.

    Long operations call :meth:`check` between stages and between strips, so that a request is
    honored within one of them.
    """

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask for the work to stop. Safe from any thread, any number of times."""
        self._event.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether :meth:`cancel` was called."""
        return self._event.is_set()

    def check(self) -> None:
        """Raise :class:`Cancelled` if :meth:`cancel` was called."""
        if self.is_cancelled:
            raise Cancelled


_current: ContextVar[CancelToken | None] = ContextVar("_current", default=None)


@contextmanager
def cancelled_by(token: CancelToken | None) -> Iterator[None]:
    """Let a token stop all that is done in the block by this thread, however deep it is.

    For decoders, which call back from foreign code and so cannot be handed one.
    """
    before = _current.set(token)
    try:
        yield
    finally:
        _current.reset(before)


def check_cancelled() -> None:
    """Raise :class:`Cancelled` if the token of this thread's block was cancelled."""
    token = _current.get()
    if token is not None:
        token.check()
