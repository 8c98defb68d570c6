"""Creases, drawn because no data have them: a flaked line with a light and a dark side."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from training.degradation.film import per_picture, uniform
from training.degradation.gaussian import blurred

if TYPE_CHECKING:
    from torch import Tensor

_FLAKES = 2.0
"""Pixels, the blur of the noise that decides where the surface is flaked off."""


@dataclass(frozen=True)
class Creases:
    """One crease in each picture, (B, 1, side, side)."""

    flaked: Tensor
    """Opacity of the bare paper."""
    relief: Tensor
    """What the bent surface adds to the gray beside it."""


def draw_creases(side: int, count: int, chance: torch.Generator) -> Creases:
    """Draw slightly bent lines across squares.

    Args:
        side: Of the squares in pixels.
        count: How many squares.
        chance: Of all that is drawn.
    """
    place = torch.linspace(-1, 1, side, device=chance.device)
    angle = per_picture(uniform(-torch.pi, torch.pi, count, chance))
    along = place[None, None, None, :] * angle.cos() + place[None, None, :, None] * angle.sin()
    across = place[None, None, :, None] * angle.cos() - place[None, None, None, :] * angle.sin()
    bend = per_picture(uniform(-0.15, 0.15, count, chance))
    offset = per_picture(uniform(-0.6, 0.6, count, chance))
    distance = (across - offset - bend * along.square()) * (side / 2)  # in pixels
    noise = torch.randn(count, 1, side, side, generator=chance, device=chance.device)
    noise = blurred(noise, torch.full((count,), _FLAKES, device=chance.device))
    noise = noise / noise.std(dim=(1, 2, 3), keepdim=True)
    width = per_picture(uniform(0.6, 6, count, chance))
    rough = width * (1 + 0.35 * noise) + per_picture(uniform(-1, 0.5, count, chance)) * noise.abs()
    flaked = (rough - distance.abs() + 0.5).clamp(0, 1)
    reach = width + per_picture(uniform(1, 6, count, chance))
    relief = torch.exp(-((distance.abs() / reach) ** 2)) * distance.sign()
    return Creases(flaked, relief * per_picture(uniform(-0.08, 0.08, count, chance)))
