"""What was open at the last end, in a crash or not, can be opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.texts.messages import crashed_message, newer_session_message
from desktop.widgets.bars.message_bar import Tone

if TYPE_CHECKING:
    from desktop.photos.opening import Opener
    from desktop.photos.session import Left, SessionJournal
    from desktop.photos.session_json import Remembered
    from desktop.widgets.bars.message_bar import MessageBar


class CrashOffer(QObject):
    """Offers the photos of crashed sessions until the user takes them or says no.

    Who said no can still change their mind until the window closes. If nothing crashed, what was
    open when the window was last closed can be opened again, but nobody is asked.

    Signals:
        changed(): see :attr:`is_open`; also when there turned out to be nothing.
    """

    changed = Signal()

    def __init__(self, journal: SessionJournal, opener: Opener, messages: MessageBar) -> None:
        super().__init__(messages)
        self._journal, self._opener, self._messages = journal, opener, messages
        self._photos: tuple[Remembered, ...] = ()
        self._last: tuple[Remembered, ...] = ()
        self._is_declined = False
        messages.declined.connect(self._on_declined)

    @property
    def is_open(self) -> bool:
        """Whether there is anything to restore."""
        return bool(self._photos or self._last)

    @property
    def last(self) -> int:
        """How many photos were open when the window was last closed, if none crashed since."""
        return 0 if self._photos else len(self._last)

    def make(self) -> None:
        """Look for something to restore; if that was left by a crash, say so."""
        self._journal.find_left(self._on_found)

    def _on_found(self, left: Left) -> None:
        photos, self._last = left.crashed, left.last
        self._photos = photos
        if photos:
            text, action = crashed_message(len(photos))
            self._messages.offer(text, action, self.restore)
        elif left.has_newer:
            self._messages.show_message(newer_session_message(), Tone.NOTE)
        self.changed.emit()

    @Slot()
    def restore(self) -> None:
        """Open the photos again."""
        if not self._photos:
            photos, self._last = self._last, ()
            self._opener.reopen(photos)
        else:
            photos, self._photos, self._last = self._photos, (), ()
            self._messages.withdraw_offer()
            self._opener.reopen(photos, self._journal.take_over)
        self.changed.emit()

    def end(self) -> None:
        """The window closes: what was declined is not offered again."""
        if self._is_declined and self._photos:
            self._journal.forget_crashed()

    @Slot()
    def _on_declined(self) -> None:
        self._is_declined = True
