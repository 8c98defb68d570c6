"""The photo, before and after: compared, zoomed, and a place to set colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from desktop.theme import surround
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.layers import Layer, Layers
from desktop.widgets.overlay import Mark, Overlay
from desktop.widgets.panes import Compare, Panes
from desktop.widgets.picture import Picture
from desktop.widgets.split_line import HANDLE_RADIUS, SPLIT_KEYS, paint_split
from desktop.widgets.spoken_viewer import description, speak_of, tell_split
from desktop.widgets.tools import DIRECTIONS, Grip, Tool, cursor_for
from desktop.widgets.viewport import Viewport
from engine.photo import Size, Window

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import (
        QFocusEvent,
        QImage,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

_ZOOM_STEP = 1.25
_WHEEL_NOTCH = 120
_PAN_STEP = 60
_MAX_SMOOTH_ZOOM = 4.0
_CLICK_SLACK = 4
"""A hand that moves less between press and release has clicked."""


class Viewer(QWidget):
    """Shows the original left of the split line and the colored photo right of it.

    Drag the line, or move it with the arrow keys. Elsewhere, dragging moves the photo, as do the
    arrow keys with Shift, the middle button and the left one with Space; the wheel zooms to the
    cursor, a double click switches between fit and 1:1; the original is everywhere while
    Backslash is held.

    Signals:
        view_changed(window: Window, size: Size): what should be drawn, in device pixels.
        spot_clicked(row: float, column: float): 0 to 1 from the photo's upper left.
        mark_clicked(index: int)
        mark_moved(index: int, row: float, column: float): while dragging.
        mark_dropped(): the hand that moved a hint has let go.
        mark_deleted(index: int)
        color_picked(color: QColor): with ``Tool.PICK``.
    """

    view_changed = Signal(object, object)
    spot_clicked = Signal(float, float)
    mark_clicked = Signal(int)
    mark_moved = Signal(int, float, float)
    mark_dropped = Signal()
    mark_deleted = Signal(int)
    color_picked = Signal(QColor)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._viewport: Viewport | None = None
        self._layers = Layers()
        self._split, self._compare, self._peeks = 0.5, Compare.SPLIT, False
        self._tool, self._name = Tool.LOOK, ""
        self._overlay = Overlay()
        self._grip: Grip | None = None
        self._space = False
        self.setMinimumSize(320, 240)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        text = self.tr("“%1”, before and after") if self._name else self.tr("Photo")
        self.setAccessibleName(text.replace("%1", self._name))
        self._describe()

    def show_name(self, name: str) -> None:
        """Say which photo it is, to those who do not see it; empty for none."""
        self._name = name
        self.retranslate()

    def _describe(self) -> None:
        self.setAccessibleDescription(description(self._split if self.has_split else None))

    @property
    def split(self) -> float:
        """Where the line stands across the widget, 0 (all colored) to 1 (all original)."""
        return self._split

    @split.setter
    def split(self, share: float) -> None:
        self._split = min(1.0, max(0.0, share))
        self._describe()
        tell_split(self, self._split)
        self.update()

    @property
    def has_split(self) -> bool:
        """Whether there is a split line."""
        return self._compare is Compare.SPLIT and self._layers.is_colored and not self._peeks

    def set_compare(self, compare: Compare) -> None:
        """Show before and after another way."""
        self._compare = compare
        self._describe()
        self._refit()

    @property
    def tool(self) -> Tool:
        """What a click on the photo means."""
        return self._tool

    @tool.setter
    def tool(self, tool: Tool) -> None:
        self._tool = tool
        self._update_cursor(None)
        self.update()

    @property
    def zoom(self) -> float:
        """Widget pixels per photo pixel; 1 while there is no photo."""
        return self._viewport.zoom if self._viewport is not None else 1.0

    def set_photo(self, size: Size) -> None:
        """Make room for another photo, fitted; the last one's pictures go away."""
        self._layers.clear()
        self._grip, self.split = None, 0.5
        self.show_marks((), -1)
        self.show_doubt(None, ())
        self._show(Viewport.fitted(size, self._panes.size))

    def show_drawing(self, window: Window, before: QImage, after: QImage | None) -> None:
        """Show a window of the photo as drawn; ``after`` None while it is not colored."""
        if self._viewport is None:
            return
        layer = Layer(window, before, after)
        had_split = self.has_split
        self._layers.show(layer, self._viewport.photo, self._viewport.visible())
        if self.has_split != had_split:
            self._describe()
        self.update()

    def show_marks(self, marks: Sequence[Mark], chosen: int) -> None:
        """Show the hints; -1 if none is chosen. They are visible while hints are being set."""
        self._overlay.marks, self._overlay.chosen = tuple(marks), chosen
        self.update()

    def show_doubt(self, image: QImage | None, questions: Sequence[tuple[float, float]]) -> None:
        """Lay a picture over the colored photo, and mark places, (row, column), on it."""
        self._overlay.doubt, self._overlay.questions = image, tuple(questions)
        self.update()

    def point_of(self, row: float, column: float) -> QPointF:
        """Return where a place of the photo lies in the widget, in the rightmost picture."""
        assert self._viewport is not None
        view = self._viewport
        x = self._panes.shown[-1].left + view.left + column * view.photo[1] * view.zoom
        return QPointF(x, view.top + row * view.photo[0] * view.zoom)

    def fit(self) -> None:
        """Show the whole photo."""
        if self._viewport is not None:
            self._show(Viewport.fitted(self._viewport.photo, self._panes.size))

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom to so many widget pixels per photo pixel, around a point or the center."""
        if self._viewport is not None:
            height, width = self._panes.size
            point = QPointF(width / 2, height / 2) if anchor is None else self._panes.local(anchor)
            self._show(self._viewport.zoomed(zoom, point.y(), point.x()))

    def zoom_in(self) -> None:
        """Zoom in one step."""
        self.set_zoom(self.zoom * _ZOOM_STEP)

    def zoom_out(self) -> None:
        """Zoom out one step."""
        self.set_zoom(self.zoom / _ZOOM_STEP)

    def show_actual_size(self, anchor: QPointF | None = None) -> None:
        """Show one photo pixel per device pixel."""
        self.set_zoom(1 / self.devicePixelRatioF(), anchor)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the photo where it was in relation to the widget."""
        self._refit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom to the cursor."""
        notches = event.angleDelta().y() / _WHEEL_NOTCH
        if notches:
            self.set_zoom(self.zoom * _ZOOM_STEP**notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the split line, a hint, or the photo."""
        point, button = event.position(), event.button()
        if button == Qt.MouseButton.MiddleButton or self._space:
            self._grip = Grip(point, point, has_moved=True)
        elif button == Qt.MouseButton.LeftButton:
            mark = self._mark_at(point)
            takes_split = mark is None and self._is_near_split(point)
            self._grip = Grip(point, point, mark, takes_split)
        self._update_cursor(point)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the split line, a hint, or the photo."""
        grip, point = self._grip, event.position()
        if grip is None or self._viewport is None:
            self._update_cursor(point)
            return
        moved, grip.last = point - grip.last, point
        if grip.is_split:
            self.split = point.x() / max(1, self.width())
            return
        if not grip.has_moved:
            if (point - grip.since).manhattanLength() < _CLICK_SLACK:
                return
            grip.has_moved, moved = True, point - grip.since
        if grip.mark is None:
            self._move(moved.y(), moved.x())
        else:
            self.mark_moved.emit(grip.mark, *self._place_at(point, clamp=True))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a hand that has not moved has clicked."""
        grip, self._grip = self._grip, None
        self._update_cursor(event.position())
        if grip is None or grip.is_split:
            return
        if grip.mark is not None and grip.has_moved:
            self.mark_dropped.emit()
        elif grip.has_moved:
            return
        elif grip.mark is not None:
            self.mark_clicked.emit(grip.mark)
        else:
            self._click(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Switch between fit and 1:1 at the cursor."""
        if self._viewport is None or self._tool is not Tool.LOOK:
            return
        if self._is_near_split(event.position()):
            self.split = 0.5
        elif self._viewport.is_fitted:
            self.show_actual_size(event.position())
        else:
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the split line; with Shift, the photo."""
        key = event.key()
        if event.modifiers() == Qt.KeyboardModifier.ShiftModifier and key in DIRECTIONS:
            down, right = DIRECTIONS[key]
            self._move(-down * _PAN_STEP, -right * _PAN_STEP)
        elif self.has_split and key in SPLIT_KEYS:
            self.split = SPLIT_KEYS[key](self.split)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Backslash):
            self._hold(key, is_down=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self._overlay.chosen >= 0:
            self.mark_deleted.emit(self._overlay.chosen)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of Space or Backslash."""
        if not event.isAutoRepeat():
            self._hold(event.key(), is_down=False)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of keys whose release will go elsewhere."""
        self._hold(Qt.Key.Key_Space, is_down=False)
        self._hold(Qt.Key.Key_Backslash, is_down=False)
        super().focusOutEvent(event)

    def _hold(self, key: int, *, is_down: bool) -> None:
        if key == Qt.Key.Key_Space:
            self._space = is_down
        elif key == Qt.Key.Key_Backslash:
            self._peeks = is_down
            self._describe()
            self.update()

    def event(self, event: QEvent) -> bool:
        """Ask for sharper or coarser pictures on a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._viewport is not None:
            self._show(self._viewport)
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from what is at hand; never compute here."""
        painter, ground = QPainter(self), surround(self.palette())
        if self._viewport is None or self._layers.is_empty:
            painter.fillRect(self.rect(), ground)
        else:
            # a photo enlarged beyond what fitting does shows its pixels, for inspection
            smooth = self.zoom * self.devicePixelRatioF() <= _MAX_SMOOTH_ZOOM
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            whole = Window.whole(self._viewport.photo)
            picture = Picture(self._layers, self._place, whole, self._overlay.doubt)
            picture.paint_surround(painter, self._panes, ground)
            picture.paint(painter, self._panes)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.has_split:
                paint_split(painter, self._split * self.width(), self.height())
            marks = self._tool is Tool.HINT and not self._peeks
            self._overlay.paint(painter, self.point_of, shows_marks=marks)
        paint_focus_ring(painter, self)
        painter.end()

    @property
    def _panes(self) -> Panes:
        split = 1.0 if self._peeks else self._split
        return Panes((self.height(), self.width()), self._compare, split, peeks=self._peeks)

    def _place_at(self, point: QPointF, *, clamp: bool = False) -> tuple[float, float]:
        """Return row and column, 0 to 1 in the photo, of a point of the widget."""
        assert self._viewport is not None
        view, local = self._viewport, self._panes.local(point)
        row = (local.y() - view.top) / view.zoom / view.photo[0]
        column = (local.x() - view.left) / view.zoom / view.photo[1]
        if clamp:
            return min(1.0, max(0.0, row)), min(1.0, max(0.0, column))
        return row, column

    def _click(self, point: QPointF) -> None:
        if self._viewport is None or not self._layers.is_colored:
            return
        question = self._overlay.question_at(point, self.point_of)
        if question is not None:
            self.spot_clicked.emit(*question)
            return
        row, column = self._place_at(point)
        if not (0 <= row <= 1 and 0 <= column <= 1):
            return
        if self._tool is Tool.HINT:
            self.spot_clicked.emit(row, column)
        elif self._tool is Tool.PICK:
            height, width = self._viewport.photo
            color = self._layers.color_at(row * height, column * width, after=True)
            if color is not None:
                self.color_picked.emit(color)

    def _mark_at(self, point: QPointF) -> int | None:
        if self._tool is not Tool.HINT or self._viewport is None:
            return None
        return self._overlay.mark_at(point, self.point_of)

    def _move(self, down: float, right: float) -> None:
        if self._viewport is not None:
            self._show(self._viewport.moved(down, right))

    def _refit(self) -> None:
        if self._viewport is not None:
            self._show(self._viewport.resized(self._panes.size))

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

    def _is_near_split(self, point: QPointF) -> bool:
        return self.has_split and abs(point.x() - self._split * self.width()) <= HANDLE_RADIUS

    def _update_cursor(self, point: QPointF | None) -> None:
        near = point is not None and self._mark_at(point) is None and self._is_near_split(point)
        shape = cursor_for(self._tool, self._grip, is_near_split=near)
        if shape is None:
            self.unsetCursor()
        else:
            self.setCursor(shape)


speak_of(Viewer)
