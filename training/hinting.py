"""How well a network obeys hints: many random ones, and a single one at an object's center."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.hint_values import Hint
from engine.hints import hint_planes
from engine.opencv import cv2
from training.metrics import lab

if TYPE_CHECKING:
    from numpy.typing import NDArray

HINT_COUNTS = (1, 5, 20, 100)
_SIDE = 7
"""Pixels of a random hint, as in the table of Zhang et al., SIGGRAPH 2017."""
_SMOOTHING = 7
_LIKENESS = 10.0
"""Largest ab distance to the object's own color within a flat object."""
_LEAST_CHROMA = 18.0
_AREA = (0.02, 0.35)
"""Of the photo."""
_TURN = 120.0
"""Degrees of hue between an object's own color and the hinted one."""
_MOVED = 0.25
"""A pixel has moved toward a hint when it went this part of the way."""


@dataclass(frozen=True)
class FlatObject:
    """A part of a photo that truly has one color."""

    mask: NDArray[np.bool_]
    """(H, W)."""
    hint: Hint
    """At its most interior point, of another hue than its own."""


def random_hints(truth: NDArray[np.uint8], count: int, seed: int) -> list[Hint]:
    """Return true colors of a photo, (H, W, 3), at random places."""
    H, W = truth.shape[:2]
    rng = np.random.default_rng(seed)
    ab = cv2.blur(lab(truth)[..., 1:], (_SIDE, _SIDE))
    rows, columns = rng.integers(H, size=count), rng.integers(W, size=count)
    reach = (_SIDE // 2) / min(H, W)
    return [
        Hint((y + 0.5) / H, (x + 0.5) / W, (float(ab[y, x, 0]), float(ab[y, x, 1])), reach)
        for y, x in zip(rows, columns, strict=True)
    ]


def find_flat_object(truth: NDArray[np.uint8]) -> FlatObject | None:
    """Return the largest flat-colored object of a photo, (H, W, 3), if there is one."""
    ab = lab(cv2.medianBlur(truth, _SMOOTHING).astype(np.uint8, copy=False))[..., 1:]
    area = ab.shape[0] * ab.shape[1]
    best, best_mask, best_size = None, None, 0.0
    for color in _common_colors(ab):
        like = (np.linalg.norm(ab - color, axis=-1) < _LIKENESS).astype(np.uint8)
        count, labels, stats, _ = cv2.connectedComponentsWithStats(like, connectivity=4)
        for index in range(1, count):
            size = stats[index, cv2.CC_STAT_AREA] / area
            if _AREA[0] <= size <= _AREA[1] and size > best_size:
                best, best_mask, best_size = color, labels == index, size
    if best is None or best_mask is None:
        return None
    return FlatObject(best_mask, _opposed_hint(best_mask, best))


def moved_share(
    flat: FlatObject, unhinted: NDArray[np.float64], hinted: NDArray[np.float64]
) -> float:
    """Return the part of an object that a hint moved toward its hue; pictures in Lab, (H, W, 3).

    Moved is what went a quarter of the way from its unhinted color; the hint's own pixels do not
    count.
    """
    painted = hint_planes([flat.hint], (flat.mask.shape[0], flat.mask.shape[1]))[2].numpy() > 0
    counted = flat.mask & ~painted
    before, after = unhinted[counted][:, 1:], hinted[counted][:, 1:]
    way = np.array(flat.hint.ab) - before
    gone = ((after - before) * way).sum(axis=1) / np.square(way).sum(axis=1).clip(min=1e-6)
    return float((gone >= _MOVED).mean())


def _common_colors(ab: NDArray[np.float64]) -> list[NDArray[np.float64]]:
    """Return the centers of the most frequent cells of the ab plane that have chroma."""
    cells, counts = np.unique((ab / _LIKENESS).round().reshape(-1, 2), axis=0, return_counts=True)
    order = np.argsort(-counts)[:8]
    centers = [cells[index] * _LIKENESS for index in order]
    return [center for center in centers if np.hypot(*center) >= _LEAST_CHROMA]


def _opposed_hint(mask: NDArray[np.bool_], own: NDArray[np.float64]) -> Hint:
    inside = np.pad(mask, 1).astype(np.uint8)
    depth = cv2.distanceTransform(inside, cv2.DIST_L2, 5)[1:-1, 1:-1]
    y, x = np.unravel_index(int(depth.argmax()), depth.shape)
    turn = np.radians(_TURN)
    a = np.cos(turn) * own[0] - np.sin(turn) * own[1]
    b = np.sin(turn) * own[0] + np.cos(turn) * own[1]
    H, W = mask.shape
    return Hint((y + 0.5) / H, (x + 0.5) / W, (float(a), float(b)), (_SIDE // 2) / min(H, W))
