"""What happens to pictures on film, in a scanner and in a file, as batched torch.

All planes are (B, 1, H, W), gamma-encoded gray, 0 to 1; each picture has its own parameters, (B,).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

_RADIUS = 6
"""Pixels that blurs reach: three deviations of the widest."""
_BLOCK = 8
_LUMINANCE = (
    *(16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55),
    *(14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51, 87, 80, 62),
    *(18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92),
    *(49, 64, 78, 87, 103, 121, 120, 101, 72, 92, 95, 98, 112, 100, 103, 99),
)
"""Steps of the luminance coefficients, ITU-T T.81, table K.1."""


def uniform(low: float, high: float, count: int, chance: torch.Generator) -> Tensor:
    """Return (count,) numbers between two."""
    return torch.rand(count, generator=chance, device=chance.device) * (high - low) + low


def per_picture(values: Tensor) -> Tensor:
    """Return (B,) numbers as (B, 1, 1, 1), to be used with planes."""
    return values[:, None, None, None]


def blurred(planes: Tensor, deviation: Tensor) -> Tensor:
    """Blur each picture by a Gaussian of its own; deviations are in pixels, 0 to 2.

    A deviation of nearly 0 changes nothing.
    """
    count = len(planes)
    taps = torch.arange(-_RADIUS, _RADIUS + 1, device=planes.device, dtype=planes.dtype)
    kernel = torch.exp(-0.5 * (taps / deviation.clamp(min=0.05)[:, None]) ** 2)
    kernel = (kernel / kernel.sum(1, keepdim=True))[:, None]  # (B, 1, taps)
    padded = F.pad(planes, (_RADIUS,) * 4, mode="reflect").transpose(0, 1)  # (1, B, H, W)
    rows = F.conv2d(padded, kernel[:, :, :, None], groups=count)
    return F.conv2d(rows, kernel[:, :, None], groups=count).transpose(0, 1)


def with_grain(planes: Tensor, level: Tensor, clump: Tensor, chance: torch.Generator) -> Tensor:
    """Add grain, most in the midtones.

    Args:
        planes: (B, 1, H, W)
        level: (B,), deviation in levels of 255.
        clump: (B,), deviation of the blur that makes clumps of noise, in pixels.
        chance: Of the grain.
    """
    noise = torch.randn(planes.shape, generator=chance, device=planes.device)
    noise = blurred(noise, clump)
    noise = noise / noise.std(dim=(1, 2, 3), keepdim=True) * per_picture(level / 255)
    return (planes + noise * (0.5 + 2 * planes * (1 - planes))).clamp(0, 1)


def as_jpeg(planes: Tensor, quality: Tensor) -> Tensor:
    """Return what JPEG leaves of pictures whose sides are multiples of 8.

    Args:
        planes: (B, 1, H, W)
        quality: (B,), 1 to 100, as libjpeg counts it.

    References:
        ITU-T T.81, 1992; the scale of qualities is the Independent JPEG Group's.
    """
    height, width = planes.shape[2:]
    transform = _cosines().to(planes.device)
    scale = torch.where(quality < 50, 5000 / quality, 200 - 2 * quality)
    steps = torch.tensor(_LUMINANCE, device=planes.device, dtype=planes.dtype)
    steps = ((steps * scale[:, None] + 50) / 100).floor().clamp(1, 255)
    steps = steps.view(-1, 1, 1, 1, _BLOCK, _BLOCK)
    blocks = (planes * 255 - 128).view(-1, 1, height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK)
    blocks = blocks.transpose(3, 4)  # (B, 1, rows, columns, 8, 8)
    coefficients = transform @ blocks @ transform.T
    coefficients = (coefficients / steps).round() * steps
    blocks = transform.T @ coefficients @ transform
    decoded = (blocks.transpose(3, 4).reshape(planes.shape) + 128) / 255
    return in_eight_bits(decoded)


def in_eight_bits(planes: Tensor) -> Tensor:
    """Round to the levels that eight bits have."""
    return (planes.clamp(0, 1) * 255).round() / 255


@cache
def _cosines() -> Tensor:
    """Return the orthonormal discrete cosine transform of eight samples, (8, 8)."""
    k = torch.arange(_BLOCK, dtype=torch.float64)
    rows: Tensor = torch.cos(torch.pi * k[:, None] * (k + 0.5) / _BLOCK) * (2 / _BLOCK) ** 0.5
    rows[0] /= 2**0.5
    return rows.float()
