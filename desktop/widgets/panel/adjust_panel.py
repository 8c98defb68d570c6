"""The controls beside the photo: which model, how its colors come out, and which are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.texts.control_words import CONTROL_WORDS
from desktop.texts.model_texts import name_of, summary_of
from desktop.widgets.column import Column
from desktop.widgets.no_wheel import NoWheelComboBox
from desktop.widgets.note import Note
from desktop.widgets.panel.detail_row import DetailRow
from desktop.widgets.panel.hint_section import HintSection
from desktop.widgets.panel.restore_section import RestoreSection
from desktop.widgets.panel.slider_row import Scale, SliderRow
from desktop.widgets.plain import Label
from engine.recipe.controls import BY_NAME, COLOR_CONTROLS, CONTROLS, SIZE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from engine.checkpoints.catalog import Entry
    from engine.recipe.controls import Control

_WIDTH = 300
_USUAL_SIZE = 256
"""Shown until a model says its own."""
_FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
"""Where Qt's list models of combo boxes keep an item's flags; 0 makes it neither enabled nor
selectable."""
_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1


class AdjustPanel(Column):
    """Shows what the user decided about the photo's colors; scrolls where the window is low.

    Signals:
        edited(name: str, value: int): a control, and its value as it is shown.
        model_chosen(name: str)
    """

    edited = Signal(str, int)
    model_chosen = Signal(str)

    def __init__(self, models: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.model = NoWheelComboBox()
        self._list([entry for entry in models if not entry.earlier])
        self._heading = -1
        if earlier := [entry for entry in models if entry.earlier]:
            self.model.insertSeparator(self.model.count())
            self._heading = self.model.count()
            self.model.addItem("")
            self.model.setItemData(self._heading, 0, _FLAGS_ROLE)
            self._list(earlier)
        self.model.activated.connect(lambda _: self.model_chosen.emit(self.model.currentData()))
        self.restore = RestoreSection()
        self.restore.brush_shown.connect(lambda: self.show_new(self.restore.brush_size))
        self.detail = DetailRow(_USUAL_SIZE)
        colors = {control.name: SliderRow(_scale(control)) for control in COLOR_CONTROLS}
        self.rows: dict[str, SliderRow | DetailRow] = {
            **self.restore.rows,
            **colors,
            SIZE.name: self.detail,
        }
        """By the names of the controls, in the order of the table."""
        for name, row in self.rows.items():
            row.value_changed.connect(lambda value, name=name: self.edited.emit(name, value))
        self.hints = HintSection()
        self.hints.grew.connect(lambda: self.show_new(self.hints))
        self._of_photo = QWidget()
        self.show_is_open(is_open=False)
        self._model_label, self._device = Label(), Note()
        self._card: str | None = None
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._model_label.setText(self.tr("&Model"))
        self.model.setItemText(self._heading, self.tr("More models"))
        for index in range(self.model.count()):
            if entry := self.model.itemData(index, _ENTRY_ROLE):
                self.model.setItemText(index, name_of(entry.name))
                tip = f"{entry.name}: {summary_of(entry)}"
                self.model.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        units = {"px": self.tr(" px"), "%": self.tr(" %"), "": ""}
        for control in BY_NAME.values():
            words = CONTROL_WORDS[control.name]
            name, tip = self.tr(words.slider), self.tr(words.tip)
            unlimited = self.tr("any size") if control.is_limit else ""
            row = self.rows[control.name]
            if isinstance(row, DetailRow):
                row.show_words(name, tip)
            else:
                row.show_words(name, tip, units[control.unit], unlimited)
        self._show_device()

    def show_values(self, values: Mapping[str, int | None]) -> None:
        """Show values by name, without a signal; None is the default."""
        for name, value in values.items():
            row = self.rows[name]
            row.show_value(row.default if value is None else value)

    def show_model(self, name: str) -> None:
        """Show which model is in use."""
        self.model.setCurrentIndex(max(0, self.model.findData(name)))

    def show_abilities(self, size: int, *, has_distribution: bool, takes_hints: bool) -> None:
        """Offer what the model in use can do; ``size`` is its own short side in pixels."""
        value = self.detail.value if self.detail.value != self.detail.default else size
        self.detail.set_default(size)
        self.detail.show_value(value)
        for control in CONTROLS:
            if control.needs_distribution:
                self.rows[control.name].setEnabled(has_distribution)
        self.hints.show_ability(can_hint=takes_hints)

    def show_is_open(self, *, is_open: bool) -> None:
        """Let go of what means nothing without a photo, or offer it."""
        self._of_photo.setEnabled(is_open)

    def show_device(self, card: str) -> None:
        """Say what the network runs on: a graphics card, or the processor if its name is empty."""
        self._card = card
        self._show_device()

    def _show_device(self) -> None:
        if self._card:
            text = self.tr("Runs on this computer’s graphics card (%1)").replace("%1", self._card)
        else:
            text = self.tr("Runs on this computer’s processor")
        self._device.setText("" if self._card is None else text)

    def _list(self, models: Iterable[Entry]) -> None:
        for entry in models:
            self.model.addItem(entry.name, entry.name)
            self.model.setItemData(self.model.count() - 1, entry, _ENTRY_ROLE)

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        below = QVBoxLayout(self._of_photo)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(column.spacing())
        below.addWidget(self.restore)
        below.addWidget(_line())
        for control in CONTROLS:
            below.addWidget(self.rows[control.name])
        below.addSpacing(8)
        below.addWidget(self.hints)
        self._model_label.setBuddy(self.model)
        column.addWidget(self._model_label)
        column.addWidget(self.model)
        column.addWidget(self._of_photo)
        column.addStretch(1)
        column.addWidget(self._device)
        self.setWidget(inside)


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line


def _scale(control: Control) -> Scale:
    assert control.default is not None, "only a size is the model's own"
    return Scale(
        *_range(control),
        control.shown(control.default),
        is_logarithmic=control.is_logarithmic,
        has_neutral=control.has_neutral,
    )


def _range(control: Control) -> tuple[int, int]:
    return control.dragged or (control.shown(control.least), control.shown(control.most))
