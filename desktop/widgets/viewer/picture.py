"""Paints the photo into its panes, and nothing twice: large screens take milliseconds to fill."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion, QTransform

from engine.photo.photo import Window

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage

    from desktop.widgets.viewer.framed_view import FramedView
    from desktop.widgets.viewer.layers import Layers
    from desktop.widgets.viewer.panes import Pane, Panes


@dataclass(frozen=True)
class Veils:
    """What lies over the photo; each covers all of it."""

    doubt: QImage | None = None
    """Over what is colored."""
    damage: QImage | None = None
    """Over what is colored, or over all of it while nothing is."""
    is_found_now: bool = False
    """Whether that is what a look at the photo has found so far: then it lies over all of it."""


@dataclass(frozen=True)
class Picture:
    """What is shown of a photo, and where."""

    layers: Layers
    place: Callable[[Window], QRectF]
    """Where a window of the photo lies in a pane; in the photo if that is turned."""
    whole: Window
    veils: Veils = Veils()
    room: QRectF | None = None
    """The part of a pane in which the photo is seen; None if all of it is."""
    has_paper: bool = False
    """Whether what is seen beyond the photo is white."""
    turn: QTransform | None = None
    """From the photo's pixels to a pane; None if the photo stands straight in it."""

    def paint(self, painter: QPainter, panes: Panes) -> None:
        """Paint all panes."""
        for pane in panes.shown:
            self._paint_pane(painter, pane, panes.widget[0])

    def paint_surround(self, painter: QPainter, panes: Panes, color: QColor) -> None:
        """Fill what the photo will not cover."""
        free = QRegion(0, 0, panes.widget[1], panes.widget[0])
        if self.layers.covers_photo:
            for pane in panes.shown:
                free -= self._covered(pane, panes.widget[0])
        painter.save()
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
        painter.fillRect(free.boundingRect(), color)
        painter.restore()

    def extent(self, panes: Panes) -> QRectF:
        """Return the part of the widget in which the last pane shows the photo."""
        pane = panes.shown[-1]
        room = _room(pane, panes.widget[0])
        return room if self.room is None else room & self.room.translated(pane.left, 0)

    def _covered(self, pane: Pane, height: int) -> QRegion:
        """Return the widget pixels that the photo covers entirely."""
        if self.turn is not None:
            return QRegion()  # its edges are soft
        seen = QRegion(_inside(_room(pane, height)))
        if self.room is not None:
            seen &= QRegion(_inside(self.room.translated(pane.left, 0)))
        return seen & QRegion(_inside(self.place(self.whole).translated(pane.left, 0)))

    def _paint_pane(self, painter: QPainter, pane: Pane, height: int) -> None:
        is_colored = self.layers.shows_colors and pane.split < 1
        line = round(pane.split * pane.width) if is_colored else pane.width
        painter.save()
        painter.setClipRect(_room(pane, height))
        painter.translate(pane.left, 0)
        if self.room is not None and self.has_paper:
            painter.fillRect(self.room, Qt.GlobalColor.white)
        self._paint_side(painter, QRectF(0, 0, line, height), after=False)
        lies_over_all = not is_colored or self.veils.is_found_now
        if lies_over_all and self.veils.damage is not None:
            painter.save()
            self._enter(painter)
            self._lay_over(painter, self.veils.damage)
            painter.restore()
        if is_colored:
            self._paint_side(painter, QRectF(line, 0, pane.width - line, height), after=True)
        painter.restore()

    def _paint_side(self, painter: QPainter, side: QRectF, *, after: bool) -> None:
        painter.save()
        painter.setClipRect(side, Qt.ClipOperation.IntersectClip)
        stand_in = self.layers.stand_in
        if stand_in is not None:
            where = self.place(self.whole) if self.room is None else self.room
            painter.drawImage(where, stand_in.after if after else stand_in.before)
        self._enter(painter)
        if stand_in is None or not after:
            self.layers.paint(painter, self.place, after=after)
        if after:
            self._lay_over(painter, self.veils.doubt)
            self._lay_over(painter, self.veils.damage)
        painter.restore()

    def _lay_over(self, painter: QPainter, veil: QImage | None) -> None:
        if veil is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place(self.whole), veil)

    def _enter(self, painter: QPainter) -> None:
        """Let only the room be painted, and turn what is painted as the photo is turned."""
        if self.room is not None:
            painter.setClipRect(self.room, Qt.ClipOperation.IntersectClip)
        if self.turn is not None:
            painter.setTransform(self.turn, True)  # noqa: FBT003 - Qt's


def picture_of(
    view: FramedView, layers: Layers, veils: Veils, pixel_ratio: float, *, has_paper: bool
) -> Picture:
    """Return what is painted of a photo.

    Args:
        view: The part of it that is shown, and where.
        layers: What has been drawn of it.
        veils: What lies over it.
        pixel_ratio: Device pixels in a pixel of the widget.
        has_paper: Whether what is seen beyond the photo is white.
    """

    def place(window: Window) -> QRectF:
        return _rect(view.place(window, pixel_ratio), pixel_ratio)

    whole = Window.whole(view.photo)
    if view.is_whole:
        return Picture(layers, place, whole, veils)
    frame = Window.whole(view.frame.size)
    room = _rect(view.viewport.place(frame, pixel_ratio), pixel_ratio)
    if not view.frame.degrees:
        return Picture(layers, place, whole, veils, room, has_paper)
    return Picture(layers, _as_it_is, whole, veils, room, has_paper, _transform_of(view))


def _transform_of(view: FramedView) -> QTransform:
    """Return what leads from a photo's pixels to a pane."""
    (y, x), (right_y, right_x), (down_y, down_x) = (
        view.from_photo(*place) for place in ((0, 0), (0, 1), (1, 0))
    )
    height, width = view.photo
    return QTransform(
        (right_x - x) / width,
        (right_y - y) / width,
        (down_x - x) / height,
        (down_y - y) / height,
        x,
        y,
    )


def _as_it_is(window: Window) -> QRectF:
    return QRectF(window.left, window.top, window.width, window.height)


def _rect(place: tuple[int, int, int, int], pixel_ratio: float) -> QRectF:
    top, left, height, width = (side / pixel_ratio for side in place)
    return QRectF(left, top, width, height)


def _room(pane: Pane, height: int) -> QRectF:
    return QRectF(pane.left, 0, pane.width, height)


def _inside(rect: QRectF) -> QRect:
    """Return the widget pixels that a rectangle covers entirely."""
    left, top = math.ceil(rect.left()), math.ceil(rect.top())
    right, bottom = math.floor(rect.right()), math.floor(rect.bottom())
    return QRect(left, top, max(0, right - left), max(0, bottom - top))
