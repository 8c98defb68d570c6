"""Texture that a person has taken from another place: the strokes of a brush that have a source.

What a stroke covers gets the pixels of its source, shifted in tone so that they meet what is
around the stroke: the texture is the source's, the large forms are the surroundings'.

References:
    Georgiev, "Photoshop healing brush: a tool for seamless cloning", 2004; here the difference at
    the rim is spread by blurs instead of an equation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.restoration.defects.painting import painted
from engine.restoration.inpainting import FADE, GROWTH, grown, spread

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from engine.photo.photo import Pixels, Size
    from engine.recipe.stroke import Stroke

    Mask = NDArray[np.bool_]

_LEAST_MARGIN, _MOST_MARGIN = 8, 256
"""Pixels around a stroke whose tones it is fitted to."""


@dataclass(frozen=True, eq=False)
class Copy:
    """A part of the photo that is to look like another."""

    rows: slice
    columns: slice
    covered: Mask
    """(h, w), which pixels of that window; their rim is grown."""
    shift: tuple[int, int]
    """Rows down and columns to the right, to where it is copied from."""


def copies_of(strokes: Sequence[Stroke], size: Size) -> tuple[Copy, ...]:
    """Return what is copied, in the order in which it is done.

    Args:
        strokes: Later ones lie over earlier ones.
        size: Of the photo.
    """
    if all(stroke.source is None or stroke.keeps for stroke in strokes):
        return ()
    laid = [painted(stroke, size) for stroke in strokes]
    found = []
    for index, stroke in enumerate(strokes):
        if stroke.source is None or stroke.keeps:
            continue
        rows, columns, touched = laid[index]
        covered = grown(np.pad(touched, GROWTH))
        top, left = rows.start - GROWTH, columns.start - GROWTH
        for later in range(index + 1, len(strokes)):
            if strokes[later].source is None or strokes[later].keeps:
                below, right, over = laid[later]
                _take_away(covered, over, (below.start - top, right.start - left))
        inside = covered[max(0, -top) : size[0] - top, max(0, -left) : size[1] - left]
        if inside.any():
            top, left = max(0, top), max(0, left)
            rows, columns = slice(top, top + len(inside)), slice(left, left + inside.shape[1])
            found.append(Copy(rows, columns, inside, _shift(stroke.points[0], stroke.source, size)))
    return tuple(found)


def _shift(first: tuple[float, float], source: tuple[float, float], size: Size) -> tuple[int, int]:
    down, right = (round((s - f) * side) for f, s, side in zip(first, source, size, strict=True))
    return down, right


def _take_away(covered: Mask, over: Mask, at: tuple[int, int]) -> None:
    """Take what lies over a window, ``at`` so many pixels down and right, out of it."""
    height, width = over.shape
    rows = slice(max(0, at[0]), max(0, at[0] + height))
    columns = slice(max(0, at[1]), max(0, at[1] + width))
    mine = covered[rows, columns]
    if mine.size:
        top, left = max(0, -at[0]), max(0, -at[1])
        mine &= ~over[top : top + mine.shape[0], left : left + mine.shape[1]]


def area_of(copies: Sequence[Copy], size: Size) -> Mask | None:
    """Return (H, W), what is copied at all; None if nothing is."""
    if not copies:
        return None
    area = np.zeros(size, bool)
    for copy in copies:
        area[copy.rows, copy.columns] |= copy.covered
    return area


def copied(pixels: Pixels, mask: Mask, copies: Sequence[Copy]) -> Pixels:
    """Return pixels with what is copied in place; the same array if nothing is.

    Args:
        pixels: (H, W, 1 or 3), uint8 or uint16, in which the damage is filled; not written to.
        mask: (H, W), where pixels may be changed.
        copies: A later one may copy what an earlier one has made.
    """
    if not copies:
        return pixels
    out = pixels.copy()
    for copy in copies:
        _lay(out, mask, copy)
    return out


def _lay(out: Pixels, mask: Mask, copy: Copy) -> None:
    height, width = mask.shape
    here = copy.covered & mask[copy.rows, copy.columns]
    if not here.any():
        return
    half_width = float(
        cv2.distanceTransform(np.pad(here, 1).astype(np.uint8), cv2.DIST_L2, 5).max()
    )
    margin = int(np.clip(np.ceil(3 * half_width), _LEAST_MARGIN, _MOST_MARGIN))
    rows = slice(max(0, copy.rows.start - margin), min(height, copy.rows.stop + margin))
    columns = slice(max(0, copy.columns.start - margin), min(width, copy.columns.stop + margin))
    inside = np.zeros((rows.stop - rows.start, columns.stop - columns.start), bool)
    top, left = copy.rows.start - rows.start, copy.columns.start - columns.start
    inside[top : top + here.shape[0], left : left + here.shape[1]] = here
    if inside.all():
        return
    whole = np.float32(np.iinfo(out.dtype).max)
    old = out[rows, columns].astype(np.float32) / whole
    source = out[
        np.ix_(_mirrored(rows, copy.shift[0], height), _mirrored(columns, copy.shift[1], width))
    ]
    texture = source.astype(np.float32) / whole
    filled = texture + spread(old - texture, inside, half_width)
    share = np.minimum(_depth(inside) / FADE, 1)
    mixed = old + share[..., None] * (filled - old)
    values = np.rint(np.clip(mixed[inside], 0, 1) * whole)
    out[rows, columns][inside] = values.astype(out.dtype)


def _depth(mask: Mask) -> NDArray[np.float32]:
    """Return how many pixels each place of a mask is from its rim."""
    depth = cv2.distanceTransform(mask.astype(np.uint8), cv2.DIST_L2, 5)
    return depth.astype(np.float32, copy=False)


def _mirrored(along: slice, shift: int, side: int) -> NDArray[np.intp]:
    """Return the places of a shifted range; beyond the photo's edge it comes back."""
    places = np.arange(along.start, along.stop) + shift
    period = max(1, 2 * (side - 1))
    places = np.abs(places) % period
    return np.minimum(places, period - places) if side > 1 else np.zeros_like(places)
