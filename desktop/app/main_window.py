"""The main window: where widgets, controllers and the engine thread meet."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any, Protocol

from PySide6.QtCore import QCoreApplication, QEvent, QSignalBlocker, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QMainWindow

from desktop import dialogs
from desktop.app.actions import Menus
from desktop.app.commands import COMMANDS, TOOLBAR, WORDLESS, abilities, comparing
from desktop.app.troubles import Troubles
from desktop.batch.batches import Batches
from desktop.editing.candidates import CandidateController
from desktop.editing.coloring import Activity, ColoringController, Stage, activity_text, find_models
from desktop.editing.doubt import DoubtController
from desktop.editing.hint_editing import HintEditor
from desktop.editing.model_choice import ModelChoice
from desktop.editing.restore_editing import RestoreEditor
from desktop.editing.slider_editing import SliderEditor
from desktop.photos.album import Album
from desktop.photos.incoming import paths_in
from desktop.photos.opening import Opener, connect_filmstrip
from desktop.photos.recovery import CrashOffer
from desktop.photos.session import SessionJournal
from desktop.photos.thumbnails import ThumbnailController
from desktop.preview.preview import PreviewController
from desktop.saving.dragging import DragOut
from desktop.saving.export import ExportController
from desktop.saving.saving import Saver
from desktop.state import settings as keys
from desktop.state.history import History
from desktop.state.recipes import needs_pass
from desktop.texts.messages import opened_message
from desktop.widgets.activity_bar import ActivityBar
from desktop.widgets.drag_handle import DragHandle
from desktop.widgets.message_bar import Tone
from desktop.widgets.plain import Label, title_of
from desktop.widgets.workspace import Workspace
from engine.console import printable
from engine.errors import UnknownModelError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.state.settings import Settings
    from engine.recipe.recipe import Recipe

logger = logging.getLogger(__name__)

_INITIAL_SIZE = (1200, 780)


class OfPhoto(Protocol):
    """Something that is about the photo that is shown."""

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none."""
        ...


class MainWindow(QMainWindow):
    """Shows the open photo; delegates everything slow.

    Signals:
        shown(): the window has been painted for the first time.
    """

    shown = Signal()

    def __init__(self, engine: EngineThread, settings: Settings, sessions: Path) -> None:
        super().__init__()
        self._settings = settings
        self._models, self._no_models = find_models()
        self._is_painted, self._closes_when_saved = False, False

        self._workspace = Workspace(self._models)
        self.viewer, self.empty = self._workspace.viewer, self._workspace.empty
        self.adjust, self.messages = self._workspace.adjust, self._workspace.messages
        self.filmstrip = self._workspace.filmstrip
        self.activity, self._info, self.handle = ActivityBar(), Label(), DragHandle()
        self._lay_out()

        self.album, self.history = Album(self), History(self)
        self.coloring = ColoringController(engine, self)
        self.previews, self.exports = (
            PreviewController(engine, self),
            ExportController(engine, self),
        )
        self.sliders = SliderEditor(self.history, self.adjust, self)
        self.choice = ModelChoice(
            self._models, self.coloring, self.history, settings, self.sliders, self.adjust
        )
        self.hints = HintEditor(engine, self.history, settings, self.viewer, self.adjust.hints)
        self.doubt, self.restoring = (
            DoubtController(engine, self.viewer),
            RestoreEditor(engine, self.history, self.viewer, self.adjust.restore),
        )
        self.opener = Opener(self.album, self.coloring, settings, self)
        self.thumbnails = ThumbnailController(engine, self.album, self.coloring)
        self.batches = Batches(settings, self._models, self)
        self._journal = SessionJournal(sessions, self.album, self.history)
        self._crashed = CrashOffer(self._journal, self.opener, self.messages)
        self.saver = Saver(self.album, self.coloring, self.exports, settings, self)
        self.candidates = CandidateController(
            self._models, engine, self.history, self.coloring, self._workspace.candidates
        )
        self.troubles = Troubles(self.coloring, self.history, self.messages)
        self._menus = Menus(self, COMMANDS, self._what_commands_do())
        self.actions_by_name = self._menus.actions
        self._menus.add_buttons(TOOLBAR, WORDLESS)
        self._connect(engine)
        self.retranslate()

    def start(self) -> None:
        """Load the model; called when the window is on the screen."""
        self._crashed.make()
        if self._no_models is not None:
            self.troubles.tell(self._no_models)
            return
        name = self._settings.get(keys.MODEL)
        names = tuple(entry.name for entry in self._models)
        if name and name not in names:  # the settings of another version
            self.troubles.tell(UnknownModelError(name, names))
            name = ""
        self.choice.load(name or names[0])

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
        """Draw the icons anew in the colors of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._is_painted:
            self._menus.show_icons()

    def retranslate(self) -> None:
        """Say in another language what this window and its controllers say."""
        self._menus.retranslate()
        self._show_title()
        self._update_activity()
        for item in self.album.items:
            self.album.item_changed.emit(item)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures, to copy: a move would take the original away."""
        is_ours = event.source() is not None  # dragged out, and back
        if not is_ours and (paths_in(event.mimeData()) or event.mimeData().hasImage()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if self.opener.open_mime_data(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a save that is under way end first; closing once more does not wait."""
        waits, self._closes_when_saved = self._closes_when_saved, False
        if self._is_saving and not waits:
            self._closes_when_saved = True
            text = self.tr("The photo is still being saved; Kolorit closes after that.")
            self.messages.show_message(text, Tone.NOTE)
            event.ignore()
        elif (self.batches.is_busy and not dialogs.ask_stop_batch(self)) or (
            self.saver.unsaved and not dialogs.ask_lose_work(self, self.saver.unsaved)
        ):
            event.ignore()
        else:
            self._crashed.end()
            self._journal.end()
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
        self.resize(min(_INITIAL_SIZE[0], room.width()), min(_INITIAL_SIZE[1], room.height()))
        self.setAcceptDrops(True)
        self.setCentralWidget(self._workspace)
        self._info.setContentsMargins(8, 0, 0, 0)
        self.statusBar().addWidget(self._info, 1)
        self.statusBar().addPermanentWidget(self.activity)
        self.statusBar().addPermanentWidget(self.handle)

    def _what_commands_do(self) -> Mapping[str, Callable[..., object]]:
        viewer = self.viewer
        return comparing(viewer.set_compare) | {
            "open": self.opener.ask_open,
            "open-folder": self.opener.ask_open_folder,
            "paste": self.opener.paste,
            "restore": self._crashed.restore,
            "save": self.saver.ask_save,
            "save-comparison": self.saver.ask_save_comparison,
            "keep-look": self.saver.keep,
            "copy-picture": self.saver.copy_picture,
            "save-all": self.saver.ask_save_all,
            "page": self.opener.ask_page,
            "colorize": self.troubles.recolor,
            "close-photo": self.opener.close_shown,
            "batch": self.batches.open,
            "preferences": self._ask_preferences,
            "shortcuts": lambda: dialogs.show_shortcuts(self, self.actions_by_name.values()),
            "quit": self.close,
            "undo": self.history.stacks.undo,
            "redo": self.history.stacks.redo,
            "apply-to-all": lambda: self.album.apply_to_all(self.history),
            "set-colors": self.adjust.hints.tool.setChecked,
            "copy-colors": self.hints.copy,
            "paste-colors": self.hints.paste,
            "fit": viewer.fit,
            "actual-size": viewer.show_actual_size,
            "zoom-in": viewer.zoom_in,
            "zoom-out": viewer.zoom_out,
            "doubt": lambda on: self.doubt.set_on(on=on),
            "candidates": lambda on: self.candidates.set_on(on=on),
            "restore-automatically": self.restoring.restore_automatically,
            "heal": lambda on: self.restoring.take_brush(on=on, keeps=False),
            "protect": lambda on: self.restoring.take_brush(on=on, keeps=True),
            "show-repairs": self.restoring.cycle_marks,
            "next-finding": lambda: self.restoring.step_finding(1),
            "previous-finding": lambda: self.restoring.step_finding(-1),
            "keep-finding": self.restoring.keep_finding,
            "reject-finding": self.restoring.reject_finding,
        }

    def _connect(self, engine: EngineThread) -> None:
        self.empty.open_requested.connect(self.opener.ask_open)
        self.history.recipe_changed.connect(self._on_recipe_changed)
        self.history.stacks.indexChanged.connect(self._update_actions)
        self.adjust.hints.tool_toggled.connect(self.actions_by_name["set-colors"].setChecked)
        self.adjust.model_chosen.connect(lambda _: self.messages.clear_message())
        self.viewer.view_changed.connect(self.previews.set_view)
        self.viewer.view_changed.connect(self._show_info)
        self.previews.drawn.connect(lambda drawing: self.viewer.show_drawing(*drawing.pictures))
        self.coloring.model_loaded.connect(self._update_actions)
        self.coloring.photo_closed.connect(self._on_photo_closed)
        self.opener.shown.connect(self._on_photo_shown)
        self.opener.asked.connect(self.messages.clear_message)
        self._connect_messages()
        connect_filmstrip(self.filmstrip, self.album, self.opener)
        DragOut(self.saver, self.exports, self.handle)  # belongs to the handle
        self.hints.picking_changed.connect(self.filmstrip.set_picking)
        self.filmstrip.color_picked.connect(self.hints.take_color)
        self.hints.copied.connect(self._update_actions)
        self.coloring.photo_colored.connect(self._on_photo_colored)
        self.coloring.failed.connect(self.troubles.tell)
        for can_fail in (self.previews, self.exports, engine):
            can_fail.failed.connect(self.troubles.tell_only)
        self.troubles.came.connect(self._stay_open)
        for controller in (self.coloring, self.exports, self.opener, self.restoring):
            controller.activities_changed.connect(self._update_activity)
        self._crashed.changed.connect(self._update_actions)
        self.activity.cancel_requested.connect(self._cancel)
        for works in (self.exports, self.coloring, self.restoring):
            works.progressed.connect(self._on_progressed)
        self._connect_restoring()
        engine.crashed.connect(self.troubles.tell_crash)

    def _connect_messages(self) -> None:
        self.saver.told.connect(lambda text: self.messages.show_message(text, Tone.ERROR))
        self.saver.ended.connect(lambda text: self.messages.show_message(text, Tone.NOTE))
        self.batches.told.connect(self._tell_of_batch)
        self.opener.told.connect(lambda text: self.messages.show_message(text, Tone.NOTE))

    def _connect_restoring(self) -> None:
        self.restoring.findings_changed.connect(self._update_actions)
        self.viewer.tool_changed.connect(self._show_brush)

    @Slot(str, object)
    def _tell_of_batch(self, text: str, tone: Tone) -> None:
        self.messages.show_message(text, tone, action=self.tr("Show"), then=self.batches.open)

    def _ask_preferences(self) -> None:
        device = self._settings.get(keys.DEVICE)
        dialogs.ask_preferences(self, self._settings)
        if self._settings.get(keys.DEVICE) != device:
            self.choice.load()

    @Slot()
    def _cancel(self) -> None:
        activity = self._current_activity()
        if activity is not None:
            if activity.stage is Stage.SAVING:
                self._stay_open()
            for controller in (self.coloring, self.exports, self.restoring):
                controller.cancel(activity.job)

    @Slot(object, object)
    def _on_recipe_changed(self, before: Recipe, after: Recipe) -> None:
        self.messages.clear_message(Tone.NOTE)  # "saved" no longer holds
        if needs_pass(before, after):
            self.coloring.follow()
        self.previews.refresh()

    @Slot(object)
    def _on_photo_shown(self, document: Document) -> None:
        self.history.set_item(document.item)
        self._workspace.show_photo()
        self._show_title()
        self.choice.show()
        self.previews.set_document(document)
        self.viewer.set_photo(document.photo.size)
        for controller in self._of_photo:
            controller.set_document(document)
        if self.focusWidget() is None or self.empty.isAncestorOf(self.focusWidget()):
            self.viewer.setFocus()
        text = opened_message(document.photo, document.refused)
        if text:
            action = self.tr("Other page…") if document.photo.pages > 1 else ""
            then = self.opener.ask_page
            self.messages.show_message(text, Tone.NOTE, action=action, then=then)
        self._update_actions()

    @Slot()
    def _on_photo_closed(self) -> None:
        self.history.set_item(None)
        for controller in (self.previews, *self._of_photo):
            controller.set_document(None)
        self._workspace.show_invitation()
        self._show_title()
        self._info.clear()
        self._update_actions()

    @Slot(object)
    def _on_photo_colored(self, _document: Document) -> None:
        self.previews.refresh()
        self.doubt.refresh()
        self.restoring.refresh()
        self.hints.outline.refresh()
        self.candidates.refresh()
        self._update_actions()

    @Slot(object, float)
    def _on_progressed(self, job: Job[Any], fraction: float) -> None:
        activity = self._current_activity()
        if activity is not None and activity.job is job:
            self.activity.show_progress(fraction)

    def _close_after_saving(self) -> None:
        if self._closes_when_saved:
            self.close()

    @Slot()
    def _stay_open(self) -> None:
        """Take back a close that waits for a save: what was not saved is still here."""
        if self._closes_when_saved:
            self._closes_when_saved = False
            self.messages.clear_message()

    def _current_activity(self) -> Activity | None:
        """The job that will be done first: the oldest, if it need not let others pass."""
        others = (self.exports.activity, self.restoring.activity)
        activities = (*self.coloring.activities, *(each for each in others if each is not None))
        return min(activities, key=lambda each: (each.can_wait, each.job.number), default=None)

    @property
    def _is_saving(self) -> bool:
        return self.exports.left > 0 or self.saver.is_planning

    @Slot()
    def _update_activity(self) -> None:
        activity = self._current_activity()
        is_looking = activity is None and self.opener.is_looking
        stage = activity.stage if activity is not None else Stage.OPENING if is_looking else None
        text = activity_text(stage, self.exports.left) if stage is not None else ""
        can_cancel = stage not in (Stage.LOADING_MODEL, Stage.STOPPING) and not is_looking
        self.activity.show_activity(text, can_cancel=can_cancel)
        if self._closes_when_saved and not self._is_saving:
            QTimer.singleShot(0, self, self._close_after_saving)  # a failure will be told before
        self._update_actions()

    @Slot()
    def _update_actions(self) -> None:
        crashed, model = self._crashed.is_open, self.coloring.model
        ready = (
            abilities(
                self.coloring.document,
                model,
                self.history,
                crashed=crashed,
                copied=self.hints.can_paste,
            )
            | self.restoring.abilities
        )
        self._menus.enable(ready)
        self.handle.setVisible("color" in ready)
        self._menus.show_steps(self.history.stacks.undoText(), self.history.stacks.redoText())

    @property
    def _of_photo(self) -> tuple[OfPhoto, ...]:
        """Those that go on with each photo that is shown."""
        return self.sliders, self.hints, self.doubt, self.candidates, self.restoring

    @Slot()
    def _show_brush(self) -> None:
        brush = self.viewer.brush_tool
        is_in_hand = self.viewer.tool is brush
        for name, keeps in (("heal", False), ("protect", True)):
            action = self.actions_by_name[name]
            with QSignalBlocker(action):
                action.setChecked(is_in_hand and brush.keeps is keeps)

    def _show_title(self) -> None:
        document = self.coloring.document
        title = "" if document is None else document.title or self.tr("Pasted picture")
        self.setWindowTitle(title_of(f"{title} – Kolorit") if title else "Kolorit")
        self.viewer.show_name(printable(title))

    @Slot(object, object)
    def _show_info(self, _window: object, _size: object) -> None:
        document = self.coloring.document
        if document is not None:
            height, width = document.photo.size
            zoom = round(self.viewer.zoom * self.devicePixelRatioF() * 100)
            self._info.setText(f"{width} × {height}    {zoom} %")
