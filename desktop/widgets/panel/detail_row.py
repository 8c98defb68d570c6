"""How closely the model looks at the photo: in three words, and any other size as it is."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.widgets.no_wheel import NoWheelComboBox
from desktop.widgets.plain import Label
from engine.recipe.controls import SIZE

_LOW, _HIGH = 5 / 8, 25 / 16
"""Of the model's own size: 160 and 400 pixels for one that was trained at 256."""
_TIP = Qt.ItemDataRole.ToolTipRole


class DetailRow(QWidget):
    """Low, Normal (the model's own size) or High; a size that was set otherwise is offered too.

    Signals:
        value_changed(value: int): short side in pixels, by the user.
    """

    value_changed = Signal(int)

    def __init__(self, own: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box, self._label = NoWheelComboBox(), Label()
        self._label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._label)
        row.addWidget(self.box, 1)
        self._tip = ""
        self.default = own
        """The model's own size."""
        self.set_default(own)
        self.box.activated.connect(lambda _: self._on_user())

    def show_words(self, name: str, tip: str) -> None:
        """Say what it is and what it does."""
        self._label.setText(name)
        self._label.setToolTip(tip)
        self.box.setAccessibleName(name.replace("&", ""))
        self._tip = tip
        self._name_items()

    def set_default(self, own: int) -> None:
        """Take another model's own size, and show it, without a signal."""
        self.default = own
        low, high = (round(own * share) for share in (_LOW, _HIGH))
        with QSignalBlocker(self.box):
            self.box.clear()
            for size in (max(round(SIZE.least), low), own, min(round(SIZE.most), high)):
                self.box.addItem("", size)
        self.show_value(own)

    @property
    def value(self) -> int:
        """Short side in pixels at which the model looks at the photo."""
        size: int = self.box.currentData()
        return size

    def show_value(self, size: int) -> None:
        """Show a size without a signal; one that has no word stays to be chosen again."""
        index = 1 if size == self.default else self.box.findData(size)
        with QSignalBlocker(self.box):
            if index < 0:
                index = 3
                self.box.removeItem(index)  # if there is one
                self.box.addItem("", size)
            self.box.setCurrentIndex(index)
        self._name_items()

    def _name_items(self) -> None:
        names = (self.tr("Low"), self.tr("Normal"), self.tr("High"))
        for index in range(self.box.count()):
            pixels = QLocale().toString(int(self.box.itemData(index)))
            text = names[index] if index < len(names) else self.tr("Custom (%1 px)")
            self.box.setItemText(index, text.replace("%1", pixels))
            self.box.setItemData(index, self.tr("%1 px").replace("%1", pixels), _TIP)
        seen = self.tr("The model looks at %1 px now.")
        pixels = QLocale().toString(self.value)
        self.box.setToolTip(f"{self._tip}\n{seen.replace('%1', pixels)}")

    def _on_user(self) -> None:
        self._name_items()
        self.value_changed.emit(self.value)
