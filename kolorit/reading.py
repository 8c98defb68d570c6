"""Photos and recipes from files. Imports no torch."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from engine.files.image_io import read_photo
from engine.recipe.sidecar import read_sidecar

if TYPE_CHECKING:
    from os import PathLike

    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe


def read(path: str | PathLike[str], *, page: int | None = None) -> Photo:
    """Read a photo: upright, in sRGB, at its own depth of 8 or 16 bits per channel.

        >>> photo = kolorit.read("in.tif")
        >>> photo.size  # height and width
        (40, 60)

    Args:
        path: Of a JPEG, PNG, TIFF, WebP, BMP, AVIF, HEIC or camera raw file.
        page: Of a TIFF file, from 1; the largest by default.

    Raises:
        EngineError: If it cannot be read; ``str(error)`` is a sentence for the user.
    """
    return read_photo(Path(path), page=page)


def read_recipe(photo: str | PathLike[str]) -> Recipe | None:
    """Return what the window has kept beside a photo, in ``NAME.kolorit.json``; None if nothing.

        >>> kolorit.read_recipe("in.tif") is None
        True

    Raises:
        EngineError: If a newer version of Kolorit wrote it.
    """
    kept = read_sidecar(Path(photo))
    return None if kept is None else kept.recipe
