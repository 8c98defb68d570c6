"""The tool that sets colors: marks on the photo, which can be placed, chosen, moved and deleted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QColor, QPen, QPolygonF

from desktop.widgets.viewer.tools.tool import Tool

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QPointF
    from PySide6.QtGui import QKeyEvent, QPainter

    from desktop.widgets.viewer.tools.canvas import Canvas

HIT_RADIUS = 14
_RADIUS = 8


@dataclass(frozen=True)
class Mark:
    """A hint, as the screen shows it."""

    row: float
    """From 0, the photo's upper edge, to 1, the lower."""
    column: float
    ab: tuple[float, float]
    rgb: tuple[int, int, int]
    reach: float = 0.5
    """0 to 1, see :class:`engine.recipe.hint.Hint`."""
    lightness: float = 62.0
    """L of its place, for its name."""
    shown: tuple[float, float] | None = None
    """Row and column in the part of the photo that is shown, 0 to 1; None outside that."""
    origin: str | None = None
    """Of a hint that was taken over, the name of the other photo, perhaps empty; else None."""


def origin_words(mark: Mark) -> str:
    """Return where a hint comes from if no person has set it; else nothing."""
    translate = QCoreApplication.translate
    if mark.origin is None:
        return ""
    if not mark.origin:
        return translate("HintTool", "Taken over from another photo")
    return translate("HintTool", "Taken over from “%1”").replace("%1", mark.origin)


class HintTool(Tool):
    """Sets a color where it is clicked; marks that are there are chosen, dragged and deleted.

    Signals:
        spot_clicked(row: float, column: float): 0 to 1 from the photo's upper left.
        mark_clicked(index: int)
        mark_moved(index: int, row: float, column: float): while dragging.
        mark_dropped(): the hand that moved a mark has let go.
        mark_deleted(index: int)
    """

    spot_clicked = Signal(float, float)
    mark_clicked = Signal(int)
    mark_moved = Signal(int, float, float)
    mark_dropped = Signal()
    mark_deleted = Signal(int)

    needs_color: ClassVar[bool] = True
    aims: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()
        self.marks: tuple[Mark, ...] = ()
        self.chosen = -1
        """Index of a mark, -1 for none."""
        self.outline: tuple[tuple[tuple[float, float], ...], ...] = ()
        """Closed lines of (row, column) around what the chosen mark reaches."""
        self.spot: tuple[float, float] | None = None
        """Row and column of a place that is asked about and has no mark yet."""
        self._held = -1

    def show_marks(self, marks: Sequence[Mark], chosen: int) -> None:
        """Show the hints; -1 if none is chosen."""
        self.marks, self.chosen = tuple(marks), chosen
        self.changed.emit()

    def show_spot(self, spot: tuple[float, float] | None) -> None:
        """Point at a place that is asked about: row and column; None for none."""
        self.spot = spot
        self.changed.emit()

    def show_outline(self, outline: Sequence[tuple[tuple[float, float], ...]]) -> None:
        """Draw closed lines of (row, column) around what the chosen hint reaches."""
        self.outline = tuple(outline)
        self.changed.emit()

    def cursor(self, _canvas: Canvas) -> Qt.CursorShape:
        """Return a cross."""
        return Qt.CursorShape.CrossCursor

    def holds(self, canvas: Canvas, point: QPointF) -> bool:
        """Whether a mark lies there."""
        return self._mark_at(canvas, point) is not None

    def press(self, canvas: Canvas, point: QPointF) -> bool:
        """Take a mark."""
        mark = self._mark_at(canvas, point)
        self._held = -1 if mark is None else mark
        return mark is not None

    def move(self, canvas: Canvas, point: QPointF) -> None:
        """Move the mark that is held, within the photo."""
        self.mark_moved.emit(self._held, *canvas.place_at(point, clamp=True))

    def release(self, _canvas: Canvas) -> None:
        """Let go of it."""
        self.mark_dropped.emit()

    def click(self, canvas: Canvas, point: QPointF) -> None:
        """Choose a mark, or set a color."""
        mark = self._mark_at(canvas, point)
        if mark is not None:
            self.mark_clicked.emit(mark)
        else:
            self.spot_clicked.emit(*canvas.place_at(point))

    def key(self, _canvas: Canvas, event: QKeyEvent) -> bool:
        """Delete the chosen mark."""
        if self.chosen < 0 or event.key() not in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            return False
        self.mark_deleted.emit(self.chosen)
        return True

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """Paint the marks, and how far the chosen one reaches."""
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for line in self.outline:
            _paint_outline(painter, QPolygonF([canvas.point_of(*place) for place in line]))
        if self.spot is not None:
            for color, width in ((QColor(0, 0, 0, 200), 5), (QColor("white"), 2.5)):
                painter.setPen(QPen(color, width))
                painter.drawEllipse(canvas.point_of(*self.spot), _RADIUS, _RADIUS)
        for index, mark in enumerate(self.marks):
            radius = _RADIUS + (3 if index == self.chosen else 0)
            painter.setBrush(QColor(*mark.rgb))
            # a broken ring is around what no hand has set
            style = Qt.PenStyle.SolidLine if mark.origin is None else Qt.PenStyle.DotLine
            for pen in (QPen(QColor(0, 0, 0, 200), 5), QPen(QColor("white"), 2.5, style)):
                painter.setPen(pen)
                painter.drawEllipse(canvas.point_of(mark.row, mark.column), radius, radius)

    def tip_at(self, canvas: Canvas, point: QPointF) -> str:
        """Return where the hint at a point comes from, if no person has set it."""
        mark = self._mark_at(canvas, point)
        return "" if mark is None else origin_words(self.marks[mark])

    def index_at(self, canvas: Canvas, point: QPointF) -> int:
        """Return the topmost mark at a point of the widget; −1 if there is none."""
        mark = self._mark_at(canvas, point)
        return -1 if mark is None else mark

    def _mark_at(self, canvas: Canvas, point: QPointF) -> int | None:
        """Return the topmost mark at a point of the widget."""
        for index in reversed(range(len(self.marks))):
            there = canvas.point_of(self.marks[index].row, self.marks[index].column)
            if (there - point).manhattanLength() <= HIT_RADIUS:
                return index
        return None


def _paint_outline(painter: QPainter, polygon: QPolygonF) -> None:
    painter.setPen(QPen(QColor(0, 0, 0, 200), 3))
    painter.drawPolygon(polygon)
    painter.setPen(QPen(QColor("white"), 1.5, Qt.PenStyle.DashLine))
    painter.drawPolygon(polygon)
