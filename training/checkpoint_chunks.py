"""Carry a checkpoint in chunks, where files above some size cannot travel.

    python -m training.checkpoint_chunks FOLDER model.safetensors

joins the chunks that a run with ``--chunks FOLDER`` wrote, and checks that the app can read the
result.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic_write import atomic_path
from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Sequence

CHUNK_BYTES = 15 << 20
_INDEX = "chunks.json"
_EARLIER = "parts"
"""What chunks were called in older folders, and in the name of their index."""


def split(source: Path, folder: Path, chunk_bytes: int = CHUNK_BYTES) -> list[Path]:
    """Write the chunks of a file into ``folder``; the index, written last, says which belong."""
    folder.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    chunks = []
    for number, start in enumerate(range(0, len(content), chunk_bytes)):
        chunk = folder / f"{source.stem}.{number:02}"
        _write(chunk, content[start : start + chunk_bytes])
        chunks.append(chunk)
    index = {"chunks": [chunk.name for chunk in chunks], "sha256": digest}
    _write(folder / _INDEX, json.dumps(index).encode())
    return chunks


def join(folder: Path, target: Path) -> None:
    """Join what :func:`split` wrote; ``target`` is replaced only by what the app can read.

    Raises:
        CheckpointError: If the chunks make no checkpoint of this version.
        ValueError: If they are not those of one file.
    """
    path = folder / _INDEX
    if not path.exists():
        path = folder / f"{_EARLIER}.json"
    index = json.loads(path.read_text(encoding="utf-8"))
    try:
        listed = index["chunks" if "chunks" in index else _EARLIER]
        names, digest = [Path(name).name for name in listed], index["sha256"]
    except (KeyError, TypeError) as error:
        msg = f"{path} is no index of chunks"
        raise ValueError(msg) from error
    content = b"".join((folder / name).read_bytes() for name in names)
    if hashlib.sha256(content).hexdigest() != digest:
        msg = f"the chunks in {folder} do not belong together"
        raise ValueError(msg)
    with atomic_path(target) as beside:
        beside.write_bytes(content)
        checkpoint.load(beside, choose_device("cpu"), None)


def _write(path: Path, content: bytes) -> None:
    with atomic_path(path) as beside:
        beside.write_bytes(content)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and join chunks."""
    parser = argparse.ArgumentParser(
        prog="python -m training.checkpoint_chunks",
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
