"""``kolorit-cli colorize``: color photos, one output file each."""

from __future__ import annotations

import argparse
import logging
import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.checkpoints.catalog import find_model
from engine.cli.control_options import add_control_options
from engine.cli.geometry_options import add_geometry_options, told_of_geometry, with_geometry
from engine.cli.like_option import (
    add_like_option,
    colored,
    colored_like,
    read_reference,
    told_of_colors,
)
from engine.cli.output_options import add_output_options
from engine.cli.recipe_options import (
    GEOMETRY_LEFT_OUT,
    HINTS_LEFT_OUT,
    add_recipe_options,
    recipe_in,
    with_options,
)
from engine.cli.restoring_options import add_restore_option, told_of
from engine.console import (
    OK,
    SOME_FAILED,
    UnheardError,
    UsageError,
    add_command,
    complain,
    named,
    named_path,
    say,
)
from engine.errors import EngineError, NewerSettingsError
from engine.files.image_io import SUFFIXES, check_writable, output_suffix, read_photo
from engine.photo.photo import Photo, Window, sample
from engine.recipe.hint import NATURAL_REACH
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, read_sidecar
from engine.recipe.turning import seeing_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from engine.checkpoints.loaded_models import LoadedModels
    from engine.develop import Developed
    from engine.recipe.hint import Hint
    from engine.saving import SaveOptions

logger = logging.getLogger(__name__)

CAPTION = "Colorized by Kolorit: the colors are synthetic, the lightness is the original's"

_EXAMPLES = """examples:
  kolorit-cli colorize grandma.jpg -o grandma-color.jpg
  kolorit-cli colorize scans/*.tif -o colored/
  kolorit-cli colorize street.png -o street-color.png --strength 0.8 --size 256
  kolorit-cli colorize aunt.jpg -o aunt-color.jpg --hint 40,75,#203a70 --hint 48,20,#8a5a3c
  kolorit-cli colorize aunt.jpg -o aunt-color.jpg --hint 40,75,#203a70,25
  kolorit-cli colorize street-1932.jpg -o street-color.jpg --like postcard.jpg
  kolorit-cli colorize archive.tif -o archive-color.tif --report
  kolorit-cli colorize bed.tif -o print-color.tif --rotate 90 --crop auto
"""


@dataclass(frozen=True)
class _Task:
    source: Path
    target: Path


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    command = add_command(commands, "colorize", "color photos", _EXAMPLES)
    command.set_defaults(run=colorize)
    command.add_argument("photos", nargs="+", type=named_path, metavar="PHOTO")
    command.add_argument(
        "-o",
        "--output",
        required=True,
        type=named,
        metavar="OUT",
        help="a file for one photo; a folder for several, which keep their names and, where it can "
        "be written, their format; others become TIFF",
    )
    _add_color_options(command)
    _add_file_options(command)


def _add_color_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--model", help="a name from 'kolorit-cli models', or a .safetensors file")
    add_control_options(command.add_argument)
    command.add_argument(
        "--hint",
        type=_hint,
        action="append",
        default=[],
        metavar="X,Y,COLOR[,REACH]",
        help="the color of the thing at a place: percent from the left, percent from the top, and "
        "#rrggbb, of which the lightness is ignored; then, if wanted, how far it reaches: 0 (a "
        "spot) over 50 (its object, the default) to 100 (the whole photo); any number of times, "
        "for one photo",
    )
    add_like_option(command.add_argument)
    add_recipe_options(command.add_argument)
    add_restore_option(command.add_argument_group("restoring first").add_argument, crops=True)
    add_geometry_options(command.add_argument_group("turning and cropping").add_argument)
    command.add_argument("--device", default="auto", help="auto (default), cuda, mps or cpu")
    command.add_argument(
        "--recolor",
        action="store_true",
        help="also color photos that are in color already; their own colors are lost",
    )


def _add_file_options(command: argparse.ArgumentParser) -> None:
    add_output_options(command)
    command.add_argument(
        "--bits",
        type=int,
        choices=(8, 16),
        help="bits per channel of PNG and TIFF; default: as many as the photo has",
    )
    command.add_argument(
        "--sign",
        nargs=2,
        type=named_path,
        metavar=("CERTIFICATES", "KEY"),
        help="also sign that as Content Credentials (C2PA) with your own chain of certificates and "
        "key, both PEM files; needs pip install 'kolorit[c2pa]'",
    )
    command.add_argument(
        "--caption",
        nargs="?",
        const=CAPTION,
        default="",
        metavar="TEXT",
        help="say so also on a strip below the picture, which makes the file taller",
    )
    command.add_argument(
        "--report",
        action="store_true",
        help="read the output again and print how far its lightness is from the photo's",
    )


def colorize(args: argparse.Namespace) -> int:
    """Color every photo; one that fails does not stop the others."""
    if args.hint and len(args.photos) > 1:
        msg = "hints are places in one photo; color one photo at a time"
        raise UsageError(msg)
    if args.sign and args.no_provenance:
        msg = "--no-provenance leaves nothing to sign"
        raise UsageError(msg)
    recipe = None if args.recipe is None else _recipe_for_all(args)
    with_options(recipe or Recipe(), args)  # what cannot be is told before any photo is read
    tasks = _plan(args.photos, args.output)
    # torch takes seconds to import; help texts and usage errors come before it
    from engine.checkpoints import checkpoint  # noqa: PLC0415 - see above
    from engine.checkpoints.loaded_models import LoadedModels  # noqa: PLC0415 - see above
    from engine.device import choose_device  # noqa: PLC0415 - see above

    model = checkpoint.load(find_model(args.model), choose_device(args.device))
    say(f"device: {model.device.name} ({model.device.description})")
    models, failures, reference = LoadedModels(model), 0, read_reference(args.like)
    for task in tasks:
        try:
            _colorize_one(models, task, recipe, args, reference)
        except EngineError as error:
            failures += 1
            complain(str(error))
        except UnheardError:
            raise
        except Exception:  # a bug that one photo brings to light must not stop the others
            failures += 1
            logger.exception("%s: unexpected error", task.source)
            complain(f"“{task.source}” was not colored, by a fault of Kolorit; see above.")
    if failures:
        complain(f"{failures} of {len(tasks)} photos failed")
    return SOME_FAILED if failures else OK


def _plan(photos: Sequence[Path], output: str) -> list[_Task]:
    """Give every photo its own output file; make the folder if there is to be one."""
    target = Path(output)
    into_folder = len(photos) > 1 or _is_folder(target) or output.endswith(("/", "\\"))
    if not into_folder:
        if target.suffix.lower() not in SUFFIXES:
            msg = f"“{output}” must end in {', '.join(SUFFIXES)}, or be an existing folder."
            raise UsageError(msg)
        return [_Task(photos[0], target)]
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder “{output}” cannot be made: {error.strerror}."
        raise UsageError(msg) from error
    return [_Task(photo, target / name) for photo, name in _unique_names(photos)]


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, a folder one may not enter: told when writing fails
        return False


def _unique_names(photos: Sequence[Path]) -> Iterator[tuple[Path, str]]:
    """Number the later ones of photos that share a name but come from different folders."""
    taken: set[str] = set()
    for photo in photos:
        ending, number = output_suffix(photo.name), 1
        name = photo.stem + ending
        while name.casefold() in taken:
            number += 1
            name = f"{photo.stem}-{number}{ending}"
        taken.add(name.casefold())
        yield photo, name


def _recipe_for_all(args: argparse.Namespace) -> Recipe:
    """Return the recipe that is meant for all photos; hints are places in a single one."""
    recipe = recipe_in(args.recipe)
    if len(args.photos) == 1:
        return recipe
    if recipe.has_geometry:
        complain(f"note: “{args.recipe}”: {GEOMETRY_LEFT_OUT}")
        recipe = recipe.without_geometry()
    coloring = recipe.coloring
    if coloring is None or not coloring.hints:
        return recipe
    complain(f"note: “{args.recipe}”: {HINTS_LEFT_OUT}")
    return replace(recipe, coloring=replace(coloring, hints=()))


def _colorize_one(
    models: LoadedModels,
    task: _Task,
    recipe: Recipe | None,
    args: argparse.Namespace,
    reference: Photo | None,
) -> None:
    # these import torch
    from engine.develop import develop  # noqa: PLC0415 - see above
    from engine.saving import save_developed  # noqa: PLC0415 - see above

    started = time.perf_counter()
    check_writable(task.target, overwrite=args.overwrite, originals=args.photos)
    kept, notes = _kept(task.source, recipe, args)
    page = kept.page if args.page is None else args.page
    photo = read_photo(task.source, page=page)
    laid = with_geometry(kept.recipe, args, photo)
    photo, recipe = laid.photo, with_options(laid.recipe, args, _hints(args))
    if args.crop and recipe.coloring is not None:
        own_size = models(recipe.coloring.model).input_size
        recipe = seeing_part(recipe, photo.size, own_size)
    recipe = recipe if reference is None else colored(recipe)
    notes += _color_notes(photo, recipe, replaces=args.recolor or kept.recolor)
    developed = develop(photo, recipe, models)
    if reference is not None:
        developed, taken = colored_like(developed, reference, models)
    losses = save_developed(task.target, developed, _save_options(args), overwrite=args.overwrite)
    say(f"{task.source} -> {task.target}  ({time.perf_counter() - started:.1f} s)")
    for line in () if developed.restored is None else told_of(developed.restored):
        say(line)
    if line := told_of_geometry(laid):
        say(line)
    if reference is not None:
        say(told_of_colors(taken, args.like))
    notes = [*(loss.value for loss in (*photo.reductions, *losses)), *notes]
    for note in notes:
        say(f"  note: {note}")
    if args.report:
        _report(developed, task.target)


def _kept(photo: Path, recipe: Recipe | None, args: argparse.Namespace) -> tuple[Kept, list[str]]:
    """Return what was decided about a photo before, and what there is to say about it."""
    if recipe is not None:
        return Kept(recipe), []
    if args.ignore_sidecars:
        return Kept(), []
    try:
        kept = read_sidecar(photo)
    except NewerSettingsError as error:
        return Kept(), [str(error).rstrip(".")]
    return (Kept(), []) if kept is None else (kept, ["the settings kept beside it were taken"])


def _color_notes(photo: Photo, recipe: Recipe, *, replaces: bool) -> list[str]:
    """Return what there is to say about the photo's own colors.

    Raises:
        ImageError: If it has some, and nobody agreed to replace them.
    """
    from engine.photo.picture_kind import Kind, classify, require_colorless  # noqa: PLC0415 - see above

    if recipe.coloring is None:
        return []
    picture = classify(photo) if replaces else require_colorless(photo)
    notes = []
    if picture.kind is not Kind.GRAY:
        notes += [f"it was {picture.description}; that color is replaced"]
    if picture.in_doubt:
        notes += ["it may have been in color already; it was colored all the same"]
    return notes


def _hints(args: argparse.Namespace) -> list[Hint]:
    from engine.coloring.hints import hint_of_rgb  # noqa: PLC0415 - imports torch

    return [
        replace(hint_of_rgb(y / 100, x / 100, color), reach=reach / 100)
        for x, y, color, reach in args.hint
    ]


def _save_options(args: argparse.Namespace) -> SaveOptions:
    from engine.files.content_credentials import Signing  # noqa: PLC0415 - beside the next
    from engine.saving import SaveOptions  # noqa: PLC0415 - imports torch

    return SaveOptions(
        bits=args.bits,
        quality=args.quality,
        compression=args.compression,
        keep_profile=args.profile == "input",
        provenance=not args.no_provenance,
        signing=Signing(*args.sign) if args.sign else None,
        caption=args.caption,
        keep_times=args.keep_times,
        originals=tuple(args.photos),
    )


def _report(developed: Developed, target: Path) -> None:
    """Print what the file that was written shows of the photo's lightness."""
    from engine.cropping import cut_photo  # noqa: PLC0415 - beside the next
    from engine.saving import lightness_error  # noqa: PLC0415 - imports torch

    written, photo = read_photo(target), cut_photo(developed.photo, developed.frame)
    if photo.alpha is not None and written.alpha is None:  # it was laid on white
        photo = Photo(sample(photo, Window.whole(photo.size), photo.size))
    error = lightness_error(photo, written.pixels[: photo.size[0]])  # without a caption's strip
    say(
        f"  lightness: mean error {error.mean:.4f} L*, greatest {error.greatest:.4f} L*, "
        f"in {written.bits} bits"
    )


def _hint(text: str) -> tuple[float, float, tuple[int, int, int], float]:
    """Parse percent from the left, percent from the top, a color and, if there is one, a reach."""
    try:
        x, y, color, *rest = text.split(",")
        (reach,) = rest or [str(100 * NATURAL_REACH)]
        percents = float(x), float(y), float(reach)
    except ValueError as error:
        msg = f"{text!r} is not like 40,75,#203a70"
        raise argparse.ArgumentTypeError(msg) from error
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", color.strip()):
        raise argparse.ArgumentTypeError(f"{color!r} is not a color like #203a70")
    red, green, blue = bytes.fromhex(color.strip()[1:])
    if not all(0 <= percent <= 100 for percent in percents):
        raise argparse.ArgumentTypeError(f"{text!r} is not within 0 to 100 percent")
    return percents[0], percents[1], (red, green, blue), percents[2]
