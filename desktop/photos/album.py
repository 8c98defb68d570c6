"""The open photos, in the order of the filmstrip; what only the shown one needs is elsewhere."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.state.item import Item, State
from desktop.state.together import Together
from desktop.texts.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.photos.session_json import Remembered
    from desktop.state.history import History
    from engine.errors import EngineError
    from engine.photo.photo import Photo


_APPLIED = QT_TRANSLATE_NOOP("Steps", "settings for all photos")


@dataclass(frozen=True, eq=False)
class Applied:
    """Sliders that were given to other photos."""

    count: int
    """How many photos are others than before."""
    together: Together | None
    """The step; None if there is none to be taken back."""


class Album(QObject):
    """Keeps the open photos.

    Signals:
        items_changed(): added, removed or moved.
        item_changed(item: Item): its state or thumbnail.
        current_changed(item: Item | None): another one is shown.
        flags_changed(): the user wants to find others again.
    """

    items_changed = Signal()
    item_changed = Signal(object)
    current_changed = Signal(object)
    flags_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._items: list[Item] = []
        self._known: dict[tuple[Path, int], Item] = {}
        """Those that are open, by file and part of it."""
        self._current: Item | None = None

    @property
    def items(self) -> tuple[Item, ...]:
        """All photos, in order."""
        return tuple(self._items)

    @property
    def current(self) -> Item | None:
        """The one that is shown."""
        return self._current

    def item(self, item_id: int) -> Item | None:
        """Return the photo with this id, if it is still open."""
        return next((item for item in self._items if item.id == item_id), None)

    def add_paths(self, paths: Iterable[Path]) -> tuple[Item, ...]:
        """Add files at the end; one that is open already is not added again but returned."""
        found = [self.add_part(path) for path in paths]
        self.items_changed.emit()
        return tuple(found)

    def add_part(self, path: Path, part: int = 0) -> Item:
        """Add one of the prints on a scan at the end, or all of a file; without a signal.

        What is open already is not added again but returned.
        """
        key = path, part
        if key not in self._known:
            self._known[key] = Item(next(self._ids), path, QUndoStack(self), part=part)
            self._items.append(self._known[key])
        return self._known[key]

    def add_photo(self, photo: Photo) -> Item:
        """Add a picture that is no file."""
        item = self._add_picture(photo)
        self.items_changed.emit()
        return item

    def add_remembered(self, photo: Remembered, picture: Photo | None) -> Item:
        """Add a photo of an earlier session, which may be a picture that is no file; silently."""
        if picture is not None:
            return self._add_picture(picture)
        return self.add_part(photo.path, photo.part)

    def _add_picture(self, photo: Photo) -> Item:
        item = Item(next(self._ids), None, QUndoStack(self), photo)
        self._items.append(item)
        return item

    def remove(self, ids: Sequence[int]) -> None:
        """Close photos."""
        for item in self._items:
            if item.id in ids:
                item.stack.deleteLater()
        self._items = [item for item in self._items if item.id not in ids]
        self._known = {key: item for key, item in self._known.items() if item.id not in ids}
        if self._current is not None and self._current.id in ids:
            self.show(None)
        self.items_changed.emit()

    def arrange(self, ids: Sequence[int]) -> None:
        """Take the order of the ids."""
        order = {item_id: place for place, item_id in enumerate(ids)}
        self._items.sort(key=lambda item: order.get(item.id, len(order)))
        self.items_changed.emit()

    def show(self, item: Item | None) -> None:
        """Make a photo the one that is shown."""
        self._current = item
        self.current_changed.emit(item)

    def apply_to_all(self, history: History) -> Applied | None:
        """Give all photos the sliders of the one shown; each keeps its model and set colors.

        Returns:
            What was done, which can be taken back at once; None if no photo is shown.
        """
        shown = self._current
        if shown is None:
            return None
        recipes = [(item, item.recipe.with_sliders_of(shown.recipe)) for item in self._items]
        changes = [
            (item, recipe)
            for item, recipe in recipes
            if item is shown
            or (item.state is not State.FAILED and (recipe != item.recipe or not item.was_shown))
        ]
        count = sum(item is not shown for item, _ in changes)
        together = Together(history, _APPLIED, changes) if count else None
        self.items_changed.emit()
        return Applied(count, together)

    def turn_to(self, item: Item, page: int) -> None:
        """Go on with another page of a photo."""
        item.turn_to(page)
        self.items_changed.emit()

    def set_state(self, item: Item, state: State, error: EngineError | None = None) -> None:
        """Say what has become of a photo, and if it failed, why."""
        item.state, item.error = state, error
        self.item_changed.emit(item)

    def set_flagged(self, items: Iterable[Item], *, is_on: bool) -> None:
        """Flag photos, to find them again, or no longer."""
        for item in items:
            item.flagged = is_on
            self.item_changed.emit(item)
        self.flags_changed.emit()

    def rest(self, item: Item) -> None:
        """Say that nothing is under way with a photo any more, and nothing wrong."""
        self.set_state(item, State.WAITING if item.thumbnail is None else State.DONE)

    def set_thumbnail(
        self, item: Item, thumbnail: QImage, basis: object, before: QImage | None = None
    ) -> None:
        """Show what a photo looks like, and remember what that was made of.

        Args:
            item: The photo.
            thumbnail: What it looks like.
            basis: What that was made of.
            before: The same part of it as it is in its file.
        """
        item.thumbnail, item.thumbnail_basis = thumbnail, basis
        item.thumbnail_before = before
        self.item_changed.emit(item)
