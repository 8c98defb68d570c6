"""Where the application writes down what happened, for a user who wants to report it."""

from __future__ import annotations

import logging
import sys
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

import platformdirs

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

logger = logging.getLogger(__name__)

_MAX_BYTES = 1 << 20
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging() -> Path | None:
    """Log to the terminal and to a file; return the file, None if it cannot be written."""
    logging.basicConfig(level=logging.INFO, format=_FORMAT)
    logging.captureWarnings(capture=True)
    sys.excepthook = _log_bug
    path = platformdirs.user_log_path("Kolorit", appauthor=False) / "kolorit.log"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_MAX_BYTES, backupCount=1, encoding="utf-8")
    except OSError as error:
        logger.warning("no log file: %s", error)
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    logging.getLogger().addHandler(handler)
    return path


def _log_bug(
    kind: type[BaseException], error: BaseException, traceback: TracebackType | None
) -> None:
    logger.critical("a bug", exc_info=(kind, error, traceback))
