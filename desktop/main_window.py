"""The main window: where widgets, controllers and the engine thread meet."""

from __future__ import annotations

import logging
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication, QImage, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop import settings as keys
from desktop.actions import Command, install
from desktop.coloring import ColoringController, Stage
from desktop.export import ExportController
from desktop.messages import message_for
from desktop.preview import PreviewController
from desktop.qimage import rgb_from_qimage
from desktop.widgets.activity_bar import ActivityBar
from desktop.widgets.adjust_panel import AdjustPanel
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.message_bar import MessageBar, Tone
from desktop.widgets.viewer import Viewer
from engine.catalog import bundled_models
from engine.errors import DeviceMemoryError, EngineError, UnknownModelError
from engine.image_io import SUFFIXES
from engine.photo import Photo

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QDragEnterEvent, QDropEvent

    from desktop.document import Document
    from desktop.engine_tasks import Drawing
    from desktop.engine_thread import EngineThread
    from desktop.settings import Settings
    from engine.checkpoint import Model
    from engine.render_settings import RenderSettings

logger = logging.getLogger(__name__)

_INITIAL_SIZE = (1200, 780)


class MainWindow(QMainWindow):
    """Shows the open photo; delegates everything slow."""

    def __init__(self, engine: EngineThread, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._stages: Mapping[Stage, int] = {}
        self._saving = 0
        self._retry_size: int | None = None

        self.viewer = Viewer()
        self.empty = EmptyState()
        self.messages = MessageBar()
        self.activity = ActivityBar()
        self.adjust = AdjustPanel(bundled_models())
        self._pages = QStackedWidget()
        self._info = QLabel()
        self._lay_out()
        self.actions_by_name = install(self, self._commands())

        self.coloring = ColoringController(engine, self)
        self.previews = PreviewController(engine, self)
        self.exports = ExportController(engine, self)
        self._connect(engine)
        self._update_actions()

    def start(self) -> None:
        """Load the model; called when the window is on the screen."""
        self._load_model(self._settings.get(keys.MODEL))

    def open_path(self, path: Path) -> None:
        """Open a photo from a file."""
        self.messages.clear_message()
        self.coloring.open_path(path)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files and pictures."""
        if _paths_in(event.mimeData()) or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open what was dropped."""
        if self._open_mime_data(event.mimeData()):
            event.acceptProposedAction()

    def _lay_out(self) -> None:
        self.setWindowTitle("Kolorit")
        self.resize(*_INITIAL_SIZE)
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

    def _commands(self) -> tuple[Command, ...]:
        std = QKeySequence.StandardKey
        file, view = self.tr("&File"), self.tr("&View")
        return (
            Command("open", file, self.tr("&Open…"), std.Open, self._ask_open, in_toolbar=True),
            Command("paste", file, self.tr("&Paste"), std.Paste, self._paste, in_toolbar=True),
            Command(
                "save",
                file,
                self.tr("&Save as…"),
                std.Save,
                self._ask_save,
                in_toolbar=True,
                needs="color",
            ),
            Command(
                "colorize",
                file,
                self.tr("&Color again"),
                std.Refresh,
                self._color_again,
                needs="photo",
            ),
            Command("quit", file, self.tr("&Quit"), std.Quit, self.close),
            Command(
                "fit",
                view,
                self.tr("&Fit"),
                "Ctrl+0",
                self.viewer.fit,
                in_toolbar=True,
                needs="photo",
            ),
            Command(
                "actual-size",
                view,
                self.tr("&1:1"),
                "Ctrl+1",
                self.viewer.show_actual_size,
                in_toolbar=True,
                needs="photo",
            ),
            Command(
                "zoom-in", view, self.tr("Zoom &in"), std.ZoomIn, self.viewer.zoom_in, needs="photo"
            ),
            Command(
                "zoom-out",
                view,
                self.tr("Zoom &out"),
                std.ZoomOut,
                self.viewer.zoom_out,
                needs="photo",
            ),
        )

    def _connect(self, engine: EngineThread) -> None:
        self.empty.open_requested.connect(self._ask_open)
        self.adjust.settings_changed.connect(self._on_settings)
        self.adjust.model_chosen.connect(self._on_model_chosen)
        self.viewer.view_changed.connect(self.previews.set_view)
        self.viewer.view_changed.connect(self._show_info)
        self.previews.drawn.connect(self._on_drawn)
        self.coloring.stages_changed.connect(self._on_stages)
        self.coloring.model_loaded.connect(self._on_model_loaded)
        self.coloring.photo_opened.connect(self._on_photo_opened)
        self.coloring.photo_colored.connect(self._on_photo_colored)
        self.exports.saving_changed.connect(self._on_saving)
        self.exports.saved.connect(self._on_saved)
        self.activity.cancel_requested.connect(self._cancel)
        self.messages.action_chosen.connect(self._retry_smaller)
        engine.progressed.connect(self._on_progressed)
        engine.failed.connect(self._on_failed)
        engine.crashed.connect(self._on_crashed)

    def _load_model(self, name: str) -> None:
        names = [entry.name for entry in bundled_models()]
        if name and name not in names:  # the settings of another version
            self._tell(UnknownModelError(name, tuple(names)))
            name = ""
        self.adjust.show_model(name or names[0])
        self.coloring.load_model(name, self._settings.get(keys.DEVICE))

    def _open_mime_data(self, mime: QMimeData) -> bool:
        paths = _paths_in(mime)
        if paths:
            self.open_path(paths[0])
            if len(paths) > 1:
                text = self.tr("“%1” was opened; this version shows one photo at a time.")
                self.messages.show_message(text.replace("%1", paths[0].name), Tone.NOTE)
            return True
        image = QImage(mime.imageData()) if mime.hasImage() else QImage()
        if not image.isNull():
            self.messages.clear_message()
            self.coloring.open_photo(Photo(rgb_from_qimage(image)))
            return True
        return False

    @Slot()
    def _ask_open(self) -> None:
        path = ask_open_path(self, self._settings.get(keys.LAST_FOLDER))
        if path is not None:
            self._settings.set(keys.LAST_FOLDER, str(path.parent))
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
        path = ask_save_path(self, document.suggested_path)
        if path is not None:
            self.messages.clear_message()
            self.exports.save(document, path)

    @Slot()
    def _color_again(self) -> None:
        self.messages.clear_message()
        self.coloring.colorize()

    @Slot()
    def _retry_smaller(self) -> None:
        self.coloring.colorize(self._retry_size)

    @Slot()
    def _cancel(self) -> None:
        self.coloring.cancel()
        self.exports.cancel()

    @Slot(object)
    def _on_settings(self, settings: RenderSettings) -> None:
        if self.coloring.document is not None:
            self.coloring.document.settings = settings
            self.previews.refresh()

    @Slot(str)
    def _on_model_chosen(self, name: str) -> None:
        default = bundled_models()[0].name
        self._settings.set(keys.MODEL, "" if name == default else name)
        self.messages.clear_message()
        self._load_model(name)

    @Slot(object)
    def _on_model_loaded(self, model: Model) -> None:
        text = self.tr("Runs on this computer: %1").replace("%1", model.device.description)
        self.adjust.show_device(text)

    @Slot(object)
    def _on_photo_opened(self, document: Document) -> None:
        document.settings = replace(self.adjust.settings)
        self._pages.setCurrentWidget(self.viewer)
        self.setWindowTitle(f"{document.title or self.tr('Pasted picture')} – Kolorit")
        self.previews.set_document(document)
        self.viewer.set_photo(document.photo.size)
        self.viewer.setFocus()
        if document.photo.reductions:
            text = self.tr("Opened with a loss: %1.").replace(
                "%1", "; ".join(document.photo.reductions)
            )
            self.messages.show_message(text, Tone.NOTE)
        self._update_actions()

    @Slot(object)
    def _on_photo_colored(self, _document: Document) -> None:
        self.previews.refresh()
        self._update_actions()

    @Slot(object)
    def _on_drawn(self, drawing: Drawing) -> None:
        self.viewer.show_drawing(drawing.scene.window, drawing.before, drawing.after)

    @Slot(object)
    def _on_stages(self, stages: Mapping[Stage, int]) -> None:
        self._stages = stages
        self._update_activity()

    @Slot(int)
    def _on_saving(self, job_id: int) -> None:
        self._saving = job_id
        self._update_activity()

    @Slot(object)
    def _on_saved(self, path: Path) -> None:
        text = self.tr("Saved as “%1”.").replace("%1", str(path))
        self.messages.show_message(text, Tone.NOTE)

    @Slot(int, float)
    def _on_progressed(self, job_id: int, fraction: float) -> None:
        if job_id == self._saving:
            self.activity.show_progress(fraction)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: EngineError) -> None:
        logger.error("job %d failed", job_id, exc_info=error)
        self._tell(error)

    @Slot(int, object)
    def _on_crashed(self, _job_id: int, error: Exception) -> None:
        text = self.tr(
            "Kolorit made a mistake, and your photo is as it was. The log has the details."
        )
        self.messages.show_message(text, Tone.ERROR)
        sys.excepthook(type(error), error, error.__traceback__)

    def _tell(self, error: EngineError) -> None:
        action = ""
        if isinstance(error, DeviceMemoryError):
            self._retry_size = error.retry_size
            action = self.tr("Try at %1 pixels").replace("%1", str(error.retry_size))
        self.messages.show_message(message_for(error), Tone.ERROR, action=action)

    def _update_activity(self) -> None:
        text, can_cancel = "", False
        if self._saving:
            text, can_cancel = self.tr("Saving…"), True
        elif Stage.OPENING in self._stages:
            text, can_cancel = self.tr("Opening…"), True
        elif Stage.LOADING_MODEL in self._stages:
            text = self.tr("Loading the model…")
        elif Stage.COLORING in self._stages:
            text, can_cancel = self.tr("Coloring…"), True
        self.activity.show_activity(text, can_cancel=can_cancel)

    def _update_actions(self) -> None:
        document = self.coloring.document
        ready = {
            "": True,
            "photo": document is not None,
            "color": document is not None and document.encoding is not None,
        }
        for command in self._commands():
            self.actions_by_name[command.name].setEnabled(ready[command.needs])

    @Slot(object, object)
    def _show_info(self, _window: object, _size: object) -> None:
        document = self.coloring.document
        if document is not None:
            height, width = document.photo.size
            zoom = round(self.viewer.zoom * self.devicePixelRatioF() * 100)
            self._info.setText(f"{width} × {height}    {zoom} %")


def ask_open_path(parent: QWidget, folder: str) -> Path | None:
    """Ask the user for a photo; None if they changed their mind."""
    patterns = " ".join(f"*{suffix}" for suffix in SUFFIXES)
    kinds = parent.tr("Photos (%1)").replace("%1", patterns)
    name, _ = QFileDialog.getOpenFileName(parent, parent.tr("Open a photo"), folder, kinds)
    return Path(name) if name else None


def ask_save_path(parent: QWidget, suggestion: Path) -> Path | None:
    """Ask the user where to save; the dialog asks before it accepts an existing file."""
    kinds = ";;".join(
        (
            parent.tr("JPEG (*.jpg *.jpeg)"),
            parent.tr("PNG (*.png)"),
            parent.tr("WebP (*.webp)"),
            parent.tr("TIFF (*.tif *.tiff)"),
        )
    )
    chosen = next(
        (kind for kind in kinds.split(";;") if f"*{suggestion.suffix.lower()}" in kind), ""
    )
    title = parent.tr("Save the colored photo")
    name, _ = QFileDialog.getSaveFileName(parent, title, str(suggestion), kinds, chosen)
    return Path(name) if name else None


def _paths_in(mime: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
