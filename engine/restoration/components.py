"""Likely pixels that touch, as components with a shape, and the features they are judged by."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.restoration.regions import group, label_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.photo import Size
    from engine.restoration.regions import Places

LIKELY = -2.5
"""Log odds that a pixel must have to be part of a component …"""
SURE = -1.0
"""… and that one of its pixels must have, unless it is long."""
_LONG = 40.0
"""Pixels."""
CARRIED = (
    *("z9", "z21", "z21_floor", "line", "lineness", "outlier"),
    *("tail", "contrast", "crowd", "neighbors", "tophat", "extreme"),
)
"""Measures of pixels whose mean over a component is kept."""
JUDGED = (
    *("area", "length", "width", "elongation", "bright", "peak_odds", "mean_odds"),
    *CARRIED,
    "unevenness",
    "alike",
)
"""Features of a component, by name: logarithms of pixels, and means over its pixels."""
_LEAST_SPREAD = 0.004
"""Of the tone along a component, of 0 to 1: dust is even, a twig is not."""
_ALIKE_REACH = 128
"""Pixels, the side of a square in which components of like size are counted."""


@dataclass(frozen=True, eq=False)
class Components:
    """Groups of touching pixels, in order of where they start in the picture."""

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


@dataclass(frozen=True, eq=False)
class LikelyPixels:
    """Pixels of one polarity that may be damage."""

    places: Places
    """Ascending."""
    log_odds: NDArray[np.float32]
    measures: NDArray[np.float32]
    """(pixels, len(CARRIED))"""
    bright: bool


def components_of(size: Size, parts: Sequence[LikelyPixels]) -> Components:
    """Group likely pixels of the same polarity that touch; each group needs one that is sure.

    Args:
        size: Of the picture.
        parts: Bright and dark ones.
    """
    joined = _joined(size, [_of_one_polarity(size, part) for part in parts])
    alike = _alike(joined)
    return Components(size, joined.places, joined.starts, np.column_stack((joined.features, alike)))


def _of_one_polarity(size: Size, part: LikelyPixels) -> Components:
    count, labels = label_places(part.places, size[1])
    odds = part.log_odds
    peak = np.full(count, -np.inf, np.float32)
    np.maximum.at(peak, labels, odds)
    means = [_mean(column, labels, count) for column in (odds, *part.measures.T)]
    tone = part.measures[:, CARRIED.index("extreme")]
    spread = np.sqrt(np.maximum(_mean(tone**2, labels, count) - means[-1] ** 2, 0))
    bright = np.full(count, part.bright, np.float32)
    shapes = _shapes(part.places, labels, count, size[1])
    features = np.column_stack((shapes, bright, peak, *means, np.log(spread + _LEAST_SPREAD)))
    features = features.astype(np.float32)
    good = (peak >= SURE) | (shapes[:, 1] >= np.log(_LONG))
    order, starts = group(labels, count)
    lengths = np.diff(starts)
    kept = np.repeat(good, lengths)
    return Components(size, part.places[order][kept], _starts(lengths[good]), features[good])


def _starts(lengths: NDArray[np.intp]) -> NDArray[np.intp]:
    return np.concatenate((np.zeros(1, np.intp), np.cumsum(lengths)))


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


def _alike(components: Components) -> NDArray[np.float32]:
    """Return the logarithm of how many components of half to double the area lie around each."""
    if not len(components):
        return np.zeros(0, np.float32)
    first = components.places[components.starts[:-1]]
    rows, columns = first // components.size[1], first % components.size[1]
    sizes = np.floor(components.feature("area") / np.log(4)).astype(int)
    cells = np.stack((rows // _ALIKE_REACH, columns // _ALIKE_REACH, sizes), axis=1)
    _, which, counts = np.unique(cells, axis=0, return_inverse=True, return_counts=True)
    return np.log(counts[which.ravel()]).astype(np.float32)


def _joined(size: Size, parts: Sequence[Components]) -> Components:
    places = np.concatenate([part.places for part in parts])
    lengths = np.concatenate([np.diff(part.starts) for part in parts])
    features = np.concatenate([part.features for part in parts])
    starts = _starts(lengths)
    order = np.argsort(places[starts[:-1]], kind="stable") if len(lengths) else lengths
    pieces = [places[starts[k] : starts[k + 1]] for k in order]
    return Components(
        size, np.concatenate([places[:0], *pieces]), _starts(lengths[order]), features[order]
    )
