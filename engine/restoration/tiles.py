"""A picture in overlapping tiles, so that memory depends on the tile and not on the picture.

Where a tile reaches over the picture's edge it sees the picture mirrored there. What a function
makes of a tile's margin is thrown away, so a function that looks no further than the overlap gives
the same result with tiles as without.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

from engine.cancel import check_cancelled
from engine.errors import DeviceMemoryError
from engine.memory import memory_errors
from engine.photo.photo import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo.photo import Size

_Sample = TypeVar("_Sample", bound=np.generic)
_Result = TypeVar("_Result", bound=np.generic)

SIDE = 1536
"""Pixels, of a tile without its margin."""
_LEAST_SIDE = 128


@dataclass(frozen=True)
class Tile:
    """A rectangle that a function is answerable for, and how far it may look beyond."""

    core: Window
    overlap: int
    """Pixels on each side."""

    @property
    def rows(self) -> slice:
        """Rows of the core in the picture."""
        return slice(self.core.top, self.core.top + self.core.height)

    @property
    def columns(self) -> slice:
        """Columns of the core in the picture."""
        return slice(self.core.left, self.core.left + self.core.width)

    def read(self, picture: NDArray[_Sample]) -> NDArray[_Sample]:
        """Return (height + 2 overlap, width + 2 overlap, …) of a picture of any type, a copy."""
        height, width = picture.shape[:2]
        rows = _mirrored(self.rows, self.overlap, height)
        columns = _mirrored(self.columns, self.overlap, width)
        return picture[rows[0] : rows[1]][rows[2]][:, columns[0] : columns[1]][:, columns[2]]

    def trim(self, result: NDArray[_Sample]) -> NDArray[_Sample]:
        """Return a result of the size that :meth:`read` gave, without its margin."""
        end = self.overlap + self.core.height, self.overlap + self.core.width
        return result[self.overlap : end[0], self.overlap : end[1]]


def tiles(size: Size, *, side: int = SIDE, overlap: int = 0) -> Iterator[Tile]:
    """Yield tiles, row by row, whose cores cover a picture once.

    Args:
        size: Height and width of the picture.
        side: Pixels of a core; those at the right and bottom edge are as small as what is left.
        overlap: Pixels that a tile sees on each side of its core.
    """
    for top in range(0, size[0], side):
        for left in range(0, size[1], side):
            window = Window(top, left, min(side, size[0] - top), min(side, size[1] - left))
            yield Tile(window, overlap)


@dataclass
class TileRun(Generic[_Sample, _Result]):
    """A function of tiles, applied to a picture as its results are asked for.

    Raises:
        Cancelled: While it is iterated, if the token was set.
        DeviceMemoryError: If there is not enough memory for the smallest tile.
    """

    function: Callable[[NDArray[_Sample]], NDArray[_Result]]
    """Takes a tile with its margin, (h, w, …), and returns (h, w, …)."""
    picture: NDArray[_Sample]
    """(H, W, …), any type."""
    side: int = SIDE
    """Pixels of a tile's core; halved as often as memory runs out, so that a caller can say so."""
    overlap: int = 0
    """Pixels that the function needs on each side."""
    token: CancelToken | None = None
    """Checked before each tile."""
    first: Window | None = None
    """Where somebody waits for results: tiles near its middle come first. None is row by row."""

    def __iter__(self) -> Iterator[tuple[Tile, NDArray[_Result]]]:
        """Yield each tile with the result for its core."""
        return self.over(Window(0, 0, *self.picture.shape[:2]))

    def over(self, window: Window) -> Iterator[tuple[Tile, NDArray[_Result]]]:
        """Yield the tiles of a window of the picture, each with the result for its core."""
        for core in self._cores(window):
            if max(core.height, core.width) > self.side:  # it was halved meanwhile
                yield from self.over(core)
                continue
            here = Tile(core, self.overlap)
            try:
                result = self._apply(here)
            except DeviceMemoryError:
                if self.side // 2 < _LEAST_SIDE:
                    raise
                self.side //= 2
                yield from self.over(core)
            else:
                yield here, result

    def _cores(self, window: Window) -> Sequence[Window]:
        """Return the cores of a window's tiles, in the order in which they are wanted."""
        size = window.height, window.width
        cores = [
            replace(tile.core, top=tile.core.top + window.top, left=tile.core.left + window.left)
            for tile in tiles(size, side=self.side)
        ]
        if self.first is None:
            return cores
        y, x = _middle(self.first)
        return sorted(cores, key=lambda core: math.dist((y, x), _nearest_in(core, y, x)))

    def _apply(self, tile: Tile) -> NDArray[_Result]:
        check_cancelled()
        if self.token is not None:
            self.token.check()
        with memory_errors("cpu"):
            return tile.trim(self.function(tile.read(self.picture)))


def map_tiles(run: TileRun[_Sample, _Result], out: NDArray[_Result]) -> None:
    """Fill ``out``, (H, W, …), with the results of all tiles.

    Raises:
        Cancelled: If the run's token was set.
        DeviceMemoryError: If there is not enough memory for the smallest tile.
    """
    for tile, result in run:
        out[tile.rows, tile.columns] = result


def _middle(window: Window) -> tuple[float, float]:
    return window.top + window.height / 2, window.left + window.width / 2


def _nearest_in(window: Window, y: float, x: float) -> tuple[float, float]:
    """Return the point of a rectangle that is nearest to a place."""
    bottom, right = window.top + window.height, window.left + window.width
    return min(max(y, window.top), bottom), min(max(x, window.left), right)


def _mirrored(span: slice, overlap: int, length: int) -> tuple[int, int, NDArray[np.intp]]:
    """Return the least range of a picture's lines, and which of them make up a tile, in order."""
    lines = np.arange(span.start - overlap, span.stop + overlap)
    period = max(1, 2 * (length - 1))
    lines = np.abs((lines + length - 1) % period - (length - 1)) if length > 1 else lines * 0
    first, last = int(lines.min()), int(lines.max())
    return first, last + 1, lines - first
