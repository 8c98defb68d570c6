"""What the window shows and does from a click on a photo until that has been read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.state.item import THUMB_SIDE
from desktop.widgets.viewer.stand_in import StandIn
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.app.actions import Command
    from desktop.app.controllers import Controllers
    from desktop.state.item import Item
    from desktop.widgets.workspace import Workspace

_NEEDS_NO_PHOTO = ("", "others", "crashed")
"""What commands need that is there while a photo is read, see ``commands.abilities``."""


class Awaiting(QObject):
    """Shows at once which photo comes; until it is there, nothing is done to the one before.

    Signals:
        returned(): the photo shown before is to be shown again.
    """

    returned = Signal()

    def __init__(self, parts: Controllers, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._parts, self._workspace = parts, workspace
        parts.opener.awaited.connect(self._on_awaited)
        parts.opener.kept.connect(self._on_kept)
        for ended in (parts.coloring.coloring_failed, parts.coloring.coloring_stopped):
            ended.connect(workspace.viewer.expect_no_colors)
        parts.coloring.photo_closed.connect(workspace.viewer.forget_photo)

    def guard(
        self, commands: Iterable[Command], run: Mapping[str, Callable[..., object]]
    ) -> dict[str, Callable[..., object]]:
        """Return what commands do, but nothing while the photo that they need is still to come.

        What they toggle is the window's, or ends with the photo.
        """
        viewer = self._workspace.viewer

        def guarded(do: Callable[..., object]) -> Callable[..., object]:
            return lambda: None if viewer.is_waiting else do()

        needs_photo = {
            command.name
            for command in commands
            if command.needs not in _NEEDS_NO_PHOTO and not command.toggles
        }
        return {name: guarded(do) if name in needs_photo else do for name, do in run.items()}

    @Slot(object)
    def _on_awaited(self, item: Item) -> None:
        parts, workspace = self._parts, self._workspace
        parts.geometry.put_away()
        parts.history.set_item(None)
        parts.hints.set_document(None)
        parts.previews.set_document(None)
        name = printable(item.name)
        text = self.tr("Opening “%1”…").replace("%1", name) if name else self.tr("Opening…")
        workspace.viewer.await_photo(text, stand_in_of(item))
        window, focus = workspace.window(), workspace.window().focusWidget()
        is_elsewhere = window.isAncestorOf(focus) and not workspace.empty.isAncestorOf(focus)
        workspace.show_photo()
        if not is_elsewhere:
            workspace.viewer.setFocus()

    @Slot()
    def _on_kept(self) -> None:
        viewer, document = self._workspace.viewer, self._parts.coloring.document
        if not viewer.is_waiting:
            return
        if document is None:
            viewer.forget_photo()
            self._workspace.show_invitation()
            return
        viewer.await_photo("", stand_in_of(document.item))
        self.returned.emit()
        if document.developed is None and not self._parts.coloring.activities:
            viewer.expect_no_colors()


def stand_in_of(item: Item) -> StandIn | None:
    """Return what an item looks like in the filmstrip; None if it has no picture yet."""
    after = item.thumbnail
    if after is None:
        return None
    is_whole = max(after.width(), after.height()) < THUMB_SIDE
    before = after if item.thumbnail_before is None else item.thumbnail_before
    return StandIn(before, after, is_whole=is_whole)
