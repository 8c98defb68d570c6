"""Which recipe a photo of a batch gets: what is kept beside it, or the one for all. No torch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.errors import NewerSettingsError
from engine.recipe.sidecar import Kept, read_sidecar

if TYPE_CHECKING:
    from pathlib import Path

    from engine.batch.job import ColorSettings


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
