"""What commands do to all photos that are selected in the filmstrip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.state.recipes import unedited
from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.widgets.bars.message_bar import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.app.controllers import Controllers
    from desktop.state.item import Item
    from desktop.widgets.bars.message_bar import MessageBar
    from engine.recipe.recipe import Recipe


class SelectedPhotos(QObject):
    """Saves, closes and resets them, and gives them the settings of another photo.

    Signals:
        close_wanted(ids: Sequence[int]): these photos are to close.
        copied(): there are settings to paste.
        folder_wanted(folder: Path): it is to be shown where people look at folders.
    """

    close_wanted = Signal(object)
    copied = Signal()
    folder_wanted = Signal(object)

    def __init__(self, parts: Controllers, messages: MessageBar) -> None:
        super().__init__(messages)
        self._parts, self._messages = parts, messages
        self._copied: Recipe | None = None

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        """What the commands do that are about them, by name."""
        return {
            "save": self.save,
            "save-as": self.save_as,
            "close-photo": self.close,
            "copy-settings": self.copy,
            "paste-settings": self.paste,
            "reset": self.reset,
            "flag": self.flag,
            "show-in-folder": self.show_in_folder,
        }

    @property
    def can_paste(self) -> bool:
        """Whether settings have been copied."""
        return self._copied is not None

    def save(self) -> None:
        """Save the photo as what it was saved last; several beside their originals."""
        items = self._parts.selection.items
        if len(items) > 1:
            self._parts.saver.save_changes(items)
        else:
            self._parts.saver.save()

    def save_as(self) -> None:
        """Save the photo where the user wants it; several into a folder."""
        items = self._parts.selection.items
        if len(items) > 1:
            self._parts.saver.ask_save_all(items)
        else:
            self._parts.saver.ask_save()

    def close(self) -> None:
        """Close them."""
        self.close_wanted.emit([item.id for item in self._parts.selection.items])

    def copy(self) -> None:
        """Remember the settings of the photo that is shown."""
        shown = self._parts.history.item
        if shown is not None:
            self._copied = shown.recipe
            self.copied.emit()

    def paste(self) -> None:
        """Give them the sliders and steps that were copied; what belongs to one photo stays."""
        copied, document = self._copied, self._parts.coloring.document
        if copied is None or document is None:
            return

        def way(item: Item) -> Recipe:
            recipe = item.recipe.with_sliders_of(copied)
            is_shown = item is document.item
            return document.with_own_colors(recipe) if is_shown and recipe.restores else recipe

        self._change(QT_TRANSLATE_NOOP("Steps", "paste settings"), way)

    def reset(self) -> None:
        """Let them be as they were opened first."""
        text = QT_TRANSLATE_NOOP("Steps", "reset")
        self._change(text, lambda item: unedited(item.recipe, is_part=bool(item.part)))

    def flag(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        """Flag them, to find them again, or no longer."""
        self._parts.album.set_flagged(self._parts.selection.items, is_on=is_on)

    def show_in_folder(self) -> None:
        """Show the folder in which the photo lies."""
        shown = self._parts.history.item
        if shown is not None and shown.path is not None:
            self.folder_wanted.emit(shown.path.parent)

    def _change(self, text: str, way: Callable[[Item], Recipe]) -> None:
        count = len(self._parts.selection.items)
        step = self._parts.selection.change(text, way)
        if step is not None:
            self._parts.album.items_changed.emit()
            said = self.tr("%Ln photos have been changed.", "", count)
            undo, then = self.tr("Undo"), step.undo
            self._messages.show_message(said, Tone.NOTE, action=undo, then=then, passes=True)
