"""What the controllers and the widgets of a window tell one another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop.app.awaiting import Awaiting
from desktop.app.colors_of_others import ColorsOfOthers
from desktop.app.context_menus import ContextMenus
from desktop.app.recent_menu import RecentMenu
from desktop.app.selected_photos import SelectedPhotos
from desktop.app.view_choices import ViewChoices
from desktop.app.what_commands_do import what_commands_do
from desktop.photos.arranging import Arranging
from desktop.photos.opening import connect_filmstrip
from desktop.platform.reveal import reveal
from desktop.saving.dragging import DragOut
from desktop.state.recipes import needs_pass
from desktop.texts.messages import prints_message
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.panel.slider_row import SliderRow

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from desktop.app.actions import Menus
    from desktop.app.controllers import Controllers
    from desktop.jobs.engine_thread import EngineThread
    from desktop.state.document import Document
    from desktop.widgets.bars.message_bar import MessageBar
    from desktop.widgets.drag_handle import DragHandle
    from desktop.widgets.workspace import Workspace
    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import Crop


@dataclass(frozen=True)
class Connected:
    """What came of it that the window's commands need."""

    parts: Controllers
    workspace: Workspace
    awaiting: Awaiting
    selected: SelectedPhotos
    choices: ViewChoices

    @property
    def commands(self) -> dict[str, Callable[..., object]]:
        """What commands do that are not the window's own, by name."""
        of_photo = what_commands_do(self.parts, self.workspace)
        return of_photo | self.selected.commands | self.choices.commands

    def add_menus(self, commands: Menus, window: QWidget) -> None:
        """Give photo, hints and filmstrip menus of commands, and list recent photos.

        Escape ends what takes the photo's room, one after another.
        """

        def leave() -> None:
            shown = (commands.actions[name] for name in ("candidates", "full-screen"))
            action = next((action for action in shown if action.isChecked()), None)
            if action is not None:
                action.setChecked(False)

        self.workspace.escaped.connect(leave)
        self.choices.tick(commands.actions)
        recent = RecentMenu(self.parts.opener, self.parts.settings, window)
        recent.told.connect(self.parts.opener.told)
        commands.add_submenu(recent, before="paste")
        menus = ContextMenus(commands.actions, self.parts.hints, window)
        self.workspace.viewer.menu_requested.connect(menus.open_of_photo)
        self.workspace.adjust.hints.menu_requested.connect(menus.open_of_photo)
        # two strips of pictures would leave no room for the photo
        variations = commands.actions["candidates"]
        self.parts.sharing.began.connect(lambda: variations.setChecked(False))
        self.workspace.filmstrip.menu_requested.connect(menus.open_of_thumbnail)


def connect(
    parts: Controllers, workspace: Workspace, handle: DragHandle, engine: EngineThread
) -> Connected:
    """Let controllers and widgets hear of one another; the window adds what concerns itself."""
    _connect_photos(parts, workspace)
    _connect_pictures(parts, workspace)
    ColorsOfOthers(parts, workspace)  # belongs to the workspace
    _connect_sliders(parts, workspace)
    _connect_messages(parts, workspace.messages)
    _connect_troubles(parts, engine)
    DragOut(parts.saver, parts.exports, handle)  # belongs to the handle
    selected = SelectedPhotos(parts, workspace.messages)
    selected.folder_wanted.connect(partial(_show_folder, workspace.messages))
    choices = ViewChoices(parts.settings, workspace.viewer)
    return Connected(parts, workspace, Awaiting(parts, workspace), selected, choices)


def _connect_photos(parts: Controllers, workspace: Workspace) -> None:
    workspace.empty.open_requested.connect(parts.opener.ask_open)
    workspace.empty.sample_requested.connect(parts.opener.open_sample)
    workspace.empty.reopen_requested.connect(parts.crashed.restore)
    parts.crashed.changed.connect(lambda: workspace.empty.offer_last(parts.crashed.last))
    for changed in (parts.coloring.photo_colored, parts.saver.item_saved):
        changed.connect(parts.journal.note)
    # it is to know first that an order is the user's own
    Arranging(parts.album, workspace.filmstrip, workspace.strip_bar)
    connect_filmstrip(workspace.filmstrip, parts.album, parts.opener)

    def show_marks() -> None:
        for item in parts.selection.items:
            parts.album.item_changed.emit(item)

    parts.history.recipe_changed.connect(show_marks)
    parts.history.many_changed.connect(parts.album.items_changed)

    def select(ids: list[int]) -> None:
        selected = set(ids)
        parts.selection.select(item for item in parts.album.items if item.id in selected)

    workspace.filmstrip.selection_changed.connect(select)
    parts.hints.picking_changed.connect(workspace.filmstrip.set_picking)
    workspace.filmstrip.color_picked.connect(parts.hints.take_color)


def _connect_pictures(parts: Controllers, workspace: Workspace) -> None:
    viewer = workspace.viewer

    def follow(before: Recipe, after: Recipe) -> None:
        workspace.messages.clear_message(Tone.NOTE)  # "saved" no longer holds
        if before.orientation != after.orientation:
            parts.opener.turn_shown()
        elif needs_pass(before, after) and parts.previews.is_live:
            parts.coloring.follow_rested()
        elif needs_pass(before, after):
            parts.coloring.follow(parts.trials.made_for(after))
        parts.previews.refresh()
        parts.thumbnails.refresh()

    def show_colors() -> None:
        parts.trials.settle()
        parts.previews.refresh()
        parts.doubt.refresh()
        parts.restoring.refresh()
        parts.hints.refresh()
        parts.candidates.refresh()

    parts.history.recipe_changed.connect(follow)
    parts.restoring.compared_changed.connect(parts.previews.set_compared)
    parts.coloring.photo_colored.connect(show_colors)
    for tries in (parts.hints.tried, parts.candidates.tried):
        tries.connect(parts.trials.show)
    parts.candidates.made.connect(parts.trials.keep)
    for gave_up in (parts.coloring.coloring_failed, parts.coloring.coloring_stopped):
        gave_up.connect(parts.trials.settle)
    viewer.view_changed.connect(parts.previews.set_view)
    parts.previews.drawn.connect(lambda drawing: viewer.show_drawing(*drawing.pictures))


def _connect_sliders(parts: Controllers, workspace: Workspace) -> None:
    """Have everything ready for a hand that takes a slider, and nothing else to do meanwhile."""
    for name, row in workspace.adjust.rows.items():
        if isinstance(row, SliderRow):
            # thumbnails of all that are selected can wait
            row.slider.sliderPressed.connect(parts.thumbnails.pause)
            row.slider.sliderReleased.connect(parts.thumbnails.resume)
            row.slider.sliderPressed.connect(partial(parts.previews.take_hold, name))


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
    parts.restoring.told.connect(lambda text: messages.show_message(text, Tone.NOTE))
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

    show = partial(_show_folder, messages, folder)
    messages.show_message(text, Tone.NOTE, action=action, then=show, passes=not failed)


def _show_folder(messages: MessageBar, folder: Path) -> None:
    if not reveal(folder):
        problem = QCoreApplication.translate("MainWindow", "No program shows folders here: %1")
        messages.show_message(problem.replace("%1", str(folder)), Tone.ERROR)


def _connect_troubles(parts: Controllers, engine: EngineThread) -> None:
    parts.coloring.failed.connect(parts.troubles.tell)
    parts.troubles.restoring_wanted.connect(parts.restoring.restore_automatically)
    for can_fail in (parts.previews, parts.exports, engine):
        can_fail.failed.connect(parts.troubles.tell_only)
    engine.crashed.connect(parts.troubles.tell_crash)
