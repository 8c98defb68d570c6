"""Where the application writes down what happened, for a user who wants to report it."""

from __future__ import annotations

import atexit
import logging
import os
import sys
from logging.handlers import QueueHandler, QueueListener, RotatingFileHandler
from queue import SimpleQueue
from typing import IO, TYPE_CHECKING, Any

import platformdirs

from engine.console import PrintableFormatter
from engine.small_files import private_folder, require_regular

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

logger = logging.getLogger(__name__)

_MAX_BYTES = 1 << 20
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def log_path() -> Path:
    """Return the file in which the program writes down what happens."""
    return platformdirs.user_log_path("Kolorit", appauthor=False) / "kolorit.log"


def start_logging() -> Path | None:
    """Log to the terminal and to a file; return the file, None if it cannot be written."""
    terminal = logging.StreamHandler()
    terminal.setFormatter(PrintableFormatter(_FORMAT))
    logging.basicConfig(level=logging.INFO, handlers=[terminal])
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_bug
    path = log_path()
    try:
        private_folder(path.parent)
        file = PrivateFile(path, maxBytes=_MAX_BYTES, backupCount=1, encoding="utf-8")
    except (OSError, ValueError) as error:
        logger.warning("no log file: %s", error)
        return None
    logging.getLogger().addHandler(_written_elsewhere(file))
    return path


def _written_elsewhere(file: logging.Handler) -> logging.Handler:
    """Return what hands records to a thread that writes them: a disk may take its time."""
    queue: SimpleQueue[Any] = SimpleQueue()
    handler, listener = QueueHandler(queue), QueueListener(queue, file)
    handler.setFormatter(PrintableFormatter(_FORMAT))  # as text: what it is about may change
    listener.start()
    atexit.register(listener.stop)
    return handler


class PrivateFile(RotatingFileHandler):
    """A log for the user's eyes only: it names their photos."""

    def _open(self) -> IO[Any]:  # type: ignore[override]
        return open(self.baseFilename, "a", encoding=self.encoding, opener=_open_private)


def _open_private(path: str, flags: int) -> int:
    safely = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    handle = os.open(path, flags | safely, 0o600)
    try:
        require_regular(handle)
        if hasattr(os, "fchmod"):
            os.fchmod(handle, 0o600)  # an earlier version's may be others' to read
    except BaseException:
        os.close(handle)
        raise
    return handle


def _log_bug(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    logger.critical("a bug", exc_info=(kind, error, traceback))
