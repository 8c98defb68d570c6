"""What a screen reader is told about the viewer: a picture whose split line can be moved."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent

from desktop.widgets.spoken import SpokenNumber, SpokenWidget

if TYPE_CHECKING:
    from typing import Protocol

    from PySide6.QtWidgets import QWidget

    class Splittable(Protocol):
        """A widget with a split line."""

        split: float
        has_split: bool


# pyside6-lupdate finds translate("Context", "literal")
translate = QCoreApplication.translate


class SpokenViewer(SpokenWidget):
    """A graphic with a value, while there is a split line: its place in percent of the width."""

    def __init__(self, widget: QWidget) -> None:
        viewer: Splittable = weakref.proxy(widget)
        super().__init__(
            widget,
            QAccessible.Role.Graphic,
            SpokenNumber(
                lambda: percent(viewer.split),
                lambda value: setattr(viewer, "split", value / 100),
                lambda: (0, 100),  # all is colored, all is original
            ),
        )
        self._viewer = viewer

    @property
    def has_number(self) -> bool:
        """Whether there is a line."""
        return self._viewer.has_split


def tell_split(viewer: QWidget, split: float) -> None:
    """Say that the split line has moved."""
    QAccessible.updateAccessibility(QAccessibleValueChangeEvent(viewer, percent(split)))


def description(split: float | None, *, aims: bool, crops: bool = False) -> str:
    """Say where the line stands, if there is one, and which keys there are."""
    if crops:
        return translate(
            "Viewer",
            "The arrow keys move the rectangle, with Shift they change its size. The brackets turn "
            "the photo. Enter crops, Escape cancels.",
        )
    if aims:
        return translate(
            "Viewer",
            "The arrow keys move a cross, Enter chooses the place. With Shift, they move the "
            "photo.",
        )
    if split is None:
        return translate("Viewer", "With Shift, the arrow keys move the photo.")
    text = translate(
        "Viewer",
        "The original is left of the split line, which stands at %1 percent. The arrow keys move "
        "the line, with Shift the photo.",
    )
    return text.replace("%1", str(percent(split)))


def percent(split: float) -> int:
    """Return a share of the width as it is said."""
    return round(100 * split)
