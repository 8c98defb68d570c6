"""Other plausible versions of the photo, to choose from at a glance."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPalette, QPen, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.texts.model_texts import NAMES, name_of
from desktop.widgets.attention import Attention
from desktop.widgets.bars.busy_bar import BusyBar
from desktop.widgets.plain import Label
from desktop.widgets.sideways import Sideways

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

_THUMB = QSize(240, 180)
_OF_WINDOW = 6
"""Of which a picture takes one part: on a small screen the photo itself needs the room."""
_BAR_WIDTH = 160
_FRAME = 3
"""Pixels of the frame around a version that is looked at, or is the photo's own."""


class VersionButton(QToolButton):
    """A picture with its name, framed while it is looked at or is what the photo is now."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        self.setCheckable(True)
        self.setAutoRaise(True)  # what is not framed is flat
        self.is_looked_at = False

    def look(self, *, is_on: bool) -> None:
        """Show that somebody looks at it, or no longer."""
        self.is_looked_at = is_on
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame over the button: styles hardly tell one that the mouse is over."""
        super().paintEvent(event)
        if self.is_looked_at or self.isChecked():
            painter, inset = QPainter(self), _FRAME // 2 + 1
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self.palette().highlight().color(), _FRAME))
            painter.drawRoundedRect(self.rect().adjusted(inset, inset, -inset, -inset), 4, 4)
            painter.end()


class CandidateStrip(QWidget):
    """A row of pictures, the photo as it was when they were made first; hidden while nobody asks.

    Pictures come one by one and take the places of those that are there: nothing jumps.

    Signals:
        chosen(index: int)
        looked_at(index: int): -1 for none.
        cancelled(): no more versions are wanted.
    """

    chosen = Signal(int)
    looked_at = Signal(int)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[VersionButton] = []
        self._names: list[str] = []
        self._current = 0
        self._done, self._total = 0, 0
        self._title, self._waits, self._bar = Label(), Label(), BusyBar()
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancelled)
        self._waits.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._scroll = Sideways()
        self._row = self._scroll.row
        self._lay_out()
        self.retranslate()
        self._show_progress()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Variations"))
        self._title.setText(self.tr("Variations"))
        self.cancel.setText(self.tr("Cancel"))
        for index, button in enumerate(self.buttons):
            self._name(button, self._names[index], is_current=index == self._current)
        self._show_progress()
        self._fit()

    def begin(self, total: int) -> None:
        """So many versions are coming; those of before stay until they are there."""
        self._done, self._total = 0, total
        self._show_progress()
        self._fit()

    def add(self, name: str, picture: QImage) -> None:
        """Show the next version by name, of the context ``Versions``."""
        index, self._done = self._done, self._done + 1
        if index == len(self.buttons):
            self._append(index)
            self._names.append(name)
        self._names[index] = name
        button = self.buttons[index]
        keep, ratio = Qt.AspectRatioMode.KeepAspectRatio, self.devicePixelRatioF()
        smooth = Qt.TransformationMode.SmoothTransformation
        scaled = picture.scaled(self._picture_size() * ratio, keep, smooth)
        scaled.setDevicePixelRatio(ratio)
        button.setIcon(QIcon(QPixmap.fromImage(scaled)))
        button.setIconSize(scaled.deviceIndependentSize().toSize())
        self._name(button, name, is_current=index == self._current)
        self._show_progress()

    def show_current(self, index: int) -> None:
        """Mark the version that the photo is now; -1 for none."""
        self._current = index
        for place, button in enumerate(self.buttons):
            self._name(button, self._names[place], is_current=place == index)

    def end(self) -> None:
        """No more are coming; what is left of those of before goes away."""
        for button in self.buttons[self._done :]:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        del self.buttons[self._done :], self._names[self._done :]
        self._total = self._done
        self._show_progress()

    def clear(self) -> None:
        """Show none."""
        self._done = 0
        self.end()

    @property
    def is_waiting(self) -> bool:
        """Whether more are coming."""
        return self._done < self._total

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 0)
        head.addWidget(self._title)
        head.addStretch(1)
        for widget in (self._waits, self._bar, self.cancel):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the pictures do not move
            widget.setSizePolicy(policy)
            head.addWidget(widget)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addWidget(self._scroll)

    def _append(self, index: int) -> None:
        button = VersionButton()
        button.clicked.connect(partial(self._on_clicked, index))
        attention = Attention(button)
        attention.changed.connect(lambda is_on: self._on_attention(button, index, is_on=is_on))
        self._row.insertWidget(index, button)
        self.buttons.append(button)

    def _on_clicked(self, index: int, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's
        self.chosen.emit(index)
        self.show_current(self._current)  # Qt has checked the one that was clicked

    def _on_attention(self, button: VersionButton, index: int, *, is_on: bool) -> None:
        button.look(is_on=is_on)
        self.looked_at.emit(index if is_on else -1)

    def _name(self, button: VersionButton, name: str, *, is_current: bool) -> None:
        text = name_of(name) if name in NAMES else QCoreApplication.translate("Versions", name)
        button.setText(f"✓ {text}" if is_current else text)
        button.setAccessibleName(text)
        button.setChecked(is_current)
        font = button.font()
        font.setBold(is_current)
        button.setFont(font)

    def _show_progress(self) -> None:
        text = self.tr("Creating variations: %1 of %2")
        for number, value in enumerate((self._done, self._total), start=1):
            text = text.replace(f"%{number}", QLocale().toString(value))
        self._waits.setText(text)
        self._bar.show_share(self._done, self._total)
        self._bar.setAccessibleName(text)
        for widget in (self._waits, self._bar, self.cancel):
            widget.setVisible(self.is_waiting)

    def _picture_size(self) -> QSize:
        room = self.window().height() // _OF_WINDOW
        return _THUMB.scaled(_THUMB.width(), room, Qt.AspectRatioMode.KeepAspectRatio)

    def _fit(self) -> None:
        """Be as high as the pictures will be, from the start."""
        head = self.cancel.sizeHint().height() + 6
        usual = self._picture_size().height() + self.fontMetrics().height() + 14
        tallest = max((usual, *(button.sizeHint().height() for button in self.buttons)))
        bar = self._scroll.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + tallest + bar + 8)
