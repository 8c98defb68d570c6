"""Numbers that screen readers are told of widgets, in the units that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleValueInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget
from shiboken6 import Shiboken

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject


class SpokenNumber(QAccessibleValueInterface):
    """A number with a range, which a screen reader may set.

    Args:
        read: Returns the number, in the unit that is shown.
        write: Changes it, as the user would.
        limits: Returns the least and the greatest.
    """

    def __init__(
        self,
        read: Callable[[], float],
        write: Callable[[float], object],
        limits: Callable[[], tuple[float, float]],
    ) -> None:
        super().__init__()
        self._read, self._write, self._limits = read, write, limits

    def currentValue(self) -> float:  # noqa: N802 - Qt's name
        """Return what it is now."""
        return self._read()

    def setCurrentValue(self, value: float) -> None:  # noqa: N802 - Qt's name
        """Change it."""
        self._write(float(value))

    def minimumValue(self) -> float:  # noqa: N802 - Qt's name
        """Return the least."""
        return self._limits()[0]

    def maximumValue(self) -> float:  # noqa: N802 - Qt's name
        """Return the greatest."""
        return self._limits()[1]

    def minimumStepSize(self) -> int:  # noqa: N802 - Qt's name
        """Return the least that matters."""
        return 1


class SpokenWidget(QAccessibleWidget):
    """A widget whose value is a number of its own choice, or that has none for now.

    Args:
        widget: Whose it is; ``number`` may not hold it, or only weakly, as it owns both.
        role: What kind of widget screen readers say it is.
        number: Its value.
    """

    def __init__(self, widget: QWidget, role: QAccessible.Role, number: SpokenNumber) -> None:
        super().__init__(widget, role)
        self._number = number

    @property
    def has_number(self) -> bool:
        """Whether there is a value now."""
        return True

    # Shiboken takes an address as a VoidPtr, also for nothing; it crashes on the int of its types
    def interface_cast(self, kind: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]
        """Return the address of the interface of a kind; nothing if there is none."""
        if kind is QAccessible.InterfaceType.ValueInterface and self.has_number:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._number)[0])
        other: Shiboken.VoidPtr | None = super().interface_cast(kind)  # type: ignore[assignment]
        return Shiboken.VoidPtr(0) if other is None else other


_spoken: list[SpokenWidget] = []
"""Qt deletes them with their widgets; until then Python must not."""


def speak_of(kind: type[QWidget], make: Callable[[QWidget], SpokenWidget]) -> None:
    """Let screen readers meet widgets of a class as what ``make`` returns of each."""

    def offer(_class_name: str, subject: QObject) -> SpokenWidget | None:
        if not isinstance(subject, kind):
            return None
        _spoken[:] = [spoken for spoken in _spoken if Shiboken.isValid(spoken)]
        _spoken.append(make(subject))
        return _spoken[-1]

    QAccessible.installFactory(offer)
