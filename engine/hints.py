"""Colors that the user places in a photo, and the planes in which a network sees them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from engine.color import AB_SCALE, rgb_to_lab

if TYPE_CHECKING:
    from collections.abc import Iterable

    from torch import Tensor

    from engine.photo import Size

MEAN_WEIGHT = 0.25
"""How much the mean color of a whole photo counts in the last plane, where a hint counts 1."""
DEFAULT_REACH = 0.01


@dataclass(frozen=True)
class Hint:
    """A color at a place. A hint of a = b = 0 keeps its object gray."""

    row: float
    """From 0, the photo's upper edge, to 1, the lower."""
    column: float
    """From 0, the photo's left edge, to 1, the right."""
    ab: tuple[float, float]
    reach: float = DEFAULT_REACH
    """Half the side of the square it covers, in short sides of the photo."""

    def __post_init__(self) -> None:
        """Refuse a place outside the photo."""
        if not (0 <= self.row <= 1 and 0 <= self.column <= 1):
            msg = f"a hint lies in the photo, from 0 to 1, got {self.row}, {self.column}"
            raise ValueError(msg)


def hint_of_rgb(row: float, column: float, rgb: tuple[int, int, int]) -> Hint:
    """Return a hint of an sRGB color, 0 to 255 each; its lightness is ignored."""
    lab = rgb_to_lab(torch.tensor(rgb, dtype=torch.float64).view(3, 1, 1) / 255)
    return Hint(row, column, (float(lab[1]), float(lab[2])))


def hint_planes(hints: Iterable[Hint], size: Size) -> Tensor:
    """Paint hints, later ones over earlier ones.

    Args:
        hints: In any order.
        size: Height and width at which the network sees the photo.

    Returns:
        (3, H, W): normalized ab, 0 where there is no hint, and where there is one, 0 or 1.
    """
    H, W = size
    planes = torch.zeros(3, H, W)
    for hint in hints:
        y, x = min(H - 1, int(hint.row * H)), min(W - 1, int(hint.column * W))
        reach = round(hint.reach * min(H, W))
        a, b = hint.ab
        color = torch.tensor((a / AB_SCALE, b / AB_SCALE, 1.0))
        square = slice(max(0, y - reach), y + reach + 1), slice(max(0, x - reach), x + reach + 1)
        planes[:, *square] = color.view(3, 1, 1)
    return planes
