"""What keys do in the viewer: all that a hand with a mouse can do there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.widgets.split_line import SPLIT_KEYS
from desktop.widgets.tools import DIRECTIONS

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from desktop.widgets.viewer import Viewer

_PAN_STEP = 60


class ViewerKeys:
    """Moves the line, the photo, or the aim of a tool; knows which keys are held."""

    def __init__(self, viewer: Viewer) -> None:
        self._viewer = viewer
        self.space = False
        """Whether Space is held: the mouse moves the photo, whatever the tool."""
        self._peeking = 0

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key stands for; return whether it stands for anything."""
        viewer, key = self._viewer, event.key()
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key in DIRECTIONS:
            down, right = DIRECTIONS[key]
            viewer.pan(-down * _PAN_STEP, -right * _PAN_STEP)
        elif viewer.aims and key in DIRECTIONS:
            viewer.move_aim(*DIRECTIONS[key])
        elif viewer.aims and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            viewer.click_aim()
        elif viewer.has_split and key in SPLIT_KEYS:
            viewer.split = SPLIT_KEYS[key](viewer.split)
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
            self._viewer.peek(is_on=False)

    def let_go(self) -> None:
        """Let go of all, since their releases will go elsewhere."""
        self.space = False
        self._viewer.peek(is_on=False)

    def _hold(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Space:
            self.space = True
        elif event.key() == Qt.Key.Key_Backslash:
            self._peeking = event.nativeScanCode()
            self._viewer.peek(is_on=True)
        else:
            return False
        return True
