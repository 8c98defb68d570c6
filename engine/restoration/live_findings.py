"""Where findings lie on the screen, and what it shows of some of them: at once, for any number.

The photo is seen with none of its findings repaired and with all of them; each pixel of the screen
belongs to one finding at most, and is taken from the one or from the other picture.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.restoration.defects.painting import painted
from engine.restoration.inpainting import GROWTH
from engine.restoration.selection import WHAT_MAY_BE, Selection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.photo.photo import Size, Window
    from engine.recipe.stages import Repair
    from engine.recipe.stroke import Stroke
    from engine.restoration.defects.regions import Places
    from engine.restoration.detection import Detection

    Seen = NDArray[np.uint8]
    """(h, w, 3)"""
    Mask = NDArray[np.bool_]

_SIDES = (9, 33, 129)
"""Pixels of the screen, of squares whose mean fills a finding: the first that shows enough."""
_ENOUGH = 0.2
"""Share of a square."""


@dataclass(frozen=True, eq=False)
class SeenFindings:
    """All findings of a photo, however doubtful, on the screen."""

    detection: Detection
    places: Places
    """Pixels of the screen, row by row, each once."""
    owners: NDArray[np.intp]
    """Which finding each of them belongs to: the surest of those that cover it."""

    def chosen(self, repair: Repair) -> Mask:
        """Return which places are repaired, (places,)."""
        if not repair.finds:
            return np.zeros(len(self.places), bool)
        return self.detection.chosen(Selection.of(repair))[self.owners]

    def shown(self, bare: Seen, filled: Seen, repair: Repair) -> Seen:
        """Return what is seen if some are repaired.

        Args:
            bare: (h, w, 3), with none of them repaired.
            filled: (h, w, 3), with all of them.
            repair: Says which are.
        """
        out, places = bare.copy(), self.places[self.chosen(repair)]
        out.reshape(-1, 3)[places] = filled.reshape(-1, 3)[places]
        return out


def seen_findings(
    detection: Detection, strokes: Sequence[Stroke], window: Window, size: Size
) -> SeenFindings:
    """Return where findings, and what is repaired around them, lie on the screen.

    Args:
        detection: Of the photo.
        strokes: On it; what they cover is up to them.
        window: The part of the photo that is seen.
        size: At which it is seen.
    """
    possible = np.flatnonzero(detection.chosen(WHAT_MAY_BE))
    by_probability = possible[np.argsort(detection.probability[possible])]
    rank = np.zeros(len(detection.components), np.int64)
    rank[by_probability] = np.arange(1, len(by_probability) + 1)
    ranks = np.repeat(rank, np.diff(detection.components.starts))
    rows, columns = np.divmod(detection.components.places, detection.size[1])
    y = (rows - window.top) * size[0] // window.height
    x = (columns - window.left) * size[1] // window.width
    is_seen = (ranks > 0) & (y >= 0) & (y < size[0]) & (x >= 0) & (x < size[1])
    is_seen[is_seen] = _free(rows[is_seen], columns[is_seen], strokes, detection.size)
    order = np.flatnonzero(is_seen)[np.argsort(ranks[is_seen], kind="stable")]
    surest = np.zeros(size, np.float32)  # counts exactly to 16 million, and can be dilated
    surest[y[order], x[order]] = ranks[order]
    reach = max(1, round(GROWTH * size[0] / window.height))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    grown = cv2.dilate(surest, kernel).reshape(-1)
    places = np.flatnonzero(grown)
    return SeenFindings(detection, places, by_probability[grown[places].astype(np.int64) - 1])


def _free(
    rows: NDArray[np.int64], columns: NDArray[np.int64], strokes: Sequence[Stroke], photo: Size
) -> Mask:
    """Return which pixels of the photo no stroke covers."""
    free = np.ones(len(rows), bool)
    for stroke in strokes:
        down, across, touched = painted(stroke, photo)
        inside = (rows >= down.start) & (rows < down.stop)
        inside &= (columns >= across.start) & (columns < across.stop)
        free[inside] &= ~touched[rows[inside] - down.start, columns[inside] - across.start]
    return free


def filled_around(pixels: Seen, holes: Mask) -> Seen:
    """Fill holes with means of what is around them: an equation would take many frames.

    Args:
        pixels: (h, w, 3)
        holes: (h, w)
    """
    out = pixels.copy()
    known = (~holes).astype(np.float32)
    weighted = pixels * known[..., None]
    for side in _SIDES:
        share = cv2.blur(known, (side, side))[holes]
        mean = cv2.blur(weighted, (side, side))[holes]
        is_enough = share >= (_ENOUGH if side != _SIDES[-1] else 1e-3)
        rows, columns = (places[is_enough] for places in np.nonzero(holes))
        means = mean[is_enough] / share[is_enough][:, None]
        out[rows, columns] = np.rint(np.clip(means, 0, 255)).astype(np.uint8)
        holes = holes.copy()
        holes[rows, columns] = False
        if not holes.any():
            break
    return out
