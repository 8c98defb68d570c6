"""Objects of photos whose colors are known: connected parts that truly have one color."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from training.evaluation.metrics import lab

if TYPE_CHECKING:
    from numpy.typing import NDArray

_SMOOTHING = 7
_LIKENESS = 10.0
"""Largest ab distance to the object's own color within a flat object."""
_LEAST_CHROMA = 18.0
_AREA = (0.02, 0.35)
"""Of the photo."""
_FREQUENT = 8
"""So many colors are looked for in a photo."""
_TEXTURE = 15
"""Pixels: what is finer than about half of this is the pattern of a cloth, not an object."""
_TEXTURE_LIKENESS = 14.0
_LEAST_PART = 0.008
"""Of the photo, for one object among several."""


def find_flat_object(truth: NDArray[np.uint8]) -> NDArray[np.bool_] | None:
    """Return the largest flat-colored object of a photo, (H, W, 3), as a mask, if there is one."""
    found = _parts(truth, _SMOOTHING, _LIKENESS, _AREA)
    return found[0] if found else None


def find_textured_object(truth: NDArray[np.uint8]) -> NDArray[np.bool_] | None:
    """Return the largest object of one color from afar, (H, W, 3), as a mask, if there is one.

    Patterns, folds and reflections that are small against it belong to it.
    """
    found = [_closed(part) for part in _parts(truth, _TEXTURE, _TEXTURE_LIKENESS, _AREA)]
    return max(found, key=np.count_nonzero, default=None)


def find_objects(truth: NDArray[np.uint8], most: int = 8) -> list[NDArray[np.bool_]]:
    """Return objects of a photo that do not overlap, gray ones too, largest first.

    Args:
        truth: (H, W, 3).
        most: How many at most.

    Returns:
        (H, W) each.
    """
    limits = (_LEAST_PART, _AREA[1])
    kept: list[NDArray[np.bool_]] = []
    free = np.ones(truth.shape[:2], np.bool_)
    for part in _parts(truth, _TEXTURE, _TEXTURE_LIKENESS, limits, chroma=0.0):
        part = _closed(part) & free  # noqa: PLW2901 - what another object has is not its own
        if part.mean() >= _LEAST_PART and len(kept) < most:
            kept.append(part)
            free &= ~part
    return kept


def middle(mask: NDArray[np.bool_]) -> tuple[int, int]:
    """Return row and column of the most interior pixel of a mask, (H, W)."""
    inside = np.pad(mask, 1).astype(np.uint8)
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, 5)[1:-1, 1:-1]
    y, x = np.unravel_index(int(depth.argmax()), depth.shape)
    return int(y), int(x)


def _parts(
    truth: NDArray[np.uint8],
    smoothing: int,
    likeness: float,
    limits: tuple[float, float],
    *,
    chroma: float = _LEAST_CHROMA,
) -> list[NDArray[np.bool_]]:
    """Return connected parts near one of the frequent colors, largest first; they may overlap."""
    ab = lab(cv2.medianBlur(truth, smoothing).astype(np.uint8, copy=False))[..., 1:]
    area = ab.shape[0] * ab.shape[1]
    found = []
    for color in _common_colors(ab, chroma):
        like = (np.linalg.norm(ab - color, axis=-1) < likeness).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(like, connectivity=4)
        sizes = stats[1:count, cv2.CC_STAT_AREA] / area
        found += [
            (sizes[index], labels == index + 1)
            for index in np.flatnonzero((sizes >= limits[0]) & (sizes <= limits[1]))
        ]
    return [mask for _, mask in sorted(found, key=lambda part: -part[0])]


def _common_colors(ab: NDArray[np.float64], chroma: float) -> list[NDArray[np.float64]]:
    """Return the centers of the most frequent cells of the ab plane that have chroma."""
    cells, counts = np.unique((ab / _LIKENESS).round().reshape(-1, 2), axis=0, return_counts=True)
    order = np.argsort(-counts)[:_FREQUENT]
    centers = [cells[index] * _LIKENESS for index in order]
    return [center for center in centers if np.hypot(*center) >= chroma]


def _closed(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Fill holes and slits that are small."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (_TEXTURE // 2, _TEXTURE // 2))
    closed = cv2.morphologyEx(mask.astype(np.uint8), cv2.MORPH_CLOSE, kernel)
    return np.asarray(closed > 0)
