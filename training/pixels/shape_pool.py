"""Shapes of damage, drawn once and kept on the device, to be laid over pictures by the batch."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from training.data.damage import draw_shape, load_shapes
from training.degradation.film import per_picture, uniform

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from torch import Tensor

    from training.data.damage import Shapes

_SMALL, _LARGE = 64, 320
"""Pixels, sides of the two sizes of tile that shapes are kept in."""
_FITS_SMALL = 44
"""Pixels; larger shapes go into large tiles, so that small ones may be enlarged."""


class ShapePool:
    """Opacities of shapes, each in the middle of a tile with an empty rim."""

    def __init__(self, folder: Path, count: int, device: torch.device) -> None:
        """Draw shapes that are not held back, as the benchmark draws those that are.

        Args:
            folder: Of damage.
            count: How many to draw; which of them are large is up to chance.
            device: Where they are kept.
        """
        chance = np.random.default_rng(11)
        shapes = load_shapes(folder, held_back=False)
        drawn = [_drawn(shapes, chance) for _ in range(count)]
        fits = [max(one.shape) <= _FITS_SMALL for one in drawn]
        self._tiles = tuple(
            torch.from_numpy(
                np.stack(
                    [_framed(one, side) for one, f in zip(drawn, fits, strict=True) if f == small]
                )
            )[:, None].to(device)
            for side, small in ((_SMALL, True), (_LARGE, False))
        )

    def covers(
        self,
        side: int,
        slots: tuple[int, int],
        density: Tensor,
        scale: Tensor,
        chance: torch.Generator,
    ) -> tuple[Tensor, Tensor]:
        """Lay shapes at random places over squares.

        Args:
            side: Of the squares in pixels.
            slots: How many small and large shapes a square may have at most.
            density: (B,), share of the slots that are used.
            scale: (B,), of all shapes of a square.
            chance: Of shapes, places, turns and opacities.

        Returns:
            Two covers, (B, 1, side, side), opacities.
        """
        covers = [torch.zeros(len(density), 1, side, side, device=density.device) for _ in range(2)]
        for tiles, count in zip(self._tiles, slots, strict=True):
            for slot in range(count):
                cover = _laid(tiles, side, density, scale, chance)
                covers[slot % 2] = torch.maximum(covers[slot % 2], cover)
        return covers[0], covers[1]


def _laid(
    tiles: Tensor, side: int, density: Tensor, scale: Tensor, chance: torch.Generator
) -> Tensor:
    count, size = len(density), tiles.shape[-1]
    index = torch.randint(len(tiles), (count,), generator=chance, device=chance.device)
    zoom = scale * uniform(0.9, 1.1, count, chance)
    angle = uniform(-torch.pi, torch.pi, count, chance)
    place = uniform(-1, 1, 2 * count, chance).view(2, count)
    cos, sin = angle.cos() * side / size / zoom, angle.sin() * side / size / zoom
    shift_x, shift_y = cos * place[0] - sin * place[1], sin * place[0] + cos * place[1]
    theta = torch.stack((cos, -sin, -shift_x, sin, cos, -shift_y), dim=1).view(count, 2, 3)
    grid = F.affine_grid(theta, [count, 1, side, side], align_corners=False)
    cover = F.grid_sample(tiles[index].float() / 255, grid, align_corners=False)
    used = uniform(0, 1, count, chance) < density
    return cover * per_picture(used * uniform(0.35, 1, count, chance))


def _drawn(shapes: Shapes, chance: np.random.Generator) -> NDArray[np.uint8]:
    return np.rint(draw_shape(shapes, chance) * 255).astype(np.uint8)


def _framed(shape: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """Return a shape in the middle of a square; what reaches over it is cut."""
    top, left = (max(0, (length - side) // 2) for length in shape.shape)
    cut = shape[top : top + side, left : left + side]
    framed = np.zeros((side, side), np.uint8)
    top, left = ((side - length) // 2 for length in cut.shape)
    framed[top : top + cut.shape[0], left : left + cut.shape[1]] = cut
    return framed
