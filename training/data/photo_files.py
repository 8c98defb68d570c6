"""Find the photos in folders and leave the junk that systems and cameras put beside them."""

from __future__ import annotations

import hashlib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.files.image_io import SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

_PICTURES = frozenset(SUFFIXES) | {
    *(".jfif", ".jpe", ".gif", ".bmp", ".heic", ".heif", ".avif", ".jp2", ".jxl"),
    *(".dng", ".cr2", ".cr3", ".nef", ".arw", ".raf", ".orf", ".rw2"),
}
"""What users call photos. Those this version cannot read are rejected, not passed over."""
_JUNK_FOLDERS = {"__MACOSX", "@eaDir"}
"""Of unpacked archives and of network storage; like hidden ones, they hold no photos of anyone."""


@dataclass(frozen=True)
class PhotoFile:
    """A file that may be a photo."""

    path: str
    source: str
    """Name of the folder that was asked for."""


@dataclass
class Listing:
    """What was found in folders."""

    files: list[PhotoFile] = field(default_factory=list)
    ignored: int = 0
    """How many files are no pictures by name, hidden, empty, or no regular files."""
    errors: list[OSError] = field(default_factory=list)
    """Folders that cannot be listed."""


def find_photos(folders: Iterable[Path]) -> Listing:
    """List the photos below folders, which are resolved.

    They come in the order of a hash of their names, so that any stretch of the list is a random
    sample of the whole, and the same one each time.
    """
    listing = Listing()
    for folder in folders:
        source = _printable(folder.name or str(folder))
        for parent, children, names in os.walk(folder, onerror=listing.errors.append):
            children[:] = [c for c in children if not _is_hidden(c) and c not in _JUNK_FOLDERS]
            paths = [os.path.join(parent, name) for name in names if _is_picture(name)]  # noqa: PTH118 - hundreds of thousands of Paths are slow
            found = [PhotoFile(path, source) for path in paths if _has_content(path)]
            listing.files += found
            listing.ignored += len(names) - len(found)
    listing.files.sort(key=lambda file: hashlib.sha256(os.fsencode(file.path)).digest())
    return listing


def _is_picture(name: str) -> bool:
    return not _is_hidden(name) and Path(name).suffix.lower() in _PICTURES


def _is_hidden(name: str) -> bool:
    return name.startswith(".")  # AppleDouble's ._NAME and .DS_Store too


def _has_content(path: str) -> bool:
    """Whether there is anything to read; a link to nowhere is told as unreadable later."""
    try:
        status = os.stat(path)  # noqa: PTH116 - as above
    except OSError:
        return True
    return stat.S_ISREG(status.st_mode) and status.st_size > 0


def _printable(name: str) -> str:
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")
