"""What the engine thread is asked to do for restoring; see :mod:`desktop.jobs.engine_tasks`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from desktop.platform.qimage import qimage_from_rgba
from engine.opencv import cv2

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from desktop.jobs.engine_tasks import Report
    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.develop import Developed
    from engine.photo.photo import Photo, Window
    from engine.recipe.stages import Repair
    from engine.restoration.detection import Detection
    from engine.restoration.proposing import Proposal
    from engine.restoration.repairing import Damage
    from engine.restoration.restoring import Restored

    Mask = NDArray[np.bool_]

_MOST_SIDE = 3000
"""Pixels of the picture of repairs: sharp enough up to 1:1 on most scans."""
_REPAIRED, _INVENTED = (230, 40, 40), (255, 176, 0)
_OPACITY = 150


@dataclass(frozen=True, eq=False)
class Glimpse:
    """What has been found so far, while a photo is looked at."""

    photo: Photo
    outlines: QImage
    """To be laid over all of it."""
    count: int


def propose(
    photo: Photo,
    damage: Damage | None,
    seen: Window,
    show: Callable[[Glimpse], None],
) -> Task[Proposal]:
    """Make the task that looks at a photo for all that could be done to it.

    Args:
        photo: The photo.
        damage: What was found in it before; it is not looked for again.
        seen: What is seen of it: that is looked at first.
        show: Called on the engine thread as more is found.
    """

    def tell(found: Detection) -> None:
        mask = found.mask()
        outlines = qimage_from_rgba(_painted(mask, np.zeros_like(mask), outlined=True))
        show(Glimpse(photo, outlines, int(found.chosen().sum())))

    def task(token: CancelToken, report: Report) -> Proposal:
        from engine.restoration import proposing  # noqa: PLC0415 - imports torch
        from engine.restoration.detection import Watch  # noqa: PLC0415 - the same

        watch = Watch(seen, tell)
        return proposing.propose(photo, damage=damage, watch=watch, token=token, report=report)

    return task


def map_repairs(restored: Restored, *, outlined: bool) -> Task[QImage]:
    """Make the task that shows where a photo was repaired, and what of it was invented."""

    def task(_token: CancelToken, _report: Report) -> QImage:
        return qimage_from_rgba(_painted(restored.mask, restored.invented, outlined=outlined))

    return task


def with_draft(developed: Developed, settings: Repair) -> Developed:
    """Return a developed photo as other strokes will make it, roughly and soon; never to be saved.

    Its colors are those of before.
    """
    from engine.recipe.recipe import Recipe  # noqa: PLC0415 - beside the next
    from engine.restoration.restoring import draft, restore  # noqa: PLC0415 - imports torch

    before = developed.restored or restore(developed.photo, Recipe(coloring=None))
    shown = replace(before, original=draft(before, settings), steps=())
    return replace(developed, restored=shown)


def _painted(mask: Mask, invented: Mask, *, outlined: bool) -> NDArray[np.uint8]:
    """Return (h, w, 4), sRGB and opacity, no larger than it can be shown."""
    scale = min(1.0, _MOST_SIDE / max(mask.shape))
    size = max(1, round(mask.shape[1] * scale)), max(1, round(mask.shape[0] * scale))
    covered, made_up = (
        cv2.resize(part.astype(np.uint8) * 255, size, interpolation=cv2.INTER_AREA) > 0
        for part in (mask, invented)
    )
    if outlined:
        grown = cv2.dilate(covered.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        near = cv2.dilate(made_up.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0
        covered, made_up = grown & ~covered, near
    rgba = np.zeros((size[1], size[0], 4), np.uint8)
    rgba[covered] = (*_REPAIRED, 255 if outlined else _OPACITY)
    rgba[covered & made_up] = (*_INVENTED, 255 if outlined else _OPACITY)
    return rgba
