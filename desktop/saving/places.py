"""Where photos go that are saved without a question. Asks disks: not for the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.platform.presence import digest_of, is_folder
from desktop.state.document import folded, unused

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from engine.recipe.sidecar import Result


@dataclass(frozen=True)
class Wish:
    """What is known of a photo before a disk is asked."""

    usual: Path
    """The name that its colored version usually gets, be it free or not."""
    result: Result | None = None
    """What it was saved as before."""


def places_for(
    wishes: Iterable[Wish], folder: Path | None, taken: Collection[str], originals: Iterable[Path]
) -> list[Path]:
    """Return where each photo goes: over its earlier result, or under a name that is free.

    A result that somebody else has changed stays as it is.

    Args:
        wishes: Of each photo.
        folder: Where new results go, if it is there; None is beside each photo.
        taken: Names that are promised already, see :func:`desktop.state.document.folded`.
        originals: Photos that nothing is written over.
    """
    used = set(taken)
    kept = {folded(original) for original in originals}
    place = folder if folder is not None and is_folder(folder) else None
    found = []
    for wish in wishes:
        path = wish.result.path if wish.result is not None else None
        if path is None or folded(path) in used | kept or not _is_ours(wish):
            usual = wish.usual if place is None else place / wish.usual.name
            path = unused(usual, used)
        used.add(folded(path))
        found.append(path)
    return found


def _is_ours(wish: Wish) -> bool:
    return wish.result is not None and digest_of(wish.result.path) == wish.result.sha256
