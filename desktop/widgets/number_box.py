"""A number to type, shown in tenths, or as a word where it is no limit."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator

from desktop.widgets.no_wheel import NoWheelSpinBox

_NUMBER = re.compile(r"[\d.,٫]+")


class NumberBox(NoWheelSpinBox):
    """Whole numbers, shown as so many tenths if asked; the greatest may stand for no limit."""

    def __init__(self, decimals: int = 0) -> None:
        super().__init__()
        self._decimals, self._unit, self._unlimited = decimals, "", ""

    @property
    def divisor(self) -> int:
        """How many of its whole numbers are one of what is shown."""
        return int(10**self._decimals)

    def show_unit(self, unit: str, unlimited: str) -> None:
        """Say in what it is measured, and what the greatest number is called; empty as a number."""
        self._unit, self._unlimited = unit, unlimited
        self.setSpecialValueText("")  # Qt keeps the width of the words before until then
        self.setValue(self.value())
        self.lineEdit().setText(self.textFromValue(self.value()))
        self.updateGeometry()

    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        """Return what is shown."""
        if self._unlimited and value == self.maximum():
            return self._unlimited
        number = QLocale().toString(value / self.divisor, "f", self._decimals)
        return f"{number}{self._unit}"

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's name
        """Return the number that was typed; any word is the greatest."""
        found = _NUMBER.search(text)
        if found is None:
            return self.maximum()
        number, is_number = QLocale().toDouble(found[0])
        if not is_number:
            number, is_number = QLocale.c().toDouble(found[0].replace(",", "."))
        value = round(number * self.divisor) if is_number else self.value()
        return min(self.maximum(), max(self.minimum(), value))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take anything to be typed: what is no number is read as well as it can be."""
        is_there = bool(text.strip())
        state = QValidator.State.Acceptable if is_there else QValidator.State.Intermediate
        return state, text, position
