"""Color a few photos of a batch without writing anything: to look at, and to time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.batch import photos
from engine.batch.job import Colored
from engine.batch.recipes import judged, kept_for
from engine.cancel import CancelToken
from engine.checkpoints.loaded_models import LoadedModels
from engine.cropping import cut_photo
from engine.develop import develop, render_photo

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from engine.batch.job import ColorSettings
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Photo


@dataclass(frozen=True, eq=False)
class Preview:
    """A photo as it would become."""

    photo: Photo
    rgb: NDArray[np.uint8]
    """(H, W, 3), sRGB, colored."""
    seconds: float
    """Spent on reading and coloring, one after the other."""


def preview_photos(
    model: Model,
    paths: Iterable[Path],
    settings: ColorSettings,
    token: CancelToken | None = None,
    *,
    sidecars: bool = False,
    colored: Colored = Colored.COLOR,
) -> Iterator[Preview]:
    """Yield each photo with its colors at full size; none of those that a batch would not color.

    Args:
        model: The one for all photos.
        paths: Of the photos.
        settings: For all of which nobody has decided anything.
        token: Checked between photos and steps.
        sidecars: Whether what is kept beside a photo counts more.
        colored: What happens to photos in color.

    Raises:
        EngineError: If one cannot be read or colored.
        Cancelled: If ``token`` was set.
    """
    token, models = token or CancelToken(), LoadedModels(model)
    for path in paths:
        token.check()
        started = time.perf_counter()
        kept, _ = kept_for(path, settings, sidecars=sidecars)
        photo = photos.read(path, token, kept.page)
        picture = judged(photo, kept, colored)
        if picture is not None and picture.has_color:
            continue
        developed = develop(photo, kept.recipe, models, token=token)
        rgb = render_photo(developed, token, bits=8)
        before = cut_photo(developed.photo, developed.frame)
        yield Preview(before, rgb, time.perf_counter() - started)
