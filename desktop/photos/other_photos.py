"""The open photos beside the one that is shown, as they get colors from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.jobs.album_pages import AlbumPages, Other
from desktop.jobs.album_tasks import Source
from desktop.state.item import Item, State
from desktop.state.recipes import coloring_of, with_coloring

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.photos.album import Album
    from desktop.state.document import Document
    from desktop.state.history import History, Step
    from engine.recipe.hint import Hint
    from engine.recipe.sidecar import Kept


class OtherPhotos:
    """Knows which they are, remembers what they look like, and gives them hints."""

    def __init__(self, album: Album, history: History) -> None:
        self._album, self._history = album, history
        self.pages = AlbumPages()

    def beside(self, shown: Item) -> list[Item]:
        """Return the photos that may be colored, but for the one that is shown."""
        return [
            item
            for item in self._album.items
            if item is not shown
            and item.state is not State.FAILED
            and item.recipe.coloring is not None
        ]

    def as_now(self, item: Item) -> Other | None:
        """Return a photo as it is now; None if it has been closed."""
        return Other.of(item) if item in self._album.items else None

    def give(
        self,
        item: Item,
        kept: Kept,
        text: str,
        way: Callable[[tuple[Hint, ...]], tuple[Hint, ...] | None],
    ) -> Step | None:
        """Give a photo other hints, as one step; None if it gets none.

        Args:
            item: The photo.
            kept: What was decided about it then, with what is kept beside its file.
            text: Names the step in the menu; of the context ``Steps``, translated when shown.
            way: From the hints that it has now to what they become; None if they stay.
        """
        if item not in self._album.items:
            return None
        if not item.was_shown:
            item.take_kept(kept)
            item.was_shown = True
        lies_as = item.recipe.orientation.turn == kept.recipe.orientation.turn
        if not lies_as or item.page != kept.page:
            return None  # its places are others now
        before = coloring_of(item.recipe).hints
        after = way(before)
        if after is None or after == before:
            return None
        return self._history.change_one(item, text, with_coloring(item.recipe, hints=after))


def source_of(document: Document) -> Source | None:
    """Return a photo whose colors others may get; None if no network knows what is alike in it."""
    developed = document.developed
    if developed is None or developed.model is None:
        return None
    seen = developed.seen
    if seen is None or seen.seen is None or not developed.model.takes_hints:
        return None
    item = document.item
    return Source(seen, developed.model, item.name, (item.id, item.recipe.orientation.turn))
