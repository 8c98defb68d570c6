"""Store a checkpoint's large weights in eight bits, to bundle it at half its size.

python -m training.quantize RUN/model.safetensors small.safetensors
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from engine import checkpoint
from engine.device import choose_device
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and convert one checkpoint."""
    parser = argparse.ArgumentParser(
        prog="python -m training.quantize",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("source", type=Path)
    parser.add_argument("target", type=Path)
    args = parser.parse_args(arguments)
    try:
        model = checkpoint.load(args.source, choose_device("cpu"))
        checkpoint.save(args.target, model.network.state_dict(), model.header, int8=True)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    before, after = (path.stat().st_size / 2**20 for path in (args.source, args.target))
    print(f"wrote {args.target}: {before:.1f} to {after:.1f} MiB")


if __name__ == "__main__":
    main()
