"""What has been drawn of a photo so far: all of it, coarse, and what is visible, sharp."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.photo.photo import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QImage, QPainter

    from desktop.widgets.viewer.stand_in import StandIn
    from engine.photo.photo import Size


@dataclass(frozen=True)
class Layer:
    """A window of a photo as drawn, before and after; ``after`` None while it is not colored."""

    window: Window
    before: QImage
    after: QImage | None


class Layers:
    """Keeps the newest drawings and paints them over one another."""

    def __init__(self) -> None:
        self.clear()

    def clear(self) -> None:
        """Forget the last photo."""
        self._whole: Layer | None = None
        self._visible: Layer | None = None
        self.stand_in: StandIn | None = None
        """Seen where nothing has been drawn, and instead of colors that are still to come."""

    def show(self, layer: Layer, photo: Size, visible: Window) -> None:
        """Take a drawing of a photo of this size, of which this window is visible now."""
        if layer.window == Window.whole(photo):
            self._whole = layer
        if layer.window == visible:
            self._visible = layer
        if self.newest_is_colored:
            self.stand_in = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to paint."""
        return not self._all and self.stand_in is None

    @property
    def covers_photo(self) -> bool:
        """Whether there is something to paint on every spot of the photo."""
        return self._whole is not None or self.stand_in is not None

    @property
    def overview(self) -> Layers:
        """All of the photo, coarse, without what is drawn of a part."""
        layers = Layers()
        layers._whole, layers.stand_in = self._whole, self.stand_in
        return layers

    @property
    def look(self) -> tuple[int, ...]:
        """What says whether all of the photo is painted as before."""
        whole, stand_in = self._whole, self.stand_in
        images: tuple[QImage | None, ...] = () if whole is None else (whole.before, whole.after)
        images += () if stand_in is None else (stand_in.before, stand_in.after)
        return tuple(0 if image is None else image.cacheKey() for image in images)

    @property
    def is_colored(self) -> bool:
        """Whether there is anything to compare."""
        return any(layer.after is not None for layer in self._all)

    @property
    def has_two_sides(self) -> bool:
        """Whether before and after differ, be it only in what stands in for the photo."""
        if self.stand_in is not None:
            return self.stand_in.has_two_sides
        return self.is_colored

    @property
    def shows_colors(self) -> bool:
        """Whether the sharpest drawing has colors, or something stands in for them."""
        return self.newest_is_colored or self.stand_in is not None

    @property
    def newest_is_colored(self) -> bool:
        """Whether the sharpest drawing has colors."""
        return bool(self._all) and self._all[-1].after is not None

    @property
    def _all(self) -> list[Layer]:
        return [layer for layer in (self._whole, self._visible) if layer is not None]

    def paint(
        self, painter: QPainter, place: Callable[[Window], QRectF], *, after: bool = False
    ) -> None:
        """Paint one side of all drawings, the sharpest last; what has no colors yet is gray."""
        for layer in self._all:
            colored = layer.after if after else None
            painter.drawImage(place(layer.window), layer.before if colored is None else colored)

    def color_at(self, y: float, x: float, *, after: bool) -> QColor | None:
        """Return the color of a place in photo pixels; None where nothing is drawn."""
        for layer in reversed(self._all):
            picture = layer.after if after else layer.before
            down = (y - layer.window.top) / layer.window.height
            right = (x - layer.window.left) / layer.window.width
            if picture is not None and 0 <= down < 1 and 0 <= right < 1:
                return picture.pixelColor(
                    int(right * picture.width()), int(down * picture.height())
                )
        return None
