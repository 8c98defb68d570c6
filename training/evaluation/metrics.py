"""Quality of a colored photo, on (H, W, 3) uint8 sRGB as the app would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from skimage.color import deltaE_ciede2000, rgb2lab

from engine.photo.ab_bins import STEP

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SKIN_LIGHTNESS = (30, 90)
SKIN_CHROMA = (10, 45)
SKIN_HUE = (25, 80)
"""Degrees: from the red of cheeks to the yellow of a hand in lamplight."""
_WRONG_HUE = (105, 345)
"""Degrees: green, blue and purple."""
_WRONG_CHROMA = 8
_GRAY_CHROMA = 6
_PUBLISHED_AB_SCALE = 128
"""Of the earlier systems, whose authors report this error."""


def lab(rgb: NDArray[np.uint8]) -> NDArray[np.float64]:
    """Return L, a and b, (H, W, 3), by scikit-image: an outside oracle for the engine's colors."""
    converted: NDArray[np.float64] = rgb2lab(rgb)
    return converted


def psnr(rgb: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """Return the peak signal-to-noise ratio over all channels, in dB; 99 when equal."""
    error = np.mean((rgb.astype(np.float64) - truth) ** 2)
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))


def ciede2000(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return the mean ΔE00 over all pixels of two pictures in Lab."""
    return float(np.mean(deltaE_ciede2000(first, second)))


def ab_distance(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return the mean distance in the ab plane of two pictures in Lab."""
    return float(np.linalg.norm(first[..., 1:] - second[..., 1:], axis=-1).mean())


def ab_error(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return the mean squared error of normalized ab, ``ab / 128``, of two pictures in Lab."""
    return float(np.square((first[..., 1:] - second[..., 1:]) / _PUBLISHED_AB_SCALE).mean())


def accuracy(first: NDArray[np.float64], second: NDArray[np.float64]) -> float:
    """Return the share of pixels whose colors are within one bin of each other."""
    distance = np.linalg.norm(first[..., 1:] - second[..., 1:], axis=-1)
    return float((distance <= STEP).mean())


def colorfulness(rgb: NDArray[np.uint8]) -> float:
    """Return the colorfulness of a photo; 0 is gray, about 40 an everyday color photo.

    References:
        Hasler, Süsstrunk, "Measuring colourfulness in natural images", 2003.
    """
    red, green, blue = np.moveaxis(rgb.astype(np.float64), -1, 0)
    rg, yb = red - green, (red + green) / 2 - blue
    return float(np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()))


def is_skin_toned(picture: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Return which pixels of a picture in Lab have a color that skin may have, (H, W).

    It is a range of colors, so wood, sand and bread count too.
    """
    chroma, hue = _chroma_and_hue(picture)
    return (
        _within(picture[..., 0], _SKIN_LIGHTNESS)
        & _within(chroma, SKIN_CHROMA)
        & _within(hue, SKIN_HUE)
    )


def skin_faults(output: NDArray[np.float64], skin: NDArray[np.bool_]) -> tuple[float, float, float]:
    """Return how many pixels are skin, and how many of these have a wrong hue or are desaturated.

    A wrong hue is green, blue or purple; desaturated is all but without chroma.

    Args:
        output: (H, W, 3).
        skin: (H, W).
    """
    chroma, hue = _chroma_and_hue(output)
    wrong_hue = (chroma >= _WRONG_CHROMA) & _within(hue, _WRONG_HUE)
    desaturated = chroma < _GRAY_CHROMA
    return float(skin.sum()), float((skin & wrong_hue).sum()), float((skin & desaturated).sum())


def _chroma_and_hue(picture: NDArray[np.float64]) -> tuple[NDArray[np.float64], ...]:
    a, b = picture[..., 1], picture[..., 2]
    return np.hypot(a, b), np.degrees(np.arctan2(b, a)) % 360


def _within(values: NDArray[np.float64], limits: tuple[float, float]) -> NDArray[np.bool_]:
    return (values >= limits[0]) & (values <= limits[1])
