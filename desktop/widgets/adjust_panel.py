"""The controls beside the photo: which model, and how strong its colors are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from engine.render_settings import MAX_STRENGTH, RenderSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from engine.catalog import Entry

_PERCENT = 100
_FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
"""Where Qt's list models of combo boxes keep an item's flags; 0 makes it neither enabled nor
selectable."""


class ModelList(QComboBox):
    """A list of models that the wheel does not change in passing: each change is a network pass."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let whatever lies below scroll."""
        event.ignore()


class AdjustPanel(QWidget):
    """Edits one :class:`RenderSettings` and the choice of a model.

    Signals:
        settings_changed(settings: RenderSettings)
        model_chosen(name: str)
    """

    settings_changed = Signal(object)
    model_chosen = Signal(str)

    def __init__(self, models: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(280)
        self.model = ModelList()
        self._list([entry for entry in models if not entry.earlier])
        if earlier := [entry for entry in models if entry.earlier]:
            self.model.insertSeparator(self.model.count())
            self.model.addItem(self.tr("Earlier systems"))
            self.model.setItemData(self.model.count() - 1, 0, _FLAGS_ROLE)  # a heading
            self._list(earlier)
        self.model.activated.connect(lambda _: self.model_chosen.emit(self.model.currentData()))

        self.strength = QSlider(Qt.Orientation.Horizontal)
        self.strength.setRange(0, round(MAX_STRENGTH * _PERCENT))
        self.strength.setValue(_PERCENT)
        self.strength.setAccessibleName(self.tr("Color strength"))
        self.strength_box = QSpinBox()
        self.strength_box.setRange(0, self.strength.maximum())
        self.strength_box.setValue(_PERCENT)
        self.strength_box.setSuffix(self.tr(" %"))
        self.strength_box.setAccessibleName(self.tr("Color strength in percent"))
        self.strength.valueChanged.connect(self.strength_box.setValue)
        self.strength_box.valueChanged.connect(self._on_strength)

        self._device = QLabel()
        self._device.setWordWrap(True)
        self._device.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._lay_out()

    @property
    def settings(self) -> RenderSettings:
        """What the controls say now."""
        return RenderSettings(strength=self.strength_box.value() / _PERCENT)

    def show_settings(self, settings: RenderSettings) -> None:
        """Show the settings of another photo, without a signal."""
        with QSignalBlocker(self.strength), QSignalBlocker(self.strength_box):
            self.strength.setValue(round(settings.strength * _PERCENT))
            self.strength_box.setValue(round(settings.strength * _PERCENT))

    def _list(self, models: Iterable[Entry]) -> None:
        for entry in models:
            self.model.addItem(entry.name, entry.name)
            self.model.setItemData(
                self.model.count() - 1, entry.summary, Qt.ItemDataRole.ToolTipRole
            )

    def show_model(self, name: str) -> None:
        """Show which model is in use."""
        self.model.setCurrentIndex(max(0, self.model.findData(name)))

    def show_device(self, text: str) -> None:
        """Say what the network runs on."""
        self._device.setText(text)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.strength, 1)
        row.addWidget(self.strength_box)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.addRow(self.tr("&Model"), self.model)
        label = QLabel(self.tr("Color &strength"))
        label.setBuddy(self.strength)
        form.addRow(label, row)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addStretch(1)
        column.addWidget(self._device)

    def _on_strength(self, percent: int) -> None:
        with QSignalBlocker(self.strength):
            self.strength.setValue(percent)
        self.settings_changed.emit(self.settings)
