"""What lies over the photo whatever the tool: where the network doubts, and where the keys aim."""

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
DOUBT_COLOR = "#ffb000"
"""Of the line around what the network was unsure of, as of its hatching."""
_BIG = 1 << 20
"""Pixels: larger than any widget."""
_FRAME_GAP = 6
"""Pixels between a finding and the frame around it."""
_QUESTION_RADIUS = 11


@dataclass
class Overlay:
    """What is painted over the pictures, whatever the tool."""

    doubt: QImage | None = None
    """Covers the whole photo."""
    damage: QImage | None = None
    """Covers the whole photo."""
    finds_damage: bool = False
    """Whether that is what has been found so far, which is no part of the colored photo yet."""
    finding: tuple[float, float, float, float] | None = None
    """Top, left, height and width of the finding that is looked at, 0 to 1 in the photo."""
    in_doubt: tuple[tuple[float, float, float, float], ...] = ()
    """The same of findings that are in doubt."""
    questions: tuple[tuple[float, float], ...] = ()
    """Row and column of places where the network would like to be told, the worst first."""
    asked: int = -1
    """Index of the question that is looked at; -1 for none."""
    doubt_lines: tuple[tuple[tuple[float, float], ...], ...] = ()
    """Closed lines of (row, column) around what is doubtful."""
    aim: tuple[float, float] | None = None
    """Row and column of the place that keys have chosen."""

    def question_at(self, point: QPointF, point_of: PointOf) -> tuple[float, float] | None:
        """Return the question at a point of the widget."""
        near = (place for place in self.questions if _is_near(point_of(*place), point))
        return next(near, None)

    def paint(self, painter: QPainter, point_of: PointOf, colored_from: float = 0.0) -> None:
        """Paint what is doubtful, questions, and the cross that the keys move.

        Args:
            painter: Of the widget.
            point_of: Where places of the photo lie in it.
            colored_from: How far from the left the colored photo begins; left of it are no lines.
        """
        painter.save()
        right = QRectF(colored_from, 0, _BIG, _BIG)
        painter.setClipRect(right, Qt.ClipOperation.IntersectClip)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.doubt_lines:
            polygon = QPolygonF([point_of(*place) for place in line])
            for color, width in ((QColor(0, 0, 0, 220), 5), (QColor(DOUBT_COLOR), 2.5)):
                painter.setPen(QPen(color, width))
                painter.drawPolygon(polygon)
        painter.restore()
        for index, place in enumerate(self.questions):
            _paint_question(painter, index, point_of(*place), is_asked=index == self.asked)
        for box in self.in_doubt:
            if box != self.finding:
                _paint_frame(painter, box, point_of, Qt.PenStyle.DashLine)
        if self.finding is not None:
            # among others, it is to be told from afar
            _paint_frame(painter, self.finding, point_of, width=4 if self.in_doubt else 2)
        if self.aim is not None:
            _paint_cross(painter, point_of(*self.aim))


def _paint_question(painter: QPainter, index: int, middle: QPointF, *, is_asked: bool) -> None:
    """Paint the number of a question; the one that is looked at is larger and dark on light."""
    radius = _QUESTION_RADIUS + (4 if is_asked else 0)
    body = QRectF(0, 0, 2 * radius, 2 * radius)
    body.moveCenter(middle)
    painter.setBrush(QColor(DOUBT_COLOR) if is_asked else QColor(0, 0, 0, 190))
    painter.setPen(QPen(QColor("black") if is_asked else QColor("white"), 2))
    painter.drawEllipse(body)
    painter.drawText(body, Qt.AlignmentFlag.AlignCenter, str(index + 1))


def _paint_frame(
    painter: QPainter,
    box: tuple[float, float, float, float],
    point_of: PointOf,
    style: Qt.PenStyle = Qt.PenStyle.SolidLine,
    *,
    width: int = 2,
) -> None:
    top, left, down, across = box
    frame = QRectF(point_of(top, left), point_of(top + down, left + across))
    frame.adjust(-_FRAME_GAP, -_FRAME_GAP, _FRAME_GAP, _FRAME_GAP)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    dark = QPen(QColor(0, 0, 0, 200), width + 2)
    for pen in (dark, QPen(QColor("#ffd23c"), width, style)):
        painter.setPen(pen)
        painter.drawRoundedRect(frame, 3, 3)


def _paint_cross(painter: QPainter, middle: QPointF) -> None:
    for color, width in ((QColor(0, 0, 0, 200), 4), (QColor("white"), 2)):
        painter.setPen(QPen(color, width))
        for across in (QPointF(1, 0), QPointF(0, 1)):  # what is aimed at stays visible
            for side in (-1, 1):
                near, far = middle + across * side * 5, middle + across * side * 16
                painter.drawLine(near, far)


def _is_near(one: QPointF, other: QPointF) -> bool:
    return (one - other).manhattanLength() <= _HIT_RADIUS
