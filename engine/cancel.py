"""Cooperative cancellation, free of any GUI toolkit."""

from __future__ import annotations

import threading


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
