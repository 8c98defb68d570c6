"""Other versions of a photo, one task each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.jobs.engine_tasks import develop_photo, model_for, redraw
from desktop.platform.qimage import qimage_from_rgb
from desktop.state.recipes import as_seen, coloring_of
from engine.cropping import cut_pixels
from engine.photo.photo import Photo, Window, in_eight_bits, view
from engine.recipe.crop_frame import frame_of, size_for

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop.jobs.engine_tasks import Loaded, Report
    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.develop import Developed
    from engine.recipe.recipe import Recipe

_SIDE = 512
"""Longer side of a small copy in pixels."""


@dataclass(frozen=True, eq=False)
class Candidate:
    """A version of a photo."""

    picture: QImage
    """Small, as it is cropped."""
    developed: Developed
    """Of the photo itself, at the model's own vividness: who takes the version need not wait."""


def make_candidate(
    loaded: Loaded, photo: Photo, recipe: Recipe, earlier: Developed | None
) -> Task[Candidate]:
    """Make the task that shows a photo with another recipe.

    Args:
        loaded: Models that need not be loaded again.
        photo: The photo.
        recipe: What the version is.
        earlier: What was made of the photo before: only what differs is done again.
    """

    def task(token: CancelToken, _report: Report) -> Candidate:
        from engine.coloring.colorize import render  # noqa: PLC0415 - imports torch
        from engine.develop import compose  # noqa: PLC0415 - imports torch

        model = model_for(coloring_of(recipe).model, loaded)
        plain = as_seen(recipe)
        developed = develop_photo((model,), photo, plain, token, earlier)
        token.check()
        lively = redraw(developed, recipe, token)
        small, whole = size_for(recipe.crop, photo.size, (_SIDE, _SIDE)), Window.whole(photo.size)
        frame = compose(lively, whole, view(lively.source, whole, small))
        shown = cut_pixels(render(frame, recipe.grade), frame_of(recipe.crop, small))
        return Candidate(qimage_from_rgb(in_eight_bits(shown)), developed)

    return task
