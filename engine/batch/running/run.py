"""Run a planned batch: an iterator of events that pauses, goes on, and survives its process."""

from __future__ import annotations

import logging
import threading
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

from engine.batch.outcome import Blocked, BlockingCondition, Outcome, State, Task
from engine.batch.own_files import discard
from engine.batch.records.claims import claims_in
from engine.batch.records.folder import BatchFolder, Lock, clear_partial
from engine.batch.records.journal import Journal, read_progress
from engine.batch.running.alike import Alike
from engine.batch.running.control import Control
from engine.batch.running.deciding import Decisions
from engine.batch.running.failures import FULL
from engine.errors import BatchError, BatchProblem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from engine.batch.planning.plan import Plan, Planned
    from engine.batch.running.pipeline import PhotoRunner

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

    condition: BlockingCondition | None
    """What stands in the way; None if the user asked."""
    detail: str = ""
    """How photos failed that failed alike: completes the sentence “NAME …”."""


@dataclass(frozen=True)
class Continued:
    """The run goes on after a pause."""


Event = Finished | Paused | Continued


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
    in_color: int = 0
    """Of those skipped or copied: because they are in color already."""

    @property
    def left_in_color(self) -> int:
        """Of those skipped: because they are in color already."""
        return min(self.skipped, max(0, self.in_color - self.copied))

    @property
    def skipped_otherwise(self) -> int:
        """Of those skipped: for any other reason, such as a result that is there already."""
        return self.skipped - self.left_in_color


def counts_of(plan: Plan) -> Counts:
    """Return how the photos of a plan stand before anything is done."""
    return Counts(plan.count, 0, 0, 0, 0, 0, plan.to_color())


class BatchRun:
    """One session of a batch. Iterate over it in one thread, once; then close it."""

    def __init__(
        self,
        folder: BatchFolder,
        runner: PhotoRunner,
        *,
        control: Control | None = None,
        lock: Lock | None = None,
    ) -> None:
        """Open a planned batch, where it was.

        Args:
            folder: Where it was planned.
            runner: Does the photos.
            control: Asks it to pause, to go on or to stop.
            lock: Held by the caller since before it was planned; by default it is taken now.

        Raises:
            BatchError: If there is none, it is damaged, in use, or the disk refuses.
        """
        self.job = folder.read_job()
        self.control = control or Control()
        self._folder = folder
        self._runner = runner
        self._lock = None if lock is not None else Lock(folder)
        try:
            self._open()
        except BaseException as error:
            self._let_lock_go()
            if isinstance(error, OSError):
                detail = error.strerror or str(error)
                raise BatchError(folder.target, BatchProblem.UNWRITABLE, detail) from error
            raise
        self._photos = self._plan.photos()
        self._next = 1
        self._ready: deque[Task] = deque()
        self._in_hand: dict[int, Task] = {}
        self._looked_at: list[int] = []
        self._settled: list[Finished] = []
        self._unsaved: list[Outcome] = []
        self._alike = Alike(self._progress.held)
        self._condition: BlockingCondition | None = None
        self._detail = ""
        self._guard = threading.Lock()

    def _open(self) -> None:
        clear_partial(self._folder)
        self._plan = self._folder.open_plan()
        try:
            self._progress = read_progress(self._folder.journal, self._plan.count)
            self._discard_claims()
            self._decisions = Decisions(self._folder, self.job, self._plan, self._progress)
            self._journal = Journal(self._folder.journal, self._folder.thumbnails)
        except BaseException:
            self._plan.close()
            raise

    def _discard_claims(self) -> None:
        """Remove the claims of photos that ended and will not be done again."""
        for n, _ in list(claims_in(self._folder.partial)):
            is_known = 1 <= n <= self._plan.count
            if not is_known or self._progress.state(n) not in (None, State.FAILED):
                discard(self._folder.partial / f"{n}.claim")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the files; may be called twice.

        What is still in hand then, as what takes the events has failed, has ended no process.
        """
        if self._in_hand:
            self.let_go()
            self._in_hand = {}
        self._journal.close()
        self._plan.close()
        self._let_lock_go()

    def _let_lock_go(self) -> None:
        if self._lock is not None:
            self._lock.release()

    def retry_failed(self) -> int:
        """Make failed photos photos to do; return how many. Before iterating."""
        return self._progress.reopen_failed()

    def color_anyway(self, numbers: Iterable[int]) -> int:
        """Make skipped photos photos to do, whatever they were skipped for. Before iterating.

        Their results get names of their own: no file that is there is replaced.

        Returns:
            How many there are; others of these numbers stay as they are.
        """
        wanted = {n for n in numbers if self._progress.state(n) is State.SKIPPED}
        self._progress.reopen(wanted)
        self._decisions.anyway |= wanted
        return len(wanted)

    def sample(self, count: int) -> Iterator[Planned]:
        """Yield a few photos to do, spread over the plan, to be looked at before iterating.

        If one of them ends this process, the journal knows which: it will not be among them again.
        """
        for planned in self._plan.sample(count):
            if self._progress.state(planned.n) is None and not self._progress.tries[planned.n]:
                with suppress(OSError):  # the run will tell
                    self._journal.note(hand=planned.n)
                self._looked_at = [planned.n]
                try:
                    yield planned
                finally:
                    self._looked_at = []
                    self._drop([planned.n])

    def let_go(self) -> None:
        """Note that this process is about to be ended by its user, not by a photo."""
        self._drop([*self._looked_at, *self._in_hand])

    def counts(self) -> Counts:
        """Return how the photos stand now; from the iterating thread."""
        with self._guard:
            states, flagged = self._progress.counts(), self._progress.flagged
            remaining, in_color = self._progress.remaining, self._progress.in_color
        return Counts(
            self._plan.count,
            states[State.DONE],
            states[State.COPIED],
            states[State.SKIPPED],
            states[State.FAILED],
            flagged,
            remaining,
            in_color,
        )

    def __iter__(self) -> Iterator[Event]:
        """Yield an event for every photo that ends and for every pause.

        Raises:
            BatchError: If the plan turns out to be damaged.
        """
        while True:
            yield from self._perform()
            if self.control.is_stopped or not self._has_more():
                return
            if not (self.control.is_paused or self._condition):
                continue
            if self._condition is not None:
                self.control.pause()
            yield Paused(self._condition, self._detail)
            if not self.control.wait():
                return
            self._reopen()
            yield Continued()

    def _perform(self) -> Iterator[Event]:
        for attempt in self._runner.perform(self._feed(), self._record):
            if isinstance(attempt, Blocked):
                task = self._in_hand.pop(attempt.task.n)
                self._drop([task.n])
                self._condition = self._condition or attempt.condition
                self._ready.append(task)
            else:
                task = self._in_hand.pop(attempt.n)
                if not self._alike.will_tell(attempt.n):
                    yield Finished(attempt, task.source)
            yield from self._take_settled()
        self._judge_alike()
        yield from self._take_settled()

    def _take_settled(self) -> Iterator[Event]:
        with self._guard:
            settled, self._settled = self._settled, []
        yield from settled

    def _has_more(self) -> bool:
        return bool(self._ready or self._unsaved or self.counts().remaining)

    def _feed(self) -> Iterator[Task]:
        """Yield photos to do until there are none or something asks to wait.

        One that was in hand when a process died is done alone: if that happens once more, it is
        known which one was why.
        """
        while not (self.control.is_paused or self.control.is_stopped or self._condition):
            if not self._ready:
                self._refill()
            if not self._ready:
                return
            task = self._ready.popleft()
            is_alone = self._progress.tries[task.n] > 0
            if (is_alone and self._in_hand) or not self._take(task):
                self._ready.appendleft(task)
                return
            yield task
            if is_alone:
                return

    def _take(self, task: Task) -> bool:
        """Note that a photo is in hand; return whether the disk takes it."""
        try:
            self._journal.note(hand=task.n)
        except OSError as error:
            self._condition = self._condition_of(error)
            return False
        self._in_hand[task.n] = task
        return True

    def _drop(self, numbers: list[int]) -> None:
        """Note that photos are no longer in hand, though they have not ended."""
        with suppress(OSError):  # the next line that cannot be written is told
            self._journal.note(dropped=numbers)

    def _refill(self) -> None:
        """Note the next photos as begun and make them ready."""
        tasks: list[Task] = []
        settled: list[tuple[Planned, Outcome]] = []
        try:
            while len(tasks) < _AHEAD and len(settled) < _SETTLED:
                planned = next(self._photos, None)
                if planned is None:
                    break
                if self._progress.state(planned.n) is None and not self._is_waiting(planned.n):
                    step = self._decisions.step(planned)
                    if isinstance(step, Task):
                        tasks.append(step)
                    else:
                        settled.append((planned, step))
            self._save(tuple(outcome for _, outcome in settled))
            self._journal.begin((task.n, task.target) for task in tasks)
        except OSError as error:
            self._condition = self._condition_of(error)
            self._photos = iter(())  # until the plan is opened again
            return
        self._ready.extend(tasks)
        self._tell(Finished(outcome, planned.source) for planned, outcome in settled)
        if tasks or settled:
            self._next = max(tasks[-1].n if tasks else 0, settled[-1][0].n if settled else 0) + 1

    def _is_waiting(self, n: int) -> bool:
        """Whether a photo's end is known but could not be noted, or is held back."""
        return any(outcome.n == n for outcome in self._unsaved) or self._alike.holds(n)

    def _tell(self, events: Iterable[Finished]) -> None:
        with self._guard:
            self._settled += events

    def _record(self, outcome: Outcome) -> None:
        """Put an outcome into the journal; called on the runner's threads."""
        released = self._alike.take(outcome, self._in_hand[outcome.n])
        if self._alike.is_many:
            self._condition = self._condition or BlockingCondition.ALIKE
        if self._alike.holds(outcome.n):
            self._drop([outcome.n])
        else:
            self._end(outcome)
        self._release(released)

    def _end(self, outcome: Outcome) -> None:
        try:
            self._save((outcome,))
            if outcome.state is not State.FAILED:  # which may be tried again
                (self._folder.partial / f"{outcome.n}.claim").unlink(missing_ok=True)
        except OSError as error:
            logger.warning("the journal cannot be written: %s", error)
            with self._guard:
                self._unsaved.append(outcome)
                self._condition = self._condition or self._condition_of(error)

    def _release(self, held: Sequence[tuple[Outcome, Task]]) -> None:
        """Record failures that were held back: they were not those of all photos."""
        for outcome, _ in held:
            self._end(outcome)
        self._tell(Finished(outcome, task.source) for outcome, task in held)

    def _judge_alike(self) -> None:
        """Let failures that were held back wait for the user, if they are many; else record them.

        Those that wait are tried once more; then their failures count.
        """
        if self._condition is BlockingCondition.ALIKE and not self._alike.is_many:
            self._condition = None  # another photo went well meanwhile
        if self._condition is BlockingCondition.ALIKE:
            held = self._alike.let_go()
            self._detail = held[0][0].reason if held else ""
            with suppress(OSError):
                self._journal.note(held=[outcome.n for outcome, _ in held])
            self._progress.held |= {outcome.n for outcome, _ in held}
            self._ready.extendleft(task for _, task in reversed(held))
        elif not self._ready and self.counts().remaining == self._alike.count:
            self._release(self._alike.let_go())

    def _save(self, outcomes: Sequence[Outcome]) -> None:
        places = self._journal.end(outcomes)
        with self._guard:
            for outcome, place in zip(outcomes, places, strict=True):
                self._progress.note(outcome, place)

    def _condition_of(self, error: OSError) -> BlockingCondition:
        if error.errno in FULL:
            return BlockingCondition.DISK_FULL
        is_there = self._folder.partial.is_dir()
        return BlockingCondition.TARGET_FORBIDDEN if is_there else BlockingCondition.TARGET_GONE

    def _reopen(self) -> None:
        """Open plan and journal again, as their disk may have been away; save what waits."""
        self._condition, self._detail = None, ""
        try:
            self._folder.partial.stat()
            plan = self._folder.open_plan()
            self._plan.close()
            self._plan, self._photos = plan, plan.photos(self._next)
            self._decisions.plan = plan
            self._journal.close()
            self._journal = Journal(self._folder.journal, self._folder.thumbnails)
            self._save(self._unsaved)
            self._unsaved = []
        except OSError as error:
            self._condition = self._condition_of(error)
        except BatchError:
            self._condition = BlockingCondition.TARGET_GONE
