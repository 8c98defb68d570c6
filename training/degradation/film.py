"""What happens to pictures on film, in a scanner and in a file, as batched torch.

All planes are (B, 1, H, W), gamma-encoded gray, 0 to 1; each picture has its own parameters, (B,).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from training.degradation.gaussian import blurred
from training.degradation.jpeg import compressed

if TYPE_CHECKING:
    from torch import Tensor


def uniform(low: float, high: float, count: int, chance: torch.Generator) -> Tensor:
    """Return (count,) numbers between two."""
    return torch.rand(count, generator=chance, device=chance.device) * (high - low) + low


def per_picture(values: Tensor) -> Tensor:
    """Return (B,) numbers as (B, 1, 1, 1), to be used with planes."""
    return values[:, None, None, None]


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
