"""The controls beside the photo: which model, how its colors come out, and which are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desktop.language import QT_TRANSLATE_NOOP
from desktop.model_texts import summary_of
from desktop.widgets.column import Column
from desktop.widgets.hint_section import HintSection
from desktop.widgets.note import Note
from desktop.widgets.plain import Label
from desktop.widgets.slider_row import Scale, SliderRow
from engine.render_settings import MAX_STRENGTH, MAX_VIVIDNESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from PySide6.QtGui import QWheelEvent

    from engine.catalog import Entry

_WIDTH = 300
_PERCENT = 100
_SIZES = (64, 1024)
_FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
"""Where Qt's list models of combo boxes keep an item's flags; 0 makes it neither enabled nor
selectable."""
_ENTRY_ROLE = Qt.ItemDataRole.UserRole + 1
_WORDS = {
    "strength": (
        QT_TRANSLATE_NOOP("AdjustPanel", "Color &strength"),
        QT_TRANSLATE_NOOP("AdjustPanel", "How much color; double-click for 100 %"),
    ),
    "vividness": (
        QT_TRANSLATE_NOOP("AdjustPanel", "V&ividness"),
        QT_TRANSLATE_NOOP("AdjustPanel", "Bolder or safer guesses; double-click for 100 %"),
    ),
    "warmth": (
        QT_TRANSLATE_NOOP("AdjustPanel", "&Warmth"),
        QT_TRANSLATE_NOOP("AdjustPanel", "Cooler or warmer light; double-click for 0"),
    ),
    "size": (
        QT_TRANSLATE_NOOP("AdjustPanel", "&Detail"),
        QT_TRANSLATE_NOOP(
            "AdjustPanel", "How large the model sees the photo; double-click for its own size"
        ),
    ),
}
"""What each slider is called, and what it does."""


class ModelList(QComboBox):
    """A list of models that the wheel does not change in passing: each change is a network pass."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let whatever lies below scroll."""
        event.ignore()


class AdjustPanel(Column):
    """Shows what the user decided about the photo's colors; scrolls where the window is low.

    Signals:
        edited(name: str, value: int): ``strength``, ``vividness`` and ``warmth`` in percent,
            ``size`` in pixels.
        model_chosen(name: str)
    """

    edited = Signal(str, int)
    model_chosen = Signal(str)

    def __init__(self, models: Sequence[Entry], parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.model = ModelList()
        self._list([entry for entry in models if not entry.earlier])
        self._heading = -1
        if earlier := [entry for entry in models if entry.earlier]:
            self.model.insertSeparator(self.model.count())
            self._heading = self.model.count()
            self.model.addItem("")
            self.model.setItemData(self._heading, 0, _FLAGS_ROLE)
            self._list(earlier)
        self.model.activated.connect(lambda _: self.model_chosen.emit(self.model.currentData()))
        self.rows = self._make_rows()
        for name, row in self.rows.items():
            row.value_changed.connect(lambda value, name=name: self.edited.emit(name, value))
        self.hints = HintSection()
        self._of_photo = QWidget()
        self.show_is_open(is_open=False)
        self._model_label, self._device = Label(), Note()
        self._card: str | None = None
        self._lay_out()
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self._model_label.setText(self.tr("&Model"))
        self.model.setItemText(self._heading, self.tr("Earlier systems"))
        for index in range(self.model.count()):
            if entry := self.model.itemData(index, _ENTRY_ROLE):
                tip = summary_of(entry)
                self.model.setItemData(index, tip, Qt.ItemDataRole.ToolTipRole)
        units = {"size": self.tr(" px"), "warmth": ""}
        for name, (text, tip) in _WORDS.items():
            self.rows[name].show_words(self.tr(text), self.tr(tip), units.get(name, self.tr(" %")))
        self._show_device()

    def show_values(self, values: Mapping[str, int | None]) -> None:
        """Show values by name, without a signal; None is the default."""
        for name, value in values.items():
            row = self.rows[name]
            row.show_value(row.scale.default if value is None else value)

    def show_model(self, name: str) -> None:
        """Show which model is in use."""
        self.model.setCurrentIndex(max(0, self.model.findData(name)))

    def show_abilities(self, size: int, *, has_distribution: bool, takes_hints: bool) -> None:
        """Offer what the model in use can do; ``size`` is its own short side in pixels."""
        low, high = _SIZES
        scale = Scale(min(low, size), max(high, size), size, is_logarithmic=True)
        row = self.rows["size"]
        value = row.value if row.value != row.scale.default else size
        row.set_scale(scale)
        row.show_value(value)
        self.rows["vividness"].setEnabled(has_distribution)
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

    def _make_rows(self) -> Mapping[str, SliderRow]:
        most, vivid = round(MAX_STRENGTH * _PERCENT), round(MAX_VIVIDNESS * _PERCENT)
        low, high = _SIZES
        scales = {
            "strength": Scale(0, most, _PERCENT),
            "vividness": Scale(
                round(_PERCENT / MAX_VIVIDNESS), vivid, _PERCENT, is_logarithmic=True
            ),
            "warmth": Scale(-_PERCENT, _PERCENT, 0),
            "size": Scale(low, high, 256, is_logarithmic=True),
        }
        return {name: SliderRow(scale) for name, scale in scales.items()}

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
        for row in self.rows.values():
            below.addWidget(row)
        below.addSpacing(8)
        below.addWidget(self.hints)
        self._model_label.setBuddy(self.model)
        column.addWidget(self._model_label)
        column.addWidget(self.model)
        column.addWidget(self._of_photo)
        column.addStretch(1)
        column.addWidget(self._device)
        self.setWidget(inside)
