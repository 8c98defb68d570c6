"""Where a crop lies on a photo of a known size: plain arithmetic."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from engine.recipe.stages import Crop

Size = tuple[int, int]
"""Height and width in pixels."""
_GRACE = 1e-6
"""Pixels that a side may be short of a whole number, by rounding."""


@dataclass(frozen=True)
class CropFrame:
    """A rectangle of a photo, in pixels; it may stand aslant."""

    height: int
    width: int
    y: float
    """Of its middle, in pixels from the photo's upper edge."""
    x: float
    """Of its middle, in pixels from the photo's left edge."""
    degrees: float = 0.0
    """Clockwise turn that sets it straight."""

    @property
    def size(self) -> Size:
        """Height and width in pixels."""
        return self.height, self.width

    @property
    def top_left(self) -> tuple[int, int]:
        """Its first pixel, of one that stands straight."""
        assert not self.degrees
        return round(self.y - self.height / 2), round(self.x - self.width / 2)

    @property
    def turn_in_words(self) -> str:
        """How it is set straight, as reports say it."""
        way = "clockwise" if self.degrees > 0 else "counterclockwise"
        return f"straightened by {abs(self.degrees):.4g} degrees {way}"

    def covers(self, size: Size) -> bool:
        """Whether it is the whole of a photo of this size."""
        return self == CropFrame(*size, size[0] / 2, size[1] / 2)

    def to_photo(self, y: float, x: float) -> tuple[float, float]:
        """Return where a point of the rectangle lies in the photo, both in pixels from a corner."""
        cos, sin = self._turn
        down, right = y - self.height / 2, x - self.width / 2
        return self.y + down * cos - right * sin, self.x + down * sin + right * cos

    def from_photo(self, y: float, x: float) -> tuple[float, float]:
        """Return where a point of the photo lies in the rectangle, both in pixels from a corner."""
        cos, sin = self._turn
        down, right = y - self.y, x - self.x
        return self.height / 2 + down * cos + right * sin, self.width / 2 - down * sin + right * cos

    def bounds(self, top: float, left: float, height: float, width: float) -> tuple[float, ...]:
        """Return the upright rectangle of the photo around a part of this one.

        Returns:
            Its top, left, bottom and right in pixels of the photo; beyond it where this one is.
        """
        corners = [self.to_photo(y, x) for y in (top, top + height) for x in (left, left + width)]
        ys, xs = zip(*corners, strict=True)
        return min(ys), min(xs), max(ys), max(xs)

    @property
    def _turn(self) -> tuple[float, float]:
        angle = math.radians(self.degrees)
        return math.cos(angle), math.sin(angle)


def frame_of(crop: Crop, size: Size) -> CropFrame:
    """Return where a crop lies on a photo, kept inside if it wants that.

    Args:
        crop: Any.
        size: Height and width of the photo in pixels, as its orientation has it.
    """
    if not crop.degrees:
        return _upright(crop, size)
    height, width = crop.height * size[0], crop.width * size[1]
    y, x = crop.row * size[0], crop.column * size[1]
    scale = _scale_inside(crop, size) if crop.stays_inside else 1.0
    return CropFrame(
        max(1, math.floor(height * scale + _GRACE)),
        max(1, math.floor(width * scale + _GRACE)),
        y,
        x,
        crop.degrees,
    )


def size_for(crop: Crop, size: Size, bound: Size) -> Size:
    """Return how large a small copy of a photo is whose crop fits into a bound.

    Args:
        crop: Any.
        size: Height and width of the photo in pixels.
        bound: Height and width in pixels. The copy is never larger than the photo.
    """
    frame = frame_of(crop, size)
    scale = min(1.0, bound[0] / frame.height, bound[1] / frame.width)
    return max(1, round(size[0] * scale)), max(1, round(size[1] * scale))


def kept_inside(crop: Crop, size: Size) -> Crop:
    """Return a crop that reaches beyond a photo nowhere: smaller, if it must be.

    One that stands straight stays as it is; what it has beyond the photo is left out anyway.
    """
    scale = _scale_inside(crop, size) if crop.degrees else 1.0
    return replace(crop, height=crop.height * scale, width=crop.width * scale)


def _scale_inside(crop: Crop, size: Size) -> float:
    """Return by what a rectangle must be made smaller around its middle to lie in the photo."""
    angle = math.radians(crop.degrees)
    cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
    height, width = crop.height * size[0], crop.width * size[1]
    y, x = crop.row * size[0], crop.column * size[1]
    down, right = (height * cos + width * sin) / 2, (width * cos + height * sin) / 2
    scale = min(1.0, min(y, size[0] - y) / down, min(x, size[1] - x) / right)
    least = 1 / max(height, width)  # a middle on the photo's edge leaves nothing
    return max(scale, least) if scale < 1 - 1e-9 else 1.0


def _upright(crop: Crop, size: Size) -> CropFrame:
    """Return whole pixels of the photo; what lies beyond it is left out."""
    spans = []
    for middle, share, length in zip(
        (crop.row, crop.column), (crop.height, crop.width), size, strict=True
    ):
        first = min(max(0, _nearest((middle - share / 2) * length)), length - 1)
        last = min(max(first + 1, _nearest((middle + share / 2) * length)), length)
        spans.append((first, last))
    (top, bottom), (left, right) = spans
    return CropFrame(bottom - top, right - left, (top + bottom) / 2, (left + right) / 2)


def _nearest(place: float) -> int:
    # halves to one side, so that a part's size does not depend on where it lies
    return math.floor(place + 0.5)
