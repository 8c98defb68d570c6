"""``kolorit-cli restore``: find the damage of a photo, repair it, and account for it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.atomic_write import atomic_path
from engine.cli.geometry_options import (
    add_geometry_options,
    geometry_account,
    told_of_geometry,
    with_geometry,
)
from engine.cli.output_options import add_output_options
from engine.cli.recipe_options import with_options
from engine.cli.restoring_options import (
    STEPS,
    add_restoring_options,
    required_steps,
    told_of,
    with_steps,
)
from engine.console import OK, UsageError, add_command, between, named_path, say
from engine.files.image_io import SUFFIXES, check_place, check_writable, output_suffix, read_photo
from engine.files.problems import writing
from engine.recipe.recipe import Recipe, Stage
from engine.recipe.stages import Repair

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    import numpy as np
    from numpy.typing import NDArray

    from engine.cli.geometry_options import Laid
    from engine.develop import Developed
    from engine.photo.photo import Photo
    from engine.saving import SaveOptions

_EXAMPLES = """examples:
  kolorit-cli restore scan.tif -o clean.tif
  kolorit-cli restore scan.tif -o clean.tif --sensitivity 0.8 --report report.json
  kolorit-cli restore scan.tif -o mask.png --only-mask
  kolorit-cli restore scan.tif -o clean.tif --mask mask.png
  kolorit-cli restore scan.tif -o clean.tif --save-mask mask.json
  kolorit-cli restore bed.tif -o print.tif --rotate 90 --steps repair,crop
  kolorit-cli restore bed.tif -o prints/ --split --steps none
  kolorit-cli restore slide.tif -o revived.tif --steps revival --roll slide2.tif slide3.tif
"""


def register(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to a parser."""
    command = add_command(commands, "restore", "repair a damaged photo", _EXAMPLES)
    command.set_defaults(run=restore)
    command.add_argument("photo", type=named_path, metavar="PHOTO")
    command.add_argument(
        "-o",
        "--output",
        required=True,
        type=named_path,
        metavar="OUT",
        help="the file to be written; with --split the folder, or a name: prints.png "
        "stands for prints-1.png, prints-2.png and so on",
    )
    add_restoring_options(command.add_argument, crops=True)
    command.add_argument(
        "--mask",
        type=named_path,
        metavar="MASK",
        help="a picture of the photo as --rotate and --mirror have it, white where it is damaged, "
        "or polygons as --save-mask writes them; then nothing is looked for",
    )
    command.add_argument(
        "--save-mask",
        type=named_path,
        metavar="MASK",
        help="also write where pixels were changed: as a picture, or as polygons to a .json",
    )
    command.add_argument(
        "--only-mask", action="store_true", help="write the mask to OUT, and repair nothing"
    )
    command.add_argument(
        "--report", type=named_path, metavar="JSON", help="also write what was done, and where"
    )
    command.add_argument(
        "--roll",
        type=named_path,
        nargs="+",
        default=[],
        metavar="PHOTO",
        help="other photos of the same roll or album page, which faded alike: revival is surer",
    )
    command.add_argument("--no-grain", action="store_true", help="fill smoothly, without grain")
    _add_told_options(command)
    group = command.add_argument_group("turning and cropping")
    add_geometry_options(group.add_argument)
    group.add_argument(
        "--split",
        action="store_true",
        help="write each print on the scan to a file of its own, set straight",
    )
    add_output_options(command)


def _add_told_options(command: argparse.ArgumentParser) -> None:
    group = command.add_argument_group("with --steps denoise")
    group.add_argument(
        "--noise",
        type=between(float, 0, 60),
        metavar="LEVELS",
        help="how strong the noise is, as a deviation in levels of 255, instead of measuring it",
    )
    group.add_argument(
        "--jpeg",
        type=between(int, 1, 100),
        metavar="QUALITY",
        help="of the JPEG that the photo was, instead of measuring it; 100 for none",
    )


def restore(args: argparse.Namespace) -> int:
    """Restore one photo, or the prints on a scan."""
    recipe = with_steps(Recipe(coloring=None), required_steps(args.steps, crops=True))
    recipe = with_options(recipe, args)
    _check_options(args, recipe)
    started = time.perf_counter()
    _check_targets(args)
    photo = read_photo(args.photo, page=args.page)
    laid = with_geometry(recipe, args, photo)
    photo = laid.photo  # the one as it was read need not be kept
    mask = _given_mask(args, photo)
    for reduction in photo.reductions:
        say(f"  note: {reduction.value}")
    if args.only_mask:
        return _write_only_mask(args, photo, mask, laid.recipe)
    parts = _parts(args, laid)
    developed = _developed(photo, laid.recipe, mask, args)
    for part in parts:
        _save(args, part.path, replace(developed, recipe=part.recipe))
    seconds = time.perf_counter() - started
    names = ", ".join(str(part.path) for part in parts)
    say(f"{args.photo} -> {names}  ({seconds:.1f} s)")
    restored = developed.restored
    assert restored is not None
    accounts = [geometry_account(replace(laid, recipe=part.recipe)) for part in parts]
    for line in (*told_of(restored), *_told_of_parts(laid, parts)):
        say(line)
    if args.save_mask:
        _write_mask(args, args.save_mask, restored.mask)
    if args.report:
        _write_report(args, parts, [*(step.account for step in restored.steps), *accounts], seconds)
    return OK


def _check_steps_of_options(args: argparse.Namespace, recipe: Recipe) -> None:
    """Refuse options of steps that are not taken; only a mask is looked for without them."""
    of_steps: dict[Stage, Mapping[str, object]] = {
        Stage.DENOISE: {"--noise": args.noise, "--jpeg": args.jpeg},
        Stage.REVIVAL: {"--roll": args.roll},
        Stage.REPAIR: {
            "--mask": None if args.only_mask else args.mask,
            "--save-mask": args.save_mask,
            "--no-grain": args.no_grain,
        },
    }
    for stage, options in of_steps.items():
        given = [name for name, value in options.items() if value not in (None, False, [])]
        if given and getattr(recipe, stage.value) is None:
            msg = f"{given[0]} is for the step {stage.value}, which is not taken; see --steps"
            raise UsageError(msg)


@dataclass(frozen=True)
class _Part:
    """A file that is written of a photo."""

    path: Path
    recipe: Recipe


def _check_options(args: argparse.Namespace, recipe: Recipe) -> None:
    """Refuse options that contradict one another, or that would do nothing."""
    _check_steps_of_options(args, recipe)
    if args.only_mask and args.save_mask:
        msg = "--only-mask writes the mask to OUT; leave out --save-mask"
        raise UsageError(msg)
    if args.split and (args.crop or args.straighten or args.only_mask):
        msg = (
            "--split crops and straightens each print; leave out --crop, --straighten, --only-mask"
        )
        raise UsageError(msg)


def _parts(args: argparse.Namespace, laid: Laid) -> Sequence[_Part]:
    """Return what is written: one file, or one for each print on the scan, from top to bottom.

    Raises:
        UsageError: If there are no prints to be split.
        ImageError: If one of the files may not be written.
    """
    if not args.split:
        return [_Part(args.output, laid.recipe)]
    from engine.restoration.geometry import crops_of_prints  # noqa: PLC0415 - help comes before it

    crops = crops_of_prints(laid.photo)
    if not crops:
        msg = f"“{args.photo}” shows no prints on a bed or a border; there is nothing to split"
        raise UsageError(msg)
    parts = []
    for path, crop in zip(_names_of_parts(args, len(crops)), crops, strict=True):
        check_writable(path, overwrite=args.overwrite, originals=[args.photo])
        parts.append(
            _Part(
                path, replace(laid.recipe, crop=replace(crop, stays_inside=not args.white_corners))
            )
        )
    return parts


def _names_of_parts(args: argparse.Namespace, count: int) -> Sequence[Path]:
    """Return the files of the prints: in a folder, or numbered beside one another.

    Raises:
        UsageError: If the folder cannot be made.
    """
    output: Path = args.output
    folder, stem, ending = output, args.photo.stem, output_suffix(args.photo.name)
    if output.suffix.lower() in SUFFIXES and not output.is_dir():
        folder, stem, ending = output.parent, output.stem, output.suffix
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder “{folder}” cannot be made: {error.strerror}."
        raise UsageError(msg) from error
    return [folder / f"{stem}-{number}{ending}" for number in range(1, count + 1)]


def _told_of_parts(laid: Laid, parts: Sequence[_Part]) -> Iterator[str]:
    for part in parts:
        line = told_of_geometry(replace(laid, recipe=part.recipe))
        if line:
            yield line if len(parts) == 1 else f"{line} ({part.path.name})"


def _check_targets(args: argparse.Namespace) -> None:
    """Refuse what cannot be written before any work is done for it."""
    originals = [path for path in (args.photo, args.mask) if path is not None]
    output = None if args.split else args.output
    masks = [path for path in (args.save_mask, output if args.only_mask else None) if path]
    polygons = [path for path in masks if path.suffix.lower() == ".json"]
    pictures = [path for path in (output, args.save_mask) if path and path not in polygons]
    trees = [*polygons, *_report_path(args)]
    if len({path.absolute() for path in (*pictures, *trees)}) < len((*pictures, *trees)):
        msg = "OUT, the mask and the report must be different files"
        raise UsageError(msg)
    for path in pictures:
        check_writable(path, overwrite=args.overwrite, originals=originals)
    for path in trees:
        if path.suffix.lower() != ".json":
            msg = f"“{path}” must end in .json"
            raise UsageError(msg)
        check_place(path, overwrite=args.overwrite, originals=originals)


def _report_path(args: argparse.Namespace) -> Sequence[Path]:
    return () if args.report is None else (args.report,)


def _given_mask(args: argparse.Namespace, photo: Photo) -> NDArray[np.bool_] | None:
    from engine.restoration.mask_files import read_mask  # noqa: PLC0415 - help texts come before it

    if args.mask is None:
        return None
    try:
        mask = read_mask(args.mask, photo.size)
    except ValueError as error:
        raise UsageError(str(error)) from error
    if mask.all():
        msg = f"The mask “{args.mask}” covers the whole photo: nothing is left to repair it from."
        raise UsageError(msg)
    return mask


def _write_only_mask(
    args: argparse.Namespace, photo: Photo, mask: NDArray[np.bool_] | None, recipe: Recipe
) -> int:
    from engine.restoration.repairing import RepairSettings, marked  # noqa: PLC0415 - as above
    from engine.restoration.selection import Selection  # noqa: PLC0415 - as above

    settings = recipe.repair or Repair()
    found = marked(photo, RepairSettings(Selection.of(settings), mask))
    _write_mask(args, args.output, found)
    say(f"{args.photo} -> {args.output}  ({found.mean() * 1000:.2f} per mille marked)")
    return OK


def _developed(
    photo: Photo, recipe: Recipe, mask: NDArray[np.bool_] | None, args: argparse.Namespace
) -> Developed:
    """Carry out a recipe that colors nothing."""
    from engine.develop import Developed  # noqa: PLC0415 - imports torch
    from engine.restoration import restoring  # noqa: PLC0415 - the same

    roll = tuple(read_photo(path) for path in args.roll)
    known = restoring.Known(mask, not args.no_grain, roll, args.noise, args.jpeg)
    restored = restoring.restore(photo, recipe, known=known)
    return Developed(photo, recipe, restored, None, None, None)


def _save(args: argparse.Namespace, path: Path, developed: Developed) -> None:
    from engine.saving import save_developed  # noqa: PLC0415 - imports torch

    losses = save_developed(path, developed, _save_options(args), overwrite=args.overwrite)
    for loss in losses:
        say(f"  note: {loss.value}")


def _save_options(args: argparse.Namespace) -> SaveOptions:
    from engine.saving import SaveOptions  # noqa: PLC0415 - imports torch

    return SaveOptions(
        quality=args.quality,
        compression=args.compression,
        keep_profile=args.profile == "input",
        provenance=not args.no_provenance,
        keep_times=args.keep_times,
        originals=(args.photo,) if args.mask is None else (args.photo, args.mask),
    )


def _not_taken(taken: set[str]) -> list[dict[str, Any]]:
    """Return what the report says of the other steps."""
    reasons = {name: "it was not asked for" for name in STEPS if name not in taken}
    return [{"step": name, "done": False, "why": why} for name, why in reasons.items()]


def _write_mask(args: argparse.Namespace, path: Path, mask: NDArray[np.bool_]) -> None:
    from engine.restoration.mask_files import write_mask  # noqa: PLC0415 - see restore()

    write_mask(path, mask, overwrite=args.overwrite)


def _write_report(
    args: argparse.Namespace,
    parts: Sequence[_Part],
    accounts: Sequence[Mapping[str, Any]],
    seconds: float,
) -> None:
    taken = {account["step"] for account in accounts}
    paths = [str(part.path) for part in parts]
    values = {
        "photo": str(args.photo),
        "output": paths if args.split else paths[0],
        "seconds": round(seconds, 2),
        "steps": [*accounts, *_not_taken(taken)],
    }
    with writing(args.report), atomic_path(args.report, replaces=args.overwrite) as partial:
        partial.write_text(json.dumps(values, indent=1, ensure_ascii=False), encoding="utf-8")
