"""The stages of a recipe: each a frozen value whose defaults change nothing, coloring's excepted.

A stage's JSON is made of its fields (:mod:`engine.recipe.recipe_json`), so a new setting is one
field here with its check.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.recipe.controls import check_stage

if TYPE_CHECKING:
    from engine.recipe.hint import Hint
    from engine.recipe.stroke import Stroke

_MOST_STROKES = 10_000
_MOST_HINTS = 10_000
MOST_DEGREES = 45.0
"""By which a photo can be set straight, either way."""
_MOST_SHARE = 1.5
"""A rectangle that lies aslant in a long photo is longer than the photo is wide."""
_FAIR = 0.5
"""Strength below which colors are pale on purpose."""
_MODEL_NAME = re.compile(r"[\w-]{0,64}")


@dataclass(frozen=True)
class Orientation:
    """How the photo lies: which side is up, and whether it is seen from behind."""

    quarter_turns: int = 0
    """Clockwise, 0 to 3, after the mirroring."""
    mirrored: bool = False
    """Whether left and right are swapped."""

    def __post_init__(self) -> None:
        """Refuse what is no quarter turn."""
        if type(self.quarter_turns) is not int or not 0 <= self.quarter_turns <= 3:
            msg = f"quarter_turns is 0 to 3, got {str(self.quarter_turns)[:40]}"
            raise ValueError(msg)

    @property
    def turn(self) -> tuple[int, bool]:
        """Quarter turns and mirroring, as :attr:`engine.photo.photo.Photo.turned` has them."""
        return self.quarter_turns, self.mirrored


@dataclass(frozen=True)
class Repair:
    """Dust, hairs and scratches, found and filled; what is not marked stays bit for bit."""

    sensitivity: float = 0.5
    """0 (what is certain) to 1 (all that may well be damage)."""
    finds: bool = True
    """Whether damage is looked for; else only what strokes mark is filled."""
    strokes: tuple[Stroke, ...] = ()
    """What a person marked or protected; later ones lie over earlier ones and over what was
    found."""
    largest: float = 1.0
    """Findings longer than this are left alone, in shorter sides of the photo; 1 is no limit."""
    shade: str = "both"
    """Which findings are repaired: ``dark`` ones, ``light`` ones, or ``both``."""

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        check_stage(self, "repair")
        if len(self.strokes) > _MOST_STROKES:
            msg = f"a photo has at most {_MOST_STROKES} strokes"
            raise ValueError(msg)

    @property
    def of_all(self) -> Repair:
        """The same for all that may be damage, however small, dark or light."""
        return replace(self, sensitivity=1.0, largest=1.0, shade="both")


@dataclass(frozen=True)
class Denoise:
    """Noise, the marks of JPEG and printing screens, taken out where there are any."""

    smoothing: float = 1.0
    """How much of it is done, 0 to 1; in likely faces 0.6 at most."""
    grain: float = 0.5
    """How much of the grain is kept, 0 to 1: this share of the finest, less of the coarser."""

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        check_stage(self, "denoise")


@dataclass(frozen=True)
class Revival:
    """The colors of a faded color photo brought back, if it is surely faded."""

    recovery: float = 1.0
    """How far, 0 (not at all) to 1 (as the dyes are estimated to have been)."""

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        check_stage(self, "revival")


@dataclass(frozen=True)
class Tone:
    """The tones of a flat scan spread over the whole range, if it is flat."""

    contrast: float = 1.0
    """How far, 0 (not at all) to 1 (the whole range)."""

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        check_stage(self, "tone")


@dataclass(frozen=True)
class Coloring:
    """Which network colors the photo, how it looks at it, and what a person told it."""

    model: str = ""
    """Name of a bundled model, never the path of a file; empty is the one chosen for all photos."""
    size: int | None = None
    """Short side in pixels at which the network sees the photo, 32 to 2048; None is the model's
    own."""
    hints: tuple[Hint, ...] = ()
    """Colors that a person placed; later ones lie over earlier ones."""
    vividness: float = 1.0
    """From calm to lively, 0.25 to 4; 1 is the model's own."""

    def __post_init__(self) -> None:
        """Refuse what no photo can be colored with."""
        if not _MODEL_NAME.fullmatch(self.model):
            msg = f"a model has a name, got {self.model[:80]!r}"
            raise ValueError(msg)
        check_stage(self, "coloring")
        if len(self.hints) > _MOST_HINTS:
            msg = f"a photo has at most {_MOST_HINTS} hints"
            raise ValueError(msg)

    @property
    def as_seen(self) -> Coloring:
        """What the network is asked: all but what is made of its answer."""
        return replace(self, vividness=Coloring.vividness)

    def drawn_like(self, other: Coloring) -> Coloring:
        """Return the same with what another one makes of the network's answer."""
        return replace(self, vividness=other.vividness)

    def is_seen_like(self, other: Coloring) -> bool:
        """Whether the same network would be asked the same."""
        return self.as_seen == other.as_seen


@dataclass(frozen=True)
class Grade:
    """How an encoding becomes a picture: what needs no other pass through the network."""

    strength: float = 1.0
    """Multiplies chroma, 0 to 2; 0 gives the grayscale photo, 1 what the network predicted."""
    warmth: float = 0.0
    """Moves all colors toward orange, or toward blue below 0; -1 to 1."""

    def __post_init__(self) -> None:
        """Refuse values outside their range."""
        check_stage(self, "grade")

    @property
    def is_pale(self) -> bool:
        """Whether pale colors are wanted, so that gray skin is no mistake."""
        return self.strength < _FAIR

    def strengthened(self, ab: Any) -> Any:  # an array or a tensor: this room knows neither
        """Return a and b, of any shape, as strong as is wanted."""
        return ab * self.strength


@dataclass(frozen=True)
class Crop:
    """The part of the photo that is shown and saved, set straight; nothing is thrown away.

    The part is a rectangle around a point of the photo, in which it stands aslant where the photo
    is straightened. All shares are of the photo as its orientation has it.
    """

    degrees: float = 0.0
    """Clockwise turn that sets the photo straight, −45 to 45."""
    row: float = 0.5
    """Of the rectangle's middle, from 0, the photo's upper edge, to 1, the lower."""
    column: float = 0.5
    """Of its middle, from 0, the photo's left edge, to 1, the right."""
    height: float = 1.0
    """As a share of the photo's, above 0."""
    width: float = 1.0
    """As a share of the photo's, above 0."""
    stays_inside: bool = True
    """Whether a rectangle that reaches beyond the photo is made smaller, in its proportions and
    around its middle, until it does not; else what lies beyond is white."""

    def __post_init__(self) -> None:
        """Refuse what is no part of a photo."""
        numbers = (self.degrees, self.row, self.column, self.height, self.width)
        if not all(math.isfinite(number) for number in numbers):
            msg = f"a crop is made of numbers, got {self}"
            raise ValueError(msg)
        if abs(self.degrees) > MOST_DEGREES:
            msg = f"degrees is -{MOST_DEGREES:g} to {MOST_DEGREES:g}, got {self.degrees:g}"
            raise ValueError(msg)
        if not (0 <= self.row <= 1 and 0 <= self.column <= 1):
            msg = f"the middle of a crop lies in the photo, got {self.row:g}, {self.column:g}"
            raise ValueError(msg)
        if not (0 < self.height <= _MOST_SHARE and 0 < self.width <= _MOST_SHARE):
            msg = f"a crop is above 0 to {_MOST_SHARE:g} high and wide, got {self}"
            raise ValueError(msg)
