"""Small pictures of where a photo was repaired, so that a report can be judged without opening it.

The largest repairs, what was invented before all else, and the finding that was least sure; before
and after in the same colors, so that nothing but the restoring differs.
"""

from __future__ import annotations

import io
from itertools import chain
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from engine.coloring.colorize import render
from engine.develop import compose
from engine.photo.photo import Window, view
from engine.recipe.recipe import Stage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.develop import Developed
    from engine.photo.photo import Photo, Size
    from engine.restoration.restoring import Restored

MOST = 3
"""Places of one photo."""
SIDE = 128
"""Pixels of each half of a place's picture."""
_LEAST_SIDE, _AROUND = 64, 1.6
"""Pixels of the photo that a place shows at least; how much more than the repair it shows."""
_GAP = 4
"""White pixels between places."""


def picture_of_repairs(developed: Developed) -> bytes:
    """Return a WebP of a few repaired places, one below the other, each before and after.

    Empty if nothing was repaired.
    """
    restored = developed.restored
    windows = () if restored is None else repaired_windows(restored)
    rows = [_pair(developed, window) for window in windows]
    if not rows:
        return b""
    gap = np.full((_GAP, rows[0].shape[1], 3), 255, np.uint8)
    stacked = np.concatenate(list(chain.from_iterable((gap, row) for row in rows))[1:])
    content = io.BytesIO()
    Image.fromarray(stacked).save(content, "WEBP", quality=70, method=2)
    return content.getvalue()


def repaired_windows(restored: Restored) -> tuple[Window, ...]:
    """Return square windows of the photo around a few of its repairs, no two of the same place."""
    photo = restored.original
    chosen: list[Window] = []
    for box in _boxes(restored):
        window = _around(box, photo.size)
        if all(_is_elsewhere(window, other) for other in chosen):
            chosen.append(window)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _boxes(restored: Restored) -> Iterator[Window]:
    """Yield repairs in the order in which they are worth a look."""
    step = next((step for step in restored.steps if step.stage is Stage.REPAIR), None)
    if step is None or not step.did_something:
        return
    size = restored.original.size
    invented, areas = (
        sorted((_box(outline, size) for outline in step.account[name]), key=_extent, reverse=True)
        for name in ("invented_areas", "areas")
    )
    largest = [*invented, *areas]
    doubtful = _least_sure(restored)
    first = max(1, MOST - 1)
    yield from largest[:first]
    if doubtful is not None:
        yield doubtful
    yield from largest[first:]


def _least_sure(restored: Restored) -> Window | None:
    repaired = restored.repaired
    detection = None if restored.damage is None else restored.damage.detection
    if repaired is None or detection is None or not repaired.settings.finds:
        return None
    how = repaired.settings
    finding = None if how.mask is not None else detection.least_sure(how.selection)
    if finding is None:
        return None
    box = finding.window
    here = repaired.mask[box.top : box.top + box.height, box.left : box.left + box.width]
    return box if here.any() else None


def _box(outline: list[tuple[float, float]], size: Size) -> Window:
    """Return the window around an outline, x and y as shares of width and height."""
    points = np.array(outline) * (size[1], size[0])
    left, top = np.floor(points.min(axis=0)).astype(int)
    right, bottom = np.ceil(points.max(axis=0)).astype(int)
    return Window(int(top), int(left), max(1, int(bottom - top)), max(1, int(right - left)))


def _extent(box: Window) -> int:
    return max(box.height, box.width)


def _around(box: Window, size: Size) -> Window:
    side = min(*size, max(_LEAST_SIDE, round(_AROUND * _extent(box))))
    top = min(size[0] - side, max(0, box.top + (box.height - side) // 2))
    left = min(size[1] - side, max(0, box.left + (box.width - side) // 2))
    return Window(top, left, side, side)


def _is_elsewhere(one: Window, other: Window) -> bool:
    down = one.top + one.height / 2 - other.top - other.height / 2
    right = one.left + one.width / 2 - other.left - other.width / 2
    return max(abs(down), abs(right)) > min(one.height, other.height) / 2


def _pair(developed: Developed, window: Window) -> NDArray[np.uint8]:
    def colored(photo: Photo) -> NDArray[np.uint8]:
        pixels = view(photo, window, (SIDE, SIDE))
        return render(compose(developed, window, pixels), developed.recipe.grade)

    gap = np.full((SIDE, _GAP, 3), 255, np.uint8)
    return np.concatenate((colored(developed.photo), gap, colored(developed.source)), axis=1)
