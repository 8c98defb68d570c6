"""Runs a batch beside the engine thread, with a model of its own."""

from __future__ import annotations

import logging
import threading
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.batch.batch_messages import report_reason
from desktop.batch.batch_preview import make_previews
from desktop.texts.report_words import report_words
from engine.batch.planning.naming import TemplateError
from engine.batch.records.folder import BatchFolder, Lock, plan_batch
from engine.batch.running.control import Control
from engine.batch.running.run import BatchRun
from engine.cancel import Cancelled, CancelToken
from engine.errors import BatchError, EngineError, ImageError

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from pathlib import Path

    from engine.batch.job import BatchJob
    from engine.batch.records.results import Result
    from engine.batch.running.run import Counts
    from engine.checkpoints.checkpoint import Model

    Ending = Callable[[], object]
    Reopening = Callable[[BatchRun], object]

logger = logging.getLogger(__name__)

_PATIENCE = 1.0
"""Seconds that the disk is given where the program is about to be ended."""


class BatchWorker(QObject):
    """Does one thing at a time on a thread of its own.

    Each ends in exactly one of ``ended``, ``previewed``, ``failed``, ``cancelled`` and ``crashed``.

    Signals:
        found(count: int): photos found so far, while a batch is planned.
        begun(estimate: Estimate, counts: Counts)
        happened(event: Event, counts: Counts)
        listed(results: tuple[Result, ...]): what a person may want to see to, before ``ended``.
        ended(counts: Counts, report: Path | None): all is done, or the user stopped it.
        previewed(previews: list[Preview])
        failed(error: EngineError | TemplateError): the user can act on it.
        cancelled()
        crashed(error: Exception): a bug.
    """

    found = Signal(int)
    begun = Signal(object, object)
    happened = Signal(object, object)
    listed = Signal(object)
    ended = Signal(object, object)
    previewed = Signal(object)
    failed = Signal(object)
    cancelled = Signal()
    crashed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: threading.Thread | None = None
        self._is_busy = False
        self._token = CancelToken()
        self._control = Control()
        self._run_now: BatchRun | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is under way."""
        return self._is_busy

    def preview(
        self, job: BatchJob, wanted: Sequence[Path] = (), shown: Collection[Path] = ()
    ) -> None:
        """Color a few photos without writing anything; see :func:`make_previews`."""
        self._start(lambda: self._preview(job, wanted, shown))

    def begin(self, job: BatchJob, *, anew: bool = False) -> None:
        """Plan a batch and run it."""
        self._start(lambda: self._begin(job, anew=anew))

    def resume(self, target: Path) -> None:
        """Go on with the batch in a folder."""
        self._start(lambda: self._resume(BatchFolder(target), lambda _: None))

    def retry_failed(self, target: Path) -> None:
        """Go on with the batch in a folder, and try failed photos again."""
        self._start(lambda: self._resume(BatchFolder(target), lambda run: run.retry_failed()))

    def color_anyway(self, target: Path, numbers: Collection[int]) -> None:
        """Color photos that the batch in a folder has skipped; results get names of their own."""
        wanted = frozenset(numbers)
        folder = BatchFolder(target)
        self._start(lambda: self._resume(folder, lambda run: run.color_anyway(wanted)))

    def pause(self) -> None:
        """Wait once the photos in flight are done."""
        self._control.pause()

    def go_on(self) -> None:
        """Go on after a pause."""
        self._control.go_on()

    def stop(self) -> None:
        """End once the photos in flight are done; the batch can be resumed."""
        self._token.cancel()
        self._control.stop()

    def let_go(self) -> None:
        """Stop, and note that the process may be ended now, by no photo in flight."""
        self.stop()
        if self._run_now is not None:
            # in a thread, as a disk may take its time
            noting = threading.Thread(target=self._run_now.let_go, daemon=True)
            noting.start()
            noting.join(_PATIENCE)

    def close(self) -> None:
        """Stop and wait. The GUI calls this once, on exit."""
        self.stop()
        if self._thread is not None:
            self._thread.join()

    def _start(self, work: Callable[[], Ending]) -> None:
        if self._is_busy:
            msg = "one batch at a time"
            raise RuntimeError(msg)
        self._is_busy = True
        self._token, self._control = CancelToken(), Control()
        self._thread = threading.Thread(target=self._guarded, args=(work,), name="batch")
        self._thread.start()

    def _guarded(self, work: Callable[[], Ending]) -> None:
        try:
            ending = work()
        except Cancelled:
            ending = self.cancelled.emit
        except (EngineError, TemplateError) as error:
            ending = partial(self.failed.emit, error)
        except Exception as error:  # noqa: BLE001 - a thread's last line of defence
            ending = partial(self.crashed.emit, error)
        self._is_busy = False  # whoever hears of the end may begin anew
        ending()

    def _begin(self, job: BatchJob, *, anew: bool) -> Ending:
        def report(count: int) -> None:
            self._token.check()
            self.found.emit(count)

        with Lock(BatchFolder(job.target)) as lock:  # else another could plan what this one runs
            folder = plan_batch(job, anew=anew, report=report, lock=lock)
            return self._run(folder, lock, lambda _: None)

    def _resume(self, folder: BatchFolder, reopen: Reopening) -> Ending:
        with Lock(folder) as lock:
            return self._run(folder, lock, reopen)

    def _run(self, folder: BatchFolder, lock: Lock, reopen: Reopening) -> Ending:
        # these import torch
        from engine.batch.running.album_colors import AlbumColors  # noqa: PLC0415 - see above
        from engine.batch.running.pipeline import Pipeline  # noqa: PLC0415 - see above
        from engine.batch.running.steps import load_model  # noqa: PLC0415 - see above

        model = load_model(folder.read_job().settings)
        self._token.check()
        pipeline = Pipeline(model, album=AlbumColors.of(folder))
        with BatchRun(folder, pipeline, control=self._control, lock=lock) as run:
            self._run_now = run
            try:
                reopen(run)
                counts = self._followed(run, folder, model)
            finally:
                self._run_now = None
        self.listed.emit(self._results(folder))
        return partial(self.ended.emit, counts, self._report(folder))

    def _followed(self, run: BatchRun, folder: BatchFolder, model: Model) -> Counts:
        self._estimate(run, folder, model)
        for event in run:
            self.happened.emit(event, run.counts())
        return run.counts()

    def _estimate(self, run: BatchRun, folder: BatchFolder, model: Model) -> None:
        from engine.batch.planning.estimate import SAMPLE, estimate  # noqa: PLC0415 - imports torch
        from engine.batch.planning.preview import preview_photos  # noqa: PLC0415 - imports torch

        seconds: list[float] = []
        with closing(folder.open_plan()) as plan:
            for planned in run.sample(3):
                try:
                    tried = preview_photos(
                        model,
                        [planned.source],
                        run.job.settings,
                        self._token,
                        sidecars=run.job.rules.sidecars,
                    )
                    seconds += [trial.seconds for trial in tried]
                except EngineError as error:  # it will be told in its turn
                    logger.info("not part of the estimate: %s", error)
            known = estimate(run.job, plan, seconds, run.sample(SAMPLE))
            self.begun.emit(known, run.counts())

    def _results(self, folder: BatchFolder) -> tuple[Result, ...]:
        from engine.batch.records.results import read_results  # noqa: PLC0415 - only now

        try:
            return read_results(folder)
        except (BatchError, OSError, ValueError) as error:
            logger.warning("the results cannot be listed: %s", error)
            return ()

    def _report(self, folder: BatchFolder) -> Path | None:
        from engine.batch.records.report import write_report  # noqa: PLC0415 - only now

        try:
            _table, page = write_report(folder, words=report_words(report_reason))
        except (BatchError, ImageError, OSError) as error:
            logger.warning("the report cannot be written: %s", error)
            return None
        return page

    def _preview(self, job: BatchJob, wanted: Sequence[Path], shown: Collection[Path]) -> Ending:
        previews = make_previews(job, self._token, wanted=wanted, shown=shown)
        return partial(self.previewed.emit, previews)
