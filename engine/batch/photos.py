"""The one place where a batch meets photo files: read, write, and tell color from gray.

Everything else in ``engine.batch`` goes through here, so that a richer reader or writer needs no
change elsewhere. Imports no torch.
"""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

import cv2
import numpy as np

from engine.image_io import SUFFIXES, photo_size, read_photo, write_photo

if TYPE_CHECKING:
    from pathlib import Path

    from engine.colorize import Encoding
    from engine.photo import Photo
    from engine.render_settings import RenderSettings

__all__ = ["SUFFIXES"]  # for those who may not know the rest of image_io

_LEAST_CHROMA = 6.0
"""The strongest chroma of a gray scan with noise, or of a weak cast, stays below it."""
_LEAST_UNEXPLAINED = 0.75
"""Below it color follows lightness, as in a sepia print."""
_SIDE = 48
"""Small enough that JPEG's coarse chroma and noise have averaged out."""
_TONES = 24
_LOSSLESS = ".tif"
"""For inputs in formats that are only read."""


def is_photo_name(name: str) -> bool:
    """Whether a file of this name is taken for a photo."""
    _, dot, ending = name.rpartition(".")
    return f"{dot}{ending}".lower() in SUFFIXES


def output_suffix(source: str, wanted: str | None) -> str:
    """Return the ending of an output: the wanted one, or that of the input if it can be written."""
    if wanted is not None:
        return wanted
    ending = source[source.rindex(".") :]
    return ending if ending.lower() in SUFFIXES else _LOSSLESS


def pixels(path: Path) -> int:
    """Return how many pixels a photo has, by its header.

    Raises:
        ImageError: If it cannot be read.
    """
    height, width = photo_size(path)
    return height * width


def read(path: Path) -> Photo:
    """Decode a photo.

    Raises:
        ImageError: If it cannot be read.
        DeviceMemoryError: If there is not enough memory.
    """
    return read_photo(path)


def write(path: Path, encoding: Encoding, settings: RenderSettings) -> tuple[str, ...]:
    """Render a colored photo at its own size and write it; replaces what is at ``path``.

    Args:
        path: Its ending names the format.
        encoding: The colored photo.
        settings: Applied to every pixel.

    Returns:
        What the format had no place for, for the report.

    Raises:
        ImageError: If the disk refuses or the format cannot hold the photo.
        DeviceMemoryError: If there is not enough memory.
    """
    from engine.colorize import render_photo  # noqa: PLC0415 - imports torch

    write_photo(path, render_photo(encoding, settings), overwrite=True)
    return ()


def copy(path: Path, photo: Photo, target: Path) -> None:
    """Copy a photo as it is: byte by byte, or written anew where the format differs.

    Raises:
        ImageError: If the disk refuses or the format cannot hold the photo.
        OSError: If the disk refuses a copy of the bytes.
    """
    if SUFFIXES[path.suffix.lower()] == SUFFIXES[target.suffix.lower()]:
        shutil.copyfile(path, target)
        with target.open("r+b") as file:
            os.fsync(file.fileno())
    else:
        write_photo(target, photo.rgb, overwrite=True)


def is_colored(photo: Photo) -> bool:
    """Whether a photo is in color already; sepia and other tones of one color do not count.

    A toned photo has one color for each lightness. So pixels are sorted by lightness into equal
    groups, and what is left of ab after the median of each group is color that tone does not
    explain; it is weighed by the overall chroma, because noise leaves something too.
    """
    scale = _SIDE / min(photo.size)
    height, width = (max(1, round(side * min(1.0, scale))) for side in photo.size)
    small = cv2.resize(photo.rgb, (width, height), interpolation=cv2.INTER_AREA)
    lab = cv2.cvtColor(small.astype(np.float32) / 255, cv2.COLOR_RGB2LAB).reshape(-1, 3)
    chroma = np.hypot(lab[:, 1], lab[:, 2])
    if np.percentile(chroma, 99) < _LEAST_CHROMA:
        return False
    ab = lab[np.argsort(lab[:, 0], kind="stable"), 1:]
    groups = np.array_split(ab, min(_TONES, len(ab)))
    left = np.concatenate([group - np.median(group, axis=0) for group in groups])
    unexplained = np.sqrt(np.mean(left**2)) / np.sqrt(np.sqrt(np.mean(ab**2)))
    return bool(unexplained >= _LEAST_UNEXPLAINED)
