"""Work that may wait for a disk, away from the thread of the window."""

from __future__ import annotations

import threading
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Background(QObject):
    """Does one thing after the other, on a thread that is there while there is work.

    A disk that never answers does not keep the program from ending: the thread ends with it. What
    has to be done by then is waited for, see :meth:`wait`.
    """

    _done = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._work: deque[tuple[Callable[[], Any], Callable[[Any], object]]] = deque()
        self._changed = threading.Condition()
        self._is_running = False
        self._untold = 0
        self._done.connect(self._tell)

    @property
    def is_busy(self) -> bool:
        """Whether there is a result to come; for the thread of the window."""
        return self._untold > 0

    def submit(self, work: Callable[[], T], then: Callable[[T], object] = lambda _: None) -> None:
        """Do something soon; its result is then told on the thread of the window."""
        self._untold += 1
        with self._changed:
            self._work.append((work, then))
            if not self._is_running:
                self._is_running = True
                threading.Thread(target=self._run, name=self._name, daemon=True).start()

    def wait(self, seconds: float) -> bool:
        """Wait until all is done, but no longer than this; return whether it is."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._is_running, seconds)

    def _run(self) -> None:
        while (job := self._next()) is not None:
            work, then = job
            try:
                result, told = work(), then
            except Exception as error:  # noqa: BLE001 - a thread's last line of defence
                result, told = error, _raise
            with suppress(RuntimeError):  # the window is gone: nobody wants to know
                self._done.emit(told, result)

    def _next(self) -> tuple[Callable[[], Any], Callable[[Any], object]] | None:
        with self._changed:
            if self._work:
                return self._work.popleft()
            self._is_running = False
            self._changed.notify_all()
            return None

    @Slot(object, object)
    def _tell(self, then: Callable[[Any], object], result: object) -> None:
        if not vars(self):  # Python has let go of the window, and Qt not yet: nobody wants to know
            return
        self._untold -= 1
        then(result)


def _raise(error: Exception) -> None:
    raise error
