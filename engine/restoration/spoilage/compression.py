"""With which quality a picture was saved as JPEG, read from its pixels.

JPEG rounds the frequencies of 8 × 8 blocks to multiples of steps. Whatever the file was saved as
since, as long as the picture was not scaled the multiples are still there, if the blocks are looked
at from the same corner.

References:
    Fan and de Queiroz, "Identification of bitmap compression history: JPEG detection and quantizer
    estimation", 2003. The measure here is simpler: the mean cosine of the frequencies at the period
    of a step. ITU-T T.81, annexes A.3.3 and K.1; the Independent JPEG Group's scale of qualities.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Pixels

    Plane = NDArray[np.float32]

_BLOCK = 8
_SEEN = 2048
"""Pixels, the side of the middle of the picture that is looked at; a multiple of a block's."""
_MOST_BLOCKS = 4096
_PLACES = ((0, 1), (1, 0), (1, 1), (0, 2), (2, 0), (1, 2), (2, 1), (0, 3), (3, 0), (2, 2))
"""Row and column of the frequencies that are looked at: those of which most is left."""
_STEPS_AT_50 = np.array((11, 12, 12, 10, 14, 14, 13, 16, 14, 16), np.float32)
"""What each is rounded to a multiple of at quality 50, in levels."""
_QUALITIES = range(5, 96)
"""Above 95 steps are so fine that rounding to whole levels hides them."""
_LEAST = 0.15
"""Mean cosine from which rounding is certain; of pictures that were never JPEG it is up to 0.05."""
_LEAST_COUNT = 100
"""Frequencies that were not rounded to 0; of fewer nothing can be said."""
_NEARLY = 0.85
"""Multiples of a step are multiples of its half, too: of the qualities whose cosine is nearly the
greatest, the lowest is the one."""


def jpeg_quality(pixels: Pixels) -> int | None:
    """Return the quality, 5 to 95, that a picture was last saved with; None if it was not.

    Args:
        pixels: (H, W, 1) or (H, W, 3), uint8 or uint16, of any size.
    """
    luma = _luma_of_middle(pixels)
    for top, left in {(0, 0), _corner(luma)}:
        frequencies = _frequencies(luma[top:, left:])
        cosines = np.array([_mean_cosine(frequencies, quality) for quality in _QUALITIES])
        if cosines.max() >= _LEAST:
            return _QUALITIES[int(np.argmax(cosines >= _NEARLY * cosines.max()))]
    return None


def _luma_of_middle(pixels: Pixels) -> Plane:
    """Return the luma, 0 to 255 and not rounded, from a corner of a block of the picture's."""
    height, width = pixels.shape[:2]
    top, left = (max(0, side - _SEEN) // 2 // _BLOCK * _BLOCK for side in (height, width))
    middle = pixels[top : top + _SEEN, left : left + _SEEN].astype(np.float32)
    luma = middle @ _LUMA if pixels.shape[2] == 3 else middle[..., 0]
    return luma * np.float32(255 / np.iinfo(pixels.dtype).max)


def _corner(luma: Plane) -> tuple[int, int]:
    """Return the row and column, below 8, from which blocks are likeliest to start: edges tell."""
    return _start(luma), _start(luma.T)


def _start(luma: Plane) -> int:
    jumps = np.abs(np.diff(luma, axis=0)).mean(axis=1) if luma.size else np.zeros(0)
    if len(jumps) < 2 * _BLOCK:
        return 0
    edges = jumps[1:-1] - (jumps[:-2] + jumps[2:]) / 2  # of the border above row 2, 3, …
    mean = [np.median(edges[(start - 2) % _BLOCK :: _BLOCK]) for start in range(_BLOCK)]
    return int(np.argmax(mean))


def _frequencies(luma: Plane) -> Plane:
    """Return the looked at frequencies, (blocks, places), of blocks in which nothing is clipped."""
    rows, columns = (side // _BLOCK for side in luma.shape)
    whole = luma[: rows * _BLOCK, : columns * _BLOCK]
    lines = whole.reshape(rows, _BLOCK, columns, _BLOCK).swapaxes(1, 2)
    blocks = lines.reshape(-1, _BLOCK, _BLOCK)
    blocks = blocks[(blocks.min(axis=(1, 2)) > 0) & (blocks.max(axis=(1, 2)) < 255)]
    blocks = blocks[:: max(1, -(-len(blocks) // _MOST_BLOCKS))]
    transformed = _DCT @ blocks @ _DCT.T
    return np.stack([transformed[:, row, column] for row, column in _PLACES], axis=1)


def _mean_cosine(frequencies: Plane, quality: int) -> float:
    """Return how well frequencies lie on multiples of the steps of a quality: 1 exactly, 0 not."""
    scale = 50 / quality if quality < 50 else 2 - quality / 50
    steps = np.maximum(1, np.floor(_STEPS_AT_50 * scale + 0.5))
    multiples = frequencies / steps
    kept = np.abs(multiples) > 0.5
    if kept.sum() < _LEAST_COUNT:
        return 0.0
    return float(np.cos(2 * np.pi * multiples[kept]).mean())


def _dct_matrix() -> Plane:
    """Return the orthonormal DCT-II of eight samples."""
    k = np.arange(_BLOCK)
    matrix = np.cos(np.pi / _BLOCK * (k + 0.5) * k[:, None]) / 2
    matrix[0] /= np.sqrt(2)
    return np.asarray(matrix, np.float32)


_DCT = _dct_matrix()
_LUMA = np.array((0.299, 0.587, 0.114), np.float32)
"""ITU-T T.871."""
