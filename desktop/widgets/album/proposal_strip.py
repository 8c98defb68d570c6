"""Photos in which the same thing was found, to agree or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal, Slot
from PySide6.QtGui import QColor, QKeyEvent, QPalette, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.widgets.album.proposal import ProposalButton
from desktop.widgets.announce import announce
from desktop.widgets.bars.busy_bar import BusyBar
from desktop.widgets.plain import Label
from desktop.widgets.sideways import Sideways

if TYPE_CHECKING:
    from desktop.widgets.album.proposal import Proposed
    from desktop.widgets.viewer.tools.hint_tool import Mark

_THUMB = QSize(240, 150)
_OF_WINDOW = 7
"""Of which a picture takes one part: on a small screen the photo itself needs the room."""
_BAR_WIDTH = 160
_SWATCH = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ProposalStrip(QWidget):
    """A row of pictures with the place marked, sure ones first and on; hidden until it is needed.

    Signals:
        accepted(places: frozenset[int]): the color is to be used in these, from 0.
        cancelled(): in none.
    """

    accepted = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[ProposalButton] = []
        self._mark: Mark | None = None
        self._done, self._total = 0, 0
        self._swatch, self._title, self._waits = Label(), Label(), Label()
        self._bar = BusyBar()
        self.accept, self.cancel = QPushButton(), QPushButton()
        for button in (self.accept, self.cancel):
            button.setAutoDefault(True)  # Enter is for the one that has the focus
        self.accept.clicked.connect(self._accept)
        self.cancel.clicked.connect(self.cancelled)
        self._waits.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._scroll = Sideways()
        self._row = self._scroll.row
        self._lay_out()
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("The same thing in other photos"))
        self.cancel.setText(self.tr("Cancel"))
        for button in self.buttons:
            button.retranslate()
        self._show_counts()

    def begin(self, mark: Mark) -> None:
        """Show that a hint's color is looked for in other photos."""
        self._clear()
        self._mark = mark
        square = QPixmap(_SWATCH, _SWATCH)
        square.fill(QColor(*mark.rgb))
        self._swatch.setPixmap(square)
        self._done, self._total = 0, 0
        self._show_counts()
        self._fit()
        self.show()
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int, int)
    def show_progress(self, done: int, total: int) -> None:
        """Show how many photos have been looked through."""
        was_waiting = self.is_waiting
        self._done, self._total = done, total
        self._show_counts()
        if was_waiting and not self.is_waiting and self.buttons and not self.isHidden():
            announce(self, self._title.text())
            if self.cancel.hasFocus():
                self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def add(self, place: int, proposed: Proposed) -> None:
        """Show one more photo, at its place among the others."""
        assert self._mark is not None
        button = ProposalButton(proposed, self._mark.rgb, self._picture_size())
        button.decided.connect(self._show_counts)
        self.buttons.insert(place, button)
        self._row.insertWidget(place, button, 0, Qt.AlignmentFlag.AlignTop)
        self._show_counts()
        self._fit()

    def end(self) -> None:
        """Propose nothing any more."""
        self.hide()
        self._clear()
        self._done = self._total = 0

    @property
    def is_waiting(self) -> bool:
        """Whether more photos are to be looked through."""
        return self._done < self._total

    def event(self, event: QEvent) -> bool:
        """Take keys before commands that have the same."""
        keys = (*_ENTER, Qt.Key.Key_Escape)
        is_asked = event.type() == QEvent.Type.ShortcutOverride
        if is_asked and isinstance(event, QKeyEvent) and event.key() in keys:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter use the color, and Escape leave it."""
        if event.key() in _ENTER and self.accept.isEnabled():
            self._accept()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _accept(self) -> None:
        places = (place for place, each in enumerate(self.buttons) if each.isChecked())
        self.accepted.emit(frozenset(places))

    def _clear(self) -> None:
        for button in self.buttons:
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons.clear()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(12, 4, 12, 0)
        head.setSpacing(8)
        for widget in (self._swatch, self._title):
            head.addWidget(widget)
        head.addStretch(1)
        for waiting in (self._waits, self._bar):
            policy = waiting.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the buttons do not move
            waiting.setSizePolicy(policy)
            head.addWidget(waiting)
        head.addWidget(self.accept)
        head.addWidget(self.cancel)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addWidget(self._scroll)

    @Slot()
    def _show_counts(self) -> None:
        count, chosen = len(self.buttons), sum(each.isChecked() for each in self.buttons)
        if count:
            self._title.setText(self.tr("The same thing? %Ln photos", "", count))
        else:
            self._title.setText(self.tr("Looking for the same thing in other photos"))
        self.accept.setText(self.tr("Use in %Ln photos", "", chosen))
        self.accept.setEnabled(chosen > 0)
        text = self.tr("Searching: %1 of %2")
        for number, value in enumerate((self._done, self._total), start=1):
            text = text.replace(f"%{number}", QLocale().toString(value))
        self._waits.setText(text)
        self._bar.show_share(self._done, self._total)
        self._bar.setAccessibleName(text)
        for widget in (self._waits, self._bar):
            widget.setVisible(self.is_waiting)

    def _picture_size(self) -> QSize:
        room = self.window().height() // _OF_WINDOW
        return _THUMB.scaled(_THUMB.width(), room, Qt.AspectRatioMode.KeepAspectRatio)

    def _fit(self) -> None:
        """Be as high as the pictures will be, from the start."""
        head = self.cancel.sizeHint().height() + 6
        usual = self._picture_size().height() + 2 * self.fontMetrics().height() + 14
        tallest = max((usual, *(button.sizeHint().height() for button in self.buttons)))
        bar = self._scroll.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(head + tallest + bar + 8)
