"""Holes of many shapes, batched, on any device: what a fill network is asked about.

Creases and tears are wavy lines, missing corners and borders lie beyond a line across the picture,
worn places are ellipses, and specks are where smooth noise is high. All shapes are drawn; a picture
and its hole have nothing to do with each other.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

    from training.degradation.degrade import Dice

_SHARES = {"crease": 0.35, "tear": 0.2, "corner": 0.2, "worn": 0.1, "specks": 0.15}
"""How often each shape is drawn."""
_CREASE_WIDTHS, _TEAR_WIDTHS = (4.0, 20.0), (20.0, 48.0)
"""Pixels."""
_WAVES = ((0.03, 1.0), (0.012, 2.5), (0.006, 5.0))
"""Of wavy lines: height as a part of the side, and waves along the side."""
_MOST_BEYOND = 0.45
"""Of the side, how far a missing corner reaches in from it."""
_WORN = 2
_SPECK_SIGMAS = (1.3, 2.2)
"""Of smooth noise, above which a place is a speck."""


def random_holes(side: int, dice: Dice) -> Tensor:
    """Return (B, 1, side, side), 1 in the hole and else 0; no hole covers everything."""
    line = torch.linspace(-0.5, 0.5, side, device=dice.generator.device) * side
    y, x = torch.meshgrid(line, line, indexing="ij")
    angle = dice.uniform(0, 2 * math.pi)
    along = x * torch.cos(angle) + y * torch.sin(angle)  # (B, 1, side, side)
    across = y * torch.cos(angle) - x * torch.sin(angle)
    shapes = {
        "crease": _stroke(along, across, dice, _CREASE_WIDTHS, side),
        "tear": _stroke(along, across, dice, _TEAR_WIDTHS, side),
        "corner": _corner(x, y, dice, side),
        "worn": _worn(along, across, dice, side),
        "specks": _specks(dice, side),
    }
    kind, hole, least = dice.uniform(0, 1), torch.zeros_like(along), 0.0
    for name, share in _SHARES.items():
        chosen = (kind >= least) & (kind < least + share)
        hole = torch.where(chosen, shapes[name].to(hole.dtype), hole)
        least += share
    return hole


def _stroke(
    along: Tensor, across: Tensor, dice: Dice, widths: tuple[float, float], side: int
) -> Tensor:
    """Return a wavy line of its own width, from edge to edge or to somewhere inside."""
    middle = dice.uniform(-0.35, 0.35) * side
    for height, waves in _WAVES:
        phase = dice.uniform(0, 2 * math.pi)
        turns = dice.uniform(0.3, 1) * waves * 2 * math.pi / side
        middle = middle + dice.uniform(0, height) * side * torch.sin(turns * along + phase)
    # narrow lines are as frequent as wide ones are
    width = widths[0] * (dice.uniform(0, 1) * math.log(widths[1] / widths[0])).exp()
    ends = torch.where(dice.uniform(0, 1) < 0.4, dice.uniform(-0.3, 0.5), torch.ones_like(width))
    return ((across - middle).abs() < width / 2) & (along < ends * side)


def _corner(x: Tensor, y: Tensor, dice: Dice, side: int) -> Tensor:
    """Return what lies beyond a line across a corner, or along a border."""
    quarter = (dice.uniform(0, 4).floor() + 0.5) * (math.pi / 2)
    slant = quarter + dice.uniform(-0.9, 0.9)
    inward = x * torch.cos(slant) + y * torch.sin(slant)
    deepest = inward.amax(dim=(2, 3), keepdim=True)
    wave = torch.sin((x - y) * dice.uniform(0.01, 0.1)) * dice.uniform(0, 3)
    return inward + wave > deepest - dice.uniform(0.1, _MOST_BEYOND) * side


def _worn(along: Tensor, across: Tensor, dice: Dice, side: int) -> Tensor:
    """Return ellipses."""
    worn = torch.zeros_like(along, dtype=torch.bool)
    for _ in range(_WORN):
        left, top = dice.uniform(-0.5, 0.5) * side, dice.uniform(-0.5, 0.5) * side
        wide, high = dice.uniform(4, 40), dice.uniform(4, 24)
        worn = worn | (((along - left) / wide).square() + ((across - top) / high).square() < 1)
    return worn


def _specks(dice: Dice, side: int) -> Tensor:
    """Return where smooth noise, coarser or finer, is high: many small holes."""
    coarse, fine = (
        F.interpolate(dice.noise(cells, cells), (side, side), mode="bicubic", align_corners=False)
        for cells in (side // 4, side // 2)
    )
    noise = torch.where(dice.uniform(0, 1) < 0.5, coarse, fine)
    noise = noise / noise.std(dim=(2, 3), keepdim=True).clamp(min=1e-3)
    return noise > dice.uniform(*_SPECK_SIGMAS)
