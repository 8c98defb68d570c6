"""The open photos, in the order of the filmstrip; what only the shown one needs is elsewhere."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from desktop.state.document import Look
from desktop.texts.language import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.state.history import History
    from engine.errors import EngineError
    from engine.photo.photo import Photo


_APPLIED = QT_TRANSLATE_NOOP("Steps", "sliders of another photo")


class State(Enum):
    """What has become of a photo."""

    WAITING = auto()
    COLORING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(eq=False)
class Item:
    """An open photo: where it comes from and what the user made of it."""

    id: int
    path: Path | None
    stack: QUndoStack
    """Its steps; belongs to the album, so that no other thread's garbage collection ends it."""
    photo: Photo | None = None
    """A pasted picture: there is no file to read it from again."""
    look: Look = field(default_factory=Look)
    recolor: bool = False
    """Whether colors that the photo has already may be replaced."""
    sha256: str = ""
    """Of the file, as it was when the look was made; empty if that is not known."""
    was_shown: bool = False
    """Whether a look kept beside it has been read."""
    has_own_sliders: bool = False
    """Whether it got sliders before that, which count more."""
    saved_look: Look | None = None
    """As it was when it was last saved."""
    state: State = State.WAITING
    error: EngineError | None = None
    """Why it failed."""
    thumbnail: QImage | None = None
    thumbnail_basis: object = None
    """What the thumbnail was made of; another basis wants another thumbnail."""

    @property
    def source(self) -> Photo | Path:
        """What the photo can be had from."""
        source = self.photo or self.path
        assert source is not None
        return source

    @property
    def has_unsaved_work(self) -> bool:
        """Whether closing would lose what the user decided."""
        return self.look != (self.saved_look or Look(page=self.look.page))

    @property
    def has_unsaved_colors(self) -> bool:
        """Whether turning to another page would lose them: they belong to this one."""
        return bool(self.look.hints) and self.has_unsaved_work

    def take_kept(self, look: Look) -> None:
        """Take the look kept beside it, but for the sliders that it got meanwhile."""
        self.look = look.with_sliders_of(self.look) if self.has_own_sliders else look
        self.saved_look = look


class Album(QObject):
    """Keeps the open photos.

    Signals:
        items_changed(): added, removed or moved.
        item_changed(item: Item): its state or thumbnail.
        current_changed(item: Item | None): another one is shown.
    """

    items_changed = Signal()
    item_changed = Signal(object)
    current_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids = itertools.count(1)
        self._items: list[Item] = []
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
        known = {item.path: item for item in self._items if item.path is not None}
        found = []
        for path in paths:
            if path not in known:
                known[path] = Item(next(self._ids), path, QUndoStack(self))
                self._items.append(known[path])
            found.append(known[path])
        self.items_changed.emit()
        return tuple(found)

    def add_photo(self, photo: Photo) -> Item:
        """Add a picture that is no file."""
        item = Item(next(self._ids), None, QUndoStack(self), photo)
        self._items.append(item)
        self.items_changed.emit()
        return item

    def remove(self, ids: Sequence[int]) -> None:
        """Close photos."""
        for item in self._items:
            if item.id in ids:
                item.stack.deleteLater()
        self._items = [item for item in self._items if item.id not in ids]
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

    def apply_to_all(self, history: History) -> None:
        """Give all photos the sliders of the one shown; each keeps its model and set colors."""
        if self._current is not None:
            for item in self._items:
                look = item.look.with_sliders_of(self._current.look)
                if item.was_shown and look != item.look:
                    history.record(item.stack, _APPLIED, (item.look, look))
                item.look, item.has_own_sliders = look, True
            self.items_changed.emit()

    def turn_to(self, item: Item, page: int) -> None:
        """Go on with another page of a photo: the sliders stay, all else was the last page's."""
        item.look = replace(item.look, page=page, hints=())
        item.saved_look = item.thumbnail = None
        item.stack.clear()
        self.items_changed.emit()

    def set_state(self, item: Item, state: State, error: EngineError | None = None) -> None:
        """Say what has become of a photo, and if it failed, why."""
        item.state, item.error = state, error
        self.item_changed.emit(item)

    def rest(self, item: Item) -> None:
        """Say that nothing is under way with a photo any more, and nothing wrong."""
        self.set_state(item, State.WAITING if item.thumbnail is None else State.DONE)

    def set_thumbnail(self, item: Item, thumbnail: QImage, basis: object) -> None:
        """Show what a photo looks like, and remember what that was made of."""
        item.thumbnail, item.thumbnail_basis = thumbnail, basis
        self.item_changed.emit(item)
