"""One line that says what went wrong or right, without stopping the user."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from collections.abc import Callable


class Tone(Enum):
    """What kind of news it is; the value is the bar's color."""

    NOTE = "#2f5d8a"
    ERROR = "#8f2f2f"


class MessageBar(QFrame):
    """Hidden until there is something to say; may offer one thing to do about it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        self._tone = Tone.NOTE
        self._then: Callable[[], object] | None = None
        self._label = QLabel()
        self._label.setWordWrap(True)
        self._label.setTextFormat(Qt.TextFormat.PlainText)  # file names are not markup
        self._action = QPushButton()
        self._action.clicked.connect(self._on_action)
        close = QToolButton()
        close.setText("✕")
        close.setAutoRaise(True)
        close.setAccessibleName(self.tr("Close message"))
        close.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """The message, or nothing."""
        return "" if self.isHidden() else self._label.text()

    def show_message(
        self,
        text: str,
        tone: Tone,
        *,
        action: str = "",
        then: Callable[[], object] | None = None,
    ) -> None:
        """Show a message until the next one, until closed, or until :meth:`clear_message`.

        Args:
            text: The message.
            tone: What kind of news it is.
            action: What a button says, if there is something to do about it.
            then: What the button does.
        """
        self._tone, self._then = tone, then
        self._label.setText(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        style = (
            f"#messageBar {{ background: {tone.value}; }} #messageBar QLabel {{ color: white; }}"
        )
        self.setStyleSheet(style)
        self.setAccessibleName(text)
        self.show()

    def clear_message(self, tone: Tone | None = None) -> None:
        """Hide the bar, or only if its message has this tone."""
        if tone in (None, self._tone):
            self.hide()

    def _on_action(self) -> None:
        self.clear_message()
        if self._then is not None:
            self._then()
