"""The photo, before and after: compared, zoomed, and a place to set colors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QPainter, QPalette
from PySide6.QtWidgets import QToolTip, QWidget

from desktop.platform.theme import surround
from desktop.widgets.focus_ring import paint_focus_ring
from desktop.widgets.plain import tip_of
from desktop.widgets.spoken import speak_of
from desktop.widgets.viewer.framed_view import FramedView
from desktop.widgets.viewer.labels import Labels
from desktop.widgets.viewer.layers import Layer, Layers
from desktop.widgets.viewer.navigator import Navigator
from desktop.widgets.viewer.overlay import Overlay
from desktop.widgets.viewer.panes import Compare, Panes
from desktop.widgets.viewer.picture import Picture, Veils, picture_of
from desktop.widgets.viewer.split_line import HANDLE_RADIUS, paint_split
from desktop.widgets.viewer.spoken_viewer import SpokenViewer, description, tell_split
from desktop.widgets.viewer.tools.brush_tool import BrushTool
from desktop.widgets.viewer.tools.crop_tool import CropTool
from desktop.widgets.viewer.tools.hint_tool import HintTool
from desktop.widgets.viewer.tools.keys import Keys
from desktop.widgets.viewer.tools.mouse import Mouse
from desktop.widgets.viewer.tools.pick_tool import PickTool
from desktop.widgets.viewer.tools.tool import Tool
from desktop.widgets.viewer.viewport import Viewport
from engine.recipe.crop_frame import CropFrame

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtGui import (
        QFocusEvent,
        QImage,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from desktop.state.sight import Sight
    from desktop.widgets.viewer.stand_in import StandIn
    from engine.photo.photo import Size, Window

    Place = tuple[float, float]
    """Row and column, 0 to 1 in the photo."""

_ZOOM_STEP = 1.25
_WHEEL_NOTCH = 120
_AIM_STEP = 12
_MAX_SMOOTH_ZOOM = 4.0
_TURNS: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Viewer(QWidget):
    """Shows the original left of the split line and the colored photo right of it.

    Drag the line, or move it with the arrow keys; while a tool is in hand, they move a cross
    instead, and Enter is a click there. Elsewhere, dragging moves the photo, as do the arrow keys
    with Shift, the middle button and the left one with Space; the wheel zooms to the cursor, a
    double click switches between fit and 1:1; the original is everywhere while Backslash is held.

    Signals:
        view_changed(window: Window, size: Size): what should be drawn, in device pixels.
        question_clicked(row: float, column: float): a place where the network would like to be
            told, 0 to 1 from the photo's upper left.
        tool_changed(): another tool is in hand.
        turned(way: int): Page Down or Up: the next photo is wanted, or the one before.
        menu_requested(place: QPoint, hint: int): a menu at a place on the screen: of a color hint,
            by its index, or of the photo, −1.
    """

    view_changed = Signal(object, object)
    question_clicked = Signal(float, float)
    tool_changed = Signal()
    turned = Signal(int)
    menu_requested = Signal(QPoint, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: FramedView | None = None
        self._frame = CropFrame(1, 1, 0.5, 0.5)
        """Of the photo; the crop tool shows all of it."""
        self._layers = Layers()
        self._split, self._compare, self._peeks = 0.5, Compare.SPLIT, False
        self.look_tool, self.hint_tool, self.pick_tool = Tool(), HintTool(), PickTool()
        self.brush_tool, self.crop_tool = BrushTool(), CropTool()
        for tool in (self.look_tool, self.hint_tool, self.pick_tool, self.brush_tool):
            tool.changed.connect(self.update)
        self.crop_tool.changed.connect(self._reframe)
        self._tool, self._name = self.look_tool, ""
        self._overlay = Overlay()
        self._waits_for: str | None = None
        """What is said while a photo is read; None while one is shown, or none."""
        self._labels, self._shows_navigator = Labels(), True
        self._navigator = Navigator(self)
        self._navigator.panned.connect(self.pan)
        self._navigator.zoomed.connect(self._zoom_by)
        self._keys, self._mouse = Keys(self), Mouse(self)
        self.setMinimumSize(320, 240)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        text = self.tr("“%1”, before and after") if self._name else self.tr("Photo")
        self.setAccessibleName(text.replace("%1", self._name))
        self._labels.words = self.tr("Before"), self.tr("After")
        self._navigator.retranslate()
        self._describe()

    def show_name(self, name: str) -> None:
        """Say which photo it is, to those who do not see it; empty for none."""
        self._name = name
        self.retranslate()

    def _describe(self) -> None:
        self.setAccessibleDescription(
            self._waits_for
            or description(
                self._split if self.has_split else None,
                aims=self.aims,
                crops=self._tool is self.crop_tool,
            )
        )

    @property
    def navigator(self) -> Navigator:
        """The small picture of the whole photo."""
        return self._navigator

    def show_labels(self, *, is_on: bool) -> None:
        """Say beside the split line which side is which, or no longer."""
        self._labels.is_on = is_on
        self.update()

    def show_navigator(self, *, is_on: bool) -> None:
        """Show which part of the photo is seen, while it is a part, or no longer."""
        self._shows_navigator = is_on
        self._navigate()

    def _navigate(self) -> None:
        shows = self._shows_navigator and not self.is_waiting and not self._tool.needs_room
        self._navigator.show_view(self._view if shows else None, self._layers)

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
        is_split = self._compare is Compare.SPLIT and not self._tool.needs_room
        return is_split and self._layers.has_two_sides and not self._peeks

    def set_compare(self, compare: Compare) -> None:
        """Show before and after another way."""
        self._compare = compare
        self._describe()
        self._refit()

    @property
    def tool(self) -> Tool:
        """The tool in hand: the look tool, or one for hints, colors or the brush."""
        return self._tool

    @tool.setter
    def tool(self, tool: Tool) -> None:
        self._tool, self._overlay.aim = tool, None
        self._mouse.let_go()
        self._mouse.show_cursor(None)
        self._describe()
        self._reframe()
        self.tool_changed.emit()

    @property
    def zoom(self) -> float:
        """Widget pixels per photo pixel; 1 while there is no photo."""
        return self._view.zoom if self._view is not None else 1.0

    @property
    def sight(self) -> Sight | None:
        """What of the photo is looked at; None if all of what is shown of it is."""
        if self._view is None or self.is_waiting or self._tool.needs_room:
            return None
        return self._view.sight

    def set_photo(
        self, size: Size, frame: CropFrame | None = None, sight: Sight | None = None
    ) -> None:
        """Make room for another photo; the last one's pictures go away.

        Args:
            size: Of the whole photo in pixels.
            frame: The part of it that is shown; all of it by default.
            sight: What of that is looked at; by default it is fitted.
        """
        stand_in = self._layers.stand_in if self.is_waiting else None
        self._layers.clear()
        self._layers.stand_in, self._waits_for = stand_in, None
        self._mouse.let_go()
        self._overlay.aim, self.split = None, 0.5
        self.hint_tool.show_marks((), -1)
        self.hint_tool.show_outline(())
        self.brush_tool.set_photo(size)
        self.show_doubt(None, ())
        self.show_damage(None)
        self._frame = frame or CropFrame(*size, size[0] / 2, size[1] / 2)
        self.crop_tool.set_photo(size)
        shown, room = self._frame_now(size), self._panes.size
        if sight is None or self._tool.needs_room:
            self._show(FramedView.fitted(size, shown, room))
        else:
            self._show(FramedView.at(size, shown, room, sight))

    @property
    def is_waiting(self) -> bool:
        """Whether a photo is being read, which hands can do nothing with yet."""
        return self._waits_for is not None

    def await_photo(self, text: str, stand_in: StandIn | None) -> None:
        """Show what is known of a photo until :meth:`set_photo`; the last one goes away.

        Args:
            text: Says that it is being read.
            stand_in: What it looks like, small; None if nobody knows.
        """
        self._layers.clear()
        self._mouse.let_go()
        self._mouse.show_cursor(None)
        self._overlay.aim, self._split = None, 0.5
        self._waits_for, self._layers.stand_in, self._view = text, stand_in, None
        self._navigate()
        if stand_in is not None:
            self._view = FramedView.fitted(stand_in.size, stand_in.frame, self._panes.size)
        self._describe()
        self.update()

    def forget_photo(self) -> None:
        """Show nothing: no photo is open."""
        self._layers.clear()
        self._waits_for, self._view = None, None
        self._navigate()
        self.update()

    def expect_no_colors(self) -> None:
        """Let what is drawn be seen as it is: nothing will come for what stands in for colors."""
        if self._layers.stand_in is not None and not self.is_waiting:
            self._layers.stand_in = None
            self._describe()
            self.update()

    def set_frame(self, frame: CropFrame) -> None:
        """Show another part of the photo."""
        if not self.is_waiting:
            self._frame = frame
            self._reframe()

    def _frame_now(self, size: Size) -> CropFrame:
        """Return the part that is shown: all of a photo of this size where a tool needs it."""
        return self.crop_tool.room(size) if self._tool is self.crop_tool else self._frame

    def _reframe(self) -> None:
        """Show the part that is to be shown now, fitted if it is another."""
        if self._view is not None and not self.is_waiting:
            if self._tool is self.crop_tool:
                self.expect_no_colors()  # small pictures are of the part that was shown, not of all
            frame = self._frame_now(self._view.photo)
            if frame != self._view.frame:
                self._show(FramedView.fitted(self._view.photo, frame, self._panes.size))
        self._navigate()
        self.update()

    def show_drawing(self, window: Window, before: QImage, after: QImage | None) -> None:
        """Show a window of the photo as drawn; ``after`` None while it is not colored."""
        if self._view is None or self.is_waiting:
            return
        layer = Layer(window, before, after)
        had_split = self.has_split
        self._layers.show(layer, self._view.photo, self._view.visible())
        if self.has_split != had_split:
            self._describe()
        self._navigate()
        self.update()

    def show_doubt(
        self,
        image: QImage | None,
        questions: Sequence[Place],
        lines: Sequence[Sequence[Place]] = (),
    ) -> None:
        """Lay a picture over the colored photo, with lines, and mark places, (row, column)."""
        self._overlay.doubt, self._overlay.questions = image, tuple(questions)
        self._overlay.doubt_lines = tuple(tuple(line) for line in lines)
        self.update()

    def show_question(self, index: int) -> None:
        """Point at one of the places that were marked last; -1 for none."""
        self._overlay.asked = index
        self.update()

    def show_damage(self, image: QImage | None, *, is_found_now: bool = False) -> None:
        """Lay a picture of what is repaired over the photo, restored or colored.

        Args:
            image: It covers the whole photo; None for nothing.
            is_found_now: Whether it is what a look has found so far: then it is seen on both sides
                of the split line, since nothing is repaired yet.
        """
        self._overlay.damage, self._overlay.finds_damage = image, is_found_now
        self.update()

    def show_finding(self, box: tuple[float, float, float, float] | None) -> None:
        """Point at one finding: top, left, height and width, 0 to 1 in the photo; None for none."""
        self._overlay.finding = box
        self.update()

    def show_in_doubt(self, boxes: Sequence[tuple[float, float, float, float]]) -> None:
        """Dash the outlines of findings that are in doubt; each as in :meth:`show_finding`."""
        self._overlay.in_doubt = tuple(boxes)
        self.update()

    def look_at(self, row: float, column: float) -> None:
        """Bring a place of the photo to the middle if it is not in view."""
        if self._view is None:
            return
        pane, place = self._panes.shown[-1], self.point_of(row, column)
        inside = QRectF(pane.left, 0, pane.width, self.height()).adjusted(40, 40, -40, -40)
        if not inside.contains(place):
            middle = QPointF(pane.left + pane.width / 2, self.height() / 2) - place
            self.pan(middle.y(), middle.x())

    def uncover(self, places: Iterable[tuple[float, float]], reach: float = 0.0) -> None:
        """Move the split line left of places, (row, column), so that what was done there is seen.

        Args:
            places: 0 to 1 in the photo.
            reach: Pixels of the photo around them that matter too.
        """
        if self._view is None or not self.has_split:
            return
        across = [self.point_of(*place).x() for place in places]
        margin = reach * self.zoom
        is_in_view = max(across) + margin > 0
        if is_in_view and min(across) - margin < self._split * self.width():
            self.split = (min(across) - margin - HANDLE_RADIUS) / self.width()

    def point_of(self, row: float, column: float) -> QPointF:
        """Return where a place of the photo lies in the widget, in the rightmost picture."""
        assert self._view is not None
        y, x = self._view.from_photo(row, column)
        return QPointF(self._panes.shown[-1].left + x, y)

    def fit(self) -> None:
        """Show the whole photo."""
        if self._view is not None:
            fitted = Viewport.fitted(self._view.frame.size, self._panes.size)
            self._show(self._view.on(fitted))

    def set_zoom(self, zoom: float, anchor: QPointF | None = None) -> None:
        """Zoom to so many widget pixels per photo pixel, around a point or the center."""
        if self._view is not None:
            height, width = self._panes.size
            point = QPointF(width / 2, height / 2) if anchor is None else self._panes.local(anchor)
            self._show(self._view.on(self._view.viewport.zoomed(zoom, point.y(), point.x())))

    def _zoom_by(self, notches: float, anchor: QPointF | None = None) -> None:
        self.set_zoom(self.zoom * _ZOOM_STEP**notches, anchor)

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
        if notches and not self.is_waiting:
            self._zoom_by(notches, event.position())
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the split line, a hint, or the photo."""
        self._overlay.aim = None  # of the keys
        if not self.is_waiting:
            self._mouse.press(event, takes_photo=self._keys.space)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the split line, a hint, or the photo."""
        self._follow_pointer(event.position())
        if self._view is not None and not self.is_waiting:
            self._mouse.move(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go; a hand that has not moved has clicked."""
        self._mouse.release(event.position())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Switch between fit and 1:1 at the cursor."""
        if self._tool is self.brush_tool:
            self.mousePressEvent(event)  # two dabs
            return
        if self._view is None or self.is_waiting or self._tool.aims or self._tool.needs_room:
            return
        if self.is_near_split(event.position()):
            self.split = 0.5
        elif self._view.viewport.is_fitted:
            self.show_actual_size(event.position())
        else:
            self.fit()

    def leaveEvent(self, event: QEvent) -> None:
        """Show again what made room for the pointer."""
        self._follow_pointer(None)
        super().leaveEvent(event)

    def _follow_pointer(self, point: QPointF | None) -> None:
        if self._labels.follow(point, self._panes):
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu; with the keyboard, of the hint that is chosen."""
        if self._view is None or self.is_waiting:
            event.ignore()
            return
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        is_hinting = self._tool is self.hint_tool
        hint = -1
        point = self._aim if by_key else QPointF(event.pos())
        if is_hinting:
            hint = self.hint_tool.chosen if by_key else self.hint_tool.index_at(self, point)
        if by_key and hint >= 0:
            mark = self.hint_tool.marks[hint]
            point = self.point_of(mark.row, mark.column)
        self.menu_requested.emit(self.mapToGlobal(point.toPoint()), hint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the split line; with Shift, the photo; with a tool in hand, its aim."""
        if event.key() in _TURNS:
            self.turned.emit(_TURNS[event.key()])
        elif self.is_waiting or not self._keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let go of a key."""
        self._keys.release(event)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let go of keys whose release will go elsewhere."""
        self._keys.let_go()
        super().focusOutEvent(event)

    def peek(self, *, is_on: bool) -> None:
        """Show the original everywhere, or no longer."""
        self._peeks = is_on
        self._describe()
        self.update()

    @property
    def aims(self) -> bool:
        """Whether there is a tool in hand that needs a place."""
        return self._tool.aims and self._is_ready

    def move_aim(self, down: int, right: int) -> None:
        """Move the place that :meth:`click_aim` clicks; it begins in the middle of the view."""
        point = self._aim + QPointF(right, down) * _AIM_STEP
        if not self.rect().contains(point.toPoint()):
            self.pan(-down * _AIM_STEP, -right * _AIM_STEP)
        else:
            self._overlay.aim = self.place_at(point, clamp=True)
            self.update()

    def click_aim(self) -> None:
        """Do what a click of the mouse there would do."""
        self.click(self._aim)

    @property
    def _aim(self) -> QPointF:
        if self._overlay.aim is not None:
            return self.point_of(*self._overlay.aim)
        pane = self._panes.shown[-1]
        return QPointF(pane.left + pane.width / 2, self.height() / 2)

    def event(self, event: QEvent) -> bool:
        """Ask for sharper or coarser pictures on a screen of another scale."""
        if event.type() == QEvent.Type.DevicePixelRatioChange and self._view is not None:
            self._show(self._view)
        if event.type() == QEvent.Type.ShortcutOverride and self._tool.wants(event):
            event.accept()  # its keys come before those of commands
            return True
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            text = "" if self._view is None else self._tool.tip_at(self, QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip_of(text) if text else "", self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint from what is at hand; never compute here."""
        painter, ground = QPainter(self), surround(self.palette())
        if self._view is None or self._layers.is_empty:
            painter.fillRect(self.rect(), ground)
            if self._waits_for is not None:
                painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
                painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._waits_for)
        else:
            # a photo enlarged beyond what fitting does shows its pixels, for inspection
            smooth = self.zoom * self.devicePixelRatioF() <= _MAX_SMOOTH_ZOOM
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
            picture = self._picture(self._view)
            picture.paint_surround(painter, self._panes, ground)
            picture.paint(painter, self._panes)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if self.has_split:
                paint_split(painter, self._split * self.width(), self.height())
            if self._layers.has_two_sides and not self._peeks:
                self._labels.paint(painter, self._panes)
            if not self.is_waiting:
                self._paint_over(painter, picture)
        paint_focus_ring(painter, self)
        painter.end()

    def _paint_over(self, painter: QPainter, picture: Picture) -> None:
        """Paint what belongs to the tool, and what lies over the photo whatever the tool."""
        assert self._view is not None
        if not self._view.is_whole and not self._tool.needs_room:
            painter.setClipRect(picture.extent(self._panes))  # marks outside it are not seen
        if not self._peeks:
            self._tool.paint(self, painter)
        if not self._tool.needs_room:
            pane = self._panes.shown[-1]
            self._overlay.paint(painter, self.point_of, pane.left + pane.split * pane.width)
        painter.setClipping(False)

    @property
    def _panes(self) -> Panes:
        split = 1.0 if self._peeks else self._split
        # side by side, a tool that needs room would have two halves of it
        compare = Compare.COLORED if self._tool.needs_room else self._compare
        return Panes((self.height(), self.width()), compare, split, peeks=self._peeks)

    def _picture(self, view: FramedView) -> Picture:
        over, needs_room = self._overlay, self._tool.needs_room
        veils = Veils(over.doubt, over.damage, over.finds_damage)
        if needs_room or self.is_waiting:
            veils = Veils()
        ratio = self.devicePixelRatioF()
        return picture_of(view, self._layers, veils, ratio, has_paper=not needs_room)

    def place_at(self, point: QPointF, *, clamp: bool = False) -> tuple[float, float]:
        """Return row and column, 0 to 1 in the photo, of a point of the widget."""
        assert self._view is not None
        local = self._panes.local(point)
        return self._view.to_photo(local.y(), local.x(), clamp=clamp)

    def click(self, point: QPointF) -> None:
        """Answer a question, or use the tool."""
        if self._view is None or not self._is_ready or self._tool.needs_room:
            return
        question = self._overlay.question_at(point, self.point_of)
        if question is not None and not self._view.holds(*question):
            question = None  # it lies outside the part that is shown
        is_free = not self._tool.holds(self, point)
        if question is not None and is_free:
            self.question_clicked.emit(*question)
        elif not is_free or self._view.holds(*self.place_at(point)):
            self._tool.click(self, point)

    @property
    def _is_ready(self) -> bool:
        """Whether there is what the tool works on."""
        return not self.is_waiting and (self._layers.is_colored or not self._tool.needs_color)

    def color_at(self, row: float, column: float) -> QColor | None:
        """Return the color that is shown at a place; None if none is there."""
        if self._view is None:
            return None
        height, width = self._view.photo
        return self._layers.color_at(row * height, column * width, after=True)

    def pan(self, down: float, right: float) -> None:
        """Move the photo by so many pixels of the widget."""
        if self._view is not None:
            self._show(self._view.on(self._view.viewport.moved(down, right)))

    def _refit(self) -> None:
        if self._view is not None:
            self._show(self._view.on(self._view.viewport.resized(self._panes.size)))

    def _show(self, view: FramedView) -> None:
        self._view = view  # the drawings stay: still right, only less sharp
        window = view.visible()
        _, _, *shown = view.place(window, self.devicePixelRatioF())
        # enlarging is left to painting: more pixels than the photo has would show nothing new
        size = tuple(min(pair) for pair in zip(window.size, shown, strict=True))
        self.update()
        self._navigate()
        if not self.is_waiting:
            self.view_changed.emit(window, size)

    def is_near_split(self, point: QPointF) -> bool:
        """Whether a hand there would take the split line."""
        return self.has_split and abs(point.x() - self._split * self.width()) <= HANDLE_RADIUS


speak_of(Viewer, SpokenViewer)
