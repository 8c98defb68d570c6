"""Turns, mirrors, straightens and crops the photo; each is one step that can be undone."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs import geometry_tasks
from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.recipe.crop_frame import frame_of
from engine.recipe.stages import Crop
from engine.recipe.turning import mirrored, turned

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.state.document import Document
    from desktop.state.history import History
    from desktop.widgets.bars.crop_bar import CropBar
    from desktop.widgets.viewer.viewer import Viewer
    from engine.recipe.recipe import Recipe


class GeometryEditor(QObject):
    """Keeps viewer, crop tool and its bar in step with how the photo lies and what is shown.

    Signals:
        prints_found(document: Document, crops: tuple[Crop, ...]): there are several on its scan,
            which nobody has asked for.
        prints_wanted(document: Document, crops: tuple[Crop, ...]): each is to be a photo.
        told(text: str): why there are none.
    """

    prints_found = Signal(object, object)
    prints_wanted = Signal(object, object)
    told = Signal(str)

    def __init__(
        self, engine: EngineThread, history: History, viewer: Viewer, bar: CropBar
    ) -> None:
        super().__init__(viewer)
        self._engine, self._history = engine, history
        self._viewer, self._bar, self._tool = viewer, bar, viewer.crop_tool
        self._before = viewer.tool
        """What was in hand before the crop tool."""
        self._document: Document | None = None
        self._look: Job[Crop | None] | None = None
        self._prints: Job[tuple[Crop, ...]] | None = None
        self._goes_on: Crop | None = None
        """What is being cropped while the photo is turned: the tool is taken again after that."""
        self._looked_at: set[int] = set()
        """Items of which it is known whether there are several prints on their scan."""
        tool = self._tool
        tool.crop_changed.connect(self._on_crop_changed)
        bar.degrees_changed.connect(tool.set_degrees)
        bar.automatic_requested.connect(self.find_print)
        bar.reset_requested.connect(lambda: tool.begin(Crop()))
        for source in (tool, bar):
            source.applied.connect(self.apply)
            source.cancelled.connect(self.put_away)
        viewer.tool_changed.connect(self._on_tool_changed)
        history.recipe_changed.connect(self._on_recipe_changed)

    @property
    def is_cropping(self) -> bool:
        """Whether the crop tool is in hand."""
        return self._viewer.tool is self._tool

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none; what was not applied is forgotten.

        Where the same photo has been turned while it is cropped, that goes on.
        """
        self._stop_looking()
        before, crop, self._goes_on = self._document, self._goes_on, None
        self._document = document
        self.put_away()
        is_turned = document is not None and before is not None and document.item is before.item
        if crop is not None and is_turned:
            self.take(on=True)
            self._tool.begin(crop)
        self._look_for_prints()

    def open_prints(self) -> None:
        """Open each print on the scan as a photo of its own."""
        document = self._document
        if document is not None:
            self._prints = self._engine.submit(
                geometry_tasks.find_crops(document.photo),
                partial(self._on_prints_wanted, document),
            )

    def _look_for_prints(self) -> None:
        """Find out whether the scan holds several prints, once for each photo, after all else."""
        if self._prints is not None:
            self._prints.cancel()
        document = self._document
        if document is None or document.item.id in self._looked_at or document.item.part:
            return
        if document.photo.path is not None and document.recipe.crop == Crop():
            self._prints = self._engine.submit(
                geometry_tasks.find_crops(document.photo),
                partial(self._on_prints_found, document),
                can_wait=True,
            )

    def _on_prints_found(self, document: Document, crops: tuple[Crop, ...]) -> None:
        self._looked_at.add(document.item.id)
        if document is self._document and len(crops) > 1:
            self.prints_found.emit(document, crops)

    def _on_prints_wanted(self, document: Document, crops: tuple[Crop, ...]) -> None:
        if document is not self._document:
            return
        if crops:
            self.prints_wanted.emit(document, crops)
        else:
            self.told.emit(self.tr("No print was found: the photo fills the scan."))

    def turn_left(self) -> None:
        """Turn the photo counterclockwise."""
        self._turn(QT_TRANSLATE_NOOP("Steps", "rotate left"), partial(turned, quarter_turns=-1))

    def turn_right(self) -> None:
        """Turn the photo clockwise."""
        self._turn(QT_TRANSLATE_NOOP("Steps", "rotate right"), partial(turned, quarter_turns=1))

    def mirror(self) -> None:
        """Swap left and right."""
        self._turn(QT_TRANSLATE_NOOP("Steps", "mirror"), mirrored)

    def take(self, *, on: bool) -> None:
        """Take the crop tool in hand, or put it away without applying it."""
        if not on:
            self.put_away()
        elif self._document is not None and not self.is_cropping:
            self._tool.begin(self._document.recipe.crop)
            self._bar.show_degrees(self._tool.crop.degrees)
            self._before, self._viewer.tool = self._viewer.tool, self._tool
            self._viewer.setFocus()

    @Slot()
    def put_away(self) -> None:
        """Put the crop tool away and take the one before; the photo stays as it was."""
        if self.is_cropping:
            self._viewer.tool = self._before
            self._viewer.setFocus()

    @Slot()
    def apply(self) -> None:
        """Leave of the photo what the rectangle shows, and put the tool away."""
        crop = self._tool.crop
        is_whole = frame_of(crop, self._photo_size).covers(self._photo_size)
        self.put_away()
        text = QT_TRANSLATE_NOOP("Steps", "crop")
        self._change(text, lambda recipe: replace(recipe, crop=Crop() if is_whole else crop))

    @Slot()
    def find_print(self) -> None:
        """Lay the rectangle around the largest print on the scan, or set it straight."""
        document = self._document
        if document is None or (self._look is not None and not self._look.has_ended):
            return
        self._bar.show_is_looking(is_looking=True)
        self._look = self._engine.submit(
            geometry_tasks.set_straight(document.photo, self._tool.crop),
            self._on_found,
            ended=lambda: self._bar.automatic.setEnabled(True),
        )

    def _on_found(self, crop: Crop | None) -> None:
        if not self.is_cropping:
            return
        if crop is not None:
            self._tool.begin(crop)
        else:
            self._bar.show_nothing_found()

    def _stop_looking(self) -> None:
        if self._look is not None:
            self._look.cancel()

    @property
    def _photo_size(self) -> tuple[int, int]:
        return (1, 1) if self._document is None else self._document.photo.size

    def _turn(self, text: str, way: Callable[[Recipe], Recipe]) -> None:
        """Turn the photo; a rectangle that is not applied yet turns along."""
        document = self._document
        if document is None:
            return
        crop = self._tool.crop if self.is_cropping else self._goes_on
        if crop is not None:
            crop = way(replace(document.recipe, crop=crop)).crop
        self._change(text, way)
        self._goes_on = crop

    def _change(self, text: str, way: Callable[[Recipe], Recipe]) -> None:
        if self._document is not None:
            self.put_away()
            recipe = way(self._document.recipe)
            if recipe.has_geometry:
                recipe = self._document.with_own_colors(recipe)
            self._history.change(text, recipe)

    @Slot(object)
    def _on_crop_changed(self, crop: Crop) -> None:
        self._bar.show_degrees(crop.degrees)

    @Slot()
    def _on_tool_changed(self) -> None:
        self._bar.show_is_looking(is_looking=False)
        self._bar.setVisible(self.is_cropping)

    @Slot(object, object)
    def _on_recipe_changed(self, before: Recipe, after: Recipe) -> None:
        document = self._document
        # a photo that is to be turned is shown anew when it has been
        if document is not None and document.photo.turned == after.orientation.turn:
            if before.crop != after.crop:
                self.put_away()
            self._viewer.set_frame(frame_of(after.crop, document.photo.size))
