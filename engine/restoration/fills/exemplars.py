"""Fill a wide hole with texture from the same picture, from coarse to fine.

Every patch that overlaps the hole looks for the patch of the known picture that is most like it;
the hole takes the weighted mean of what they propose; that repeats, at half, quarter … size first.

References:
    Wexler, Shechtman, Irani, "Space-time completion of video", PAMI 2007 (patches that vote);
    Barnes et al., "PatchMatch", SIGGRAPH 2009 (search by neighbors and at random).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.cancel import check_cancelled
from engine.opencv import cv2
from engine.restoration.shrinking import halved

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.float32]
    """(h, w, channels), 0 to 1."""
    Mask = NDArray[np.bool_]
    Places = NDArray[np.intp]
    """(n, 2), rows and columns."""

_RADIUS = 3
"""Pixels, of a patch of 7 × 7."""
_ROUNDS = 4
_MOST_SEARCHED = 40_000
"""Patches; where there are more, the finest sizes take over what coarser ones found."""
_CHUNK = 4096
"""Patches that are compared at a time."""
_TRUST = 1.3
"""How much less a patch counts for each pixel that it lies deeper in the hole (Wexler et al.)."""
_OFFSETS = np.stack(
    np.meshgrid(*[np.arange(-_RADIUS, _RADIUS + 1)] * 2, indexing="ij"), axis=-1
).reshape(-1, 2)
_NEIGHBORS = ((0, 1), (1, 0), (0, -1), (-1, 0))


@dataclass(eq=False)
class _Field:
    """Which patch each patch at the hole is like."""

    targets: Places
    sources: Places
    cost: NDArray[np.float32]
    """Mean squared difference, per target."""


def synthesize(guess: Picture, hole: Mask, chance: np.random.Generator) -> Picture | None:
    """Return a copy whose hole has texture; None if there is too little picture to take from.

    Args:
        guess: (h, w, channels), 0 to 1; in the hole its large forms, which patches begin with.
        hole: (h, w)
        chance: The result depends on its state alone.
    """
    depths = _depths(hole)
    pyramid = [(guess, hole, guess)]
    for _ in range(depths):
        picture, mask, forms = pyramid[-1]
        pyramid.append((*halved(picture, mask), _half(forms)))
    filled, field = None, None
    for small, small_hole, forms in reversed(pyramid):
        check_cancelled()
        allowed = _sources(small_hole)
        if len(allowed) < 64:
            return None
        filled = _start(small, small_hole, forms if filled is None else filled)
        field = _field(small_hole, allowed, field, chance)
        _refine(filled, small_hole, allowed, field, chance)
    return filled


def _depths(hole: Mask) -> int:
    """Return how often to halve, so that patches at the coarsest size reach across the hole."""
    widest = float(cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 3).max())
    wanted = int(np.ceil(np.log2(max(1.0, widest / _RADIUS))))
    possible = int(np.floor(np.log2(max(1.0, min(hole.shape) / (8 * _RADIUS)))))
    return max(0, min(wanted, possible))


def _sources(hole: Mask) -> Places:
    """Return the middles of patches that are known and inside the picture."""
    side = 2 * _RADIUS + 1
    near = cv2.dilate(hole.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    near[:_RADIUS], near[-_RADIUS:], near[:, :_RADIUS], near[:, -_RADIUS:] = (True,) * 4
    return np.argwhere(~near)


def _half(picture: Picture) -> Picture:
    size = picture.shape[1] // 2, picture.shape[0] // 2
    shrunk = cv2.resize(picture, size, interpolation=cv2.INTER_AREA)
    return np.asarray(shrunk, np.float32).reshape(size[1], size[0], -1)


def _start(picture: Picture, hole: Mask, guess: Picture) -> Picture:
    """Return a first guess: the hole's forms, or what the coarser size found."""
    filled = picture.copy()
    size = hole.shape[1], hole.shape[0]
    enlarged = cv2.resize(guess, size, interpolation=cv2.INTER_LINEAR)
    filled[hole] = enlarged.reshape(picture.shape)[hole]
    return filled


def _field(
    hole: Mask, allowed: Places, coarser: _Field | None, chance: np.random.Generator
) -> _Field:
    """Return where to begin to look: at random, or where the coarser size found something."""
    side = 2 * _RADIUS + 1
    near = cv2.dilate(hole.astype(np.uint8), np.ones((side, side), np.uint8)) > 0
    targets = np.argwhere(near)
    sources = allowed[chance.integers(len(allowed), size=len(targets))]
    if coarser is not None:
        index = _index(coarser.targets, (hole.shape[0] // 2 + 1, hole.shape[1] // 2 + 1))
        found = index[targets[:, 0] // 2, targets[:, 1] // 2]
        guess = coarser.sources[found] * 2 + targets % 2
        fits = (found >= 0) & _is_allowed(guess, allowed, hole.shape)
        sources[fits] = guess[fits]
    return _Field(targets, sources, np.full(len(targets), np.inf, np.float32))


def _refine(
    filled: Picture, hole: Mask, allowed: Places, field: _Field, chance: np.random.Generator
) -> None:
    """Look for better patches and let them vote, in turn; writes to ``filled`` in the hole."""
    permitted = np.zeros(hole.shape, bool)
    permitted[allowed[:, 0], allowed[:, 1]] = True
    index = _index(field.targets, hole.shape)
    padded = np.pad(filled, ((_RADIUS,) * 2, (_RADIUS,) * 2, (0, 0)), mode="reflect")
    few = len(field.targets) <= _MOST_SEARCHED
    for _ in range(_ROUNDS if few else 1):
        field.cost = _cost(padded, field.targets, field.sources)
        for step in _NEIGHBORS if few else ():
            _propose(padded, field, _from_neighbor(field, index, step), permitted)
        radius = max(hole.shape) // 2 if few else 0
        while radius >= 1:
            shift = chance.integers(-radius, radius + 1, size=field.sources.shape)
            _propose(padded, field, field.sources + shift, permitted)
            radius //= 2
        _vote(filled, hole, field)
        inner = padded[_RADIUS:-_RADIUS, _RADIUS:-_RADIUS]
        inner[hole] = filled[hole]


def _from_neighbor(field: _Field, index: NDArray[np.intp], step: tuple[int, int]) -> Places:
    """Return the places beside those that the neighbors of the targets found."""
    height, width = index.shape
    rows = np.clip(field.targets[:, 0] + step[0], 0, height - 1)
    columns = np.clip(field.targets[:, 1] + step[1], 0, width - 1)
    neighbor = index[rows, columns]
    beside = field.sources[neighbor] - np.array(step)
    return np.where((neighbor >= 0)[:, None], beside, field.sources)


def _propose(padded: Picture, field: _Field, sources: Places, permitted: Mask) -> None:
    """Take over the proposed sources that are permitted and more alike."""
    height, width = permitted.shape
    rows, columns = sources.T
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    inside[inside] = permitted[rows[inside], columns[inside]]
    tried = np.flatnonzero(inside)
    cost = _cost(padded, field.targets[tried], sources[tried])
    better = cost < field.cost[tried]
    field.cost[tried[better]] = cost[better]
    field.sources[tried[better]] = sources[tried[better]]


def _cost(padded: Picture, targets: Places, sources: Places) -> NDArray[np.float32]:
    """Return the mean squared difference of pairs of patches."""
    cost = np.zeros(len(targets), np.float32)
    offsets = _OFFSETS + _RADIUS
    for start in range(0, len(targets), _CHUNK):
        part = slice(start, start + _CHUNK)
        one, other = (
            padded[places[part, None, 0] + offsets[:, 0], places[part, None, 1] + offsets[:, 1]]
            for places in (targets, sources)
        )
        cost[part] = ((one - other) ** 2).mean(axis=(1, 2))
    return cost


def _vote(filled: Picture, hole: Mask, field: _Field) -> None:
    """Give each pixel of the hole the mean of what its patches hold, the best counting most."""
    height, width, channels = filled.shape
    scale = np.percentile(field.cost, 50) + 1e-6
    depth = cv2.distanceTransform(np.pad(hole, 1).astype(np.uint8), cv2.DIST_L2, 3)[1:-1, 1:-1]
    trust = _TRUST ** -depth[field.targets[:, 0], field.targets[:, 1]]
    weight = np.exp(-field.cost / scale) * trust
    total = np.zeros((height * width, channels))
    weights = np.zeros(height * width)
    for offset in _OFFSETS:
        rows, columns = (field.targets + offset).T
        inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
        inside[inside] = hole[rows[inside], columns[inside]]
        places = rows[inside] * width + columns[inside]
        from_rows, from_columns = (field.sources[inside] + offset).T
        share = weight[inside] * np.exp(-0.25 * float((offset**2).sum()))
        weights += np.bincount(places, share, minlength=height * width)
        for channel in range(channels):
            values = filled[from_rows, from_columns, channel] * share
            total[:, channel] += np.bincount(places, values, minlength=height * width)
    voted = (weights > 0).reshape(height, width) & hole
    mean = total / np.maximum(weights, 1e-12)[:, None]
    filled[voted] = mean.reshape(filled.shape)[voted]


def _index(places: Places, size: tuple[int, ...]) -> NDArray[np.intp]:
    index = np.full(size, -1, np.intp)
    index[places[:, 0], places[:, 1]] = np.arange(len(places))
    return index


def _is_allowed(places: Places, allowed: Places, size: tuple[int, ...]) -> NDArray[np.bool_]:
    permitted = np.zeros(size, bool)
    permitted[allowed[:, 0], allowed[:, 1]] = True
    rows = np.clip(places[:, 0], 0, size[0] - 1)
    columns = np.clip(places[:, 1], 0, size[1] - 1)
    inside = (rows == places[:, 0]) & (columns == places[:, 1])
    return np.asarray(inside & permitted[rows, columns], bool)
