"""``--like``: a photo takes over the colors of a color photo of the same things."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from engine.console import UsageError, named_path
from engine.files.image_io import read_photo
from engine.recipe.stages import Coloring

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.album.reference import TakenOver
    from engine.checkpoints.loaded_models import LoadedModels
    from engine.develop import Developed
    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe


def add_like_option(add: Callable[..., Any]) -> None:
    """Add the option to a parser or a group, whose ``add_argument`` is given."""
    add(
        "--like",
        type=named_path,
        metavar="COLOR_PHOTO",
        help="take over the colors of a color photo of the same scene, or of the same things, "
        "where they are surely found again; what was taken over is told",
    )


def read_reference(path: Path | None) -> Photo | None:
    """Return the color photo whose colors are taken over; None if none was given.

    Raises:
        UsageError: If it has no colors.
        ImageError: If it cannot be read.
    """
    from engine.album.reference import has_colors  # noqa: PLC0415 - imports torch

    if path is None:
        return None
    photo = read_photo(path)
    if not has_colors(photo):
        msg = f"“{path}” has no colors that could be taken over"
        raise UsageError(msg)
    return photo


def colored(recipe: Recipe) -> Recipe:
    """Return a recipe that colors, as whoever names a photo to take colors from wants it."""
    return recipe if recipe.coloring is not None else replace(recipe, coloring=Coloring())


def colored_like(
    developed: Developed, reference: Photo, models: LoadedModels
) -> tuple[Developed, TakenOver]:
    """Return a photo with the colors of another one, and what was taken over.

    Args:
        developed: The photo, colored by a network and its own hints.
        reference: The color photo.
        models: That colored it.

    Raises:
        UnsupportedByModelError: If the model does not tell what is alike.
    """
    from engine.album.reference import hints_like  # noqa: PLC0415 - imports torch
    from engine.coloring.colorize import encode  # noqa: PLC0415 - beside it
    from engine.develop import develop  # noqa: PLC0415 - likewise

    coloring, model, seen = developed.recipe.coloring, developed.model, developed.seen
    assert coloring is not None
    assert model is not None
    assert seen is not None
    shown = encode(model, reference, size=coloring.size)
    taken = hints_like(shown, seen, coloring.hints)
    if not taken.hints:
        return developed, taken
    # what a person set lies over what another photo says
    hints = (*taken.hints, *coloring.hints)
    recipe = replace(developed.recipe, coloring=replace(coloring, hints=hints))
    return develop(developed.photo, recipe, models, earlier=developed), taken


def told_of_colors(taken: TakenOver, path: Path) -> str:
    """Return what was taken over, in a sentence."""
    count = len(taken.hints)
    if not count:
        return f"  note: nothing in “{path}” is surely the same; no color was taken over"
    places = f"{count} place{'' if count == 1 else 's'}"
    how = "both show the same scene" if taken.same_scene else "both show the same things"
    return f"  colors of “{path}” were taken over at {places}: {how}"
