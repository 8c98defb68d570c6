"""The last strokes of a brush, drafted around themselves alone, so that they are seen at once.

What a large photo has elsewhere is not even looked at: that would take longer than the strokes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.restoration.copying import copied, copies_of
from engine.restoration.defects.painting import painted
from engine.restoration.inpainting import FillSettings, fill

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Photo, Pixels
    from engine.recipe.stroke import Stroke
    from engine.restoration.repairing import Repaired, RepairSettings

    Area = tuple[slice, slice, NDArray[np.bool_]]
    """Rows and columns of the photo, and which pixels of them."""

_LEAST_AROUND, _MOST_AROUND = 48, 256
"""Pixels around a stroke from which it is filled."""


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
        area = painted(stroke, photo.size) if stroke.keeps else _filled(stroke, out, settings)
        rows, columns, covered = area
        if stroke.keeps:
            out[rows, columns][covered] = photo.pixels[rows, columns][covered]
        elif stroke.source is not None:
            mask = np.zeros(photo.size, bool)
            mask[rows, columns] = covered
            out = copied(out, mask, copies_of((stroke,), photo.size))
        areas.append(area)
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


def _filled(stroke: Stroke, out: Pixels, settings: RepairSettings) -> Area:
    """Fill what a stroke covers from around it; ``out`` is written to."""
    height, width = out.shape[:2]
    rows, columns, touched = painted(stroke, (height, width))
    reach = 3 * stroke.radius * min(height, width)
    around = round(min(max(reach, _LEAST_AROUND), _MOST_AROUND))
    top, left = max(0, rows.start - around), max(0, columns.start - around)
    wide = slice(top, min(height, rows.stop + around))
    across = slice(left, min(width, columns.stop + around))
    marked = np.zeros((wide.stop - top, across.stop - left), bool)
    marked[rows.start - top : rows.stop - top, columns.start - left : columns.stop - left] = touched
    how = FillSettings(grain=settings.grain, texture=False)
    filled = fill(np.ascontiguousarray(out[wide, across]), marked, how)
    out[wide, across] = filled.pixels
    return wide, across, filled.mask
