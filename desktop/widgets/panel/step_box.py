"""One step of restoring in the panel: whether it is taken, why, and how far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from desktop.texts.restore_texts import STEP_NAMES, STEP_TIPS
from desktop.widgets.note import Note
from desktop.widgets.panel.doubtful_button import DoubtfulButton
from desktop.widgets.panel.scale_note import ScaleNote
from engine.recipe.recipe import Stage

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.widgets.panel.choice_row import ChoiceRow
    from desktop.widgets.panel.slider_row import SliderRow

_INDENT = 22


class StepBox(QWidget):
    """One step: whether it is taken, why, and how far.

    Signals:
        toggled(is_on: bool): by the user.
    """

    toggled = Signal(bool)

    def __init__(
        self, stage: Stage, rows: Mapping[str, SliderRow], choices: Mapping[str, ChoiceRow]
    ) -> None:
        super().__init__()
        self.stage, self.rows = stage, rows
        self._fields: tuple[QWidget, ...] = (*rows.values(), *choices.values())
        self.scale = ScaleNote() if stage is Stage.DENOISE else None
        self.doubtful = DoubtfulButton() if stage is Stage.REPAIR else None
        self.check, self.note = QCheckBox(), Note()
        self.check.toggled.connect(self.toggled)
        inside = QVBoxLayout()
        inside.setContentsMargins(_INDENT, 0, 0, 0)
        inside.addWidget(self.note)
        if self.doubtful is not None:
            inside.addWidget(self.doubtful)
        for field in self._fields:
            inside.addWidget(field)
        if self.scale is not None:
            inside.addWidget(self.scale)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.check)
        column.addLayout(inside)
        self.show_is_on(is_on=False)
        self.show_reason("")

    def retranslate(self) -> None:
        """Set all words anew."""
        translate = QCoreApplication.translate
        self.check.setText(translate("Restoring", STEP_NAMES[self.stage]))
        self.check.setToolTip(translate("Restoring", STEP_TIPS[self.stage]))
        if self.scale is not None:
            self.scale.retranslate()
        if self.doubtful is not None:
            self.doubtful.retranslate()

    def show_is_on(self, *, is_on: bool) -> None:
        """Show whether the step is taken, without a signal."""
        with QSignalBlocker(self.check):
            self.check.setChecked(is_on)
        for field in self._fields:
            field.setVisible(is_on)
        self._show_scale()

    def show_zoom(self, zoom: float) -> None:
        """Take up the zoom, in device pixels per photo pixel."""
        if self.scale is not None:
            self.scale.show_zoom(zoom)
            self._show_scale()

    def _show_scale(self) -> None:
        if self.scale is not None:
            self.scale.setVisible(self.check.isChecked() and self.scale.is_needed)

    def show_reason(self, text: str) -> None:
        """Say why it is needed, or not; nothing before the photo was looked at."""
        self.note.setText(text)
        self.note.setVisible(bool(text))
