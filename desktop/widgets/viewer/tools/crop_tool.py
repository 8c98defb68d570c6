"""The crop tool: a rectangle with handles over the photo, which turns beneath it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPen

from desktop.widgets.viewer.tools.keys import DIRECTIONS
from desktop.widgets.viewer.tools.tool import Tool, is_of_command
from engine.recipe.crop_frame import CropFrame, frame_of, kept_inside
from engine.recipe.stages import MOST_DEGREES, Crop

if TYPE_CHECKING:
    from PySide6.QtGui import QCursor

    from desktop.widgets.viewer.tools.canvas import Canvas
    from engine.photo.photo import Size

_NEAR = 12
"""Pixels of the widget from which a handle is taken."""
_HANDLE = 9
_LEAST = 8
"""Pixels of the photo, the smallest side of a rectangle."""
_STEP = 0.01
"""Of the photo's short side, what an arrow key moves."""
_TURN_STEP = 0.1
"""Degrees, what a bracket turns."""
_MARGIN = 0.03
"""Of the photo's long side, what is seen around it."""
_HALVINGS = 14
_TURNING = (0, 0, 0, 0)
_MOVING = (1, 1, 1, 1)
_CURSORS = {
    (1, 0, 0, 0): Qt.CursorShape.SizeVerCursor,
    (0, 0, 1, 0): Qt.CursorShape.SizeVerCursor,
    (0, 1, 0, 0): Qt.CursorShape.SizeHorCursor,
    (0, 0, 0, 1): Qt.CursorShape.SizeHorCursor,
    (1, 1, 0, 0): Qt.CursorShape.SizeFDiagCursor,
    (0, 0, 1, 1): Qt.CursorShape.SizeFDiagCursor,
    (1, 0, 0, 1): Qt.CursorShape.SizeBDiagCursor,
    (0, 1, 1, 0): Qt.CursorShape.SizeBDiagCursor,
    _MOVING: Qt.CursorShape.SizeAllCursor,
    _TURNING: Qt.CursorShape.PointingHandCursor,
}
_APPLIES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BRACKETS = {Qt.Key.Key_BracketLeft: -_TURN_STEP, Qt.Key.Key_BracketRight: _TURN_STEP}

Sides = tuple[int, int, int, int]
"""Which of top, left, bottom and right move with the hand: 1 or 0."""


@dataclass(frozen=True)
class _Grip:
    """What the hand has taken, and how everything was then."""

    sides: Sides
    crop: Crop
    frame: CropFrame
    since: QPointF
    middle: QPointF
    """Of the rectangle in the widget."""


class CropTool(Tool):
    """Shows all of the photo, and which part of it will be left.

    Corners and sides are dragged, and so is the rectangle; a drag outside it turns the photo. The
    arrow keys move it, with Shift they move its lower right corner, the brackets turn the photo;
    Enter applies and Escape cancels. The rectangle stays within the photo.

    Signals:
        crop_changed(crop: Crop): by the hand, or by :meth:`set_degrees`.
        applied()
        cancelled()
    """

    crop_changed = Signal(object)
    applied = Signal()
    cancelled = Signal()

    needs_room: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self.crop = Crop()
        """What will be applied."""
        self._photo: Size = (1, 1)
        self._grip: _Grip | None = None

    def set_photo(self, size: Size) -> None:
        """Take another photo, of so many rows and columns."""
        self._photo, self.crop, self._grip = size, Crop(), None

    def begin(self, crop: Crop) -> None:
        """Show what is left of the photo now."""
        self._grip = None
        self._set(crop)

    def set_degrees(self, degrees: float) -> None:
        """Turn the photo beneath the rectangle, which is made as small as it must be."""
        limited = round(min(MOST_DEGREES, max(-MOST_DEGREES, degrees)), 2)
        self._set(replace(self.crop, degrees=limited + 0.0))

    @property
    def frame(self) -> CropFrame:
        """What will be left of the photo, in its pixels."""
        return frame_of(self.crop, self._photo)

    def room(self, size: Size) -> CropFrame:
        """Return the frame in which all of a photo of this size is seen, turned as it will be."""
        height, width = size
        angle = math.radians(self.crop.degrees)
        cos, sin = abs(math.cos(angle)), abs(math.sin(angle))
        margin = 2 * math.ceil(_MARGIN * max(size))  # in which handles are seen and taken
        return CropFrame(
            math.ceil(height * cos + width * sin - 1e-6) + margin,
            math.ceil(width * cos + height * sin - 1e-6) + margin,
            height / 2,
            width / 2,
            self.crop.degrees,
        )

    def cursor_at(self, canvas: Canvas, point: QPointF) -> Qt.CursorShape | QCursor | None:
        """Return what a drag from there would do."""
        return _CURSORS[self._sides_at(canvas, point)]

    def press(self, canvas: Canvas, point: QPointF) -> bool:
        """Take a corner, a side, the rectangle, or the photo to turn it."""
        middle = self._box(canvas).center()
        self._grip = _Grip(self._sides_at(canvas, point), self.crop, self.frame, point, middle)
        return True

    def move(self, canvas: Canvas, point: QPointF) -> None:
        """Follow the hand."""
        grip = self._grip
        if grip is None:
            return
        if grip.sides == _TURNING:
            turned = _angle(point - grip.middle) - _angle(grip.since - grip.middle)
            turned = (turned + 180) % 360 - 180
            self.set_degrees(round(grip.crop.degrees + turned, 1))
            return
        moved = (point - grip.since) / canvas.zoom
        self._pull(grip.frame, grip.sides, moved.y(), moved.x())

    def release(self, _canvas: Canvas) -> None:
        """Let go."""
        self._grip = None

    def key(self, _canvas: Canvas, event: QKeyEvent) -> bool:
        """Move, resize, turn, apply or cancel."""
        key = Qt.Key(event.key())
        if is_of_command(event):
            return False
        if key in _APPLIES:
            self.applied.emit()
        elif key == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in _BRACKETS:
            self.set_degrees(self.crop.degrees + _BRACKETS[key])
        elif key in DIRECTIONS:
            step = max(1.0, _STEP * min(self._photo))
            down, right = (way * step for way in DIRECTIONS[key])
            resizes = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._pull(self.frame, (0, 0, 1, 1) if resizes else _MOVING, down, right)
        else:
            return False
        return True

    def wants(self, event: QEvent) -> bool:
        """Whether a key is the tool's: what stops or keeps elsewhere cancels or applies here.

        With Ctrl, brackets and arrows rotate the photo as ever.
        """
        if not isinstance(event, QKeyEvent) or is_of_command(event):
            return False
        return event.key() in (*_APPLIES, Qt.Key.Key_Escape, *_BRACKETS, *DIRECTIONS)

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """Dim what will be left out, and paint the rectangle, its thirds and its handles."""
        box = self._box(canvas)
        outside = QPainterPath()
        outside.addRect(QRectF(painter.viewport()))
        outside.addRect(box)
        painter.fillPath(outside, QColor(0, 0, 0, 140))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(255, 255, 255, 110), 1))
        for third in (1, 2):
            across = QPointF(box.width() * third / 3, 0)
            down = QPointF(0, box.height() * third / 3)
            painter.drawLine(box.topLeft() + across, box.bottomLeft() + across)
            painter.drawLine(box.topLeft() + down, box.topRight() + down)
        for color, width in ((QColor(0, 0, 0, 200), 3), (QColor("white"), 1.5)):
            painter.setPen(QPen(color, width))
            painter.drawRect(box)
        painter.setBrush(QColor("white"))
        painter.setPen(QPen(QColor(0, 0, 0, 200), 1))
        for middle in _handles(box).values():
            handle = QRectF(0, 0, _HANDLE, _HANDLE)
            handle.moveCenter(middle)
            painter.drawRect(handle)

    def _set(self, crop: Crop) -> None:
        if crop != self.crop:
            self.crop = crop
            self.crop_changed.emit(crop)
        self.changed.emit()

    def _box(self, canvas: Canvas) -> QRectF:
        """Return where the rectangle lies in the widget, where it stands straight."""
        frame, (height, width) = self.frame, self._photo
        corners = []
        for place in ((0, 0), (frame.height, frame.width)):
            y, x = frame.to_photo(*place)
            corners.append(canvas.point_of(y / height, x / width))
        return QRectF(*corners)

    def _sides_at(self, canvas: Canvas, point: QPointF) -> Sides:
        box = self._box(canvas)
        for sides, middle in _handles(box).items():
            if (middle - point).manhattanLength() <= _NEAR:
                return sides
        near = box.adjusted(-_NEAR / 2, -_NEAR / 2, _NEAR / 2, _NEAR / 2)
        if not near.contains(point):
            return _TURNING
        edges = (
            point.y() - box.top(),
            point.x() - box.left(),
            box.bottom() - point.y(),
            box.right() - point.x(),
        )
        closest = min(range(4), key=lambda side: edges[side])
        if edges[closest] <= _NEAR / 2:
            top, left, bottom, right = (int(side == closest) for side in range(4))
            return top, left, bottom, right
        return _MOVING

    def _pull(self, frame: CropFrame, sides: Sides, down: float, right: float) -> None:
        """Move sides of a frame as far as they go within the photo, down first, then right."""
        edges: list[float] = [0, 0, frame.height, frame.width]
        for way, axis in ((down, 0), (right, 1)):
            share = self._farthest(frame, edges, sides, way, axis)
            for side in (axis, axis + 2):
                edges[side] += sides[side] * way * share
        self._set(self._crop_of(frame, edges))

    def _farthest(
        self, frame: CropFrame, edges: list[float], sides: Sides, way: float, axis: int
    ) -> float:
        """Return the share of a way that leaves a rectangle within the photo."""

        def is_good(share: float) -> bool:
            moved = list(edges)
            for side in (axis, axis + 2):
                moved[side] += sides[side] * way * share
            if moved[axis + 2] - moved[axis] < min(_LEAST, edges[axis + 2] - edges[axis]):
                return False
            return self._is_inside(frame, moved)

        if is_good(1.0):
            return 1.0
        low, high = 0.0, 1.0
        for _ in range(_HALVINGS):
            middle = (low + high) / 2
            low, high = (middle, high) if is_good(middle) else (low, middle)
        return low

    def _is_inside(self, frame: CropFrame, edges: list[float]) -> bool:
        top, left, bottom, right = edges
        corners = frame.bounds(top, left, bottom - top, right - left)
        slack = 0.01
        return (
            min(corners[:2]) >= -slack
            and corners[2] <= self._photo[0] + slack
            and corners[3] <= self._photo[1] + slack
        )

    def _crop_of(self, frame: CropFrame, edges: list[float]) -> Crop:
        top, left, bottom, right = edges
        height, width = self._photo
        y, x = frame.to_photo((top + bottom) / 2, (left + right) / 2)
        crop = Crop(
            self.crop.degrees,
            min(1.0, max(0.0, y / height)),
            min(1.0, max(0.0, x / width)),
            min(1.5, (bottom - top) / height),
            min(1.5, (right - left) / width),
        )
        return kept_inside(crop, self._photo)


def _handles(box: QRectF) -> dict[Sides, QPointF]:
    """Return the handles, corners first, each with the sides that it moves."""
    middle = box.center()
    return {
        (1, 1, 0, 0): box.topLeft(),
        (1, 0, 0, 1): box.topRight(),
        (0, 1, 1, 0): box.bottomLeft(),
        (0, 0, 1, 1): box.bottomRight(),
        (1, 0, 0, 0): QPointF(middle.x(), box.top()),
        (0, 1, 0, 0): QPointF(box.left(), middle.y()),
        (0, 0, 1, 0): QPointF(middle.x(), box.bottom()),
        (0, 0, 0, 1): QPointF(box.right(), middle.y()),
    }


def _angle(way: QPointF) -> float:
    """Return the direction of a way in degrees, clockwise from the right."""
    return math.degrees(math.atan2(way.y(), way.x()))
