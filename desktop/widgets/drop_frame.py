"""What shows that files can be dropped here, while they are held over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_WIDTH, _INSET, _ROUND = 4, 8, 12


class DropFrame(QWidget):
    """A frame and a word over all of another widget; hidden until something is held there."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_held(self, *, is_held: bool) -> None:
        """Show that something can be let go of here, or no longer."""
        self.setGeometry(self._over.rect())
        self.setVisible(is_held)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint what lies below, frame it, and say what will happen."""
        painter, color = QPainter(self), self.palette().highlight().color()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET)
        painter.setPen(QPen(color, _WIDTH))
        color.setAlphaF(0.25)
        painter.setBrush(color)
        painter.drawRoundedRect(body, _ROUND, _ROUND)
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * 1.6)
        painter.setFont(font)
        text = self.tr("Drop to open")
        around = painter.boundingRect(body, Qt.AlignmentFlag.AlignCenter, text)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.palette().highlight())
        painter.drawRoundedRect(around.adjusted(-20, -10, 20, 10), _ROUND, _ROUND)
        painter.setPen(self.palette().highlightedText().color())
        painter.drawText(around, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()
