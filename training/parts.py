"""Carry a checkpoint in parts, where files above some size cannot travel.

    python -m training.parts FOLDER model.safetensors

joins the parts that a run with ``--parts FOLDER`` wrote, and checks that the app can read the
result.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.errors import EngineError
from engine.replacing import written_beside

if TYPE_CHECKING:
    from collections.abc import Sequence

PART_BYTES = 15 << 20
_INDEX = "parts.json"


def split(source: Path, folder: Path, part_bytes: int = PART_BYTES) -> list[Path]:
    """Write the parts of a file into ``folder``; the index, written last, says which belong."""
    folder.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    parts = []
    for number, start in enumerate(range(0, len(content), part_bytes)):
        part = folder / f"{source.stem}.{number:02}"
        _write(part, content[start : start + part_bytes])
        parts.append(part)
    index = {"parts": [part.name for part in parts], "sha256": digest}
    _write(folder / _INDEX, json.dumps(index).encode())
    return parts


def join(folder: Path, target: Path) -> None:
    """Join what :func:`split` wrote; ``target`` is replaced only by what the app can read.

    Raises:
        CheckpointError: If the parts make no checkpoint of this version.
        ValueError: If they are not those of one file.
    """
    index = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    try:
        names, digest = [Path(name).name for name in index["parts"]], index["sha256"]
    except (KeyError, TypeError) as error:
        msg = f"{folder / _INDEX} is no index of parts"
        raise ValueError(msg) from error
    content = b"".join((folder / name).read_bytes() for name in names)
    if hashlib.sha256(content).hexdigest() != digest:
        msg = f"the parts in {folder} do not belong together"
        raise ValueError(msg)
    with written_beside(target) as beside:
        beside.write_bytes(content)
        checkpoint.load(beside, choose_device("cpu"), None)


def _write(path: Path, content: bytes) -> None:
    with written_beside(path) as beside:
        beside.write_bytes(content)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and join parts."""
    parser = argparse.ArgumentParser(
        prog="python -m training.parts",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    args = parser.parse_args(arguments)
    try:
        join(args.folder, args.target)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    print(f"wrote {args.target}")


if __name__ == "__main__":
    main()
