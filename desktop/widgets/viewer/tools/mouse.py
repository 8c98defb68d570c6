"""What the mouse does on a canvas: it drags the line, the photo, or what the tool takes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QCursor, QMouseEvent

    from desktop.widgets.viewer.tools.tool import ToolCanvas

_CLICK_SLACK = 4
"""A hand that moves less between press and release has clicked."""


class _Held(Enum):
    PHOTO = auto()
    SPLIT = auto()
    TOOL = auto()
    """What the tool has taken."""


@dataclass
class _Grip:
    """What the mouse holds, and since where."""

    what: _Held
    since: QPointF
    last: QPointF
    has_moved: bool = False


class Mouse:
    """Turns presses and moves into drags and clicks."""

    def __init__(self, canvas: ToolCanvas) -> None:
        self._canvas = canvas
        self._grip: _Grip | None = None

    def let_go(self) -> None:
        """Forget what is held: another photo has come, or another tool."""
        self._grip = None

    def press(self, event: QMouseEvent, *, takes_photo: bool) -> None:
        """Take the line, the photo, or what the tool takes; ``takes_photo`` whatever the tool."""
        canvas, point, button = self._canvas, event.position(), event.button()
        if button == Qt.MouseButton.MiddleButton or takes_photo:
            self._grip = _Grip(_Held.PHOTO, point, point, has_moved=True)
        elif button == Qt.MouseButton.LeftButton:
            if not canvas.tool.holds(canvas, point) and canvas.is_near_split(point):
                self._grip = _Grip(_Held.SPLIT, point, point)
            else:
                takes = canvas.tool.press(canvas, point)
                self._grip = _Grip(_Held.TOOL if takes else _Held.PHOTO, point, point)
        self.show_cursor(point)

    def move(self, point: QPointF) -> None:
        """Drag what is held."""
        canvas, grip = self._canvas, self._grip
        if grip is None:
            self.show_cursor(point)
            return
        moved, grip.last = point - grip.last, point
        if grip.what is _Held.SPLIT:
            canvas.split = point.x() / max(1, canvas.width())
            return
        if not grip.has_moved:
            if (point - grip.since).manhattanLength() < _CLICK_SLACK:
                return
            grip.has_moved, moved = True, point - grip.since
        if grip.what is _Held.TOOL:
            canvas.tool.move(canvas, point)
        else:
            canvas.pan(moved.y(), moved.x())

    def release(self, point: QPointF) -> None:
        """Let go."""
        grip, self._grip = self._grip, None
        self.show_cursor(point)
        if grip is None or grip.what is _Held.SPLIT:
            return
        if not grip.has_moved:
            self._canvas.click(point)
        elif grip.what is _Held.TOOL:
            self._canvas.tool.release(self._canvas)

    def show_cursor(self, point: QPointF | None) -> None:
        """Show what the mouse would do at a point, or does."""
        shape = self._shape(point)
        if shape is None:
            self._canvas.unsetCursor()
        else:
            self._canvas.setCursor(shape)

    def _shape(self, point: QPointF | None) -> Qt.CursorShape | QCursor | None:
        canvas, grip = self._canvas, self._grip
        if grip is not None:
            if grip.what is _Held.SPLIT:
                return Qt.CursorShape.SplitHCursor
            tool_drags = grip.what is _Held.TOOL and not canvas.tool.holds(canvas, grip.last)
            is_hand = grip.has_moved and not tool_drags
            usual = canvas.tool.cursor_at(canvas, grip.since)
            return Qt.CursorShape.ClosedHandCursor if is_hand else usual
        is_free = point is not None and not canvas.tool.holds(canvas, point)
        if point is not None and is_free and canvas.is_near_split(point):
            return Qt.CursorShape.SplitHCursor
        return canvas.tool.cursor(canvas) if point is None else canvas.tool.cursor_at(canvas, point)
