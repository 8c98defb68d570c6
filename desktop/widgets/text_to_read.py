"""A text to read, to scroll and to copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPlainTextEdit

from desktop.widgets.focus_ring import paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent


class TextToRead(QPlainTextEdit):
    """Has no cursor, so it shows by a frame that the keyboard scrolls it."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, and the frame over them."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        paint_focus_ring(painter, self.viewport())
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the frame."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the frame away."""
        super().focusOutEvent(event)
        self.viewport().update()
