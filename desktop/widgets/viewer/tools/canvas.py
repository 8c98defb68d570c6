"""What tools, mouse and keys may ask of the widget that shows the photo, and do to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF, Qt
    from PySide6.QtGui import QColor, QCursor


class Canvas(Protocol):
    """A widget with a photo on it; places are (row, column), 0 to 1 in the photo."""

    split: float
    """Where the line between before and after stands, as a share of the width."""

    @property
    def zoom(self) -> float:
        """Pixels of the widget per pixel of the photo."""
        ...

    @property
    def has_split(self) -> bool:
        """Whether there is a line."""
        ...

    @property
    def aims(self) -> bool:
        """Whether the keys choose a place for the tool."""
        ...

    def is_near_split(self, point: QPointF) -> bool:
        """Whether a hand at a point of the widget would take the line."""
        ...

    def place_at(self, point: QPointF, *, clamp: bool = False) -> tuple[float, float]:
        """Return the place at a point of the widget; ``clamp`` keeps it within the photo."""
        ...

    def point_of(self, row: float, column: float) -> QPointF:
        """Return the point of the widget at which a place lies."""
        ...

    def color_at(self, row: float, column: float) -> QColor | None:
        """Return the color that is shown at a place; None if none is there."""
        ...

    def pan(self, down: float, right: float) -> None:
        """Move the photo by so many pixels of the widget."""
        ...

    def click(self, point: QPointF) -> None:
        """Do what a click at a point means."""
        ...

    def move_aim(self, down: int, right: int) -> None:
        """Move the place that the keys have chosen by steps."""
        ...

    def click_aim(self) -> None:
        """Click at that place."""
        ...

    def peek(self, *, is_on: bool) -> None:
        """Show the original everywhere, or no longer."""
        ...

    def width(self) -> int:
        """Return the widget's width in pixels."""
        ...

    def setCursor(self, shape: Qt.CursorShape | QCursor, /) -> None:  # noqa: N802 - Qt's name
        """Show a cursor."""
        ...

    def unsetCursor(self) -> None:  # noqa: N802 - Qt's name
        """Show the usual cursor."""
        ...
