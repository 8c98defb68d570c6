"""What keys do on a canvas: all that a hand with a mouse can do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.widgets.viewer.split_line import SPLIT_KEYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent

    from desktop.widgets.viewer.tools.tool import ToolCanvas

_PAN_STEP = 60
DIRECTIONS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Of the arrow keys: down and right."""


class Keys:
    """Moves the line, the photo, or the aim of a tool; knows which keys are held."""

    def __init__(self, canvas: ToolCanvas) -> None:
        self._canvas = canvas
        self.space = False
        """Whether Space is held: the mouse moves the photo, whatever the tool."""
        self._peeking = 0

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; return whether it stands for anything."""
        canvas, key = self._canvas, event.key()
        if canvas.tool.key(canvas, event):
            return True
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key in DIRECTIONS:
            down, right = DIRECTIONS[key]
            canvas.pan(-down * _PAN_STEP, -right * _PAN_STEP)
        elif canvas.aims and key in DIRECTIONS:
            canvas.move_aim(*DIRECTIONS[key])
        elif canvas.aims and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            canvas.click_aim()
        elif canvas.has_split and key in SPLIT_KEYS:
            canvas.split = SPLIT_KEYS[key](canvas.split)
        else:
            return self._hold(event)
        return True

    def release(self, event: QKeyEvent) -> None:
        """Let go of a key."""
        if event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            self.space = False
        # where Backslash needs AltGr, which may go first, its release comes as another key
        here = event.nativeScanCode() == self._peeking
        if event.key() == Qt.Key.Key_Backslash or (self._peeking and here):
            self._canvas.peek(is_on=False)

    def let_go(self) -> None:
        """Let go of all, since their releases will go elsewhere."""
        self.space = False
        self._canvas.peek(is_on=False)

    def _hold(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            self.space = True
        elif event.key() == Qt.Key.Key_Backslash:
            self._peeking = event.nativeScanCode()
            self._canvas.peek(is_on=True)
        else:
            return False
        return True
