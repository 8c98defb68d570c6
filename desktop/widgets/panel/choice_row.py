"""A name, and a few words of which one is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.choices import choose, show_choices
from desktop.widgets.no_wheel import NoWheelComboBox
from desktop.widgets.plain import Label

if TYPE_CHECKING:
    from collections.abc import Mapping


class ChoiceRow(QWidget):
    """A list beside its name.

    Signals:
        value_changed(value: str): by the user.
    """

    value_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self._label = NoWheelComboBox(), Label()
        self._label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.box, 1)
        self.box.activated.connect(lambda _: self.value_changed.emit(self.value))

    @property
    def value(self) -> str:
        """What is chosen now."""
        value: str = self.box.currentData()
        return value

    def show_words(self, name: str, tip: str, options: Mapping[str, str]) -> None:
        """Say what is chosen, what it does, and under which words; the choice stays."""
        self._label.setText(name)
        self.box.setAccessibleName(name.replace("&", ""))
        show_choices(self.box, options)
        for widget in (self._label, self.box):
            widget.setToolTip(tip)

    def show_value(self, value: str) -> None:
        """Show a value, without a signal."""
        with QSignalBlocker(self.box):
            choose(self.box, value)
