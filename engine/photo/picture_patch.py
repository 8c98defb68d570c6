"""A patch of one ink or one stain, on a picture that is otherwise of one tone.

Pure functions of L, (h, w), and ab, (h, w, 2), as in CIE Lab. Tone and slow change are fitted to
the pixels that they explain, again and again without the others (least trimmed squares, with
medians), so a patch cannot pass for the tone of the lightness it has. What stays unexplained is a
patch if it covers little, is of one hue and hangs together. Colors of a photo are rarely so.

References:
    P. J. Rousseeuw, Least Median of Squares Regression, JASA 79, 1984.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.photo.picture_tone import tone_and_field

if TYPE_CHECKING:
    from engine.photo.picture_tone import Floats, Mask

_LEVELS, _CELLS = 8, 3
"""Of tone and slow change: few, so that a patch fills none of them."""
_ROUNDS = 4
_FIRST_USED = 75
"""Percent of the pixels, those nearest to the median color, that the first fit uses."""
_UNEXPLAINED = 9.0
"""Distance from tone and slow change in the ab plane."""
_MOST_COVERED = 0.2
"""Of what is looked at, which is the inside of the picture."""
_LEAST_CHROMA = 15.0
"""Mean distance of the patch: ink and stains of this kind are strong."""
_LEAST_ONE_HUE = 0.95
"""Length of the mean direction, 1 if all are the same."""
_LEAST_TOGETHER = 0.8
"""Share of the patch that its largest connected part has."""


def without_patch(lightness: Floats, ab: Floats) -> Floats | None:
    """Return ab, (h, w, 2), with a patch in the tone of its surroundings; None if there is none."""
    explained = _explained(lightness, ab)
    where = _distance(ab - explained) > _UNEXPLAINED
    if not _is_patch(where, ab - explained):
        return None
    soft_edge = cv2.dilate(where.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
    return np.where(soft_edge[..., None], explained, ab)


def _explained(lightness: Floats, ab: Floats) -> Floats:
    distance = _distance(ab - np.median(ab, axis=(0, 1)).astype(np.float32))
    used = distance <= np.percentile(distance, _FIRST_USED)
    for _ in range(_ROUNDS):
        tone, _, field = tone_and_field(lightness, ab, levels=_LEVELS, cells=_CELLS, used=used)
        distance = _distance(ab - tone - field)
        used = distance <= max(_UNEXPLAINED, float(np.median(distance)))
    return tone + field


def _is_patch(where: Mask, off: Floats) -> bool:
    if not 0 < where.mean() < _MOST_COVERED:
        return False
    colors = off[where]
    chroma = _distance(colors)
    one_hue = np.hypot(*(colors / chroma[:, None]).mean(axis=0))
    _, _, parts, _ = cv2.connectedComponentsWithStats(where.astype(np.uint8), connectivity=8)
    together = parts[1:, cv2.CC_STAT_AREA].max() / where.sum()
    return bool(
        chroma.mean() >= _LEAST_CHROMA and one_hue >= _LEAST_ONE_HUE and together >= _LEAST_TOGETHER
    )


def _distance(ab: Floats) -> Floats:
    return np.asarray(np.hypot(ab[..., 0], ab[..., 1]), np.float32)
