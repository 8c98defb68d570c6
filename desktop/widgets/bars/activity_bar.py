"""What the engine is busy with, how far it is, and a way to stop it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desktop.widgets.bars.busy_bar import BusyBar
from desktop.widgets.plain import Label

_FULL = 1000


class ActivityBar(QWidget):
    """Hidden while there is nothing to wait for.

    Signals:
        cancel_requested()
    """

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label()
        self._bar = BusyBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(160)
        self.cancel = QPushButton()
        self.cancel.clicked.connect(self.cancel_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self._label, self._bar, self.cancel):
            row.addWidget(widget)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.cancel.setText(self.tr("Cancel"))
        self.cancel.setShortcut("Esc")  # a new text takes the old key away

    @property
    def text(self) -> str:
        """What is under way."""
        return self._label.text()

    def show_activity(self, text: str, *, can_cancel: bool) -> None:
        """Say what is under way, for an unknown time; hide for an empty text."""
        self._bar.show_busy()
        self._label.setText(text)
        self._bar.setAccessibleName(text)
        self.cancel.setVisible(can_cancel and bool(text))
        self.setVisible(bool(text))

    def show_progress(self, fraction: float) -> None:
        """Show how far it is, 0 to 1."""
        self._bar.show_share(round(fraction * _FULL), _FULL)
