"""After an installation or an update: does what was installed work?"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QObject,
    QProcess,
    QProcessEnvironment,
    QSignalBlocker,
    QTimer,
    Signal,
    Slot,
)

from desktop.platform.surroundings import neutral_folder
from desktop.state.settings import CHECKED_VERSION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.state.settings import Settings

logger = logging.getLogger(__name__)

SELF_TEST = "--self-test"
_DELAY_MS = 5000
"""Lets the photo that the app was started with come first."""
_END_MS = 2000


def self_test_command() -> tuple[str, ...]:
    """Return what tests this installation in a process of its own.

    ``-P`` keeps the folder it is started in off its path: a ``desktop.py`` there is not ours.
    """
    is_bundled = getattr(sys, "frozen", False)
    return (sys.executable, *(() if is_bundled else ("-P", "-m", "desktop")), SELF_TEST)


class InstallationCheck(QObject):
    """Runs the self-test once per version, where even a crash of a library harms nobody.

    Signals:
        broken(): it failed; the log says why.
    """

    broken = Signal()

    def __init__(
        self,
        settings: Settings,
        version: str,
        command: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._settings, self._version, self._command = settings, version, tuple(command)
        self._process = QProcess(self)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.setWorkingDirectory(neutral_folder())
        environment = QProcessEnvironment.systemEnvironment()
        environment.insert("PYTHONSAFEPATH", "1")  # also for what it starts itself
        self._process.setProcessEnvironment(environment)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)
        self._delay = QTimer(self)
        self._delay.setSingleShot(True)
        self._delay.setInterval(_DELAY_MS)
        self._delay.timeout.connect(self.start)

    @property
    def is_due(self) -> bool:
        """Whether the test will begin in a moment."""
        return self._delay.isActive()

    @property
    def is_running(self) -> bool:
        """Whether the test is under way."""
        return self._process.state() is not QProcess.ProcessState.NotRunning

    @Slot()
    def start_soon(self) -> None:
        """Test in a moment, unless this version has passed before."""
        if self._settings.get(CHECKED_VERSION) != self._version:
            self._delay.start()

    @Slot()
    def start(self) -> None:
        """Test now."""
        self._process.start(self._command[0], list(self._command[1:]))

    @Slot()
    def close(self) -> None:
        """Stop; the test is made again at the next start."""
        self._delay.stop()
        with QSignalBlocker(self._process):  # nobody is there to be told
            self._process.kill()
            self._process.waitForFinished(_END_MS)

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if status is QProcess.ExitStatus.NormalExit and code == 0:
            self._settings.set(CHECKED_VERSION, self._version)
            return
        said = bytes(self._process.readAll().data()).decode(errors="replace")
        logger.error("the self-test ended with %s (%s):\n%s", code, status.name, said)
        self.broken.emit()

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:  # all others finish too
            logger.error("the self-test did not start: %s", self._process.errorString())
            self.broken.emit()
