"""Recolored truth: objects that get another color, so that hints learn where to stop.

A hint of the true color teaches a network how far a color reaches; only an object whose color is
changed while all around it stays teaches where it must end. A region is grown from a random
place, over neighbors of a similar true ab, and its colors move to another place in the ab plane,
at their own lightness.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

_CELL = 4
"""Pixels of a side of the cells in which regions are grown."""
_GROWTH_STEPS = 40
_CANDIDATES = 24
_LIKENESS = (6.0, 14.0)
"""Range of the ab distance within which a neighbor belongs to a region."""
_LIGHTNESS_LIKENESS = 3.0
"""How many times more a region may vary in lightness than in ab."""
_LEAST_CHANGE = 15.0
"""In ab: what is nearer to the old color is turned in hue instead."""


def grow_regions(lab: Tensor, seeds: Tensor, likeness: Tensor) -> Tensor:
    """Return how much each pixel belongs to the object around a place.

    Args:
        lab: (B, 3, H, W), L in [0, 100]; H and W multiples of 4.
        seeds: (B,) int64, places as ``row * W + column``.
        likeness: (B,), the ab distance at which half belongs.

    Returns:
        (B, 1, H, W) in [0, 1]: near 1 in the region, with the edges of ``lab`` itself.
    """
    B, _, H, W = lab.shape
    color = lab.flatten(2).gather(2, seeds.view(B, 1, 1).expand(B, 3, 1)).view(B, 3, 1, 1)
    difference = lab - color
    distance = (
        difference[:, 1:].square().sum(dim=1, keepdim=True)
        + (difference[:, :1] / _LIGHTNESS_LIKENESS).square()
    ).sqrt()
    like = torch.sigmoid((likeness.view(B, 1, 1, 1) - distance) * (6 / likeness.view(B, 1, 1, 1)))
    cells = F.avg_pool2d(like, _CELL)  # (B, 1, H / 4, W / 4)
    flood = torch.zeros_like(cells)
    cell = (seeds // W // _CELL) * (W // _CELL) + seeds % W // _CELL
    flood.view(B, -1).scatter_(1, cell[:, None], 1.0)
    passable = (cells > 0.4).to(cells.dtype)
    for _ in range(_GROWTH_STEPS):
        flood = torch.maximum(flood, F.max_pool2d(flood, 3, 1, 1) * passable)
    near = F.max_pool2d(flood, 3, 1, 1)  # edges are the pixels' own, not those of the cells
    return like * F.interpolate(near, (H, W), mode="nearest")


def recolor(
    lab: Tensor, generator: torch.Generator, chosen: Tensor
) -> tuple[Tensor, Tensor, Tensor]:
    """Give one object of the chosen photos another color.

    The new color is one that another photo of the batch has at a similar lightness, or the old
    one turned in hue.

    Args:
        lab: (B, 3, H, W), the truth.
        generator: On the device of ``lab``.
        chosen: (B,) bool.

    Returns:
        The new ab, (B, 2, H, W); the region, (B, 1, H, W) in [0, 1], 0 in other photos; and the
        place it grew from, (B,) int64.
    """
    B, _, H, W = lab.shape
    device = lab.device

    def uniform(low: float, high: float, *shape: int) -> Tensor:
        return low + (high - low) * torch.rand(shape, generator=generator, device=device)

    seeds = torch.randint(H * W, (B,), generator=generator, device=device)
    region = grow_regions(lab, seeds, uniform(*_LIKENESS, B)) * chosen.view(B, 1, 1, 1)
    weight = region.sum(dim=(2, 3)).clamp(min=1e-6)
    mean = (lab * region).sum(dim=(2, 3)) / weight  # (B, 3)
    target = _other_colors(lab, mean, generator)
    too_near = (target - mean[:, 1:]).norm(dim=1, keepdim=True) < _LEAST_CHANGE
    target = torch.where(too_near, _turned(mean[:, 1:], uniform(90, 270, B), generator), target)
    flat = uniform(0.3, 1.0, B, 1, 1, 1)  # how much of its own variation an object keeps
    fresh = target.view(B, 2, 1, 1) + (lab[:, 1:] - mean[:, 1:].view(B, 2, 1, 1)) * flat
    return torch.lerp(lab[:, 1:], fresh, region), region, seeds


def _other_colors(lab: Tensor, mean: Tensor, generator: torch.Generator) -> Tensor:
    """Return for each photo, (B, 2), the ab of a pixel of another one with its object's L."""
    B, _, H, W = lab.shape
    pixels = lab.movedim(1, -1).reshape(-1, 3)
    picks = torch.randint(B * H * W, (B, _CANDIDATES), generator=generator, device=lab.device)
    candidates = pixels[picks]  # (B, candidates, 3)
    strangeness = (candidates[..., 0] - mean[:, :1]).abs() - candidates[..., 1:].norm(dim=-1) / 2
    best = strangeness.argmin(dim=1)
    return candidates[torch.arange(B, device=lab.device), best, 1:]


def _turned(ab: Tensor, degrees: Tensor, generator: torch.Generator) -> Tensor:
    """Turn the hue of (B, 2), and make what is nearly gray colorful."""
    angle = torch.atan2(ab[:, 1], ab[:, 0]) + torch.deg2rad(degrees)
    random = torch.rand(len(ab), generator=generator, device=ab.device)
    chroma = torch.maximum(ab.norm(dim=1), 15 + 40 * random)
    return torch.stack((chroma * angle.cos(), chroma * angle.sin()), dim=1)
