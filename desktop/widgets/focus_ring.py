"""Where the keyboard is, on what we draw ourselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter
    from PySide6.QtWidgets import QWidget

_RING = 2
_BY_KEYBOARD = Qt.WidgetAttribute.WA_KeyboardFocusChange


def paint_focus_ring(painter: QPainter, widget: QWidget) -> None:
    """Paint a frame along the edge of a widget that has the focus.

    Who uses the mouse knows where it is, and sees no color beside the photo.
    """
    if widget.hasFocus() and widget.window().testAttribute(_BY_KEYBOARD):
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(widget.palette().highlight().color(), 2 * _RING))
        painter.drawRect(widget.rect())  # the outer half of the line lies outside
