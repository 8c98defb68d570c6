"""The tone of a picture, one color for each lightness, and its slow change over the paper.

Pure functions of L, (h, w), and ab, (h, w, 2), as in CIE Lab. All of it is medians, so what is in
few places counts little; pixels can be left out altogether.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Mask = NDArray[np.bool_]

_ROUNDS = 2
"""Tone and slow change are each found better without the other."""
_LEAST_USED = 0.2
"""Of a cell's pixels: below it, the cell says nothing."""


def tone_of(lightness: Floats, ab: Floats, levels: int, used: Mask | None = None) -> Floats:
    """Return the median color of pixels as light as each, (h, w, 2).

    Args:
        lightness: (h, w), L.
        ab: (h, w, 2).
        levels: How many groups of equally many pixels there are, between which it is interpolated.
        used: (h, w), at least one: the pixels it is taken from; all of them if left out.
    """
    everywhere = used is None
    flat = ab.reshape(-1, 2) if everywhere else ab[used]
    light = lightness.ravel() if everywhere else lightness[used]
    order = np.argsort(light, kind="stable")
    groups = np.array_split(order, min(levels, order.size))
    lights = [light[group].mean() for group in groups]
    colors = np.array([np.median(flat[group], axis=0) for group in groups])
    curves = [np.interp(lightness, lights, colors[:, k]) for k in range(2)]
    return np.stack(curves, axis=-1).astype(np.float32)


def tone_and_field(
    lightness: Floats, ab: Floats, *, levels: int, cells: int, used: Mask | None = None
) -> tuple[Floats, Floats, Floats]:
    """Part color into that of its lightness and a slow change over the picture.

    Args:
        lightness: (h, w), L.
        ab: (h, w, 2).
        levels: Of the tone.
        cells: Along each side: how quickly paper and light may change their color.
        used: (h, w), at least one: the pixels both are taken from; all of them if left out.

    Returns:
        The tone, (h, w, 2); the slow change in cells, (n, n, 2), and for each pixel, (h, w, 2).
    """
    field = np.zeros_like(ab)
    for _ in range(_ROUNDS):
        tone = tone_of(lightness, ab - field, levels, used)
        medians = _cell_medians(ab - tone, cells, used)
        size = (ab.shape[1], ab.shape[0])
        field = np.asarray(cv2.resize(medians, size, interpolation=cv2.INTER_LINEAR), np.float32)
    return tone, medians, field


def _cell_medians(ab: Floats, cells: int, used: Mask | None) -> Floats:
    used = np.ones(ab.shape[:2], bool) if used is None else used
    shape = tuple(min(cells, side) for side in used.shape)
    medians = np.zeros((*shape, 2), np.float32)
    for i, rows in enumerate(np.array_split(np.arange(ab.shape[0]), shape[0])):
        for j, columns in enumerate(np.array_split(np.arange(ab.shape[1]), shape[1])):
            here = np.ix_(rows, columns)
            if used[here].mean() >= _LEAST_USED:
                medians[i, j] = np.median(ab[here][used[here]], axis=0)
    return medians
