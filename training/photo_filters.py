"""What is no color photo to learn from: gray, toned, or drawn instead of photographed.

Pure functions of pixels. The thresholds stand where 300 of our training photos, which had already
been cleared of such pictures, and synthetic versions of them part best. Of the photos, one is
taken for toned, a glacier at dusk, and two for clip-art, close flowers before a plain wall. Of
1,350 gray, noisy gray, sepia, cyanotype, selenium, faded and stained versions, also as JPEG, 99.8 %
are caught; of flat drawings 99 %, also as JPEG; of photos reduced to eight colors 96 %. Drawings
with a gradient behind mostly pass.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

import cv2
import numpy as np

from engine.color import planes_from_pixels, rgb_to_lab

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST_CHROMA = 6.0
"""Below it, the strongest chroma of a photo is a cast or noise. The colors of a gray scan with
noise in each channel reach 2, those of a selenium print 6, the palest color photo's 12."""
LEAST_UNEXPLAINED = 0.75
"""Below it, color follows lightness: see :func:`unexplained_color`."""
MOST_COMMONEST = 0.55
"""Above it, few colors cover the picture, if they also cover what is not background."""
MOST_COMMONEST_OF_REST = 0.3
"""Above it, few colors cover what is not background."""

_TONE_SIDE = 48
"""Small enough that JPEG's coarse chroma and noise have averaged out."""
_TONES = 24
_DRAWING_SIDE = 192
_DRAWING_CELL = (2.0, 3.0, 3.0)
"""Sides of a color cell in L, a and b: about what can just be told apart."""
_FEW_COLORS = 8


class Reason(Enum):
    """Why a file does not become a training photo; the value is what the user reads."""

    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    TOO_SMALL = "too small"
    GRAY = "gray"
    TONED = "toned"
    CLIP_ART = "clip-art"
    DUPLICATE = "duplicate"


@dataclass(frozen=True)
class Rejection:
    """That a file was rejected, and by what."""

    reason: Reason
    measure: str
    """The figure or problem that decided."""


def judge(rgb: NDArray[np.uint8]) -> Rejection | None:
    """Return why (H, W, 3) sRGB pixels are no color photo, or None if they are one."""
    chroma = strongest_chroma(rgb)
    if chroma < LEAST_CHROMA:
        return Rejection(Reason.GRAY, f"chroma {chroma:.1f}")
    unexplained = unexplained_color(rgb)
    if unexplained < LEAST_UNEXPLAINED:
        return Rejection(Reason.TONED, f"unexplained color {unexplained:.2f}")
    commonest, of_rest = commonest_colors(rgb)
    if commonest > MOST_COMMONEST and of_rest > MOST_COMMONEST_OF_REST:
        measure = f"{_FEW_COLORS} colors cover {commonest:.0%}, {of_rest:.0%} beside the background"
        return Rejection(Reason.CLIP_ART, measure)
    return None


def strongest_chroma(rgb: NDArray[np.uint8]) -> float:
    """Return the chroma that one pixel in a hundred exceeds, of (H, W, 3) sRGB pixels."""
    _, a, b = _lab(_shrunk(rgb, _TONE_SIDE))
    return float(np.percentile(np.hypot(a, b), 99))


def unexplained_color(rgb: NDArray[np.uint8]) -> float:
    """Return how much of the color is no function of lightness: near 0 if toned, mostly above 2.

    A toned photo, sepia, cyanotype or in two tones, has one color for each lightness. So pixels
    are sorted by lightness into ``_TONES`` equal groups, and r is the root mean square distance
    of their ab from the median of the group. In weak colors r alone would be mostly noise, in
    strong ones it grows with clipping and stains; the measure is the geometric mean of r and of
    r over the mean chroma, which parts toned photos from others better than either.

    Args:
        rgb: (H, W, 3) sRGB pixels.
    """
    lightness, *ab = _lab(_shrunk(rgb, _TONE_SIDE))
    colors = np.stack(ab, axis=1)[np.argsort(lightness, kind="stable")]
    groups = np.array_split(colors, min(_TONES, len(colors)))
    residuals = np.concatenate([group - np.median(group, axis=0) for group in groups])
    distance, chroma = _root_mean_square(residuals), _root_mean_square(colors)
    return float(distance / np.sqrt(max(chroma, 1e-6)))


def commonest_colors(rgb: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the shares of pixels that the eight commonest colors cover, without and with grace.

    The first is of all pixels. The second forgives one color, a studio's wall or the night sky:
    what the next eight cover of all other pixels. Drawings are high in both, as they consist of
    few flat areas; noise and soft light spread a photo over many colors. A median filter removes
    what JPEG leaves around edges.

    Args:
        rgb: (H, W, 3) sRGB pixels.

    References:
        Athitsos, Swain and Frankel, "Distinguishing photographs and graphics on the World Wide
        Web", 1997: number of colors, prevalent color, flat regions.
    """
    picture = np.asarray(cv2.medianBlur(_shrunk(rgb, _DRAWING_SIDE), 3), dtype=np.uint8)
    cells = np.round(_lab(picture).T / np.array(_DRAWING_CELL)).astype(np.int64)  # (H W, 3)
    keys = cells @ np.array((1 << 32, 1 << 16, 1))
    counts = np.sort(np.unique(keys, return_counts=True)[1])[::-1]
    rest = max(1, int(counts[1:].sum()))
    of_all = counts[:_FEW_COLORS].sum() / counts.sum()
    of_rest = counts[1 : 1 + _FEW_COLORS].sum() / rest
    return float(of_all), float(of_rest) if len(counts) > 1 else 1.0


def _shrunk(rgb: NDArray[np.uint8], short_side: int) -> NDArray[np.uint8]:
    height, width, _ = rgb.shape
    scale = short_side / min(height, width)
    if scale >= 1:
        return rgb
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _lab(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return L, a and b of all pixels, (3, H W)."""
    planes: NDArray[np.float32] = rgb_to_lab(planes_from_pixels(rgb)).flatten(1).numpy()
    return planes


def _root_mean_square(vectors: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.square(vectors).sum(axis=1).mean()))
