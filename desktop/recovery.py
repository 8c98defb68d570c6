"""After a crash: what was open can be opened again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.messages import crashed_message
from desktop.widgets.message_bar import MessageBar, Tone

if TYPE_CHECKING:
    from desktop.opening import Opener
    from desktop.session import SessionJournal


def offer_crashed(journal: SessionJournal, opener: Opener, messages: MessageBar) -> None:
    """Offer the photos of crashed sessions, if there are any."""

    def reopen() -> None:
        opener.reopen(journal.crashed.photos)
        if journal.write():  # only now is the old journal not needed any more
            journal.crashed.forget()

    count = len(journal.crashed.photos)
    if count:
        text, action = crashed_message(count)
        messages.show_message(text, Tone.NOTE, action=action, then=reopen)
