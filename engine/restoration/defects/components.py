"""Likely pixels that touch, as components with a shape, and the features they are judged by."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.restoration.defects.regions import group, label_places

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Size
    from engine.photo.turns import Turning
    from engine.restoration.defects.regions import Places

LIKELY = 0.0
"""Log odds that a pixel must have to be part of a component."""
CARRIED = ("difference 20", "difference 40", "scale")
"""Planes that the network is shown whose mean over a component is kept."""
JUDGED = (
    *("area", "length", "width", "elongation", "bright", "peak_odds", "mean_odds"),
    *("z20", "z40", "scale", "unevenness", "alike"),
)
"""Features of a component, by name: logarithms of pixels, and means over its pixels; differences to
the surroundings count up if it is brighter, and down if it is darker."""
_LEAST_SPREAD = 0.008
"""Of the tone along a component, of −1 to 1: dust is even, a twig is not."""
_ALIKE_REACH = 128
"""Pixels, the side of a square in which components of like size are counted."""


@dataclass(frozen=True, eq=False)
class Components:
    """Groups of touching pixels, in order of where they start in the picture as it was read."""

    size: Size
    places: Places
    """Pixels of all components, one component after the other."""
    starts: NDArray[np.intp]
    """Where each component's pixels start in ``places``, with the end."""
    features: NDArray[np.float32]
    """(components, len(JUDGED))"""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def feature(self, name: str) -> NDArray[np.float32]:
        """Return one feature of all components, by its name."""
        return self.features[:, JUDGED.index(name)]

    def members(self, chosen: NDArray[np.bool_]) -> Places:
        """Return the pixels of some components, ascending, each once."""
        return np.unique(self.places[np.repeat(chosen, np.diff(self.starts))])

    def pixels(self, index: int) -> Places:
        """Return the pixels of one component."""
        return self.places[self.starts[index] : self.starts[index + 1]]

    def turned(self, turning: Turning) -> Components:
        """Return the same in the turned picture: no feature depends on how it lies."""
        return replace(self, size=turning.turned_size, places=turning.places(self.places))


@dataclass(frozen=True, eq=False)
class LikelyPixels:
    """Pixels that may be damage."""

    places: Places
    """Ascending."""
    log_odds: NDArray[np.float32]
    gray: NDArray[np.float32]
    """−1 to 1"""
    differences: NDArray[np.float32]
    """(pixels, 3), the planes :data:`CARRIED`."""


def components_of(size: Size, pixels: LikelyPixels) -> Components:
    """Group likely pixels that touch, and measure the groups.

    Args:
        size: Of the picture.
        pixels: From all of it.
    """
    count, labels = label_places(pixels.places, size[1])
    peak = np.full(count, -np.inf, np.float32)
    np.maximum.at(peak, labels, pixels.log_odds)
    means = np.column_stack([_mean(of, labels, count) for of in pixels.differences.T])
    sign = np.where(means[:, :1] >= 0, 1, -1)
    spread = _mean(pixels.gray**2, labels, count) - _mean(pixels.gray, labels, count) ** 2
    shapes = _shapes(pixels.places, labels, count, size[1])
    order, starts = group(labels, count)
    places = pixels.places[order]
    features = (
        shapes,
        sign > 0,
        peak,
        _mean(pixels.log_odds, labels, count),
        means[:, :-1] * sign,
        means[:, -1],
        np.log(np.sqrt(np.maximum(spread, 0)) + _LEAST_SPREAD),
        _alike(places[starts[:-1]], shapes[:, 0], size[1]),
    )
    return Components(size, places, starts, np.column_stack(features).astype(np.float32))


def _mean(
    of: NDArray[np.floating | np.integer], labels: NDArray[np.int32], count: int
) -> NDArray[np.float64]:
    return np.bincount(labels, of, minlength=count) / _sizes(labels, count)


def _sizes(labels: NDArray[np.int32], count: int) -> NDArray[np.float64]:
    return np.maximum(np.bincount(labels, minlength=count), 1).astype(np.float64)


def _shapes(
    places: Places, labels: NDArray[np.int32], count: int, width: int
) -> NDArray[np.float64]:
    """Return logarithms of area, length, width and elongation, by the moments of the pixels."""
    y, x = places // width, places % width
    dy = y - _mean(y, labels, count)[labels]
    dx = x - _mean(x, labels, count)[labels]
    yy, xx = (_mean(side * side, labels, count) + 1 / 12 for side in (dy, dx))
    yx = _mean(dy * dx, labels, count)
    root = np.sqrt(((yy - xx) / 2) ** 2 + yx**2)
    major, minor = (yy + xx) / 2 + root, np.maximum((yy + xx) / 2 - root, 1 / 12)
    area, length = _sizes(labels, count), np.sqrt(12 * major)
    shapes = np.stack((area, length, area / length, major / minor), axis=1)
    return np.asarray(np.log(shapes), np.float64)


def _alike(first: Places, areas: NDArray[np.float64], width: int) -> NDArray[np.float64]:
    """Return the logarithm of how many components of half to double the area lie around each.

    Args:
        first: A pixel of each component.
        areas: Logarithms.
        width: Of the picture.
    """
    sizes = np.floor(areas / np.log(4)).astype(int)
    cells = np.stack((first // width // _ALIKE_REACH, first % width // _ALIKE_REACH, sizes), axis=1)
    _, which, counts = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    return np.asarray(np.log(counts[which.ravel()]), np.float64)
