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


class PreviewController(QObject):
    """Turns changes of settings, zoom and photo into drawings; drops those that come too late.

    What is visible is drawn first, at screen resolution. When nothing newer waits, the whole
    photo is drawn too, so that panning never uncovers colors of other settings.

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
        self._latest = 0
        self._visible: Drawing | None = None
        self._whole: Drawing | None = None
        engine.finished.connect(self._on_finished)

    def set_document(self, document: Document) -> None:
        """Draw another photo from now on; nothing is drawn before :meth:`set_view`."""
        self._document, self._window = document, None
        self._visible = self._whole = None

    def set_view(self, window: Window, size: Size) -> None:
        """Draw this part of the photo at this size in device pixels from now on."""
        self._window, self._size = window, size
        self.refresh()

    def refresh(self) -> None:
        """Ask for a drawing of the document as it is now; returns at once."""
        if self._document is not None and self._window is not None:
            self._submit(self._scene(self._window, self._size), self._visible)

    def _scene(self, window: Window, size: Size) -> Scene:
        assert self._document is not None
        document = self._document
        return Scene(document.photo, document.encoding, document.settings, window, size)

    def _submit(self, scene: Scene, last: Drawing | None) -> None:
        self._latest = self._engine.submit_preview(draw(scene, last))

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        if job_id != self._latest or not isinstance(result, Drawing):
            return  # an older result may already sit in the event queue
        if result.scene.window == Window.whole(result.scene.photo.size):
            self._whole = result
        if result.scene.window == self._window:
            self._visible = result
        self.drawn.emit(result)
        self._refresh_whole()

    def _refresh_whole(self) -> None:
        assert self._document is not None
        scene = self._scene(Window.whole(self._document.photo.size), self._backdrop_size())
        current = self._whole.scene if self._whole is not None else None
        stale = (
            current is None
            or current.encoding is not scene.encoding
            or current.settings != scene.settings
        )
        if stale:
            self._submit(scene, self._whole)

    def _backdrop_size(self) -> Size:
        assert self._document is not None
        return fit(self._document.photo.size, (1024, 1024))
