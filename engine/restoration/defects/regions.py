"""Connected regions of few pixels in a large picture, without a map of the whole picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Places = NDArray[np.int64]
    """Pixels as row × width + column, ascending, each once."""


def label_places(places: Places, width: int) -> tuple[int, NDArray[np.int32]]:
    """Return how many regions pixels make up that touch, also by corners, and each one's region.

    Args:
        places: Ascending, each once.
        width: Of the picture.
    """
    count = len(places)
    columns = places % width
    pairs = [
        _neighbors(places, 1, columns < width - 1),
        _neighbors(places, width, columns >= 0),
        _neighbors(places, width + 1, columns < width - 1),
        _neighbors(places, width - 1, columns > 0),
    ]
    one = np.concatenate([pair[0] for pair in pairs])
    other = np.concatenate([pair[1] for pair in pairs])
    graph = coo_array((np.ones(len(one), np.int8), (one, other)), shape=(count, count))
    regions, labels = connected_components(graph.tocsr(), directed=False)
    return int(regions), labels.astype(np.int32, copy=False)


def places_of(mask: NDArray[np.bool_]) -> Places:
    """Return the pixels of a mask, (H, W)."""
    return np.flatnonzero(mask).astype(np.int64, copy=False)


def group(labels: NDArray[np.int32], regions: int) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return an order of pixels by region, and where in it each region starts, with the end."""
    order = np.argsort(labels, kind="stable")
    starts = np.searchsorted(labels[order], np.arange(regions + 1))
    return order, starts


def _neighbors(
    places: Places, step: int, allowed: NDArray[np.bool_]
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return indices of pixels, and of those that lie ``step`` further, if there are any."""
    one = np.flatnonzero(allowed)
    wanted = places[one] + step
    found = np.minimum(np.searchsorted(places, wanted), len(places) - 1)
    there = places[found] == wanted if len(places) else np.zeros(0, bool)
    return one[there], found[there]
