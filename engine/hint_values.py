"""Colors that the user places in a photo, as plain values. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass

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


def _check_color(ab: tuple[float, float]) -> None:
    if not all(abs(value) <= _FARTHEST for value in ab):  # also refuses what is not a number
        msg = f"a and b are within {_FARTHEST} of gray, got {ab}"
        raise ValueError(msg)
