"""Quality of a colored photo, on (H, W, 3) uint8 sRGB as the app would show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from skimage.color import deltaE_ciede2000, rgb2lab

if TYPE_CHECKING:
    from numpy.typing import NDArray


def psnr(rgb: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """Return the peak signal-to-noise ratio over all channels, in dB; 99 when equal."""
    error = np.mean((rgb.astype(np.float64) - truth) ** 2)
    return 99.0 if error == 0 else float(10 * np.log10(255**2 / error))


def ciede2000(rgb: NDArray[np.uint8], truth: NDArray[np.uint8]) -> float:
    """Return the mean ΔE00 over all pixels."""
    return float(np.mean(deltaE_ciede2000(rgb2lab(rgb), rgb2lab(truth))))


def colorfulness(rgb: NDArray[np.uint8]) -> float:
    """Return the colorfulness of a photo; 0 is gray, about 40 an everyday color photo.

    References:
        Hasler, Süsstrunk, "Measuring colourfulness in natural images", 2003.
    """
    red, green, blue = np.moveaxis(rgb.astype(np.float64), -1, 0)
    rg, yb = red - green, (red + green) / 2 - blue
    return float(np.hypot(rg.std(), yb.std()) + 0.3 * np.hypot(rg.mean(), yb.mean()))
