"""What happens to pictures on film, in a scanner and in a file, as batched torch.

All planes are (B, 1, H, W), gamma-encoded gray, 0 to 1; each picture has its own parameters, (B,).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from training.jpeg import compressed

if TYPE_CHECKING:
    from torch import Tensor

_RADIUS = 6
"""Pixels that blurs reach: three deviations of the widest."""


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
    """Return what JPEG leaves of pictures.

    Args:
        planes: (B, 1, H, W)
        quality: (B,), 1 to 100, as libjpeg counts it.
    """
    return in_eight_bits(compressed(planes, per_picture(quality)))


def in_eight_bits(planes: Tensor) -> Tensor:
    """Round to the levels that eight bits have."""
    return (planes.clamp(0, 1) * 255).round() / 255
