"""The main window: where widgets, controllers and the engine thread meet."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import dialogs
from desktop import settings as keys
from desktop.actions import Command, install
from desktop.coloring import Activity, ColoringController, Stage
from desktop.export import ExportController
from desktop.messages import action_for, message_for, reductions_message
from desktop.preview import PreviewController
from desktop.widgets.activity_bar import ActivityBar
from desktop.widgets.adjust_panel import AdjustPanel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message_bar import MessageBar, Tone
from desktop.widgets.viewer import Viewer
from engine.catalog import bundled_models
from engine.errors import CatalogError, DeviceMemoryError, EngineError, UnknownModelError

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent

    from desktop.document import Document
    from desktop.engine_tasks import Drawing
    from desktop.engine_thread import EngineThread
    from desktop.settings import Settings
    from engine.catalog import Entry
    from engine.checkpoint import Model
    from engine.render_settings import RenderSettings

logger = logging.getLogger(__name__)

_INITIAL_SIZE = (1200, 780)
_TOOLBAR = ("open", "paste", "save", "fit", "actual-size")
_ZOOM_IN = (QKeySequence.StandardKey.ZoomIn, "Ctrl+=")
_ZOOM_OUT = (QKeySequence.StandardKey.ZoomOut,)


class MainWindow(QMainWindow):
    """Shows the open photo; delegates everything slow.

    Signals:
        shown(): the window has been painted for the first time.
    """

    shown = Signal()

    def __init__(self, engine: EngineThread, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._models, self._no_models = _find_models()
        self._model_name = ""
        self._also_dropped = 0
        self._is_painted = False
        self._closes_when_saved = False

        self.viewer = Viewer()
        self.empty = EmptyState()
        self.messages = MessageBar()
        self.activity = ActivityBar()
        self.adjust = AdjustPanel(self._models)
        self._pages = QStackedWidget()
        self._info = QLabel()
        self._lay_out()
        self._commands = self._make_commands()
        self.actions_by_name = install(self, self._commands, _TOOLBAR)

        self.coloring = ColoringController(engine, self)
        self.previews = PreviewController(engine, self)
        self.exports = ExportController(engine, self)
        self._connect(engine)
        self._update_actions()

    def start(self) -> None:
        """Load the model; called when the window is on the screen."""
        if self._no_models is not None:
            self._tell(self._no_models)
            return
        name = self._settings.get(keys.MODEL)
        names = tuple(entry.name for entry in self._models)
        if name and name not in names:  # the settings of another version
            self._tell(UnknownModelError(name, names))
            name = ""
        self._load_model(name or names[0])

    def open_path(self, path: Path) -> None:
        """Open a photo from a file."""
        self.messages.clear_message()
        self._also_dropped = 0
        self.coloring.open_path(path)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint; the first time, say so."""
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.shown.emit)  # after this frame

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures, to copy: a move would take the original away."""
        if _paths_in(event.mimeData()) or event.mimeData().hasImage():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if self._open_mime_data(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let a save that is under way end first; closing once more does not wait."""
        if self.exports.activities and not self._closes_when_saved:
            self._closes_when_saved = True
            text = self.tr("The photo is still being saved; Kolorit closes after that.")
            self.messages.show_message(text, Tone.NOTE)
            event.ignore()
        else:
            event.accept()

    def _lay_out(self) -> None:
        self.setWindowTitle("Kolorit")
        room = self.screen().availableSize()
        self.resize(min(_INITIAL_SIZE[0], room.width()), min(_INITIAL_SIZE[1], room.height()))
        self.setAcceptDrops(True)
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.viewer)
        middle = QHBoxLayout()
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self._pages, 1)
        middle.addWidget(self.adjust)
        central = QWidget()
        column = QVBoxLayout(central)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.messages)
        column.addLayout(middle, 1)
        self.setCentralWidget(central)
        self.statusBar().addWidget(self._info, 1)
        self.statusBar().addPermanentWidget(self.activity)

    def _make_commands(self) -> tuple[Command, ...]:
        std, viewer = QKeySequence.StandardKey, self.viewer
        file, view = self.tr("&File"), self.tr("&View")
        save_keys, color_keys = (std.Save, std.SaveAs), (std.Refresh,)
        return (
            Command("open", file, self.tr("&Open…"), (std.Open,), self._ask_open),
            Command("paste", file, self.tr("&Paste"), (std.Paste,), self._paste),
            Command("save", file, self.tr("&Save as…"), save_keys, self._ask_save, "color"),
            Command("colorize", file, self.tr("&Color again"), color_keys, self._recolor, "model"),
            Command("quit", file, self.tr("&Quit"), ("Ctrl+Q",), self.close),
            Command("fit", view, self.tr("&Fit"), ("Ctrl+0",), viewer.fit, "photo"),
            Command("actual-size", view, "&1:1", ("Ctrl+1",), viewer.show_actual_size, "photo"),
            Command("zoom-in", view, self.tr("Zoom &in"), _ZOOM_IN, viewer.zoom_in, "photo"),
            Command("zoom-out", view, self.tr("Zoom &out"), _ZOOM_OUT, viewer.zoom_out, "photo"),
        )

    def _connect(self, engine: EngineThread) -> None:
        self.empty.open_requested.connect(self._ask_open)
        self.adjust.settings_changed.connect(self._on_settings)
        self.adjust.model_chosen.connect(self._on_model_chosen)
        self.viewer.view_changed.connect(self.previews.set_view)
        self.viewer.view_changed.connect(self._show_info)
        self.previews.drawn.connect(self._on_drawn)
        self.coloring.model_loaded.connect(self._on_model_loaded)
        self.coloring.model_failed.connect(self._on_model_failed)
        self.coloring.photo_opened.connect(self._on_photo_opened)
        self.coloring.photo_colored.connect(self._on_photo_colored)
        self.exports.saved.connect(self._on_saved)
        for controller in (self.coloring, self.exports):
            controller.activities_changed.connect(self._update_activity)
            controller.failed.connect(self._tell)
        self.activity.cancel_requested.connect(self._cancel)
        self.messages.action_chosen.connect(self._recolor)
        engine.progressed.connect(self._on_progressed)
        engine.crashed.connect(self._on_crashed)

    def _load_model(self, name: str) -> None:
        self.adjust.show_model(name)
        self.coloring.load_model(name, self._settings.get(keys.DEVICE))

    def _open_mime_data(self, mime: QMimeData) -> bool:
        paths = _paths_in(mime)
        if paths:
            self.open_path(paths[0])
            self._also_dropped = len(paths) - 1
            return True
        image = QImage(mime.imageData()) if mime.hasImage() else QImage()
        if not image.isNull():
            self.messages.clear_message()
            self.coloring.open_image(image)
            return True
        return False

    @Slot()
    def _ask_open(self) -> None:
        last = self._settings.get(keys.LAST_FOLDER)
        path = dialogs.ask_open_path(self, Path(last) if last else _pictures_folder())
        if path is not None:
            self.open_path(path)

    @Slot()
    def _paste(self) -> None:
        if not self._open_mime_data(QGuiApplication.clipboard().mimeData()):
            self.messages.show_message(self.tr("There is no picture in the clipboard."), Tone.NOTE)

    @Slot()
    def _ask_save(self) -> None:
        document = self.coloring.document
        if document is None or document.encoding is None:
            return
        path = dialogs.ask_save_path(self, document.suggest_path(_pictures_folder()))
        if path is not None:
            self.messages.clear_message()
            self.exports.save(document, path)

    @Slot()
    def _recolor(self) -> None:
        self.messages.clear_message()
        self.coloring.colorize(recolor=True)

    @Slot()
    def _cancel(self) -> None:
        activity = self._current_activity()
        if activity is not None:
            if activity.stage is Stage.SAVING:
                self._stay_open()
            self.coloring.cancel(activity.job_id)
            self.exports.cancel(activity.job_id)

    @Slot(object)
    def _on_settings(self, settings: RenderSettings) -> None:
        if self.coloring.document is not None:
            self.messages.clear_message(Tone.NOTE)  # "saved" no longer holds
            self.coloring.document.settings = settings
            self.previews.refresh()

    @Slot(str)
    def _on_model_chosen(self, name: str) -> None:
        self.messages.clear_message()
        self._load_model(name)

    @Slot(str, object)
    def _on_model_loaded(self, name: str, model: Model) -> None:
        self._model_name = name
        self._settings.set(keys.MODEL, "" if name == self._models[0].name else name)
        text = self.tr("Runs on this computer’s graphics card (%1)")
        if model.device.name == "cpu":
            text = self.tr("Runs on this computer’s processor (%1)")
        self.adjust.show_device(text.replace("%1", model.device.description))
        self._update_actions()

    @Slot(str)
    def _on_model_failed(self, name: str) -> None:
        default = self._models[0].name
        if self._model_name:
            self.adjust.show_model(self._model_name)
            document = self.coloring.document
            if document is not None and document.encoding is None:
                self.coloring.colorize()  # choosing the other model had stopped this
        elif name != default:
            self._load_model(default)

    @Slot(object)
    def _on_photo_opened(self, document: Document) -> None:
        self.adjust.show_settings(document.settings)
        self._pages.setCurrentWidget(self.viewer)
        self.setWindowTitle(f"{document.title or self.tr('Pasted picture')} – Kolorit")
        self.previews.set_document(document)
        self.viewer.set_photo(document.photo.size)
        self.viewer.setFocus()
        if document.photo.path is not None:
            self._settings.set(keys.LAST_FOLDER, str(document.photo.path.parent))
        if document.photo.reductions:
            self.messages.show_message(reductions_message(document.photo.reductions), Tone.NOTE)
        elif self._also_dropped:
            text = self.tr("“%1” was opened; this version shows one photo at a time.")
            self.messages.show_message(text.replace("%1", document.title), Tone.NOTE)
        self._update_actions()

    @Slot(object)
    def _on_photo_colored(self, _document: Document) -> None:
        self.previews.refresh()
        self._update_actions()

    @Slot(object)
    def _on_drawn(self, drawing: Drawing) -> None:
        self.viewer.show_drawing(drawing.scene.window, drawing.before, drawing.after)

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        if self._closes_when_saved and not self.exports.activities:
            self.close()
            return
        text = self.tr("Saved as “%1”.").replace("%1", str(path))
        self.messages.show_message(text, Tone.NOTE)

    @Slot(int, float)
    def _on_progressed(self, job_id: int, fraction: float) -> None:
        activity = self._current_activity()
        if activity is not None and activity.job_id == job_id:
            self.activity.show_progress(fraction)

    @Slot(int, object)
    def _on_crashed(self, _job_id: int, error: Exception) -> None:
        logger.critical("a bug in the engine thread", exc_info=error)
        self._stay_open()
        text = self.tr("Kolorit made a mistake; your photo is as it was. The log has the details.")
        self.messages.show_message(text, Tone.ERROR)

    def _stay_open(self) -> None:
        """Take back a close that waits for a save: what was not saved is still here."""
        if self._closes_when_saved:
            self._closes_when_saved = False
            self.messages.clear_message()

    @Slot(object)
    def _tell(self, error: EngineError) -> None:
        logger.error("%s", error, exc_info=error)
        self._stay_open()
        action = action_for(error)
        document = self.coloring.document
        if isinstance(error, DeviceMemoryError) and error.retry_size and document is not None:
            document.size = error.retry_size
            action = self.tr("Try at %1 pixels").replace("%1", str(error.retry_size))
        self.messages.show_message(message_for(error), Tone.ERROR, action=action)

    def _current_activity(self) -> Activity | None:
        """The oldest job under way: the one that runs, or will run next."""
        activities = self.coloring.activities + self.exports.activities
        return min(activities, key=lambda activity: activity.job_id, default=None)

    @Slot()
    def _update_activity(self) -> None:
        activity = self._current_activity()
        texts = {
            Stage.LOADING_MODEL: self.tr("Loading the model…"),
            Stage.OPENING: self.tr("Opening…"),
            Stage.COLORING: self.tr("Coloring…"),
            Stage.SAVING: self.tr("Saving…"),
        }
        stage = activity.stage if activity is not None else None
        text = texts[stage] if stage is not None else ""
        self.activity.show_activity(text, can_cancel=stage is not Stage.LOADING_MODEL)
        self._update_actions()

    def _update_actions(self) -> None:
        document = self.coloring.document
        ready = {
            "": True,
            "photo": document is not None,
            "model": document is not None and self.coloring.model is not None,
            "color": document is not None and document.encoding is not None,
        }
        for command in self._commands:
            self.actions_by_name[command.name].setEnabled(ready[command.needs])

    @Slot(object, object)
    def _show_info(self, _window: object, _size: object) -> None:
        document = self.coloring.document
        if document is not None:
            height, width = document.photo.size
            zoom = round(self.viewer.zoom * self.devicePixelRatioF() * 100)
            self._info.setText(f"{width} × {height}    {zoom} %")


def _find_models() -> tuple[tuple[Entry, ...], EngineError | None]:
    """Return the bundled models, or why there are none: the window opens all the same."""
    try:
        return bundled_models(), None
    except CatalogError as error:
        return (), error


def _pictures_folder() -> Path:
    location = QStandardPaths.StandardLocation.PicturesLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def _paths_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
