"""Small colored pictures of all open photos, made while nothing else is to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from desktop.jobs import engine_tasks
from desktop.photos.album import Album, Item, State
from desktop.state.document import Look
from engine.errors import EngineError

if TYPE_CHECKING:
    from desktop.editing.coloring import ColoringController
    from desktop.jobs.engine_thread import EngineThread


class ThumbnailController(QObject):
    """Asks for one thumbnail at a time, so that whatever the user does comes in between."""

    def __init__(self, engine: EngineThread, album: Album, coloring: ColoringController) -> None:
        super().__init__(album)
        self._engine, self._album, self._coloring = engine, album, coloring
        self._item: Item | None = None
        self._basis: tuple[Look, str, bool] = (Look(), "", False)
        self._job: int | None = None
        self._soon = QTimer(self)  # a photo that is to be shown comes first
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._next)
        album.items_changed.connect(self._soon.start)
        album.current_changed.connect(self._soon.start)
        coloring.activities_changed.connect(self._soon.start)
        coloring.model_loaded.connect(self._next)
        engine.finished.connect(self._on_finished)
        engine.failed.connect(self._on_failed)
        engine.cancelled.connect(self._on_ended)
        engine.crashed.connect(self._on_crashed)

    @Slot()
    def _next(self) -> None:
        models = self._coloring.models
        if self._job is not None or not models or self._coloring.activities:
            return
        missing = (
            item
            for item in self._album.items
            if item.state is not State.FAILED
            and (item.thumbnail is None or self._is_outdated(item))
        )
        self._item = next(missing, None)
        if self._item is not None:
            self._basis = self._basis_of(self._item)
            task = engine_tasks.make_thumbnail(
                models, self._item.source, self._item.look, recolor=self._item.recolor
            )
            self._job = self._engine.submit(task, can_wait=True)

    def _is_outdated(self, item: Item) -> bool:
        """Whether the user has left a photo with other colors."""
        return item is not self._album.current and item.thumbnail_basis != self._basis_of(item)

    def _basis_of(self, item: Item) -> tuple[Look, str, bool]:
        """Return what decides about a photo's colors: it may have the model chosen for all."""
        model = item.look.model or self._coloring.models[0].name
        return item.look, model, item.recolor

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        if job_id != self._job or self._item is None:
            return
        assert isinstance(result, QImage)
        look, _model, _recolor = self._basis
        if look.page == self._item.look.page:  # the user may have turned to another one meanwhile
            self._album.set_thumbnail(self._item, result, self._basis)
        if self._item.state is State.WAITING:
            self._album.set_state(self._item, State.DONE)
        self._on_ended(job_id)

    @Slot(int, object)
    def _on_failed(self, job_id: int, error: EngineError) -> None:
        if job_id == self._job and self._item is not None:
            self._album.set_state(self._item, State.FAILED, error)
        self._on_ended(job_id)

    @Slot(int, object)
    def _on_crashed(self, job_id: int, _error: Exception) -> None:
        if job_id == self._job and self._item is not None:  # once is enough
            self._album.set_state(self._item, State.FAILED, EngineError())
        self._on_ended(job_id)

    @Slot(int)
    @Slot(int, object)
    def _on_ended(self, job_id: int, _outcome: object = None) -> None:
        if job_id == self._job:
            self._job = None
            self._soon.start()
