"""What the mouse does in the viewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.widgets.tools import Grip, cursor_for

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QMouseEvent

    from desktop.widgets.viewer import Viewer

_CLICK_SLACK = 4
"""A hand that moves less between press and release has clicked."""


class ViewerMouse:
    """Drags the split line, a hint, or the photo; a hand that has not moved has clicked."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self._grip: Grip | None = None

    def let_go(self) -> None:
        """Forget what is held: another photo has come."""
        self._grip = None

    def press(self, event: QMouseEvent, *, takes_photo: bool) -> None:
        """Take the split line, a hint, or the photo; ``takes_photo`` whatever the tool."""
        point, button = event.position(), event.button()
        if button == Qt.MouseButton.MiddleButton or takes_photo:
            self._grip = Grip(point, point, has_moved=True)
        elif button == Qt.MouseButton.LeftButton:
            mark = self._viewer.mark_at(point)
            takes_split = mark is None and self._viewer.is_near_split(point)
            self._grip = Grip(point, point, mark, takes_split)
        self.show_cursor(point)

    def move(self, point: QPointF) -> None:
        """Drag what is held."""
        viewer, grip = self._viewer, self._grip
        if grip is None:
            self.show_cursor(point)
            return
        moved, grip.last = point - grip.last, point
        if grip.is_split:
            viewer.split = point.x() / max(1, viewer.width())
            return
        if not grip.has_moved:
            if (point - grip.since).manhattanLength() < _CLICK_SLACK:
                return
            grip.has_moved, moved = True, point - grip.since
        if grip.mark is None:
            viewer.pan(moved.y(), moved.x())
        else:
            viewer.mark_moved.emit(grip.mark, *viewer.place_at(point, clamp=True))

    def release(self, point: QPointF) -> None:
        """Let go."""
        grip, self._grip = self._grip, None
        self.show_cursor(point)
        if grip is None or grip.is_split:
            return
        if grip.mark is not None and grip.has_moved:
            self._viewer.mark_dropped.emit()
        elif not grip.has_moved:
            self._viewer.click(point)

    def show_cursor(self, point: QPointF | None) -> None:
        """Show what the mouse would do at a point, or does."""
        viewer = self._viewer
        near = point is not None and viewer.mark_at(point) is None and viewer.is_near_split(point)
        shape = cursor_for(viewer.tool, self._grip, is_near_split=near)
        if shape is None:
            viewer.unsetCursor()
        else:
            viewer.setCursor(shape)
