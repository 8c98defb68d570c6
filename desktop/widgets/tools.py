"""What the mouse does to the photo."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QPointF


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
