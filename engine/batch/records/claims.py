"""Which outputs came from a task, on the disk before they get their names.

Between the renaming of an output and the line in the journal a process may die. The claim that it
leaves tells that output from a file that the user put there.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING

from engine.batch.outcome_json import identity_from_json
from engine.batch.own_files import NotOwnError, discard, open_own, read_own, require_own_folder

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

    Raises:
        OSError: If the disk refuses.
    """
    discard(path)
    with os.fdopen(open_own(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL), "wb") as file:
        file.write(json.dumps(identities).encode())
        file.flush()
        os.fsync(file.fileno())


def claims_in(folder: Path) -> Iterator[tuple[int, tuple[FileIdentity, ...]]]:
    """Yield the claims that lie in a folder, with their photos' numbers."""
    with suppress(FileNotFoundError, NotOwnError):  # of others' claims nothing can be believed
        require_own_folder(folder)
        for path in folder.glob("*.claim"):
            if path.stem.isascii() and path.stem.isdigit() and len(path.stem) < _DIGITS:
                yield int(path.stem), read_claim(path)
