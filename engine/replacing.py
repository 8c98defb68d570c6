"""Files that are there whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UMASK = os.umask(0o077)  # can only be read by setting it, so once, before there are threads
os.umask(_UMASK)


@contextmanager
def written_beside(path: Path) -> Iterator[Path]:
    """Give a new, empty file beside ``path`` to write to; in the end it takes its place.

    If anything fails before that, ``path`` stays what it was and nothing is left behind.
    """
    handle, name = tempfile.mkstemp(
        prefix=f".{path.stem[:40]}-", suffix=".partial", dir=path.parent
    )
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        with partial.open("r+b") as file:  # Windows flushes only what may be written
            os.fsync(file.fileno())
        with suppress(OSError):  # some mounted disks have no permissions to set
            partial.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_UMASK)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
