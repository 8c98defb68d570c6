"""The bar above the photo while it is cropped: how far it is turned, and what to do with that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.widgets.announce import announce
from desktop.widgets.no_wheel import NoWheelDoubleSpinBox
from desktop.widgets.panel.slider_row import CalmSlider
from desktop.widgets.plain import Label
from engine.recipe.stages import MOST_DEGREES

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_STEPS = 10
"""Of the slider, in a degree."""


class CropBar(QWidget):
    """Straightens by a slider or a number; finds the print, starts over, cancels and applies.

    Signals:
        degrees_changed(degrees: float): by the user.
        automatic_requested()
        reset_requested()
        cancelled()
        applied()
    """

    degrees_changed = Signal(float)
    automatic_requested = Signal()
    reset_requested = Signal()
    cancelled = Signal()
    applied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label, self.found = Label(), Label()
        self.slider, self.box = CalmSlider(), NoWheelDoubleSpinBox()
        most = round(MOST_DEGREES * _STEPS)
        self.slider.setRange(-most, most)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(_STEPS)
        self.slider.setMinimumWidth(120)
        self.slider.neutral = 0
        self.slider.divisor = _STEPS
        self.box.setRange(-MOST_DEGREES, MOST_DEGREES)
        self.box.setDecimals(1)
        self.box.setSingleStep(1 / _STEPS)
        self.box.setKeyboardTracking(False)
        self._label.setBuddy(self.slider)
        self.automatic, self.reset = QPushButton(), QPushButton()
        self.cancel, self.apply = QPushButton(), QPushButton()
        self._lay_out()
        self.slider.valueChanged.connect(lambda step: self._on_user(step / _STEPS))
        self.slider.reset_requested.connect(lambda: self._on_user(0.0))
        self.box.valueChanged.connect(self._on_user)
        self.automatic.clicked.connect(self.automatic_requested)
        self.reset.clicked.connect(self.reset_requested)
        self.cancel.clicked.connect(self.cancelled)
        self.apply.clicked.connect(self.applied)
        self.hide()
        self.retranslate()

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        for widget in (self._label, self.slider, self.box, self.automatic, self.reset):
            row.addWidget(widget)
        row.setStretchFactor(self.slider, 1)
        # its words come and go: buttons must not move under the mouse by them
        self.found.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row.addWidget(self.found, 1)
        row.addWidget(self.cancel)
        row.addWidget(self.apply)

    def retranslate(self) -> None:
        """Set all words anew."""
        name = self.tr("Straighten")
        self._label.setText(name)
        tip = self.tr("Turns the photo clockwise. Dragging outside the rectangle does it too.")
        for widget in (self._label, self.slider, self.box):
            widget.setToolTip(tip)
        self.slider.setAccessibleName(name)
        self.box.setAccessibleName(self.tr("%1, in degrees").replace("%1", name))
        self.box.setSuffix("°")
        self.automatic.setText(self.tr("A&utomatic"))
        self.automatic.setToolTip(
            self.tr("Finds the print on a scan, or straightens by walls and the horizon.")
        )
        self.reset.setText(self.tr("Reset"))
        self.reset.setToolTip(self.tr("Shows the whole photo, not straightened."))
        self.cancel.setText(self.tr("Cancel"))
        self.apply.setText(self.tr("Crop"))
        self.found.clear()

    def show_degrees(self, degrees: float) -> None:
        """Show how far the photo is turned, without a signal."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            self.slider.setValue(round(degrees * _STEPS))
            self.box.setValue(degrees)

    def show_is_looking(self, *, is_looking: bool) -> None:
        """Show whether the print is being looked for."""
        self.automatic.setEnabled(not is_looking)
        self.found.clear()

    def show_nothing_found(self) -> None:
        """Say that nothing surely says where a print lies, or how far the photo is turned."""
        self.found.setText(self.tr("Found neither a print nor a tilt."))
        announce(self, self.found.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Apply by Enter and cancel by Escape, as over the photo."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.applied.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _on_user(self, degrees: float) -> None:
        self.show_degrees(degrees)
        self.degrees_changed.emit(round(degrees, 2))
