"""``kolorit-cli restore``: find the damage of a photo, repair it, and account for it."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.atomic_write import atomic_path
from engine.cli.denoise_step import STEP, add_denoise_options, take_denoise_step
from engine.cli.output_options import add_output_options
from engine.console import OK, UsageError, add_command, between, named_path, say
from engine.errors import ImageError, ImageProblem
from engine.files.image_io import check_writable, read_photo
from engine.files.problems import writing
from engine.files.provenance import RestorationProvenance

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.photo.photo import Photo
    from engine.restoration.repairing import Repaired, RepairSettings
    from engine.restoration.tone import ToneProposal
    from engine.saving import SaveOptions

STEPS = ("repair", STEP, "revival", "tone")
"""Steps of this version, in the order in which they are taken."""
AUTOMATIC = ("repair",)
"""Those that are taken unless others are asked for: they leave the rest of the photo as it is."""
COMING = ("crop",)
"""Steps that have a name but are not in this version."""

_EXAMPLES = """examples:
  kolorit-cli restore scan.tif -o clean.tif
  kolorit-cli restore scan.tif -o clean.tif --sensitivity 0.8 --report report.json
  kolorit-cli restore scan.tif -o mask.png --only-mask
  kolorit-cli restore scan.tif -o clean.tif --mask mask.png
  kolorit-cli restore slide.tif -o revived.tif --steps revival --roll slide2.tif slide3.tif
"""


@dataclass(frozen=True, eq=False)
class _Restored:
    """A photo after all steps, and what is said of them."""

    photo: Photo
    mask: NDArray[np.bool_]
    """(H, W), where the repair may have changed pixels."""
    steps: tuple[dict[str, Any], ...]
    """Accounts for the report."""
    sentences: tuple[str, ...]
    """Of those that did something, for the XMP."""
    made_by_model: bool = False
    """Whether a trained model made a part of the picture."""


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
        help="the file to be written",
    )
    command.add_argument(
        "--steps",
        default="auto",
        help=f"which of {', '.join(STEPS)}, separated by commas; auto (default): "
        f"{', '.join(AUTOMATIC)}, which leaves all else as it is; denoise takes out noise and the "
        "marks of JPEG, revival brings back faded colors, tone spreads flat tones",
    )
    command.add_argument(
        "--sensitivity",
        type=between(float, 0, 1),
        default=0.5,
        help="0 (repair what is certain) to 1 (all that may well be damage); at 0.5 (default) a "
        "finding is eight times as likely damage as not",
    )
    command.add_argument(
        "--mask",
        type=named_path,
        metavar="PICTURE",
        help="a picture of the photo's size, white where it is damaged; then nothing is looked for",
    )
    command.add_argument(
        "--save-mask", type=named_path, metavar="PNG", help="also write where pixels were changed"
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
    add_denoise_options(command)
    add_output_options(command)


def restore(args: argparse.Namespace) -> int:
    """Restore one photo."""
    steps = _required_steps(args.steps)
    if args.only_mask and args.save_mask:
        msg = "--only-mask writes the mask to OUT; leave out --save-mask"
        raise UsageError(msg)
    started = time.perf_counter()
    _check_targets(args)
    photo = read_photo(args.photo, page=args.page)
    settings = _settings(args, photo)
    for reduction in photo.reductions:
        say(f"  note: {reduction.value}")
    if args.only_mask:
        return _write_only_mask(args, photo, settings)
    restored = _restored(photo, settings, steps, args)
    _save(args, restored)
    seconds = time.perf_counter() - started
    say(f"{args.photo} -> {args.output}  ({seconds:.1f} s)")
    for step in restored.steps:
        say(f"  {step['step']}: {step['why']}")
        for remark in step.get("remarks", ()):
            say(f"  note: {remark}")
    if args.save_mask:
        _write_mask(args, args.save_mask, restored.mask)
    if args.report:
        _write_report(args, restored, seconds)
    return OK


def _restored(
    photo: Photo, settings: RepairSettings, steps: Sequence[str], args: argparse.Namespace
) -> _Restored:
    """Take the steps that were asked for, in their order.

    Revival comes before tone, whose clipped ends would hide how far dyes and paper have faded.
    """
    from engine.restoration.repairing import repair  # noqa: PLC0415 - help texts come before it
    from engine.restoration.reviving import revive  # noqa: PLC0415 - the same
    from engine.restoration.tone import apply_levels, propose_levels  # noqa: PLC0415 - the same

    accounts, sentences, by_model = [], [], False
    mask = np.zeros(photo.size, bool) if settings.mask is None else settings.mask
    if "repair" in steps:
        repaired = repair(photo, settings)
        photo, mask, by_model = repaired.photo, repaired.mask, repaired.by_network > 0
        accounts.append(_repair_account(repaired, settings))
        if mask.any():
            sentences.append(_sentence(repaired, settings))
    if STEP in steps:
        step = take_denoise_step(photo, args)
        photo = step.photo
        accounts.append(step.account)
        sentences += [step.sentence] if step.sentence else []
    if "revival" in steps:
        revived = revive(photo, [read_photo(path) for path in args.roll])
        photo = revived.photo
        accounts.append(revived.account)
        sentences.extend(revived.sentences)
    if "tone" in steps:
        proposal = propose_levels(photo.pixels, mask)
        levels = proposal.levels
        photo = replace(photo, pixels=apply_levels(photo.pixels, levels))
        accounts.append(_tone_account(proposal))
        if not levels.does_nothing:
            sentences.append(f"tone: levels, black {levels.black:.3f}, white {levels.white:.3f}")
    return _Restored(photo, mask, tuple(accounts), tuple(sentences), made_by_model=by_model)


def _required_steps(text: str) -> Sequence[str]:
    """Return the steps to be taken; refuse those that do not exist, or not yet."""
    names = AUTOMATIC if text == "auto" else text.split(",")
    for name in names:
        if name in COMING:
            msg = f"the step {name!r} is not in this version; it has: {', '.join(STEPS)}"
            raise UsageError(msg)
        if name not in STEPS:
            msg = f"there is no step {name!r}; there are: auto, {', '.join(STEPS)}"
            raise UsageError(msg)
    return names


def _check_targets(args: argparse.Namespace) -> None:
    """Refuse what cannot be written before any work is done for it."""
    originals = [path for path in (args.photo, args.mask) if path is not None]
    pictures = [path for path in (args.output, args.save_mask) if path is not None]
    if len({path.absolute() for path in (*pictures, *_report_path(args))}) < len(
        (*pictures, *_report_path(args))
    ):
        msg = "OUT, the mask and the report must be different files"
        raise UsageError(msg)
    for path in pictures:
        check_writable(path, overwrite=args.overwrite, originals=originals)
    for path in _report_path(args):
        if path.suffix.lower() != ".json":
            msg = f"“{path}” must end in .json"
            raise UsageError(msg)
        if path.exists() and not args.overwrite:
            raise ImageError(path, ImageProblem.WRITE_EXISTS)


def _report_path(args: argparse.Namespace) -> Sequence[Path]:
    return () if args.report is None else (args.report,)


def _settings(args: argparse.Namespace, photo: Photo) -> RepairSettings:
    from engine.restoration.mask_files import read_mask  # noqa: PLC0415 - see restore()
    from engine.restoration.repairing import RepairSettings  # noqa: PLC0415 - see restore()

    mask = None
    if args.mask is not None:
        try:
            mask = read_mask(args.mask, photo.size)
        except ValueError as error:
            raise UsageError(str(error)) from error
        if mask.all():
            msg = (
                f"The mask “{args.mask}” covers the whole photo: nothing is left to repair it from."
            )
            raise UsageError(msg)
    return RepairSettings(args.sensitivity, mask, not args.no_grain)


def _write_only_mask(args: argparse.Namespace, photo: Photo, settings: RepairSettings) -> int:
    from engine.restoration.repairing import marked  # noqa: PLC0415 - see restore()

    mask = marked(photo, settings)
    _write_mask(args, args.output, mask)
    say(f"{args.photo} -> {args.output}  ({mask.mean() * 1000:.2f} per mille marked)")
    return OK


def _save(args: argparse.Namespace, restored: _Restored) -> None:
    from engine.saving import save_restored  # noqa: PLC0415 - imports torch

    losses = save_restored(
        args.output,
        restored.photo,
        RestorationProvenance(restored.sentences, restored.made_by_model),
        _save_options(args),
        overwrite=args.overwrite,
    )
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


def _sentence(repaired: Repaired, settings: RepairSettings) -> str:
    """Return what the repair did, for the XMP."""
    source = (
        "damage marked by a mask"
        if settings.mask is not None
        else f"damage detected at sensitivity {settings.sensitivity:g}"
    )
    grain = "with" if settings.grain else "without"
    said = f", the forms of {repaired.by_network} by {repaired.network}" if repaired.network else ""
    return (
        f"repair: {source}, {repaired.holes} holes filled {grain} grain from their surroundings"
        f"{said}; "
        f"{repaired.per_mille_repaired:.3f} per mille of the pixels repaired, "
        f"{repaired.per_mille_invented:.3f} per mille invented, "
        f"{repaired.changed_outside} samples changed elsewhere"
    )


def _repair_account(repaired: Repaired, settings: RepairSettings) -> dict[str, Any]:
    """Return what the report says of the repair."""
    from engine.restoration.mask_files import outlines  # noqa: PLC0415 - see restore()

    return {
        "step": "repair",
        "done": bool(repaired.mask.any()),
        "why": _why(repaired, settings),
        "settings": {
            "sensitivity": settings.sensitivity if settings.mask is None else None,
            "mask_given": settings.mask is not None,
            "grain": settings.grain,
        },
        "found": dict(repaired.found),
        "holes": repaired.holes,
        "holes_by_network": repaired.by_network,
        "network": repaired.network,
        "likely_faces": repaired.faces,
        "per_mille_repaired": round(repaired.per_mille_repaired, 4),
        "per_mille_invented": round(repaired.per_mille_invented, 4),
        "samples_changed_outside_the_mask": repaired.changed_outside,
        "remarks": list(repaired.remarks),
        "areas": outlines(repaired.mask),
        "invented_areas": outlines(repaired.invented),
    }


def _tone_account(proposal: ToneProposal) -> dict[str, Any]:
    levels = proposal.levels
    return {
        "step": "tone",
        "done": not levels.does_nothing,
        "why": proposal.why,
        "settings": {"black": round(levels.black, 4), "white": round(levels.white, 4)},
    }


def _why(repaired: Repaired, settings: RepairSettings) -> str:
    if settings.mask is not None:
        return f"the mask marks {repaired.per_mille_repaired:.2f} per mille of the picture"
    if not repaired.found:
        return "nothing was found that is likely enough to be damage; no pixel was changed"
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(repaired.found.items()))
    return f"found {kinds}; {repaired.per_mille_repaired:.2f} per mille of the picture repaired"


def _not_taken(taken: set[str]) -> list[dict[str, Any]]:
    """Return what the report says of the other steps."""
    reasons = {name: "it was not asked for" for name in STEPS if name not in taken}
    reasons |= dict.fromkeys(COMING, "this version does not have it")
    return [{"step": name, "done": False, "why": why} for name, why in reasons.items()]


def _write_mask(args: argparse.Namespace, path: Path, mask: NDArray[np.bool_]) -> None:
    from engine.restoration.mask_files import write_mask  # noqa: PLC0415 - see restore()

    write_mask(path, mask, overwrite=args.overwrite)


def _write_report(args: argparse.Namespace, restored: _Restored, seconds: float) -> None:
    taken = {step["step"] for step in restored.steps}
    values = {
        "photo": str(args.photo),
        "output": str(args.output),
        "seconds": round(seconds, 2),
        "steps": [*restored.steps, *_not_taken(taken)],
    }
    with writing(args.report), atomic_path(args.report, replaces=args.overwrite) as partial:
        partial.write_text(json.dumps(values, indent=1, ensure_ascii=False), encoding="utf-8")
