"""A file to be read here and there, as if it were bytes.

It is read, never mapped: who shortens a mapped file, which on a network share is anybody, ends the
program that touches what is gone.
"""

from __future__ import annotations

import io
import os
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path
    from typing import BinaryIO

    from _typeshed import WriteableBuffer

from engine.cancel import check_cancelled

_BUFFER = 1 << 16
_PIECE = 1 << 22


class SomeBytes(Protocol):
    """Bytes, or a part of a file that can be asked for as if they were."""

    def __len__(self) -> int:
        """Return how many there are."""
        ...

    def __getitem__(self, piece: slice, /) -> bytes | memoryview:
        """Return some of them; fewer where there are no more."""
        ...


class FileBytes:
    """An open file."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._length = file.seek(0, os.SEEK_END)

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, piece: slice, /) -> bytes:
        start, stop, _ = piece.indices(self._length)
        self._file.seek(start)
        return self._file.read(max(0, stop - start))


class _Stoppable(io.FileIO):
    """A file that gives nothing more once somebody has cancelled."""

    def readinto(self, buffer: WriteableBuffer, /) -> int | None:
        check_cancelled()
        return super().readinto(buffer)

    def readall(self) -> bytes:
        check_cancelled()
        return super().readall()


def open_stoppable(path: Path) -> io.BufferedReader:
    """Open a file for a decoder that reads as it goes: a cancel then stops it on its way."""
    return io.BufferedReader(_Stoppable(path), _BUFFER)


def count_in(path: Path, mark: bytes) -> int:
    """Return how often a mark stands in a file, however large that is."""
    found, rest = 0, b""
    with open_stoppable(path) as file:
        while piece := file.read(_PIECE):
            found += (rest + piece).count(mark)
            rest = (rest + piece)[-(len(mark) - 1) :] if len(mark) > 1 else b""
    return found
