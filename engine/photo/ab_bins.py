"""The quantized ab plane: colors as classes, and a distribution over classes as a color.

References:
    Zhang, Isola, Efros, "Colorful image colorization", ECCV 2016: the in-gamut grid of step 10,
    soft encoding to the 5 nearest bins with sigma 5, and the annealed mean.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from torch import Tensor
from torch.nn import functional as F

from engine.photo.color import rgb_to_lab

STEP = 10.0
"""Distance of neighboring bins in a and in b."""

_NEIGHBORS = 5
_SIGMA = 5.0
_CUBE_STEPS = 52
_REACH = 16
"""Bins on each side of gray, in a and in b: more than sRGB needs."""


def gamut_bins() -> Tensor:
    """Return the centers, (Q, 2), of all bins that some sRGB color falls into, in fixed order."""
    return _gamut_bins().clone()  # whoever gets it may change it


@lru_cache(maxsize=1)  # every network is built with them
def _gamut_bins() -> Tensor:
    # on the CPU even where networks are built without memory, since the count decides a shape
    steps = torch.linspace(0, 1, _CUBE_STEPS, dtype=torch.float64, device="cpu")
    cube = torch.stack(torch.meshgrid(steps, steps, steps, indexing="ij")).flatten(2)
    ab = rgb_to_lab(cube)[1:].flatten(1).T  # (52 ** 3, 2)
    cells = (ab / STEP).round().long() + _REACH
    is_used = torch.zeros(2 * _REACH, 2 * _REACH, dtype=torch.bool, device="cpu")
    is_used[cells[:, 0], cells[:, 1]] = True
    return (is_used.nonzero() - _REACH).mul(STEP).float()


def soft_encode(ab: Tensor, bins: Tensor) -> tuple[Tensor, Tensor]:
    """Spread each color over its nearest bins.

    Args:
        ab: (B, 2, H, W).
        bins: (Q, 2).

    Returns:
        Indices of the 5 nearest bins, nearest first, (B, 5, H, W) int64, and their weights, which
        add up to 1, (B, 5, H, W).
    """
    colors = ab.movedim(1, -1)  # (B, H, W, 2)
    distance, index = torch.cdist(colors, bins).topk(_NEIGHBORS, dim=-1, largest=False)
    weight = torch.exp(-0.5 * (distance / _SIGMA) ** 2)
    weight = weight / weight.sum(dim=-1, keepdim=True)
    return index.movedim(-1, 1), weight.movedim(-1, 1)


def annealed_mean(logits: Tensor, bins: Tensor, temperature: float) -> Tensor:
    """Return the mean color of a sharpened distribution.

    Args:
        logits: (B, Q, H, W).
        bins: (Q, C): two coordinates, or more that are averaged alike.
        temperature: 1 is the plain mean, safe and pale; toward 0 the likeliest bin, vivid.

    Returns:
        ab, (B, C, H, W).
    """
    # bins last: where networks run channels-last, that is how the logits lie in memory
    probability = F.softmax(logits.movedim(1, -1) / temperature, dim=-1)
    with torch.autocast(logits.device.type, enabled=False):  # bf16 would cost half a unit of ab
        return (probability @ bins.to(probability.dtype)).movedim(-1, 1)
