"""What the command line's options say about recipes: files that hold one, and single settings."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.cli.control_options import given_choices, given_controls, written
from engine.cli.restoring_options import required_steps, with_steps
from engine.console import UsageError, named_path
from engine.recipe.recipe_json import NewerFormatError
from engine.recipe.sidecar import read_sidecar_file
from engine.recipe.stages import Coloring

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from engine.recipe.controls import Choice, Control
    from engine.recipe.hint import Hint
    from engine.recipe.recipe import Recipe

HINTS_LEFT_OUT = "the colors that were set by hand in it belong to one photo; they are left out"
GEOMETRY_LEFT_OUT = "how its photo is turned and cropped belongs to that photo; it is left out"


def add_recipe_options(add: Callable[..., Any]) -> None:
    """Add the options to a parser or a group, whose ``add_argument`` is given."""
    add(
        "--recipe",
        type=named_path,
        metavar="FILE",
        help="color as the file says: one that the window has kept beside a photo "
        "(NAME.kolorit.json), or a recipe alone; what is kept beside other photos is ignored",
    )
    add(
        "--ignore-sidecars",
        action="store_true",
        default=None,
        help="do not take the settings that the window has kept beside a photo",
    )


def recipe_in(path: Path) -> Recipe:
    """Return the recipe that a file holds.

    Raises:
        UsageError: If it holds none that this version can use.
    """
    try:
        return read_sidecar_file(path).recipe
    except NewerFormatError as error:
        msg = f"“{path}” was written by a newer version of Kolorit"
        raise UsageError(msg) from error
    except OSError as error:
        msg = f"“{path}” cannot be read: {(error.strerror or str(error)).lower()}"
        raise UsageError(msg) from error
    except (RecursionError, ValueError) as error:
        msg = f"“{path}” holds no recipe: {error}"
        raise UsageError(msg) from error


def with_options(recipe: Recipe, args: argparse.Namespace, hints: Sequence[Hint] = ()) -> Recipe:
    """Return a recipe with what the options say instead; what they leave open stays.

    Args:
        recipe: For all photos, or kept beside one.
        args: What is not given is None.
        hints: Those given, placed beside the recipe's own.

    Raises:
        UsageError: If an option is for a step that is not taken.
    """
    # a command without that option restores anyway, and has taken its steps by now
    if getattr(args, "restore", None) or (hasattr(args, "restore") and args.steps is not None):
        recipe = with_steps(recipe, required_steps(args.steps, crops=hasattr(args, "crop")))
    asked: list[Control | Choice] = [control for control, _ in given_controls(args)]
    asked += [choice for choice, _ in given_choices(args)]
    coloring = recipe.coloring
    if coloring is None and (hints or any(one.stage == "coloring" for one in asked)):
        coloring = Coloring()
    if coloring is not None and getattr(args, "model", None) is not None:
        coloring = replace(coloring, model="")  # the one chosen for all
    if coloring is not None and hints:
        coloring = replace(coloring, hints=(*coloring.hints, *hints))
    recipe = replace(recipe, coloring=coloring)
    for one in asked:
        if getattr(recipe, one.stage) is None:
            msg = f"--{one.name} is for the step {one.stage}, which is not taken; see --steps"
            raise UsageError(msg)
    return written(recipe, args)
