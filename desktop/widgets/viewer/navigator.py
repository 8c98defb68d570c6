"""A small picture of the whole photo while only a part of it is seen: where that lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from desktop.widgets.viewer.framed_view import FramedView
from desktop.widgets.viewer.panes import Compare, Panes
from desktop.widgets.viewer.picture import Veils, picture_of

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

    from desktop.widgets.viewer.layers import Layers

_SIDE = 168
"""Longest side in pixels, at most a third of the viewer."""
_MARGIN = 10
_EDGE = 1
_WHEEL_NOTCH = 120


class Navigator(QWidget):
    """Shows what part of the photo is seen, as a frame that can be dragged; never has the focus.

    Signals:
        panned(down: float, right: float): the photo is to move by so many pixels of the viewer.
        zoomed(notches: float): by the wheel.
    """

    panned = Signal(float, float)
    zoomed = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._over = parent
        self._view: FramedView | None = None
        self._small: FramedView | None = None
        """The same part of the photo, fitted into this."""
        self._pixmap = QPixmap()
        self._basis: object = None
        """What that was drawn of."""
        self._grip = QPointF()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Part of the photo that is seen"))
        self.setToolTip(self.tr("Drag the frame to see another part of the photo"))

    def show_view(self, view: FramedView | None, layers: Layers) -> None:
        """Show where a view lies in its photo; hidden if all of it is seen.

        Args:
            view: What is seen; None if nothing is.
            layers: What has been drawn of the photo.
        """
        self._view = view if view is not None and not view.viewport.is_all_seen else None
        self.setVisible(self._view is not None and layers.covers_photo)
        if self._view is None or self.isHidden():
            return
        room = self._over.size()
        side = min(_SIDE, room.width() // 3, room.height() // 3)
        height, width = self._view.frame.size
        scale = side / max(height, width)
        size = max(8, round(height * scale)), max(8, round(width * scale))
        self.resize(QSize(size[1] + 2 * _EDGE, size[0] + 2 * _EDGE))
        self.move(room.width() - self.width() - _MARGIN, _MARGIN)
        self._small = FramedView.fitted(self._view.photo, self._view.frame, size)
        self._draw(layers, size)
        self.update()

    def _draw(self, layers: Layers, size: tuple[int, int]) -> None:
        """Draw the photo, if it is another one or looks otherwise than last time."""
        assert self._small is not None
        ratio, whole = self.devicePixelRatioF(), layers.overview
        basis = (whole.look, self._small, ratio)
        if basis == self._basis:
            return
        self._basis = basis
        self._pixmap = QPixmap(QSize(size[1], size[0]) * ratio)
        self._pixmap.setDevicePixelRatio(ratio)
        self._pixmap.fill(QColor(30, 30, 30))
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        picture = picture_of(self._small, whole, Veils(), ratio, has_paper=True)
        picture.paint(painter, Panes(size, Compare.COLORED, 0.0))
        painter.end()

    @property
    def frame(self) -> QRectF:
        """Where what is seen lies in this widget."""
        if self._view is None or self._small is None:
            return QRectF()
        seen, scale = self._view.viewport, self._small.zoom / self._view.zoom
        rect = QRectF(-seen.left, -seen.top, seen.widget[1], seen.widget[0])
        all_of_it = QRectF(0, 0, seen.photo[1] * seen.zoom, seen.photo[0] * seen.zoom)
        rect &= all_of_it
        return QRectF(
            rect.left() * scale + _EDGE,
            rect.top() * scale + _EDGE,
            rect.width() * scale,
            rect.height() * scale,
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the photo, darker where it is not seen, and the frame."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0))
        painter.drawPixmap(_EDGE, _EDGE, self._pixmap)
        frame = self.frame
        veil = QColor(0, 0, 0, 90)
        bottom, right = self.height() - _EDGE, self.width() - _EDGE
        for part in (
            QRectF(_EDGE, _EDGE, right - _EDGE, frame.top() - _EDGE),
            QRectF(_EDGE, frame.bottom(), right - _EDGE, bottom - frame.bottom()),
            QRectF(_EDGE, frame.top(), frame.left() - _EDGE, frame.height()),
            QRectF(frame.right(), frame.top(), right - frame.right(), frame.height()),
        ):
            painter.fillRect(part, veil)
        for color, width in ((QColor(0, 0, 0, 200), 3.0), (QColor("white"), 1.5)):
            painter.setPen(QPen(color, width))
            painter.drawRect(frame)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the frame; beside it, bring its middle here."""
        if event.button() != Qt.MouseButton.LeftButton:
            event.accept()
            return
        middle, point = self.frame.center(), event.position()
        self._grip = point - middle if self.frame.contains(point) else QPointF()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._go_to(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the frame."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go_to(event.position())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Take two clicks for two."""
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom, around the middle of what is seen."""
        self.zoomed.emit(event.angleDelta().y() / _WHEEL_NOTCH)
        event.accept()

    def _go_to(self, point: QPointF) -> None:
        if self._small is not None and self._view is not None:
            middle = point - self._grip - QPointF(_EDGE, _EDGE)
            place = middle * (self._view.zoom / self._small.zoom)
            seen = self._view.viewport
            down = seen.widget[0] / 2 - seen.top - place.y()
            self.panned.emit(down, seen.widget[1] / 2 - seen.left - place.x())
