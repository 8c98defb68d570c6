"""The line between before and after, with a handle."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

HANDLE_RADIUS = 14
_KEY_STEP = 0.02
SPLIT_KEYS: Mapping[int, Callable[[float], float]] = {
    Qt.Key.Key_Left: lambda split: split - _KEY_STEP,
    Qt.Key.Key_Right: lambda split: split + _KEY_STEP,
    Qt.Key.Key_Home: lambda _: 0.0,
    Qt.Key.Key_End: lambda _: 1.0,
}
"""Where a key moves the line, as a share of the width."""


def paint_split(painter: QPainter, x: float, height: int) -> None:
    """Paint the line at ``x``, over the whole height."""
    middle = QPointF(x, height / 2)
    for color, width in ((QColor(0, 0, 0, 120), 4), (QColor("white"), 2)):
        painter.setPen(QPen(color, width))
        painter.drawLine(QPointF(x, 0), QPointF(x, height))
    painter.setBrush(QColor(0, 0, 0, 150))
    painter.drawEllipse(middle, HANDLE_RADIUS, HANDLE_RADIUS)
    for side in (-1, 1):  # an arrowhead each way
        tip = middle + QPointF(side * 9, 0)
        for end in (-4, 4):
            painter.drawLine(tip, middle + QPointF(side * 4, end))
