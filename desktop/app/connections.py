"""What the controllers and the widgets of a window tell one another."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.photos.opening import connect_filmstrip
from desktop.platform.reveal import reveal
from desktop.saving.dragging import DragOut
from desktop.state.recipes import needs_pass
from desktop.texts.messages import prints_message
from desktop.widgets.message_bar import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.app.controllers import Controllers
    from desktop.jobs.engine_thread import EngineThread
    from desktop.state.document import Document
    from desktop.widgets.drag_handle import DragHandle
    from desktop.widgets.message_bar import MessageBar
    from desktop.widgets.workspace import Workspace
    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import Crop


def connect(
    parts: Controllers, workspace: Workspace, handle: DragHandle, engine: EngineThread
) -> None:
    """Let controllers and widgets hear of one another; the window adds what concerns itself."""
    _connect_photos(parts, workspace)
    _connect_pictures(parts, workspace)
    _connect_messages(parts, workspace.messages)
    _connect_troubles(parts, engine)
    DragOut(parts.saver, parts.exports, handle)  # belongs to the handle


def _connect_photos(parts: Controllers, workspace: Workspace) -> None:
    workspace.empty.open_requested.connect(parts.opener.ask_open)
    workspace.empty.sample_requested.connect(parts.opener.open_sample)
    connect_filmstrip(workspace.filmstrip, parts.album, parts.opener)
    parts.history.many_changed.connect(parts.album.items_changed)
    parts.hints.picking_changed.connect(workspace.filmstrip.set_picking)
    workspace.filmstrip.color_picked.connect(parts.hints.take_color)


def _connect_pictures(parts: Controllers, workspace: Workspace) -> None:
    viewer = workspace.viewer

    def follow(before: Recipe, after: Recipe) -> None:
        workspace.messages.clear_message(Tone.NOTE)  # "saved" no longer holds
        if before.orientation != after.orientation:
            parts.opener.turn_shown()
        elif needs_pass(before, after):
            parts.coloring.follow()
        parts.previews.refresh()
        parts.thumbnails.refresh()

    def show_colors() -> None:
        parts.previews.refresh()
        parts.doubt.refresh()
        parts.restoring.refresh()
        parts.hints.outline.refresh()
        parts.candidates.refresh()

    parts.history.recipe_changed.connect(follow)
    parts.restoring.compared_changed.connect(parts.previews.set_compared)
    parts.coloring.photo_colored.connect(show_colors)
    viewer.view_changed.connect(parts.previews.set_view)
    parts.previews.drawn.connect(lambda drawing: viewer.show_drawing(*drawing.pictures))


def _connect_messages(parts: Controllers, messages: MessageBar) -> None:
    def open_prints(document: Document, crops: tuple[Crop, ...]) -> None:
        parts.opener.open_prints(document, crops)

    def offer_prints(document: Document, crops: tuple[Crop, ...]) -> None:
        if not messages.text:  # what is said there matters more, and there is a command too
            text, action = prints_message(len(crops))
            then = partial(open_prints, document, crops)
            messages.show_message(text, Tone.NOTE, action=action, then=then)

    parts.geometry.prints_found.connect(offer_prints)
    parts.geometry.prints_wanted.connect(open_prints)
    parts.geometry.told.connect(lambda text: messages.show_message(text, Tone.NOTE))
    parts.like.told.connect(lambda text: messages.show_message(text, Tone.NOTE))
    parts.opener.asked.connect(messages.clear_message)
    parts.opener.told.connect(lambda text: messages.show_message(text, Tone.NOTE))
    parts.saver.told.connect(lambda text, folder: _tell_saved(messages, text, folder, failed=True))
    parts.saver.ended.connect(
        lambda text, folder: _tell_saved(messages, text, folder, failed=False)
    )


def _tell_saved(messages: MessageBar, text: str, folder: Path | None, *, failed: bool) -> None:
    """Say how saving went; it is no error if anything was saved."""
    if folder is None:
        messages.show_message(text, Tone.ERROR if failed else Tone.NOTE)
        return
    action = QCoreApplication.translate("MainWindow", "Show in folder")

    def show() -> None:
        if not reveal(folder):
            problem = QCoreApplication.translate("MainWindow", "No program shows folders here: %1")
            messages.show_message(problem.replace("%1", str(folder)), Tone.ERROR)

    messages.show_message(text, Tone.NOTE, action=action, then=show, passes=not failed)


def _connect_troubles(parts: Controllers, engine: EngineThread) -> None:
    parts.coloring.failed.connect(parts.troubles.tell)
    parts.troubles.restoring_wanted.connect(parts.restoring.restore_automatically)
    for can_fail in (parts.previews, parts.exports, engine):
        can_fail.failed.connect(parts.troubles.tell_only)
    engine.crashed.connect(parts.troubles.tell_crash)
