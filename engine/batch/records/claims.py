"""Which outputs came from a task, on the disk before they get their names.

Between the renaming of an output and the line in the journal a process may die. The claim that it
leaves tells that output from a file that the user put there.
"""

from __future__ import annotations

import json
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.atomic_write import PRIVATE, atomic_path
from engine.batch.outcome_json import identity_from_json
from engine.batch.own_files import NotOwnError, discard, read_own, require_own_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.batch.outcome import FileIdentity

_MAX_BYTES = 1 << 16
_DIGITS = 19
"""Of numbers that fit into 64 bits."""


def read_claim(path: Path) -> tuple[FileIdentity, ...]:
    """Return the files that a task says it made; none if there is no such claim."""
    try:
        values = json.loads(read_own(path, _MAX_BYTES))
        return tuple(identity_from_json(value) for value in values)
    except (OSError, RecursionError, TypeError, ValueError):
        return ()


def write_claim(path: Path, identities: tuple[FileIdentity, ...]) -> None:
    """Write the files that a task makes; it is on the disk when this returns.

    An earlier claim stays until then: without it, an output that lies there already would be taken
    for the user's, and a second one made beside it.

    Raises:
        OSError: If the disk refuses.
    """
    if path.is_dir() and not path.is_symlink():  # put there by somebody
        discard(path)
    with atomic_path(path, privacy=PRIVATE) as beside:
        beside.write_text(json.dumps(identities), encoding="ascii")


def claims_in(folder: Path) -> Iterator[tuple[int, tuple[FileIdentity, ...]]]:
    """Yield the claims that lie in a folder, with their photos' numbers."""
    with suppress(FileNotFoundError, NotOwnError):  # of others' claims nothing can be believed
        require_own_folder(folder)
        for path in folder.glob("*.claim"):
            if path.stem.isascii() and path.stem.isdigit() and len(path.stem) < _DIGITS:
                yield int(path.stem), read_claim(path)
