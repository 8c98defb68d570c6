"""Keeps the viewer in step with the document and the zoom, newest first."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.preview.drawing import Drawing, Scene, add_key, drag, draw
from desktop.preview.keyframes import SLIDERS, Keyframes, moved_slider, slider_named
from desktop.state.recipes import draft_of, drawn_as, shown_as
from engine.photo.photo import Window, fit
from engine.recipe.controls import COLOR_CONTROLS
from engine.recipe.stages import Crop

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job, Task
    from desktop.state.document import Document
    from engine.develop import Developed
    from engine.errors import EngineError
    from engine.photo.photo import Size
    from engine.recipe.recipe import Recipe, Stage

T = TypeVar("T")
_BACKDROP = (1024, 1024)
_REST_MS = 400
"""A hand that holds still for so long rests. A pass of the network is shorter."""


class PreviewController(QObject):
    """Turns changes of settings, zoom and photo into drawings.

    One drawing is made at a time: it is shown even if the user has moved on, so that the picture
    follows a hand that never rests; then the newest state is drawn, and what lay between is
    skipped. What is visible comes first, at screen resolution, and while a slider is dragged, mixed
    of keyframes, also of what restoring is yet to do. As soon as the hand rests, it is rendered;
    then the whole photo is drawn too, so that panning never uncovers colors of other settings, and
    keyframes are made for the next drag.

    A drawing that fails is not begun again before something has changed.

    Signals:
        drawn(drawing: Drawing)
        failed(error: EngineError): what was drawn before stays.
    """

    drawn = Signal(object)
    failed = Signal(object)

    def __init__(self, engine: EngineThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._document: Document | None = None
        self._window: Window | None = None
        self._size: Size = (1, 1)
        self._compared: Stage | None = None
        self._trial: tuple[Developed, Recipe] | None = None
        self._job: Job[Any] | None = None
        self._asked: Scene | None = None
        self._failed: Scene | None = None
        """What was to be seen when the last drawing was begun, and when one failed."""
        self._visible: Drawing | None = None
        self._whole: Drawing | None = None
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self.refresh)

    def set_document(self, document: Document | None) -> None:
        """Draw another photo, or none; nothing is drawn before :meth:`set_view`."""
        if self._job is not None:
            self._job.cancel()
            self._job = None
        self._document, self._window, self._trial = document, None, None
        self._visible = self._whole = self._failed = None
        self._rest.stop()

    def set_view(self, window: Window, size: Size) -> None:
        """Draw this part of the photo at this size in device pixels from now on."""
        self._window, self._size = window, size
        self.refresh()

    def set_compared(self, stage: Stage | None) -> None:
        """Let before and after differ by one step of restoring alone, or by all that is done."""
        self._compared = stage
        self.refresh()

    @property
    def is_live(self) -> bool:
        """Whether what is wanted of restoring can be shown before it is done to the photo."""
        window = self._window
        return window is not None and self._scene(window, self._size).is_live

    @Slot(str)
    def take_hold(self, control: str) -> None:
        """Be ready for a slider that a hand has taken, before it moves."""
        slider, last = slider_named(control), self._visible
        if slider is None or last is None or not slider.joins(last.scene.recipe, last.scene.recipe):
            return
        if last.keys is None or last.keys.slider != slider or not last.keys.fit(last.scene.recipe):
            self._visible = replace(last, keys=Keyframes(slider, last.scene.recipe))
            self.refresh()

    def show_trial(self, developed: Developed | None, recipe: Recipe | None = None) -> None:
        """Draw what a recipe would make of the photo, or the photo as it is again.

        Args:
            developed: What was made of the photo that is shown; None for what is decided.
            recipe: What it was developed for; its vividness and grade are applied here.
        """
        trial = None if developed is None or recipe is None else (developed, recipe)
        if trial != self._trial:
            self._trial = trial
            self.refresh()

    def refresh(self) -> None:
        """See to it that the document as it is now gets drawn; returns at once."""
        if self._job is None or self._job.has_ended:
            self._draw_next()

    def _draw_next(self) -> None:
        """Start the most urgent drawing that is missing, if any."""
        if self._document is None or self._window is None:
            return
        scene = self._scene(self._window, self._size)
        if scene == self._failed:
            return
        task = self._visible_task(scene)
        if task is None and not self._rest.isActive():
            task = self._whole_task()
            if task is None and (key := self._key_task()) is not None:
                self._submit(scene, key, self._take_keys)
        if task is not None:
            self._submit(scene, task, self._take)

    def _submit(self, asked: Scene, task: Task[T], take: Callable[[T], None]) -> None:
        self._asked, done = asked, partial(self._on_done, take)
        self._job = self._engine.submit_preview(task, done, failed=self._give_up)

    def _on_done(self, take: Callable[[T], None], result: T) -> None:
        self._failed = None
        take(result)
        self.refresh()

    def _visible_task(self, scene: Scene) -> Task[Drawing] | None:
        last, moves = self._visible, self._rest.isActive()
        if last is None or not _is_same_place(scene, last):
            self._rest.start()
            return draw(scene, last)
        if scene.recipe == last.scene.recipe and scene.draft == last.scene.draft:
            return None if last.is_exact or moves else draw(scene, last)
        self._rest.start()
        keys = None if scene.compared is not None else _keys_for(scene.recipe, last)
        is_single = not moves and not scene.is_live
        if keys is None or (keys.missing_around(scene.recipe) and is_single):
            return draw(scene, last)
        return drag(scene, last, keys)

    def _whole_task(self) -> Task[Drawing] | None:
        scene, last = self._backdrop_scene(), self._whole
        if self._window == scene.window:
            return None  # the whole photo is visible
        if last is None or not last.is_exact or not _has_same_colors(scene, last):
            return draw(scene, last)
        return draw(scene, last) if last.scene.size < scene.size else None

    def _key_task(self) -> Task[Keyframes] | None:
        """Make the next drag smooth: of the slider moved last, at first of the uppermost."""
        last = self._visible
        if last is None or last.after is None or last.scene.compared is not None:
            return None
        if last.scene.is_live:
            return None  # what it is made of is about to be made anew
        if self._trial is not None:
            return None  # nobody drags a slider meanwhile
        recipe, (height, width) = last.scene.recipe, last.scene.size
        keys = last.keys if last.keys is not None and last.keys.fit(recipe) else None
        keys = keys or Keyframes(SLIDERS[COLOR_CONTROLS[0].name], recipe)
        position = keys.next_missing(recipe, height * width)
        return None if position is None else add_key(last, keys, position)

    def _backdrop_scene(self) -> Scene:
        assert self._document is not None
        size = self._document.photo.size
        return self._scene(Window.whole(size), fit(size, _BACKDROP))

    def _scene(self, window: Window, size: Size) -> Scene:
        assert self._document is not None
        document = self._document
        developed, recipe = self._trial or (document.developed, document.recipe)
        if developed is None:
            return Scene(document.photo, None, recipe, window, size, compared=self._compared)
        draft = draft_of(developed.recipe, recipe)
        shown = drawn_as if self._compared is not None else shown_as
        # the viewer shows a part of what is drawn, so another crop needs no other drawing
        drawn = replace(shown(developed.recipe, recipe), crop=Crop())
        return Scene(document.photo, developed, drawn, window, size, draft, self._compared)

    def _take_keys(self, keys: Keyframes) -> None:
        assert self._visible is not None
        self._visible = replace(self._visible, keys=keys)

    def _take(self, drawing: Drawing) -> None:
        assert self._document is not None
        if drawing.scene.window == Window.whole(self._document.photo.size):
            self._whole = drawing
        if (drawing.scene.window, drawing.scene.size) == (self._window, self._size):
            self._visible = drawing
        self.drawn.emit(drawing)

    def _give_up(self, error: EngineError) -> None:
        """Draw no more until something changes, or at once if it has meanwhile."""
        self._failed = self._asked
        self.refresh()
        self.failed.emit(error)


def _has_same_colors(scene: Scene, drawing: Drawing) -> bool:
    """Whether a drawing shows the colors that a scene asks for."""
    drawn = drawing.scene
    return drawn.shares_photo_with(scene) and drawn.recipe == scene.recipe


def _is_same_place(scene: Scene, drawing: Drawing) -> bool:
    """Whether a drawing shows a scene, but for its recipe."""
    return drawing.scene.shares_photo_with(scene) and drawing.scene.shares_view_with(scene)


def _keys_for(recipe: Recipe, last: Drawing) -> Keyframes | None:
    """Return the keyframes of the slider that is moving; None if it is not one slider alone."""
    if last.after is None:
        return None
    if last.keys is not None and last.keys.fit(recipe):
        return last.keys
    slider = moved_slider(last.scene.recipe, recipe)
    return None if slider is None else Keyframes(slider, recipe)
