"""The bar above the photo while uncertain areas are shown: what they are, and a way through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from desktop.widgets.announce import announce
from desktop.widgets.plain import Label
from desktop.widgets.viewer.overlay import DOUBT_COLOR

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_SAMPLE = QSize(30, 18)
_GAP = 6
"""Pixels between the stripes of the sample."""


class DoubtSample(QWidget):
    """What an uncertain area looks like, as maps explain their signs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedSize(_SAMPLE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a hatched piece with its outline."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        painter.fillRect(body, QColor(120, 120, 120))
        painter.setClipRect(body)
        painter.setPen(QPen(QColor(DOUBT_COLOR), 2))
        for left in range(-self.height(), self.width(), _GAP):
            painter.drawLine(left + self.height(), 0, left, self.height())
        painter.setClipping(False)
        painter.setPen(QPen(QColor(DOUBT_COLOR), 2))
        painter.drawRect(body)
        painter.end()


class DoubtBar(QWidget):
    """Says what the hatching means, and steps through the most uncertain areas.

    Signals:
        stepped(way: int): 1 for the next area, -1 for the one before.
        color_requested(): the user knows the color of the one that is shown.
    """

    stepped = Signal(int)
    color_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.legend, self.place = Label(), Label()
        self.previous, self.next, self.color = QPushButton(), QPushButton(), QPushButton()
        self._index, self._count = 0, 0
        self.previous.clicked.connect(lambda: self.stepped.emit(-1))
        self.next.clicked.connect(lambda: self.stepped.emit(1))
        self.color.clicked.connect(self.color_requested)
        self.legend.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.addWidget(DoubtSample())
        row.addWidget(self.legend, 1)
        for widget in (self.previous, self.place, self.next, self.color):
            row.addWidget(widget)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.legend.setText(self.tr("Hatched: the model was unsure of the color here."))
        self.previous.setText(self.tr("Previous"))
        self.previous.setToolTip(self.tr("Previous uncertain area (Shift+U)"))
        self.next.setText(self.tr("Next"))
        self.next.setToolTip(self.tr("Next uncertain area (U)"))
        self.color.setText(self.tr("Set its color…"))
        self.show_place(self._index, self._count)

    def show_place(self, index: int, count: int) -> None:
        """Say which of how many areas is looked at; the first is 0."""
        self._index, self._count = index, count
        text = self.tr("%1 of %2") if count else self.tr("None stands out")
        for number, value in enumerate((index + 1, count), start=1):
            text = text.replace(f"%{number}", QLocale().toString(value))
        self.place.setText(text)
        for button in (self.previous, self.next):
            button.setEnabled(count > 1)
        self.color.setEnabled(count > 0)

    def tell_place(self) -> None:
        """Let a screen reader say where the user is now."""
        announce(self, self.tr("Uncertain area %1").replace("%1", self.place.text()))
