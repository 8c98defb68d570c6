"""Color a few photos of a batch without writing anything: to look at, and to time."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.batch import photos
from engine.cancel import CancelToken
from engine.colorize import encode, render_photo, with_vividness
from engine.render_settings import RenderSettings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

    from engine.batch.job import ColorSettings
    from engine.checkpoint import Model
    from engine.photo import Photo


@dataclass(frozen=True, eq=False)
class Trial:
    """A photo as it would become."""

    photo: Photo
    rgb: NDArray[np.uint8]
    """(H, W, 3), sRGB, colored."""
    seconds: float
    """Spent on reading and coloring, one after the other."""


def try_photos(
    model: Model,
    paths: Iterable[Path],
    settings: ColorSettings,
    token: CancelToken | None = None,
) -> Iterator[Trial]:
    """Yield each photo with its colors at full size.

    Raises:
        EngineError: If one cannot be read or colored.
        Cancelled: If ``token`` was set.
    """
    token = token or CancelToken()
    for path in paths:
        token.check()
        started = time.perf_counter()
        photo = photos.read(path, token)
        encoding = encode(model, photo, size=settings.size, token=token)
        if settings.vividness != 1:
            encoding = with_vividness(encoding, settings.vividness)
        rgb = render_photo(
            encoding, RenderSettings(settings.strength, settings.warmth), token, bits=8
        )
        yield Trial(photo, rgb, time.perf_counter() - started)
