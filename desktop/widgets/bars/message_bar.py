"""One line that says what went wrong or right, without stopping the user."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QToolButton, QWidget

from desktop.platform.icons import themed_icon
from desktop.widgets.announce import announce
from desktop.widgets.plain import Label
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Callable


_ICON = 20
_LEAST_MS, _MS_PER_LETTER = 6000, 80
"""How long a message that passes is shown: slow readers need so long for a letter."""


class Tone(Enum):
    """What kind of news it is: the bar's color, and the icon that says the same without color."""

    NOTE = "#2f5d8a", "note"
    ERROR = "#8f2f2f", "error"


@dataclass(frozen=True)
class _Message:
    text: str
    tone: Tone
    action: str = ""
    then: Callable[[], object] | None = None
    passes: bool = False
    """Whether it goes by itself; not while the mouse or the keyboard is on it."""


class MessageBar(QFrame):
    """Hidden until there is something to say; may offer one thing to do about it.

    A note that asks for nothing passes after a while; errors and questions stay. An offer waits
    behind other messages until it is answered.

    Signals:
        declined(): the user closed the offer.
        said(): another message is shown, perhaps of another height.
    """

    declined = Signal()
    said = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self._shown: _Message | None = None
        self._offer: _Message | None = None
        self._icon, self._label = Label(), Label()
        self._label.setWordWrap(True)
        self._action = QPushButton()
        self._action.clicked.connect(self._on_action)
        self._close = QToolButton()
        self._close.setAutoRaise(True)
        self._close.clicked.connect(self._on_close)
        self._passing = QTimer(self)
        self._passing.setSingleShot(True)
        self._passing.timeout.connect(self._pass)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._label, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Name the button; a message that has been said stays as it is until the next one."""
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close message"))

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
        passes: bool | None = None,
    ) -> None:
        """Show a message until the next one, until closed, or until :meth:`clear_message`.

        Args:
            text: The message.
            tone: What kind of news it is.
            action: What a button says, if there is something to do about it.
            then: What the button does.
            passes: Whether it goes by itself after a while; by default, a note without a button.
        """
        if passes is None:
            passes = tone is Tone.NOTE and not action
        self._show(_Message(text, tone, action, then, passes))

    def offer(self, text: str, action: str, then: Callable[[], object]) -> None:
        """Show a message now and whenever there is no other, until the user answers."""
        self._offer = _Message(text, Tone.NOTE, action, then)
        self._show(self._offer)

    def withdraw_offer(self) -> None:
        """Offer no more: the user has found another way."""
        self._offer = None
        self.clear_message()

    def _show(self, message: _Message) -> None:
        self._shown = message
        text = printable(message.text)
        self._label.setText(text)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action))
        ground, icon = message.tone.value
        palette = self.palette()
        for role in (QPalette.ColorRole.Window, QPalette.ColorRole.Highlight):
            palette.setColor(role, QColor(ground))
        palette.setColor(QPalette.ColorRole.WindowText, QColor("white"))
        self.setPalette(palette)
        self._icon.setPixmap(themed_icon(icon, palette).pixmap(_ICON))
        self._close.setIcon(themed_icon("close", palette))
        is_error = message.tone is Tone.ERROR
        said = self.tr("Error: %1") if is_error else self.tr("Note: %1")
        self.setAccessibleName(said.replace("%1", text))
        self.show()
        announce(self, self.accessibleName(), is_urgent=is_error)
        self._wait()
        self.said.emit()

    def clear_message(self, tone: Tone | None = None) -> None:
        """Take the message away, or only if it has this tone; an offer comes back."""
        shown = self._shown
        if shown is None or shown is self._offer or tone not in (None, shown.tone):
            return
        self._shown = None
        self._passing.stop()
        self.hide()
        if self._offer is not None:
            self._show(self._offer)

    def event(self, event: QEvent) -> bool:
        """Let a message wait while the mouse is over it."""
        if event.type() in (QEvent.Type.Enter, QEvent.Type.Leave):
            self._wait()
        return super().event(event)

    def _wait(self) -> None:
        """Let the time of a message that passes begin anew."""
        self._passing.stop()
        if self._shown is not None and self._shown.passes:
            self._passing.start(_LEAST_MS + _MS_PER_LETTER * len(self._shown.text))

    def _pass(self) -> None:
        """Let the message go, unless somebody is about to use it."""
        if self.underMouse() or self._action.hasFocus() or self._close.hasFocus():
            self._wait()
        else:
            self.clear_message()

    def _on_action(self) -> None:
        message = self._shown
        if message is self._offer:
            self._offer = None
        self.clear_message()
        if message is not None and message.then is not None:
            message.then()

    def _on_close(self) -> None:
        if self._shown is self._offer:
            self._offer = None
            self.declined.emit()
        self.clear_message()
