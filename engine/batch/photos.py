"""The one place where a batch meets photo files: read, write, and tell color from gray.

Everything else in ``engine.batch`` goes through here, so that a richer reader or writer needs no
change elsewhere. Imports no torch.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import numpy as np

from engine.atomic_write import Privacy, atomic_path, times_of
from engine.files.content import WriteOptions
from engine.files.image_io import (
    DEEP_FORMATS,
    READABLE_SUFFIXES,
    SUFFIXES,
    output_suffix,
    photo_size,
    read_photo,
    write_photo,
)
from engine.files.problems import reading
from engine.photo.photo import Window, fit, view

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.develop import Developed
    from engine.photo.photo import Photo, Size
    from engine.photo.picture_kind import Picture

__all__ = [
    "DEEP_FORMATS",
    "SUFFIXES",
    "output_suffix",
]  # for those who may not know the rest of image_io
_BLOCK = 1 << 20
"""Bytes copied at a time."""


def is_photo_name(name: str) -> bool:
    """Whether a file of this name is taken for a photo."""
    _, dot, ending = name.rpartition(".")
    return f"{dot}{ending}".lower() in READABLE_SUFFIXES


def pixels(path: Path) -> int:
    """Return how many pixels a photo has, by its header.

    Raises:
        ImageError: If it cannot be read.
    """
    height, width = photo_size(path)
    return height * width


def read(path: Path, token: CancelToken | None = None, page: int | None = None) -> Photo:
    """Decode a photo, or the given one of a file's pages.

    Raises:
        Cancelled: If the token was set.
        ImageError: If it cannot be read.
        DeviceMemoryError: If there is not enough memory.
    """
    return read_photo(path, page=page, token=token)


def small(path: Path, bound: Size, beside: Path | None = None) -> NDArray[np.uint8]:
    """Return a small picture of a photo, and of another one to its right.

    Args:
        path: Of the photo.
        bound: Height and width that each of them fits into.
        beside: Another photo that shows the same, such as its result.

    Returns:
        (H, W, 3), sRGB.

    Raises:
        ImageError: If one cannot be read.
        DeviceMemoryError: If there is not enough memory.
    """
    seen = [read(each) for each in (path, beside) if each is not None]
    size = fit(seen[0].size, bound)
    return np.concatenate([view(photo, Window.whole(photo.size), size) for photo in seen], axis=1)


def write(
    path: Path,
    developed: Developed,
    *,
    bits: int | None = None,
    quality: int = 95,
    keep_times: bool = False,
) -> tuple[str, ...]:
    """Render a photo at its own size and write it; replaces what is at ``path``.

    Args:
        path: Its ending names the format.
        developed: The photo as its recipe makes it.
        bits: Per channel; None keeps the photo's own, as far as the format holds them.
        quality: Of JPEG and WebP.
        keep_times: Whether the file is as old as the photo's.

    Returns:
        What the format had no place for, for the report.

    Raises:
        ImageError: If the disk refuses or the format cannot hold the photo.
        DeviceMemoryError: If there is not enough memory.
    """
    from engine.saving import SaveOptions, save_developed  # noqa: PLC0415 - imports torch

    options = SaveOptions(bits=bits, quality=quality, keep_times=keep_times)
    losses = save_developed(path, developed, options, overwrite=True)
    return tuple(loss.value for loss in losses)


def copy(path: Path, photo: Photo, target: Path) -> None:
    """Copy a photo as it is: byte by byte, or written anew where the format differs.

    The copy is as old as the photo and at least as private.

    Raises:
        ImageError: If the disk refuses or the format cannot hold the photo.
        OSError: If the disk refuses a copy of the bytes.
    """
    if SUFFIXES.get(path.suffix.lower()) == SUFFIXES[target.suffix.lower()]:
        with reading(path):
            original = path.open("rb")
            times = times_of(path)
        beside = atomic_path(target, privacy=Privacy.of(path), times=times)
        with original, beside as copied, copied.open("wb") as file:
            shutil.copyfileobj(original, file, _BLOCK)
    else:
        rgb = photo.pixels if photo.pixels.shape[2] == 3 else np.repeat(photo.pixels, 3, axis=2)
        options = WriteOptions(
            alpha=photo.alpha, metadata=photo.metadata, original=path, keep_times=True
        )
        write_photo(target, rgb, options, overwrite=True)


def picture_of(photo: Photo) -> Picture:
    """Tell whether a photo has colors that would be replaced; sepia and other tones are none."""
    from engine.photo.picture_kind import classify  # noqa: PLC0415 - imports torch

    return classify(photo)
