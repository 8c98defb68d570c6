"""Paints the photo into its panes, and nothing twice: large screens take milliseconds to fill."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QRegion

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QImage

    from desktop.widgets.viewer.layers import Layers
    from desktop.widgets.viewer.panes import Pane, Panes
    from engine.photo.photo import Window


@dataclass(frozen=True)
class Veils:
    """What lies over the photo; each covers all of it."""

    doubt: QImage | None = None
    """Over what is colored."""
    damage: QImage | None = None
    """Over what is colored, or over all of it while nothing is."""


@dataclass(frozen=True)
class Picture:
    """What is shown of a photo, and where."""

    layers: Layers
    place: Callable[[Window], QRectF]
    """Where a window of the photo lies in a pane."""
    whole: Window
    veils: Veils = Veils()

    def paint(self, painter: QPainter, panes: Panes) -> None:
        """Paint all panes."""
        for pane in panes.shown:
            self._paint_pane(painter, pane, panes.widget[0])

    def paint_surround(self, painter: QPainter, panes: Panes, color: QColor) -> None:
        """Fill what the photo will not cover."""
        free = QRegion(0, 0, panes.widget[1], panes.widget[0])
        if self.layers.covers_photo:
            for pane in panes.shown:
                covered = _inside(self.place(self.whole).translated(pane.left, 0))
                free -= QRegion(covered & _inside(_room(pane, panes.widget[0])))
        painter.save()
        painter.setClipRegion(free, Qt.ClipOperation.IntersectClip)
        painter.fillRect(free.boundingRect(), color)
        painter.restore()

    def _paint_pane(self, painter: QPainter, pane: Pane, height: int) -> None:
        is_colored = self.layers.newest_is_colored and pane.split < 1
        line = round(pane.split * pane.width) if is_colored else pane.width
        painter.save()
        painter.setClipRect(_room(pane, height))
        painter.translate(pane.left, 0)
        self._paint_side(painter, QRectF(0, 0, line, height), after=False)
        if not is_colored:
            self._lay_over(painter, self.veils.damage)
        if is_colored:
            self._paint_side(painter, QRectF(line, 0, pane.width - line, height), after=True)
        painter.restore()

    def _paint_side(self, painter: QPainter, side: QRectF, *, after: bool) -> None:
        painter.save()
        painter.setClipRect(side, Qt.ClipOperation.IntersectClip)
        self.layers.paint(painter, self.place, after=after)
        if after:
            self._lay_over(painter, self.veils.doubt)
            self._lay_over(painter, self.veils.damage)
        painter.restore()

    def _lay_over(self, painter: QPainter, veil: QImage | None) -> None:
        if veil is not None:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(self.place(self.whole), veil)


def _room(pane: Pane, height: int) -> QRectF:
    return QRectF(pane.left, 0, pane.width, height)


def _inside(rect: QRectF) -> QRect:
    """Return the widget pixels that a rectangle covers entirely."""
    left, top = math.ceil(rect.left()), math.ceil(rect.top())
    right, bottom = math.floor(rect.right()), math.floor(rect.bottom())
    return QRect(left, top, max(0, right - left), max(0, bottom - top))
