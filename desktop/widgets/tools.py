"""What the mouse does to the photo."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QPointF

DIRECTIONS: Mapping[int, tuple[int, int]] = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}
"""Of the arrow keys: down and right."""


class Tool(Enum):
    """What a click on the photo means."""

    LOOK = auto()
    HINT = auto()
    """Sets a color."""
    PICK = auto()
    """Takes a color."""


@dataclass
class Grip:
    """What the mouse holds."""

    since: QPointF
    last: QPointF
    mark: int | None = None
    is_split: bool = False
    has_moved: bool = False


def cursor_for(tool: Tool, grip: Grip | None, *, is_near_split: bool) -> Qt.CursorShape | None:
    """Return the cursor that says what the mouse would do, or does; None for the usual one."""
    if grip.is_split if grip is not None else is_near_split:
        return Qt.CursorShape.SplitHCursor
    if grip is not None and grip.has_moved:
        return Qt.CursorShape.ClosedHandCursor
    return None if tool is Tool.LOOK else Qt.CursorShape.CrossCursor
