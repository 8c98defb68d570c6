"""The plane of all colors of one lightness, to point at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.platform.theme import surround
from desktop.widgets.focus_ring import paint_focus_ring

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_SIDE = 192
_REACH = 100.0
"""a and b run from minus this to this, as in the picture."""
_KEY_STEP = 4.0
_RADIUS = 6
_KEYS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Steps of a and b."""


class ColorSquare(QWidget):
    """Gray in the middle; red to the right, yellow up, green to the left, blue down.

    Signals:
        ab_chosen(a: float, b: float): while dragging too; always a color that can be shown.
    """

    ab_chosen = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plane = QImage()
        self._ab: tuple[float, float] | None = None
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("All colors of this lightness; choose with the arrow keys"))

    def sizeHint(self) -> QSize:
        """A fixed square."""
        return QSize(_SIDE, _SIDE)

    def show_plane(self, plane: QImage, ab: tuple[float, float] | None) -> None:
        """Show the colors of a lightness, and which one is chosen."""
        self._plane, self._ab = plane, ab
        self.update()

    def show_color(self, ab: tuple[float, float] | None) -> None:
        """Show which color is chosen, without a signal."""
        self._ab = ab
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the color under the cursor."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose(*self._ab_at(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on choosing."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(*self._ab_at(event.position()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
            return
        a, b = self._ab or (0.0, 0.0)
        right, up = _KEYS[event.key()]
        self._choose(a + right * _KEY_STEP, b + up * _KEY_STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the plane, a cross through gray, and a ring around the choice."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), surround(self.palette()))
        painter.drawImage(QRectF(self.rect()), self._plane)
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(QColor(255, 255, 255, 70), 1))
        painter.drawLine(QPointF(middle.x(), 0), QPointF(middle.x(), self.height()))
        painter.drawLine(QPointF(0, middle.y()), QPointF(self.width(), middle.y()))
        if self._ab is not None:
            for color, width in ((QColor("black"), 4), (QColor("white"), 2)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(self._point(*self._ab), _RADIUS, _RADIUS)
        paint_focus_ring(painter, self)
        painter.end()

    def _choose(self, a: float, b: float) -> None:
        """Take a color, or the nearest one toward gray that can be shown."""
        a, b = (min(_REACH, max(-_REACH, value)) for value in (a, b))
        for share in range(100, -1, -2):
            inner = a * share / 100, b * share / 100
            if self._is_shown(*inner):
                break
        self._ab = inner
        self.update()
        self.ab_chosen.emit(*inner)

    def _is_shown(self, a: float, b: float) -> bool:
        if self._plane.isNull():
            return True
        point = self._point(a, b)
        x = min(self._plane.width() - 1, int(point.x() / self.width() * self._plane.width()))
        y = min(self._plane.height() - 1, int(point.y() / self.height() * self._plane.height()))
        return self._plane.pixelColor(max(0, x), max(0, y)).alpha() > 0

    def _ab_at(self, point: QPointF) -> tuple[float, float]:
        a = (point.x() / self.width() * 2 - 1) * _REACH
        return a, (1 - point.y() / self.height() * 2) * _REACH

    def _point(self, a: float, b: float) -> QPointF:
        x, y = (a / _REACH + 1) / 2 * self.width(), (1 - b / _REACH) / 2 * self.height()
        return QPointF(x, y)
