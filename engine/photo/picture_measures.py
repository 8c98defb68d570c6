"""How a picture's colors lie: what kinds of pictures are told apart by.

Pure functions of pixels, no network. A print that never had colors has one color for each
lightness, its tone, which may change slowly over the paper where it yellowed or the light drifted.
What is left when both are taken away is small, or lies in few places, as stains and stamps do; in
a color photo it is everywhere, and changes where lightness does.

Only the inside of the picture is looked at, since frames, tables, album pages, stamps and captions
lie at the edge, and only percentiles are taken of it, so that what is in few places counts little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from engine.opencv import cv2
from engine.photo.color import planes_from_pixels, rgb_to_lab
from engine.photo.picture_patch import without_patch
from engine.photo.picture_tone import tone_and_field, tone_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Pixels
    from engine.photo.picture_tone import Floats

_SIDE = 64
"""Small enough that JPEG's coarse chroma, film grain and noise have averaged out."""
_COARSE_SIDE = 48
_MARGIN = 0.15
"""Of height and width, at each edge, that is left out."""
_TONES = 24
_FIELD_CELLS = 6
"""Along each side: how quickly paper and light may change their color."""
_CELLS = 8
"""Along each side: how small the parts are in which color is compared with lightness."""
_LEAST_CONTRAST = 2.0
"""Standard deviation of L below which a part says little about how color follows lightness."""
_LEAST = 0.3
"""In Lab: smaller measures are rounding and noise."""


class Measures(NamedTuple):
    """Distances in the ab plane, unless said otherwise; L, a and b as in CIE Lab."""

    off_tone_50: float
    """How far half of the pixels are from their tone, and so on."""
    off_tone_75: float
    off_tone_90: float
    redder: float
    """How much redder than its tone one pixel in 33 is."""
    bluer: float
    """How much bluer than its tone one pixel in seven is."""
    bluer_here: float
    """How much bluer than its surroundings one pixel in 33 is."""
    locally_free: float
    """Color that is no linear function of lightness, in all but a quarter of the parts."""
    locally_otherwise: float
    """How far colors follow lightness in another way than elsewhere, in a tenth of the parts."""
    field_minor: float
    """Slow change of color over the picture, in the direction of least change, and of most."""
    field_major: float
    color_edges: float
    """Steepness of color without tone and slow change where lightness is steep, a pixel."""
    color_flats: float
    """The same where lightness is flat."""
    tone_edges: float
    """Steepness of color as it is where lightness is steep."""
    edges: float
    """Steepness of L where it is steep."""
    rest_minor: float
    """Color without tone and slow change, in the direction of least change, and of most."""
    rest_major: float
    chroma: float
    """Which one pixel in a hundred exceeds."""
    tint: float
    """Chroma of the median color."""
    black: float
    """L that one pixel in a hundred falls below, plus 5."""
    white: float
    """L that one pixel in a hundred exceeds."""

    def vector(self) -> NDArray[np.float64]:
        """Return what weights apply to: the logarithms, (20,)."""
        return np.log(np.maximum(self, _LEAST))


def measure(rgb: NDArray[np.uint8]) -> Measures:
    """Return the measures of (H, W, 3) sRGB pixels."""
    return _measure(*_inside(rgb))


def measure_without_patch(rgb: NDArray[np.uint8]) -> Measures | None:
    """Return the measures of (H, W, 3) sRGB pixels as if a patch of ink or a stain were not there.

    None if there is none.
    """
    lightness, ab = _inside(rgb)
    cleared = without_patch(lightness, ab)
    return None if cleared is None else _measure(lightness, cleared)


def _measure(lightness: Floats, ab: Floats) -> Measures:
    tone, cells, field = tone_and_field(lightness, ab, levels=_TONES, cells=_FIELD_CELLS)
    off_tone = ab - tone_of(lightness, ab, _TONES)
    rest = ab - tone - field
    away = off_tone - np.median(off_tone, axis=(0, 1))
    distance = np.hypot(off_tone[..., 0], off_tone[..., 1])
    free, slopes = _local_fits(lightness, ab)
    steep = _steepness(lightness)
    strong, weak = steep >= np.percentile(steep, 75), steep <= np.percentile(steep, 50)
    rest_steep = np.hypot(*(_steepness(rest[..., k]) for k in range(2)))
    whole_steep = np.hypot(*(_steepness(ab[..., k]) for k in range(2)))
    rest_minor, rest_major = _along_axes(rest)
    field_minor, field_major = _axes_deviations(cells)
    black, white = np.percentile(lightness, (1, 99))
    off_tone_50, off_tone_75, off_tone_90 = np.percentile(distance, (50, 75, 90))
    return Measures(
        off_tone_50=float(off_tone_50),
        off_tone_75=float(off_tone_75),
        off_tone_90=float(off_tone_90),
        redder=float(np.percentile(away[..., 0], 97)),
        bluer=-float(np.percentile(away[..., 1], 15)),
        bluer_here=-float(np.percentile(rest[..., 1] - np.median(rest[..., 1]), 3)),
        locally_free=float(np.percentile(free, 25)),
        locally_otherwise=float(np.percentile(slopes, 90)),
        field_minor=field_minor,
        field_major=field_major,
        color_edges=float(np.median(rest_steep[strong])),
        color_flats=float(np.median(rest_steep[weak])),
        tone_edges=float(np.median(whole_steep[strong])),
        edges=float(np.median(steep[strong])),
        rest_minor=rest_minor,
        rest_major=rest_major,
        chroma=float(np.percentile(np.hypot(ab[..., 0], ab[..., 1]), 99)),
        tint=float(np.hypot(*np.median(ab, axis=(0, 1)))),
        black=float(black) + 5,
        white=float(white),
    )


def tint_of(rgb: NDArray[np.uint8]) -> tuple[float, float]:
    """Return the median a and b of the inside of (H, W, 3) sRGB pixels."""
    a, b = np.median(_inside(rgb)[1], axis=(0, 1))
    return float(a), float(b)


def strongest_chroma(rgb: NDArray[np.uint8]) -> float:
    """Return the chroma that one pixel in a hundred exceeds, of (H, W, 3) sRGB pixels."""
    _, a, b = _lab(shrunk(rgb, _COARSE_SIDE))
    return float(np.percentile(np.hypot(a, b), 99))


def unexplained_color(rgb: NDArray[np.uint8]) -> float:
    """Return how much of the color is no function of lightness: near 0 if toned, mostly above 2.

    A toned photo, sepia, cyanotype or in two tones, has one color for each lightness. So pixels
    are sorted by lightness into ``_TONES`` equal groups, and r is the root mean square distance
    of their ab from the median of the group. In weak colors r alone would be mostly noise, in
    strong ones it grows with clipping and stains; the measure is the geometric mean of r and of
    r over the mean chroma, which parts toned photos from others better than either.

    It is of the whole picture, with its border and stains: good for choosing training photos,
    where refusing one too many does no harm.

    Args:
        rgb: (H, W, 3) sRGB pixels.
    """
    lightness, a, b = _lab(shrunk(rgb, _COARSE_SIDE))
    flat = np.stack((a, b), axis=-1).reshape(-1, 2)
    order = np.argsort(lightness.ravel(), kind="stable")
    groups = np.array_split(flat[order], min(_TONES, len(flat)))
    residual = np.concatenate([group - np.median(group, axis=0) for group in groups])
    distance, chroma = (float(np.sqrt(np.square(v).sum(axis=1).mean())) for v in (residual, flat))
    return distance / float(np.sqrt(max(chroma, 1e-6)))


def shrunk(rgb: NDArray[np.uint8], short_side: int) -> NDArray[np.uint8]:
    """Return (H, W, 3) pixels with a short side of at most so many."""
    height, width, _ = rgb.shape
    scale = short_side / min(height, width)
    if scale >= 1:
        return rgb
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return np.asarray(cv2.resize(rgb, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)


def _inside(rgb: NDArray[np.uint8]) -> tuple[Floats, Floats]:
    """Return L, (h, w), and ab, (h, w, 2), of a small copy without its edges."""
    small = shrunk(rgb, _SIDE)
    height, width, _ = small.shape
    top, left = round(height * _MARGIN), round(width * _MARGIN)
    lightness, a, b = _lab(small[top : height - top, left : width - left])
    return lightness, np.stack((a, b), axis=-1)


def _local_fits(lightness: Floats, ab: Floats) -> tuple[Floats, Floats]:
    """Fit color as a linear function of lightness in each part of the picture.

    Returns:
        What is left, root mean square, and how far the slope is from that of most parts, times
        the part's contrast; (n, n) both.
    """
    mean_l, mean_ab = _part_means(lightness), _part_means(ab)
    variance = np.maximum(_part_means(np.square(lightness)) - np.square(mean_l), 0)[..., None]
    both = _part_means(lightness[..., None] * ab) - mean_l[..., None] * mean_ab
    spread = np.maximum(_part_means(np.square(ab)) - np.square(mean_ab), 0)
    slope = both / (variance + _LEAST_CONTRAST**2)
    left = np.maximum(spread - 2 * slope * both + np.square(slope) * variance, 0)
    other = (slope - np.median(slope, axis=(0, 1))) * np.sqrt(variance)
    return np.sqrt(left.sum(axis=-1)), np.hypot(other[..., 0], other[..., 1])


def _part_means(plane: Floats) -> Floats:
    size = (_CELLS, _CELLS)
    return np.asarray(
        cv2.resize(np.ascontiguousarray(plane), size, interpolation=cv2.INTER_AREA), np.float32
    )


def _steepness(plane: Floats) -> Floats:
    """Return the length of the gradient, a pixel, (h, w)."""
    plane = np.ascontiguousarray(plane)
    x, y = (cv2.Sobel(plane, cv2.CV_32F, *d, ksize=3, scale=1 / 8) for d in ((1, 0), (0, 1)))
    return np.asarray(np.hypot(x, y), np.float32)


def _along_axes(ab: Floats) -> tuple[float, float]:
    """Return what a quarter of the pixels exceed along the minor and the major axis."""
    flat = ab.reshape(-1, 2)
    _, axes = np.linalg.eigh(_covariance(flat))
    minor, major = np.percentile(np.abs(flat @ axes), 75, axis=0)
    return float(minor), float(major)


def _axes_deviations(ab: Floats) -> tuple[float, float]:
    """Return the standard deviations along the minor and the major axis."""
    minor, major = np.sqrt(np.maximum(np.linalg.eigvalsh(_covariance(ab.reshape(-1, 2))), 0))
    return float(minor), float(major)


def _covariance(flat: Floats) -> NDArray[np.float64]:
    return np.zeros((2, 2)) if len(flat) < 2 else np.cov(flat.T)


def _lab(rgb: Pixels) -> Floats:
    """Return L, a and b, (3, H, W)."""
    planes: Floats = rgb_to_lab(planes_from_pixels(rgb)).numpy()
    return planes
