"""The title of the palette, by which it is moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QAbstractButton, QWidget

from desktop.widgets.focus_ring import paint_focus_ring

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_KEY_STEP = 20
_DOT = 2
_KEYS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class Grip(QAbstractButton):
    """Moves what it belongs to, by the mouse or the arrow keys; a double click takes that back.

    Signals:
        dragged(way: QPoint): by so many pixels.
        dropped(): the hand has let go.
        reset_requested(): a double click, or the space bar.
    """

    dragged = Signal(QPoint)
    dropped = Signal()
    reset_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._last: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeAllCursor)

    def sizeHint(self) -> QSize:
        """A line of text."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 40, metrics.height() + 6)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._last = event.globalPosition().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move it."""
        if self._last is not None:
            here = event.globalPosition().toPoint()
            way, self._last = here - self._last, here
            self.dragged.emit(way)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go of it."""
        if self._last is not None:
            self._last = None
            self.dropped.emit()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Forget where it was moved to."""
        self._last = None
        self.reset_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move it by steps, or back."""
        if event.key() in _KEYS:
            self.dragged.emit(_KEYS[Qt.Key(event.key())] * _KEY_STEP)
            self.dropped.emit()
        elif event.key() == Qt.Key.Key_Space:
            self.reset_requested.emit()
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the title, and dots that say that it can be taken."""
        painter, text = QPainter(self), self.palette().windowText().color()
        painter.setPen(text)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect().adjusted(2, 0, 0, 0), left, self.text())
        text.setAlphaF(0.5)
        for column in range(4):
            for row in range(2):
                x = self.width() - 6 - column * 3 * _DOT
                y = self.height() // 2 - 2 * _DOT + row * 3 * _DOT
                painter.fillRect(x, y, _DOT, _DOT, text)
        paint_focus_ring(painter, self)
        painter.end()
