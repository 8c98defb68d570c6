"""A picture in overlapping tiles, so that memory depends on the tile and not on the picture.

Where a tile reaches over the picture's edge it sees the picture mirrored there. What a function
makes of a tile's margin is thrown away, so a function that looks no further than the overlap gives
the same result with tiles as without.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from engine.cancel import check_cancelled
from engine.errors import DeviceMemoryError
from engine.memory import memory_errors
from engine.photo import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo import Size

_Sample = TypeVar("_Sample", bound=np.generic)

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


def map_tiles(
    function: Callable[[NDArray[np.generic]], NDArray[np.generic]],
    picture: NDArray[np.generic],
    out: NDArray[np.generic],
    *,
    side: int = SIDE,
    overlap: int = 0,
    token: CancelToken | None = None,
) -> int:
    """Fill ``out`` with what a function makes of a picture, tile by tile.

    Args:
        function: Takes a tile, (h, w, …), and returns (h, w, …) of the type of ``out``.
        picture: (H, W, …), any type.
        out: (H, W, …), written to.
        side: Pixels of a tile's core; halved as often as memory runs out.
        overlap: Pixels that the function needs on each side.
        token: Checked before each tile.

    Returns:
        The side that memory was enough for, so that a caller can say if it got smaller.

    Raises:
        Cancelled: If ``token`` was set.
        DeviceMemoryError: If there is not enough memory for the smallest tile.
    """
    for tile in tiles(picture.shape[:2], side=side, overlap=overlap):
        check_cancelled()
        if token is not None:
            token.check()
        try:
            with memory_errors("cpu"):
                result = function(tile.read(picture))
        except DeviceMemoryError:
            if side // 2 < _LEAST_SIDE:
                raise
            return map_tiles(function, picture, out, side=side // 2, overlap=overlap, token=token)
        out[tile.rows, tile.columns] = tile.trim(result)
    return side


def _mirrored(span: slice, overlap: int, length: int) -> tuple[int, int, NDArray[np.intp]]:
    """Return the least range of a picture's lines, and which of them make up a tile, in order."""
    lines = np.arange(span.start - overlap, span.stop + overlap)
    period = max(1, 2 * (length - 1))
    lines = np.abs((lines + length - 1) % period - (length - 1)) if length > 1 else lines * 0
    first, last = int(lines.min()), int(lines.max())
    return first, last + 1, lines - first
