"""Put a trained checkpoint among the app's own: copy it and enter it in the manifest.

python -m training.bundle runs/streets/model.safetensors streets --summary TEXT --license TEXT
"""

from __future__ import annotations

import argparse
import dataclasses
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.atomic_write import atomic_path
from engine.checkpoints import catalog, checkpoint
from engine.checkpoints.catalog import Entry, bundled_checkpoints
from engine.device import choose_device
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_HEAD = """# The bundled models; the first is the default. Written by training.bundle, checked by
# tests/engine/checkpoints/test_catalog.py.
"""
_ROW = """
[[checkpoint]]
name = {name}
file = {file}
summary = {summary}
license = {license}
size = {size}
sha256 = {sha256}
earlier = {earlier}
task = {task}
"""


@dataclass(frozen=True)
class Description:
    """What the manifest says of a checkpoint beside its bytes."""

    name: str
    summary: str
    license: str
    earlier: bool = False


def bundle(source: Path, description: Description, folder: Path, *, default: bool = False) -> Entry:
    """Copy a checkpoint into ``folder`` and enter it in the manifest, first if ``default``.

    Raises:
        CheckpointError: If the file is no checkpoint of this version.
    """
    # what the app would refuse is not bundled
    task = checkpoint.load(source, choose_device("cpu"), None).header.task.id
    content = source.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    name = description.name
    target, manifest = folder / f"{name}.safetensors", folder / "MANIFEST.toml"
    entry = Entry(
        path=target, size=len(content), sha256=digest, task=task, **dataclasses.asdict(description)
    )
    known = bundled_checkpoints(folder) if manifest.exists() else ()
    others = {old.name: old for old in known}
    entries = ({name: entry} | others if default else others) | {name: entry}
    _write(target, content)
    _write(manifest, _manifest(entries.values()).encode())
    return entry


def _write(path: Path, content: bytes) -> None:
    with atomic_path(path) as beside:
        beside.write_bytes(content)


def _manifest(entries: Iterable[Entry]) -> str:
    rows = (dataclasses.asdict(entry) | {"file": entry.path.name} for entry in entries)
    # a basic string of TOML is written like one of JSON, but for the escapes of rare characters
    return _HEAD + "".join(
        _ROW.format(**{k: json.dumps(v, ensure_ascii=False) for k, v in row.items() if k != "path"})
        for row in rows
    )


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and bundle one checkpoint."""
    parser = argparse.ArgumentParser(
        prog="python -m training.bundle",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("name")
    parser.add_argument("--summary", required=True, help="one sentence for the model list")
    parser.add_argument("--license", required=True, help="what the training data allow")
    parser.add_argument("--earlier", action="store_true", help="list it among earlier systems")
    parser.add_argument("--default", action="store_true", help="put it first: the app's default")
    args = parser.parse_args(arguments)
    description = Description(args.name, args.summary, args.license, args.earlier)
    try:
        entry = bundle(args.checkpoint, description, catalog.CHECKPOINTS, default=args.default)
    except (EngineError, OSError) as error:
        parser.error(str(error))
    print(f"{entry.name}: {entry.size / 2**20:.1f} MiB, SHA-256 {entry.sha256}")


if __name__ == "__main__":
    main()
