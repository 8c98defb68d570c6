"""Files that are there whole or not at all, and that take nobody else's place.

A file is written beside its name, as ``.kolorit-….partial``, then given its name in one step. A
process that is killed leaves that file behind; the next one that writes into the folder removes it.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import stat
import sys
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_UMASK = os.umask(0o077)  # can only be read by setting it, so once, before there are threads
os.umask(_UMASK)

_PARTIAL = re.compile(r"\.kolorit-(?P<machine>[0-9a-f]{8})-(?P<process>\d+)-\w{8}\.partial")
_ABANDONED = 24 * 60 * 60
"""Seconds without a change after which nobody is writing a file any more, on whatever machine."""
_tidied: set[Path] = set()
"""Folders that this process has looked through for what killed ones left."""


@dataclass(frozen=True)
class Privacy:
    """Who may read and write a file at most, besides its owner."""

    mode: int = 0o666
    """Permission bits."""
    group: int | None = None
    """Whom the bits of the group are meant for; any by default."""

    @classmethod
    def of(cls, original: Path) -> Privacy:
        """Return that of a file; if it cannot be looked at, nobody but the owner is let in."""
        try:
            status = original.stat()
        except OSError:
            return PRIVATE
        return cls(stat.S_IMODE(status.st_mode), status.st_gid)

    def limit(self, mode: int, group: int) -> int:
        """Return the bits of ``mode`` that a file of this group may have."""
        most = self.mode
        if self.group not in (None, group):  # they were among all others
            most &= ~0o070 | (most & 0o007) << 3
        return mode & (0o700 | most)


PRIVATE = Privacy(0o600)
ANYBODY = Privacy()
"""As the user's umask has it."""


def times_of(path: Path) -> tuple[int, int]:
    """Return when a file was read and changed, in nanoseconds as ``os.utime`` takes them.

    Raises:
        OSError: If it cannot be looked at.
    """
    status = path.stat()
    return status.st_atime_ns, status.st_mtime_ns


@contextmanager
def atomic_path(
    path: Path,
    *,
    replaces: bool = True,
    privacy: Privacy = ANYBODY,
    times: tuple[int, int] | None = None,
    last_check: Callable[[], None] | None = None,
) -> Iterator[Path]:
    """Give a new, empty file beside ``path`` to write to; in the end it takes its place.

    If anything fails before that, ``path`` stays what it was and nothing is left behind.

    Args:
        path: The file's name in the end.
        replaces: Whether a file that has this name by then gives way.
        privacy: Who may read the new file at most. One that replaces another lets in nobody who was
            not let in by that.
        times: Of the new file as far as the disk can keep them, see :func:`times_of`; now by
            default.
        last_check: Called when the file is whole and safe on the disk, before it gets its name; may
            raise.

    Raises:
        FileExistsError: If the name is taken, however late, and ``replaces`` is off.
        OSError: If the disk refuses.
    """
    partial = _new_file(path.parent)
    try:
        yield partial
        _finish(partial, path, privacy, times)
        if last_check is not None:
            last_check()
        put_in_place(partial, path, replaces=replaces)
    except BaseException:
        with suppress(OSError):  # what went wrong first is what is told
            partial.unlink(missing_ok=True)
        raise


def put_in_place(partial: Path, path: Path, *, replaces: bool) -> None:
    """Give a finished file its name, in one step: others see all of it or nothing.

    Args:
        partial: The file, on the same disk; that name is gone afterwards.
        path: The name.
        replaces: Whether a file that has this name gives way.

    Raises:
        FileExistsError: If the name is taken and ``replaces`` is off; of several processes that
            want a name, one gets it.
        OSError: If the disk refuses.
    """
    if replaces:
        partial.replace(path)
    elif sys.platform == "win32":
        partial.rename(path)  # which refuses a name that is taken
    else:
        _put_in_free_place(partial, path)
    with suppress(OSError):  # the file is safe; some systems cannot do that for its name
        _sync(path.parent, os.O_RDONLY)


def _put_in_free_place(partial: Path, path: Path) -> None:
    try:
        os.link(partial, path)
    except FileExistsError:
        raise
    except OSError:  # FAT and some network disks know no second name: take it with an empty file
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            partial.replace(path)
        except BaseException:
            path.unlink()
            raise
    else:
        with suppress(OSError):  # it is another name of a file that is whole
            partial.unlink()


def _new_file(folder: Path) -> Path:
    prefix = f".kolorit-{_machine()}-{os.getpid()}-"
    handle, name = tempfile.mkstemp(prefix=prefix, suffix=".partial", dir=folder)
    now = os.fstat(handle).st_mtime  # by the clock of whoever keeps the disk
    os.close(handle)
    if folder not in _tidied:
        _tidied.add(folder)
        _remove_abandoned(folder, now)
    return Path(name)


def _finish(partial: Path, path: Path, privacy: Privacy, times: tuple[int, int] | None) -> None:
    with suppress(OSError):  # some mounted disks have no permissions to set; it is private then
        mode = stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_UMASK
        partial.chmod(privacy.limit(mode, partial.stat().st_gid))
    if times is not None:
        with suppress(OSError):  # some keep their own times
            os.utime(partial, ns=times)
    _sync(partial, os.O_RDWR)  # Windows flushes only what may be written


def _sync(path: Path, how: int) -> None:
    handle = os.open(path, how)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _remove_abandoned(folder: Path, now: float) -> None:
    """Remove what processes left in a folder that ended before they had written their files."""
    with suppress(OSError), os.scandir(folder) as entries:  # nothing depends on it
        for entry in entries:
            found = _PARTIAL.fullmatch(entry.name)
            if found and entry.is_file(follow_symlinks=False) and _is_abandoned(entry, found, now):
                Path(entry).unlink(missing_ok=True)


def _is_abandoned(entry: os.DirEntry[str], found: re.Match[str], now: float) -> bool:
    # not the time of its content: a file that shall keep an original's times is as old as that
    if now - entry.stat(follow_symlinks=False).st_ctime > _ABANDONED:
        return True
    # on Windows, asking for a process by its number would end it
    if sys.platform == "win32" or found["machine"] != _machine():
        return False
    try:
        os.kill(int(found["process"]), 0)
    except (ProcessLookupError, OverflowError):
        return True
    except OSError:  # it is somebody else's, but there
        return False
    return False


@cache
def _machine() -> str:
    """Return a mark of where the numbers of processes mean the same as here."""
    try:
        numbers = Path("/proc/self/ns/pid").stat().st_ino  # containers count for themselves
    except OSError:
        numbers = 0
    return hashlib.blake2s(f"{platform.node()} {numbers}".encode(), digest_size=4).hexdigest()
