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

import numpy as np

from engine.opencv import cv2
from engine.photo.color import planes_from_pixels, rgb_to_lab
from engine.photo.picture_measures import shrunk, strongest_chroma, unexplained_color

if TYPE_CHECKING:
    from numpy.typing import NDArray

LEAST_CHROMA = 6.0
"""Below it, the strongest chroma of a photo is a cast or noise. The colors of a gray scan with
noise in each channel reach 2, those of a selenium print 6, the palest color photo's 12."""
LEAST_UNEXPLAINED = 0.75
"""Below it, color follows lightness: ``unexplained_color`` of ``engine.photo.picture_measures``."""
MOST_COMMONEST = 0.55
"""Above it, few colors cover the picture, if they also cover what is not background."""
MOST_COMMONEST_OF_REST = 0.3
"""Above it, few colors cover what is not background."""

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
    picture = np.asarray(cv2.medianBlur(shrunk(rgb, _DRAWING_SIDE), 3), dtype=np.uint8)
    cells = np.round(_lab(picture).T / np.array(_DRAWING_CELL)).astype(np.int64)  # (H W, 3)
    keys = cells @ np.array((1 << 32, 1 << 16, 1))
    counts = np.sort(np.unique(keys, return_counts=True)[1])[::-1]
    rest = max(1, int(counts[1:].sum()))
    of_all = counts[:_FEW_COLORS].sum() / counts.sum()
    of_rest = counts[1 : 1 + _FEW_COLORS].sum() / rest
    return float(of_all), float(of_rest) if len(counts) > 1 else 1.0


def _lab(rgb: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return L, a and b of all pixels, (3, H W)."""
    planes: NDArray[np.float32] = rgb_to_lab(planes_from_pixels(rgb)).flatten(1).numpy()
    return planes
