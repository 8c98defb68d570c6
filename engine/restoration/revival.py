"""Bring back the colors of a faded photo, pixel by pixel, by a matrix and an offset in density.

Fading thins the three dyes of a print or a slide, and stains its base. What dyes take from light is
additive in density, so twelve numbers undo it, whatever the picture shows. They say how much of
each dye is left.

References:
    Ando, "Digital restoration of faded color images", 1997; Hunt, "The reproduction of colour",
    2004, 15.5 (dyes take a little of each other's light); IEC 61966-2-1:1999 (sRGB).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.cancel import check_cancelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo.photo import Pixels

    Floats = NDArray[np.float32]

LEAST_LIGHT = 1e-3
"""Linear light that counts as black: density 3, the most that prints and slides reach."""
_TYPICAL_ABSORPTIONS = np.array(((1.0, 0.12, 0.04), (0.19, 1.0, 0.15), (0.11, 0.22, 1.0)))
"""What of red, green and blue light (rows) cyan, magenta and yellow dye (columns) take: the middle
of what the network learned with. Only the shares of dyes that are shown depend on it."""
_BAND = 128
"""Rows that are computed at a time, so that memory does not grow with the photo."""
_DARK = 0.0031308
"""Linear light below which sRGB is a straight line."""
_IDENTITY = ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0))


@dataclass(frozen=True)
class Revival:
    """How the densities of a faded photo become those that it once had."""

    matrix: tuple[tuple[float, float, float], ...] = _IDENTITY
    """From density to revived density, rows and columns red, green and blue."""
    offset: tuple[float, float, float] = (0.0, 0.0, 0.0)
    """Density that is added after it; what a stain had added is taken away."""

    def __post_init__(self) -> None:
        """Refuse what is not twelve finite numbers."""
        numbers = np.array([*self.matrix, self.offset], dtype=float)
        if numbers.shape != (4, 3) or not np.isfinite(numbers).all():
            msg = f"expected a matrix of three rows and an offset, got {self}"
            raise ValueError(msg)

    def by(self, share: float) -> Revival:
        """Return so much of it, 0 (nothing) to 1 (all)."""
        if share == 1:
            return self
        matrix = np.array(_IDENTITY) * (1 - share) + np.array(self.matrix) * share
        rows = tuple(tuple(float(value) for value in row) for row in matrix)
        return Revival(rows, tuple(share * value for value in self.offset))  # type: ignore[arg-type]

    @property
    def does_nothing(self) -> bool:
        """Whether every color stays as it is."""
        return self == Revival()

    @property
    def dyes_left(self) -> tuple[float, float, float]:
        """What share of cyan, magenta and yellow dye is left, 0 to 1, if the dyes are typical."""
        inverse = np.linalg.inv(_TYPICAL_ABSORPTIONS)
        gains = np.diag(inverse @ np.array(self.matrix) @ _TYPICAL_ABSORPTIONS)
        cyan, magenta, yellow = np.clip(1 / np.maximum(gains, 1.0), 0, 1)
        return float(cyan), float(magenta), float(yellow)

    @property
    def noise_gain(self) -> float:
        """How many times stronger noise becomes in the channel that is strengthened most."""
        return float(np.linalg.norm(np.array(self.matrix), axis=1).max())


def apply_revival(pixels: Pixels, revival: Revival, *, token: CancelToken | None = None) -> Pixels:
    """Return revived pixels in their own depth; the same array if nothing is done.

    Args:
        pixels: (H, W, 3), sRGB, uint8 or uint16; not written to.
        revival: What is done to each pixel.
        token: Checked before each band of rows.

    Raises:
        Cancelled: If ``token`` was set.
        ValueError: If the pixels are gray.
    """
    if revival.does_nothing:
        return pixels
    if pixels.shape[2] != 3:
        msg = f"gray has no dyes: expected (H, W, 3), got {pixels.shape}"
        raise ValueError(msg)
    whole = int(np.iinfo(pixels.dtype).max)
    table = densities(np.arange(whole + 1, dtype=np.float32) / np.float32(whole))
    matrix = np.array(revival.matrix, np.float32).T
    offset = np.array(revival.offset, np.float32)
    out = np.empty_like(pixels)
    for top in range(0, pixels.shape[0], _BAND):
        check_cancelled()
        if token is not None:
            token.check()
        revived = table[pixels[top : top + _BAND]] @ matrix + offset
        out[top : top + _BAND] = np.rint(_encoded(revived) * np.float32(whole))
    return out


def densities(rgb: Floats) -> Floats:
    """Return how much light is held back, 0 to 3, in powers of ten, of sRGB in [0, 1]."""
    bright = ((np.maximum(rgb, np.float32(0.04045)) + 0.055) / 1.055) ** np.float32(2.4)
    linear = np.where(rgb > 0.04045, bright, rgb / 12.92)
    return np.asarray(-np.log10(np.maximum(linear, LEAST_LIGHT)), np.float32)


def mean_revival(revivals: Sequence[Revival], errors: Sequence[float]) -> Revival:
    """Return what serves all photos of a roll, which fade alike.

    Args:
        revivals: As estimated from each photo; at least one.
        errors: The error expected of each, above 0; the surer count more, by its inverse square.

    Raises:
        ValueError: If there is none, or not an error for each.
    """
    if not revivals or len(revivals) != len(errors):
        msg = f"expected an error for each revival, got {len(revivals)} and {len(errors)}"
        raise ValueError(msg)
    weights = 1 / np.square(np.array(errors, dtype=float))
    numbers = np.array([[*revival.matrix, revival.offset] for revival in revivals])
    return revival_of(np.average(numbers, axis=0, weights=weights).ravel())


def revival_of(numbers: NDArray[np.floating]) -> Revival:
    """Return the revival of twelve numbers: the matrix by rows, then the offset.

    Raises:
        ValueError: If they are not twelve finite numbers.
    """
    rows = [
        (float(one), float(two), float(three)) for one, two, three in np.reshape(numbers, (4, 3))
    ]
    return Revival((rows[0], rows[1], rows[2]), rows[3])


def _encoded(density: Floats) -> Floats:
    """Return sRGB in [0, 1] of any density; what would be brighter than white is white."""
    density = np.maximum(density, 0)
    bright = np.exp(density * np.float32(-np.log(10) / 2.4)) * np.float32(1.055) - np.float32(0.055)
    dark = density > -np.log10(_DARK)
    bright[dark] = np.float32(12.92) * np.exp(density[dark] * np.float32(-np.log(10)))
    return np.asarray(bright, np.float32)
