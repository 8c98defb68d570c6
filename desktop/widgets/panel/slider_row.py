"""A number the user can drag, type, or reset with a double click."""

from __future__ import annotations

import math
import weakref
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAccessible, QAction
from PySide6.QtWidgets import (
    QGridLayout,
    QSlider,
    QStyle,
    QStyleOptionSlider,
    QStylePainter,
    QWidget,
)

from desktop.widgets.no_wheel import NoWheelSpinBox
from desktop.widgets.number_box import NumberBox
from desktop.widgets.plain import Label
from desktop.widgets.spoken import SpokenNumber, SpokenWidget, speak_of

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QWheelEvent

_STEPS = 1000
_GROOVE, _HANDLE = QStyle.SubControl.SC_SliderGroove, QStyle.SubControl.SC_SliderHandle


@dataclass(frozen=True)
class Scale:
    """A range of whole numbers along a slider."""

    low: int
    high: int
    default: int
    is_logarithmic: bool = False
    """Whether equal ways on the slider are equal factors."""
    has_neutral: bool = False
    """Whether the default lies between two opposites: the slider is filled from there."""

    def position(self, value: int) -> int:
        """Return where on the slider a value lies, 0 to 1000."""
        share = (self._warp(value) - self._warp(self.low)) / self._span
        return round(share * _STEPS)

    def value(self, position: int) -> int:
        """Return the value at a place of the slider."""
        warped = self._warp(self.low) + position / _STEPS * self._span
        return round(math.exp(warped) if self.is_logarithmic else warped)

    def _warp(self, value: float) -> float:
        return math.log(value) if self.is_logarithmic else value

    @property
    def _span(self) -> float:
        return self._warp(self.high) - self._warp(self.low)


class CalmSlider(QSlider):
    """A slider that the wheel does not change in passing.

    Signals:
        reset_requested(): a double click.
    """

    reset_requested = Signal()

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self.setRange(0, _STEPS)
        self.setSingleStep(_STEPS // 100)
        self.setPageStep(_STEPS // 20)
        self.neutral: int | None = None
        """The position that changes nothing, between two opposites; None if there is none."""
        self.scale: Scale | None = None
        """What the positions mean; None if they are the values themselves."""
        self.divisor = 1
        """How many of them are one of the unit that is shown."""

    @property
    def shown_value(self) -> float:
        """What it stands at, in the unit that is shown."""
        place = self.value()
        return (place if self.scale is None else self.scale.value(place)) / self.divisor

    @shown_value.setter
    def shown_value(self, value: float) -> None:
        whole = round(value * self.divisor)
        self.setValue(whole if self.scale is None else self.scale.position(whole))

    @property
    def shown_limits(self) -> tuple[float, float]:
        """Return the least and the greatest value, in the unit that is shown."""
        if self.scale is None:
            return self.minimum() / self.divisor, self.maximum() / self.divisor
        return self.scale.low / self.divisor, self.scale.high / self.divisor

    def paintEvent(self, event: QPaintEvent) -> None:
        """Fill the groove from the neutral middle, if there is one."""
        if self.neutral is None:
            super().paintEvent(event)
            return
        painter, option = QStylePainter(self), QStyleOptionSlider()
        self.initStyleOption(option)
        middle, here = (self._center(option, place) for place in (self.neutral, self.value()))
        option.sliderPosition = self.minimum()  # styles fill from there
        option.subControls = _GROOVE
        painter.drawComplexControl(QStyle.ComplexControl.CC_Slider, option)
        groove = self.style().subControlRect(QStyle.ComplexControl.CC_Slider, option, _GROOVE, self)
        left, right = sorted((middle, here))
        fill = QRect(left, groove.top() + 1, right - left, groove.height() - 2)
        painter.fillRect(fill, self.palette().highlight())
        mark = QRect(middle, groove.top() - 3, 1, groove.height() + 6)
        painter.fillRect(mark, self.palette().windowText())
        option.sliderPosition = self.value()
        option.subControls = _HANDLE
        painter.drawComplexControl(QStyle.ComplexControl.CC_Slider, option)

    def _center(self, option: QStyleOptionSlider, position: int) -> int:
        """Return where the middle of the handle is at a position, in pixels."""
        option.sliderPosition = option.sliderValue = position
        slider = QStyle.ComplexControl.CC_Slider
        return self.style().subControlRect(slider, option, _HANDLE, self).center().x()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let whatever lies below scroll."""
        event.ignore()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the default."""
        self.reset_requested.emit()
        event.accept()


class SpokenSlider(SpokenWidget):
    """A slider whose value is said as it is shown, not as a position."""

    def __init__(self, widget: QWidget) -> None:
        slider: CalmSlider = weakref.proxy(widget)
        number = SpokenNumber(
            lambda: slider.shown_value,
            lambda value: setattr(slider, "shown_value", value),
            lambda: slider.shown_limits,
        )
        super().__init__(widget, QAccessible.Role.Slider, number)


speak_of(CalmSlider, SpokenSlider)


class _Name(Label):
    """A name that can be clicked twice.

    Signals:
        reset_requested()
    """

    reset_requested = Signal()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Ask for the default."""
        self.reset_requested.emit()
        event.accept()


class SliderRow(QWidget):
    """A name, a number to type and a slider to drag.

    A double click on the name or the slider resets it, and so does the context menu of both.

    Signals:
        value_changed(value: int): by the user.
    """

    value_changed = Signal(int)

    def __init__(
        self, scale: Scale, parent: QWidget | None = None, *, box: NoWheelSpinBox | None = None
    ) -> None:
        super().__init__(parent)
        self.scale = scale
        self.slider = CalmSlider()
        self.box = box or NoWheelSpinBox()
        self.box.setKeyboardTracking(False)
        if isinstance(self.box, NumberBox):
            self.slider.divisor = self.box.divisor
        self._label = _Name()
        self._label.setBuddy(self.slider)
        self.reset = QAction(self)
        for widget in (self._label, self.slider):
            widget.addAction(self.reset)
            widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.addWidget(self._label, 0, 0)
        grid.addWidget(self.box, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.slider, 1, 0, 1, 2)
        self.set_scale(scale)
        self.slider.valueChanged.connect(lambda place: self._on_user(self.scale.value(place)))
        for asks in (self.slider.reset_requested, self._label.reset_requested):
            asks.connect(self._on_reset)
        self.reset.triggered.connect(lambda _: self._on_reset())
        self.box.valueChanged.connect(self._on_user)

    def show_words(self, name: str, tip: str, unit: str = "", unlimited: str = "") -> None:
        """Say what it is, what it does, in what it is measured, and what no limit is called."""
        self._label.setText(name)
        plain = name.replace("&", "")
        self.reset.setText(self.tr("&Reset"))
        self.slider.setAccessibleName(plain)
        self.box.setAccessibleName(self.tr("%1, as a number").replace("%1", plain))
        if isinstance(self.box, NumberBox):
            self.box.show_unit(unit, unlimited)
        else:
            self.box.setSuffix(unit)
        for widget in (self._label, self.slider, self.box):
            widget.setToolTip(tip)

    @property
    def default(self) -> int:
        """What it says while nobody has changed it."""
        return self.scale.default

    @property
    def value(self) -> int:
        """What it says now."""
        return self.box.value()

    def set_scale(self, scale: Scale) -> None:
        """Take another range, and its default, without a signal."""
        self.scale = self.slider.scale = scale
        self.slider.neutral = scale.position(scale.default) if scale.has_neutral else None
        with QSignalBlocker(self.box):
            self.box.setRange(scale.low, scale.high)
        self.show_value(scale.default)

    def show_value(self, value: int) -> None:
        """Show a value without a signal."""
        with QSignalBlocker(self.slider), QSignalBlocker(self.box):
            self.slider.setValue(self.scale.position(value))
            self.box.setValue(value)

    def _on_reset(self) -> None:
        self._on_user(self.scale.default)

    def _on_user(self, value: int) -> None:
        self.show_value(value)
        self.value_changed.emit(self.value)
