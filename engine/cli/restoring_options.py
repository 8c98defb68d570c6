"""Which steps restore a photo, as the command line says it, the same for all commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from engine.cli.control_options import add_choice_options, add_control_options
from engine.console import UsageError
from engine.recipe.controls import RESTORING_CONTROLS
from engine.recipe.recipe import RESTORING, Stage, with_stages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.recipe.recipe import Recipe
    from engine.restoration.restoring import Restored

STEPS = tuple(stage.value for stage in RESTORING)
"""Steps of this version, in the order in which they are taken."""
AUTOMATIC = ("repair",)
"""Those that are taken unless others are asked for: they leave the rest of the photo as it is."""
CROP_STEP = "crop"
"""The step that finds the print on a scan: of commands that crop, ``--crop auto``."""
NO_STEPS = "none"


def add_restoring_options(add: Callable[..., Any], *, crops: bool) -> None:
    """Add the options to a parser or a group, whose ``add_argument`` is given.

    Args:
        add: Declares an option.
        crops: Whether the command crops, and so takes the step that does.
    """
    names = (*STEPS, CROP_STEP) if crops else STEPS
    of_crop = "; crop finds the print on a scan" if crops else ""
    add(
        "--steps",
        help=f"which of {', '.join(names)}, separated by commas; auto (default): "
        f"{', '.join(AUTOMATIC)}, which leaves all else as it is; denoise takes out noise and the "
        f"marks of JPEG, revival brings back faded colors, tone spreads flat tones{of_crop}; "
        "none takes none",
    )
    add_control_options(add, RESTORING_CONTROLS)
    add_choice_options(add)


def add_restore_option(add: Callable[..., Any], *, crops: bool) -> None:
    """Add what makes another command restore photos first; see :func:`add_restoring_options`."""
    add(
        "--restore",
        action="store_true",
        default=None,
        help="first repair the photo as 'kolorit-cli restore' does; --steps alone takes other "
        "steps instead",
    )
    add_restoring_options(add, crops=crops)


def required_steps(text: str | None, *, crops: bool = False) -> Sequence[str]:
    """Return the steps to be taken before coloring; refuse those that do not exist.

    Args:
        text: What was asked for.
        crops: Whether the command crops, and so takes the step of that name elsewhere.

    Raises:
        UsageError: If there is one that does not exist.
    """
    if text == NO_STEPS:
        return ()
    asked = "auto" if text is None else text
    names = AUTOMATIC if asked == "auto" else tuple(name.strip() for name in asked.split(","))
    there = (*STEPS, CROP_STEP) if crops else STEPS
    for name in names:
        if name not in there:
            msg = f"there is no step {name!r}; there are: auto, none, {', '.join(there)}"
            raise UsageError(msg)
    return tuple(name for name in names if name != CROP_STEP)


def asks_to_crop(text: str | None) -> bool:
    """Whether the step that crops is among those that are asked for."""
    return text is not None and CROP_STEP in (name.strip() for name in text.split(","))


def with_steps(recipe: Recipe, steps: Sequence[str]) -> Recipe:
    """Return a recipe that also takes some steps; those that it takes already stay as they are."""
    return with_stages(recipe, map(Stage, steps))


def told_of(restored: Restored) -> Iterator[str]:
    """Yield what is said on the command line of what was done, line by line."""
    for step in restored.steps:
        yield f"  {step.stage.value}: {step.account['why']}"
        for remark in step.account.get("remarks", ()):
            yield f"  note: {remark}"
