"""Small colored pictures of all open photos, made while nothing else is to do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtGui import QImage

from desktop.jobs.thumbnail_tasks import Thumbnail, draw_thumbnail, make_thumbnail
from desktop.state.item import Item, State
from desktop.state.recipes import coloring_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.editing.coloring import ColoringController
    from desktop.jobs.engine_thread import EngineThread
    from desktop.jobs.job import Job
    from desktop.photos.album import Album
    from engine.develop import Developed
    from engine.errors import EngineError
    from engine.recipe.sidecar import Kept
    from engine.recipe.stages import Crop, Orientation

Basis: TypeAlias = "tuple[Kept, str, bool]"
"""What decides about its colors: recipe and page, model, whether it may be colored anew."""


class ThumbnailController(QObject):
    """Asks for one thumbnail at a time, so that whatever the user does comes in between."""

    def __init__(self, engine: EngineThread, album: Album, coloring: ColoringController) -> None:
        super().__init__(album)
        self._engine, self._album, self._coloring = engine, album, coloring
        self._job: Job[Thumbnail] | None = None
        self._is_paused = False
        self._soon = QTimer(self)  # a photo that is to be shown comes first
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._next)
        album.items_changed.connect(self._soon.start)
        album.current_changed.connect(self._soon.start)
        coloring.activities_changed.connect(self._soon.start)
        coloring.model_loaded.connect(self._next)

    def refresh(self) -> None:
        """Make those that are missing now, soon; what is under way comes first."""
        self._soon.start()

    @Slot()
    def pause(self) -> None:
        """Make none while a hand moves what decides about them."""
        self._is_paused = True

    @Slot()
    def resume(self) -> None:
        """Go on."""
        self._is_paused = False
        self._soon.start()

    @Slot()
    def _next(self) -> None:
        models = self._coloring.models
        is_making = self._job is not None and not self._job.has_ended
        if self._is_paused or is_making or not models or self._coloring.activities:
            return
        missing = (
            item
            for item in _outward(self._album.items, self._album.current)
            if item.state is not State.FAILED
            and (item.thumbnail is None or self._is_outdated(item))
        )
        item = next(missing, None)
        if item is not None:
            developed = self._developed_of(item)
            if developed is not None:
                task = draw_thumbnail(developed, item.recipe)
            else:
                task = make_thumbnail(models, item.source, item.kept, recolor=item.recolor)
            self._job = self._engine.submit(
                task,
                partial(self._on_made, item, self._basis_of(item)),
                failed=partial(self._on_failed, item),
                ended=self._soon.start,
                can_wait=True,
            )

    def _is_outdated(self, item: Item) -> bool:
        """Whether a photo looks different now; of the one shown, as far as that can be drawn."""
        basis = self._basis_of(item)
        if item is self._album.current and self._developed_of(item) is None:
            return _geometry_of(item.thumbnail_basis) != _geometry_of(basis)
        return item.thumbnail_basis != basis

    def _developed_of(self, item: Item) -> Developed | None:
        """Return what was developed of the photo if it is shown and needs only be drawn."""
        document = self._coloring.document
        if document is None or document.item is not item or not document.is_up_to_date:
            return None
        is_turned = document.photo.turned == item.recipe.orientation.turn
        return document.developed if is_turned else None

    def _basis_of(self, item: Item) -> Basis:
        """Return what decides about its colors: it may have the model chosen for all."""
        model = coloring_of(item.recipe).model or self._coloring.models[0].name
        return item.kept, model, item.recolor

    def _on_made(self, item: Item, basis: Basis, made: Thumbnail) -> None:
        kept, _model, _recolor = basis
        if kept.page == item.page:  # the user may have turned to another one meanwhile
            before = made.before
            if before is not made.after and before.allGray():
                before = before.convertToFormat(QImage.Format.Format_Grayscale8)  # a quarter
            self._album.set_thumbnail(item, made.after, basis, before)
        if item.state is State.WAITING:
            self._album.set_state(item, State.DONE)

    def _on_failed(self, item: Item, error: EngineError) -> None:
        self._album.set_state(item, State.FAILED, error)  # once is enough


def _outward(items: Sequence[Item], current: Item | None) -> Iterator[Item]:
    """Go through photos from the one that is shown, whose neighbors are wanted first."""
    start = items.index(current) if current in items else 0
    for way in range(max(start + 1, len(items) - start)):
        if start + way < len(items):
            yield items[start + way]
        if way and start - way >= 0:
            yield items[start - way]


def _geometry_of(basis: object) -> tuple[Orientation, Crop] | None:
    """Return how a photo lies and what of it is shown; None if nobody knows."""
    if not isinstance(basis, tuple):
        return None
    recipe = basis[0].recipe
    return recipe.orientation, recipe.crop
