"""Pasted pictures as files beside the journal: they are nowhere else to be opened again from.

Their pixels as they are: to compress them would take longer than a program has to end. Asks disks:
not for the window's thread.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import numpy as np

from desktop.platform.presence import is_there
from engine.photo.photo import Photo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

logger = logging.getLogger(__name__)


def stash_path(journal: Path, number: int) -> Path:
    """Return where a picture is kept for a journal; every picture has a number of its own."""
    return journal.with_name(f"{journal.stem}-{number}.npy")


def stash(pictures: Mapping[Path, Photo]) -> bool:
    """Write the pictures that are not there yet; return whether the disk took them."""
    try:
        for path, picture in pictures.items():
            if not is_there(path):
                partial = path.with_suffix(".partial")
                with partial.open("wb") as file:
                    np.save(file, picture.pixels, allow_pickle=False)
                partial.replace(path)
    except OSError as error:
        logger.warning("a pasted picture is not kept: %s", error)
        return False
    return True


def take_along(pictures: Iterable[Path], folder: Path) -> None:
    """Move those pictures that are there into another folder."""
    for path in pictures:
        try:
            path.replace(folder / path.name)
        except OSError:  # not written yet
            logger.debug("%s is not there", path)


def unstash(paths: Iterable[Path]) -> dict[Path, Photo]:
    """Return the pictures as they were pasted, without those that cannot be read."""
    found = {}
    for path in paths:
        try:
            found[path] = Photo(np.load(path, allow_pickle=False))
        except (OSError, EOFError, ValueError) as error:
            logger.warning("a pasted picture is lost: %s", error)
    return found


def drop_stash(journal: Path, kept: Collection[Path] = ()) -> None:
    """Remove the pictures of a journal, but for some."""
    try:
        for path in journal.parent.glob(f"{journal.stem}-*"):
            if path not in kept:
                path.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("pasted pictures of %s stay: %s", journal, error)
