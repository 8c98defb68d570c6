"""What kind of picture is it: gray, toned, faded color, hand-tinted or ordinary color?

Pure functions of pixels, no network. Gray and toned pictures are there to be colored, however
yellow or stained their paper is; all others have colors that nobody should replace unasked. In
doubt a picture counts as one to be colored, and says so. The measures each have a meaning
(``picture_measures``); the weights and limits that part the kinds were chosen by
``python -m training.picture_kinds --fit`` on training photos and synthetic prints of them
(docs/lab/picture-kinds.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import FADED_COLOR, ImageError, ImageProblem
from engine.photo.photo import Window, in_eight_bits, sample
from engine.photo.picture_measures import measure, measure_without_patch, tint_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Photo
    from engine.photo.picture_measures import Measures

_SIDE = 192
"""Short side of the copy that is looked at, at most."""


class Kind(Enum):
    """What kind of picture; the value is for the user."""

    GRAY = "black and white"
    TONED = "toned black and white"
    FADED = FADED_COLOR
    TINTED = "hand-tinted"
    COLOR = "color"


COLORLESS = frozenset({Kind.GRAY, Kind.TONED})
"""Kinds that are there to be colored."""
CLASSES = (Kind.GRAY, Kind.FADED, Kind.TINTED, Kind.COLOR)
"""What the weights part; gray stands for toned too, which only the tint tells apart."""


@dataclass(frozen=True)
class Picture:
    """What was found."""

    kind: Kind
    tint: tuple[float, float]
    """Median a and b: of a toned picture, the color of its tone."""
    in_doubt: bool = False
    """Whether it may have colors of its own, though it counts as gray or toned."""

    @property
    def has_color(self) -> bool:
        """Whether there are colors that nobody should replace unasked."""
        return self.kind not in COLORLESS

    @property
    def description(self) -> str:
        """A few words for the user, with the name of a tone."""
        if self.kind is not Kind.TONED:
            return str(self.kind.value)
        a, b = self.tint
        name = tone_name(a, b)
        return f"{self.kind.value}, {name} (a* {a:+.0f}, b* {b:+.0f})"


@dataclass(frozen=True)
class Rule:
    """Softmax regression: how much speaks for each of ``CLASSES``."""

    means: NDArray[np.float64]
    """Of the measures' vectors, (N,)."""
    spreads: NDArray[np.float64]
    weights: NDArray[np.float64]
    """Of the standardized measures and of one, (classes, N + 1)."""

    def scores(self, measures: Measures) -> NDArray[np.float64]:
        """Return the logarithms of the classes' shares, but for a constant, (classes,)."""
        standardized = (measures.vector() - self.means) / self.spreads
        scores: NDArray[np.float64] = self.weights @ np.append(standardized, 1.0)
        return scores

    def evidence(self, measures: Measures) -> float:
        """Return how much speaks for colors of any kind, in log odds."""
        gray, *colors = self.scores(measures)
        return float(np.logaddexp.reduce(colors) - gray)


def classify(photo: Photo) -> Picture:
    """Tell what kind of picture a photo is, from a small copy of it."""
    if photo.pixels.shape[2] == 1:
        return Picture(Kind.GRAY, (0.0, 0.0))
    height, width = photo.size
    scale = min(1.0, _SIDE / min(height, width))
    size = (max(1, round(height * scale)), max(1, round(width * scale)))
    return classify_pixels(in_eight_bits(sample(photo, Window.whole(photo.size), size)))


def classify_pixels(rgb: NDArray[np.uint8]) -> Picture:
    """Tell what kind of picture (H, W, 3) sRGB pixels are."""
    measures, tint = measure(rgb), tint_of(rgb)
    may_have_color = measures.chroma >= LEAST_CHROMA and measures.off_tone_90 >= LEAST_OFF_TONE
    evidence = RULE.evidence(measures) if may_have_color else -np.inf
    is_patched = evidence > LEAST_EVIDENCE and _is_patched(rgb)
    if evidence > LEAST_EVIDENCE and not is_patched:
        return Picture(CLASSES[1 + int(np.argmax(RULE.scores(measures)[1:]))], tint)
    toned = np.hypot(*tint) >= LEAST_TINT
    return Picture(Kind.TONED if toned else Kind.GRAY, tint, evidence > LEAST_DOUBTFUL)


def _is_patched(rgb: NDArray[np.uint8]) -> bool:
    """Return whether what speaks for color is one patch of ink or a stain."""
    cleared = measure_without_patch(rgb)
    return cleared is not None and RULE.evidence(cleared) < MOST_BESIDE_PATCH


def require_colorless(photo: Photo) -> Picture:
    """Return what kind of picture a photo is.

    Raises:
        ImageError: If it is one whose colors would be replaced.
    """
    picture = classify(photo)
    if picture.has_color:
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


LEAST_CHROMA = 4.0
"""Below it, the strongest chroma of a picture is a cast or noise."""
LEAST_OFF_TONE = 1.0
"""Below it, nine pixels in ten have the color of their lightness, as in every plain toned print."""
LEAST_TINT = 1.5
"""Chroma of the median color below which a picture without colors of its own is called gray."""
LEAST_EVIDENCE = -0.2
"""Log odds above which a picture has colors of its own."""
LEAST_DOUBTFUL = -1.5
"""Log odds above which it may have some."""
MOST_BESIDE_PATCH = -3.0
"""Log odds below which a picture, but for one patch of one color, has none. It is in doubt then: an
umbrella of which somebody left the red looks alike."""
RULE = Rule(
    np.array(
        [
            -0.01,
            0.56,
            1.08,
            0.67,
            0.11,
            0.75,
            -0.36,
            0.2,
            -0.74,
            0.06,
            -0.05,
            -0.61,
            0.28,
            2.37,
            -0.38,
            0.17,
            2.42,
            1.11,
            2.92,
            4.41,
        ]
    ),
    np.array(
        [
            1.03,
            1.18,
            1.27,
            1.22,
            1.12,
            1.17,
            0.82,
            1.09,
            0.74,
            1.17,
            0.98,
            0.68,
            1.07,
            0.45,
            0.84,
            1.01,
            1.26,
            1.53,
            0.62,
            0.2,
        ]
    ),
    np.array(
        [
            [
                0.26,
                0.78,
                0.73,
                -0.75,
                -0.55,
                -0.48,
                -0.2,
                -0.76,
                -1.6,
                -1.13,
                -0.69,
                0.63,
                0.11,
                0.2,
                -0.72,
                0.41,
                0.18,
                -0.43,
                -0.35,
                -0.06,
                2.57,
            ],
            [
                -0.42,
                -0.52,
                -0.21,
                0.02,
                0.04,
                -0.15,
                0.04,
                -0.18,
                0.72,
                0.43,
                -0.2,
                -0.17,
                1.22,
                0.01,
                1.04,
                -0.38,
                0.81,
                0.96,
                1.56,
                0.48,
                -3.24,
            ],
            [
                -0.7,
                -0.07,
                0.12,
                0.46,
                0.32,
                0.17,
                -0.87,
                -0.32,
                0.02,
                0.52,
                0.36,
                0.79,
                -0.62,
                0.18,
                -0.74,
                0.23,
                0.21,
                -0.26,
                -0.46,
                -0.12,
                -0.17,
            ],
            [
                0.87,
                -0.2,
                -0.65,
                0.27,
                0.19,
                0.45,
                1.03,
                1.27,
                0.87,
                0.18,
                0.53,
                -1.25,
                -0.71,
                -0.4,
                0.42,
                -0.25,
                -1.2,
                -0.27,
                -0.74,
                -0.29,
                0.84,
            ],
        ]
    ),
)
