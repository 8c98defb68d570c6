"""Where a batch keeps its plan, journal and thumbnails: a hidden folder among the results."""

from __future__ import annotations

import json
import os
import sqlite3
import stat
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Self

from engine.atomic_write import atomic_path
from engine.batch.job import job_from_json, job_to_json
from engine.batch.own_files import (
    NotOwnError,
    discard,
    open_own,
    read_own,
    require_own_folder,
    try_lock,
)
from engine.batch.planning.plan import Plan, make_plan
from engine.batch.records.claims import claims_in
from engine.batch.records.journal import JournalReader, read_progress
from engine.checkpoints.catalog import bundled_models
from engine.errors import BatchError, BatchProblem
from engine.recipe.recipe_json import NewerFormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from engine.batch.job import BatchJob
    from engine.batch.outcome import FileIdentity

NAME = ".kolorit-batch"
PARTIAL = "partial"
"""Folder of outputs that are being written: whatever lies there when a batch begins is rubbish."""
_MAX_JOB = 1 << 20
"""Bytes."""


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

    @property
    def lock(self) -> Path:
        """The file that the process that writes here has locked."""
        return self.path / "lock"

    @property
    def reports(self) -> Path:
        """Which files are reports that were written here."""
        return self.path / "reports.json"

    def has_batch(self) -> bool:
        """Whether a batch was planned here; the plan is the last thing that planning writes."""
        return os.path.lexists(self.plan) and os.path.lexists(self.job)

    def read_job(self) -> BatchJob:
        """Return the job that was planned here.

        Raises:
            BatchError: If there is none, it is damaged, or a newer version planned it.
        """
        if not self.has_batch():
            raise BatchError(self.target, BatchProblem.NOTHING)
        try:
            job = job_from_json(json.loads(read_own(self.job, _MAX_JOB).decode()))
        except NewerFormatError as error:
            raise BatchError(self.target, BatchProblem.NEWER) from error
        except RecursionError as error:
            raise _damaged(self, "its job is nested too deeply") from error
        except OSError as error:
            raise _damaged(self, error.strerror or str(error)) from error
        except ValueError as error:
            raise _damaged(self, str(error)) from error
        return replace(job, target=self.target)  # the folder may have been moved

    def open_plan(self) -> Plan:
        """Open the plan.

        Raises:
            BatchError: If it cannot be read.
        """
        try:
            return Plan(self.plan, self.target)
        except OSError as error:
            raise _damaged(self, error.strerror or str(error)) from error
        except sqlite3.Error as error:
            raise _damaged(self, str(error)) from error


class Lock:
    """Keeps a second process from writing to the same folder; a process that dies lets go."""

    def __init__(self, folder: BatchFolder) -> None:
        """Take the lock, and tidy up what a process that was killed has left.

        Raises:
            BatchError: If another batch has it or the folder cannot be written to.
        """
        self._handle = -1
        try:
            folder.target.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                folder.path.mkdir(mode=0o700)
            require_own_folder(folder.path)
            _make_private(folder.path)
            self._handle = _lock_handle(folder.lock)
            is_free = _locks(self._handle, folder.lock)
            if is_free:
                for left in folder.path.glob(".*.partial"):
                    discard(left)
        except OSError as error:
            self.release()
            raise _unwritable(folder, error) from error
        if not is_free:
            self.release()
            raise BatchError(folder.target, BatchProblem.IN_USE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let go; may be called twice."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)


def _lock_handle(path: Path) -> int:
    """Open the file to lock; what somebody else has put in its place is replaced."""
    try:
        return open_own(path, os.O_RDWR | os.O_CREAT)
    except NotOwnError:
        path.unlink()
        return open_own(path, os.O_RDWR | os.O_CREAT | os.O_EXCL)


def _locks(handle: int, path: Path) -> bool:
    """Take the lock; whether it is had, and the file still is the one that others will lock."""
    return try_lock(handle) and os.path.samestat(os.fstat(handle), path.lstat())


def _make_private(folder: Path) -> None:
    if stat.S_IMODE(folder.stat().st_mode) & 0o077:
        with suppress(OSError):  # some mounted disks have no permissions to set
            folder.chmod(0o700)


def check_job(job: BatchJob) -> None:
    """Raise ``BatchError`` if the sources are missing or the results would lie among them."""
    for source in job.sources:
        if not source.exists():
            raise BatchError(source, BatchProblem.NO_SOURCE)
        if job.target.exists() and source.samefile(job.target):
            raise BatchError(job.target, BatchProblem.SAME_FOLDER)


def plan_batch(
    job: BatchJob,
    *,
    anew: bool = False,
    report: Callable[[int], None] | None = None,
    lock: Lock | None = None,
) -> BatchFolder:
    """Plan a batch in its target folder.

    Args:
        job: What to do.
        anew: Whether an earlier batch that is not finished may be given up. Its results stay.
        report: Called with the number of photos found so far; may raise to end the search.
        lock: Held by the caller, who goes on to run the batch; by default it is taken for as
            long as the planning takes.

    Raises:
        BatchError: If the job cannot be done, another one holds the folder, or the disk refuses.
        TemplateError: If the names cannot be made.
        UnknownModelError: If there is no such model.
    """
    check_job(job)
    folder = BatchFolder(job.target)
    if job.settings.model is None:  # a batch keeps its model, whatever will be the default
        job = replace(job, settings=replace(job.settings, model=bundled_models()[0].name))
    own_lock = None if lock is not None else Lock(folder)
    try:
        _require_not_newer(folder)
        if folder.has_batch() and not anew and not _is_finished(folder):
            raise BatchError(job.target, BatchProblem.UNFINISHED)
        results = set(_known_results(folder))
        for path in (folder.plan, folder.journal, folder.thumbnails, folder.job, folder.partial):
            discard(path)
        with atomic_path(folder.job) as beside:
            beside.write_text(json.dumps(job_to_json(job), indent=1), encoding="utf-8")
        make_plan(job, folder.plan, report, results)
    except (OSError, sqlite3.Error) as error:
        raise _unwritable(folder, error) from error
    finally:
        if own_lock is not None:
            own_lock.release()
    return folder


def _require_not_newer(folder: BatchFolder) -> None:
    """Raise ``BatchError`` if a newer version planned the batch that is there, which then stays."""
    try:
        folder.read_job()
    except BatchError as error:
        if error.problem is BatchProblem.NEWER:
            raise


def clear_partial(folder: BatchFolder) -> None:
    """Remove what a crash left half written; the claims stay.

    Raises:
        BatchError: If the disk refuses.
    """
    try:
        try:
            require_own_folder(folder.partial)
        except (FileNotFoundError, NotOwnError):
            discard(folder.partial)
            folder.partial.mkdir(mode=0o700)
        for left in folder.partial.iterdir():
            if left.suffix != ".claim":
                discard(left)
    except OSError as error:
        raise _unwritable(folder, error) from error


def _known_results(folder: BatchFolder) -> Iterator[FileIdentity]:
    """Yield the files that earlier batches made here, as far as can be told."""
    for _, identities in claims_in(folder.partial):
        yield from identities
    with suppress(BatchError, OSError, ValueError), closing(folder.open_plan()) as plan:
        yield from plan.results()
        progress = read_progress(folder.journal, plan.count)
        with closing(JournalReader(folder.journal, folder.thumbnails)) as journal:
            for n in range(1, plan.count + 1):
                if progress.state(n) is not None:
                    output = journal.outcome(progress.place(n)).output
                    if output is not None:
                        yield output


def _is_finished(folder: BatchFolder) -> bool:
    with closing(folder.open_plan()) as plan:
        progress = read_progress(folder.journal, plan.count)
        # those that were skipped from the start may still lack their line in the journal
        left = (planned for planned in plan.photos() if progress.state(planned.n) is None)
        return all(planned.state is not None for planned in left)


def _damaged(folder: BatchFolder, detail: str) -> BatchError:
    return BatchError(folder.target, BatchProblem.DAMAGED, detail)


def _unwritable(folder: BatchFolder, error: Exception) -> BatchError:
    detail = error.strerror if isinstance(error, OSError) else None
    return BatchError(folder.target, BatchProblem.UNWRITABLE, detail or str(error))
