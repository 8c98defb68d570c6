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
_FARTHEST = 128.0


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
        """Refuse a place outside the photo, and colors and sizes that are none."""
        if not (0 <= self.row <= 1 and 0 <= self.column <= 1 and 0 <= self.reach <= 1):
            msg = f"a hint lies in the photo, from 0 to 1, got {self}"
            raise ValueError(msg)
        _check_color(self.ab)


@dataclass(frozen=True)
class Cast:
    """The mean color of a whole photo: what it should look like from afar."""

    ab: tuple[float, float]

    def __post_init__(self) -> None:
        """Refuse colors that are none."""
        _check_color(self.ab)


AnyHint = Hint | Cast


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
    H, W = size
    planes = torch.zeros(3, H, W)
    for hint in hints:
        if isinstance(hint, Cast):
            planes[:] = _normalized(hint.ab).view(3, 1, 1) * MEAN_WEIGHT
            continue
        y, x = min(H - 1, int(hint.row * H)), min(W - 1, int(hint.column * W))
        reach = round(hint.reach * min(H, W))
        square = slice(max(0, y - reach), y + reach + 1), slice(max(0, x - reach), x + reach + 1)
        planes[:, *square] = _normalized(hint.ab).view(3, 1, 1)
    return planes


def _normalized(ab: tuple[float, float]) -> Tensor:
    return torch.tensor((ab[0] / AB_SCALE, ab[1] / AB_SCALE, 1.0))


def _check_color(ab: tuple[float, float]) -> None:
    if not all(abs(value) <= _FARTHEST for value in ab):  # also refuses what is not a number
        msg = f"a and b are within {_FARTHEST} of gray, got {ab}"
        raise ValueError(msg)
