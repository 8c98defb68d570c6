"""Loads models, opens photos and runs the network on them."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from desktop import engine_tasks
from desktop.document import Document
from engine.photo import Photo

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.engine_thread import EngineThread, Task
    from engine.checkpoint import Model
    from engine.colorize import Encoding


class Stage(Enum):
    """What the controller waits for."""

    LOADING_MODEL = auto()
    OPENING = auto()
    COLORING = auto()


class ColoringController(QObject):
    """Owns the model and the open document; one photo and one model at a time.

    Signals:
        stages_changed(stages: dict[Stage, int]): what is under way, with the jobs' ids.
        model_loaded(model: Model)
        photo_opened(document: Document): not yet colored.
        photo_colored(document: Document)
    """

    stages_changed = Signal(object)
    model_loaded = Signal(object)
    photo_opened = Signal(object)
    photo_colored = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._model: Model | None = None
        self._document: Document | None = None
        self._jobs: dict[Stage, int] = {}
        engine.finished.connect(self._on_finished)
        engine.cancelled.connect(self._on_ended)
        engine.failed.connect(self._on_ended)
        engine.crashed.connect(self._on_ended)

    @property
    def document(self) -> Document | None:
        """The open photo."""
        return self._document

    def load_model(self, name: str, device: str) -> None:
        """Load a bundled model; the open photo is then colored with it."""
        self._start(Stage.LOADING_MODEL, engine_tasks.load_model(name, device))

    def open_path(self, path: Path) -> None:
        """Read a photo; the one open now stays until that has succeeded."""
        self._start(Stage.OPENING, engine_tasks.open_photo(path))

    def open_photo(self, photo: Photo) -> None:
        """Open a photo that is already in memory."""
        self._cancel(Stage.OPENING)
        self._cancel(Stage.COLORING)
        self._document = Document(photo)
        self.photo_opened.emit(self._document)
        self.colorize()

    def colorize(self, size: int | None = None) -> None:
        """Run the network on the open photo, at its own size unless another is given."""
        if self._model is not None and self._document is not None:
            task = engine_tasks.colorize(self._model, self._document.photo, size)
            self._start(Stage.COLORING, task)

    def cancel(self) -> None:
        """Stop opening and coloring; a model that loads goes on."""
        self._cancel(Stage.OPENING)
        self._cancel(Stage.COLORING)

    def _start(self, stage: Stage, task: Task) -> None:
        self._cancel(stage)
        self._jobs[stage] = self._engine.submit(task)
        self.stages_changed.emit(dict(self._jobs))

    def _cancel(self, stage: Stage) -> None:
        job_id = self._jobs.pop(stage, None)
        if job_id is not None:
            self._engine.cancel(job_id)
            self.stages_changed.emit(dict(self._jobs))

    def _stage_of(self, job_id: int) -> Stage | None:
        return next((stage for stage, job in self._jobs.items() if job == job_id), None)

    @Slot(int, object)
    def _on_finished(self, job_id: int, result: object) -> None:
        stage = self._stage_of(job_id)
        if stage is None:
            return  # not ours, or cancelled when its result was already on the way
        self._on_ended(job_id)
        if stage is Stage.OPENING:
            assert isinstance(result, Photo)
            self.open_photo(result)
        elif stage is Stage.LOADING_MODEL:
            self._model = cast("Model", result)  # to check its class would import torch
            self.model_loaded.emit(result)
            self.colorize()
        elif self._document is not None:
            self._document.encoding = cast("Encoding", result)
            self.photo_colored.emit(self._document)

    @Slot(int)
    @Slot(int, object)
    def _on_ended(self, job_id: int, _outcome: object = None) -> None:
        stage = self._stage_of(job_id)
        if stage is not None:
            del self._jobs[stage]
            self.stages_changed.emit(dict(self._jobs))
