"""A button that is a color."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_HEIGHT = 30
_ROUND = 4.0


class Swatch(QAbstractButton):
    """Shows a color and, where there is one, a short text below it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._color = QColor(128, 128, 128)
        self.setText(text)

    @property
    def color(self) -> QColor:
        """What it shows."""
        return self._color

    def show_color(self, rgb: tuple[int, int, int], name: str, text: str = "") -> None:
        """Show a color.

        Args:
            rgb: sRGB, 0 to 255.
            name: For screen readers and the tip.
            text: Below the color.
        """
        self._color = QColor(*rgb)
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Wide enough for its text."""
        line = self.fontMetrics().height() + 2 if self.text() else 0
        return QSize(max(36, self.fontMetrics().horizontalAdvance(self.text()) + 4), _HEIGHT + line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the color, a border that shows on any ground, and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, 0)
        body.setHeight(_HEIGHT - 3)
        is_chosen = self.hasFocus() or self.underMouse() or self.isChecked()
        border = self.palette().highlight().color() if is_chosen else QColor(0, 0, 0, 140)
        painter.setPen(QPen(border, 2.5 if is_chosen else 1))
        painter.setBrush(self._color)
        painter.drawRoundedRect(body, _ROUND, _ROUND)
        if self.text():
            painter.setPen(self.palette().windowText().color())
            below = self.rect().adjusted(0, _HEIGHT, 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()
