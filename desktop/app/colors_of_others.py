"""Connects what brings colors from one photo to others with the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.widgets.bars.message_bar import Tone

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.app.controllers import Controllers
    from desktop.state.item import Item
    from desktop.widgets.workspace import Workspace


class ColorsOfOthers(QObject):
    """Tells what was done to photos that are not shown, and offers to take it back."""

    def __init__(self, parts: Controllers, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._parts, self._section = parts, workspace.adjust.hints
        self._messages = workspace.messages
        sharing, series, colored = parts.sharing, parts.series, parts.coloring.photo_colored
        for changed in (parts.hints.chosen_changed, parts.album.items_changed, colored):
            changed.connect(self._show_ability)
        self._section.shared.connect(sharing.begin)
        parts.history.other_changed.connect(self._note_other)
        for changed in (parts.history.recipe_changed, colored):
            changed.connect(series.refresh)
        for changed in (parts.history.recipe_changed, parts.history.other_changed):
            changed.connect(sharing.refresh)
        for told in (sharing.told, series.told):
            told.connect(self._tell)
        strip = workspace.proposals
        for ended in (strip.accepted, strip.cancelled):
            ended.connect(workspace.viewer.setFocus)

    @Slot()
    def _show_ability(self) -> None:
        self._section.show_sharing(can_share=bool(self._parts.sharing.abilities))

    @Slot(object)
    def _note_other(self, item: Item) -> None:
        self._parts.album.item_changed.emit(item)
        self._parts.thumbnails.refresh()
        self._parts.journal.note()

    @Slot(str, object)
    def _tell(self, text: str, undo: Callable[[], None] | None) -> None:
        action = self.tr("Undo") if undo is not None else ""
        self._messages.show_message(text, Tone.NOTE, action=action, then=undo, passes=True)
