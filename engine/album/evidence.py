"""What speaks for a place of another photo showing the same thing, and how likely that makes it."""

from __future__ import annotations

import math
from dataclasses import dataclass

# two logistic regressions on synthetic albums of training photos that runs are watched by,
# python -m training.fit_album PHOTOS --limit 44
_ALIGNED = (-1.16, 0.59, 4.41, -2.37, 1.99, 2.41)
_ALIKE = (3.07, -0.49, -1.78, -0.84, -2.44)
_STRANGEST = 20.0


@dataclass(frozen=True)
class Evidence:
    """What speaks for a place of another photo showing the same thing."""

    row: float
    """As a share of the photo, 0 to 1."""
    column: float
    agreeing: int
    """Marks that say how one photo lies in the other; 0 if it is not known."""
    supporting: int
    """Of them, those on the thing itself."""
    marks: int
    """Of the thing, found again or not."""
    strangeness: float
    """How much more the lightness differs there than elsewhere, see frames; 0 if not known."""
    point: float
    """Mean cosine of the network's features of both places."""
    back: float
    """How much the place that is most like it in the first photo belongs to the thing, 0 to 1."""
    rank: float
    """Difference in lightness, in shares of their photos' pixels that are darker."""
    texture: float
    """Logarithm of how much more contrast the one has than the other."""

    @property
    def measures(self) -> tuple[float, ...]:
        """What the likelihood is made of."""
        if not self.agreeing:
            return (self.point, self.back, self.rank, self.texture)
        return (
            math.log(self.agreeing),
            math.log1p(self.supporting),
            (self.supporting + 0.5) / (self.marks + 2),
            math.log(min(self.strangeness, _STRANGEST) + 0.2),
            self.point,
        )

    @property
    def likelihood(self) -> float:
        """That it is the same thing, 0 to 1."""
        *weights, bias = _ALIGNED if self.agreeing else _ALIKE
        score = bias + sum(w * m for w, m in zip(weights, self.measures, strict=True))
        return 1 / (1 + math.exp(-score))
