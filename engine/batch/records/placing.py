"""Give a finished output its name, without taking that of any other file."""

from __future__ import annotations

import errno
import os
import stat
from contextlib import suppress
from typing import TYPE_CHECKING

from engine import atomic_write
from engine.batch.outcome import FileIdentity
from engine.batch.records.claims import read_claim, write_claim
from engine.errors import ImageError, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from engine.batch.outcome import Task

_REMEMBERED = 8
"""Earlier outputs of one task that a claim names: those of processes lost one after another."""


def put_in_place(task: Task) -> FileIdentity:
    """Give a finished output its name; return what tells it from other files.

    The tree grows only now, and never its root: a root that is gone is a disk that was unplugged,
    and what is made in its place would be lost.

    Raises:
        ImageError: If there is a file that is not this task's to replace.
        OSError: If the disk refuses, or a folder on the way is a link.
    """
    try:
        _grow(task.partial.parents[2], task.target.parent)
        identity = FileIdentity.of(task.partial.lstat())
        made_before = read_claim(task.claim)
        own = (*made_before, *((task.replaces,) if task.replaces else ()))
        _require_replaceable(task.target, own)
        write_claim(task.claim, (*made_before[-_REMEMBERED:], identity))
        place(task.partial, task.target, own)
    except BaseException:
        task.partial.unlink(missing_ok=True)
        raise
    return identity


def identity_at(path: Path) -> FileIdentity | None:
    """Return what tells a file from others; None if there is no regular file."""
    try:
        status = path.lstat()
    except OSError:
        return None
    return FileIdentity.of(status) if stat.S_ISREG(status.st_mode) else None


def place(path: Path, target: Path, own: Collection[FileIdentity]) -> None:
    """Rename a file; it replaces nothing but the files named.

    Raises:
        ImageError: If there is another file.
        OSError: If the disk refuses.
    """
    try:
        atomic_write.put_in_place(path, target, replaces=False)
    except FileExistsError:
        _require_replaceable(target, own)
        atomic_write.put_in_place(path, target, replaces=True)


def _require_replaceable(target: Path, own: Collection[FileIdentity]) -> None:
    if os.path.lexists(target) and identity_at(target) not in own:
        raise ImageError(target, ImageProblem.WRITE_EXISTS)


def _grow(root: Path, folder: Path) -> None:
    """Make a folder and those between it and the root, which must be there, and none a link."""
    for part in folder.relative_to(root).parts:
        root /= part
        with suppress(FileExistsError):
            root.mkdir()
        if not stat.S_ISDIR(root.lstat().st_mode):
            raise OSError(errno.ENOTDIR, f"“{root.name}” is a link or a file, not a folder")
