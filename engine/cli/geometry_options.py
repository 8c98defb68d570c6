"""How a photo is turned and cropped, as the command line says it, the same for all commands."""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.cli.restoring_options import CROP_STEP, asks_to_crop
from engine.console import UsageError
from engine.files.orientation import turn_to
from engine.recipe.crop_frame import frame_of
from engine.recipe.stages import MOST_DEGREES
from engine.recipe.turning import mirrored, turned

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import Crop

AUTO = "auto"
NO_PRINT = "no print was found that lies on a bed or a border; it was not cropped"
NOT_STRAIGHT = "neither a print nor lines that surely say how far it is turned were found"
_SIDE = re.compile(r"(\d+(?:\.\d+)?)(%?)")


@dataclass(frozen=True)
class Sides:
    """A rectangle as it is asked for: left, top, width and height."""

    numbers: tuple[float, float, float, float]
    is_percent: bool
    """Whether they are percent of the photo, instead of pixels."""


@dataclass(frozen=True)
class Laid:
    """A photo as it is to lie, and what is to be done to it."""

    photo: Photo
    recipe: Recipe
    why: tuple[str, ...] = ()
    """What was found, or was not."""


def add_geometry_options(add: Callable[..., Any]) -> None:
    """Add the options to a parser or a group, whose ``add_argument`` is given."""
    add(
        "--rotate",
        type=_quarter_turns,
        metavar="DEGREES",
        help="turn the photo clockwise by 90, 180 or 270 degrees; -90 is 270",
    )
    add("--mirror", action="store_true", help="swap left and right, after --rotate")
    add(
        "--straighten",
        type=_degrees,
        metavar="DEGREES",
        help="turn the photo clockwise by up to 45 degrees either way, or auto: as the print on "
        "the scan is turned, or else as walls and horizon are, where they surely say so; the "
        "largest part of its proportions is left",
    )
    add(
        "--crop",
        type=_sides,
        metavar="X,Y,W,H",
        help="leave a part: left, top, width and height in pixels, or each in percent as in "
        "5%%,5%%,90%%,90%%, of the photo as --rotate has it; or auto: the largest print on the "
        "scan, set straight",
    )
    add(
        "--white-corners",
        action="store_true",
        help="leave the part as large as it was asked for, white where it reaches beyond the photo",
    )


def with_geometry(recipe: Recipe, args: argparse.Namespace, photo: Photo) -> Laid:
    """Return a photo turned as the options say, and a recipe that also turns and crops it.

    Args:
        recipe: What was decided before; the photo is turned further.
        args: What is not given is None or False.
        photo: As it was read.

    Raises:
        UsageError: If a part is asked for that the photo does not have.
    """
    if asks_to_crop(args.steps) and args.crop is None:
        args.crop = AUTO
    recipe = turned(recipe, args.rotate or 0)
    recipe = mirrored(recipe) if args.mirror else recipe
    photo = turn_to(photo, recipe.orientation.turn)
    crop, why = _found(recipe.crop, args, photo)
    return Laid(photo, replace(recipe, crop=_as_asked(crop, args, photo.size)), why)


def _found(crop: Crop, args: argparse.Namespace, photo: Photo) -> tuple[Crop, tuple[str, ...]]:
    """Return a crop with what is to be found out, and what was looked for in vain."""
    if AUTO not in (args.crop, args.straighten):
        return crop, ()
    from engine.restoration.geometry import (  # noqa: PLC0415 - help comes before it
        largest_print,
        set_straight,
    )

    if args.crop == AUTO:
        found, missed = largest_print(photo), NO_PRINT
    else:
        found, missed = set_straight(photo, crop), NOT_STRAIGHT
        found = None if found is None else replace(crop, degrees=found.degrees)
    return (crop, (missed,)) if found is None else (found, ())


def _as_asked(crop: Crop, args: argparse.Namespace, size: tuple[int, int]) -> Crop:
    """Return a crop with the numbers that were given."""
    if isinstance(args.crop, Sides):
        crop = _crop_of(args.crop, crop, size)
    if isinstance(args.straighten, float):
        crop = replace(crop, degrees=args.straighten)
    return replace(crop, stays_inside=False) if args.white_corners else crop


def geometry_account(laid: Laid) -> dict[str, Any]:
    """Return what a report says of how a photo was turned and cropped."""
    recipe, size = laid.recipe, laid.photo.size
    frame = frame_of(recipe.crop, size)
    why = [*laid.why]
    if recipe.orientation.mirrored or recipe.orientation.quarter_turns:
        why.append("it was turned")
    if not frame.covers(size):
        why.append(f"{frame.width} × {frame.height} of {size[1]} × {size[0]} pixels are left")
    if frame.degrees:
        why.append(frame.turn_in_words)
    return {
        "step": CROP_STEP,
        "done": recipe.has_geometry,
        "why": "; ".join(why) or "it was not asked for",
        "settings": {
            "quarter_turns": recipe.orientation.quarter_turns,
            "mirrored": recipe.orientation.mirrored,
            "degrees": frame.degrees,
            "middle": [round(frame.x, 2), round(frame.y, 2)],
            "size": [frame.width, frame.height],
        },
    }


def told_of_geometry(laid: Laid) -> str:
    """Return the line that is said of it on the command line; empty if nothing was asked."""
    account = geometry_account(laid)
    return f"  crop: {account['why']}" if account["done"] or laid.why else ""


def _crop_of(sides: Sides, crop: Crop, size: tuple[int, int]) -> Crop:
    height, width = size
    across, down = (100.0, 100.0) if sides.is_percent else (float(width), float(height))
    left, top, wide, high = sides.numbers
    if left + wide > across + 1e-9 or top + high > down + 1e-9 or not (wide and high):
        msg = f"--crop asks for a part that is not in the photo of {width} × {height} pixels"
        raise UsageError(msg)
    return replace(
        crop,
        row=min(1.0, (top + high / 2) / down),
        column=min(1.0, (left + wide / 2) / across),
        height=high / down,
        width=wide / across,
    )


def _quarter_turns(text: str) -> int:
    """Return how often 90 degrees clockwise a number of degrees is, 0 to 3."""
    try:
        degrees = float(text)
    except ValueError as error:
        msg = f"{text!r} is no number"
        raise argparse.ArgumentTypeError(msg) from error
    if degrees not in (-270, -180, -90, 0, 90, 180, 270):
        msg = f"{text} is not 90, 180, 270 or -90; --straighten turns by other angles"
        raise argparse.ArgumentTypeError(msg)
    return round(degrees) // 90 % 4


def _degrees(text: str) -> float | str:
    if text == AUTO:
        return AUTO
    try:
        degrees = float(text)
    except ValueError as error:
        msg = f"{text!r} is neither a number nor auto"
        raise argparse.ArgumentTypeError(msg) from error
    if not abs(degrees) <= MOST_DEGREES:
        msg = f"{text} is not within -{MOST_DEGREES:g} to {MOST_DEGREES:g}"
        raise argparse.ArgumentTypeError(msg)
    return degrees + 0.0


def _sides(text: str) -> Sides | str:
    if text == AUTO:
        return AUTO
    parts = [_SIDE.fullmatch(part.strip()) for part in text.split(",")]
    found = [part for part in parts if part is not None]
    units = {part.group(2) for part in found}
    if len(found) != len(parts) or len(parts) != 4 or len(units) != 1:
        msg = f"{text!r} is neither like 120,80,3000,2000 or 5%,5%,90%,90% nor auto"
        raise argparse.ArgumentTypeError(msg)
    left, top, width, height = (float(part.group(1)) for part in found)
    return Sides((left, top, width, height), units == {"%"})
