"""Strokes of a brush as pixels: what a person marked as damaged, and what is to be kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.recipe.stroke import LARGEST, Stroke

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from engine.photo.photo import Size, Window

    Mask = NDArray[np.bool_]

_FRACTION_BITS = 4
"""Binary places of coordinates that OpenCV is given."""
_AROUND = 4.0
"""Pixels around what is protected: as far as the mask would be grown, and its fill fade out."""
_PIECE = 8.0
"""Pixels from one point to the next of a stroke along a finding, which may be bent."""
_DRAWN_LARGER = 0.35
"""Pixels by which the disks that it draws are larger than asked for, by their area."""


def paint(damaged: Mask, strokes: Iterable[Stroke]) -> tuple[Mask, Mask]:
    """Lay strokes over what was found, in their order.

    Args:
        damaged: (H, W), what counts as damage without them; not written to.
        strokes: Later ones lie over earlier ones.

    Returns:
        (H, W), what counts as damage, and (H, W), what a person protects, which no growth of the
        damage may reach.
    """
    marked, protected = damaged.copy(), np.zeros_like(damaged)
    for stroke in strokes:
        rows, columns, touched = painted(stroke, damaged.shape)
        marked[rows, columns][touched] = not stroke.keeps
        protected[rows, columns][touched] = stroke.keeps
    return marked, protected


def protecting(window: Window, size: Size) -> Stroke:
    """Return a stroke that keeps what lies in a window: along its longer side, wide enough.

    Args:
        window: Of the photo, in pixels.
        size: Of the photo.
    """
    down, across = (window.height - 1) / 2, (window.width - 1) / 2
    row, column = window.top + down + 0.5, window.left + across + 0.5
    radius = min(down, across) + _AROUND
    along = max(down, across) - min(down, across)
    ends = [(row, column)]
    if along > 0:
        step = (along, 0.0) if down > across else (0.0, along)
        ends = [(row + sign * step[0], column + sign * step[1]) for sign in (-1, 1)]
    points = tuple((_share(row, size[0]), _share(column, size[1])) for row, column in ends)
    return Stroke(points, min(LARGEST, radius / min(size)), keeps=True)


def marking(pixels: NDArray[np.int64], size: Size) -> Stroke:
    """Return a stroke that marks pixels as damaged: along what they are longest, wide enough.

    Args:
        pixels: (N, 2), row and column of each; N is at least 1.
        size: Of the photo.
    """
    places = pixels.astype(np.float64) + 0.5
    spread = places - places.mean(axis=0)
    along = np.linalg.eigh(spread.T @ spread)[1][:, -1]  # (2,), of the largest eigenvalue
    ways = spread @ along
    count = max(1, round(np.ptp(ways) / _PIECE))
    share = (ways - ways.min()) / max(np.ptp(ways), 1e-9)
    _, piece = np.unique(np.minimum((share * count).astype(int), count - 1), return_inverse=True)
    sums = np.stack([np.bincount(piece, places[:, axis]) for axis in (0, 1)], axis=1)
    middles = sums / np.bincount(piece)[:, None]
    way = np.stack((places[ways.argmin()], *middles, places[ways.argmax()]))
    beside = np.minimum(
        _distance(places, way[piece], way[piece + 1]),
        _distance(places, way[piece + 1], way[piece + 2]),
    ).max()
    points = tuple((_share(row, size[0]), _share(column, size[1])) for row, column in way)
    return Stroke(points, min(LARGEST, (float(beside) + 1) / min(size)))


def covers(stroke: Stroke, window: Window, size: Size) -> bool:
    """Whether a stroke lies over the middle of a window.

    Args:
        stroke: Any.
        window: Of the photo, in pixels.
        size: Of the photo.
    """
    places = np.array(stroke.points) * size
    middle = np.array((window.top + window.height / 2, window.left + window.width / 2))
    starts = np.concatenate((places[:1], places[:-1]))
    return bool(_distance(middle, starts, places).min() <= stroke.radius * min(size))


def painted(stroke: Stroke, size: Size) -> tuple[slice, slice, Mask]:
    """Return the window of the photo around a stroke, and which of its pixels it covers.

    Args:
        stroke: Any.
        size: Of the photo.
    """
    places = np.array(stroke.points) * size - 0.5  # the middle of the first pixel is at 0
    radius = max(0.5, stroke.radius * min(size))
    low = np.maximum(np.floor(places.min(axis=0) - radius - 1), 0).astype(int)
    high = np.minimum(np.ceil(places.max(axis=0) + radius + 2), size).astype(int)
    rows, columns = slice(int(low[0]), int(high[0])), slice(int(low[1]), int(high[1]))
    covered = np.zeros(tuple(high - low), np.uint8)
    scaled = np.rint((places - low)[:, ::-1] * (1 << _FRACTION_BITS)).astype(np.int32)
    radius -= _DRAWN_LARGER
    thickness = max(1, round(2 * radius))
    if len(scaled) > 1:
        cv2.polylines(
            covered, [scaled], isClosed=False, color=1, thickness=thickness, shift=_FRACTION_BITS
        )
    ball = round(max(0, radius) * (1 << _FRACTION_BITS))
    for point in (scaled[0], scaled[-1]):
        middle = (int(point[0]), int(point[1]))
        cv2.circle(covered, middle, ball, 1, cv2.FILLED, cv2.LINE_8, _FRACTION_BITS)
    under_hand = np.clip(np.floor(places + 0.5).astype(int), 0, np.array(size) - 1) - low
    covered[under_hand[:, 0], under_hand[:, 1]] = 1  # however small the brush
    return rows, columns, covered > 0


def _distance(
    points: NDArray[np.float64], starts: NDArray[np.float64], ends: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return (N,), how far points lie from straight lines, each from a start to an end: (N, 2)."""
    along = ends - starts
    lengths = np.maximum((along**2).sum(axis=1), 1e-9)
    share = np.clip(((points - starts) * along).sum(axis=1) / lengths, 0, 1)[:, None]
    beside = starts + share * along - points
    distance: NDArray[np.float64] = np.sqrt((beside**2).sum(axis=1))
    return distance


def _share(place: float, side: int) -> float:
    return min(1.0, max(0.0, place / side))
