"""The part of the panel that restores the photo before it is colored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.texts.control_words import CHOICE_WORDS, options_of
from desktop.texts.restore_texts import STEP_NAMES, reason
from desktop.widgets.announce import announce
from desktop.widgets.no_wheel import NoWheelComboBox
from desktop.widgets.number_box import NumberBox
from desktop.widgets.panel.choice_row import ChoiceRow
from desktop.widgets.panel.slider_row import Scale, SliderRow
from desktop.widgets.panel.step_box import StepBox
from desktop.widgets.panel.tool_button import ToolButton
from desktop.widgets.plain import Label
from engine.recipe.controls import CHOICES, RESTORING_CONTROLS
from engine.recipe.recipe import RESTORING, Stage

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from desktop.texts.restore_texts import Facts
    from engine.recipe.controls import Control

_FLAGS_ROLE = Qt.ItemDataRole.UserRole - 1
"""Where Qt's list models of combo boxes keep an item's flags."""
_OFFERED = (Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable).value
_COMPARED = (None, *RESTORING)
"""Whose difference can be seen by itself, after all that is done."""
MARKS = ("off", "outline", "red")
"""How what is repaired is shown, as key A goes through them."""
_SIZES = Scale(5, 1000, 40, is_logarithmic=True)
"""Diameters of the brush in ten thousandths of the photo's short side, twice its radius."""


class RestoreSection(QWidget):
    """Offers to restore, says what was found, and hands out the brush.

    Signals:
        automatic_requested()
        step_toggled(stage: Stage, is_on: bool): by the user.
        choice_made(name: str, value: str): by the user.
        brush_toggled(is_on: bool): the brush that marks.
        protect_toggled(is_on: bool): the one that protects.
        radius_changed(radius: float): of the brush, in short sides of the photo.
        source_toggled(is_on: bool): the place that strokes copy from is to be chosen, or forgotten.
        marks_chosen(how: str): one of :data:`MARKS`.
        compared_chosen(stage: Stage | None): whose difference the line shows; None for all.
        actual_size_requested(): the photo's own pixels should be seen.
        brush_shown(): what sets the brush is there now.
        doubtful_toggled(are_shown: bool): what is in doubt should be seen in the photo, or not.
    """

    automatic_requested = Signal()
    step_toggled = Signal(object, bool)
    choice_made = Signal(str, str)
    brush_toggled = Signal(bool)
    protect_toggled = Signal(bool)
    radius_changed = Signal(float)
    source_toggled = Signal(bool)
    marks_chosen = Signal(str)
    compared_chosen = Signal(object)
    actual_size_requested = Signal()
    brush_shown = Signal()
    doubtful_toggled = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.automatic = QPushButton()
        self.automatic.clicked.connect(self.automatic_requested)
        self.rows = {control.name: _row(control) for control in RESTORING_CONTROLS}
        self.choices = {choice.name: ChoiceRow() for choice in CHOICES}
        self.steps = {
            stage: StepBox(stage, self._rows_of(stage), self._choices_of(stage))
            for stage in RESTORING
        }
        for name, row in self.choices.items():
            row.value_changed.connect(lambda value, name=name: self.choice_made.emit(name, value))
        for stage, step in self.steps.items():
            step.toggled.connect(lambda on, stage=stage: self.step_toggled.emit(stage, on))
            if step.scale is not None:
                step.scale.to_pixels.clicked.connect(self.actual_size_requested)
            if step.doubtful is not None:
                step.doubtful.toggled.connect(self.doubtful_toggled)
        self._make_brush()
        self._make_views()
        self.more, self._details = QToolButton(), QWidget()
        self.more.setCheckable(True)
        self.more.setAutoRaise(True)
        self.more.toggled.connect(self._show_details)
        self._is_looking = False
        self._lay_out()
        self._show_details(are_shown=False)
        self.show_radius(self.radius)
        self.retranslate()

    def _make_brush(self) -> None:
        self.brush, self.protect = ToolButton(), ToolButton()
        for button, toggled in (
            (self.brush, self.brush_toggled),
            (self.protect, self.protect_toggled),
        ):
            button.toggled.connect(toggled)
        self.brush_size = SliderRow(_SIZES)
        self.brush_size.value_changed.connect(lambda _: self.radius_changed.emit(self.radius))
        self.source = ToolButton()
        self.source.toggled.connect(self.source_toggled)
        self._source = False, False

    def _make_views(self) -> None:
        self.marks, self._marks_label = NoWheelComboBox(), Label()
        for how in MARKS:
            self.marks.addItem("", how)
        self.marks.activated.connect(lambda _: self.marks_chosen.emit(self.marks.currentData()))
        self.compared, self._compared_label = NoWheelComboBox(), Label()
        for shown in _COMPARED:
            self.compared.addItem("", shown)
        self.compared.activated.connect(
            lambda _: self.compared_chosen.emit(self.compared.currentData())
        )

    @property
    def radius(self) -> float:
        """Of the brush, in short sides of the photo."""
        return self.brush_size.value / 20_000

    def retranslate(self) -> None:
        """Set all words anew."""
        self.automatic.setText(
            self.tr("Looking…") if self._is_looking else self.tr("Restore automa&tically")
        )
        self.automatic.setToolTip(
            self.tr("Looks for damage, noise, faded colors and flat tones, and mends what needs it")
        )
        self.more.setToolTip(self.tr("Single steps, the brush, and what is repaired"))
        self.more.setAccessibleName(self.tr("Single steps"))
        self.brush.setText(self.tr("Mark dama&ge"))
        self.brush.setToolTip(
            self.tr("Paint over what was missed; Ctrl erases, Shift draws a straight line")
        )
        self.protect.setText(self.tr("&Protect"))
        self.protect.setToolTip(self.tr("Paint over what is no damage: it keeps every bit"))
        self.brush_size.show_words(self.tr("Brush size"), self.tr("Also the keys [ and ]"), "")
        self._show_source()
        self._marks_label.setText(self.tr("Show repairs"))
        names = (self.tr("not"), self.tr("outlined"), self.tr("in red"))
        for index, name in enumerate(names):
            self.marks.setItemText(index, name)
        self._compared_label.setText(self.tr("Compare"))
        steps = (QCoreApplication.translate("Restoring", STEP_NAMES[stage]) for stage in RESTORING)
        only = self.tr("only: %1")
        texts = (self.tr("all changes"), *(only.replace("%1", step) for step in steps))
        for index, text in enumerate(texts):
            self.compared.setItemText(index, text)
        self.compared.setToolTip(
            self.tr("What differs between before and after: all that was done, or one step alone")
        )
        self.marks.setToolTip(self.tr("Where pixels are changed, and what was invented (key A)"))
        for name, row in self.choices.items():
            words, translate = CHOICE_WORDS[name], QCoreApplication.translate
            tip = translate("Restoring", words.tip)
            row.show_words(translate("Restoring", words.name), tip, options_of(name))
        for step in self.steps.values():
            step.retranslate()

    def show_is_looking(self, *, is_looking: bool) -> None:
        """Say that the photo is being looked at, or no longer."""
        self._is_looking = is_looking
        self.automatic.setEnabled(not is_looking)
        self.retranslate()

    def tell_found(self) -> None:
        """Say to those who do not see it come what the look at the photo has found."""
        notes = ((step.check.text(), step.note.text()) for step in self.steps.values())
        announce(self, ". ".join(f"{name}: {note}" for name, note in notes if note))

    def tell_finding(self, index: int, count: int) -> None:
        """Say to those who do not see the frame which finding it is around, the first 0."""
        text = self.tr("Finding %1 of %2")
        for number, value in enumerate((index + 1, count), start=1):
            text = text.replace(f"%{number}", QLocale().toString(value))
        announce(self, text)

    def show_facts(self, facts: Facts | None) -> None:
        """Say what else the photo needs; nothing for None."""
        if facts is not None:
            self.more.setChecked(True)
        for stage, step in self.steps.items():
            if stage is not Stage.REPAIR:
                step.show_reason("" if facts is None else reason(stage, facts))

    def show_choices(self, values: Mapping[str, str]) -> None:
        """Show what is chosen, by name, without a signal."""
        for name, value in values.items():
            self.choices[name].show_value(value)

    def show_found(self, found: int | None, doubtful: int, left_alone: int = 0) -> None:
        """Say how many marks were found, are in doubt, or of another size or shade; or nothing."""
        text = "" if found is None else self.tr("%Ln marks found", "", found)
        for count, more in (
            (doubtful, self.tr("%1 more in doubt")),
            (left_alone, self.tr("%1 left alone by size or shade")),
        ):
            if found is not None and count:
                text = f"{text}, {more.replace('%1', QLocale().toString(count))}"
        self.steps[Stage.REPAIR].show_reason(text)

    def show_doubtful(self, count: int, *, are_shown: bool) -> None:
        """Offer to show so many findings that are in doubt, without a signal; for 0 do not."""
        button = self.steps[Stage.REPAIR].doubtful
        assert button is not None
        button.show_count(count, are_shown=are_shown)

    def show_steps(self, taken: Mapping[Stage, bool]) -> None:
        """Show which steps are taken, without a signal."""
        if any(taken.values()):
            self.more.setChecked(True)
        for stage, is_on in taken.items():
            self.steps[stage].show_is_on(is_on=is_on)

    def show_zoom(self, zoom: float) -> None:
        """Say where the photo is not seen at 1:1; the zoom in device pixels per photo pixel."""
        for step in self.steps.values():
            step.show_zoom(zoom)

    def show_radius(self, radius: float) -> None:
        """Show the size of the brush, without a signal."""
        self.brush_size.show_value(round(radius * 20_000))

    def show_marks(self, how: str) -> None:
        """Show how repairs are shown, without a signal."""
        self.marks.setCurrentIndex(MARKS.index(how))

    def show_compared(self, offered: Collection[Stage], stage: Stage | None) -> None:
        """Offer to compare these steps, and show which is, without a signal; None is all."""
        for index, each in enumerate(RESTORING, start=1):
            flags = _OFFERED if each in offered else 0
            self.compared.setItemData(index, flags, _FLAGS_ROLE)
        self.compared.setCurrentIndex(_COMPARED.index(stage))

    def show_tool(self, *, marks: bool, protects: bool) -> None:
        """Show which brush is in hand, without a signal."""
        for button, is_on in ((self.brush, marks), (self.protect, protects)):
            with QSignalBlocker(button):
                button.setChecked(is_on)
        is_new = self.brush_size.isHidden()
        self.brush_size.setVisible(marks or protects)
        self.source.setVisible(marks)
        if marks or protects:
            self.more.setChecked(True)
            if is_new:
                self.brush_shown.emit()

    def show_source(self, *, is_chosen: bool, is_choosing: bool) -> None:
        """Show whether strokes copy from a place, or it is being chosen, without a signal."""
        self._source = is_chosen, is_choosing
        with QSignalBlocker(self.source):
            self.source.setChecked(is_chosen or is_choosing)
        self._show_source()

    def _show_source(self) -> None:
        is_chosen, is_choosing = self._source
        text = self.tr("Copy from a place…")
        if is_chosen:
            text = self.tr("Copies from the mark")
        elif is_choosing:
            text = self.tr("Click the place to copy from")
        self.source.setText(text)
        self.source.setToolTip(
            self.tr(
                "Strokes take their texture from a place that you choose: key S, then a click or "
                "Enter, or Ctrl+Shift+click. S or Esc: texture is found by the program again"
            )
        )

    def _show_details(self, are_shown: bool) -> None:  # noqa: FBT001 - a signal's
        self._details.setVisible(are_shown)
        arrow = Qt.ArrowType.DownArrow if are_shown else Qt.ArrowType.RightArrow
        self.more.setArrowType(arrow)

    def _choices_of(self, stage: Stage) -> dict[str, ChoiceRow]:
        names = (one.name for one in CHOICES if one.stage == stage.value)
        return {name: self.choices[name] for name in names}

    def _rows_of(self, stage: Stage) -> dict[str, SliderRow]:
        names = (one.name for one in RESTORING_CONTROLS if one.stage == stage.value)
        return {name: self.rows[name] for name in names}

    def _lay_out(self) -> None:
        above, whole = QHBoxLayout(), QVBoxLayout(self)
        above.addWidget(self.automatic, 1)
        above.addWidget(self.more)
        column = QVBoxLayout(self._details)
        for layout in (whole, column):
            layout.setContentsMargins(0, 0, 0, 0)
        whole.addLayout(above)
        whole.addWidget(self._details)
        for step in self.steps.values():
            column.addWidget(step)
        brushes, shown = QHBoxLayout(), QGridLayout()
        brushes.addWidget(self.brush)
        brushes.addWidget(self.protect)
        self._marks_label.setBuddy(self.marks)
        self._compared_label.setBuddy(self.compared)
        for row, (label, box) in enumerate(
            ((self._marks_label, self.marks), (self._compared_label, self.compared))
        ):
            shown.addWidget(label, row, 0)
            shown.addWidget(box, row, 1)
        shown.setColumnStretch(1, 1)
        column.addLayout(brushes)
        column.addWidget(self.source)
        column.addWidget(self.brush_size)
        column.addLayout(shown)
        self.brush_size.setVisible(False)
        self.source.setVisible(False)


def _row(control: Control) -> SliderRow:
    default = 0 if control.default is None else control.shown(control.default)
    least, most = control.shown(control.least), control.shown(control.most)
    scale = Scale(
        least,
        most,
        default,
        is_logarithmic=control.is_logarithmic,
        has_neutral=control.has_neutral,
    )
    box = NumberBox(control.decimals) if control.decimals or control.is_limit else None
    return SliderRow(scale, box=box)
