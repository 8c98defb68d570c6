"""Cut and shrink a photo to what training stores."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

if TYPE_CHECKING:
    from numpy.typing import NDArray

LONGEST = 1.5
"""Long side over short side, at most, as ``datasets.py`` stores photos."""
ROOM = 2
"""Random squares are cut if the short side is at least so many times their size."""

_QUALITY = 90


def fit(rgb: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    """Crop long photos in the middle, then shrink until the short side is at most ``size`` pixels.

    Args:
        rgb: (H, W, 3) sRGB.
        size: In pixels; smaller photos are not enlarged.
    """
    height, width, _ = rgb.shape
    most = round(min(height, width) * LONGEST)
    top, left = max(0, height - most) // 2, max(0, width - most) // 2
    return _shrunk(rgb[top : top + min(height, most), left : left + min(width, most)], size)


def random_squares(
    rgb: NDArray[np.uint8], size: int, count: int, seed: int
) -> list[NDArray[np.uint8]]:
    """Cut squares anywhere in a large photo and shrink each to ``size`` pixels a side.

    Each covers half of the short side to all of it, for in smaller ones nobody could tell what they
    show, and a network learns nothing from what nobody can tell.

    Args:
        rgb: (H, W, 3) sRGB, its short side at least ``ROOM * size`` pixels.
        size: Of the results, in pixels.
        count: How many.
        seed: The squares are a function of it and of the photo's shape.
    """
    generator = np.random.default_rng(seed)
    height, width, _ = rgb.shape
    short = min(height, width)
    squares = []
    for _ in range(count):
        side = int(generator.integers(short // 2, short, endpoint=True))
        top = int(generator.integers(0, height - side, endpoint=True))
        left = int(generator.integers(0, width - side, endpoint=True))
        squares.append(_shrunk(rgb[top : top + side, left : left + side], size))
    return squares


def webp(rgb: NDArray[np.uint8]) -> bytes:
    """Return (H, W, 3) sRGB pixels as a WebP file."""
    content = io.BytesIO()
    Image.fromarray(rgb).save(content, "WEBP", quality=_QUALITY)
    return content.getvalue()


def _shrunk(rgb: NDArray[np.uint8], size: int) -> NDArray[np.uint8]:
    height, width, _ = rgb.shape
    scale = size / min(height, width)
    image = Image.fromarray(np.ascontiguousarray(rgb))
    if scale < 1:
        shape = (round(width * scale), round(height * scale))
        image = image.resize(shape, Image.Resampling.LANCZOS)
    return np.asarray(image)
