"""Give a smooth fill the grain of its neighborhood, at the strength it has there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.restoration.spoilage.noise import blurred

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.float32]
    """(h, w, channels), 0 to 1."""
    Mask = NDArray[np.bool_]

_FINENESS = 1.5
"""Pixels, deviation: what varies faster is grain."""
_TRIES = 48
"""Places that a donor is looked for at."""
_BOUND = 3.0
"""Deviations that grain is clipped at, so that no donor's edge is copied."""
_NEAR = 8.0
"""Pixels around a place in which grain is measured: the deviation of their weights."""
_USUAL, _STRONGEST = 0.8, 3.0
"""Share of what is known that is taken for grain, and how many times as strong as that grain may
be: a scratch that nobody marked and the edge of a cup are stronger, and no grain."""
_OF_MAGNITUDE = (np.pi / 2) ** 0.5
"""The deviation of a normal distribution, of its mean magnitude."""
_LEAST = 1e-4
"""Deviation, far below a step of eight bits."""


def with_grain(filled: Picture, hole: Mask, unknown: Mask, chance: np.random.Generator) -> Picture:
    """Return a copy with grain in the hole, taken from a place nearby that looks alike.

    How strong it is depends on the place: a crease runs through skies and through leaves.

    Args:
        filled: (h, w, channels), smooth in the hole.
        hole: (h, w), what gets grain.
        unknown: (h, w), the hole and all other damage, which no grain is taken from.
        chance: Where donors are looked for depends on its state alone.
    """
    smooth = smoothed(filled, np.zeros_like(hole))
    fine = filled - smoothed(filled, unknown)
    depth = float(cv2.distanceTransform(hole.astype(np.uint8), cv2.DIST_L2, 3).max())
    around = strength(fine, unknown | _too_strong(fine, unknown), max(_NEAR, depth))
    own = strength(filled - smooth, ~hole, _NEAR)[hole]
    missing = np.sqrt(np.maximum(around[hole] ** 2 - own**2, 0))
    even = np.asarray(fine / np.maximum(around, _LEAST), np.float32)
    donor = _donor(smooth, even, hole, unknown, chance)
    grain = _drawn(hole, filled.shape[2], chance) if donor is None else donor
    grained = filled.copy()
    grained[hole] += np.clip(grain, -_BOUND, _BOUND) * missing
    return grained


def _too_strong(fine: Picture, unknown: Mask) -> Mask:
    """Return where the fine part, of (h, w, channels), is stronger than grain is around there."""
    known = np.abs(fine[~unknown])
    if not len(known):
        return unknown
    most = _STRONGEST * np.quantile(known, _USUAL, axis=0)
    return np.asarray((np.abs(fine) > most).any(axis=2), bool)


def strength(fine: Picture, unknown: Mask, reach: float) -> Picture:
    """Return the deviation of grain around each pixel, by its mean magnitude: edges count less.

    Args:
        fine: (h, w, channels), of zero mean.
        unknown: (h, w), what does not count.
        reach: Pixels, the deviation of the weights of what lies around.
    """
    return smoothed(np.abs(fine), unknown, reach) * np.float32(_OF_MAGNITUDE)


def smoothed(picture: Picture, unknown: Mask, deviation: float = _FINENESS) -> Picture:
    """Return a picture blurred without what is unknown, which is blurred from its rim at most."""
    known = (~unknown).astype(np.float32)[..., None]
    total = cv2.GaussianBlur(picture * known, (0, 0), deviation).reshape(picture.shape)
    share = cv2.GaussianBlur(known[..., 0], (0, 0), deviation)[..., None]
    return (total / np.maximum(share, 1e-3)).astype(np.float32, copy=False)


def _donor(
    smooth: Picture, even: Picture, hole: Mask, unknown: Mask, chance: np.random.Generator
) -> NDArray[np.float32] | None:
    """Return the grain, (pixels, channels), of the most alike known place of the same shape."""
    places = np.argwhere(hole)
    low, high = -places.min(axis=0), np.array(hole.shape) - 1 - places.max(axis=0)
    wanted = smooth[hole]
    best, found = np.inf, None
    for shift in chance.integers(low, high + 1, size=(_TRIES, 2)):
        rows, columns = (places + shift).T
        if unknown[rows, columns].any():
            continue
        distance = float(((smooth[rows, columns] - wanted) ** 2).mean())
        if distance < best:
            best, found = distance, even[rows, columns]
    return found


def _drawn(hole: Mask, channels: int, chance: np.random.Generator) -> NDArray[np.float32]:
    """Return clumped noise of deviation 1, the same in all channels, for holes without a donor."""
    noise = blurred(chance.standard_normal(hole.shape).astype(np.float32), 0.7)[..., None]
    fine = (noise - smoothed(noise, np.zeros_like(hole)))[hole]
    return np.repeat(fine / max(float(fine.std()), _LEAST), channels, axis=1)
