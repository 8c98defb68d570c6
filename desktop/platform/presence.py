"""What is on the disk, as far as the disk answers.

``Path.exists`` and its kin raise where a share is gone, a folder may not be entered or a name is
too long. For us, what cannot be looked at is not there: whoever opens it all the same is told why.
"""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def names_in(folder: Path) -> list[str]:
    """Return the names of all files and folders in a folder; none if it cannot be looked into."""
    try:
        return os.listdir(folder)  # noqa: PTH208 - names are all that is wanted
    except OSError:
        return []


def changed_at(path: Path) -> float:
    """Return when a file was last changed, in seconds; 0 if the disk does not say."""
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0


def is_there(path: Path) -> bool:
    """Return whether there is such a file or folder."""
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises


def is_named(path: Path) -> bool:
    """Return whether anything has this name, be it a link to nowhere."""
    return os.path.lexists(path)


def is_folder(path: Path) -> bool:
    """Return whether there is such a folder."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises


def is_file(path: Path) -> bool:
    """Return whether there is such a file."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises


def digest_of(path: Path) -> str:
    """Return the SHA-256 of what a file holds; empty if it is not there or cannot be read."""
    if not is_file(path):  # a pipe would keep us waiting
        return ""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
