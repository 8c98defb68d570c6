"""What a batch will need, before it begins: room on the disk and time."""

from __future__ import annotations

import logging
import shutil
import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.batch import photos
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from engine.batch.job import BatchJob
    from engine.batch.planning.plan import Plan, Planned

logger = logging.getLogger(__name__)

SAMPLE = 32
"""Headers read to learn how large the photos are."""
_BYTES_PER_PIXEL = {"JPEG": 0.6, "PNG": 1.9, "WEBP": 0.4, "TIFF": 3.0}
"""Of colored photos. 120 colored training photos take 0.45, 1.44, 0.30 and 2.69 on average; grain,
which they lack, compresses badly, so a third is added where there is room for it."""
_RECORD_BYTES = 5_000
"""What plan, journal and thumbnail of one photo take; 4,900 measured on 48 photos."""


@dataclass(frozen=True)
class Estimate:
    """What is known before a batch begins."""

    photos: int
    """To be colored; others are skipped by the rules."""
    input_bytes: int
    output_bytes: int
    """About what the results will take."""
    free_bytes: int
    """On the disk of the results."""
    seconds: float | None
    """About how long it will take; None if nothing was tried."""

    @property
    def fits(self) -> bool:
        """Whether the results will probably fit on the disk."""
        return self.output_bytes < self.free_bytes


def estimate(
    job: BatchJob,
    plan: Plan,
    photo_seconds: Iterable[float] = (),
    sample: Iterable[Planned] | None = None,
) -> Estimate:
    """Estimate what a batch needs from the headers of a few photos spread over its plan.

    Args:
        job: The batch.
        plan: Its plan.
        photo_seconds: How long photos of the sample took, as
            :func:`engine.batch.planning.preview.preview_photos` tells; their mean is taken for all.
        sample: Photos whose headers are read; by default ``SAMPLE`` of the plan.
    """
    count = plan.to_color()
    sizes = []
    for planned in plan.sample(SAMPLE) if sample is None else sample:
        try:
            file_format = photos.SUFFIXES.get(planned.target.suffix.lower(), "TIFF")
            sizes.append(photos.pixels(planned.source) * _BYTES_PER_PIXEL[file_format])
        except EngineError as error:
            logger.info("not part of the estimate: %s", error)
    each = statistics.fmean(sizes) if sizes else 0.0
    times = list(photo_seconds)
    return Estimate(
        count,
        plan.input_bytes(),
        round(count * (each + _RECORD_BYTES)),
        free_bytes(job.target),
        statistics.fmean(times) * count if times else None,
    )


def free_bytes(folder: Path) -> int:
    """Return the free space where a folder is or would be; 0 where its drive is missing."""
    there = next((place for place in (folder, *folder.parents) if place.exists()), None)
    return 0 if there is None else shutil.disk_usage(there).free
