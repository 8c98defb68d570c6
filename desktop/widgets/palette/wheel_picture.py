"""The picture of all colors: gray in the middle, at the edge the strongest of each hue."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from desktop.platform.qimage import qimage_from_rgb, qimage_from_rgba
from engine.photo.one_color import are_shown, encoded, linear_rgb, strongest_colors

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from engine.photo.one_color import Ab

_SIDE = 96
"""Pixels; enlarged smoothly where it is shown."""
_VEIL_SIDE = 2 * _SIDE
"""Its edge is seen more sharply."""
_MIDDLE = 68.0
"""Lightness of gray in the middle: colors are seen best between light and dark."""
_VEIL = 190
"""Opacity over colors that a tone does not have, of 255."""


def ab_at(right: float, up: float) -> Ab:
    """Return the color at a place of the wheel, -1 to 1 from its middle; beyond, at its edge."""
    hue, share = math.atan2(up, right), min(1.0, math.hypot(right, up))
    chroma = share * float(strongest_colors().at(np.array(hue))[1])
    return chroma * math.cos(hue), chroma * math.sin(hue)


def place_of(ab: Ab) -> tuple[float, float]:
    """Return where on the wheel a color lies, to the right and up, -1 to 1 from its middle."""
    hue = math.atan2(ab[1], ab[0])
    share = min(1.0, math.hypot(*ab) / float(strongest_colors().at(np.array(hue))[1]))
    return share * math.cos(hue), share * math.sin(hue)


@lru_cache(maxsize=1)
def wheel_picture() -> QImage:
    """Return all hues around gray: red to the right, yellow up, green to the left, blue down.

    Each is as light as it has to be to be strong, whatever the lightness of the photo's place.
    """
    share, hue, chroma = _plane(_SIDE)
    best = strongest_colors().at(hue)[0]
    lightness = _MIDDLE + (best - _MIDDLE) * share
    linear = linear_rgb(lightness, chroma * np.cos(hue), chroma * np.sin(hue))
    return qimage_from_rgb(encoded(linear))


@lru_cache(maxsize=8)
def wheel_veil(lightness: int, ground: int) -> QImage:
    """Return what lies over the colors that a tone does not have.

    Args:
        lightness: L of the tone, 0 to 100.
        ground: Gray of the veil, 0 to 255.
    """
    _, hue, chroma = _plane(_VEIL_SIDE)
    is_there = are_shown(float(lightness), chroma * np.cos(hue), chroma * np.sin(hue))
    rgba = np.full((_VEIL_SIDE, _VEIL_SIDE, 4), ground, np.uint8)
    rgba[..., 3] = np.where(is_there, 0, _VEIL)
    return qimage_from_rgba(rgba)


@lru_cache(maxsize=2)
def _plane(side: int) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return distance from the middle, hue in radians, and chroma, of each pixel."""
    axis = (np.arange(side) + 0.5) * (2 / side) - 1
    right, up = np.meshgrid(axis, -axis)
    share, hue = np.minimum(1.0, np.hypot(right, up)), np.arctan2(up, right)
    return share, hue, share * strongest_colors().at(hue)[1]
