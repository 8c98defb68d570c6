"""The end that comes from outside: the system stops, the session ends, Ctrl+C in a terminal.

Python answers signals between two of its instructions, and while Qt waits for events there are
none. So it also writes to a pipe, which wakes Qt. Windows has no such signals, and no pipe that Qt
could wait for.
"""

from __future__ import annotations

import os
import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSocketNotifier, Qt, Signal

from engine.endings import ENDINGS, answered, exit_code_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_BYTES = 4096


class OutsideEnd(QObject):
    """Tells the first time that the program is asked to end; the second time it ends at once.

    Signals:
        asked(exit_code: int): on the thread this belongs to, from its event loop.
    """

    asked = Signal(int)
    _answered = Signal(int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._was_asked = False
        # an answer may come in the middle of anything
        self._answered.connect(self.asked, Qt.ConnectionType.QueuedConnection)

    @contextmanager
    def awaited(self) -> Iterator[None]:
        """Listen, in the main thread."""
        with answered((*ENDINGS, signal.SIGINT), self._answer), self._waking():
            yield

    @contextmanager
    def _waking(self) -> Iterator[None]:
        if sys.platform == "win32":
            yield
            return
        ours, pythons = os.pipe()
        for end in (ours, pythons):
            os.set_blocking(end, False)
        notifier = QSocketNotifier(ours, QSocketNotifier.Type.Read, self)
        notifier.activated.connect(lambda: os.read(ours, _MOST_BYTES))
        before = signal.set_wakeup_fd(pythons, warn_on_full_buffer=False)
        try:
            yield
        finally:
            signal.set_wakeup_fd(before)
            notifier.setEnabled(False)
            notifier.deleteLater()
            os.close(pythons)
            os.close(ours)

    def _answer(self, number: int) -> None:
        if self._was_asked:
            os._exit(exit_code_of(number))
        self._was_asked = True
        self._answered.emit(exit_code_of(number))
