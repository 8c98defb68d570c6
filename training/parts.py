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

from engine.checkpoint import load
from engine.device import choose_device
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence

PART_BYTES = 15 << 20
_INDEX = "parts.json"


def split(checkpoint: Path, folder: Path, part_bytes: int = PART_BYTES) -> list[Path]:
    """Write the parts of a file into ``folder``; the index, written last, says which belong."""
    folder.mkdir(parents=True, exist_ok=True)
    content = checkpoint.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    parts = []
    for number, start in enumerate(range(0, len(content), part_bytes)):
        part = folder / f"{checkpoint.stem}.{number:02}"
        _write(part, content[start : start + part_bytes])
        parts.append(part)
    index = {"parts": [part.name for part in parts], "sha256": digest}
    _write(folder / _INDEX, json.dumps(index).encode())
    return parts


def join(folder: Path, target: Path) -> None:
    """Join what :func:`split` wrote.

    Raises:
        ValueError: If the parts are not those of one file.
    """
    index = json.loads((folder / _INDEX).read_text(encoding="utf-8"))
    content = b"".join((folder / name).read_bytes() for name in index["parts"])
    if hashlib.sha256(content).hexdigest() != index["sha256"]:
        msg = f"the parts in {folder} do not belong together"
        raise ValueError(msg)
    _write(target, content)


def _write(path: Path, content: bytes) -> None:
    partial = path.with_name(f".{path.name}.partial")
    partial.write_bytes(content)
    partial.replace(path)


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
        load(args.target, choose_device("cpu"))
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    print(f"wrote {args.target}")


if __name__ == "__main__":
    main()
