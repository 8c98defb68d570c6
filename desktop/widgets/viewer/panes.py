"""How before and after share the room: plain arithmetic on what the viewer shows."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF

if TYPE_CHECKING:
    from engine.photo.photo import Size

_GAP = 2


class Compare(Enum):
    """How before and after are shown."""

    SPLIT = auto()
    SIDE_BY_SIDE = auto()
    COLORED = auto()


@dataclass(frozen=True)
class Pane:
    """A part of the widget that shows the whole view of the photo."""

    left: float
    width: int
    split: float
    """The share from the left that shows the original."""


@dataclass(frozen=True)
class Panes:
    """The parts of a widget of ``widget`` pixels, (height, width)."""

    widget: Size
    compare: Compare
    split: float
    peeks: bool = False
    """Whether the original is shown everywhere."""

    @property
    def size(self) -> Size:
        """Height and width of each part."""
        height, width = self.widget
        return height, max(1, (width - _GAP) // 2 if self._has_two else width)

    @property
    def shown(self) -> tuple[Pane, ...]:
        """All parts, from the left."""
        width = self.size[1]
        after = 1.0 if self.peeks else 0.0
        if self._has_two:
            return Pane(0, width, 1.0), Pane(self.widget[1] - width, width, after)
        return (Pane(0, width, self.split if self.compare is Compare.SPLIT else after),)

    def local(self, point: QPointF) -> QPointF:
        """Return where a point of the widget lies in its part."""
        last = self.shown[-1]
        return QPointF(point.x() - (last.left if point.x() >= last.left else 0), point.y())

    @property
    def _has_two(self) -> bool:
        return self.compare is Compare.SIDE_BY_SIDE
