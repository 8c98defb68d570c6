"""What lies over the photo: hints the user placed, and places where the network asks for one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    # row and column, 0 to 1 in the photo -> point of the widget
    PointOf = Callable[[float, float], QPointF]

_HIT_RADIUS = 14
_RADIUS = 8
_QUESTION_RADIUS = 11


@dataclass(frozen=True)
class Mark:
    """A hint, as the screen shows it."""

    row: float
    """From 0, the photo's upper edge, to 1, the lower."""
    column: float
    ab: tuple[float, float]
    rgb: tuple[int, int, int]
    reach: float = 0.5
    """0 to 1, see :class:`engine.hint_values.Hint`."""


@dataclass
class Overlay:
    """Everything that is painted over the pictures."""

    marks: tuple[Mark, ...] = ()
    chosen: int = -1
    """Index of a mark, -1 for none."""
    doubt: QImage | None = None
    """Covers the whole photo."""
    outline: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Closed lines of (row, column) around what the chosen mark reaches."""
    questions: tuple[tuple[float, float], ...] = ()
    """Row and column of places where the network would like to be told."""
    aim: tuple[float, float] | None = None
    """Row and column of the place that keys have chosen."""

    def mark_at(self, point: QPointF, point_of: PointOf) -> int | None:
        """Return the topmost mark at a point of the widget."""
        for index in reversed(range(len(self.marks))):
            mark = self.marks[index]
            if _is_near(point_of(mark.row, mark.column), point):
                return index
        return None

    def question_at(self, point: QPointF, point_of: PointOf) -> tuple[float, float] | None:
        """Return the question at a point of the widget."""
        near = (place for place in self.questions if _is_near(point_of(*place), point))
        return next(near, None)

    def paint(self, painter: QPainter, point_of: PointOf, *, shows_marks: bool) -> None:
        """Paint marks, how far the chosen one reaches, and questions."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.outline if shows_marks else ():
            _paint_outline(painter, QPolygonF([point_of(*place) for place in line]))
        for index, mark in enumerate(self.marks if shows_marks else ()):
            radius = _RADIUS + (3 if index == self.chosen else 0)
            painter.setBrush(QColor(*mark.rgb))
            for color, width in ((QColor(0, 0, 0, 200), 5), (QColor("white"), 2.5)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(point_of(mark.row, mark.column), radius, radius)
        painter.setBrush(QColor(0, 0, 0, 190))
        painter.setPen(QPen(QColor("white"), 2))
        for place in self.questions:
            body = QRectF(0, 0, 2 * _QUESTION_RADIUS, 2 * _QUESTION_RADIUS)
            body.moveCenter(point_of(*place))
            painter.drawEllipse(body)
            painter.drawText(body, Qt.AlignmentFlag.AlignCenter, "?")
        if self.aim is not None:
            _paint_cross(painter, point_of(*self.aim))


def _paint_outline(painter: QPainter, polygon: QPolygonF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 200), 3))
    painter.drawPolygon(polygon)
    painter.setPen(QPen(QColor("white"), 1.5, Qt.PenStyle.DashLine))
    painter.drawPolygon(polygon)


def _paint_cross(painter: QPainter, middle: QPointF) -> None:
    for color, width in ((QColor(0, 0, 0, 200), 4), (QColor("white"), 2)):
        painter.setPen(QPen(color, width))
        for across in (QPointF(1, 0), QPointF(0, 1)):  # what is aimed at stays visible
            for side in (-1, 1):
                near, far = middle + across * side * 5, middle + across * side * 16
                painter.drawLine(near, far)


def _is_near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() <= _HIT_RADIUS
