"""A wheel of all colors, to point at one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from desktop.platform.theme import is_dark
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.palette.wheel_picture import ab_at, place_of, wheel_picture, wheel_veil
from engine.photo.one_color import tinted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from engine.photo.one_color import Ab

_SIDE, _INSET = 152, 3
_KEY_STEP = 0.04
"""Of the wheel's radius."""
_RADIUS = 6
_STILL = 6
"""Pixels that a hand moves without meaning it."""
_KEYS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, 1),
    Qt.Key.Key_Down: (0, -1),
}
"""Steps to the right and up."""


class ColorWheel(QWidget):
    """Gray in the middle; red to the right, yellow up, green to the left, blue down.

    All hues are there whatever the photo's tone; what that tone does not have lies under a veil.

    Signals:
        ab_wanted(a: float, b: float): where it was pointed at, while dragging too.
        ab_tried(ab: Ab | None): what the mouse is over, not chosen yet; or nothing any more.
    """

    ab_wanted = Signal(float, float)
    ab_tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lightness: float | None = None
        self._place: tuple[float, float] | None = None
        self._pressed_at: QPointF | None = None
        """Where a color was chosen: until the mouse has left that place, nothing else is tried."""
        self.setMouseTracking(True)
        self.setFixedSize(self.sizeHint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("All colors; choose with the arrow keys"))

    def sizeHint(self) -> QSize:
        """A fixed square."""
        return QSize(_SIDE, _SIDE)

    def show_tone(self, lightness: float | None) -> None:
        """Show which colors a tone has: L, 0 to 100; None for all."""
        self._lightness = lightness
        self.update()

    def show_color(self, ab: Ab | None) -> None:
        """Show which color is chosen, without a signal."""
        self._place = None if ab is None else place_of(ab)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the color under the cursor."""
        if event.button() == Qt.MouseButton.LeftButton:
            self._choose_at(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on choosing, or try what the mouse is over."""
        point = event.position()
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._choose_at(point)
        elif self._pressed_at is None or (point - self._pressed_at).manhattanLength() > _STILL:
            self._pressed_at = None
            right, up = self._place_at(point)
            self.ab_tried.emit(ab_at(right, up) if right**2 + up**2 <= 1 else None)

    def leaveEvent(self, event: QEvent) -> None:
        """Try nothing any more."""
        super().leaveEvent(event)
        self._pressed_at = None
        self.ab_tried.emit(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the choice."""
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
            return
        x, y = self._place or (0.0, 0.0)
        right, up = _KEYS[event.key()]
        self._choose(x + right * _KEY_STEP, y + up * _KEY_STEP)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the wheel, the veil, and a ring around the choice."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        body, disc = QRectF(self.rect()).adjusted(_INSET, _INSET, -_INSET, -_INSET), QPainterPath()
        disc.addEllipse(body)
        painter.save()
        painter.setClipPath(disc)
        painter.drawImage(body, wheel_picture())
        if self._lightness is not None:
            ground = 45 if is_dark(self.palette()) else 236
            painter.drawImage(body, wheel_veil(round(self._lightness), ground))
        painter.restore()
        painter.setPen(QPen(QColor(0, 0, 0, 140), 1))
        painter.drawPath(disc)
        if self._place is not None:
            for color, width in ((QColor("black"), 4), (QColor("white"), 2)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(self._point(*self._place), _RADIUS, _RADIUS)
        paint_focus_ring(painter, self)
        painter.end()

    def _choose_at(self, point: QPointF) -> None:
        self._pressed_at = point
        self._choose(*self._place_at(point))

    def _choose(self, right: float, up: float) -> None:
        ab = ab_at(right, up)
        self.show_color(ab if self._lightness is None else tinted(self._lightness, ab))
        self.ab_wanted.emit(*ab)

    def _place_at(self, point: QPointF) -> tuple[float, float]:
        way = (point - QRectF(self.rect()).center()) / self._radius
        return way.x(), -way.y()

    def _point(self, right: float, up: float) -> QPointF:
        return QRectF(self.rect()).center() + QPointF(right, -up) * self._radius

    @property
    def _radius(self) -> float:
        return self.width() / 2 - _INSET
