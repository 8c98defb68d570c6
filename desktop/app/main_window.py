"""The main window: where widgets, controllers and the engine thread meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from desktop import dialogs
from desktop.app.actions import Menus
from desktop.app.activities import Activities
from desktop.app.closing import Closing
from desktop.app.commands import COMMANDS, TOOLBAR, WORDLESS, abilities
from desktop.app.connections import connect
from desktop.app.controllers import Controllers
from desktop.app.shown_photo import ShownPhoto
from desktop.editing.coloring import find_models
from desktop.photos.incoming import paths_in
from desktop.state import settings as keys
from desktop.widgets.bars.activity_bar import ActivityBar
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.drag_handle import DragHandle
from desktop.widgets.plain import Label
from desktop.widgets.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import (
        QCloseEvent,
        QDragEnterEvent,
        QDragLeaveEvent,
        QDropEvent,
        QPaintEvent,
    )

    from desktop.jobs.engine_thread import EngineThread
    from desktop.state.settings import Settings

_INITIAL_SIZE = (1200, 780)
_TITLE_BAR = 40
"""Pixels that the system may put above a window."""


class MainWindow(QMainWindow):
    """Shows the open photo; delegates everything slow.

    Signals:
        shown(): the window has been painted for the first time.
    """

    shown = Signal()

    def __init__(self, engine: EngineThread, settings: Settings, sessions: Path) -> None:
        super().__init__()
        self._settings, self._is_painted = settings, False
        self._models, self._no_models = find_models()

        self._workspace = Workspace(self._models)
        self.viewer, self.empty = self._workspace.viewer, self._workspace.empty
        self.adjust, self.messages = self._workspace.adjust, self._workspace.messages
        self.filmstrip = self._workspace.filmstrip
        self.activity, self._info, self.handle = ActivityBar(), Label(), DragHandle()
        self._lay_out()

        parts = Controllers(
            engine,
            settings,
            sessions,
            models=self._models,
            workspace=self._workspace,
            window=self,
        )
        self.album, self.history, self.coloring = parts.album, parts.history, parts.coloring
        self.opener, self.thumbnails, self.previews = parts.opener, parts.thumbnails, parts.previews
        self.sliders, self.hints, self.choice = parts.sliders, parts.hints, parts.choice
        self.doubt, self.candidates, self.batches = parts.doubt, parts.candidates, parts.batches
        self.trials, self._like = parts.trials, parts.like
        self.saver, self.exports, self.troubles = parts.saver, parts.exports, parts.troubles
        self.restoring, self.geometry_editor = parts.restoring, parts.geometry
        self._journal, self._crashed = parts.journal, parts.crashed
        self._activities = Activities(parts, self.activity)
        self.closing = Closing(parts, self._activities, self.messages, self)
        self._connected = connect(parts, self._workspace, self.handle, engine)
        self._shown_photo = ShownPhoto(
            parts, self._workspace, self._connected.awaiting, self._info, self
        )
        self._connected.selected.close_wanted.connect(self.closing.close_photos)
        run = self._connected.awaiting.guard(
            COMMANDS, {**self._own_commands(), **self._connected.commands}
        )
        self._menus = Menus(self, COMMANDS, run)
        self.actions_by_name = self._menus.actions
        self._menus.add_buttons(TOOLBAR, WORDLESS)
        self._connect()
        self._connected.add_menus(self._menus, self)
        self.retranslate()

    def start(self) -> None:
        """Load the model; called when the window is on the screen."""
        self._crashed.make()
        if self._no_models is not None:
            self.troubles.tell(self._no_models)
            return
        unknown = self.choice.load_remembered()
        if unknown is not None:  # the settings of another version
            self.troubles.tell(unknown)

    def wait(self, seconds: float) -> bool:
        """Wait until the session is written, but no longer than this; return whether it is."""
        return self._journal.wait(seconds)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; the first time, say so."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self, self.shown.emit)  # after this frame

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icons anew in another theme's colors; tick what the system did to the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_painted:
            self._menus.show_icons()
        elif event.type() == QEvent.Type.WindowStateChange and self._is_painted:
            self._tick("full-screen", is_on=self.isFullScreen())

    def retranslate(self) -> None:
        """Say in another language what this window and its controllers say."""
        self._menus.retranslate()
        self._shown_photo.show_title()
        self._activities.show()
        for item in self.album.items:
            self.album.item_changed.emit(item)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures, to copy: a move would take the original away."""
        is_ours = event.source() is not None  # dragged out, and back
        if not is_ours and (paths_in(event.mimeData()) or event.mimeData().hasImage()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._workspace.drop_frame.show_held(is_held=True)

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Let go of the welcome."""
        self._workspace.drop_frame.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        self._workspace.drop_frame.hide()
        if self.opener.open_mime_data(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close, unless there is something to save first."""
        if not self.closing.may_close_window():
            event.ignore()
        else:
            self._crashed.end()
            self._journal.end(remembers=self._settings.get(keys.REMEMBERS))
            self.batches.close()
            event.accept()

    @Slot(int)
    def end(self, exit_code: int) -> None:
        """End the program without a question; what was not saved is offered at the next start."""
        self.batches.let_go()
        self.batches.close()
        QCoreApplication.exit(exit_code)

    def _lay_out(self) -> None:
        room = self.screen().availableSize()
        height = min(_INITIAL_SIZE[1], room.height() - _TITLE_BAR)
        self.resize(min(_INITIAL_SIZE[0], room.width()), height)
        self.setAcceptDrops(True)
        self.setCentralWidget(self._workspace)
        self._info.setContentsMargins(8, 0, 0, 0)
        self.statusBar().addWidget(self._info, 1)
        self.statusBar().addPermanentWidget(self.activity)
        self.statusBar().addPermanentWidget(self.handle)

    def _own_commands(self) -> Mapping[str, Callable[..., object]]:
        """Return what commands do that concern the window itself."""
        return {
            "preferences": self._ask_preferences,
            "guide": lambda: dialogs.show_guide(self),
            "report": self._report,
            "about": lambda: dialogs.show_about(self, self._models),
            "shortcuts": lambda: dialogs.show_shortcuts(self, self.actions_by_name.values()),
            "quit": self.close,
            "apply-to-all": self._apply_to_all,
            "full-screen": self._fill_screen,
        }

    def _connect(self) -> None:
        """Listen to what concerns the window itself."""
        self.adjust.hints.tool_toggled.connect(self.actions_by_name["set-colors"].setChecked)
        self.adjust.model_chosen.connect(lambda _: self.messages.clear_message())
        self._shown_photo.changed.connect(self._update_actions)
        self.batches.told.connect(self._tell_of_batch)
        self.history.many_changed.connect(self._tell_of_many)
        self._activities.changed.connect(self._update_actions)
        self.filmstrip.closed.connect(self.closing.take_off)
        for changed in (
            self.history.stacks.indexChanged,
            self.coloring.model_loaded,
            self.coloring.photo_colored,
            self.hints.copied,
            self.hints.chosen_changed,
            self._connected.selected.copied,
            self._crashed.changed,
            self.restoring.findings_changed,
            self.doubt.changed,
            self.album.items_changed,
            self.album.current_changed,
        ):
            changed.connect(self._update_actions)
        self.viewer.tool_changed.connect(self._show_tool)
        self.viewer.turned.connect(self.filmstrip.step)

    @Slot(str, object)
    def _tell_of_batch(self, text: str, tone: Tone) -> None:
        self.messages.show_message(text, tone, action=self.tr("Show"), then=self.batches.open)

    def _report(self) -> None:
        model = self.coloring.model
        dialogs.show_report(self, "" if model is None else model.device.description)

    def _apply_to_all(self) -> None:
        applied = self.album.apply_to_all(self.history)
        if applied is None:
            return
        text = self.tr("All open photos have these settings already.")
        if applied.together is None:
            self.messages.show_message(text, Tone.NOTE)
            return
        text = self.tr("%Ln other photos have these settings now.", "", applied.count)
        undo, action = applied.together.undo, self.tr("Undo")
        self.messages.show_message(text, Tone.NOTE, action=action, then=undo, passes=True)

    @Slot(int, bool)
    def _tell_of_many(self, count: int, undone: bool) -> None:  # noqa: FBT001 - a signal's
        text = self.tr("%Ln photos have these settings again.", "", count)
        if undone:
            text = self.tr("%Ln photos have their earlier settings again.", "", count)
        self.messages.show_message(text, Tone.NOTE)

    def _ask_preferences(self) -> None:
        device = self._settings.get(keys.DEVICE)
        dialogs.ask_preferences(self, self._settings)
        if self._settings.get(keys.DEVICE) != device:
            self.choice.load()

    @Slot()
    def _update_actions(self) -> None:
        crashed, model = self._crashed.is_open, self.coloring.model
        ready = abilities(
            self.coloring.document,
            model,
            self.history,
            crashed=crashed,
            copied=self.hints.can_paste,
        )
        others = frozenset({"others"} if len(self.album.items) > 1 else ())
        ready |= self.restoring.abilities | self.doubt.abilities | others
        ready |= self._connected.parts.sharing.abilities
        if self._connected.selected.can_paste and "photo" in ready:
            ready |= {"settings"}
        self._menus.enable(ready)
        self.handle.setVisible("color" in ready)
        shown = self.album.current
        self._tick("flag", is_on=shown is not None and shown.flagged)
        self._menus.show_steps(self.history.stacks.undoText(), self.history.stacks.redoText())

    def _fill_screen(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if is_on
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    @Slot()
    def _show_tool(self) -> None:
        brush = self.viewer.brush_tool
        self._tick("crop", is_on=self.geometry_editor.is_cropping)
        self._tick("set-colors", is_on=self.adjust.hints.tool.isChecked())
        is_in_hand = self.viewer.tool is brush
        for name, keeps in (("heal", False), ("protect", True)):
            self._tick(name, is_on=is_in_hand and brush.keeps is keeps)

    def _tick(self, name: str, *, is_on: bool) -> None:
        """Show whether what a command toggles is on, without doing it."""
        action = self.actions_by_name[name]
        with QSignalBlocker(action):
            action.setChecked(is_on)
