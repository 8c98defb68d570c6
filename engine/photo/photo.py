"""A photo in memory, and rectangles of it at any size. Knows no files and no networks."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from engine.opencv import cv2
from engine.photo.metadata import Metadata

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    Pixels: TypeAlias = NDArray[np.uint8 | np.uint16]
    """(H, W, 1) gray or (H, W, 3) color, gamma-encoded sRGB over the whole range of its type."""


class ReadLoss(Enum):
    """What reading a photo had to leave behind; the value is for the command line."""

    DEPTH = "more than 16 bits per channel became 16"
    PAGES = "only one of several pages or frames was read"
    CHANNELS = "channels besides color and transparency were left out"
    PROFILE = "its color profile cannot be used and was ignored"
    METADATA = "some of its metadata are damaged or too large and were left out"


Size = tuple[int, int]
"""Height and width in pixels."""


@dataclass(frozen=True, eq=False)
class Photo:
    """A decoded photo, upright. Its pixels are never written to."""

    pixels: Pixels
    """(H, W, 1) gray or (H, W, 3) color, uint8 or uint16, gamma-encoded sRGB."""
    path: Path | None = None
    """Where it was read from; None for the clipboard."""
    reductions: tuple[ReadLoss, ...] = ()
    """What reading had to leave behind."""
    alpha: Pixels | None = None
    """(H, W), of the pixels' type, 0 where nothing is; None if all of it is opaque."""
    metadata: Metadata = field(default_factory=Metadata)
    page: int = 1
    """Which one of its file, from 1."""
    pages: int = 1
    """How many its file has, of those that can be asked for."""
    turned: tuple[int, bool] = (0, False)
    """Quarter turns clockwise, 0 to 3, after swapping left and right or not: what was done to it
    since it was read, see :func:`engine.files.orientation.turn_to`."""

    def __post_init__(self) -> None:
        """Refuse anything but at least one pixel of 8 or 16 bits, in one channel or three."""
        shape, kind = self.pixels.shape, self.pixels.dtype
        if len(shape) != 3 or shape[2] not in (1, 3) or kind not in (np.uint8, np.uint16):
            msg = f"expected (H, W, 1) or (H, W, 3), uint8 or uint16, got {shape} {kind}"
            raise ValueError(msg)
        if self.pixels.size == 0:
            msg = f"expected at least one pixel, got {shape}"
            raise ValueError(msg)
        if self.alpha is not None and (self.alpha.shape, self.alpha.dtype) != (shape[:2], kind):
            msg = f"expected alpha like {shape} {kind}, got {self.alpha.shape} {self.alpha.dtype}"
            raise ValueError(msg)

    @property
    def size(self) -> Size:
        """Height and width in pixels."""
        return self.pixels.shape[0], self.pixels.shape[1]

    @property
    def bits(self) -> int:
        """Bits per channel, 8 or 16."""
        return 8 * self.pixels.dtype.itemsize

    @property
    def rgb(self) -> NDArray[np.uint8]:
        """All of it as (H, W, 3) uint8, on white: for small photos; see :func:`view`."""
        return view(self, Window.whole(self.size), self.size)


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


def resize(pixels: Pixels, size: Size) -> Pixels:
    """Scale (H, W, C) pixels to ``size``, depth kept: area averages down, bilinear up."""
    height, width = size
    if pixels.shape[:2] == (height, width):
        return pixels
    shrinks = height <= pixels.shape[0] and width <= pixels.shape[1]
    method = cv2.INTER_AREA if shrinks else cv2.INTER_LINEAR
    scaled = cv2.resize(pixels, (width, height), interpolation=method)
    return scaled.astype(pixels.dtype, copy=False).reshape(height, width, -1)


def mix(one: NDArray[np.uint8], other: NDArray[np.uint8], share: float) -> NDArray[np.uint8]:
    """Return so large a share of the second of two pictures, the rest of the first, rounded."""
    return cv2.addWeighted(one, 1 - share, other, share, 0).astype(np.uint8, copy=False)


def sample(photo: Photo, window: Window, size: Size) -> Pixels:
    """Return the photo's own pixels in ``window``, scaled to ``size``, in its own depth.

    What is transparent is laid on white, as far as it is.

    Returns:
        (height, width, 1 or 3), of the photo's type.
    """
    rows = slice(window.top, window.top + window.height)
    columns = slice(window.left, window.left + window.width)
    pixels = resize(photo.pixels[rows, columns], size)
    if photo.alpha is None:
        return pixels
    return _on_white(pixels, resize(photo.alpha[rows, columns][..., None], size))


def view(photo: Photo, window: Window, size: Size) -> NDArray[np.uint8]:
    """Return what the screen shows of ``window``: (height, width, 3) uint8."""
    pixels = in_eight_bits(sample(photo, window, size))
    return pixels if pixels.shape[2] == 3 else np.repeat(pixels, 3, axis=2)


def in_eight_bits(pixels: Pixels) -> NDArray[np.uint8]:
    """Return pixels of any shape, rounded to 8 bits; the same array if they have no more."""
    if pixels.dtype == np.uint8:
        return pixels.astype(np.uint8, copy=False)
    eight = np.empty(pixels.shape, np.uint8)
    for row, rounded in zip(pixels, eight, strict=True):
        rounded[...] = (row.astype(np.uint32) * 255 + 32767) // 65535
    return eight


def in_sixteen_bits(pixels: Pixels) -> NDArray[np.uint16]:
    """Return pixels of any shape in 16 bits; white stays white."""
    if pixels.dtype == np.uint16:
        return pixels.astype(np.uint16, copy=False)
    return np.multiply(pixels, 257, dtype=np.uint16)


def _on_white(pixels: Pixels, alpha: Pixels) -> Pixels:
    whole = np.iinfo(pixels.dtype).max
    share = alpha.astype(np.float32) / whole
    laid = pixels * share + whole * (1 - share)
    return np.round(laid).astype(pixels.dtype)


def fit(size: Size, bound: Size) -> Size:
    """Return the largest size of the same shape within ``bound``; never larger than ``size``."""
    scale = min(1.0, bound[0] / size[0], bound[1] / size[1])
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))
