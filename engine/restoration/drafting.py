"""The last strokes of a brush, drafted around themselves alone, so that they are seen at once.

What a large photo has elsewhere is not even looked at: that would take longer than the strokes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.restoration.copying import copied, copies_of
from engine.restoration.defects.painting import painted
from engine.restoration.inpainting import GROWTH, THIN, FillSettings, fill, grown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.photo.photo import Photo, Pixels
    from engine.recipe.stroke import Stroke
    from engine.restoration.repairing import Repaired, RepairSettings

    Mask = NDArray[np.bool_]
    Area = tuple[slice, slice, Mask]
    """Rows and columns of the photo, and which pixels of them."""

_LEAST_AROUND, _MOST_AROUND = 48, 256
"""Pixels around a stroke from which it is filled."""
_LENGTH, _AROUND_SCRATCH = 128, 16
"""Pixels, of the pieces in which a long thin stroke is filled, and around them: the box around all
of it holds much that it does not cover."""


def drafted(
    photo: Photo, before: Repaired | None, settings: RepairSettings
) -> tuple[Pixels, tuple[Area, ...]] | None:
    """Return roughly what a photo will be with strokes that were added, and where it differs.

    Args:
        photo: Before its repair.
        before: What was made of it without them; None if nothing was.
        settings: With them, otherwise as before.

    Returns:
        All of its pixels, repaired, and the areas of the strokes; None if more differs than
        strokes at the end.

    Raises:
        ValueError: If a stroke covers all of the photo.
    """
    new = _added(before, settings)
    if not new:
        return None
    base = photo.pixels if before is None else before.pixels
    out, areas = base.copy(), []
    for stroke in new:
        rows, columns, covered = painted(stroke, photo.size)
        if stroke.keeps:
            out[rows, columns][covered] = photo.pixels[rows, columns][covered]
            areas.append((rows, columns, covered))
            continue
        filled = list(_filled(stroke, out, settings))
        if stroke.source is not None:
            mask = np.zeros(photo.size, bool)
            for down, across, part in filled:
                mask[down, across] |= part
            out = copied(out, mask, copies_of((stroke,), photo.size))
        areas += filled
    return out, tuple(areas)


def _added(before: Repaired | None, settings: RepairSettings) -> tuple[Stroke, ...]:
    """Return the strokes that were added, if nothing else differs."""
    if before is None:
        return () if settings.finds or settings.mask is not None else settings.strokes
    old = before.settings
    count = len(old.strokes)
    is_same = (old.selection, old.grain, old.finds) == (
        settings.selection,
        settings.grain,
        settings.finds,
    )
    if not is_same or old.mask is not settings.mask or settings.strokes[:count] != old.strokes:
        return ()
    return settings.strokes[count:]


def _filled(stroke: Stroke, out: Pixels, settings: RepairSettings) -> Iterator[Area]:
    """Fill what a stroke covers from around it, piece by piece; ``out`` is written to."""
    size = out.shape[0], out.shape[1]
    radius = stroke.radius * min(size)
    rows, columns, touched = painted(stroke, size)
    is_scratch = radius + GROWTH <= THIN and max(touched.shape) > 2 * _LENGTH
    least = _AROUND_SCRATCH if is_scratch else _LEAST_AROUND
    around = round(min(max(3 * radius, least), _MOST_AROUND))
    room = _around(rows, around, size[0]), _around(columns, around, size[1])
    view = out[room]
    left = np.zeros(view.shape[:2], bool)
    top, start = room[0].start, room[1].start
    left[rows.start - top : rows.stop - top, columns.start - start : columns.stop - start] = touched
    how = FillSettings(grain=settings.grain, texture=False, is_rough=True)
    for piece in _pieces(left, _LENGTH if is_scratch else max(left.shape)):
        down, across = piece
        near = _around(down, around, len(left)), _around(across, around, len(left[0]))
        filled = fill(np.ascontiguousarray(view[near]), left[near], how)
        rest = left[near].copy()
        left[piece] = False
        done = filled.mask & grown(rest & ~left[near])
        view[near][done] = filled.pixels[done]
        yield _moved(near[0], top), _moved(near[1], start), done


def _pieces(mask: Mask, length: int) -> Iterator[tuple[slice, slice]]:
    """Yield boxes around what a mask has in each of the bands across its longer side."""
    axis = int(mask.shape[1] > mask.shape[0])
    for first in range(0, mask.shape[axis], length):
        band = slice(first, first + length)
        there = np.flatnonzero((mask[:, band] if axis else mask[band]).any(axis=axis))
        if len(there):
            across = slice(int(there[0]), int(there[-1]) + 1)
            yield (across, band) if axis else (band, across)


def _around(span: slice, reach: int, length: int) -> slice:
    """Return a span with so much more at both ends, as far as there is a picture."""
    return slice(max(0, span.start - reach), min(length, span.stop + reach))


def _moved(span: slice, by: int) -> slice:
    return slice(span.start + by, span.stop + by)
