"""Damage that is hardly wider than a pixel: scratches along the film, fibers, and pinholes.

Outlines that were drawn by hand on large scans hold nothing so fine, but scans of a few megapixels
do: what was seven pixels wide there is one here.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from training.degradation.film import per_picture, uniform

if TYPE_CHECKING:
    from torch import Tensor

_LINES, _SPECKS = 3, 16
"""That a square has at most."""
_KNOTS = 5
"""Places along a line at which its way and its strength are drawn by chance."""
_CORE, _EDGE = 3.0, 0.5
"""Times the bell of a speck, less this: opaque above a half of it, gone below a sixth."""


def thin_damage(side: int, count: int, chance: torch.Generator) -> Tensor:
    """Return opacities, (count, 1, side, side): lines in half of the squares, specks in half.

    Args:
        side: Of the squares in pixels.
        count: How many squares.
        chance: On the device that they shall be on.
    """
    cover = torch.zeros(count, 1, side, side, device=chance.device)
    lined = uniform(0, 1, count, chance) < 0.5
    specked = uniform(0, 1, count, chance) < 0.5
    for _ in range(_LINES):
        here = lined & (uniform(0, 1, count, chance) < 0.6)
        cover = torch.maximum(cover, _line(side, count, chance) * per_picture(here))
    for _ in range(_SPECKS):
        here = specked & (uniform(0, 1, count, chance) < 0.5)
        cover = torch.maximum(cover, _speck(side, count, chance) * per_picture(here))
    return cover


def _line(side: int, count: int, chance: torch.Generator) -> Tensor:
    """Return a line across each square: half of them run nearly along its columns or rows."""
    y, x = _places(side, chance.device)
    at_random = uniform(-math.pi / 2, math.pi / 2, count, chance)
    upright = uniform(-0.06, 0.06, count, chance)
    lying = (uniform(0, 1, count, chance) < 0.3) * (math.pi / 2)
    angle = torch.where(uniform(0, 1, count, chance) < 0.5, at_random, upright + lying)
    cos, sin = per_picture(angle.cos()), per_picture(angle.sin())
    along, across = y * cos - x * sin, x * cos + y * sin
    sway = _knotted(along, uniform(0, 0.02, count, chance), chance)
    distance = (across - per_picture(uniform(-0.5, 0.5, count, chance)) - sway).abs() * side
    width = per_picture(uniform(0.35, 1.1, count, chance))
    strength = _knotted(along, torch.ones(count, device=chance.device), chance)
    worn = per_picture(uniform(0, 1, count, chance) < 0.5)
    fading = torch.where(worn, (0.7 + strength).clamp(0, 1), torch.ones_like(strength))
    start, length = uniform(-0.9, 0.3, count, chance), uniform(0.3, 1.5, count, chance)
    within = (along > per_picture(start)) & (along < per_picture(start + length))
    opacity = per_picture(uniform(0.35, 1, count, chance))
    return (width + 0.5 - distance).clamp(0, 1) * fading * within * opacity


def _speck(side: int, count: int, chance: torch.Generator) -> Tensor:
    """Return a round or oval speck in each square, with the soft rim that a scanner gives it."""
    y, x = _places(side, chance.device)
    top, left = (per_picture(uniform(-0.5, 0.5, count, chance)) for _ in range(2))
    size = 0.4 + 2 * uniform(0, 1, count, chance).square()
    longer = uniform(0.7, 1.4, count, chance)
    height, width = per_picture(size * longer), per_picture(size / longer)
    bell = (((y - top) * side / height).square() + ((x - left) * side / width).square()) / 2
    return (_CORE * torch.exp(-bell) - _EDGE).clamp(0, 1) * per_picture(
        uniform(0.4, 1, count, chance)
    )


def _places(side: int, device: torch.device) -> tuple[Tensor, Tensor]:
    """Return rows, (side, 1), and columns, (side,), from -0.5 to 0.5."""
    line = (torch.arange(side, device=device) + 0.5) / side - 0.5
    return line[:, None], line


def _knotted(along: Tensor, amount: Tensor, chance: torch.Generator) -> Tensor:
    """Return values that change smoothly along each line, (count, 1, side, side)."""
    knots = torch.randn(len(amount), 1, 1, _KNOTS, generator=chance, device=chance.device)
    knots = knots * per_picture(amount)
    grid = torch.stack((along * math.sqrt(2), torch.zeros_like(along)), dim=-1)[:, 0]
    return F.grid_sample(knots, grid, padding_mode="border", align_corners=False)
