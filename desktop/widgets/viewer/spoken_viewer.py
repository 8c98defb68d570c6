"""What a screen reader is told about the viewer: a picture whose split line can be moved."""

from __future__ import annotations

import weakref
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible, QAccessibleValueChangeEvent, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from typing import Protocol

    from PySide6.QtCore import QObject

    class Splittable(Protocol):
        """A widget with a split line."""

        split: float
        has_split: bool


# pyside6-lupdate finds translate("Context", "literal")
translate = QCoreApplication.translate


class SplitValue(QAccessibleValueInterface):
    """Where the split line stands, in percent of the width; a screen reader may move it."""

    def __init__(self, widget: Splittable) -> None:
        super().__init__()
        self._widget = weakref.proxy(widget)  # it owns us, in the end

    def currentValue(self) -> int:  # noqa: N802 - Qt's name
        """Return where it stands."""
        return percent(self._widget.split)

    def setCurrentValue(self, value: float) -> None:  # noqa: N802 - Qt's name
        """Move it."""
        self._widget.split = float(value) / 100

    def minimumValue(self) -> int:  # noqa: N802 - Qt's name
        """All is colored."""
        return 0

    def maximumValue(self) -> int:  # noqa: N802 - Qt's name
        """All is original."""
        return 100

    def minimumStepSize(self) -> int:  # noqa: N802 - Qt's name
        """Return the least that matters."""
        return 1


class SpokenViewer(QAccessibleWidget):
    """A graphic with a value, while there is a split line."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.Graphic)
        self._viewer = weakref.proxy(widget)
        # Python has no type for a QWidget that is Splittable
        self._value = SplitValue(widget)  # type: ignore[arg-type]

    # Shiboken takes an address as a VoidPtr, also for nothing; it crashes on the int of its types
    def interface_cast(self, kind: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]
        """Return the address of the interface of a kind; nothing if there is none."""
        if kind is QAccessible.InterfaceType.ValueInterface and self._viewer.has_split:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._value)[0])
        other: Shiboken.VoidPtr | None = super().interface_cast(kind)  # type: ignore[assignment]
        return Shiboken.VoidPtr(0) if other is None else other


_spoken: list[SpokenViewer] = []
"""Qt deletes them with their widgets; until then Python must not."""


def speak_of(kind: type[QWidget]) -> None:
    """Let screen readers meet widgets of a class, which is :class:`Splittable`, as pictures."""

    def make(_class_name: str, subject: QObject) -> SpokenViewer | None:
        if not isinstance(subject, kind):
            return None
        _spoken[:] = [spoken for spoken in _spoken if Shiboken.isValid(spoken)]
        _spoken.append(SpokenViewer(subject))
        return _spoken[-1]

    QAccessible.installFactory(make)


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
