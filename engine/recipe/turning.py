"""Turn and mirror a photo with all that was decided about places in it, and color a part of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.recipe.crop_frame import frame_of
from engine.recipe.stages import Orientation

if TYPE_CHECKING:
    from collections.abc import Callable

    from engine.recipe.recipe import Recipe
    from engine.recipe.stages import Coloring, Crop, Repair

    # (row, column), 0 to 1 -> the same place of the photo as it lies then
    Way = Callable[[float, float], tuple[float, float]]

_LARGEST_SEEN = 1024
"""Pixels, short side: beyond it a pass takes many seconds, and the slider for it ends there."""


def turned(recipe: Recipe, quarter_turns: int) -> Recipe:
    """Return a recipe for the photo turned further: what was set on a coat stays on the coat.

    Args:
        recipe: Any.
        quarter_turns: Clockwise; below 0 counterclockwise.
    """
    for _ in range(quarter_turns % 4):
        recipe = _turned_once(recipe)
    return recipe


def mirrored(recipe: Recipe) -> Recipe:
    """Return a recipe for the photo with left and right swapped, as it lies now."""
    now, crop = recipe.orientation, recipe.crop
    # to mirror what was turned is to turn what was mirrored the other way
    orientation = Orientation(-now.quarter_turns % 4, not now.mirrored)
    degrees = -crop.degrees if crop.degrees else 0.0
    return _moved(recipe, orientation, replace(crop, degrees=degrees), _mirrored_place)


def seeing_part(recipe: Recipe, photo: tuple[int, int], own_size: int) -> Recipe:
    """Return a recipe whose network sees what the crop shows about as large as a photo of its own.

    A network sees all of a scan; of a print on it, it would see a few pixels. A recipe that says
    how large it sees the photo stays as it is.

    Args:
        recipe: One that crops.
        photo: Height and width in pixels, as its orientation has it.
        own_size: Short side in pixels at which the network sees photos by itself.
    """
    coloring, frame = recipe.coloring, frame_of(recipe.crop, photo)
    if coloring is None or coloring.size is not None:
        return recipe
    size = min(_LARGEST_SEEN, round(own_size * min(photo) / min(frame.size)))
    if size <= own_size:
        return recipe
    return replace(recipe, coloring=replace(coloring, size=size))


def _turned_once(recipe: Recipe) -> Recipe:
    now, crop = recipe.orientation, recipe.crop
    orientation = replace(now, quarter_turns=(now.quarter_turns + 1) % 4)
    crop = replace(crop, height=crop.width, width=crop.height)
    return _moved(recipe, orientation, crop, lambda row, column: (column, _opposite(row)))


def _mirrored_place(row: float, column: float) -> tuple[float, float]:
    return row, _opposite(column)


def _opposite(share: float) -> float:
    # rounded, so that turning back leads to the very same number, or nearly always
    return round(1 - share, 12)


def _moved(recipe: Recipe, orientation: Orientation, crop: Crop, way: Way) -> Recipe:
    row, column = way(crop.row, crop.column)
    coloring, repair = recipe.coloring, recipe.repair
    return replace(
        recipe,
        orientation=orientation,
        coloring=None if coloring is None else _moved_coloring(coloring, way),
        repair=None if repair is None else _moved_repair(repair, way),
        crop=replace(crop, row=row, column=column),
    )


def _moved_coloring(coloring: Coloring, way: Way) -> Coloring:
    hints = (
        replace(hint, row=row, column=column)
        for hint in coloring.hints
        for row, column in (way(hint.row, hint.column),)
    )
    return replace(coloring, hints=tuple(hints))


def _moved_repair(repair: Repair, way: Way) -> Repair:
    strokes = (
        replace(
            stroke,
            points=tuple(way(*point) for point in stroke.points),
            source=None if stroke.source is None else way(*stroke.source),
        )
        for stroke in repair.strokes
    )
    return replace(repair, strokes=tuple(strokes))
