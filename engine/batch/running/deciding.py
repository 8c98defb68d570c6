"""Decide what is done for each photo of a plan: whether, under which name, and what it replaces.

An original is never replaced. What counts as one: each photo of the plan under any of its names,
all that lies in a source folder now (taken or left out, there since or saved anew), what links in
there point to, and what has a second name that nobody knows. Only what an earlier batch made in
the folder for the results, and nobody has changed since, may be replaced among originals.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from engine.batch.job import Colored, Conflict
from engine.batch.outcome import ENDED_TWICE, HAS_OUTPUT, FileIdentity, Outcome, State, Task
from engine.batch.own_files import is_within
from engine.batch.planning.naming import fitted, free_name
from engine.batch.records.claims import claims_in
from engine.batch.records.placing import identity_at
from engine.errors import BatchError, BatchProblem, ImageProblem

if TYPE_CHECKING:
    from engine.batch.job import BatchJob
    from engine.batch.planning.plan import Plan, Planned
    from engine.batch.records.folder import BatchFolder
    from engine.batch.records.journal import Progress

_TRIES = 2
"""How often a process may die with a photo in hand before the photo counts as failed."""


class Decisions:
    """Decides for one session of a batch."""

    def __init__(self, folder: BatchFolder, job: BatchJob, plan: Plan, progress: Progress) -> None:
        self.plan = plan
        self.anyway: set[int] = set()
        """Numbers of photos that are colored whatever they were skipped for."""
        self._folder = folder
        self._job = job
        self._progress = progress
        self._begun = dict(progress.begun)
        self._claims = dict(claims_in(folder.partial))
        statuses = [source.stat() for source in job.sources if source.exists()]
        self._roots = {(status.st_dev, status.st_ino) for status in statuses}

    def step(self, planned: Planned) -> Task | Outcome:
        """Return what to do for a photo, or how it ends without being tried.

        Raises:
            BatchError: If the plan names a photo that is not among the job's.
        """
        is_wanted = planned.n in self.anyway and planned.state in (None, State.SKIPPED)
        if planned.state is not None and not is_wanted:
            return Outcome(planned.n, planned.state, reason=planned.reason)
        if self._progress.tries[planned.n] >= _TRIES:
            return Outcome(planned.n, State.FAILED, reason=ENDED_TWICE)
        target = self._begun.get(planned.n, planned.target)
        if not is_within(target, self._folder.target):
            target = planned.target
        if not os.path.lexists(target):
            return self._task(planned, target, None)
        there = identity_at(target)
        if there is not None and there in self._claims.get(planned.n, ()):
            return self._task(planned, target, there)  # from the run that was cut off
        return self._conflict(planned, target, there)

    def _conflict(
        self, planned: Planned, target: Path, there: FileIdentity | None
    ) -> Task | Outcome:
        conflict = self._job.rules.conflict
        if planned.n in self.anyway:
            conflict = Conflict.UNIQUE
        if conflict is Conflict.SKIP:
            return Outcome(planned.n, State.SKIPPED, reason=HAS_OUTPUT)
        if conflict is Conflict.UNIQUE:
            return self._task(planned, self._another(target), None)
        reason = self._why_kept(target)
        if reason:
            return Outcome(planned.n, State.FAILED, reason=f"“{target}” {reason}")
        return self._task(planned, target, there)

    def _why_kept(self, target: Path) -> str:
        """Return why a file must not be replaced; nothing if it may be."""
        status = target.lstat()
        followed = target.stat() if target.exists() else status
        if self.plan.is_source(followed):
            return ImageProblem.WRITE_IS_INPUT.value
        if not stat.S_ISREG(status.st_mode):
            return "is no regular file, which nothing replaces"
        if self.plan.is_result(FileIdentity.of(status)):
            return ""
        if status.st_nlink > 1:
            return "has another name elsewhere, so it may be an original, which nothing replaces"
        if self._is_among_originals(target):
            return "is among the original photos, where nothing is replaced"
        return ""

    def _is_among_originals(self, target: Path) -> bool:
        folder = Path(os.path.realpath(target.parent))
        for place in (folder / target.name, folder, *folder.parents):
            status = place.stat()
            identity = (status.st_dev, status.st_ino)
            if identity in self._roots or self.plan.is_linked(status):
                return True
        return False

    def _another(self, target: Path) -> Path:
        def is_free(name: str) -> bool:
            path = target.with_name(name)
            return not os.path.lexists(path) and not self.plan.has_name(path)

        return target.with_name(
            free_name(lambda copy: fitted(target.stem, f"-{copy + 1}{target.suffix}"), is_free)
        )

    def _task(self, planned: Planned, target: Path, replaces: FileIdentity | None) -> Task:
        return Task(
            planned.n,
            planned.source,
            target,
            self._folder.partial / f"{planned.n}{target.suffix}",
            replaces,
            self._root_of(planned.source),
            Colored.COLOR if planned.n in self.anyway else self._job.rules.colored,
            self._job.settings,
            self._job.rules.sidecars,
        )

    def _root_of(self, source: Path) -> Path:
        for root in self._job.sources:
            if source == root:
                return source.parent
            if is_within(source, root):
                return root
        detail = f"“{source}” is none of its photos"
        raise BatchError(self._folder.target, BatchProblem.DAMAGED, detail)
