"""What commands that train have in common: their arguments, and the checkpoint that they write."""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from engine.checkpoints import checkpoint
from engine.errors import EngineError
from training import checkpoint_chunks
from training.loop.log import read_log

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from _typeshed import DataclassInstance
    from torch import nn

    from engine.checkpoints.header import Header
    from training.loop.run_state import Progress


class Arguments(Protocol):
    """Those that all such commands take."""

    recipe: Path
    run: Path
    """The folder of the run."""
    data: Path
    init: Path | None
    """A checkpoint to start from."""
    budget: float | None
    """Minutes."""
    chunks: Path | None
    device: str
    override: list[str]


def make_parser(module: str, description: str | None, data: str) -> argparse.ArgumentParser:
    """Return a parser of :class:`Arguments`.

    Args:
        module: Of the command, as ``python -m`` takes it.
        description: The module's docstring.
        data: What ``--data`` is for this command.
    """
    parser = argparse.ArgumentParser(
        prog=f"python -m {module}",
        description=description,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("recipe", type=Path, help="a TOML file, see training/recipes")
    parser.add_argument("run", type=Path, help="folder to create, or to resume from")
    parser.add_argument("--data", type=Path, required=True, help=data)
    parser.add_argument("--init", type=Path, help="checkpoint to start from: a warm restart")
    parser.add_argument("--budget", type=float, help="minutes: the schedule shrinks to them")
    parser.add_argument(
        "--chunks", "--parts", type=Path, help="write the averaged weights here in chunks too"
    )
    parser.add_argument("--device", default="auto", help="auto, cuda, mps or cpu")
    parser.add_argument("override", nargs="*", help="section.key=value")
    return parser


def run_command(
    parser: argparse.ArgumentParser,
    arguments: Sequence[str] | None,
    command: Callable[[argparse.Namespace], None],
) -> None:
    """Parse a command line and carry it out; what a user can mend is told as a usage error."""
    args = parser.parse_intermixed_args(arguments)  # settings may stand anywhere
    try:
        command(args)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))


def overrides(args: Arguments) -> list[str]:
    """Return the settings of a command line, its budget among them."""
    budget = [] if args.budget is None else [f"minutes={args.budget}"]
    return [*args.override, *budget]


def provenance(
    args: Arguments, config: DataclassInstance, progress: Progress, evaluated: str
) -> dict[str, Any]:
    """Return what a checkpoint says of the run that made it.

    Args:
        args: Of the run.
        config: All its settings.
        progress: How far it is.
        evaluated: A figure that only records of evaluations have.
    """
    evaluations = [record for record in read_log(args.run / "log.jsonl") if evaluated in record]
    return {
        "recipe": args.recipe.stem,
        "config": dataclasses.asdict(config),
        "steps": progress.step,
        "minutes": round(progress.seconds / 60, 1),
        "watched": evaluations[-1] if evaluations else None,
    }


def release(args: Arguments, network: nn.Module, header: Header) -> None:
    """Write the checkpoint of a run, and its chunks if they are asked for."""
    path = released(args)
    checkpoint.save(path, network.state_dict(), header)
    if args.chunks is not None:
        checkpoint_chunks.split(path, args.chunks)


def released(args: Arguments) -> Path:
    """Return where the checkpoint of a run lies."""
    return args.run / "model.safetensors"
