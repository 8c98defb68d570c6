"""Find the photos of a job, in a fixed order, without going round in circles."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from engine.batch.photos import is_photo_name
from engine.errors import ImageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.batch.job import BatchJob, Rules

_JUNK = ("thumbs.db", "desktop.ini", "ehthumbs.db")


@dataclass(frozen=True)
class Found:
    """A file that goes by a photo's name."""

    path: Path
    relative: PurePath
    """Where its output belongs, below the target folder."""
    bytes: int
    """0 if unknown."""
    identity: tuple[int, int] = (0, 0)
    """Device and inode, to recognize it by under any name; zeros if unknown."""
    problem: str | None = None
    """Why there is nothing to color: empty files are told, not tried."""


def find_photos(job: BatchJob) -> Iterator[Found]:
    """Yield the photos of a job: by name, those of a folder before those of the folders in it.

    Hidden files, ``Thumbs.db``, AppleDouble and what is not named like a photo are left out, and
    so is the target folder where it lies among the sources. A link to a folder within the sources
    is not followed, since that folder is read anyway, nor is one to a folder around them; one to
    elsewhere is followed once. So no
    loop of links can trap the walk. Folders that cannot be read come as a ``Found`` with the
    reason, and the walk goes on.
    """
    walk = _Walk(job)
    several = sum(source.is_dir() for source in job.sources) > 1
    for source in job.sources:
        if source.is_dir():
            yield from walk.folder(source, PurePath(source.name if several else ""))
        else:
            yield _found(source, PurePath(source.name))


def find_links(job: BatchJob) -> Iterator[tuple[int, int]]:
    """Yield device and inode of all that links anywhere in the source folders point to.

    Whatever the rules leave out is looked at too: what is behind a link there is an original.
    """
    for source in job.sources:
        for folder, folders, files in os.walk(source):
            for name in (*folders, *files):
                path = os.path.join(folder, name)  # noqa: PTH118 - as many as there are files
                with suppress(OSError):
                    if os.path.islink(path):  # noqa: PTH114 - likewise
                        status = os.stat(path)  # noqa: PTH116 - likewise
                        yield status.st_dev, status.st_ino


def is_taken(relative: PurePath, rules: Rules) -> bool:
    """Whether the patterns let a photo through.

    A pattern with a slash is compared with the path below the source, another one with the name
    and with each folder's name; upper and lower case count the same.
    """
    if any(_matches(relative, pattern) for pattern in rules.exclude):
        return False
    return not rules.include or any(_matches(relative, pattern) for pattern in rules.include)


class _Walk:
    """Reads each real folder once."""

    def __init__(self, job: BatchJob) -> None:
        self._rules = job.rules
        self._target = os.path.realpath(job.target)
        self._roots = tuple(os.path.realpath(source) for source in job.sources)
        self._seen: set[tuple[int, int]] = set()

    def folder(self, path: Path, relative: PurePath) -> Iterator[Found]:
        waiting = [(path, relative, PurePath())]  # a stack: folders may nest deeper than Python
        while waiting:
            folder, place, below = waiting.pop()
            try:
                if not self._enters(folder):
                    continue
                entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
            except OSError as error:
                yield Found(folder, place / "(folder)", 0, problem=_reason(error))
                continue
            entries = [entry for entry in entries if not _is_junk(entry.name)]
            for entry in reversed(entries):
                if _is_folder(entry) and self._descends(entry, below / entry.name):
                    waiting.append((Path(entry.path), place / entry.name, below / entry.name))
            for entry in entries:
                if self._is_photo(entry, below / entry.name):
                    yield _found(Path(entry.path), place / entry.name)

    def _enters(self, folder: Path) -> bool:
        status = folder.stat()
        identity = (status.st_dev, status.st_ino)
        if identity in self._seen or os.path.realpath(folder) == self._target:
            return False
        self._seen.add(identity)
        return True

    def _is_photo(self, entry: os.DirEntry[str], below: PurePath) -> bool:
        return is_photo_name(entry.name) and not _is_folder(entry) and is_taken(below, self._rules)

    def _descends(self, entry: os.DirEntry[str], below: PurePath) -> bool:
        if not self._rules.recursive:
            return False
        if any(_matches(below, pattern) for pattern in self._rules.exclude):
            return False
        if not entry.is_symlink():
            return True
        real = os.path.realpath(entry.path)
        return not any(_is_within(real, root) or _is_within(root, real) for root in self._roots)


def _is_within(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _is_junk(name: str) -> bool:
    return name.startswith(".") or name.lower() in _JUNK  # AppleDouble begins with a dot too


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link to itself: is told when it is read, if it is named like a photo
        return False


def _matches(relative: PurePath, pattern: str) -> bool:
    wanted = pattern.casefold().replace("\\", "/").rstrip("/")
    if "/" in wanted:
        return fnmatchcase(relative.as_posix().casefold(), wanted.lstrip("/"))
    return any(fnmatchcase(part.casefold(), wanted) for part in relative.parts)


def _found(path: Path, relative: PurePath) -> Found:
    try:
        status = path.stat()
    except OSError:  # a dangling link, a name too long: reading it tells
        return Found(path, relative, 0)
    is_empty = stat.S_ISREG(status.st_mode) and not status.st_size  # pipes too have no size
    problem = ImageProblem.EMPTY.value if is_empty else None
    return Found(path, relative, status.st_size, (status.st_dev, status.st_ino), problem)


def _reason(error: OSError) -> str:
    return f"cannot be read: {(error.strerror or str(error)).lower()}"
