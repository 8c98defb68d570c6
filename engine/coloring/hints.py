"""The planes in which a network sees the colors that the user placed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

from engine.photo.color import AB_SCALE, rgb_to_lab
from engine.recipe.hint import Hint, MeanColorHint

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import Tensor

    from engine.photo.photo import Size
    from engine.recipe.hint import AnyHint

MEAN_WEIGHT = 0.25
"""How much the mean color of a whole photo counts in the last plane, where a hint counts 1."""


def hint_of_rgb(row: float, column: float, rgb: tuple[int, int, int]) -> Hint:
    """Return a hint of an sRGB color, 0 to 255 each; its lightness is ignored."""
    lab = rgb_to_lab(torch.tensor(rgb, dtype=torch.float64).view(3, 1, 1) / 255)
    return Hint(row, column, (float(lab[1]), float(lab[2])))


def hint_planes(hints: Iterable[AnyHint], size: Size) -> Tensor:
    """Paint hints, later ones over earlier ones.

    Args:
        hints: In the order in which they lie over one another; a cast covers all before it.
        size: Height and width at which the network sees the photo.

    Returns:
        (3, H, W), as :meth:`engine.models.kolorit.Kolorit.predict` takes them.
    """
    planes = torch.zeros(3, *size)
    for hint in hints:
        if isinstance(hint, MeanColorHint):
            planes[:] = _normalized(hint.ab).view(3, 1, 1) * MEAN_WEIGHT
            continue
        planes[:, *hint_square(hint, size)] = _normalized(hint.ab).view(3, 1, 1)
    return planes


def hint_square(hint: Hint, size: Size) -> tuple[slice, slice]:
    """Return the rows and columns that a hint covers in a picture of a height and width."""
    radius = round(hint.radius * min(size))
    rows, columns = (
        slice(max(0, at - radius), min(at + radius + 1, length))
        for at, length in (
            (min(length - 1, int(share * length)), length)
            for share, length in zip((hint.row, hint.column), size, strict=True)
        )
    )
    return rows, columns


def _normalized(ab: tuple[float, float]) -> Tensor:
    return torch.tensor((ab[0] / AB_SCALE, ab[1] / AB_SCALE, 1.0))
