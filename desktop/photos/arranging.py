"""How the row of open photos is sorted, and which of them are in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from desktop.photos.incoming import natural
from desktop.platform.background import Background
from desktop.platform.presence import changed_at
from desktop.state.item import Item, State
from desktop.widgets.strip.strip_bar import Order, Shown
from engine.files.taken import taken_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from desktop.photos.album import Album
    from desktop.widgets.strip.filmstrip import Filmstrip
    from desktop.widgets.strip.strip_bar import StripBar

_KEEPS: Mapping[Shown, Callable[[Item], bool]] = {
    Shown.ALL: lambda _: True,
    Shown.EDITED: lambda item: item.is_edited,
    Shown.NOT_SAVED: lambda item: not item.is_saved,
    Shown.FLAGGED: lambda item: item.flagged,
}


class Arranging(QObject):
    """Sorts the album, and leaves photos out of the filmstrip; the one that is shown stays in it.

    An order holds for photos that are opened later too, until the user moves one by hand.
    """

    def __init__(self, album: Album, strip: Filmstrip, bar: StripBar) -> None:
        super().__init__(bar)
        self._album, self._strip, self._bar = album, strip, bar
        self._order: Order | None = Order.OPENED
        self._shown = Shown.ALL
        self._dates: dict[Path, float] = {}
        """When photos were taken, or their files changed last, as far as that is known."""
        self._disk = Background("dates", self)
        bar.order_chosen.connect(self.sort)
        bar.shown_chosen.connect(self.show)
        strip.arranged.connect(self._on_arranged)
        strip.selection_changed.connect(self._count)
        album.items_changed.connect(self._on_items_changed)
        album.item_changed.connect(self._filter)
        album.current_changed.connect(self._filter)

    @Slot(object)
    def sort(self, order: Order) -> None:
        """Sort the photos; those that are alike stay as they are."""
        self._order = order
        self._bar.show_order(order)
        self._sort()

    @Slot(object)
    def show(self, shown: Shown) -> None:
        """Leave out all other photos."""
        self._shown = shown
        self._bar.retranslate()
        self._filter()

    @Slot()
    def _on_arranged(self) -> None:
        self._order = None
        self._bar.show_order(None)

    @Slot()
    def _on_items_changed(self) -> None:
        self._bar.setVisible(len(self._album.items) > 1)
        if self._order not in (None, Order.REVIEW):  # what was reviewed stays where it is
            self._sort()
        self._filter()

    def _sort(self) -> None:
        items, order = self._album.items, self._order
        if order is Order.DATE and not self._knows_dates():
            return  # it goes on when they are known
        keys: Mapping[Order, Callable[[Item], object]] = {
            Order.OPENED: lambda item: item.id,
            Order.NAME: lambda item: natural(item.name),
            Order.DATE: lambda item: self._dates.get(item.path, 0.0) if item.path else 0.0,
            Order.REVIEW: _urgency,
        }
        if order is None:
            return
        arranged = sorted(items, key=keys[order])  # type: ignore[arg-type] # each sorts by its own
        if arranged != list(items):
            self._album.arrange([item.id for item in arranged])

    def _knows_dates(self) -> bool:
        """Whether the dates of all files are known; else they are found out."""
        paths = {item.path for item in self._album.items if item.path is not None}
        missing = paths - self._dates.keys()

        def then(found: dict[Path, float]) -> None:
            self._dates |= found
            self._sort()

        if missing and not self._disk.is_busy:
            self._disk.submit(lambda: {path: _date_of(path) for path in missing}, then)
        return not missing

    @Slot()
    def _filter(self) -> None:
        keeps, current = _KEEPS[self._shown], self._album.current
        items = () if self._shown is Shown.ALL else self._album.items
        left_out = {item.id for item in items if item is not current and not keeps(item)}
        self._strip.leave_out(left_out)
        self._count()

    @Slot()
    def _count(self) -> None:
        selected, keeps = len(self._strip.selected_ids), _KEEPS[self._shown]
        is_none = bool(self._album.items) and not any(keeps(item) for item in self._album.items)
        self._bar.show_counts(selected=selected, hidden=self._strip.left_out, is_none=is_none)


def _date_of(path: Path) -> float:
    """Return when a photo was taken, in seconds; if it does not say, when its file was changed."""
    taken = taken_at(path)
    return changed_at(path) if taken is None else taken


def _urgency(item: Item) -> int:
    """Return how soon somebody should look at a photo: the least first."""
    if item.state is State.FAILED:
        return 0
    if item.flagged:
        return 1
    if item.is_saved:
        return 4
    return 2 if item.is_edited else 3
