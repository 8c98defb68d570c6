"""A stroke of a brush over a photo: what a person marked, kept as the way of the hand.

Never a raster: it is small in a file, one step to undo, and the same at every size of the photo.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

_MOST_POINTS = 10_000
LARGEST = 0.5
"""Of a brush's radius, in short sides of the photo."""


@dataclass(frozen=True)
class Stroke:
    """A line drawn with a round brush."""

    points: tuple[tuple[float, float], ...]
    """Where the hand went: (row, column), 0 to 1 in the photo; one point is a dab."""
    radius: float
    """Of the brush, as a share of the photo's short side, above 0 to 0.5."""
    keeps: bool = False
    """Whether it protects what it covers, instead of marking it as damaged."""
    source: tuple[float, float] | None = None
    """The place, (row, column), 0 to 1 in the photo, that its first point gets its texture from,
    and the others from as far beside it; None lets the program find texture."""

    def __post_init__(self) -> None:
        """Refuse what no hand has drawn."""
        if not 1 <= len(self.points) <= _MOST_POINTS:
            msg = f"a stroke has 1 to {_MOST_POINTS} points, got {len(self.points)}"
            raise ValueError(msg)
        places = self.points if self.source is None else (*self.points, self.source)
        if not all(math.isfinite(x) and 0 <= x <= 1 for point in places for x in point):
            msg = "the points of a stroke, and its source, are 0 to 1"
            raise ValueError(msg)
        if not 0 < self.radius <= LARGEST:
            msg = f"the radius of a brush is above 0 to {LARGEST:g}, got {self.radius:g}"
            raise ValueError(msg)
