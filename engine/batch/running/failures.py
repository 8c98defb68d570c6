"""Tell a photo's own failure from what would stop all of them. Imports no torch."""

from __future__ import annotations

import errno
import logging
import os
from typing import TYPE_CHECKING

from engine.batch.outcome import Blocked, BlockingCondition, Outcome, State
from engine.errors import DeviceFailureError, EngineError, ImageError, ImageProblem

if TYPE_CHECKING:
    from engine.batch.outcome import Attempt, Task

logger = logging.getLogger(__name__)

FULL = (errno.ENOSPC, errno.EDQUOT)
FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_OTHERS_TOO = frozenset(
    {ImageProblem.WRITE_FORBIDDEN, ImageProblem.WRITE_NO_FOLDER, ImageProblem.UNWRITABLE}
)
"""Problems that are rather the disk's than the photo's."""


def attempt_of_error(task: Task, error: Exception, seconds: float = 0.0) -> Attempt:
    """Return what an error means for a photo: that it failed, or that nothing can go on.

    An error that no ``EngineError`` foresees is a bug that one photo brought to light; it goes to
    the log with its traceback, and the other photos go on.
    """
    condition = _condition(task, error)
    if condition is not None:
        return Blocked(task, condition)
    if isinstance(error, ImageError):
        reason = error.problem.value + (f" ({error.detail})" if error.detail else "")
    elif isinstance(error, OSError):
        reason = f"cannot be written: {(error.strerror or str(error)).lower()}"
    elif isinstance(error, EngineError):
        reason = f"cannot be colored: {error}"
    else:
        logger.error("%s: unexpected error", task.source, exc_info=error)
        reason = f"cannot be colored: {type(error).__name__}: {' '.join(str(error).split())}"
    is_own = isinstance(error, ImageError) and error.problem not in _OTHERS_TOO
    return Outcome(task.n, State.FAILED, reason=reason, seconds=seconds, is_own=is_own)


def _condition(task: Task, error: Exception) -> BlockingCondition | None:
    """Ask the disks what is wrong, since a missing folder looks like many missing files."""
    if isinstance(error, DeviceFailureError):
        logger.error("%s", error)
        return BlockingCondition.DEVICE_FAILED
    if not isinstance(error, (ImageError, OSError)):
        return None
    problem = error.problem if isinstance(error, ImageError) else None
    number = error.errno if isinstance(error, OSError) else None
    if problem is ImageProblem.DISK_FULL or number in FULL:
        return BlockingCondition.DISK_FULL
    if not task.source_root.exists():
        return BlockingCondition.SOURCE_GONE
    if number == errno.EXDEV:
        return BlockingCondition.OTHER_DISK
    is_forbidden = problem is ImageProblem.WRITE_FORBIDDEN or number in FORBIDDEN
    return target_condition(task) or (BlockingCondition.TARGET_FORBIDDEN if is_forbidden else None)


def target_condition(task: Task) -> BlockingCondition | None:
    """Return what is wrong with the folder for the results, if anything is."""
    partial = task.partial.parent
    if not partial.is_dir():
        return BlockingCondition.TARGET_GONE
    if not all(os.access(folder, os.W_OK | os.X_OK) for folder in (partial, partial.parents[1])):
        return BlockingCondition.TARGET_FORBIDDEN
    return None
