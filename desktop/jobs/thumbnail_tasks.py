"""The tasks that make small pictures of open photos.

As in :mod:`desktop.jobs.engine_tasks`, a task captures values, and torch is imported inside it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs.engine_tasks import develop_photo, model_for, redraw
from desktop.jobs.reading import read_page
from desktop.platform.qimage import qimage_from_rgb
from desktop.state.item import THUMB_SIDE
from desktop.state.recipes import with_coloring
from engine.cropping import cut_pixels
from engine.files.orientation import turn_to
from engine.photo.photo import Photo, Window, in_eight_bits, view
from engine.recipe.crop_frame import frame_of, size_for

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from desktop.jobs.engine_tasks import Loaded, Report
    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.develop import Developed
    from engine.photo.photo import Pixels
    from engine.recipe.recipe import Recipe
    from engine.recipe.sidecar import Kept

_THUMB_PASS = 160
"""Short side in pixels at which the network sees a thumbnail."""


@dataclass(frozen=True, eq=False)
class Thumbnail:
    """What a photo looks like, small; of the part of it that is shown."""

    before: QImage
    """As it is in its file."""
    after: QImage
    """Colored; the same if it has colors of its own."""


def make_thumbnail(
    loaded: Loaded, source: Photo | Path, kept: Kept, *, recolor: bool
) -> Task[Thumbnail]:
    """Make the task that colors a small copy of a photo; one in color is shown as it is."""
    recipe = kept.recipe

    def task(token: CancelToken, _report: Report) -> Thumbnail:
        from engine.develop import render_photo  # noqa: PLC0415 - imports torch
        from engine.photo.picture_kind import COLORLESS, classify  # noqa: PLC0415 - imports torch

        photo = source
        if not isinstance(photo, Photo):
            # what is shown of it must be large enough
            least_side = math.ceil(THUMB_SIDE / min(1.0, recipe.crop.height, recipe.crop.width))
            photo = read_page(photo, kept.page, token, least_side)
        token.check()
        photo = turn_to(photo, recipe.orientation.turn)
        small = size_for(recipe.crop, photo.size, (THUMB_SIDE, THUMB_SIDE))
        tiny = Photo(view(photo, Window.whole(photo.size), small), turned=photo.turned)
        shown = cut_pixels(tiny.rgb, frame_of(recipe.crop, small))
        before = qimage_from_rgb(in_eight_bits(shown))
        if recipe.coloring is None:
            own = render_photo(develop_photo((), tiny, recipe, token), bits=8)
            return Thumbnail(before, qimage_from_rgb(own))
        if not recolor and classify(tiny).kind not in COLORLESS:
            return Thumbnail(before, before)
        model = model_for(recipe.coloring.model, loaded)
        small_pass = with_coloring(recipe, size=min(model.input_size, _THUMB_PASS))
        developed = develop_photo((model,), tiny, small_pass, token)
        return Thumbnail(before, qimage_from_rgb(render_photo(developed, token, bits=8)))

    return task


def draw_thumbnail(developed: Developed, recipe: Recipe) -> Task[Thumbnail]:
    """Make the task that draws a developed photo small: no file is read, no network is asked.

    Args:
        developed: What was made of the photo.
        recipe: What is wanted; it needs only be drawn.
    """

    def task(token: CancelToken, _report: Report) -> Thumbnail:
        from engine.coloring.colorize import render  # noqa: PLC0415 - imports torch
        from engine.develop import compose  # noqa: PLC0415 - imports torch

        photo = developed.photo
        small, whole = size_for(recipe.crop, photo.size, (THUMB_SIDE, THUMB_SIDE)), photo.size

        def shown(pixels: Pixels) -> QImage:
            return qimage_from_rgb(in_eight_bits(cut_pixels(pixels, frame_of(recipe.crop, small))))

        lively = redraw(developed, recipe, token)
        source = view(lively.source, Window.whole(whole), small)
        after = render(compose(lively, Window.whole(whole), source), recipe.grade)
        return Thumbnail(shown(view(photo, Window.whole(whole), small)), shown(after))

    return task
