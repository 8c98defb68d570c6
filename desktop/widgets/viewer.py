"""The photo, before and after, split by a line the user drags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.widgets.viewport import Viewport
from engine.photo import Size, Window

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

_HANDLE_RADIUS = 14
_KEY_STEP = 0.02
_ZOOM_STEP = 1.25
_WHEEL_NOTCH = 120
_PAN_STEP = 60
_MAX_SMOOTH_ZOOM = 4.0
_DIRECTIONS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Down and right."""
_SPLIT_KEYS: Mapping[int, Callable[[float], float]] = {
    Qt.Key.Key_Left: lambda split: split - _KEY_STEP,
    Qt.Key.Key_Right: lambda split: split + _KEY_STEP,
    Qt.Key.Key_Home: lambda _: 0.0,
    Qt.Key.Key_End: lambda _: 1.0,
}
_BACKGROUND = QColor(38, 38, 38)


class Viewer(QWidget):
    """Shows the original left of the split line and the colored photo right of it.

    Drag the line, or move it with the arrow keys. Elsewhere, dragging moves the photo, as do the
    arrow keys with Shift; the wheel zooms to the cursor, a double click switches between fit
    and 1:1.

    Signals:
        view_changed(window: Window, size: Size): what should be drawn, in device pixels.
    """

    view_changed = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport: Viewport | None = None
        self._whole: tuple[Window, QImage, QImage | None] | None = None
        self._visible: tuple[Window, QImage, QImage | None] | None = None
        self._split = 0.5
        self._drag_from: QPointF | None = None
        self._drags_split = False
        self.setMinimumSize(320, 240)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Photo, before and after"))

    @property
    def split(self) -> float:
        """Where the line stands across the widget, 0 (all colored) to 1 (all original)."""
        return self._split

    @split.setter
    def split(self, share: float) -> None:
        self._split = min(1.0, max(0.0, share))
        self.update()

    @property
    def zoom(self) -> float:
        """Widget pixels per photo pixel; 1 while there is no photo."""
        return self._viewport.zoom if self._viewport is not None else 1.0

    def set_photo(self, size: Size) -> None:
        """Make room for another photo, fitted; the last one's pictures go away."""
        self._whole = self._visible = None
        self._split = 0.5
        self._show(Viewport.fitted(size, (self.height(), self.width())))

    def show_drawing(self, window: Window, before: QImage, after: QImage | None) -> None:
        """Show a window of the photo as drawn; ``after`` None while it is not colored."""
        if self._viewport is None:
            return
        layer = (window, before, after)
        if window == Window.whole(self._viewport.photo):
            self._whole = layer
        if window == self._viewport.visible():
            self._visible = layer
        self.update()

    def fit(self) -> None:
        """Show the whole photo."""
        if self._viewport is not None:
            self._show(Viewport.fitted(self._viewport.photo, self._viewport.widget))

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom to so many widget pixels per photo pixel, around a point or the center."""
        if self._viewport is not None:
            point = QRectF(self.rect()).center() if anchor is None else anchor
            self._show(self._viewport.zoomed(zoom, point.y(), point.x()))

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.set_zoom(self.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.set_zoom(self.zoom / _ZOOM_STEP)

    def show_actual_size(self) -> None:
        """Show one photo pixel per device pixel."""
        self.set_zoom(1 / self.devicePixelRatioF())

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the photo where it was in relation to the widget."""
        if self._viewport is not None:
            self._show(self._viewport.resized((self.height(), self.width())))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        if notches:
            self.set_zoom(self.zoom * _ZOOM_STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the split line, or the photo."""
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            left = event.button() == Qt.MouseButton.LeftButton
            self._drags_split = left and self._is_near_split(event.position())
            self._drag_from = event.position()
            self._update_cursor(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the split line, or the photo."""
        if self._drag_from is None or self._viewport is None:
            self._update_cursor(event.position())
        elif self._drags_split:
            self.split = event.position().x() / max(1, self.width())
        else:
            moved = event.position() - self._drag_from
            self._drag_from = event.position()
            self._move(moved.y(), moved.x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        self._drag_from, self._drags_split = None, False
        self._update_cursor(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Switch between fit and 1:1 at the cursor."""
        if self._viewport is None or self._is_near_split(event.position()):
            return
        if self._viewport.is_fitted:
            self.set_zoom(1 / self.devicePixelRatioF(), event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the split line; with Shift, the photo."""
        key = event.key()
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key in _DIRECTIONS:
            down, right = _DIRECTIONS[key]
            self._move(-down * _PAN_STEP, -right * _PAN_STEP)
        elif self._is_colored and key in _SPLIT_KEYS:
            self.split = _SPLIT_KEYS[key](self.split)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Ask for sharper or coarser pictures on a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._viewport is not None:
            self._show(self._viewport)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from what is at hand; never compute here."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), _BACKGROUND)
        layers = [layer for layer in (self._whole, self._visible) if layer is not None]
        if self._viewport is not None and layers:
            # a photo enlarged beyond what fitting does shows its pixels, for inspection
            smooth = self.zoom * self.devicePixelRatioF() <= _MAX_SMOOTH_ZOOM
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            for window, before, _ in layers:
                painter.drawImage(self._place(window), before)
            if layers[-1][2] is not None:
                self._paint_after(painter, layers)
        painter.end()

    def _paint_after(
        self, painter: QPainter, layers: list[tuple[Window, QImage, QImage | None]]
    ) -> None:
        x = self._split * self.width()
        painter.setClipRect(QRectF(x, 0, self.width() - x, self.height()))
        for window, _, after in layers:
            if after is not None:
                painter.drawImage(self._place(window), after)
        painter.setClipping(False)
        self._paint_split(painter, x)

    def _paint_split(self, painter: QPainter, x: float) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QPointF(x, self.height() / 2)
        for color, width in ((QColor(0, 0, 0, 120), 4), (QColor("white"), 2)):
            painter.setPen(QPen(color, width))
            painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))
        painter.setBrush(QColor(0, 0, 0, 150))
        painter.drawEllipse(middle, _HANDLE_RADIUS, _HANDLE_RADIUS)
        for side in (-1, 1):  # an arrowhead each way
            tip = middle + QPointF(side * 9, 0)
            for end in (-4, 4):
                painter.drawLine(tip, middle + QPointF(side * 4, end))

    def _move(self, down: float, right: float) -> None:
        if self._viewport is not None:
            self._show(self._viewport.moved(down, right))

    def _show(self, viewport: Viewport) -> None:
        self._viewport = viewport  # the drawings stay: still right, only less sharp
        window = viewport.visible()
        _, _, *shown = viewport.place(window, self.devicePixelRatioF())
        # enlarging is left to painting: more pixels than the photo has would show nothing new
        size = tuple(min(pair) for pair in zip(window.size, shown, strict=True))
        self.update()
        self.view_changed.emit(window, size)

    def _place(self, window: Window) -> QRectF:
        assert self._viewport is not None
        ratio = self.devicePixelRatioF()
        top, left, height, width = self._viewport.place(window, ratio)
        return QRectF(left / ratio, top / ratio, width / ratio, height / ratio)

    @property
    def _is_colored(self) -> bool:
        layers = (layer for layer in (self._visible, self._whole) if layer is not None)
        return any(after is not None for _, _, after in layers)

    def _is_near_split(self, point: QPointF) -> bool:
        return self._is_colored and abs(point.x() - self._split * self.width()) <= _HANDLE_RADIUS

    def _update_cursor(self, point: QPointF) -> None:
        if self._drags_split or (self._drag_from is None and self._is_near_split(point)):
            self.setCursor(Qt.CursorShape.SplitHCursor)
        elif self._drag_from is not None:
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        else:
            self.unsetCursor()
