"""How strong the grain and noise of a photo are, by lightness and by place.

Damage is told from grain by its contrast in units of this noise: one threshold then serves all
scanners and films.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Pixels

    Plane = NDArray[np.float32]
    """(H, W), gamma-encoded gray, 0 to 1."""

LEAST_NOISE = 1.5 / 255
"""Deviation below which nobody sees noise; flat and clipped areas have less, or none."""
_BLOCK = 8
"""Pixels, the side of a block that one measurement is taken from."""
_LEVELS = 16
"""Ranges of lightness with an estimate of their own."""
_FLAT_SHARE = 0.1
"""Of the blocks of a lightness so many are taken to show nothing but noise."""
_LOWEST_OF_CHI = 0.85
"""What the median deviation of the calmest tenth of 8 × 8 blocks of pure noise is of the true
one: chance makes some blocks calmer (simulated in ``test_restoration_noise.py``)."""
_FEW, _LOWEST_OF_FEW = 0.02, 0.8
"""The same share and factor for all lightnesses together: few blocks, so that a photo that is calm
hardly anywhere is not called noisy."""
_MOST_BLOCKS = 1 << 17
_FINE = 255 * 8
"""Steps of the local deviation; more than 32 of 255 levels are all the same."""
_DEVIATION = 1.4826
"""The deviation of a normal distribution, of its median magnitude."""


@dataclass(frozen=True)
class NoiseCurve:
    """Deviation of the noise as a function of lightness."""

    deviations: tuple[float, ...]
    """At equal steps of lightness from 0 to 1, in units of the plane's range."""

    def at(self, lightness: Plane | float) -> Plane:
        """Return the deviation at each lightness, interpolated."""
        steps = np.linspace(0, 1, len(self.deviations))
        return np.asarray(np.interp(lightness, steps, self.deviations), np.float32)


def plane_of(pixels: Pixels) -> Plane:
    """Return the gray, 0 to 1, of (H, W, 1) or (H, W, 3) pixels of 8 or 16 bits.

    References:
        ITU-R BT.601 luma, as in OpenCV's RGB2GRAY.
    """
    gray = pixels[..., 0] if pixels.shape[2] == 1 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return gray.astype(np.float32) / np.float32(np.iinfo(pixels.dtype).max)


def blurred(plane: Plane, deviation: float) -> Plane:
    """Return a plane after a Gaussian blur; ``deviation`` is in pixels."""
    return cv2.GaussianBlur(plane, (0, 0), deviation).astype(np.float32, copy=False)


def noise_curve(pixels: Pixels) -> NoiseCurve:
    """Measure the noise of each lightness in the calmest blocks of a photo.

    The deviation of a block is taken after a plane fitted to it is subtracted, so slopes do not
    count; grain that is clumped does.

    Args:
        pixels: (H, W, 1) or (H, W, 3), uint8 or uint16, of any size.
    """
    means, deviations, _ = _blocks(pixels)
    level = np.minimum((means * _LEVELS).astype(int), _LEVELS - 1)
    known, measured = [], []
    for k in range(_LEVELS):
        of_level = deviations[level == k]
        if of_level.size >= 8:
            known.append((k + 0.5) / _LEVELS)
            measured.append(_calm(of_level))
    if not known:
        known, measured = [0.5], [_calm(deviations) if deviations.size else 0.0]
    steps = np.linspace(0, 1, _LEVELS + 1)
    curve = np.maximum(np.interp(steps, known, measured), LEAST_NOISE)
    return NoiseCurve(tuple(float(value) for value in curve))


def noise_level(pixels: Pixels) -> float:
    """Return the deviation of a photo's noise, of all lightnesses together, in the range 0 to 1.

    Blocks in which something is clipped do not count, unless they are nearly all: there the noise
    is clipped, too. Clumped grain is found up to a third too low, as by :func:`noise_curve`, and
    what JPEG left of noise is all that counts.

    Args:
        pixels: (H, W, 1) or (H, W, 3), uint8 or uint16, of any size.
    """
    _, deviations, clipped = _blocks(pixels)
    whole = deviations[~clipped]
    counted = whole if whole.size >= _FEW * deviations.size else deviations
    return _calm(counted, _FEW, _LOWEST_OF_FEW) if counted.size else 0.0


def local_scale(difference: Plane, side: int) -> Plane:
    """Return the deviation of a difference around each pixel by its median: outliers do not count.

    In lace or leaves it is large, so nothing there stands out; in a clear sky it is the grain.

    Args:
        difference: (H, W), of zero median, as a picture less its median.
        side: Pixels of the square around each pixel, odd.
    """
    height, width = difference.shape
    fine = np.minimum(np.abs(difference[::2, ::2]) * _FINE, 255).astype(np.uint8)
    median = cv2.medianBlur(np.ascontiguousarray(fine), side // 2 | 1)
    scale = median.astype(np.float32) * np.float32(_DEVIATION / _FINE)
    resized = cv2.resize(scale, (width, height), interpolation=cv2.INTER_LINEAR)
    return resized.astype(np.float32, copy=False)


def _calm(
    deviations: NDArray[np.float32], share: float = _FLAT_SHARE, factor: float = _LOWEST_OF_CHI
) -> float:
    """Return the deviation of noise by the calmest share of blocks."""
    count = max(1, round(deviations.size * share))
    calmest = np.partition(deviations, count - 1)[:count]
    return float(np.median(calmest)) / factor


_Blocks = tuple["NDArray[np.float32]", "NDArray[np.float32]", "NDArray[np.bool_]"]
"""Of each block its mean, its deviation, and whether something in it is black or white."""


def _blocks(pixels: Pixels) -> _Blocks:
    """Return what blocks are like that lie evenly over the picture."""
    height, width = (side // _BLOCK for side in pixels.shape[:2])
    step = max(1, int(np.ceil(np.sqrt(height * width / _MOST_BLOCKS))))
    if height == 0 or width == 0:
        return np.zeros(0, np.float32), np.zeros(0, np.float32), np.zeros(0, bool)
    rows = [_row_of_blocks(pixels, row, width, step) for row in range(0, height, step)]
    means, deviations, clipped = (np.concatenate(part) for part in zip(*rows, strict=True))
    return means, deviations, clipped


def _row_of_blocks(pixels: Pixels, row: int, width: int, step: int) -> _Blocks:
    strip = plane_of(pixels[row * _BLOCK : (row + 1) * _BLOCK, : width * _BLOCK])
    blocks = strip.reshape(_BLOCK, width, _BLOCK).transpose(1, 0, 2)[::step].reshape(-1, _BLOCK**2)
    means = blocks.mean(axis=1)
    rest = blocks - (blocks @ _PLANES) @ _PLANES.T
    freedom = _BLOCK**2 - _PLANES.shape[1]
    clipped = (blocks.min(axis=1) <= 0) | (blocks.max(axis=1) >= 1)
    return means, np.sqrt((rest**2).sum(axis=1) / freedom), clipped


def _plane_basis() -> NDArray[np.float32]:
    """Return an orthonormal basis, (pixels of a block, 3), of what is constant or a slope."""
    y, x = np.mgrid[:_BLOCK, :_BLOCK] - (_BLOCK - 1) / 2
    basis = np.stack((np.ones(_BLOCK**2), x.ravel(), y.ravel()), axis=1)
    return np.asarray(basis / np.linalg.norm(basis, axis=0), np.float32)


_PLANES = _plane_basis()
