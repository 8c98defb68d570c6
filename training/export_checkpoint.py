"""Make the bundled checkpoint of a run's: settle its configuration, shrink its weights.

    python -m training.export_checkpoint RUN/model.safetensors OUT.safetensors --int8 gain=1.1

Settings such as the temperature do not change the weights; they are chosen on watched photos after
the training.
"""

from __future__ import annotations

import argparse
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def export(source: Path, target: Path, settings: Iterable[str], *, int8: bool) -> None:
    """Write ``target`` with the weights of ``source``.

    Raises:
        CheckpointError: If either is no checkpoint of this version.
        ValueError: If a setting is not ``key=value`` with a TOML value.
    """
    cpu = choose_device("cpu")
    model = checkpoint.load(source, cpu, None, folded=False)
    header = model.header.configured(_parse(settings))
    checkpoint.save(target, model.network.state_dict(), header, int8=int8)
    checkpoint.load(target, cpu, None)


def _parse(settings: Iterable[str]) -> dict[str, Any]:
    try:
        return tomllib.loads("\n".join(settings))
    except tomllib.TOMLDecodeError as error:
        msg = f"settings are key=value with TOML values: {error}"
        raise ValueError(msg) from error


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and export one checkpoint."""
    parser = argparse.ArgumentParser(
        prog="python -m training.export_checkpoint",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--int8", action="store_true", help="store large weights in eight bits")
    parser.add_argument("setting", nargs="*", help="key=value of the architecture's configuration")
    args = parser.parse_intermixed_args(arguments)
    try:
        export(args.source, args.target, args.setting, int8=args.int8)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    before, after = (path.stat().st_size / 2**20 for path in (args.source, args.target))
    print(f"wrote {args.target}: {before:.1f} to {after:.1f} MiB")


if __name__ == "__main__":
    main()
