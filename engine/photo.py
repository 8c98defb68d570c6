"""A photo in memory, and rectangles of it at any size. Knows no files and no networks."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import cv2
import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray


class Reduction(Enum):
    """What reading a photo had to leave behind; the value is for the command line."""

    DEPTH = "more than 8 bits per channel became 8"
    ALPHA = "transparency was laid on white"
    PAGES = "only the first page or frame was read"


Size = tuple[int, int]
"""Height and width in pixels."""


@dataclass(frozen=True, eq=False)
class Photo:
    """A decoded photo, upright. Its pixels are never written to."""

    rgb: NDArray[np.uint8]
    """(H, W, 3), gamma-encoded sRGB."""
    path: Path | None = None
    """Where it was read from; None for the clipboard."""
    reductions: tuple[Reduction, ...] = ()
    """What reading had to leave behind."""

    def __post_init__(self) -> None:
        """Refuse anything but (H, W, 3) uint8 with at least one pixel."""
        if self.rgb.ndim != 3 or self.rgb.shape[2] != 3 or self.rgb.dtype != np.uint8:
            msg = f"expected (H, W, 3) uint8, got {self.rgb.shape} {self.rgb.dtype}"
            raise ValueError(msg)
        if self.rgb.size == 0:
            msg = f"expected at least one pixel, got {self.rgb.shape}"
            raise ValueError(msg)

    @property
    def size(self) -> Size:
        """Height and width in pixels."""
        return self.rgb.shape[0], self.rgb.shape[1]


@dataclass(frozen=True)
class Window:
    """A rectangle of a photo, in whole photo pixels."""

    top: int
    left: int
    height: int
    width: int

    @classmethod
    def whole(cls, size: Size) -> Window:
        """Return the window that covers a photo of this size."""
        return cls(0, 0, *size)

    @property
    def size(self) -> Size:
        """Height and width in pixels."""
        return self.height, self.width


def resize(rgb: NDArray[np.uint8], size: Size) -> NDArray[np.uint8]:
    """Scale (H, W, 3) pixels to ``size``: area averages down, bilinear up."""
    height, width = size
    if rgb.shape[:2] == (height, width):
        return rgb
    shrinks = height <= rgb.shape[0] and width <= rgb.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    return cv2.resize(rgb, (width, height), interpolation=method).astype(np.uint8, copy=False)


def view(photo: Photo, window: Window, size: Size) -> NDArray[np.uint8]:
    """Return the photo's own pixels in ``window``, scaled to ``size``, (height, width, 3)."""
    rows = slice(window.top, window.top + window.height)
    columns = slice(window.left, window.left + window.width)
    return resize(photo.rgb[rows, columns], size)


def fit(size: Size, bound: Size) -> Size:
    """Return the largest size of the same shape within ``bound``; never larger than ``size``."""
    scale = min(1.0, bound[0] / size[0], bound[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
