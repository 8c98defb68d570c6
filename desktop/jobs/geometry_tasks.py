"""What the engine thread is asked to turn, and to find on scans.

See :mod:`desktop.jobs.engine_tasks`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from engine.files.orientation import turn_to

if TYPE_CHECKING:
    from desktop.jobs.engine_tasks import Opened, Report
    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.photo.photo import Photo
    from engine.recipe.stages import Crop, Orientation


def find_crops(photo: Photo) -> Task[tuple[Crop, ...]]:
    """Make the task that finds the prints on a scan; each as the crop that leaves it alone."""

    def task(_token: CancelToken, _report: Report) -> tuple[Crop, ...]:
        from engine.restoration.geometry import crops_of_prints  # noqa: PLC0415 - its library is large

        return crops_of_prints(photo)

    return task


def set_straight(photo: Photo, crop: Crop) -> Task[Crop | None]:
    """Make the task that sets a crop straight; see :func:`engine.restoration.geometry`."""

    def task(_token: CancelToken, _report: Report) -> Crop | None:
        from engine.restoration import geometry  # noqa: PLC0415 - its library is large

        return geometry.set_straight(photo, crop)

    return task


def turn(opened: Opened, orientation: Orientation) -> Task[Opened]:
    """Make the task that turns a photo that has been read, with its findings, as it is to lie."""

    def task(_token: CancelToken, _report: Report) -> Opened:
        photo, damage = turn_to(opened.photo, orientation.turn), opened.damage
        return replace(
            opened, photo=photo, damage=None if damage is None else damage.lying_as(photo)
        )

    return task
