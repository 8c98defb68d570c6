"""Frames of one scene are colored alike: what is set in one is set in the others, unasked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from desktop.jobs.album_tasks import carry
from desktop.photos.one_by_one import OneByOne
from desktop.photos.other_photos import source_of
from desktop.state import settings as keys
from desktop.state.recipes import coloring_of
from desktop.texts.language import QT_TRANSLATE_NOOP
from engine.album.changes import Change

if TYPE_CHECKING:
    from desktop.editing.hint_editing import HintEditor
    from desktop.jobs.album_tasks import Carried, Source
    from desktop.jobs.engine_thread import EngineThread
    from desktop.photos.one_by_one import Work
    from desktop.photos.other_photos import OtherPhotos
    from desktop.state.document import Document
    from desktop.state.history import Step
    from desktop.state.item import Item
    from desktop.state.settings import Settings
    from engine.recipe.hint import Hint

_STEP = QT_TRANSLATE_NOOP("Steps", "color hints of another photo")
_REST_MS = 600
"""A hand that has rested so long goes on with something else."""


@dataclass(frozen=True)
class _Known:
    """The hints of a photo, as the others have been told of them."""

    turn: tuple[int, bool]
    """How the photo lay: turned, all places are others."""
    hints: tuple[Hint, ...]


class SeriesColors(QObject):
    """Carries what a person does to the hints of the photo that is shown to frames of its scene.

    Colors go only where the very same thing is surely seen, and never where a person has set one.
    What was saved stays as it is until it is saved again.

    Signals:
        told(text: str, undo: Callable[[], None]): what was done, and what takes it back.
    """

    told = Signal(str, object)

    def __init__(
        self, engine: EngineThread, others: OtherPhotos, hints: HintEditor, settings: Settings
    ) -> None:
        super().__init__(hints)
        self._others, self._hints, self._settings = others, hints, settings
        self._document: Document | None = None
        self._known: _Known | None = None
        self._steps: list[tuple[Item, Step]] = []
        self._work = OneByOne(engine, self)
        self._work.finished.connect(self._tell)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_REST_MS)
        self._soon.timeout.connect(self._consider)
        hints.settled.connect(self.refresh)

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none; what was done to the last one is carried now."""
        self._carry()
        self._document = document
        self._known = self._now()

    @Slot()
    def refresh(self) -> None:
        """Carry what has changed, soon."""
        self._soon.start()

    @Slot()
    def _consider(self) -> None:
        if not self._hints.is_in_hand:
            self._carry()

    def _now(self) -> _Known | None:
        if self._document is None:
            return None
        recipe = self._document.recipe
        return _Known(recipe.orientation.turn, coloring_of(recipe).hints)

    def _carry(self) -> None:
        self._soon.stop()
        before, now, document = self._known, self._now(), self._document
        if before is None or now is None or document is None:
            return
        change = Change.between(before.hints, now.hints)
        if not change or before.turn != now.turn:
            self._known = now
            return
        source = source_of(document)
        if source is None:
            return  # it has yet to be seen
        self._known = now
        if self._settings.get(keys.SERIES):
            beside = self._others.beside(document.item)
            self._work.add([partial(self._work_for, source, change, item) for item in beside])

    def _work_for(self, source: Source, change: Change, item: Item) -> Work | None:
        other = self._others.as_now(item)
        if other is None:
            return None
        task = carry(source, change, other, self._others.pages)
        return task, partial(self._on_carried, item)

    def _on_carried(self, item: Item, carried: Carried | None) -> None:
        if carried is None:
            return
        asked = coloring_of(carried.kept.recipe).hints

        def way(hints: tuple[Hint, ...]) -> tuple[Hint, ...] | None:
            return carried.hints if hints == asked else None  # somebody has gone on there

        step = self._others.give(item, carried.kept, _STEP, way)
        if step is not None:
            self._steps.append((item, step))

    @Slot()
    def _tell(self) -> None:
        steps, self._steps = self._steps, []
        if not steps:
            return

        def undo() -> None:
            for _item, step in reversed(steps):
                step.take_back()

        count = len({item.id for item, _step in steps})
        text = self.tr("Also done in %Ln photos of the same scene.", "", count)
        self.told.emit(text, undo)
