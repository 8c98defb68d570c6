"""Which of the damage that is found is repaired: how sure it is, its size, dark or light."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.recipe.controls import SENSITIVITY

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Size
    from engine.recipe.stages import Repair
    from engine.restoration.defects.components import Components

_ODDS_AT_HALF, _ODDS_AT_ONE = 6.0, 1 / 7
"""That a finding is damage, which the default and the greatest sensitivity ask for."""
_LEAST_LENGTH = 2.0
"""Pixels, of a limit: a speck of a few pixels is within any."""


@dataclass(frozen=True)
class Selection:
    """What of all that may be damage is wanted; what is likely, by default."""

    sensitivity: float = 0.5
    """0 (only what is certain) to 1 (all that may well be damage). At 0.5 a finding is six times as
    likely damage as not, at 1 a seventh as likely."""
    largest: float = 1.0
    """Longest, in shorter sides of the photo; 1 is no limit."""
    shade: str = "both"
    """``dark`` or ``light`` against the surroundings, or ``both``."""

    def __post_init__(self) -> None:
        """Refuse a sensitivity outside its range.

        Raises:
            ValueError: If it is.
        """
        SENSITIVITY.check(self.sensitivity)

    @classmethod
    def of(cls, repair: Repair) -> Selection:
        """Return what a recipe's repair asks for."""
        return cls(repair.sensitivity, repair.largest, repair.shade)

    @property
    def at_most(self) -> Selection:
        """The same with all that may well be damage."""
        return replace(self, sensitivity=1.0)

    @property
    def of_any_kind(self) -> Selection:
        """The same of any size, dark and light."""
        return Selection(self.sensitivity)

    @property
    def least_probability(self) -> float:
        """How likely damage a finding must be to count."""
        at_half, at_one = np.log(_ODDS_AT_HALF), np.log(_ODDS_AT_ONE)
        log_odds = at_half + 2 * (self.sensitivity - 0.5) * (at_one - at_half)
        return float(1 / (1 + np.exp(-log_odds)))

    def of_components(
        self, components: Components, probability: NDArray[np.float32], size: Size
    ) -> NDArray[np.bool_]:
        """Return which components count as damage.

        Args:
            components: N of them.
            probability: (N,), of each that it is damage.
            size: Height and width of the photo.
        """
        chosen = probability >= self.least_probability
        if self.largest < 1:
            longest = max(self.largest * min(size), _LEAST_LENGTH)
            chosen &= np.exp(components.feature("length")) <= longest
        if self.shade != "both":
            bright = components.feature("bright") > 0
            chosen &= bright if self.shade == "light" else ~bright
        return chosen

    def __str__(self) -> str:
        """Say it in a few words, for provenance."""
        size = f", up to {self.largest:.1%} of the shorter side" if self.largest < 1 else ""
        shade = "" if self.shade == "both" else f" (only {self.shade} marks)"
        return f"sensitivity {self.sensitivity:g}{size}{shade}"


WHAT_IS_LIKELY = Selection()
"""What is damage rather than not."""
WHAT_MAY_BE = WHAT_IS_LIKELY.at_most
"""All that may well be damage."""
