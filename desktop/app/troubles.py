"""What went wrong, told to the user with what can be done about it."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.editing.coloring import is_in_color
from desktop.jobs.engine_thread import BugError
from desktop.state.recipes import coloring_of, with_coloring
from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.texts.messages import action_for, message_for
from desktop.widgets.bars.message_bar import MessageBar, Tone
from engine.errors import FADED_COLOR, DeviceMemoryError, EngineError
from engine.recipe.stages import Coloring

if TYPE_CHECKING:
    from types import TracebackType

    from desktop.editing.coloring import ColoringController
    from desktop.state.document import Document
    from desktop.state.history import History

logger = logging.getLogger(__name__)


class Troubles(QObject):
    """Shows errors in the message bar, and does what the bar offers.

    Signals:
        came(): something has gone wrong; what waited for it to go well should not.
        restoring_wanted(): the user wants a faded photo to be restored.
    """

    came = Signal()
    restoring_wanted = Signal()

    def __init__(
        self, coloring: ColoringController, history: History, messages: MessageBar
    ) -> None:
        super().__init__(messages)
        self._coloring, self._history, self._messages = coloring, history, messages
        self._retry_size = 0
        coloring.doubted.connect(self.tell_doubt)
        coloring.coloring_stopped.connect(self.tell_stopped)

    @Slot(object)
    def tell(self, error: EngineError) -> None:
        """Say what went wrong with the photo that is shown, or with the model."""
        if isinstance(error, BugError):  # see :meth:`tell_crash`
            return
        self._take(error)
        action, then = action_for(error), self.recolor
        tone = Tone.NOTE if action else Tone.ERROR  # a question is no fault
        document = self._coloring.document
        if isinstance(error, DeviceMemoryError) and error.retry_size and document is not None:
            self._retry_size, then = error.retry_size, self._retry
            action = self.tr("Try at %1 pixels").replace("%1", str(error.retry_size))
        if is_in_color(error) and error.args[-1] == FADED_COLOR:
            action, then = self.tr("Bring its colors back"), self.restoring_wanted.emit
        self._messages.show_message(message_for(error), tone, action=action, then=then)

    @Slot(object)
    def tell_only(self, error: EngineError) -> None:
        """Say what went wrong where nothing can be done: perhaps with a photo not shown."""
        if isinstance(error, BugError):  # see :meth:`tell_crash`
            return
        self._take(error)
        self._messages.show_message(message_for(error), Tone.ERROR)

    def _take(self, error: EngineError) -> None:
        """Write an error down, and let go of what waited; who calls says it, once."""
        logger.error("%s", error, exc_info=error)
        self.came.emit()

    @Slot(object)
    def tell_doubt(self, document: Document) -> None:
        """Say that a photo was colored which may have been in color already."""
        text = self.tr("“%1” may be a color photo; it was colorized anyway.")
        if not document.title:
            text = self.tr("The image may be in color already; it was colorized anyway.")
        self._messages.show_message(text.replace("%1", document.title), Tone.NOTE)

    @Slot()
    def tell_stopped(self) -> None:
        """Say that the picture is not what was asked for last, and offer to go on."""
        text = self.tr("Stopped. The picture does not show your last change yet.")
        self._messages.show_message(text, Tone.NOTE, action=self.tr("Continue"), then=self.go_on)

    @Slot()
    def go_on(self) -> None:
        """Do what was stopped."""
        self._messages.clear_message()
        self._coloring.colorize()

    @Slot(object)
    def tell_crash(self, error: Exception) -> None:
        """Own up to a bug in the engine thread."""
        logger.critical("a bug in the engine thread", exc_info=error)
        self._own_up()

    def tell_bug(
        self, kind: type[BaseException], error: BaseException, traceback: TracebackType | None
    ) -> None:
        """Own up to a bug in this thread; for ``sys.excepthook``."""
        logger.critical("a bug", exc_info=(kind, error, traceback))
        self._own_up()

    def _own_up(self) -> None:
        self.came.emit()
        text = self.tr(
            "Kolorit ran into an error; your photo is unchanged. The log has the details."
        )
        self._messages.show_message(text, Tone.ERROR)

    @Slot()
    def recolor(self) -> None:
        """Run the network again, also on a photo in color."""
        self._messages.clear_message()
        document = self._coloring.document
        if document is not None and document.recipe.coloring is None:
            document.item.recolor = True
            recipe = replace(document.recipe, coloring=Coloring())
            self._history.change(QT_TRANSLATE_NOOP("Steps", "color"), recipe)
        self._coloring.colorize(recolor=True)

    @Slot()
    def _retry(self) -> None:
        """Do what the message offers: try again, smaller."""
        document = self._coloring.document
        if document is not None and coloring_of(document.recipe).size != self._retry_size:
            recipe = with_coloring(document.recipe, size=self._retry_size)
            self._history.change(QT_TRANSLATE_NOOP("Steps", "detail"), recipe)
        else:
            self._coloring.colorize()
