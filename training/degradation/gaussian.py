"""Gaussian blur, batched, each picture with a deviation of its own.

As products of matrices: convolutions with a kernel for each picture are slow on graphics cards.
"""

from __future__ import annotations

from functools import cache

import torch
from torch import Tensor

_REACH = 6
"""Pixels: three deviations of the widest."""
_LEAST = 0.05
"""Pixels; of less nothing is seen."""


def blurred(planes: Tensor, deviations: Tensor) -> Tensor:
    """Blur each picture by a Gaussian of its own, mirrored at the borders.

    Args:
        planes: (B, C, H, W), float32.
        deviations: (B,), in pixels, 0 to 2; 0 changes nothing.
    """
    H, W = planes.shape[-2:]
    kernels = _kernels(deviations)
    down, across = (_matrices(kernels, side) for side in (H, W))
    return down @ planes @ across.mT


def _kernels(deviations: Tensor) -> Tensor:
    """Return (B, 2 reach + 1), each of sum 1."""
    steps = torch.arange(-_REACH, _REACH + 1, device=deviations.device)
    kernels = torch.exp(-0.5 * (steps / deviations.clamp(min=_LEAST)[:, None]) ** 2)
    return kernels / kernels.sum(dim=1, keepdim=True)


def _matrices(kernels: Tensor, side: int) -> Tensor:
    """Return (B, 1, side, side) that blur a column of pixels when they are applied to it."""
    return (kernels @ _mirrored_shifts(side, kernels.device)).view(-1, 1, side, side)


@cache
def _mirrored_shifts(side: int, device: torch.device) -> Tensor:
    """Return (2 reach + 1, side²): for each shift, which pixel is seen from which."""
    places = torch.arange(side)
    seen = places + torch.arange(-_REACH, _REACH + 1)[:, None]
    if side > 1:
        seen = ((seen + side - 1) % (2 * side - 2) - (side - 1)).abs()
    else:
        seen = torch.zeros_like(seen)
    return (seen[..., None] == places).float().flatten(1).to(device)
