"""A button that is a color, and rows of them that never change their size."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QWidget

from desktop.widgets.attention import Attention
from engine.photo.one_color import Ab, rgb_from_lab

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent

_HEIGHT = 30
_ROUND = 4.0
_SEEN_WELL = 52.0, 78.0
"""L between which colors can be told apart: as they are, those of dark cloth all look black."""
_HERE = 9
"""Pixels of a swatch that show its color as it looks in the photo."""


class Swatch(QAbstractButton):
    """Shows a color, with a strip of what it looks like in the photo, and a short text below it."""

    def __init__(
        self, width: int, *, has_text: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.ab: Ab = (0.0, 0.0)
        """What it stands for."""
        self._lightness = 60.0
        self.attention = Attention(self)
        line = self.fontMetrics().height() + 2 if has_text else 0
        self.setFixedSize(width, _HEIGHT + line)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    @property
    def color(self) -> QColor:
        """What most of it shows."""
        low, high = _SEEN_WELL
        return QColor(*rgb_from_lab(min(high, max(low, self._lightness)), self.ab))

    def show_color(self, ab: Ab, lightness: float, name: str, text: str = "") -> None:
        """Show a color.

        Args:
            ab: Its a and b.
            lightness: L of the place where it would be.
            name: For screen readers and the tip.
            text: Below the color.
        """
        self.ab, self._lightness = ab, lightness
        self.setText(text)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the color, a border that shows on any ground, and the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, 0)
        body.setHeight(_HEIGHT - 3)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(*rgb_from_lab(self._lightness, self.ab)))
        painter.drawRoundedRect(body, _ROUND, _ROUND)
        painter.setBrush(self.color)
        painter.setClipRect(body.adjusted(-2, -2, 2, -_HERE))
        painter.drawRoundedRect(body, _ROUND, _ROUND)
        painter.setClipping(False)
        is_chosen = self.hasFocus() or self.underMouse() or self.isChecked()
        border = self.palette().highlight().color() if is_chosen else QColor(0, 0, 0, 140)
        painter.setPen(QPen(border, 2.5 if is_chosen else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(body, _ROUND, _ROUND)
        if self.text():
            painter.setPen(self.palette().windowText().color())
            below = self.rect().adjusted(0, _HEIGHT, 0, 0)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


class SwatchRow(QWidget):
    """Room for so many colors; where there is none yet, or none at all, an empty frame.

    Signals:
        ab_chosen(a: float, b: float)
        ab_tried(ab: Ab | None): one is looked at; or none any more.
    """

    ab_chosen = Signal(float, float)
    ab_tried = Signal(object)

    def __init__(
        self, count: int, width: int, *, has_text: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.swatches = tuple(Swatch(width, has_text=has_text) for _ in range(count))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for swatch in self.swatches:
            row.addWidget(swatch)
            swatch.hide()
            swatch.clicked.connect(lambda _=False, s=swatch: self.ab_chosen.emit(*s.ab))
            swatch.attention.changed.connect(
                lambda is_on, s=swatch: self.ab_tried.emit(s.ab if is_on else None)
            )
        row.addStretch(1)

    def show_count(self, count: int) -> Sequence[Swatch]:
        """Show so many swatches, and return them."""
        for index, swatch in enumerate(self.swatches):
            swatch.setVisible(index < count)
        self.update()
        return self.swatches[:count]

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the frames of those that are not there."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self.palette().windowText().color()
        color.setAlphaF(0.25)
        painter.setPen(QPen(color, 1, Qt.PenStyle.DotLine))
        for swatch in self.swatches:
            if swatch.isHidden():
                body = QRectF(swatch.geometry()).adjusted(1.5, 1.5, -1.5, 0)
                body.setHeight(_HEIGHT - 3)
                painter.drawRoundedRect(body, _ROUND, _ROUND)
        painter.end()
