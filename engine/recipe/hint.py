"""Colors that the user places in a photo, as plain values. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

DEFAULT_RADIUS = 0.01
NATURAL_REACH = 0.5
_FARTHEST = 128.0


@dataclass(frozen=True)
class Hint:
    """A color at a place. A hint of a = b = 0 keeps its object gray."""

    row: float
    """From 0, the photo's upper edge, to 1, the lower."""
    column: float
    """From 0, the photo's left edge, to 1, the right."""
    ab: tuple[float, float]
    radius: float = DEFAULT_RADIUS
    """Half the side of the square it covers, in short sides of the photo."""
    reach: float = NATURAL_REACH
    """How far it goes beyond that: from 0, what is hardly different, over 0.5, its object, to 1,
    the whole photo."""
    taken_over: bool = False
    """Whether it comes from another photo of the album, rather than from a person's hand."""
    taken_from: str = ""
    """Name of that photo's file; empty if it has none, or if a person set the hint."""

    def __post_init__(self) -> None:
        """Refuse a place outside the photo, and colors and sizes that are none."""
        shares = (self.row, self.column, self.radius, self.reach)
        if not all(0 <= share <= 1 for share in shares):
            msg = f"a hint lies in the photo, all its shares from 0 to 1, got {self}"
            raise ValueError(msg)
        _check_color(self.ab)

    def by_hand(self, **changes: Any) -> Hint:
        """Return the hint as a person changes it, who has set it from then on.

        Args:
            changes: Fields that are others.

        Raises:
            ValueError: If a place, a color or a size is none.
        """
        return replace(self, taken_over=False, taken_from="", **changes)


@dataclass(frozen=True)
class MeanColorHint:
    """The mean color of a whole photo: what it should look like from afar."""

    ab: tuple[float, float]

    def __post_init__(self) -> None:
        """Refuse colors that are none."""
        _check_color(self.ab)


AnyHint = Hint | MeanColorHint


def _check_color(ab: tuple[float, float]) -> None:
    if not all(abs(value) <= _FARTHEST for value in ab):  # also refuses what is not a number
        msg = f"a and b are within {_FARTHEST} of gray, got {ab}"
        raise ValueError(msg)
