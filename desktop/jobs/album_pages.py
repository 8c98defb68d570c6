"""Other open photos as the album compares them, kept for the next color that is set."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs.reading import read_page, stamp_of
from desktop.state.recipes import coloring_of
from engine.files.orientation import turn_to
from engine.files.problems import reading
from engine.photo.photo import Photo, Window, view
from engine.recipe.sidecar import Kept, read_sidecar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from desktop.state.item import Item
    from engine.album.page import Page, Sketch
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model

_MOST = 48
"""Photos that are remembered, of up to 4 MB each."""
_SHARPER = 2
"""How many times larger than the network sees it a photo is read, at least."""


@dataclass(frozen=True, eq=False)
class Other:
    """One of the other open photos, as it was when it was asked about."""

    id: int
    source: Photo | Path
    kept: Kept
    """What was decided about it."""
    was_read: bool
    """Whether that takes in what is kept beside its file."""

    @staticmethod
    def of(item: Item) -> Other:
        """Return a photo as it is now."""
        return Other(item.id, item.source, item.kept, item.was_shown)

    def read_kept(self) -> Kept:
        """Return what was decided about it; what is kept beside its file is read if need be.

        Raises:
            NewerSettingsError: If a newer version of Kolorit has kept it.
        """
        if self.was_read or isinstance(self.source, Photo):
            return self.kept
        return read_sidecar(self.source) or Kept()


class AlbumPages:
    """Remembers the photos that were looked at last; for the engine thread."""

    def __init__(self, most: int = _MOST) -> None:
        self._most = most
        self._looks: OrderedDict[Hashable, Look] = OrderedDict()
        self._strangers: set[tuple[Hashable, Hashable]] = set()

    @contextmanager
    def look(self, other: Other, kept: Kept, model: Model) -> Iterator[Look]:
        """Look at a photo, which is read again only if its file is another one.

        Args:
            other: The photo.
            kept: What was decided about it.
            model: Whose network all photos are shown to.

        Raises:
            ImageError: If its file is not there.
        """
        stamp = None
        if not isinstance(other.source, Photo):
            with reading(other.source):
                stamp = stamp_of(other.source)
        look = Look((other.id, stamp), other.source, kept, model)
        look = self._looks.pop(look.key, look)
        try:
            yield look
        finally:
            look.let_go()
            if look.is_known:
                self._looks[look.key] = look
            while len(self._looks) > self._most:
                self._looks.popitem(last=False)

    def is_stranger(self, source: Hashable, look: Look) -> bool:
        """Return whether a photo is known to be no frame of the scene that another one shows."""
        return (source, look.key) in self._strangers

    def note_stranger(self, source: Hashable, look: Look) -> None:
        """Remember that, for longer than the photo."""
        self._strangers.add((source, look.key))


class Look:
    """A photo that is looked at: what is asked first is found out first, once."""

    def __init__(
        self, file: tuple[Hashable, ...], source: Photo | Path, kept: Kept, model: Model
    ) -> None:
        """Begin to look.

        Args:
            file: Tells the photo, and what its file holds, from others.
            source: What it can be had from.
            kept: What was decided about it.
            model: Whose network it is shown to.
        """
        self._source, self._model = source, model
        self._page_of_file, self._turn = kept.page, kept.recipe.orientation.turn
        self._size = coloring_of(kept.recipe).size or model.input_size
        self._recolor = kept.recolor
        self.key = (*file, model.sha256, kept.page, self._turn, self._size, kept.recolor)
        """What decides about the answers."""
        self._photo: Photo | None = None
        self._sketch: Sketch | None = None
        self._gray: NDArray[np.uint8] | None = None
        self._page: Page | None = None
        self.is_colored = True
        """Whether the photo is colored, rather than left in its own colors; see ``sketch``."""

    @property
    def is_known(self) -> bool:
        """Whether anything was found out."""
        return self._sketch is not None

    def sketch(self, token: CancelToken) -> Sketch:
        """Return its marks, for which no network is asked.

        Raises:
            ImageError: If it cannot be read.
            Cancelled: If ``token`` was set.
        """
        from engine.album.page import sketch_of  # noqa: PLC0415 - imports torch
        from engine.photo.picture_kind import COLORLESS, classify  # noqa: PLC0415 - imports torch

        if self._sketch is None:
            photo = self._read(token)
            sketch = sketch_of(photo, self._size)
            small = view(photo, Window.whole(photo.size), sketch.size)
            self.is_colored = self._recolor or classify(Photo(small)).kind in COLORLESS
            mean = small.mean(axis=-1, keepdims=True).astype(small.dtype)
            self._gray, self._sketch = mean.repeat(3, axis=-1), sketch
        return self._sketch

    def gray(self, token: CancelToken) -> NDArray[np.uint8]:
        """Return it without color, (h, w, 3), as large as its sketch; raises the same."""
        self.sketch(token)
        assert self._gray is not None
        return self._gray

    def page(self, token: CancelToken) -> Page:
        """Return what the network says of it; raises the same as :meth:`sketch`."""
        from engine.album.page import page_of  # noqa: PLC0415 - imports torch
        from engine.coloring.colorize import encode  # noqa: PLC0415 - imports torch

        if self._page is None:
            seen = encode(self._model, self._read(token), size=self._size, token=token)
            self._page = page_of(seen)
        return self._page

    def let_go(self) -> None:
        """Forget the photo itself, which is large."""
        self._photo = None

    def _read(self, token: CancelToken) -> Photo:
        if self._photo is None:
            photo = self._source
            if not isinstance(photo, Photo):
                photo = read_page(photo, self._page_of_file, token, _SHARPER * self._size)
            self._photo = turn_to(photo, self._turn)
        return self._photo
