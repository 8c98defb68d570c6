"""The command line, ``kolorit-cli``: color photos, list models, look after the installation."""

from __future__ import annotations

import argparse
import io
import logging
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.batch import command as batch_command
from engine.catalog import bundled_models, find_model
from engine.errors import (
    DeviceUnavailableError,
    EngineError,
    UnknownModelError,
)
from engine.image_io import SUFFIXES, check_writable, read_photo, write_photo
from engine.render_settings import MAX_STRENGTH, MAX_VIVIDNESS, RenderSettings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from engine.checkpoint import Model

OK, SOME_FAILED, USAGE = 0, 1, 2
"""Exit codes."""

_COLORIZE_EXAMPLES = """examples:
  kolorit-cli colorize grandma.jpg -o grandma-color.jpg
  kolorit-cli colorize scans/*.tif -o colored/
  kolorit-cli colorize street.png -o street-color.png --strength 0.8 --size 256
  kolorit-cli colorize aunt.jpg -o aunt-color.jpg --hint 40,75,#203a70 --hint 48,20,#8a5a3c
"""
_DOCTOR_EXAMPLES = """example:
  kolorit-cli doctor      what is installed, and whether it works here
"""
_MODELS_EXAMPLES = """example:
  kolorit-cli models      then: kolorit-cli colorize photo.jpg -o out.jpg --model NAME
"""


class _UsageError(Exception):
    """The command line asks for something that cannot be meant."""


@dataclass(frozen=True)
class _Task:
    source: Path
    target: Path


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # any file name can be printed
    parser = _parser()
    args = parser.parse_args(arguments)
    logging.captureWarnings(capture=True)
    logging.basicConfig(level=logging.DEBUG if args.verbose else logging.ERROR)
    try:
        code: int = args.run(args)
    except (UnknownModelError, DeviceUnavailableError, _UsageError) as error:
        _complain(str(error))
        return USAGE
    except EngineError as error:
        _complain(str(error))
        return SOME_FAILED
    except KeyboardInterrupt:
        _complain("stopped")
        return 130
    return code


def colorize(args: argparse.Namespace) -> int:
    """Color every photo; one that fails does not stop the others."""
    if args.hint and len(args.photos) > 1:
        msg = "hints are places in one photo; color one photo at a time"
        raise _UsageError(msg)
    tasks = _plan(args.photos, args.output)
    # torch takes seconds to import; help texts and usage errors come before it
    from engine import checkpoint  # noqa: PLC0415 - see above
    from engine.device import choose_device  # noqa: PLC0415 - see above

    model = checkpoint.load(find_model(args.model), choose_device(args.device))
    _say(f"device: {model.device.name} ({model.device.description})")
    failures = 0
    for task in tasks:
        try:
            _colorize_one(model, task, args)
        except EngineError as error:
            failures += 1
            _complain(str(error))
    if failures:
        _complain(f"{failures} of {len(tasks)} photos failed")
    return SOME_FAILED if failures else OK


def models(_args: argparse.Namespace) -> int:
    """List the bundled models."""
    for index, entry in enumerate(bundled_models()):
        default = " (default)" if index == 0 else ""
        _say(f"{entry.name}{default}  {entry.size / 2**20:.1f} MiB  {entry.license}")
        _say(f"    {entry.summary}")
    return OK


def doctor(_args: argparse.Namespace) -> int:
    """Report versions and devices, check the bundled models, color a test picture."""
    from engine.doctor import examine  # noqa: PLC0415 - imports torch

    healthy = True
    for finding in examine():
        healthy = healthy and finding.good
        _say(f"{'ok  ' if finding.good else 'FAIL'}  {finding.text}")
    return OK if healthy else SOME_FAILED


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kolorit-cli",
        description="Natural color for black-and-white photographs, on your own machine.",
    )
    parser.add_argument("-v", "--verbose", action="store_true", help="log what happens")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    command = _add_command(commands, "colorize", "color photos", _COLORIZE_EXAMPLES)
    command.set_defaults(run=colorize)
    command.add_argument("photos", nargs="+", type=Path, metavar="PHOTO")
    command.add_argument(
        "-o",
        "--output",
        required=True,
        metavar="OUT",
        help="a file for one photo; a folder for several, which keep their names and formats",
    )
    command.add_argument("--model", help="a name from 'kolorit-cli models', or a .safetensors file")
    command.add_argument(
        "--strength",
        type=_between(float, 0, MAX_STRENGTH),
        default=1.0,
        help="color strength, 0 (gray) to 2; 1 is what the model predicts (default)",
    )
    command.add_argument(
        "--vividness",
        type=_between(float, 1 / MAX_VIVIDNESS, MAX_VIVIDNESS),
        default=1.0,
        help="0.25 (safe, pale) to 4 (bold); 1 is the model's own (default)",
    )
    command.add_argument(
        "--hint",
        type=_hint,
        action="append",
        default=[],
        metavar="X,Y,COLOR",
        help="the color of the thing at a place: percent from the left, percent from the top, and "
        "#rrggbb, of which the lightness is ignored; any number of times, for one photo",
    )
    command.add_argument(
        "--size",
        type=_between(int, 32, 2048),
        help="short side in pixels at which the model looks at the photo, 32 to 2048; "
        "the output always has the photo's own size",
    )
    command.add_argument("--device", default="auto", help="auto (default), cuda, mps or cpu")
    command.add_argument("--overwrite", action="store_true", help="replace existing output files")

    batch_command.register(commands)
    command = _add_command(commands, "models", "list the models", _MODELS_EXAMPLES)
    command.set_defaults(run=models)
    command = _add_command(commands, "doctor", "check this installation", _DOCTOR_EXAMPLES)
    command.set_defaults(run=doctor)
    return parser


def _add_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    name: str,
    summary: str,
    examples: str,
) -> argparse.ArgumentParser:
    return commands.add_parser(
        name,
        help=summary,
        description=f"{summary.capitalize()}.",
        epilog=examples,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def _plan(photos: Sequence[Path], output: str) -> list[_Task]:
    """Give every photo its own output file; make the folder if there is to be one."""
    target = Path(output)
    into_folder = len(photos) > 1 or _is_folder(target) or output.endswith(("/", "\\"))
    if not into_folder:
        if target.suffix.lower() not in SUFFIXES:
            msg = f"“{output}” must end in {', '.join(SUFFIXES)}, or be an existing folder."
            raise _UsageError(msg)
        return [_Task(photos[0], target)]
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        msg = f"The folder “{output}” cannot be made: {error.strerror}."
        raise _UsageError(msg) from error
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
        name, number = photo.name, 1
        while name.casefold() in taken:
            number += 1
            name = f"{photo.stem}-{number}{photo.suffix}"
        taken.add(name.casefold())
        yield photo, name


def _colorize_one(model: Model, task: _Task, args: argparse.Namespace) -> None:
    # these import torch
    from engine.colorize import encode, render_photo, with_vividness  # noqa: PLC0415 - see above
    from engine.hints import hint_of_rgb  # noqa: PLC0415 - see above

    started = time.perf_counter()
    check_writable(task.target, overwrite=args.overwrite, originals=args.photos)
    photo = read_photo(task.source)
    hints = [hint_of_rgb(y / 100, x / 100, color) for x, y, color in args.hint]
    encoding = encode(model, photo, size=args.size, hints=hints)
    if args.vividness != 1:
        encoding = with_vividness(encoding, args.vividness)
    rgb = render_photo(encoding, RenderSettings(args.strength))
    write_photo(task.target, rgb, overwrite=args.overwrite)
    _say(f"{task.source} -> {task.target}  ({time.perf_counter() - started:.1f} s)")
    for reduction in photo.reductions:
        _say(f"  note: {reduction.value}")


def _between(kind: type[int | float], low: float, high: float) -> Callable[[str], float]:
    def number(text: str) -> float:
        value = kind(text)
        if not low <= value <= high:
            raise argparse.ArgumentTypeError(f"{text} is not within {low:g} to {high:g}")
        return value

    return number


def _hint(text: str) -> tuple[float, float, tuple[int, int, int]]:
    """Parse percent from the left, percent from the top and a color."""
    x, y, color = text.split(",")  # argparse words the ValueError
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", color.strip()):
        raise argparse.ArgumentTypeError(f"{color!r} is not a color like #203a70")
    red, green, blue = bytes.fromhex(color.strip()[1:])
    place = _between(float, 0, 100)
    return place(x), place(y), (red, green, blue)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _complain(text: str) -> None:
    sys.stderr.write(f"kolorit-cli: {text}\n")


if __name__ == "__main__":
    sys.exit(main())
