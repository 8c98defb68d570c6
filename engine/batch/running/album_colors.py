"""Colors that are kept beside some photos of a batch, for the same things in the others."""

from __future__ import annotations

import logging
from contextlib import closing
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.album.carrying import taken_over
from engine.album.page import page_of
from engine.batch import photos
from engine.batch.recipes import kept_for
from engine.coloring.colorize import encode
from engine.develop import develop
from engine.errors import EngineError
from engine.files.orientation import turn_to

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from engine.album.page import Page
    from engine.batch.job import BatchJob
    from engine.batch.records.folder import BatchFolder
    from engine.checkpoints.checkpoint import Model
    from engine.develop import Developed, Models
    from engine.recipe.hint import Hint
    from engine.recipe.sidecar import Kept

logger = logging.getLogger(__name__)

MOST = 64
"""Photos with colors that are compared with each of the others: 4 MB and 0.2 s each."""


@dataclass(frozen=True, eq=False)
class _Colored:
    """A photo in which a person has set colors."""

    path: Path
    hints: tuple[Hint, ...]
    page: Page


class AlbumColors:
    """Gives photos the colors of others, one after the other; they are read when the first comes.

    Only what a person has set is taken over, so that a mistake goes no further than to one photo.
    """

    def __init__(self, colored: Iterable[tuple[Path, Kept]]) -> None:
        """Remember which photos have colors.

        Args:
            colored: Their files, with what is kept beside them.
        """
        self._colored = tuple(colored)
        self._looked_at: tuple[_Colored, ...] | None = None

    @staticmethod
    def of(folder: BatchFolder) -> AlbumColors | None:
        """Return the colors of a planned batch; None if they are not wanted.

        Raises:
            BatchError: If there is no batch, or its plan is damaged.
        """
        job = folder.read_job()
        if not (job.rules.album and job.rules.sidecars):
            return None
        with closing(folder.open_plan()) as plan:
            return AlbumColors(_with_colors((each.source for each in plan.photos()), job))

    def agreed(
        self, models: Models, developed: Developed, path: Path
    ) -> tuple[Developed, tuple[str, ...]]:
        """Return a photo with colors of others, and the names of the files that they come from.

        Args:
            models: That colored it.
            developed: The photo. One that is seen by a model of its own stays as it is.
            path: Its file.

        Raises:
            DeviceMemoryError: If there is not enough memory.
        """
        model, seen, coloring = developed.model, developed.seen, developed.recipe.coloring
        if seen is None or seen.seen is None or coloring is None or model is not models(""):
            return developed, ()
        others = [each for each in self._look(model) if each.path != path]
        if not others:
            return developed, ()
        page, hints, names = page_of(seen), coloring.hints, []
        for other in others:
            new = taken_over(other.page, other.hints, page, hints, other.path.name)
            if new != hints:
                hints = new
                names.append(other.path.name)
        if not names:
            return developed, ()
        recipe = replace(developed.recipe, coloring=replace(coloring, hints=hints))
        return develop(developed.photo, recipe, models, earlier=developed), tuple(names)

    def _look(self, model: Model) -> tuple[_Colored, ...]:
        """Show the photos with colors to the network, once."""
        if self._looked_at is None:
            looks = (_look_at(path, kept, model) for path, kept in self._colored)
            self._looked_at = tuple(look for look in looks if look is not None)
        return self._looked_at


def _with_colors(paths: Iterable[Path], job: BatchJob) -> Iterable[tuple[Path, Kept]]:
    """Yield the first photos in which a person has set colors."""
    count = 0
    for path in paths:
        kept, _ = kept_for(path, job.settings, sidecars=True)
        if _by_hand(kept):
            yield path, kept
            count += 1
        if count == MOST:
            return


def _by_hand(kept: Kept) -> tuple[Hint, ...]:
    coloring = kept.recipe.coloring
    return () if coloring is None else tuple(h for h in coloring.hints if not h.taken_over)


def _look_at(path: Path, kept: Kept, model: Model) -> _Colored | None:
    """Return a photo as others are compared with it; None if it cannot be read."""
    coloring = kept.recipe.coloring
    size = None if coloring is None else coloring.size
    try:
        photo = turn_to(photos.read(path, page=kept.page), kept.recipe.orientation.turn)
        return _Colored(path, _by_hand(kept), page_of(encode(model, photo, size=size)))
    except EngineError as error:  # it is told when its own turn comes
        logger.info("no colors of it are used: %s", error)
        return None
