"""The tool that takes a color from the photo."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor

from desktop.widgets.viewer.tools.tool import Tool

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF

    from desktop.widgets.viewer.tools.canvas import Canvas


class PickTool(Tool):
    """Takes the color of the place that is clicked.

    Signals:
        color_picked(color: QColor)
    """

    color_picked = Signal(QColor)

    needs_color: ClassVar[bool] = True
    aims: ClassVar[bool] = True

    def cursor(self, _canvas: Canvas) -> Qt.CursorShape:
        """Return a cross."""
        return Qt.CursorShape.CrossCursor

    def click(self, canvas: Canvas, point: QPointF) -> None:
        """Take the color there."""
        color = canvas.color_at(*canvas.place_at(point))
        if color is not None:
            self.color_picked.emit(color)
