"""The controls: every setting that is a number or one of a few words, declared once.

The window's sliders and their keyframes, the options of the command line, the fields of a batch
and the checks of the stages are made of this table. Its words are the interface's
(``desktop/texts/control_words.py``); everything else follows from a line here and a field of its
stage.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

RecipeT = TypeVar("RecipeT", bound="DataclassInstance")
"""``engine.recipe.recipe.Recipe``, which is made of stages, which ask this table."""


@dataclass(frozen=True)
class Control:
    """A number that a person may change."""

    name: str
    """Its field in the stage, and its option on the command line."""
    stage: str
    """The recipe's field that holds it."""
    least: float
    most: float
    default: float | None
    """None stands for what the model prefers."""
    help: str
    """For the command line."""
    is_logarithmic: bool = False
    """Whether equal ways on a slider are equal factors."""
    keyframes: int = 0
    """How many renders a slider mixes while it is dragged: a unit, or a doubling where it is
    logarithmic. 0 where nothing between two renders looks like the setting between."""
    unit: str = "%"
    """What people see: ``%`` of 1, ``px``, or nothing for hundredths without a unit."""
    earlier: str = ""
    """The option's name in earlier versions, if it had another."""
    dragged: tuple[int, int] | None = None
    """What a slider offers of the range, as people see it, if that is less."""
    decimals: int = 0
    """Places behind the point that people see, 0 or 1."""
    is_limit: bool = False
    """Whether the greatest value stands for no limit."""
    needs_distribution: bool = False
    """Whether it means something only with a network that knows more than one color of a place."""
    samples: tuple[float, ...] = ()
    """Values far apart, in rising order, that show what it does."""
    has_neutral: bool = False
    """Whether the default changes nothing and lies between two opposites, as cooler and warmer."""

    def check(self, value: object) -> None:
        """Refuse a value that is out of range, "not a number", or of the wrong kind.

        Raises:
            ValueError: If it is.
        """
        if value is None and self.default is None:
            return
        if not self._allows(value):
            whole = "a whole number from " if self.is_whole else ""
            msg = f"{self.name} is {whole}{self.least:g} to {self.most:g}, got {_short(value)}"
            raise ValueError(msg)

    @property
    def is_whole(self) -> bool:
        """Whether values are whole numbers."""
        return self.unit == "px"

    @property
    def _scale(self) -> int:
        return 1 if self.is_whole else 100 * 10**self.decimals

    def _allows(self, value: object) -> bool:
        if isinstance(value, bool) or not isinstance(value, int if self.is_whole else int | float):
            return False
        return self.least <= value <= self.most

    def shown(self, value: float) -> int:
        """Return a value as people see it."""
        return round(value * self._scale)

    def value(self, shown: int) -> float:
        """Return the value that people see as a number."""
        return shown if self.is_whole else shown / self._scale

    def read(self, recipe: object) -> float | None:
        """Return the value in a recipe; the default where the stage is left out."""
        stage = getattr(recipe, self.stage)
        value: float | None = self.default if stage is None else getattr(stage, self.name)
        return value

    def write(self, recipe: RecipeT, value: float | None) -> RecipeT:
        """Return a recipe with another value; one that leaves the stage out stays as it is.

        Raises:
            ValueError: If the value is out of range.
        """
        stage = getattr(recipe, self.stage)
        if stage is None:
            return recipe
        return replace(recipe, **{self.stage: replace(stage, **{self.name: value})})


@dataclass(frozen=True)
class Choice:
    """One of a few words that a person may choose."""

    name: str
    """Its field in the stage, and its option on the command line."""
    stage: str
    """The recipe's field that holds it."""
    options: tuple[str, ...]
    """The default first."""
    help: str
    """For the command line."""

    @property
    def default(self) -> str:
        """Return what is chosen unless somebody chooses."""
        return self.options[0]

    def check(self, value: object) -> None:
        """Refuse what is none of the options.

        Raises:
            ValueError: If it is none.
        """
        if value not in self.options:
            msg = f"{self.name} is one of {', '.join(self.options)}, got {_short(value)}"
            raise ValueError(msg)

    def read(self, recipe: object) -> str:
        """Return the value in a recipe; the default where the stage is left out."""
        stage = getattr(recipe, self.stage)
        value: str = self.default if stage is None else getattr(stage, self.name)
        return value

    def write(self, recipe: RecipeT, value: str) -> RecipeT:
        """Return a recipe with another value; one that leaves the stage out stays as it is.

        Raises:
            ValueError: If it is none of the options.
        """
        stage = getattr(recipe, self.stage)
        if stage is None:
            return recipe
        return replace(recipe, **{self.stage: replace(stage, **{self.name: value})})


SENSITIVITY = Control(
    "sensitivity",
    stage="repair",
    least=0.0,
    most=1.0,
    default=0.5,
    help="0 (repair what is certain) to 1 (all that may well be damage); at 0.5 (default) a "
    "finding is six times as likely damage as not",
)
LARGEST = Control(
    "largest",
    stage="repair",
    least=0.001,
    most=1.0,
    default=1.0,
    help="findings that are longer than this share of the photo's shorter side are left alone, "
    "0.001 to 1 (default), which sets no limit",
    is_logarithmic=True,
    decimals=1,
    is_limit=True,
)
SHADE = Choice(
    "shade",
    stage="repair",
    options=("both", "dark", "light"),
    help="which findings are repaired: dark ones, light ones, or both (default)",
)
SMOOTHING = Control(
    "smoothing",
    stage="denoise",
    least=0.0,
    most=1.0,
    default=1.0,
    help="how much noise is taken out, 0 to 1 (default), in likely faces 0.6 at most",
    keyframes=2,
    earlier="denoise",
)
GRAIN = Control(
    "grain",
    stage="denoise",
    least=0.0,
    most=1.0,
    default=0.5,
    help="how much grain is kept, 0 to 1 (default: 0.5): the finest so much, coarser less",
    keyframes=2,
)
RECOVERY = Control(
    "recovery",
    stage="revival",
    least=0.0,
    most=1.0,
    default=1.0,
    help="how far faded colors are brought back, 0 to 1 (default)",
    keyframes=3,
)
CONTRAST = Control(
    "contrast",
    stage="tone",
    least=0.0,
    most=1.0,
    default=1.0,
    help="how far flat tones are spread, 0 to 1 (default), the whole range",
    keyframes=3,
)
STRENGTH = Control(
    "strength",
    stage="grade",
    least=0.0,
    most=2.0,
    default=1.0,
    help="color strength, 0 (gray) to 2; 1 is what the model predicts (default)",
    keyframes=4,
    has_neutral=True,
)
VIVIDNESS = Control(
    "vividness",
    stage="coloring",
    least=0.25,
    most=4.0,
    default=1.0,
    help="0.25 (safe, pale) to 4 (bold); 1 is the model's own (default)",
    is_logarithmic=True,
    keyframes=2,
    has_neutral=True,
    needs_distribution=True,
    samples=(0.5, 2.5),
)
WARMTH = Control(
    "warmth",
    stage="grade",
    least=-1.0,
    most=1.0,
    default=0.0,
    help="-1 (cooler) to 1 (warmer); 0 changes nothing (default)",
    keyframes=4,
    unit="",
    has_neutral=True,
)
SIZE = Control(
    "size",
    stage="coloring",
    least=32,
    most=2048,
    default=None,
    help="short side in pixels at which the model looks at the photo, 32 to 2048; the output "
    "always has the photo's own size",
    is_logarithmic=True,
    unit="px",
    dragged=(64, 1024),
)

COLOR_CONTROLS = (STRENGTH, VIVIDNESS, WARMTH)
"""What decides the colors of a photo that a network has seen."""
CONTROLS = (*COLOR_CONTROLS, SIZE)
"""Of coloring, in the order in which people see them."""
RESTORING_CONTROLS = (SENSITIVITY, LARGEST, SMOOTHING, GRAIN, RECOVERY, CONTRAST)
"""Of the stages before it, in the order in which these are carried out."""
BY_NAME = {control.name: control for control in (*RESTORING_CONTROLS, *CONTROLS)}
FINDING_CONTROLS: tuple[Control | Choice, ...] = (SENSITIVITY, LARGEST, SHADE)
"""What decides which findings are repaired, of those that were found."""
CHOICES = (SHADE,)
"""Settings that are words, all of the stages before coloring."""


def check_stage(stage: object, name: str) -> None:
    """Refuse a stage in which a control's value is out of range, or none of the choices.

    Args:
        stage: Any of the recipe's.
        name: The recipe's field for it.

    Raises:
        ValueError: If one is.
    """
    for control in BY_NAME.values():
        if control.stage == name:
            control.check(getattr(stage, control.name))
    for choice in CHOICES:
        if choice.stage == name:
            choice.check(getattr(stage, choice.name))


def _short(value: object) -> str:
    if isinstance(value, int) and value.bit_length() > 64:  # Python refuses to write long ones
        return "a huge number"
    return repr(value)[:40]
