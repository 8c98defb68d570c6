"""A color that was set in one photo is looked for in the others, and used where the user agrees."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.jobs.album_tasks import look_for
from desktop.photos.one_by_one import OneByOne
from desktop.photos.other_photos import source_of
from desktop.state.recipes import coloring_of
from desktop.texts.language import QT_TRANSLATE_NOOP
from desktop.widgets.album.proposal import Proposed
from engine.album.beside import are_near, with_taken_over

if TYPE_CHECKING:
    from desktop.editing.hint_editing import HintEditor
    from desktop.jobs.album_tasks import Found, Source
    from desktop.jobs.engine_thread import EngineThread
    from desktop.photos.one_by_one import Work
    from desktop.photos.other_photos import OtherPhotos
    from desktop.state.document import Document
    from desktop.state.item import Item
    from desktop.widgets.album.proposal_strip import ProposalStrip
    from engine.recipe.hint import Hint

_STEP = QT_TRANSLATE_NOOP("Steps", "color of another photo")


class ColorSharing(QObject):
    """Proposes places in other photos for the color of the hint that is chosen.

    The strip stays while the user looks at other photos; what is accepted becomes a hint of each,
    as one step.

    Signals:
        began(): the strip is about to be shown.
        told(text: str, undo: Callable[[], None] | None): what came of it, and what takes it back.
    """

    began = Signal()
    told = Signal(str, object)

    def __init__(
        self,
        engine: EngineThread,
        others: OtherPhotos,
        hints: HintEditor,
        strip: ProposalStrip,
    ) -> None:
        super().__init__(strip)
        self._others, self._hints, self._strip = others, hints, strip
        self._document: Document | None = None
        self._asked: tuple[Item, Hint] | None = None
        self._found: list[tuple[Item, Found]] = []
        """In the order of the strip."""
        self._there = 0
        """So many photos have that color there already."""
        self._work = OneByOne(engine, self)
        self._work.progressed.connect(strip.show_progress)
        self._work.finished.connect(self._on_finished)
        strip.accepted.connect(self._use)
        strip.cancelled.connect(self.stop)

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none; what is proposed stays."""
        self._document = document

    @property
    def abilities(self) -> frozenset[str]:
        """What there is of what commands need."""
        return frozenset({"shared"} if self._can_begin() else ())

    def _can_begin(self) -> bool:
        document = self._document
        if document is None or source_of(document) is None:
            return False
        return self._hints.chosen >= 0 and bool(self._others.beside(document.item))

    @Slot()
    def begin(self) -> None:
        """Look for the thing at the chosen hint in all other open photos."""
        document = self._document
        source = None if document is None else source_of(document)
        if document is None or source is None or not self._can_begin():
            return
        self.stop()
        self._hints.palette.hide()
        index = self._hints.chosen
        hint, mark = self._hints.hints[index], self._hints.marks[index]
        self._asked = document.item, hint
        self.began.emit()
        self._strip.begin(mark)
        beside = self._others.beside(document.item)
        self._work.add([partial(self._work_for, source, hint, item) for item in beside])

    @Slot()
    def stop(self) -> None:
        """Look no further, and propose nothing any more."""
        self._work.stop()
        self._asked, self._there = None, 0
        self._found.clear()
        self._strip.end()

    @Slot()
    def refresh(self) -> None:
        """Propose a color no longer that its photo has no longer."""
        if self._asked is not None:
            item, hint = self._asked
            if hint not in coloring_of(item.recipe).hints:
                self.stop()

    def _work_for(self, source: Source, hint: Hint, item: Item) -> Work | None:
        other = self._others.as_now(item)
        if other is None:
            return None
        return look_for(source, hint, other, self._others.pages), partial(self._on_found, item)

    def _on_found(self, item: Item, found: Found | None) -> None:
        if found is None:
            return
        if found.is_there:
            self._there += 1
            return
        # sure ones first
        place = sum(each.likelihood >= found.likelihood for _, each in self._found)
        self._found.insert(place, (item, found))
        proposed = Proposed(item.name, found.picture, found.place, is_sure=found.is_sure)
        self._strip.add(place, proposed)

    @Slot()
    def _on_finished(self) -> None:
        if self._found or self._asked is None:
            return
        there = self._there
        self.stop()
        text = self.tr("The same thing was found in no other photo.")
        if there:
            text = self.tr("Found in no more photos; %Ln have this color already.", "", there)
        self.told.emit(text, None)

    @Slot(object)
    def _use(self, accepted: frozenset[int]) -> None:
        """Give the color to photos, by their places in the strip."""
        chosen = [each for place, each in enumerate(self._found) if place in accepted]
        self.stop()
        given = [self._others.give(i, f.kept, _STEP, partial(_added, f.hint)) for i, f in chosen]
        steps = [step for step in given if step is not None]

        def undo() -> None:
            for step in steps:
                step.take_back()

        text = self.tr("%Ln other photos have this color now.", "", len(steps))
        self.told.emit(text, undo if steps else None)


def _added(new: Hint, hints: tuple[Hint, ...]) -> tuple[Hint, ...] | None:
    """Return hints with a new one; None if a person has set a color there meanwhile."""
    if any(are_near(new, old) and not old.taken_over for old in hints):
        return None
    return with_taken_over(hints, new)
