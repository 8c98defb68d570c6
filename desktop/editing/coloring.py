"""Loads models, opens photos and runs the network on them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal

from desktop.jobs import engine_tasks, geometry_tasks
from desktop.state.recipes import coloring_of, needs_pass
from engine.checkpoints.catalog import bundled_models
from engine.errors import CatalogError, EngineError, ImageError, ImageProblem
from engine.recipe.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job, Task
    from desktop.jobs.reading import Prepared
    from desktop.state.document import Document
    from engine.checkpoints.catalog import Entry
    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed
    from engine.photo.photo import Photo
    from engine.recipe.stages import Orientation

T = TypeVar("T")
_REST_MS = 300
"""A hand that holds still for so long rests."""


class Phase(Enum):
    """What the user waits for."""

    LOADING_MODEL = auto()
    OPENING = auto()
    TURNING = auto()
    """Never shown: it takes a moment, and there is no way back but another turn."""
    LOOKING = auto()
    RESTORING = auto()
    COLORING = auto()
    SAVING = auto()
    STOPPING = auto()


@dataclass(frozen=True)
class Activity:
    """A job under way."""

    job: Job[Any]
    stage: Phase
    can_wait: bool = False
    """Whether others pass it, see :meth:`EngineThread.submit`."""


def activity_text(stage: Phase, left: int, place: tuple[int, int] = (0, 0)) -> str:
    """Say what the user waits for.

    Args:
        stage: Of the work.
        left: How many photos are still to be saved.
        place: Where many photos are saved together: the number of the one in hand, and how many.
    """
    translate = QCoreApplication.translate
    texts = {
        Phase.LOADING_MODEL: translate("Activities", "Loading the model…"),
        Phase.OPENING: translate("Activities", "Opening…"),
        Phase.LOOKING: translate("Activities", "Looking for damage…"),
        Phase.RESTORING: translate("Activities", "Restoring…"),
        Phase.COLORING: translate("Activities", "Coloring…"),
        Phase.SAVING: translate("Activities", "Saving…"),
        Phase.STOPPING: translate("Activities", "Stopping…"),
    }
    if stage is Phase.SAVING and place[1] > 1:
        text = translate("Activities", "Saving photo %1 of %2…")
        number, count = (QLocale().toString(n) for n in place)
        return text.replace("%1", number).replace("%2", count)
    if stage is Phase.SAVING and left > 1:
        text = translate("Activities", "Saving… Photos left: %1")
        return text.replace("%1", QLocale().toString(left))
    return texts[stage]


class ColoringController(QObject):
    """Owns the model and the open document; one photo at a time, which may have another model.

    Signals:
        activities_changed(): see :attr:`activities`.
        model_loaded(name: str, model: Model)
        model_failed(name: str): the one loaded before, if any, stays.
        photo_opened(opened: Opened): it was read; shown and colored is what :meth:`show` is given.
        photo_colored(document: Document)
        doubted(document: Document): it was colored, though it may have been in color already.
        opening_failed(error: EngineError): the photo open before stays.
        opening_stopped(): the same; the user wanted it.
        coloring_failed(error: EngineError): the photo that is open keeps the colors it has.
        coloring_stopped(): the same; the user wanted it.
        photo_closed()
        failed(error: EngineError): something that nobody has cancelled since.
        progressed(job: Job, fraction: float): of restoring the photo before it is colored.
    """

    activities_changed = Signal()
    model_loaded = Signal(str, object)
    model_failed = Signal(str)
    photo_opened = Signal(object)
    photo_colored = Signal(object)
    doubted = Signal(object)
    opening_failed = Signal(object)
    opening_stopped = Signal()
    coloring_failed = Signal(object)
    coloring_stopped = Signal()
    photo_closed = Signal()
    failed = Signal(object)
    progressed = Signal(object, float)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._chosen: Model | None = None
        self._model_name = ""
        self._document: Document | None = None
        self.ready: Mapping[tuple[Path, int | None], Prepared] = {}
        """What has been read already of photos that may be shown next, by file and page."""
        self._jobs: dict[Phase, Job[Any]] = {}
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.follow)
        self._restores = False
        """Whether the pass under way restores the photo, before a network colors it."""
        self._asked = Recipe()
        """What the last pass was asked for."""

    @property
    def activities(self) -> tuple[Activity, ...]:
        """What is under way."""
        shown = {Phase.COLORING: Phase.RESTORING} if self._restores else {}
        return tuple(
            Activity(job, shown.get(phase, phase))
            for phase, job in self._jobs.items()
            if not job.has_ended and phase is not Phase.TURNING
        )

    @property
    def document(self) -> Document | None:
        """The open photo."""
        return self._document

    @property
    def models(self) -> tuple[Model, ...]:
        """Those in memory: the one chosen for all photos, and what the open one may have else."""
        own = self._own_model
        if self._chosen is None:
            return ()
        return (self._chosen,) if own in (None, self._chosen) else (self._chosen, own)

    @property
    def _own_model(self) -> Model | None:
        """The one that the open photo was colored with, unless another was chosen since."""
        document = self._document
        if document is None or document.developed is None or document.developed_for is None:
            return None
        return document.developed.model

    @property
    def model(self) -> Model | None:
        """The model of the open photo, as soon as it is loaded; else the one chosen for all."""
        name = coloring_of(self._document.recipe).model if self._document is not None else ""
        return engine_tasks.model_among(self.models, name) or self._chosen

    def load_model(self, name: str, device: str) -> None:
        """Load a bundled model for all photos that have none of their own."""
        self._cancel(Phase.COLORING)
        self._model_name = name
        if self._document is not None:
            # its colors are the last model's, and its own model may be on another device
            self._document.developed_for = None
        task = engine_tasks.load_model(name, device)
        self._start(Phase.LOADING_MODEL, task, partial(self._on_loaded, name))

    def open_path(
        self, path: Path, page: int | None = None, orientation: Orientation | None = None
    ) -> None:
        """Read a photo, or a page of it; the one open now stays until that has succeeded.

        Args:
            path: Its file.
            page: From 1; None is what is kept beside it, or the largest.
            orientation: How it is to lie; None is as what is kept beside it says.
        """
        self._let_pass()
        ready = self.ready.get((path, page))
        task = engine_tasks.open_photo(path, page, orientation, ready)
        self._start(Phase.OPENING, task, self._on_opened)

    def open_photo(self, photo: Photo, orientation: Orientation) -> None:
        """Open a photo that has been read before."""
        task = geometry_tasks.turn(engine_tasks.Opened(photo), orientation)
        self._start(Phase.OPENING, task, self._on_opened)

    def turn(self, document: Document, done: Callable[[engine_tasks.Opened], object]) -> None:
        """Turn the photo that is shown as its recipe has it now; ``done`` is told."""
        item = document.item
        opened = engine_tasks.Opened(
            document.photo, sha256=item.sha256, refused=document.refused, damage=item.damage
        )
        task = geometry_tasks.turn(opened, document.recipe.orientation)
        self._cancel(Phase.COLORING)
        self._start(Phase.TURNING, task, done)

    def _let_pass(self) -> None:
        """Stop restoring for a photo that is wanted now; nobody waits for it any more."""
        if self._document is not None and self._document.recipe.restores:
            self._cancel(Phase.COLORING)

    def cancel_opening(self) -> None:
        """Open nothing new; the photo that is open stays."""
        self._cancel(Phase.OPENING)

    def close_photo(self) -> None:
        """Open nothing."""
        for phase in (Phase.OPENING, Phase.TURNING, Phase.COLORING):
            self._cancel(phase)
        self._rest.stop()
        self._document = None
        self.photo_closed.emit()

    def show(self, document: Document) -> None:
        """Go on with a photo, which :meth:`colorize` develops."""
        self._cancel(Phase.TURNING)
        self._cancel(Phase.COLORING)
        self._rest.stop()
        self._document = document

    def open_image(self, image: QImage | bytes) -> None:
        """Open a picture that is already in memory, from the clipboard or a drop."""
        self._start(Phase.OPENING, engine_tasks.open_image(image), self._on_opened)

    def colorize(self, *, recolor: bool = False, made: Developed | None = None) -> None:
        """Run the network on the open photo, as soon as there are both.

        Args:
            recolor: Whether the photo's own colors may be replaced, from now on; else a photo in
                color fails with :attr:`engine.errors.ImageProblem.IN_COLOR`.
            made: What was developed of the photo for the recipe as it is now, by way of trial.
        """
        self._rest.stop()
        document = self._document
        if self._chosen is not None and document is not None:
            item = document.item
            item.recolor = item.recolor or recolor
            task = engine_tasks.colorize(
                self.models,
                document.photo,
                document.recipe,
                made or document.developed,
                item.damage,
                recolor=item.recolor,
            )
            self._asked, self._restores = document.recipe, False
            self._start(Phase.COLORING, task, self._on_colored)

    def follow(self, made: Developed | None = None) -> None:
        """Develop the photo for the recipe as it is now, after the pass under way.

        That one is shown too, so that the colors follow a hint that is dragged without a rest.
        ``made`` is as in :meth:`colorize`.
        """
        self._rest.stop()
        job = self._jobs.get(Phase.COLORING)
        if job is None or job.has_ended:
            self.colorize(made=made)

    def follow_rested(self) -> None:
        """Do the same as soon as the hand rests; until then, previews have the engine thread.

        A pass under way is given up: what it is for is no longer wanted.
        """
        self._cancel(Phase.COLORING)
        self._rest.start()

    def cancel(self, job: Job[Any]) -> None:
        """Stop one of the activities; others' jobs are ignored."""
        running = (phase for phase, each in self._jobs.items() if each is job)
        stage = None if job.has_ended else next(running, None)
        if stage is None:
            return
        self._cancel(stage)
        if stage is Phase.OPENING:
            self.opening_stopped.emit()
            self._resume()
        elif stage is Phase.COLORING:
            self.coloring_stopped.emit()
        else:
            self.model_failed.emit(self._model_name)

    def _start(self, stage: Phase, task: Task[T], done: Callable[[T], object]) -> None:
        self._cancel(stage)
        failed = partial(self._on_failed, stage)
        self._jobs[stage] = self._engine.submit(
            task,
            done,
            failed=failed,
            ended=self._on_ended,
            progressed=partial(self._on_progressed, stage),
        )
        self.activities_changed.emit()

    def _on_progressed(self, stage: Phase, fraction: float) -> None:
        if stage is Phase.COLORING and self._restores != (fraction < 1):
            self._restores = fraction < 1
            self.activities_changed.emit()
        if stage in self._jobs:
            self.progressed.emit(self._jobs[stage], fraction)

    def _cancel(self, stage: Phase) -> None:
        job = self._jobs.pop(stage, None)
        if job is not None and not job.has_ended:
            job.cancel()
            self.activities_changed.emit()

    def _on_ended(self) -> None:
        self.activities_changed.emit()

    def _on_opened(self, opened: engine_tasks.Opened) -> None:
        self._cancel(Phase.COLORING)
        self.photo_opened.emit(opened)

    def _on_loaded(self, name: str, model: Model) -> None:
        self._chosen = model
        self.model_loaded.emit(name, model)
        self.colorize()

    def _on_colored(self, colored: engine_tasks.Colored) -> None:
        assert self._document is not None
        self._document.developed, self._document.developed_for = colored.developed, self._asked
        self.photo_colored.emit(self._document)
        if colored.in_doubt:
            self.doubted.emit(self._document)
        self._catch_up()

    def _on_failed(self, stage: Phase, error: EngineError) -> None:
        self._give_up(stage, error)
        self.failed.emit(error)

    def _give_up(self, stage: Phase, error: EngineError) -> None:
        """Say what has come to nothing."""
        if stage is Phase.LOADING_MODEL:
            self.model_failed.emit(self._model_name)
        elif stage is Phase.OPENING:
            self.opening_failed.emit(error)
            self._resume()
        elif stage is Phase.COLORING:
            if self._document is not None:
                self._document.is_in_color = is_in_color(error)
            self.coloring_failed.emit(error)
            self._catch_up()

    def _resume(self) -> None:
        """Go on with the photo that stays open, if it was left for another one."""
        document = self._document
        if document is not None and document.recipe.restores and not document.is_up_to_date:
            self.follow()

    def _catch_up(self) -> None:
        """Run the network once more if the recipe has changed during the last pass."""
        document = self._document
        if document is not None and needs_pass(self._asked, document.recipe):
            self.follow()


def is_in_color(error: EngineError) -> bool:
    """Whether a photo was not colored because it has colors of its own."""
    return isinstance(error, ImageError) and error.problem is ImageProblem.IN_COLOR


def find_models() -> tuple[tuple[Entry, ...], EngineError | None]:
    """Return the bundled models, or why there are none: the window opens all the same."""
    try:
        return bundled_models(), None
    except CatalogError as error:
        return (), error
