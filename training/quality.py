"""What a model does to photos whose colors are known, through the engine the app uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.colorize import encode, render_photo
from engine.photo import Photo
from engine.render_settings import RenderSettings
from training.metrics import ciede2000, colorfulness, psnr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from engine.checkpoint import Model


@dataclass(frozen=True)
class Coloring:
    """One photo: its truth, its gray version and what the model made of that."""

    truth: NDArray[np.uint8]
    """(H, W, 3), like the other two."""
    gray: NDArray[np.uint8]
    colored: NDArray[np.uint8]


@dataclass(frozen=True)
class Quality:
    """Means over photos."""

    photos: int
    psnr: float
    """In dB, against the truth."""
    ciede2000: float
    """Mean ΔE00 against the truth."""
    colorfulness_ratio: float
    """Mean colorfulness of the output over that of the truth."""


def color(
    model: Model, photos: Iterable[NDArray[np.uint8]], strength: float = 1.0
) -> Iterator[Coloring]:
    """Color photos, (H, W, 3) each, from their lightness alone."""
    for truth in photos:
        encoding = encode(model, Photo(truth))
        yield Coloring(
            truth,
            render_photo(encoding, RenderSettings(0.0)),
            render_photo(encoding, RenderSettings(strength)),
        )


def measure(pairs: Iterable[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> Quality:
    """Compare (output, truth) pairs.

    Raises:
        ValueError: If there is no pair.
    """
    rows = [
        (psnr(output, truth), ciede2000(output, truth), colorfulness(output), colorfulness(truth))
        for output, truth in pairs
    ]
    if not rows:
        msg = "expected at least one photo"
        raise ValueError(msg)
    quality, difference, output, truth = np.mean(rows, axis=0)
    return Quality(len(rows), float(quality), float(difference), float(output / truth))
