"""What ends a command from outside: its terminal is closed, its user logs out, the system stops.

Python would be ended on the spot, and what it was writing would lie beside the user's photos.
"""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

ENDINGS: tuple[int, ...] = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)
)
"""Signals that ask a process to end and can be answered."""


class Ended(BaseException):
    """The process was asked to end; no error, so nothing that handles errors holds it up."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.exit_code = exit_code_of(number)


def exit_code_of(number: int) -> int:
    """Return the exit code by which shells know a signal."""
    return 128 + number


@contextmanager
def answered(numbers: Iterable[int], answer: Callable[[int], None]) -> Iterator[None]:
    """Call ``answer`` with the number of each signal that comes in the block.

    Those that whoever started this process has it ignore, as ``nohup`` does, stay ignored. Only the
    main thread can do that; on others nothing changes.
    """
    before = {}
    if threading.current_thread() is threading.main_thread():
        wanted = [n for n in numbers if signal.getsignal(n) is not signal.SIG_IGN]
        before = {n: signal.signal(n, lambda got, _: answer(got)) for n in wanted}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler or signal.SIG_DFL)


@contextmanager
def raised() -> Iterator[None]:
    """Raise :class:`Ended` where the block is when it is asked to end: it tidies up and leaves.

    Only the first time, as a terminal that is closed tells so more than once.
    """
    was_asked = False

    def leave(number: int) -> None:
        nonlocal was_asked
        if not was_asked:
            was_asked = True
            raise Ended(number)

    with answered(ENDINGS, leave):
        yield
