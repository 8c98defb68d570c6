"""The healing brush: marks what is damaged, or protects what is not, by strokes over the photo."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPen, QPixmap

from desktop.widgets.viewer.tools.tool import Tool, is_of_command
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
    stroke ended. The brackets change the size. With Ctrl and Shift, or after S, a click chooses the
    place that the next strokes copy their texture from; S or Escape forgets it.

    Signals:
        stroked(stroke: Stroke): the hand has let go.
        radius_changed(radius: float): by a key, in short sides of the photo.
        source_changed(): see :attr:`source` and :attr:`chooses_source`.
    """

    stroked = Signal(object)
    radius_changed = Signal(float)
    source_changed = Signal()
    aims = True

    def __init__(self) -> None:
        super().__init__()
        self.keeps = False
        """Whether it protects also without a key."""
        self.radius = 0.004
        self.source: tuple[float, float] | None = None
        """The place that a stroke's beginning copies from; None lets the program find texture."""
        self.chooses_source = False
        """Whether the next click chooses it."""
        self._begun = (0.0, 0.0)
        """Where the hand came down."""
        self._moves_source = False
        self._photo: Size = (1, 1)
        self._points: list[tuple[float, float]] = []
        self._last: tuple[float, float] | None = None

    def set_photo(self, size: Size) -> None:
        """Take another photo, of so many rows and columns."""
        self._photo, self._points, self._last = size, [], None
        self._set_source(None)

    def set_radius(self, radius: float) -> None:
        """Take another radius, in short sides of the photo."""
        self.radius = min(LARGEST, max(SMALLEST, radius))
        self.changed.emit()

    def choose_source(self, *, on: bool) -> None:
        """Let the next click choose what strokes copy from; or forget what was chosen."""
        self._set_source(None, chooses=on)

    def _set_source(self, place: tuple[float, float] | None, *, chooses: bool = False) -> None:
        self.source, self.chooses_source = place, chooses
        self.source_changed.emit()
        self.changed.emit()

    @property
    def _takes_source(self) -> bool:
        both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        held = QGuiApplication.keyboardModifiers() & both
        return self.chooses_source or held == both

    def cursor(self, canvas: Canvas) -> Qt.CursorShape | QCursor | None:
        """Return a circle of the brush's size."""
        radius = self._radius_on(canvas)
        if self.chooses_source or not 2 <= radius <= _LARGEST_CURSOR:
            return Qt.CursorShape.CrossCursor
        return QCursor(_circle(round(radius)))

    def press(self, canvas: Canvas, point: QPointF) -> bool:
        """Begin a stroke, or take hold of what strokes copy from."""
        self._begun = canvas.place_at(point, clamp=True)
        self._moves_source = self._takes_source
        self._points = [] if self._moves_source else [self._begun]
        return True

    def move(self, canvas: Canvas, point: QPointF) -> None:
        """Draw it on."""
        if self._moves_source:
            self._set_source(canvas.place_at(point, clamp=True))
            return
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
        if self._takes_source:
            self._set_source(here)
            return
        self._begun = here
        is_line = self._last is not None and _holds(Qt.KeyboardModifier.ShiftModifier)
        if self._last is not None and is_line:
            self._points, self._begun = [self._last, here], self._last
        else:
            self._points = [here]
        self._end()

    def key(self, _canvas: Canvas, event: QKeyEvent) -> bool:
        """Change the size, or choose what strokes copy from."""
        is_in_use = self.chooses_source or self.source is not None
        if is_of_command(event):
            return False
        if event.key() == Qt.Key.Key_S and not event.modifiers():
            self.choose_source(on=not is_in_use)
            return True
        if event.key() == Qt.Key.Key_Escape and is_in_use:
            self.choose_source(on=False)
            return True
        factors = {Qt.Key.Key_BracketLeft: 1 / _STEP, Qt.Key.Key_BracketRight: _STEP}
        factor = factors.get(Qt.Key(event.key()))
        if factor is None:
            return False
        self.set_radius(self.radius * factor)
        self.radius_changed.emit(self.radius)
        return True

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """Paint the stroke under way, and what it copies from."""
        if self.source is not None:
            where = self._copied_at(self._points[-1]) if self._points else self.source
            _paint_source(painter, canvas.point_of(*where), self._radius_on(canvas))
        if not self._points:
            return
        painter.setBrush(Qt.BrushStyle.NoBrush)
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

    def _copied_at(self, place: tuple[float, float]) -> tuple[float, float]:
        """Return where a place of the stroke copies from: as far from the source as from its start.

        At the photo's edge it stops.
        """
        source = self.source or place
        row, column = (s + p - b for s, p, b in zip(source, place, self._begun, strict=True))
        return min(1.0, max(0.0, row)), min(1.0, max(0.0, column))

    def _radius_on(self, canvas: Canvas) -> float:
        """Return the brush's radius in pixels of the widget."""
        return self.radius * min(self._photo) * canvas.zoom

    def _end(self) -> None:
        if not self._points:
            return
        points = _thinned(self._points, self._photo, self.radius)
        source = None if self._protects or self.source is None else self._copied_at(points[0])
        self._last, self._points = points[-1], []
        self.stroked.emit(Stroke(points, self.radius, self._protects, source))
        self.changed.emit()


def _holds(key: Qt.KeyboardModifier) -> bool:
    return bool(QGuiApplication.keyboardModifiers() & key)


def _paint_source(painter: QPainter, middle: QPointF, radius: float) -> None:
    """Paint a small cross, and a ring around what the brush would cover there."""
    ring = max(7.0, radius)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for color, width in ((QColor(0, 0, 0, 200), 4), (QColor("#7fe0a0"), 2)):
        painter.setPen(QPen(color, width))
        painter.drawEllipse(middle, ring, ring)
        for across in (QPointF(4, 0), QPointF(0, 4)):
            painter.drawLine(middle - across, middle + across)


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
