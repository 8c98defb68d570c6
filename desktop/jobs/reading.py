"""Photos read from their files, some of them before anybody asks for them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import ImageError, ImageProblem
from engine.files.image_io import read_photo
from engine.files.problems import reading

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.photo.photo import Photo

_MOST_BYTES = 100 << 20
"""Of a photo that is kept though nobody looks at it yet."""


@dataclass(frozen=True, eq=False)
class Prepared:
    """A photo that was read because it will probably be shown next."""

    path: Path
    page: int | None
    """The one that was asked for; None is the largest."""
    stamp: tuple[int, int]
    """When its file was last changed, and its length: another file is read anew."""
    photo: Photo | None
    """As it lies in its file; None if it is too large to be kept."""
    sha256: str = ""
    """Of its file."""


def read_page(
    path: Path, page: int | None, token: CancelToken, least_side: int | None = None
) -> Photo:
    """Read a page of a photo, the largest if that is no longer there; see ``read_photo``."""
    try:
        return read_photo(path, page=page, token=token, least_side=least_side)
    except ImageError as error:
        if error.problem is not ImageProblem.NO_PAGE:
            raise
        return read_photo(path, token=token, least_side=least_side)


def read_or_take(
    path: Path, page: int | None, token: CancelToken, prepared: Prepared | None = None
) -> tuple[Photo, str]:
    """Return a page of a photo and its file's SHA-256, both as prepared if the file is the same."""
    if prepared is not None and prepared.photo is not None and prepared.page == page:
        with reading(path):
            if stamp_of(path) == prepared.stamp:
                return prepared.photo, prepared.sha256
    photo = read_page(path, page, token)
    with reading(path), path.open("rb") as file:
        return photo, hashlib.file_digest(file, "sha256").hexdigest()


def prepare(path: Path, page: int | None) -> Task[Prepared]:
    """Make the task that reads a photo for later; one that is very large is not kept."""

    def task(token: CancelToken, _report: object) -> Prepared:
        with reading(path):
            stamp = stamp_of(path)
        photo, sha256 = read_or_take(path, page, token)
        token.check()
        if photo.pixels.nbytes > _MOST_BYTES:
            return Prepared(path, page, stamp, None)
        return Prepared(path, page, stamp, photo, sha256)

    return task


def stamp_of(path: Path) -> tuple[int, int]:
    """Return when a file was last changed, and its length.

    Raises:
        OSError: If it is not there.
    """
    found = path.stat()
    return found.st_mtime_ns, found.st_size
