"""A new file for encoders that must not leave it cut short."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from _typeshed import ReadableBuffer

    from engine.cancel import CancelToken


class WholeFile(io.BufferedWriter):
    """A new file that takes all it is given or raises, and nothing once somebody has cancelled.

    On a disk that is nearly full the system writes what there is room for and calls that a success;
    a buffered file then tries the rest, and is told. Encoders in C that get hold of the file's
    number write past it without a look, so it has none for them.
    """

    def __init__(self, path: Path, token: CancelToken) -> None:
        super().__init__(io.FileIO(path, "wb"))
        self._token = token

    def fileno(self) -> int:
        """Keep the number to itself.

        Raises:
            UnsupportedOperation: Always, as of a file in memory.
        """
        msg = "write through the file"
        raise io.UnsupportedOperation(msg)

    def write(self, some: ReadableBuffer, /) -> int:
        """Take all of ``some``.

        Raises:
            Cancelled: If the token was set.
            OSError: If the disk refuses part of it.
        """
        self._token.check()
        return super().write(some)
