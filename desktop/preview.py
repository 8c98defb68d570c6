"""Keeps the viewer in step with the document and the zoom, newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.engine_tasks import Drawing, Scene, draw
from engine.photo import Window, fit

if TYPE_CHECKING:
    from desktop.document import Document
    from desktop.engine_thread import EngineThread
    from engine.photo import Size

_BACKDROP = (1024, 1024)


class PreviewController(QObject):
    """Turns changes of settings, zoom and photo into drawings.

    One drawing is made at a time: it is shown even if the user has moved on, so that the picture
    follows a hand that never rests; then the newest state is drawn, and what lay between is
    skipped. What is visible comes first, at screen resolution. When that is up to date, the
    whole photo is drawn too, so that panning never uncovers colors of other settings.

    Signals:
        drawn(drawing: Drawing)
    """

    drawn = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._document: Document | None = None
        self._window: Window | None = None
        self._size: Size = (1, 1)
        self._job: int | None = None
        self._visible: Drawing | None = None
        self._whole: Drawing | None = None
        engine.finished.connect(self._on_finished)
        engine.cancelled.connect(self._on_ended)
        engine.failed.connect(self._on_ended)
        engine.crashed.connect(self._on_ended)

    def set_document(self, document: Document | None) -> None:
        """Draw another photo, or none; nothing is drawn before :meth:`set_view`."""
        if self._job is not None:
            self._engine.cancel(self._job)
            self._job = None
        self._document, self._window = document, None
        self._visible = self._whole = None

    def set_view(self, window: Window, size: Size) -> None:
        """Draw this part of the photo at this size in device pixels from now on."""
        self._window, self._size = window, size
        self.refresh()

    def refresh(self) -> None:
        """See to it that the document as it is now gets drawn; returns at once."""
        if self._job is None:
            self._draw_next()

    def _draw_next(self) -> None:
        """Start the most urgent drawing that is missing, if any."""
        if self._document is None or self._window is None:
            return
        scene, last = self._scene(self._window, self._size), self._visible
        if last is None or not (scene.shares_frame_with(last.scene) and _same_look(scene, last)):
            self._job = self._engine.submit_preview(draw(scene, last))
            return
        scene, last = self._backdrop_scene(), self._whole
        if self._window == scene.window:
            return  # the whole photo is visible
        if last is None or last.scene.size < scene.size or not _same_look(scene, last):
            self._job = self._engine.submit_preview(draw(scene, last))

    def _backdrop_scene(self) -> Scene:
        assert self._document is not None
        size = self._document.photo.size
        return self._scene(Window.whole(size), fit(size, _BACKDROP))

    def _scene(self, window: Window, size: Size) -> Scene:
        assert self._document is not None
        document = self._document
        return Scene(document.photo, document.encoding, document.look, window, size)

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        if job_id != self._job:
            return
        assert isinstance(result, Drawing)
        assert self._document is not None
        if result.scene.window == Window.whole(self._document.photo.size):
            self._whole = result
        if (result.scene.window, result.scene.size) == (self._window, self._size):
            self._visible = result
        self._job = None
        self.drawn.emit(result)
        self.refresh()

    @Slot(int)
    @Slot(int, object)
    def _on_ended(self, job_id: int, _outcome: object = None) -> None:
        if job_id == self._job:
            self._job = None


def _same_look(scene: Scene, drawing: Drawing) -> bool:
    """Whether a drawing shows the colors that a scene asks for."""
    drawn = drawing.scene
    return drawn.shares_colors_with(scene) and drawn.look.settings == scene.look.settings
