"""Run a planned batch: an iterator of events that pauses, goes on, and survives its process."""

from __future__ import annotations

import logging
import os
import sqlite3
import threading
from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from engine.batch.failures import FULL
from engine.batch.folder import BatchFolder, Lock, clear_partial
from engine.batch.job import Conflict
from engine.batch.journal import Journal, read_progress
from engine.batch.naming import fitted, free_name
from engine.batch.outcome import HAS_OUTPUT, Blocked, Obstacle, Outcome, State, Task
from engine.errors import BatchError, BatchProblem, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from engine.batch.pipeline import Performer
    from engine.batch.plan import Plan, Planned

logger = logging.getLogger(__name__)

_AHEAD = 16
"""Photos noted as begun at a time: one write to the disk for all of them."""
_SETTLED = 500
"""Photos noted at a time that end without being tried."""


@dataclass(frozen=True)
class Finished:
    """A photo ended."""

    outcome: Outcome
    source: Path


@dataclass(frozen=True)
class Paused:
    """Nothing is in flight; the run waits for ``Control.go_on`` or ``Control.stop``."""

    obstacle: Obstacle | None
    """What stands in the way; None if the user asked."""


@dataclass(frozen=True)
class Continued:
    """The run goes on after a pause."""


Event = Finished | Paused | Continued


class Control:
    """What a user may ask of a run, from any thread."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._is_paused = False
        self._is_stopped = False

    def pause(self) -> None:
        """Ask the run to wait once the photos in flight are done."""
        self._set(paused=True)

    def go_on(self) -> None:
        """Ask a paused run to go on."""
        self._set(paused=False)

    def stop(self) -> None:
        """Ask the run to end once the photos in flight are done; it can be resumed."""
        with self._changed:
            self._is_stopped = True
            self._changed.notify_all()

    @property
    def is_paused(self) -> bool:
        """Whether the run waits, or will."""
        return self._is_paused

    @property
    def is_stopped(self) -> bool:
        """Whether the run ends."""
        return self._is_stopped

    def wait(self) -> bool:
        """Wait out a pause; return whether the run goes on, not ends."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_stopped or not self._is_paused)
            return not self._is_stopped

    def _set(self, *, paused: bool) -> None:
        with self._changed:
            self._is_paused = paused
            self._changed.notify_all()


@dataclass(frozen=True)
class Counts:
    """How the photos of a run stand."""

    total: int
    done: int
    copied: int
    skipped: int
    failed: int
    flagged: int
    """Of those done."""
    remaining: int


def counts_of(plan: Plan) -> Counts:
    """Return how the photos of a plan stand before anything is done."""
    return Counts(plan.count, 0, 0, 0, 0, 0, plan.to_color())


class BatchRun:
    """One session of a batch. Iterate over it in one thread, once; then close it."""

    def __init__(
        self, folder: BatchFolder, performer: Performer, *, control: Control | None = None
    ) -> None:
        """Open a planned batch, where it was.

        Raises:
            BatchError: If there is none, it is damaged, in use, or the disk refuses.
        """
        self.job = folder.read_job()
        self.control = control or Control()
        self._folder = folder
        self._performer = performer
        self._lock = Lock(folder)
        try:
            clear_partial(folder)
            self._plan = folder.open_plan()
            self._progress = read_progress(folder.journal, self._plan.count)
            self._journal = Journal(folder.journal, folder.thumbnails)
        except BatchError:
            self._lock.release()
            raise
        except OSError as error:
            self._lock.release()
            raise BatchError(folder.target, BatchProblem.UNWRITABLE, str(error)) from error
        self._begun_before = dict(self._progress.begun)
        self._photos = self._plan.photos()
        self._next = 1
        self._ready: deque[Task] = deque()
        self._settled: list[tuple[Planned, Outcome]] = []
        self._unsaved: list[Outcome] = []
        self._obstacle: Obstacle | None = None
        self._guard = threading.Lock()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files; may be called twice."""
        self._journal.close()
        self._plan.close()
        self._lock.release()

    def retry_failed(self) -> int:
        """Make failed photos photos to do; return how many. Before iterating."""
        return self._progress.reopen_failed()

    def counts(self) -> Counts:
        """Return how the photos stand now; from the iterating thread."""
        with self._guard:
            states, flagged = self._progress.counts(), self._progress.flagged
            remaining = self._progress.remaining
        return Counts(
            self._plan.count,
            states[State.DONE],
            states[State.COPIED],
            states[State.SKIPPED],
            states[State.FAILED],
            flagged,
            remaining,
        )

    def __iter__(self) -> Iterator[Event]:
        """Yield an event for every photo that ends and for every pause."""
        while True:
            yield from self._perform()
            if self.control.is_stopped or not self._has_more():
                return
            if not (self.control.is_paused or self._obstacle):
                continue
            if self._obstacle is not None:
                self.control.pause()
            yield Paused(self._obstacle)
            if not self.control.wait():
                return
            self._reopen()
            yield Continued()

    def _perform(self) -> Iterator[Event]:
        sources: dict[int, Path] = {}
        for attempt in self._performer.perform(self._feed(sources), self._record):
            if isinstance(attempt, Blocked):
                self._obstacle = self._obstacle or attempt.obstacle
                self._ready.append(attempt.task)
            else:
                yield Finished(attempt, sources.pop(attempt.n))
            yield from self._take_settled()
        yield from self._take_settled()

    def _take_settled(self) -> Iterator[Event]:
        settled, self._settled = self._settled, []
        for planned, outcome in settled:
            yield Finished(outcome, planned.source)

    def _has_more(self) -> bool:
        return bool(self._ready or self._unsaved or self.counts().remaining)

    def _feed(self, sources: dict[int, Path]) -> Iterator[Task]:
        """Yield photos to do until there are none or something asks to wait."""
        while not (self.control.is_paused or self.control.is_stopped or self._obstacle):
            if not self._ready:
                self._refill()
            if not self._ready:
                return
            task = self._ready.popleft()
            sources[task.n] = task.source
            yield task

    def _refill(self) -> None:
        """Note the next photos as begun and make them ready."""
        tasks: list[Task] = []
        settled: list[tuple[Planned, Outcome]] = []
        try:
            while len(tasks) < _AHEAD and len(settled) < _SETTLED:
                planned = next(self._photos, None)
                if planned is None:
                    break
                if self._progress.state(planned.n) is None:
                    step = self._step(planned)
                    if isinstance(step, Task):
                        tasks.append(step)
                    else:
                        settled.append((planned, step))
            self._save(tuple(outcome for _, outcome in settled))
            self._journal.begin((task.n, task.target) for task in tasks)
        except (OSError, sqlite3.Error) as error:
            self._obstacle = self._obstacle_of(error)
            self._photos = iter(())  # until the plan is opened again
            return
        self._ready.extend(tasks)
        self._settled += settled
        if tasks or settled:
            self._next = max(tasks[-1].n if tasks else 0, settled[-1][0].n if settled else 0) + 1

    def _step(self, planned: Planned) -> Task | Outcome:
        """Return what to do for a photo, or how it ends without being tried."""
        if planned.state is not None:
            return Outcome(planned.n, planned.state, reason=planned.reason)
        target = self._begun_before.get(planned.n)
        replaces = target is not None  # what is there came from the run that was cut off
        target = target or planned.target
        if not replaces and os.path.lexists(target):
            conflict = self.job.rules.conflict
            if conflict is Conflict.SKIP:
                return Outcome(planned.n, State.SKIPPED, reason=HAS_OUTPUT)
            if conflict is Conflict.UNIQUE:
                target = self._another(target)
            replaces = conflict is Conflict.OVERWRITE
        if replaces and target.exists() and self._plan.is_source(target):
            reason = f"“{target}” {ImageProblem.WRITE_IS_INPUT.value}"
            return Outcome(planned.n, State.FAILED, reason=reason)
        return self._task(planned, target, replaces=replaces)

    def _another(self, target: Path) -> Path:
        def is_free(name: str) -> bool:
            path = target.with_name(name)
            return not os.path.lexists(path) and not self._plan.has_name(path)

        return target.with_name(
            free_name(lambda copy: fitted(target.stem, f"-{copy + 1}{target.suffix}"), is_free)
        )

    def _task(self, planned: Planned, target: Path, *, replaces: bool) -> Task:
        return Task(
            planned.n,
            planned.source,
            target,
            self._folder.partial / f"{planned.n}{target.suffix}",
            replaces,
            self._root_of(planned.source),
            self.job.rules.colored,
            self.job.settings,
        )

    def _root_of(self, source: Path) -> Path:
        for root in self.job.sources:
            if source.is_relative_to(root) and source != root:
                return root
        return source.parent

    def _record(self, outcome: Outcome) -> None:
        """Put an outcome into the journal; called on the performer's threads."""
        try:
            self._save((outcome,))
            (self._folder.partial / f"{outcome.n}.claim").unlink(missing_ok=True)
        except OSError as error:
            logger.warning("the journal cannot be written: %s", error)
            with self._guard:
                self._unsaved.append(outcome)
                self._obstacle = self._obstacle or self._obstacle_of(error)

    def _save(self, outcomes: Sequence[Outcome]) -> None:
        places = self._journal.end(outcomes)
        with self._guard:
            for outcome, place in zip(outcomes, places, strict=True):
                self._progress.note(outcome, place)

    def _obstacle_of(self, error: OSError | sqlite3.Error) -> Obstacle:
        if isinstance(error, OSError) and error.errno in FULL:
            return Obstacle.DISK_FULL
        is_there = self._folder.partial.is_dir()
        return Obstacle.TARGET_FORBIDDEN if is_there else Obstacle.TARGET_GONE

    def _reopen(self) -> None:
        """Open plan and journal again, as their disk may have been away; save what waits."""
        self._obstacle = None
        try:
            self._folder.partial.stat()
            plan = self._folder.open_plan()
            self._plan.close()
            self._plan, self._photos = plan, plan.photos(self._next)
            self._journal.close()
            self._journal = Journal(self._folder.journal, self._folder.thumbnails)
            self._save(self._unsaved)
            self._unsaved = []
        except OSError as error:
            self._obstacle = self._obstacle_of(error)
        except BatchError:
            self._obstacle = Obstacle.TARGET_GONE
