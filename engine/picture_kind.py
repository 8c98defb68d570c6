"""What kind of picture is it: gray, toned, faded color, hand-tinted or ordinary color?

Pure functions of pixels, no network. Gray and toned pictures are there to be colored; all others
have colors that nobody should replace unasked. The measures are few and each has a meaning; the
weights that part the last three kinds were fitted by ``python -m training.picture_kinds`` on
training photos and synthetic versions of them (docs/picture-kinds.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.color import planes_from_pixels, rgb_to_lab
from engine.errors import ImageError, ImageProblem
from engine.opencv import cv2
from engine.photo import Window, in_eight_bits, sample

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo import Photo, Pixels

_SIDE = 48
"""Small enough that JPEG's coarse chroma, film grain and noise have averaged out."""
_TONES = 24
_NEAR = 3.0
"""Distance in ab within which a pixel has the color of its tone."""


class Kind(Enum):
    """What kind of picture; the value is for the user."""

    GRAY = "black and white"
    TONED = "toned black and white"
    FADED = "faded color"
    TINTED = "hand-tinted"
    COLOR = "color"


COLORLESS = frozenset({Kind.GRAY, Kind.TONED})
"""Kinds that are there to be colored."""


@dataclass(frozen=True)
class Picture:
    """What was found."""

    kind: Kind
    tint: tuple[float, float]
    """Mean a and b: of a toned picture, the color of its tone."""

    @property
    def description(self) -> str:
        """A few words for the user, with the name of a tone."""
        if self.kind is not Kind.TONED:
            return str(self.kind.value)
        a, b = self.tint
        name = tone_name(a, b)
        return f"{self.kind.value}, {name} (a* {a:+.0f}, b* {b:+.0f})"


def classify(photo: Photo) -> Picture:
    """Tell what kind of picture a photo is, from a small copy of it."""
    if photo.pixels.shape[2] == 1:
        return Picture(Kind.GRAY, (0.0, 0.0))
    height, width = photo.size
    scale = min(1.0, 4 * _SIDE / min(height, width))
    size = (max(1, round(height * scale)), max(1, round(width * scale)))
    return classify_pixels(in_eight_bits(sample(photo, Window.whole(photo.size), size)))


def classify_pixels(rgb: NDArray[np.uint8]) -> Picture:
    """Tell what kind of picture (H, W, 3) sRGB pixels are."""
    measures = measure(rgb)
    tint = (measures.tint_a, measures.tint_b)
    if measures.chroma < LEAST_CHROMA or measures.unexplained < LEAST_UNEXPLAINED:
        toned = np.hypot(*tint) >= LEAST_TINT
        return Picture(Kind.TONED if toned else Kind.GRAY, tint)
    scores = np.array(_WEIGHTS) @ np.append((measures.vector() - _MEANS) / _SPREADS, 1.0)
    return Picture(COLOR_KINDS[int(np.argmax(scores))], tint)


def require_colorless(photo: Photo) -> Picture:
    """Return what kind of picture a photo is.

    Raises:
        ImageError: If it is one whose colors would be replaced.
    """
    picture = classify(photo)
    if picture.kind not in COLORLESS:
        raise ImageError(photo.path or Path("picture"), ImageProblem.IN_COLOR, picture.description)
    return picture


def tone_name(a: float, b: float) -> str:
    """Return the name of the process whose prints have a tone of such a mean a and b."""
    hue = np.degrees(np.arctan2(b, a)) % 360
    for end, name in _TONE_NAMES:
        if hue < end:
            return name
    return _TONE_NAMES[0][1]


_TONE_NAMES = (
    (25, "selenium"),
    (110, "sepia"),
    (170, "green"),
    (290, "cyanotype"),
    (360, "selenium"),
)
"""Upper ends of hue in degrees. Selenium is purple-brown, sepia yellow-brown, cyanotype blue."""


@dataclass(frozen=True)
class Measures:
    """What pictures are told apart by."""

    chroma: float
    """Which one pixel in a hundred exceeds."""
    unexplained: float
    """How much of the color is no function of lightness."""
    tint_a: float
    tint_b: float
    """Mean a and b."""
    spread: float
    """Root mean square distance of ab from its mean."""
    near_tone: float
    """Share of pixels that have the color of their tone."""
    black: float
    """L that one pixel in a hundred falls below."""
    white: float
    """L that one pixel in a hundred exceeds."""
    detail: float
    """How much of the ab's small differences go with those of L: dyes laid by hand have none."""

    def vector(self) -> NDArray[np.float64]:
        """Return what the weights apply to, (8,)."""
        tint = float(np.hypot(self.tint_a, self.tint_b))
        return np.array(
            (
                np.log(max(self.unexplained, 0.1)),
                np.log(max(self.chroma, 1.0)),
                np.log(max(self.spread, 0.5)),
                tint / max(self.spread, 0.5),
                self.near_tone,
                self.black / 100,
                self.white / 100,
                self.detail,
            )
        )


def measure(rgb: NDArray[np.uint8]) -> Measures:
    """Return the measures of (H, W, 3) sRGB pixels."""
    lightness, a, b = _lab(shrunk(rgb, _SIDE))
    ab = np.stack((a, b), axis=-1)  # (h, w, 2)
    flat, mean = ab.reshape(-1, 2), ab.reshape(-1, 2).mean(axis=0)
    residual = _residuals(lightness.ravel(), flat)
    distance, chroma = _root_mean_square(residual), _root_mean_square(flat)
    return Measures(
        chroma=float(np.percentile(np.hypot(*flat.T), 99)),
        unexplained=float(distance / np.sqrt(max(chroma, 1e-6))),
        tint_a=float(mean[0]),
        tint_b=float(mean[1]),
        spread=_root_mean_square(flat - mean),
        near_tone=float((np.hypot(*residual.T) < _NEAR).mean()),
        black=float(np.percentile(lightness, 1)),
        white=float(np.percentile(lightness, 99)),
        detail=_detail(lightness, ab),
    )


def strongest_chroma(rgb: NDArray[np.uint8]) -> float:
    """Return the chroma that one pixel in a hundred exceeds, of (H, W, 3) sRGB pixels."""
    return measure(rgb).chroma


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
    return measure(rgb).unexplained


def shrunk(rgb: NDArray[np.uint8], short_side: int) -> NDArray[np.uint8]:
    """Return (H, W, 3) pixels with a short side of at most so many."""
    height, width, _ = rgb.shape
    scale = short_side / min(height, width)
    if scale >= 1:
        return rgb
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _residuals(lightness: NDArray[np.float32], ab: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return how far each ab is from the median of those as light as it, (N, 2)."""
    order = np.argsort(lightness, kind="stable")
    groups = np.array_split(ab[order], min(_TONES, len(ab)))
    return np.concatenate([group - np.median(group, axis=0) for group in groups])


def _detail(lightness: NDArray[np.float32], ab: NDArray[np.float32]) -> float:
    """Return the share of fine lightness that fine ab has, both without their slow changes."""
    fine = [
        plane - cv2.GaussianBlur(plane, (0, 0), 2) for plane in (lightness, *np.moveaxis(ab, 2, 0))
    ]
    light, *colors = (float(np.sqrt(np.square(plane).mean())) for plane in fine)
    return float(np.hypot(colors[0], colors[1]) / max(light, 0.5))


def _lab(rgb: Pixels) -> NDArray[np.float32]:
    """Return L, a and b, (3, H, W)."""
    planes: NDArray[np.float32] = rgb_to_lab(planes_from_pixels(rgb)).numpy()
    return planes


def _root_mean_square(vectors: NDArray[np.float32]) -> float:
    return float(np.sqrt(np.square(vectors).sum(axis=1).mean()))


LEAST_CHROMA = 6.0
"""Below it, the strongest chroma of a photo is a cast or noise."""
LEAST_UNEXPLAINED = 0.55
"""Below it, color follows lightness: the picture is toned."""
LEAST_TINT = 1.5
"""Mean chroma below which a picture without colors of its own is called gray."""
COLOR_KINDS = (Kind.FADED, Kind.TINTED, Kind.COLOR)
_MEANS = (0.652, 3.476, 2.267, 1.164, 0.551, 0.194, 0.895, 0.572)
_SPREADS = (0.459, 0.518, 0.554, 0.898, 0.214, 0.157, 0.093, 0.365)
_WEIGHTS = (
    (-1.078, 0.787, -0.253, -0.34, -0.764, 2.22, 0.331, 0.388, -0.312),
    (1.303, -0.998, 0.653, 0.638, 1.397, -0.321, -0.388, -1.373, -0.075),
    (-0.225, 0.211, -0.4, -0.297, -0.633, -1.9, 0.057, 0.985, 0.387),
)
"""Of the standardized measures and of one, a row for each of ``COLOR_KINDS``."""
