"""A tool: what a hand on the photo does while it is chosen. By itself, it only looks."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Protocol

from PySide6.QtCore import QObject, Qt, Signal

from desktop.widgets.viewer.tools.canvas import Canvas

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QCursor, QKeyEvent, QPainter


class Tool(QObject):
    """Looks: dragging moves the photo, and a click does nothing.

    A tool that does more overrides what it needs. A press that it takes begins a drag of its own,
    which gets :meth:`move` until :meth:`release`; any other drag moves the photo, and a hand that
    has not moved has clicked.

    Signals:
        changed(): what it paints is to be painted anew.
    """

    changed = Signal()

    needs_color: ClassVar[bool] = False
    """Whether it means nothing before the photo is colored."""
    aims: ClassVar[bool] = False
    """Whether a click needs a place, so that the arrow keys choose one and Enter clicks there."""

    needs_room: ClassVar[bool] = False
    """Whether it works on all of the photo, as it will be, in one piece: there is no split line."""

    def cursor(self, _canvas: Canvas) -> Qt.CursorShape | QCursor | None:
        """Return what is shown while nothing is dragged; None for the usual one."""
        return None

    def cursor_at(self, canvas: Canvas, _point: QPointF) -> Qt.CursorShape | QCursor | None:
        """Return what is shown at a point; the same everywhere for most tools."""
        return self.cursor(canvas)

    def holds(self, _canvas: Canvas, _point: QPointF) -> bool:
        """Whether something of the tool lies at a point, over all else."""
        return False

    def tip_at(self, _canvas: Canvas, _point: QPointF) -> str:
        """Return what is said about a point while the mouse rests there; usually nothing."""
        return ""

    def press(self, canvas: Canvas, point: QPointF) -> bool:
        """Return whether a press begins a drag of the tool's own."""
        return self.holds(canvas, point)

    def move(self, canvas: Canvas, point: QPointF) -> None:
        """Follow the hand in a drag of its own."""

    def release(self, canvas: Canvas) -> None:
        """End a drag of its own."""

    def click(self, canvas: Canvas, point: QPointF) -> None:
        """Do what a click means, by mouse or by keys."""

    def key(self, _canvas: Canvas, _event: QKeyEvent) -> bool:
        """Do what a key means, and return whether it means anything."""
        return False

    def wants(self, _event: QEvent) -> bool:
        """Whether a key is the tool's even where a command has the same."""
        return False

    def paint(self, canvas: Canvas, painter: QPainter) -> None:
        """Paint over the photo."""


def is_of_command(event: QKeyEvent) -> bool:
    """Whether a key is held with Ctrl: then it is a command's, also where a tool has the same key.

    With Ctrl and Alt it is a character that some keyboards have nowhere else.
    """
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    return bool(event.modifiers() & control) and not event.modifiers() & alt


class ToolCanvas(Canvas, Protocol):
    """A canvas, and what a hand on it holds: all that mouse and keys need to know."""

    @property
    def tool(self) -> Tool:
        """The tool in hand."""
        ...
