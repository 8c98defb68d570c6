"""Pasted pictures as files beside the journal: they are nowhere else to be opened again from.

Asks disks: not for the window's thread.
"""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.platform.presence import is_there
from engine.errors import EngineError
from engine.files.image_io import read_photo, write_photo

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from engine.photo.photo import Photo

logger = logging.getLogger(__name__)


def stash_path(journal: Path, number: int) -> Path:
    """Return where a picture is kept for a journal; every picture has a number of its own."""
    return journal.with_name(f"{journal.stem}-{number}.png")


def stash(pictures: Mapping[Path, Photo]) -> bool:
    """Write the pictures that are not there yet; return whether the disk took them."""
    try:
        for path, picture in pictures.items():
            if not is_there(path):
                write_photo(path, picture.pixels)
    except EngineError as error:
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
            found[path] = replace(read_photo(path), path=None)
        except EngineError as error:
            logger.warning("a pasted picture is lost: %s", error)
    return found


def drop_stash(journal: Path, kept: Collection[Path] = ()) -> None:
    """Remove the pictures of a journal, but for some."""
    try:
        for path in journal.parent.glob(f"{journal.stem}-*.png"):
            if path not in kept:
                path.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("pasted pictures of %s stay: %s", journal, error)
