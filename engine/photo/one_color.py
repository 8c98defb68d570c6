"""One color at a time, without torch: for names, swatches and what is typed.

For planes of pixels see :mod:`engine.photo.color`, whose constants these are.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Values = NDArray[np.float64]
    """Of any shape."""

Rgb = tuple[int, int, int]
"""sRGB, 0 to 255 each."""
Ab = tuple[float, float]
"""a and b of CIE Lab."""

DELTA = 6 / 29
"""Where Lab's cube root meets its straight line."""
WHITE_X, WHITE_Z = 0.95047, 1.08883
XYZ_FROM_RGB = (
    (0.412453, 0.357580, 0.180423),
    (0.212671, 0.715160, 0.072169),
    (0.019334, 0.119193, 0.950227),
)
_WHITE = np.array((WHITE_X, 1.0, WHITE_Z))
_WHITE_FREE_FROM_RGB = np.array(XYZ_FROM_RGB) / _WHITE[:, None]
_RGB_FROM_WHITE_FREE = np.linalg.inv(np.array(XYZ_FROM_RGB)) * _WHITE
_RING = 24
"""How many of the strongest colors there are for each side of the RGB cube's ring."""
_ROUNDING = 1e-4
_HALVINGS = 12
"""How exactly the edge of the gamut is found: to a four-thousandth of the chroma."""


@dataclass(frozen=True)
class Strongest:
    """The strongest colors that sRGB has, one for each hue."""

    hue: Values
    """In radians, rising, beyond a whole turn at both ends."""
    lightness: Values
    chroma: Values

    def at(self, hue: Values) -> tuple[Values, Values]:
        """Return lightness and chroma at hues in radians, -pi to pi."""
        return (
            np.interp(hue, self.hue, self.lightness),
            np.interp(hue, self.hue, self.chroma),
        )


def lab_from_rgb(rgb: Rgb) -> tuple[float, Ab]:
    """Return L, 0 to 100, and ab of an sRGB color."""
    share = np.array(rgb, float) / 255
    linear = np.where(share > 0.04045, ((share + 0.055) / 1.055) ** 2.4, share / 12.92)
    X, Y, Z = (_lab_curve(float(value)) for value in _WHITE_FREE_FROM_RGB @ linear)
    return 116 * Y - 16, (500 * (X - Y), 200 * (Y - Z))


def rgb_from_lab(lightness: float, ab: Ab) -> Rgb:
    """Return how a color looks at a lightness; what sRGB cannot show loses chroma."""
    linear, gray = _linear(lightness, ab), _luminance(lightness)
    share = 1.0  # toward gray at the same luminance, as for photos
    for value in linear - gray:
        if gray + value > 1:
            share = min(share, (1 - gray) / value)
        elif gray + value < 0:
            share = min(share, -gray / value)
    red, green, blue = encoded(gray + share * (linear - gray)).tolist()
    return red, green, blue


def is_shown(lightness: float, ab: Ab) -> bool:
    """Whether sRGB has a color at a lightness."""
    linear = _linear(lightness, ab)
    return bool(linear.min() >= -_ROUNDING and linear.max() <= 1 + _ROUNDING)


def nearest_shown(lightness: float, ab: Ab) -> Ab:
    """Return a color, or the strongest of its hue that sRGB has at a lightness."""
    if is_shown(lightness, ab):
        return ab
    inside, outside = 0.0, 1.0
    for _ in range(_HALVINGS):
        share = (inside + outside) / 2
        if is_shown(lightness, (ab[0] * share, ab[1] * share)):
            inside = share
        else:
            outside = share
    return ab[0] * inside, ab[1] * inside


def tinted(lightness: float, ab: Ab) -> Ab:
    """Return a color that sRGB has at a lightness, as paint has it: mixed with white, or in shade.

    Lab's own lines toward gray turn a strong blue purple on their way to light.
    """
    if is_shown(lightness, ab):
        return ab
    hue, wanted = math.atan2(ab[1], ab[0]), chroma(ab)
    best, most = (float(each) for each in strongest_colors().at(np.array(hue)))
    share = min(1.0, wanted / most)
    pure = _linear(best, (ab[0] / wanted * share * most, ab[1] / wanted * share * most)).clip(0, 1)
    luminance = float(np.dot(XYZ_FROM_RGB[1], pure))
    target = _luminance(lightness)
    if target > luminance:
        mixed = pure + (1 - pure) * (target - luminance) / (1 - luminance)
    else:
        mixed = pure * target / luminance
    red, green, blue = encoded(mixed).tolist()
    return lab_from_rgb((red, green, blue))[1]


def chroma(ab: Ab) -> float:
    """Return how far a color is from gray."""
    return math.hypot(*ab)


@lru_cache(maxsize=1)
def strongest_colors() -> Strongest:
    """Return the strongest color of each hue: the edges of the RGB cube away from the gray axis."""
    way = np.linspace(0, 1, _RING, endpoint=False)
    zero, one = np.zeros(_RING), np.ones(_RING)
    sides = (
        (one, way, zero),
        (1 - way, one, zero),
        (zero, one, way),
        (zero, 1 - way, one),
        (way, zero, one),
        (one, zero, 1 - way),
    )
    lab = [
        lab_from_rgb((round(red * 255), round(green * 255), round(blue * 255)))
        for side in sides
        for red, green, blue in zip(*side, strict=True)
    ]
    hues = np.array([math.atan2(b, a) for _, (a, b) in lab])
    order = np.argsort(hues)
    lightness = np.array([each for each, _ in lab])[order]
    chromas = np.array([chroma(ab) for _, ab in lab])[order]
    turn = 2 * math.pi
    around = np.concatenate((hues[order] - turn, hues[order], hues[order] + turn))
    return Strongest(around, np.tile(lightness, 3), np.tile(chromas, 3))


def are_shown(lightness: float, a: Values, b: Values) -> NDArray[np.bool_]:
    """Return which of many colors sRGB has at a lightness."""
    linear = linear_rgb(np.full_like(a, lightness), a, b)
    low, high = linear.min(axis=-1), linear.max(axis=-1)
    inside: NDArray[np.bool_] = (low >= -_ROUNDING) & (high <= 1 + _ROUNDING)
    return inside


def linear_rgb(lightness: Values, a: Values, b: Values) -> Values:
    """Return linear RGB, (..., 3), of Lab; outside [0, 1] where sRGB has no such color."""
    Y = (lightness + 16) / 116
    curve = np.stack((Y + a / 500, Y, Y - b / 200), axis=-1)
    free = np.where(curve > DELTA, curve**3, 3 * DELTA**2 * (curve - 4 / 29))
    linear: Values = free @ _RGB_FROM_WHITE_FREE.T
    return linear


def encoded(linear: Values) -> NDArray[np.uint8]:
    """Return gamma-encoded sRGB, 0 to 255, of linear light, which is clipped to [0, 1]."""
    inside = linear.clip(0, 1)
    share = np.where(inside > 0.0031308, 1.055 * inside ** (1 / 2.4) - 0.055, inside * 12.92)
    values: NDArray[np.uint8] = np.rint(share * 255).astype(np.uint8)
    return values


def _linear(lightness: float, ab: Ab) -> Values:
    return linear_rgb(np.array(lightness), np.array(ab[0]), np.array(ab[1]))


def _luminance(lightness: float) -> float:
    return min(1.0, max(0.0, _inverse_lab_curve((lightness + 16) / 116)))


def _lab_curve(value: float) -> float:
    return value ** (1 / 3) if value > DELTA**3 else value / (3 * DELTA**2) + 4 / 29


def _inverse_lab_curve(value: float) -> float:
    return value**3 if value > DELTA else 3 * DELTA**2 * (value - 4 / 29)
