"""What the engine thread is asked to do with several photos, as in ``engine_tasks``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.files.image_io import read_photo

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop.jobs.job import Task
    from engine.album.reference import TakenOver
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.coloring.colorize import Encoding
    from engine.recipe.hint import Hint


def take_colors_over(
    path: Path, model: Model, seen: Encoding, size: int | None, beside: Sequence[Hint]
) -> Task[TakenOver | None]:
    """Make the task that looks for the colors of a file's photo in a gray photo.

    Its result is None if the file's photo has no colors.

    Args:
        path: The color photo.
        model: Whose network saw the gray photo.
        seen: What it said.
        size: Short side at which it saw it; None for the model's own.
        beside: Hints of the gray photo: nothing is set near them.
    """

    def task(token: CancelToken, _report: Callable[[float], None]) -> TakenOver | None:
        from engine.album.reference import has_colors, hints_like  # noqa: PLC0415 - imports torch
        from engine.coloring.colorize import encode  # noqa: PLC0415 - imports torch

        photo = read_photo(path)
        if not has_colors(photo):
            return None
        shown = encode(model, photo, size=size, token=token)
        return hints_like(shown, seen, beside, token)

    return task
