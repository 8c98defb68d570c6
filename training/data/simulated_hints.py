"""Random hints for training and measuring: colors of the truth, revealed here and there.

References:
    Zhang et al., "Real-time user-guided image colorization with learned deep priors", SIGGRAPH
    2017: random points, random patch sizes, the patch's mean color. The counts are ours.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.coloring.hints import MEAN_WEIGHT
from engine.photo.color import AB_SCALE

if TYPE_CHECKING:
    from torch import Tensor

_MOST = 128
SIZES = (1, 3, 5, 7, 9)
_MEAN_SHARE = 0.1
"""Of the hinted photos."""
_BESIDE_SHARE = 0.5
"""Of the recolored photos: those in which hints also say what stays."""
_MOST_BESIDE = 16


def random_hints(ab: Tensor, generator: torch.Generator, size: int, share: float) -> Tensor:
    """Reveal nothing of most photos, few points of others, the mean color of some.

    Args:
        ab: (B, 2, H, W), the truth.
        generator: On the device of ``ab``.
        size: Side of the revealed squares in pixels, one of ``SIZES``.
        share: Of the photos that have hints.

    Returns:
        (B, 3, H, W), as :meth:`engine.models.kolorit.Kolorit.predict` takes them.
    """
    count, device = ab.shape[0], ab.device
    kind = torch.rand(count, generator=generator, device=device)
    # between 1 and _MOST, the logarithm evenly spread: half of the hinted photos have under 12
    many = torch.rand(count, generator=generator, device=device).mul(math.log(_MOST)).exp().long()
    few = share * (1 - _MEAN_SHARE)
    points = simulate_hints(ab, torch.where(kind < few, many, 0), size, generator)
    mean = F.adaptive_avg_pool2d(ab, 1) / AB_SCALE * MEAN_WEIGHT
    everywhere = torch.cat((mean, torch.full_like(mean[:, :1], MEAN_WEIGHT)), dim=1)
    is_mean = (kind >= few) & (kind < share)
    return torch.where(is_mean.view(-1, 1, 1, 1), everywhere, points)


def recolored_hints(
    ab: Tensor, places: Tensor, wanted: Tensor, size: int, generator: torch.Generator
) -> Tensor:
    """Reveal objects that were recolored and, in half of the photos, what stayed as it was.

    Args:
        ab: (B, 2, H, W), the truth with its new colors.
        places: (B, N) int64, where the objects are, as ``row * W + column``.
        wanted: (B, N) bool, which of them there are.
        size: Side of the revealed squares in pixels, odd.
        generator: On the device of ``ab``.

    Returns:
        (B, 3, H, W), as :meth:`engine.models.kolorit.Kolorit.predict` takes them.
    """
    draws = torch.rand(2, len(ab), generator=generator, device=ab.device)
    many = draws[0].mul(math.log(_MOST_BESIDE)).exp().long()
    counts = torch.where(draws[1] < _BESIDE_SHARE, many, 0)
    return simulate_hints(ab, counts, size, generator, (places, wanted))


def simulate_hints(
    ab: Tensor,
    counts: Tensor,
    size: int,
    generator: torch.Generator,
    also: tuple[Tensor, Tensor] | None = None,
) -> Tensor:
    """Reveal squares at random places.

    Args:
        ab: (B, 2, H, W), the truth.
        counts: (B,), how many squares of each photo, 128 at most.
        size: Their side in pixels, odd.
        generator: On the device of ``ab``.
        also: Further places, (B, N) int64 as ``row * W + column``, and (B, N) bool which of them
            are wanted.

    Returns:
        (B, 3, H, W), as :meth:`engine.models.kolorit.Kolorit.predict` takes them; a square has one
        color, its mean.
    """
    B, _, H, W = ab.shape
    place = torch.randint(H * W, (B, _MOST), generator=generator, device=ab.device)
    wanted = torch.arange(_MOST, device=ab.device) < counts[:, None]
    if also is not None:
        place, wanted = torch.cat((place, also[0]), dim=1), torch.cat((wanted, also[1]), dim=1)
    centers = ab.new_zeros(B, 1, H * W).scatter_add_(
        2, place[:, None], wanted[:, None].to(ab.dtype)
    )
    centers = centers.clamp(max=1).view(B, 1, H, W)
    color = _box_sum(ab, size) / _box_sum(torch.ones_like(ab[:1, :1]), size) / AB_SCALE
    # every center becomes a square, and where squares overlap, their colors mix
    planes = _box_sum(torch.cat((color * centers, centers), dim=1), size)
    return planes / planes[:, 2:].clamp(min=1)


def _box_sum(planes: Tensor, size: int) -> Tensor:
    reach = size // 2
    rows = F.avg_pool2d(planes, (1, size), 1, (0, reach))
    return F.avg_pool2d(rows, (size, 1), 1, (reach, 0)) * size**2
