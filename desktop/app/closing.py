"""Photos and the window close only after what is not saved has been saved, or may go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from desktop import dialogs
from desktop.widgets.bars.message_bar import MessageBar, Tone
from desktop.widgets.plain import Answer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.app.activities import Activities
    from desktop.app.controllers import Controllers
    from desktop.state.item import Item


class Closing(QObject):
    """Asks what becomes of unsaved changes; saves in the background, then closes.

    What could not be saved stays open, and why is said where all errors are.
    """

    def __init__(
        self, parts: Controllers, activities: Activities, messages: MessageBar, window: QWidget
    ) -> None:
        super().__init__(window)
        self._parts, self._activities = parts, activities
        self._messages, self._window = messages, window
        self._closes_window = False
        """Whether the window closes as soon as everything is saved."""
        self._leaving: set[int] = set()
        """Photos that close as soon as they are saved."""
        parts.saver.item_saved.connect(self._on_saved)
        activities.changed.connect(self._on_activities_changed)
        for gave_up in (
            parts.saver.item_dropped,
            parts.troubles.came,
            activities.save_stopped,
        ):
            gave_up.connect(self.stay_open)

    def close_shown(self) -> None:
        """Close the photo that is shown."""
        current = self._parts.album.current
        if current is not None:
            self.close_photos([current.id])

    @Slot(object)
    def take_off(self, ids: Sequence[int]) -> None:
        """Close photos by Delete, which elsewhere deletes files: say that theirs stay."""
        names = [item.name for item in self._parts.album.items if item.id in ids]
        self.close_photos(ids)
        if not names or any(item.id in ids for item in self._parts.album.items):
            return  # they stay, or are saved before, which is told
        text = self.tr("“%1” was taken off the list. Its file stays where it is.")
        text = text.replace("%1", names[0] or self.tr("Pasted image"))
        if len(names) > 1:
            text = self.tr(
                "%Ln photos were taken off the list. Their files stay where they are.",
                "",
                len(names),
            )
        self._messages.show_message(text, Tone.NOTE)

    @Slot(object)
    def close_photos(self, ids: Sequence[int]) -> None:
        """Close photos; those with unsaved changes are saved before, or may go, or stay all."""
        items = [item for item in self._parts.album.items if item.id in ids]
        unsaved = [item for item in items if item.has_unsaved_work]
        answer = Answer.Discard
        if unsaved:
            stays = self.tr("Closing takes a photo off the list; its file stays where it is.")
            answer = self._ask(unsaved, f"{self._details(unsaved)} {stays}")
        if answer is Answer.Discard:
            self._leaving.difference_update(ids)
            self._parts.opener.close(ids)
        elif answer is Answer.Save:
            self._leaving.update(ids)
            self._parts.saver.save_changes(unsaved)

    def may_close_window(self) -> bool:
        """Return whether the window may close now; if it is to wait, it closes later by itself.

        A save that is under way ends first; closing once more does not wait.
        """
        waits, self._closes_window = self._closes_window, False
        if self._activities.is_saving and not waits:
            self._wait_for_saving()
            return False
        unsaved = [item for item in self._parts.album.items if item.has_unsaved_work]
        answer = self._ask(unsaved, self._details(unsaved)) if unsaved else Answer.Discard
        if answer is Answer.Save:
            self._wait_for_saving()
            self._parts.saver.save_changes(unsaved)
        if answer is not Answer.Discard:
            return False
        return not self._parts.batches.is_busy or dialogs.ask_stop_batch(self._window)

    @Slot()
    def stay_open(self) -> None:
        """Take back what waits for a save: what was not saved is still here."""
        self._leaving.clear()
        if self._closes_window:
            self._closes_window = False
            self._messages.clear_message()

    def _wait_for_saving(self) -> None:
        self._closes_window = True
        text = self.tr("The photo is still being saved; Kolorit closes after that.")
        self._messages.show_message(text, Tone.NOTE)

    def _ask(self, unsaved: Sequence[Item], details: str) -> Answer:
        return dialogs.ask_save_changes(self._window, [item.name for item in unsaved], details)

    def _details(self, unsaved: Sequence[Item]) -> str:
        """Say what saving will do: nobody chooses a name."""
        folder = self._parts.saver.folder
        if all(item.path is None for item in unsaved) and folder is None:
            folder = dialogs.pictures_folder()
        if all(item.result is not None for item in unsaved):
            return self.tr("What was saved before is updated. Originals stay as they are.")
        if folder is None:
            return self.tr("Results are saved beside the originals, which stay as they are.")
        text = self.tr("Results are saved in “%1”. Originals stay as they are.")
        return text.replace("%1", str(folder))

    @Slot(object)
    def _on_saved(self, item: Item) -> None:
        if item.id in self._leaving and not self._is_left():
            leaving, self._leaving = self._leaving, set()
            self.close_photos(list(leaving))  # what was changed meanwhile is asked about

    def _is_left(self) -> bool:
        """Whether one of the photos that close together is still to be saved."""
        items = (item for item in self._parts.album.items if item.id in self._leaving)
        return any(self._parts.saver.is_saving(item) for item in items)

    @Slot()
    def _on_activities_changed(self) -> None:
        if self._closes_window and not self._activities.is_saving:
            QTimer.singleShot(0, self, self._close_window)  # a failure will be told before

    def _close_window(self) -> None:
        if self._closes_window:
            self._window.close()
