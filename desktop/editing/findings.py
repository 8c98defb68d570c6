"""What was found in a photo, walked through one after another, and what a person says of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from desktop.texts.restore_texts import ACCEPTANCE, REJECTION
from engine.recipe.stages import Repair
from engine.restoration.defects.painting import covers, marking, protecting
from engine.restoration.selection import Selection

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.state.document import Document
    from desktop.widgets.viewer.viewer import Viewer
    from engine.photo.photo import Size
    from engine.recipe.stroke import Stroke
    from engine.restoration.detection import Detection, Finding

    Box = tuple[float, float, float, float]
    """Top, left, height and width, 0 to 1 in the photo."""


class Findings(QObject):
    """Walks through what is repaired because it was found, or through what is in doubt.

    What is in doubt is not repaired, but would be at the greatest sensitivity.

    Signals:
        changed(): others are listed, or another one is looked at.
        pointed(index: int, count: int): one is looked at, and of how many.
        decided(text: str, stroke: Stroke): what is to be done about one, and what that is called.
    """

    changed = Signal()
    pointed = Signal(int, int)
    decided = Signal(str, object)

    def __init__(self, viewer: Viewer) -> None:
        super().__init__(viewer)
        self._viewer = viewer
        self._document: Document | None = None
        self.listed: list[Finding] = []
        """What is repaired, or what is in doubt while that is shown; in the order of the walk."""
        self.looked_at = -1
        """Index of one of them; -1 for none."""
        self.shows_doubtful = False

    @property
    def abilities(self) -> frozenset[str]:
        """What there is of the things that commands need."""
        there = {"findings": bool(self.listed), "finding": self.is_looking}
        return frozenset(name for name, is_there in there.items() if is_there)

    @property
    def is_looking(self) -> bool:
        """Whether one of them is looked at."""
        return 0 <= self.looked_at < len(self.listed)

    def set_document(self, document: Document | None) -> None:
        """Go on with another photo, or none."""
        self._document, self.shows_doubtful, self.listed = document, False, []
        self._look_away()
        self.refresh()

    @Slot(bool)
    def show_doubtful(self, are_shown: bool) -> None:  # noqa: FBT001 - a signal's
        """Show what is in doubt, and walk through that, or no longer."""
        self.shows_doubtful = are_shown
        self._look_away()
        self.refresh()
        if self.shows_doubtful:
            self.step(1)

    def refresh(self) -> None:
        """List them anew: the likeliest last if they are repaired, first if they are in doubt."""
        detection, repair = self._detection, self._repair
        if detection is None or repair is None or not repair.finds or not self._is_placed:
            self.listed = []
            self._look_away()
            self._viewer.show_in_doubt(())
            return
        doubtful = _doubtful(detection, repair) if self.shows_doubtful else []
        self.shows_doubtful = bool(doubtful)
        before, self.listed = self._pointed_at, doubtful or _taken(detection, repair)
        self._show_doubtful()
        if self._pointed_at != before:
            self._look_away()
        self.changed.emit()

    def counts(self) -> tuple[int | None, int, int]:
        """Return how many are taken, in doubt, and left alone by their size or shade.

        The first is None before the photo was looked at.
        """
        detection, repair = self._detection, self._repair
        if detection is None:
            return None, 0, 0
        settings = repair or Repair()
        wanted = Selection.of(settings)
        chosen, at_most, of_any_kind = (
            int(detection.chosen(each).sum())
            for each in (wanted, wanted.at_most, wanted.of_any_kind)
        )
        is_listed = repair is not None and repair.finds and self._is_placed
        taken = len(self.listed) if is_listed and not self.shows_doubtful else chosen
        doubtful = at_most - chosen
        if settings.strokes and self._is_placed:
            doubtful = len(_doubtful(detection, settings))
        return taken, doubtful, of_any_kind - chosen

    @property
    def can_show_doubtful(self) -> bool:
        """Whether what is in doubt can be shown: it is known where that is in the photo now."""
        repair = self._repair
        return repair is not None and repair.finds and self._is_placed

    def step(self, way: int) -> None:
        """Point at the next one, 1, or at the one before, -1."""
        if self.listed:
            first = 0 if way > 0 else len(self.listed) - 1
            there = self.looked_at + way if self.is_looking else first
            self._point_at(there % len(self.listed))

    def keep(self) -> None:
        """Agree that one is damage, see that it is repaired, and go on to the next."""
        if not self.is_looking:
            return
        if self.shows_doubtful:
            detection, document = self._detection, self._document
            assert detection is not None
            assert document is not None
            stroke = marking(detection.pixels(self.listed[self.looked_at]), document.photo.size)
            self._decide(ACCEPTANCE, stroke)
            return
        row, column, height, width = self.box_of(self.looked_at)
        self._viewer.uncover(((row, column), (row + height, column + width)))
        self.step(1)

    def reject(self) -> None:
        """Say that one is no damage: it keeps every bit."""
        if self.is_looking and self._document is not None:
            window = self.listed[self.looked_at].window
            self._decide(REJECTION, protecting(window, self._document.photo.size))

    def box_of(self, index: int) -> Box:
        """Return where a finding lies."""
        assert self._document is not None
        window, (height, width) = self.listed[index].window, self._document.photo.size
        return (
            window.top / height,
            window.left / width,
            window.height / height,
            window.width / width,
        )

    def _decide(self, text: str, stroke: Stroke) -> None:
        """Tell what was decided about the one that is looked at, and go on to the next."""
        self.listed.pop(self.looked_at)
        were_doubtful = self.shows_doubtful
        self.decided.emit(text, stroke)
        self._show_doubtful()
        if self.listed and self.shows_doubtful is were_doubtful:
            self._point_at(self.looked_at % len(self.listed))
        else:
            self._look_away()

    @property
    def _pointed_at(self) -> Finding | None:
        return self.listed[self.looked_at] if self.is_looking else None

    @property
    def _detection(self) -> Detection | None:
        damage = None if self._document is None else self._document.item.damage
        return None if damage is None else damage.detection

    @property
    def _repair(self) -> Repair | None:
        return None if self._document is None else self._document.recipe.repair

    @property
    def _is_placed(self) -> bool:
        """Whether it is known where the findings are in the photo as it lies now."""
        document = self._document
        damage = None if document is None else document.item.damage
        return (
            document is not None and damage is not None and damage.turned == document.photo.turned
        )

    def _show_doubtful(self) -> None:
        places = range(len(self.listed)) if self.shows_doubtful else ()
        self._viewer.show_in_doubt([self.box_of(place) for place in places])

    def _point_at(self, index: int) -> None:
        self.looked_at = index
        box = self.box_of(index)
        self._viewer.look_at(box[0] + box[2] / 2, box[1] + box[3] / 2)
        self._viewer.show_finding(box)
        self.pointed.emit(index, len(self.listed))
        self.changed.emit()

    def _look_away(self) -> None:
        self.looked_at = -1
        self._viewer.show_finding(None)
        self.changed.emit()


def _taken(detection: Detection, repair: Repair) -> list[Finding]:
    """Return what is repaired because it was found, the least likely first."""
    found = detection.findings(Selection.of(repair))
    kept = [stroke for stroke in repair.strokes if stroke.keeps]
    return sorted(_beside(found, kept, detection.size), key=lambda one: one.probability)


def _doubtful(detection: Detection, repair: Repair) -> list[Finding]:
    """Return what is in doubt and was not decided by hand, the likeliest first."""
    found = detection.in_doubt(Selection.of(repair))
    left = _beside(found, repair.strokes, detection.size)
    return sorted(left, key=lambda one: -one.probability)


def _beside(found: Iterable[Finding], strokes: Iterable[Stroke], size: Size) -> Iterator[Finding]:
    """Yield what no stroke lies over."""
    decisive = tuple(strokes)
    for one in found:
        if not any(covers(each, one.window, size) for each in decisive):
            yield one
