"""How one photo lies in another of the same scene: moved, turned, cropped or mirrored a little."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.album.page import Plane, Points, Sketch

    Places = NDArray[np.float64]
    Mask = NDArray[np.bool_]

LEAST_MARKS = 10
"""So many marks must agree before two photos show the same."""
_RATIO = 0.85
"""A mark is found again if no other is nearly as alike (Lowe, 2004)."""
_NEAR = 3.0
"""Pixels that a mark may be off."""
_SCALES = (0.4, 2.5)
_SCENE = 0.2
"""Frames of one scene agree over so much of the smaller of both; else they share a thing only."""
_BLUR = 1.5
_DEGREE = 3
"""Of the curve that tells how one frame was exposed and printed against the other."""
_GRAIN = 2.0
"""In L: less than this is no difference."""


@dataclass(frozen=True, eq=False)
class Alignment:
    """Where the places of one photo are in another, in pixels of the network."""

    matrix: Places
    """(2, 3), from column and row of the one to those of the other."""
    agreeing: Places
    """(N, 2), columns and rows of the marks of the one that say so."""
    share: float
    """Of the smaller photo, how much lies between the marks that agree; 0 to 1."""

    @property
    def is_same_scene(self) -> bool:
        """Whether both are near-identical frames, rather than photos that share a thing."""
        return self.share >= _SCENE

    def place(self, row: float, column: float) -> tuple[float, float]:
        """Return row and column in the other photo, perhaps outside it."""
        x, y = self.matrix @ (column, row, 1.0)
        return float(y), float(x)


def align(
    source: Sketch, target: Sketch, within: Mask | None = None, least: int = LEAST_MARKS
) -> Alignment | None:
    """Return how one photo lies in another, which may be mirrored; None if nothing is the same.

    Args:
        source: The one.
        target: The other.
        within: (h, w), the part of the one that is looked for; all of it by default.
        least: How many marks must agree.
    """
    marks = source.points if within is None else source.points.within(within)
    width = target.lightness.shape[1]
    behind = np.array([[-1.0, 0.0, width - 1.0], [0.0, 1.0, 0.0]])
    fits = [
        _fitted(marks, target.points, least),
        _mirrored(behind, _fitted(marks, target.mirrored, least)),
    ]
    found = max((fit for fit in fits if fit is not None), key=lambda fit: len(fit[1]), default=None)
    if found is None:
        return None
    matrix, agreeing = found
    hull = cv2.contourArea(cv2.convexHull(agreeing.astype(np.float32)))
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    smaller = min(source.lightness.size, target.lightness.size / scale**2)
    return Alignment(matrix, agreeing, min(1.0, hull / smaller))


def apart(places: Places) -> Places:
    """Return places, (N, 2), of which those that are nearly at one place are one."""
    return np.unique((places / _NEAR).round(), axis=0) * _NEAR


def strangeness(source: Sketch, target: Sketch, alignment: Alignment) -> Plane:
    """Return how much more two photos differ everywhere than they usually do.

    One of them may be lighter or darker as a whole: a curve is fitted to that.

    Args:
        source: The one photo.
        target: The other.
        alignment: Of both.

    Returns:
        (h, w) of the one; below 1 where they do not differ more, NaN where it is not in the other.
    """
    H, W = source.lightness.shape
    matrix, inverse = alignment.matrix, cv2.WARP_INVERSE_MAP
    seen: Any = cv2.warpAffine(target.lightness, matrix, (W, H), flags=cv2.INTER_LINEAR | inverse)
    whole = np.ones(target.lightness.shape, np.float32)
    shared = cv2.warpAffine(whole, matrix, (W, H), flags=cv2.INTER_NEAREST | inverse) > 0
    own, other = (_calm(plane) for plane in (source.lightness, seen))
    tones = np.polynomial.Polynomial.fit(own[shared], other[shared], _DEGREE)
    off = np.abs(tones(own) - other)
    usual = np.median(off[shared]) + _GRAIN
    return np.where(shared, off / usual, np.nan).astype(np.float32)


def _calm(plane: Plane) -> Plane:
    blurred = cv2.GaussianBlur(plane, (0, 0), _BLUR)
    return np.asarray(blurred, np.float32)


def _fitted(source: Points, target: Points, least: int) -> tuple[Places, Places] | None:
    """Return a turn, size and shift, (2, 3), and the marks of the source that agree with it."""
    one, other = _pairs(source, target)
    if len(one) < least:
        return None
    fitted: Any = cv2.estimateAffinePartial2D(
        one, other, method=cv2.RANSAC, ransacReprojThreshold=_NEAR, maxIters=3000, confidence=0.999
    )
    matrix, agrees = fitted
    if matrix is None:
        return None
    scale = float(np.hypot(matrix[0, 0], matrix[1, 0]))
    agreeing = apart(one[agrees[:, 0] > 0])
    if len(agreeing) < least or not _SCALES[0] <= scale <= _SCALES[1]:
        return None
    return np.asarray(matrix, np.float64), agreeing


def _pairs(source: Points, target: Points) -> tuple[Places, Places]:
    """Return places of both, (N, 2) each, that look like each other and like nothing else."""
    if len(source.looks) == 0 or len(target.looks) < 2:
        return np.zeros((0, 2)), np.zeros((0, 2))
    distances = np.sqrt(np.maximum(2 - 2 * source.looks @ target.looks.T, 0))
    two = np.partition(distances, 1, axis=1)[:, :2]
    kept = two[:, 0] < _RATIO * two[:, 1]
    return source.places[kept], target.places[distances.argmin(axis=1)[kept]]


def _mirrored(behind: Places, fit: tuple[Places, Places] | None) -> tuple[Places, Places] | None:
    if fit is None:
        return None
    matrix = behind[:, :2] @ fit[0]
    matrix[:, 2] += behind[:, 2]
    return matrix, fit[1]
