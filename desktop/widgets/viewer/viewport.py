"""Where a photo lies on the screen: zoom and position, plain arithmetic without Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from engine.photo.photo import Size, Window

MAX_ZOOM = 16.0
_MAX_FIT_ZOOM = 4.0
_MIN_ZOOM = 1 / 8
"""Unless the whole photo needs less to fit."""


@dataclass(frozen=True)
class Viewport:
    """A photo of ``photo`` pixels shown in a widget of ``widget`` pixels, (height, width) each."""

    photo: Size
    widget: Size
    zoom: float
    """Widget pixels per photo pixel."""
    top: float
    left: float
    """The photo's top left corner, in widget pixels."""

    @classmethod
    def fitted(cls, photo: Size, widget: Size) -> Viewport:
        """Show the whole photo, centered."""
        return _settled(cls(photo, widget, fit_zoom(photo, widget), 0, 0))

    @property
    def is_fitted(self) -> bool:
        """Whether the whole photo is shown as large as the widget allows."""
        return math.isclose(self.zoom, fit_zoom(self.photo, self.widget))

    @property
    def is_all_seen(self) -> bool:
        """Whether no part of the photo lies outside the widget."""
        return all(
            length * self.zoom <= extent + 0.5
            for length, extent in zip(self.photo, self.widget, strict=True)
        )

    def resized(self, widget: Size) -> Viewport:
        """Keep what is in the center there; a fitted photo stays fitted."""
        if self.is_fitted:
            return Viewport.fitted(self.photo, widget)
        down, right = (widget[0] - self.widget[0]) / 2, (widget[1] - self.widget[1]) / 2
        moved = replace(self, widget=widget, top=self.top + down, left=self.left + right)
        return _settled(moved)

    def zoomed(self, zoom: float, y: float, x: float) -> Viewport:
        """Change the zoom; the photo's point under (y, x) in the widget stays there."""
        fitting = fit_zoom(self.photo, self.widget)
        zoom = min(max(zoom, min(_MIN_ZOOM, fitting)), MAX_ZOOM)
        ratio = zoom / self.zoom
        top, left = y - (y - self.top) * ratio, x - (x - self.left) * ratio
        return _settled(replace(self, zoom=zoom, top=top, left=left))

    def moved(self, down: float, right: float) -> Viewport:
        """Move the photo, in widget pixels."""
        return _settled(replace(self, top=self.top + down, left=self.left + right))

    def visible(self) -> Window:
        """Return the smallest window of whole photo pixels that covers what is visible."""
        top, height = self._visible_span(self.top, self.widget[0], self.photo[0])
        left, width = self._visible_span(self.left, self.widget[1], self.photo[1])
        return Window(top, left, height, width)

    def place(self, window: Window, pixel_ratio: float) -> tuple[int, int, int, int]:
        """Return where a window lies: top, left, height and width in device pixels.

        Its edges are rounded, so that a picture drawn for this place is not resampled again.
        """
        top, bottom, left, right = (
            round((start + position * self.zoom) * pixel_ratio)
            for start, position in (
                (self.top, window.top),
                (self.top, window.top + window.height),
                (self.left, window.left),
                (self.left, window.left + window.width),
            )
        )
        return top, left, max(1, bottom - top), max(1, right - left)

    def _visible_span(self, start: float, extent: int, length: int) -> tuple[int, int]:
        first = min(max(0, math.floor(-start / self.zoom)), length - 1)
        last = min(max(first + 1, math.ceil((extent - start) / self.zoom)), length)
        return first, last - first


def fit_zoom(photo: Size, widget: Size) -> float:
    """Return the zoom at which the whole photo just fits; up to a few times its size."""
    return min(_MAX_FIT_ZOOM, max(1, widget[0]) / photo[0], max(1, widget[1]) / photo[1])


def _settled(viewport: Viewport) -> Viewport:
    """Center the photo where it is smaller than the widget; else leave no gap at its edges."""

    def settle(start: float, extent: int, length: int) -> float:
        gap = extent - length * viewport.zoom
        return gap / 2 if gap >= 0 else min(0.0, max(gap, start))

    return replace(
        viewport,
        top=settle(viewport.top, viewport.widget[0], viewport.photo[0]),
        left=settle(viewport.left, viewport.widget[1], viewport.photo[1]),
    )
