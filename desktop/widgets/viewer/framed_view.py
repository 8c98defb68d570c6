"""What of a photo is shown, and where: a viewport on a frame, which may stand aslant in the photo.

Plain arithmetic without Qt, like :mod:`desktop.widgets.viewer.viewport`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.state.sight import Sight
from desktop.widgets.viewer.viewport import Viewport
from engine.photo.photo import Size, Window

if TYPE_CHECKING:
    from engine.recipe.crop_frame import CropFrame


@dataclass(frozen=True)
class FramedView:
    """The part of a photo that a frame shows, zoomed and moved."""

    photo: Size
    """Height and width of the whole photo in pixels."""
    frame: CropFrame
    viewport: Viewport
    """Of the frame: what it calls the photo is the frame."""

    @classmethod
    def fitted(cls, photo: Size, frame: CropFrame, widget: Size) -> FramedView:
        """Show the whole frame, centered."""
        return cls(photo, frame, Viewport.fitted(frame.size, widget))

    @classmethod
    def at(cls, photo: Size, frame: CropFrame, widget: Size, sight: Sight) -> FramedView:
        """Show a place of the photo in the middle, as far as it leaves no gap at an edge."""
        viewport = Viewport.fitted(frame.size, widget).zoomed(sight.zoom, 0, 0)
        y, x = cls(photo, frame, viewport).from_photo(sight.row, sight.column)
        return cls(photo, frame, viewport.moved(widget[0] / 2 - y, widget[1] / 2 - x))

    @property
    def sight(self) -> Sight | None:
        """What is looked at, for :meth:`at`; None if all of the frame is."""
        if self.viewport.is_fitted:
            return None
        height, width = self.viewport.widget
        return Sight(self.zoom, *self.to_photo(height / 2, width / 2))

    def on(self, viewport: Viewport) -> FramedView:
        """Return the same frame, zoomed or moved otherwise."""
        return replace(self, viewport=viewport)

    @property
    def zoom(self) -> float:
        """Widget pixels per photo pixel."""
        return self.viewport.zoom

    @property
    def is_whole(self) -> bool:
        """Whether all of the photo is in the frame, as it is."""
        return self.frame.covers(self.photo)

    def visible(self) -> Window:
        """Return the smallest window of whole photo pixels that covers what is visible."""
        seen = self.viewport.visible()
        if self.is_whole:
            return seen
        top, left, bottom, right = self.frame.bounds(seen.top, seen.left, seen.height, seen.width)
        first_row, rows = _span(top, bottom, self.photo[0])
        first_column, columns = _span(left, right, self.photo[1])
        return Window(first_row, first_column, rows, columns)

    def place(self, window: Window, pixel_ratio: float) -> tuple[int, int, int, int]:
        """Return where a window of the photo lies if the frame stands straight, in device pixels.

        Where it stands aslant, only the size means something.
        """
        if self.frame.degrees:
            scale = self.zoom * pixel_ratio
            return 0, 0, max(1, round(window.height * scale)), max(1, round(window.width * scale))
        top, left = self.frame.top_left
        there = replace(window, top=window.top - top, left=window.left - left)
        return self.viewport.place(there, pixel_ratio)

    def from_photo(self, row: float, column: float) -> tuple[float, float]:
        """Return where a place of the photo, 0 to 1, lies in the widget: y and x."""
        y, x = self.frame.from_photo(row * self.photo[0], column * self.photo[1])
        return self.viewport.top + y * self.zoom, self.viewport.left + x * self.zoom

    def to_photo(self, y: float, x: float, *, clamp: bool = False) -> tuple[float, float]:
        """Return the place of the photo, 0 to 1, at a point of the widget.

        Args:
            y: Down.
            x: To the right.
            clamp: Whether a point beyond the frame is taken for the nearest in it.
        """
        down = (y - self.viewport.top) / self.zoom
        right = (x - self.viewport.left) / self.zoom
        if clamp:
            down = min(float(self.frame.height), max(0.0, down))
            right = min(float(self.frame.width), max(0.0, right))
        y, x = self.frame.to_photo(down, right)
        row, column = y / self.photo[0], x / self.photo[1]
        if clamp:
            return min(1.0, max(0.0, row)), min(1.0, max(0.0, column))
        return row, column

    def holds(self, row: float, column: float) -> bool:
        """Whether a place of the photo, 0 to 1, lies in it and in the frame."""
        y, x = self.frame.from_photo(row * self.photo[0], column * self.photo[1])
        in_frame = 0 <= y <= self.frame.height and 0 <= x <= self.frame.width
        return in_frame and 0 <= row <= 1 and 0 <= column <= 1


def _span(start: float, end: float, length: int) -> tuple[int, int]:
    """Return the first whole pixel of a span and how many there are, within the photo."""
    first = min(max(0, math.floor(start + 1e-6)), length - 1)
    last = min(max(first + 1, math.ceil(end - 1e-6)), length)
    return first, last - first
