"""Where a batch keeps its plan, journal and thumbnails: a hidden folder among the results."""

from __future__ import annotations

import json
import shutil
import sqlite3
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.batch.job import job_from_json, job_to_json
from engine.batch.journal import read_progress
from engine.batch.plan import Plan, make_plan
from engine.catalog import bundled_models
from engine.errors import BatchError, BatchProblem
from engine.replacing import written_beside

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from engine.batch.job import BatchJob

NAME = ".kolorit-batch"
PARTIAL = "partial"
"""Folder of outputs that are being written: whatever lies there when a batch begins is rubbish."""


@dataclass(frozen=True)
class BatchFolder:
    """Names the files of the batch whose results go to ``target``."""

    target: Path

    @property
    def path(self) -> Path:
        """The hidden folder."""
        return self.target / NAME

    @property
    def job(self) -> Path:
        """The job as JSON."""
        return self.path / "job.json"

    @property
    def plan(self) -> Path:
        """The plan."""
        return self.path / "plan.sqlite"

    @property
    def journal(self) -> Path:
        """The journal."""
        return self.path / "journal.jsonl"

    @property
    def thumbnails(self) -> Path:
        """The thumbnails, one after another."""
        return self.path / "thumbnails.bin"

    @property
    def partial(self) -> Path:
        """See ``PARTIAL``."""
        return self.path / PARTIAL

    def has_batch(self) -> bool:
        """Whether a batch was planned here; the plan is the last thing that planning writes."""
        return self.plan.is_file() and self.job.is_file()

    def read_job(self) -> BatchJob:
        """Return the job that was planned here.

        Raises:
            BatchError: If there is none or it is damaged.
        """
        if not self.has_batch():
            raise BatchError(self.target, BatchProblem.NOTHING)
        try:
            return job_from_json(json.loads(self.job.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise BatchError(self.target, BatchProblem.DAMAGED, str(error)) from error

    def open_plan(self) -> Plan:
        """Open the plan.

        Raises:
            BatchError: If it cannot be read.
        """
        try:
            return Plan(self.plan, self.target)
        except sqlite3.Error as error:
            raise BatchError(self.target, BatchProblem.DAMAGED, str(error)) from error


class Lock:
    """Keeps a second process from writing to the same folder; a process that dies lets go."""

    def __init__(self, folder: BatchFolder) -> None:
        """Take the lock.

        Raises:
            BatchError: If another batch has it or the folder cannot be written to.
        """
        try:
            folder.path.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(
                folder.path / "lock.sqlite",
                timeout=0,
                isolation_level=None,
                check_same_thread=False,
            )
        except (OSError, sqlite3.Error) as error:
            raise _unwritable(folder, error) from error
        try:
            self._database.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            self._database.close()
            if "locked" in str(error):
                raise BatchError(folder.target, BatchProblem.IN_USE) from error
            raise _unwritable(folder, error) from error

    def release(self) -> None:
        """Let go; may be called twice."""
        self._database.close()


def check_job(job: BatchJob) -> None:
    """Raise ``BatchError`` if the sources are missing or the results would lie among them."""
    for source in job.sources:
        if not source.exists():
            raise BatchError(source, BatchProblem.NO_SOURCE)
        if job.target.exists() and source.samefile(job.target):
            raise BatchError(job.target, BatchProblem.SAME_FOLDER)


def plan_batch(
    job: BatchJob, *, anew: bool = False, report: Callable[[int], None] | None = None
) -> BatchFolder:
    """Plan a batch in its target folder.

    Args:
        job: What to do.
        anew: Whether an earlier batch that is not finished may be given up. Its results stay.
        report: Called with the number of photos found so far; may raise to end the search.

    Raises:
        BatchError: If the job cannot be done, another one holds the folder, or the disk refuses.
        TemplateError: If the names cannot be made.
        UnknownModelError: If there is no such model.
    """
    check_job(job)
    folder = BatchFolder(job.target)
    if job.settings.model is None:  # a batch keeps its model, whatever will be the default
        job = replace(job, settings=replace(job.settings, model=bundled_models()[0].name))
    lock = Lock(folder)
    try:
        if folder.has_batch() and not anew and not _is_finished(folder):
            raise BatchError(job.target, BatchProblem.UNFINISHED)
        for path in (folder.plan, folder.journal, folder.thumbnails, folder.job):
            path.unlink(missing_ok=True)
        with written_beside(folder.job) as beside:
            beside.write_text(json.dumps(job_to_json(job), indent=1), encoding="utf-8")
        make_plan(job, folder.plan, report)
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(folder, error) from error
    finally:
        lock.release()
    return folder


def clear_partial(folder: BatchFolder) -> None:
    """Remove what a crash left half written.

    Raises:
        BatchError: If the disk refuses.
    """
    try:
        if folder.partial.exists():
            shutil.rmtree(folder.partial)
        folder.partial.mkdir()
    except OSError as error:
        raise _unwritable(folder, error) from error


def _is_finished(folder: BatchFolder) -> bool:
    plan = folder.open_plan()
    try:
        progress = read_progress(folder.journal, plan.count)
        # those that were skipped from the start may still lack their line in the journal
        left = (planned for planned in plan.photos() if progress.state(planned.n) is None)
        return all(planned.state is not None for planned in left)
    finally:
        plan.close()


def _unwritable(folder: BatchFolder, error: Exception) -> BatchError:
    return BatchError(folder.target, BatchProblem.UNWRITABLE, str(error))
