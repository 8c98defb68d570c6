"""The healing brush: marks what is damaged, or protects what is not, by strokes over the photo."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPen, QPixmap

from desktop.widgets.viewer.tools.tool import Tool
from engine.recipe.stroke import Stroke

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.widgets.viewer.tools.canvas import Canvas
    from engine.photo.photo import Size

SMALLEST, LARGEST = 0.0005, 0.1
"""Radius of the brush in short sides of the photo."""
_STEP = 1.25
_MOST_POINTS = 2000
"""Of one stroke; a hand that goes on begins another one in the same place."""
_LARGEST_CURSOR = 60
"""Pixels, radius: beyond it systems refuse cursors, and a cross must do."""
_MARKED, _KEPT = QColor(230, 40, 40, 120), QColor(40, 140, 230, 120)


class BrushTool(Tool):
    """Paints over damage that was missed; with Ctrl or Alt it protects what is no damage.

    A drag is a stroke, a click a dab; with Shift, a click draws a straight line from where the last
    stroke ended. The brackets change the size.

    Signals:
        stroked(stroke: Stroke): the hand has let go.
        radius_changed(radius: float): by a key, in short sides of the photo.
    """

    stroked = Signal(object)
    radius_changed = Signal(float)
    aims = True

    def __init__(self) -> None:
        super().__init__()
        self.keeps = False
        """Whether it protects also without a key."""
        self.radius = 0.004
        self._photo: Size = (1, 1)
        self._points: list[tuple[float, float]] = []
        self._last: tuple[float, float] | None = None

    def set_photo(self, size: Size) -> None:
        """Take another photo, of so many rows and columns."""
        self._photo, self._points, self._last = size, [], None

    def set_radius(self, radius: float) -> None:
        """Take another radius, in short sides of the photo."""
        self.radius = min(LARGEST, max(SMALLEST, radius))
        self.changed.emit()

    def cursor(self, canvas: Canvas) -> Qt.CursorShape | QCursor | None:
        """Return a circle of the brush's size."""
        radius = self._radius_on(canvas)
        if not 2 <= radius <= _LARGEST_CURSOR:
            return Qt.CursorShape.CrossCursor
        return QCursor(_circle(round(radius)))

    def press(self, canvas: Canvas, point: QPointF) -> bool:
        """Begin a stroke."""
        self._points = [canvas.place_at(point, clamp=True)]
        return True

    def move(self, canvas: Canvas, point: QPointF) -> None:
        """Draw it on."""
        self._points.append(canvas.place_at(point, clamp=True))
        if len(self._points) >= _MOST_POINTS:
            self._end()
            self._points = [canvas.place_at(point, clamp=True)]
        self.changed.emit()

    def release(self, _canvas: Canvas) -> None:
        """End it."""
        self._end()

    def click(self, canvas: Canvas, point: QPointF) -> None:
        """Dab, or with Shift draw a straight line from the end of the last stroke."""
        here = canvas.place_at(point, clamp=True)
        is_line = self._last is not None and _holds(Qt.KeyboardModifier.ShiftModifier)
        self._points = [self._last, here] if self._last is not None and is_line else [here]
        self._end()

    def key(self, _canvas: Canvas, event: QKeyEvent) -> bool:
        """Change the size."""
        factors = {Qt.Key.Key_BracketLeft: 1 / _STEP, Qt.Key.Key_BracketRight: _STEP}
        factor = factors.get(Qt.Key(event.key()))
        if factor is None:
            return False
        self.set_radius(self.radius * factor)
        self.radius_changed.emit(self.radius)
        return True

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """Paint the stroke under way."""
        if not self._points:
            return
        pen = QPen(_KEPT if self._protects else _MARKED, 2 * max(1.0, self._radius_on(canvas)))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        points = [canvas.point_of(*place) for place in self._points]
        painter.drawPolyline(points if len(points) > 1 else points * 2)

    @property
    def _protects(self) -> bool:
        # where Alt moves windows, Ctrl is left
        erasing = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
        return self.keeps or _holds(erasing)

    def _radius_on(self, canvas: Canvas) -> float:
        """Return the brush's radius in pixels of the widget."""
        return self.radius * min(self._photo) * canvas.zoom

    def _end(self) -> None:
        if not self._points:
            return
        points = _thinned(self._points, self._photo, self.radius)
        self._last, self._points = points[-1], []
        self.stroked.emit(Stroke(points, self.radius, self._protects))
        self.changed.emit()


def _holds(key: Qt.KeyboardModifier) -> bool:
    return bool(QGuiApplication.keyboardModifiers() & key)


def _thinned(
    points: list[tuple[float, float]], size: Size, radius: float
) -> tuple[tuple[float, float], ...]:
    """Return points of a way that are no nearer to one another than a part of the brush."""
    least = radius * min(size) / 4
    kept = points[:1]
    for point in points[1:-1]:
        down, right = (one - last for one, last in zip(point, kept[-1], strict=True))
        if math.hypot(down * size[0], right * size[1]) >= least:
            kept.append(point)
    return (*kept, *points[1:][-1:])


def _circle(radius: int) -> QPixmap:
    side = 2 * radius + 5
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width in ((QColor(0, 0, 0, 200), 3), (QColor("white"), 1)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(QPointF(side / 2, side / 2), radius, radius)
    painter.end()
    return picture
