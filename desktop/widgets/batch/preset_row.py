"""Presets by name: choose, save, delete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.no_wheel import NoWheelComboBox
from desktop.widgets.plain import Label

if TYPE_CHECKING:
    from collections.abc import Iterable


class PresetRow(QWidget):
    """Knows names only.

    Signals:
        chosen(name: str)
        save_requested(name: str): under the name that is chosen now, empty if none is.
        delete_requested(name: str)
    """

    chosen = Signal(str)
    save_requested = Signal(str)
    delete_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = NoWheelComboBox()
        self.save, self.delete, self._label = QPushButton(), QPushButton(), Label()
        self._label.setBuddy(self.list)
        self.list.addItem("", "")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.list, 1)
        row.addWidget(self.save)
        row.addWidget(self.delete)
        self.list.activated.connect(self._on_activated)
        self.save.clicked.connect(lambda: self.save_requested.emit(self.name))
        self.delete.clicked.connect(lambda: self.delete_requested.emit(self.name))

        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._label.setText(self.tr("Preset"))
        self.list.setItemText(0, self.tr("Custom"))
        self.save.setText(self.tr("Save…"))
        self.delete.setText(self.tr("Delete"))

    @property
    def name(self) -> str:
        """The preset that is chosen; empty for none."""
        return str(self.list.currentData() or "")

    def show_names(self, names: Iterable[str], chosen: str = "") -> None:
        """Show which presets there are."""
        self.list.clear()
        self.list.addItem(self.tr("Custom"), "")
        for name in sorted(names, key=str.casefold):
            self.list.addItem(name, name)
        self.list.setCurrentIndex(max(0, self.list.findData(chosen)))
        self.delete.setEnabled(bool(self.name))

    def _on_activated(self, _index: int) -> None:
        self.delete.setEnabled(bool(self.name))
        if self.name:
            self.chosen.emit(self.name)
