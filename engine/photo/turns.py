"""Where places of a photo lie when it is turned and mirrored: arithmetic, no pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.photo.photo import Window

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from engine.photo.photo import Size

    Places = NDArray[np.int64]
    """Pixels as row × width + column."""

Turn = tuple[int, bool]
"""How a photo lies, see :attr:`engine.photo.photo.Photo.turned`."""
AS_READ: Turn = (0, False)
"""How every photo lies when it is read."""


@dataclass(frozen=True)
class Turning:
    """A photo that lies in one way, and is to lie in another."""

    size: Size
    """Of the photo as it lies before."""
    before: Turn
    after: Turn

    @property
    def turned_size(self) -> Size:
        """Height and width of the photo as it lies after."""
        swaps = (self.after[0] - self.before[0]) % 2 == 1
        return self.size[::-1] if swaps else self.size

    def places(self, places: Places) -> Places:
        """Return where pixels lie after, in the same order."""
        rows, columns = places // self.size[1], places % self.size[1]
        last = self.size[0] - 1, self.size[1] - 1
        for swaps_sides in self._steps:
            if swaps_sides:  # a quarter turn counterclockwise
                rows, columns = last[1] - columns, rows
                last = last[::-1]
            else:
                columns = last[1] - columns
        return rows * (last[1] + 1) + columns

    def window(self, window: Window) -> Window:
        """Return where a rectangle lies after; it may reach beyond the photo."""
        top, left, height, width = window.top, window.left, window.height, window.width
        whole = self.size
        for swaps_sides in self._steps:
            if swaps_sides:
                top, left, height, width = whole[1] - left - width, top, width, height
                whole = whole[::-1]
            else:
                left = whole[1] - left - width
        return Window(top, left, height, width)

    def direction(self, down: float, right: float) -> tuple[float, float]:
        """Return which way leads there after, down and right."""
        for swaps_sides in self._steps:
            down, right = (-right, down) if swaps_sides else (down, -right)
        return down, right

    @property
    def _steps(self) -> tuple[bool, ...]:
        """Quarter turns counterclockwise (True) and mirrorings (False), one after the other."""
        back = (True,) * self.before[0]
        mirror = (False,) * (self.before[1] != self.after[1])
        return (*back, *mirror, *(True,) * (-self.after[0] % 4))
