"""Which recipe a photo of a batch gets: what is kept beside it, or the one for all. No torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.batch import photos
from engine.batch.job import Colored
from engine.errors import NewerSettingsError
from engine.recipe.sidecar import Kept, read_sidecar

if TYPE_CHECKING:
    from pathlib import Path

    from engine.batch.job import ColorSettings
    from engine.photo.photo import Photo
    from engine.photo.picture_kind import Picture


def kept_for(
    photo: Path, settings: ColorSettings, *, sidecars: bool
) -> tuple[Kept, tuple[str, ...]]:
    """Return what is done to a photo, and what the report has to say about that.

    Args:
        photo: Its file.
        settings: For all photos of which nobody has decided anything.
        sidecars: Whether what the window has kept beside a photo counts more.
    """
    usual = Kept(settings.recipe)
    if not sidecars:
        return usual, ()
    try:
        return read_sidecar(photo) or usual, ()
    except NewerSettingsError as error:
        return usual, (str(error).rstrip("."),)


def judged(photo: Photo, kept: Kept, colored: Colored) -> Picture | None:
    """Tell whether a photo is in color already, where that decides what becomes of it.

    Args:
        photo: As it was read.
        kept: For this photo.
        colored: What happens to photos in color.

    Returns:
        None for a photo that is done whatever it shows.
    """
    if colored is Colored.COLOR or kept.recolor or kept.recipe.coloring is None:
        return None
    return photos.picture_of(photo)
