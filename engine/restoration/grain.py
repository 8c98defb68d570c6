"""Give a smooth fill the grain of its neighborhood, at the strength it has there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.restoration.noise import blurred

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
_REACH = 12
"""Pixels around a hole whose grain is measured."""


def with_grain(filled: Picture, hole: Mask, unknown: Mask, chance: np.random.Generator) -> Picture:
    """Return a copy with grain in the hole, taken from a place nearby that looks alike.

    Args:
        filled: (h, w, channels), smooth in the hole.
        hole: (h, w), what gets grain.
        unknown: (h, w), the hole and all other damage, which no grain is taken from.
        chance: Where donors are looked for depends on its state alone.
    """
    smooth = smoothed(filled, np.zeros_like(hole))
    fine = filled - smoothed(filled, unknown)
    target = _deviation(fine, hole, unknown)
    own = _deviation_of(filled[hole] - smooth[hole])
    missing = np.sqrt(np.maximum(target**2 - own**2, 0))
    donor = _donor(smooth, fine, hole, unknown, chance)
    grain = _drawn(hole, filled.shape[2], chance) if donor is None else donor
    strength = np.maximum(_deviation_of(grain), 1e-6)
    grained = filled.copy()
    bound = _BOUND * missing
    grained[hole] += np.clip(grain * (missing / strength), -bound, bound)
    return grained


def smoothed(picture: Picture, unknown: Mask, deviation: float = _FINENESS) -> Picture:
    """Return a picture blurred without what is unknown, which is blurred from its rim at most."""
    known = (~unknown).astype(np.float32)[..., None]
    total = cv2.GaussianBlur(picture * known, (0, 0), deviation).reshape(picture.shape)
    share = cv2.GaussianBlur(known[..., 0], (0, 0), deviation)[..., None]
    return (total / np.maximum(share, 1e-3)).astype(np.float32, copy=False)


def _deviation(fine: Picture, hole: Mask, unknown: Mask) -> NDArray[np.float32]:
    """Return the deviation of the fine part around a hole, per channel."""
    kernel = np.ones((2 * _REACH + 1, 2 * _REACH + 1), np.uint8)
    around = (cv2.dilate(hole.astype(np.uint8), kernel) > 0) & ~unknown
    return _deviation_of(fine[around if around.any() else ~hole])


def _deviation_of(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the deviation of each channel."""
    if not len(values):
        return np.zeros(values.shape[1], np.float32)
    return np.asarray(values.std(axis=0), np.float32)


def _donor(
    smooth: Picture, fine: Picture, hole: Mask, unknown: Mask, chance: np.random.Generator
) -> NDArray[np.float32] | None:
    """Return the fine part, (pixels, channels), of the most alike known place of the same shape."""
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
            best, found = distance, fine[rows, columns]
    return found


def _drawn(hole: Mask, channels: int, chance: np.random.Generator) -> NDArray[np.float32]:
    """Return clumped noise, the same in all channels, for holes without a donor."""
    noise = blurred(chance.standard_normal(hole.shape).astype(np.float32), 0.7)[..., None]
    fine = noise - smoothed(noise, np.zeros_like(hole))
    return np.repeat(fine[hole], channels, axis=1)
