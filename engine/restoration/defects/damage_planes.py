"""What a network that looks for damage is shown: a picture, and how each pixel stands out from it.

Dust, hairs and scratches are narrow: a median over a wider square does not see them. Differences to
it are divided by how strongly the picture varies around, so that a speck looks alike on the film
of any scanner; a network need not learn that, and what it learned holds for grain it never saw.

Training makes the planes of its own pictures with the very same function.

References:
    Devillard, "Fast median search", 1998: the median of nine by 19 exchanges.
"""

from __future__ import annotations

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.restoration.spoilage.noise import LEAST_NOISE

REACH = 64
"""Pixels around a pixel that the planes depend on."""
_GRID = 8
"""Medians are taken of means of so many pixels squared, and of half as many."""
_WINDOW = 17
"""Cells of 4 pixels, the side of the square that the scale is measured in."""
_DEVIATION = 1.48
"""A normal distribution's deviation over the squared mean root of its magnitude."""
_MOST = 8.0
"""Scales to which differences are compressed: a speck is sure long before."""
_EXCHANGES = (
    *((1, 2), (4, 5), (7, 8), (0, 1), (3, 4), (6, 7), (1, 2), (4, 5), (7, 8), (0, 3)),
    *((5, 8), (4, 7), (3, 6), (1, 4), (2, 5), (4, 7), (4, 2), (6, 4), (4, 2)),
)


def damage_planes(gray: Tensor) -> Tensor:
    """Return the planes that networks for the task ``defects`` take.

    Args:
        gray: (B, 1, H, W), gamma-encoded gray, 0 to 1.

    Returns:
        (B, 4, H, W): the gray, −1 to 1; its differences to a median over 20 px and to one over
        40, in units of the local scale, compressed to less than ±8; the logarithm of the scale.
    """
    height, width = gray.shape[2:]
    padded = F.pad(gray, (0, -width % _GRID, 0, -height % _GRID), mode="replicate")
    quarter = F.avg_pool2d(padded, 4)
    near = padded - _enlarged(_median(quarter), 4)
    wide = padded - _enlarged(_median(F.avg_pool2d(quarter, 2)), 8)
    scale = _local_scale(near)
    enlarged = _enlarged(scale, 4)
    planes = (
        2 * padded - 1,
        _compressed(near, enlarged),
        _compressed(wide, enlarged),
        _enlarged(torch.log(scale / LEAST_NOISE), 4),
    )
    return torch.cat(planes, dim=1)[:, :, :height, :width]


def _compressed(difference: Tensor, scale: Tensor) -> Tensor:
    """Return z / (1 + |z| / 8), where z is a difference in units of a scale."""
    return difference / torch.add(scale, difference.abs(), alpha=1 / _MOST)


def uncompressed(z: float) -> float:
    """Return how many units of the local scale a compressed difference is."""
    return z / (1 - abs(z) / _MOST)


def _local_scale(difference: Tensor) -> Tensor:
    """Return the deviation around each cell of 4 × 4; by roots: few outliers hardly count."""
    roots = F.avg_pool2d(difference.abs().sqrt_(), 4)
    margin = _WINDOW // 2
    for axis in (2, 3):
        roots = _mirrored(roots, margin, axis)
    mean = F.avg_pool2d(roots, _WINDOW, 1)
    return (mean.square() * _DEVIATION).clamp(min=LEAST_NOISE)


def _mirrored(planes: Tensor, margin: int, axis: int) -> Tensor:
    length = planes.shape[axis]
    lines = torch.arange(-margin, length + margin, device=planes.device)
    period = max(1, 2 * (length - 1))
    lines = ((lines + length - 1) % period - (length - 1)).abs()
    return planes.index_select(axis, lines)


def _median(planes: Tensor) -> Tensor:
    """Return the median of nine cells, two apart, around each cell."""
    height, width = planes.shape[2:]
    padded = _mirrored(_mirrored(planes, 2, 2), 2, 3)
    nine = [
        padded[:, :, top : top + height, left : left + width]
        for top in (0, 2, 4)
        for left in (0, 2, 4)
    ]
    for low, high in _EXCHANGES:
        nine[low], nine[high] = (
            torch.minimum(nine[low], nine[high]),
            torch.maximum(nine[low], nine[high]),
        )
    return nine[4]


def _enlarged(planes: Tensor, factor: int) -> Tensor:
    return F.interpolate(planes, scale_factor=float(factor), mode="bilinear")
