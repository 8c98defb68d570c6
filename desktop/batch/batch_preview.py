"""A few photos of a batch as it would color them, chosen at random among those that it would."""

from __future__ import annotations

import logging
import random
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.platform.qimage import qimage_from_rgb
from engine.batch.planning.plan import Plan, make_plan
from engine.batch.records.folder import check_job
from engine.errors import EngineError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PySide6.QtGui import QImage

    from engine.batch.job import BatchJob
    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model

logger = logging.getLogger(__name__)

PREVIEWS = 3
SIZE = (150, 180)
"""Height and width that each picture fits into."""
_MOST_TRIED = 40
"""Photos read before it is said that none would be colored: a folder of color photos is no wait."""


@dataclass(frozen=True, eq=False)
class Preview:
    """A photo as a batch would color it."""

    path: Path
    before: QImage
    after: QImage

    @property
    def name(self) -> str:
        """What its file is called."""
        return self.path.name


def make_previews(
    job: BatchJob,
    token: CancelToken,
    *,
    wanted: Iterable[Path] = (),
    shown: Iterable[Path] = (),
) -> list[Preview]:
    """Color a few photos without writing anything where they or their results are.

    Args:
        job: The batch.
        token: Checked while photos are looked for and between them.
        wanted: Photos to show if the batch would color them: with other settings, the same ones.
        shown: Photos that are shown again only if there are no others.

    Raises:
        EngineError, TemplateError: If the batch could not begin.
        Cancelled: If the token was set.
    """
    from engine.batch.running.steps import load_model  # noqa: PLC0415 - imports torch

    check_job(job)
    model = load_model(job.settings)
    tried = islice(_candidates(job, token, set(wanted), set(shown)), _MOST_TRIED)
    previews: list[Preview] = []
    for path in tried:
        previews += _preview(job, model, path, token)
        if len(previews) == PREVIEWS:
            break
    return previews


def _candidates(
    job: BatchJob, token: CancelToken, wanted: set[Path], shown: set[Path]
) -> Iterator[Path]:
    """Yield the photos that a batch would try, those that are wanted first."""
    with TemporaryDirectory(prefix="kolorit-") as scratch:
        path = Path(scratch) / "plan.sqlite"
        make_plan(job, path, lambda _: token.check())
        with closing(Plan(path, job.target)) as plan:
            numbers = plan.numbers_to_color()
            random.shuffle(numbers)
            later: list[Path] = []
            if wanted:
                open_ones = (planned.source for planned in plan.photos() if planned.state is None)
                yield from [source for source in open_ones if source in wanted]
            for n in numbers:
                source = plan.photo(n).source
                if source in shown:
                    later.append(source)
                elif source not in wanted:
                    yield source
            yield from later


def _preview(job: BatchJob, model: Model, path: Path, token: CancelToken) -> Iterator[Preview]:
    from engine.batch.planning.preview import preview_photos  # noqa: PLC0415 - imports torch
    from engine.photo.photo import Photo, Window, fit, view  # noqa: PLC0415 - with the line above

    rules = job.rules
    try:
        for trial in preview_photos(
            model, [path], job.settings, token, sidecars=rules.sidecars, colored=rules.colored
        ):
            photo, colored = trial.photo, Photo(trial.rgb)
            whole, size = Window.whole(photo.size), fit(photo.size, SIZE)
            before, after = (qimage_from_rgb(view(p, whole, size)) for p in (photo, colored))
            yield Preview(path, before, after)
    except EngineError as error:  # the batch will say so; there are others to look at
        logger.info("no preview: %s", error)
