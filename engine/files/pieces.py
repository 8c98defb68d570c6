"""Some parts of a file, as if they were all of it."""

from __future__ import annotations

import io
from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING

from engine.cancel import check_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed import WriteableBuffer


def without(file: io.BufferedReader, left_out: Iterable[tuple[int, int]]) -> Pieces:
    """Return a file without some parts: their places and lengths, in the order of the file."""
    pieces, start = [], 0
    for place, length in left_out:
        pieces.append((start, place - start))
        start = place + length
    end = file.seek(0, io.SEEK_END)
    return Pieces(file, [*pieces, (start, end - start)])


class Pieces(io.RawIOBase):
    """Reads some parts of a file as if they were all of it.

    Args:
        file: Stays open, and is not closed with this.
        pieces: Places and lengths, in the order in which they are read.
    """

    def __init__(self, file: io.BufferedReader, pieces: list[tuple[int, int]]) -> None:
        super().__init__()
        self._file = file
        self._pieces = pieces
        self._ends = list(accumulate(length for _, length in pieces))
        self._length = self._ends[-1] if pieces else 0
        self._at = 0

    def readable(self) -> bool:
        """Return that it can be read."""
        return True

    def seekable(self) -> bool:
        """Return that any place can be gone to."""
        return True

    def tell(self) -> int:
        """Return the place of the next byte."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        self._at = max(0, base + offset)
        return self._at

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        """Read up to the end of a piece."""
        check_cancelled()
        view = memoryview(buffer)
        index = bisect_right(self._ends, self._at)  # there may be a million of them
        if index == len(self._pieces):
            return 0
        place, length = self._pieces[index]
        start = self._at - (self._ends[index] - length)
        self._file.seek(place + start)
        content = self._file.read(min(len(view), length - start))
        view[: len(content)] = content
        self._at += len(content)
        return len(content)

    def everything(self) -> bytearray:
        """Return all of it, in as much memory as it takes."""
        content = bytearray(self._length)
        view, start = memoryview(content), 0
        for place, length in self._pieces:
            self._file.seek(place)
            start += self._file.readinto(view[start : start + length])
        view.release()
        del content[start:]  # what a file lacks that was cut off
        return content
