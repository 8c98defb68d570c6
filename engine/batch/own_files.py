"""Open a batch's own files without trusting the folder that they lie in.

The folder lies among the results, so whoever shares that disk can prepare it: links to somebody's
originals, hard links, pipes that never answer, files of other people. What is opened here is a
regular file of this user that has one name.
"""

from __future__ import annotations

import errno
import os
import shutil
import stat
import sys
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_SAFELY = (
    getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)  # or a pipe would keep us waiting
    | getattr(os, "O_BINARY", 0)
)


class NotOwnError(OSError):
    """A file or folder is not what a batch would have put there; the text says why."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(errno.EPERM, f"“{path.name}” {reason}")


def open_own(path: Path, flags: int = os.O_RDONLY) -> int:
    """Return a handle of a regular file of this user; ``flags`` may make it.

    Raises:
        NotOwnError: If it is a link, a folder, a pipe, of several names, or somebody else's.
        OSError: If the system refuses.
    """
    with suppress(FileNotFoundError):
        _require(path, path.lstat(), stat.S_ISREG, "is no regular file")
    try:
        handle = os.open(path, flags | _SAFELY, 0o600)
    except OSError as error:
        if error.errno == errno.ELOOP:  # put there since
            raise NotOwnError(path, "is a link") from error
        raise
    try:
        _require(path, os.fstat(handle), stat.S_ISREG, "is no regular file")
    except BaseException:
        os.close(handle)
        raise
    return handle


def read_own(path: Path, most: int) -> bytes:
    """Return the content of a small file; see :func:`open_own`.

    Raises:
        NotOwnError: If it is not this user's own, or longer than ``most`` bytes.
        OSError: If the system refuses.
    """
    with os.fdopen(open_own(path), "rb") as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise NotOwnError(path, f"is longer than {most} bytes")
    return content


def require_own_folder(path: Path) -> None:
    """Raise ``NotOwnError`` if a folder is a link, no folder, or somebody else's."""
    _require(path, path.lstat(), stat.S_ISDIR, "is no folder")


def discard(path: Path) -> None:
    """Remove whatever has a name; a link goes, not what it points to.

    Raises:
        OSError: If the disk refuses.
    """
    try:
        is_folder = stat.S_ISDIR(path.lstat().st_mode)
    except FileNotFoundError:
        return
    if is_folder:
        shutil.rmtree(path)
    else:
        path.unlink()


def is_within(path: Path, root: Path) -> bool:
    """Whether a path, as it is spelled, names something below a folder."""
    relative = path.parts[len(root.parts) :]
    is_plain = ".." not in relative and "\0" not in str(path)
    return is_plain and bool(relative) and path.is_relative_to(root)


def try_lock(handle: int) -> bool:
    """Take the lock of an open file, which ends with the process; return whether it was free.

    Raises:
        OSError: If this disk knows no locks.
    """
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - of that system

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True
    import fcntl  # noqa: PLC0415 - of the other systems

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in (errno.EACCES, errno.EAGAIN):
            return False
        raise
    return True


def _require(
    path: Path, status: os.stat_result, is_kind: Callable[[int], bool], otherwise: str
) -> None:
    if stat.S_ISLNK(status.st_mode):
        raise NotOwnError(path, "is a link")
    if not is_kind(status.st_mode):
        raise NotOwnError(path, otherwise)
    if stat.S_ISREG(status.st_mode) and status.st_nlink > 1:
        raise NotOwnError(path, "has another name elsewhere")
    if not _is_mine(status, path.parent):
        raise NotOwnError(path, "belongs to somebody else")


def _is_mine(status: os.stat_result, folder: Path) -> bool:
    """Whether this user made a file; mounted disks may call all owners by one other name."""
    if not hasattr(os, "geteuid") or status.st_uid == os.geteuid():
        return True
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            return os.fstat(probe.fileno()).st_uid == status.st_uid
    except OSError:
        return False
