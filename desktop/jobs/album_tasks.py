"""What the engine thread is asked to do with several photos, as in ``engine_tasks``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.platform.qimage import qimage_from_rgb
from desktop.state.recipes import coloring_of
from engine.album.beside import are_for_one_thing
from engine.cropping import cut_pixels
from engine.files.image_io import read_photo
from engine.photo.photo import in_eight_bits
from engine.recipe.crop_frame import frame_of

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.jobs.album_pages import AlbumPages, Look, Other
    from desktop.jobs.job import Task
    from engine.album.changes import Change
    from engine.album.page import Page
    from engine.album.reference import TakenOver
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.coloring.colorize import Encoding
    from engine.recipe.hint import Hint
    from engine.recipe.sidecar import Kept


def take_colors_over(
    path: Path, model: Model, seen: Encoding, size: int | None, beside: Sequence[Hint]
) -> Task[TakenOver | None]:
    """Make the task that looks for the colors of a file's photo in a gray photo.

    Its result is None if the file's photo has no colors.

    Args:
        path: The color photo.
        model: Whose network saw the gray photo.
        seen: What it said.
        size: Short side at which it saw it; None for the model's own.
        beside: Hints of the gray photo: nothing is set near them.
    """

    def task(token: CancelToken, _report: Callable[[float], None]) -> TakenOver | None:
        from engine.album.reference import has_colors, hints_like  # noqa: PLC0415 - imports torch
        from engine.coloring.colorize import encode  # noqa: PLC0415 - imports torch

        photo = read_photo(path)
        if not has_colors(photo):
            return None
        shown = encode(model, photo, size=size, token=token)
        return hints_like(shown, seen, beside, token)

    return task


class Source:
    """The photo whose colors others may get."""

    def __init__(self, seen: Encoding, model: Model, name: str, key: Hashable) -> None:
        """Take what a network said of it.

        Args:
            seen: What it said.
            model: Whose network it was.
            name: Of the photo's file.
            key: Tells it, as it lies, from others.
        """
        self._seen, self.model, self.name, self.key = seen, model, name, key
        self._page: Page | None = None

    def page(self) -> Page:
        """Return what others are compared with; for the engine thread."""
        from engine.album.page import page_of  # noqa: PLC0415 - imports torch

        if self._page is None:
            self._page = page_of(self._seen)
        return self._page


@dataclass(frozen=True, eq=False)
class Found:
    """Where the thing that a hint colors may be in another photo."""

    hint: Hint
    """What that photo may get."""
    likelihood: float
    """That it is the same thing, 0 to 1."""
    is_sure: bool
    is_there: bool
    """Whether it has that color there already."""
    picture: QImage
    """The part of the photo that is shown, small and gray."""
    place: tuple[float, float]
    """Row and column in the picture, 0 to 1."""
    kept: Kept
    """What was decided about the photo, as it was read."""


def look_for(source: Source, hint: Hint, other: Other, pages: AlbumPages) -> Task[Found | None]:
    """Make the task that looks for the thing that a hint colors in another photo.

    Its result is None if it is not found, if a person has colored it already, or if the photo is
    not colored.
    """

    def task(token: CancelToken, _report: Callable[[float], None]) -> Found | None:
        from engine.album.agreement import is_decided, propose  # noqa: PLC0415 - imports torch

        kept = other.read_kept()
        if kept.recipe.coloring is None:
            return None
        with pages.look(other, kept, source.model) as look:
            look.sketch(token)
            if not look.is_colored:
                return None
            token.check()
            page, hints = look.page(token), kept.recipe.coloring.hints
            found = propose(source.page(), hint, [page], token, source.name)
            if not found or is_decided(page, found[0].hint, hints):
                return None
            new = found[0].hint
            shown = _shown(look, kept, new, token)
            if shown is None:
                return None
            same = (old for old in hints if are_for_one_thing(old, new) and old.ab == new.ab)
            likelihood, is_sure = found[0].match.likelihood, found[0].is_sure
            return Found(new, likelihood, is_sure, any(same), *shown, kept)

    return task


def _shown(
    look: Look, kept: Kept, hint: Hint, token: CancelToken
) -> tuple[QImage, tuple[float, float]] | None:
    """Return the part of a photo that is shown, and where a hint is in it; None if it is not."""
    gray = look.gray(token)
    (height, width), crop = gray.shape[:2], kept.recipe.crop
    frame = frame_of(crop, (height, width))
    y, x = frame.from_photo(hint.row * height, hint.column * width)
    place = y / frame.height, x / frame.width
    if not all(0 <= share <= 1 for share in place):
        return None
    return qimage_from_rgb(in_eight_bits(cut_pixels(gray, frame))), place


@dataclass(frozen=True, eq=False)
class Carried:
    """Another frame of the same scene, with what was done to the first."""

    hints: tuple[Hint, ...]
    """All that it has then."""
    kept: Kept
    """What was decided about it before, as it was read."""


def carry(source: Source, change: Change, other: Other, pages: AlbumPages) -> Task[Carried | None]:
    """Make the task that does to another photo what a person did to the hints of the first.

    Its result is None if that is no frame of the same scene, or if nothing changes.
    """

    def task(token: CancelToken, _report: Callable[[float], None]) -> Carried | None:
        from engine.album.carrying import carried  # noqa: PLC0415 - imports torch
        from engine.album.frames import align  # noqa: PLC0415 - likewise

        kept = other.read_kept()
        if kept.recipe.coloring is None:
            return None
        with pages.look(other, kept, source.model) as look:
            if pages.is_stranger(source.key, look):
                return None
            sketch = look.sketch(token)
            if not look.is_colored:
                return None
            token.check()
            alignment = align(source.page(), sketch)
            if alignment is None or not alignment.is_same_scene:
                pages.note_stranger(source.key, look)
                return None  # most photos are told apart without the network
            page, hints = look.page(token), coloring_of(kept.recipe).hints
        new = carried(source.page(), change, page, hints, source.name)
        return None if new == hints else Carried(new, kept)

    return task
