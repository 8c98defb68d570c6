"""Do photos through any executor: processes of this machine, or a cluster's."""

from __future__ import annotations

import logging
from collections import Counter
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, wait
from itertools import islice
from typing import TYPE_CHECKING

from engine.batch.outcome import Blocked, BlockingCondition, Outcome, State
from engine.batch.outcome_json import attempt_from_json
from engine.batch.running.steps import perform_elsewhere

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from concurrent.futures import Executor, Future

    from engine.batch.outcome import Attempt, Task

logger = logging.getLogger(__name__)

NO_ANSWER = (
    "cannot be colored: the machines that tried were lost, or gave no answer that makes sense"
)
"""What is told of a worker's error or nonsense: nothing of it is shown, as anybody may send it."""
_WHILE = 5.0
"""Seconds."""
_TRIES = 3
"""How often a photo is handed out again whose worker was lost, before the run pauses."""


class ExecutorRunner:
    """Hands whole photos to an executor, each of whose workers loads the model once.

    Workers must see the same files under the same paths.
    """

    def __init__(
        self,
        executor: Executor,
        in_flight: Callable[[], int],
        is_reachable: Callable[[], bool] = lambda: True,
    ) -> None:
        """Take what does the work.

        Args:
            executor: Does whole photos.
            in_flight: How many photos it gets at a time; twice the workers keeps all busy.
            is_reachable: Whether there will ever be answers; asked when none came for a while.
        """
        self._executor = executor
        self._in_flight = in_flight
        self._is_reachable = is_reachable

    def perform(
        self, tasks: Iterator[Task], record: Callable[[Outcome], None]
    ) -> Iterator[Attempt]:
        """Yield what became of each task, as a :class:`.PhotoRunner` does."""
        running: dict[Future[bytes], Task] = {}
        lost: Counter[int] = Counter()
        while True:
            yield from self._hand_out(tasks, running)
            if not running:
                return
            finished = wait(running, timeout=_WHILE, return_when=FIRST_COMPLETED).done
            if not finished and not self._is_reachable():
                yield from (
                    Blocked(task, BlockingCondition.WORKERS_LOST) for task in running.values()
                )
                return
            for done in finished:
                attempt = _result(running.pop(done), done)
                again = self._again(attempt, lost)
                if again is not None and isinstance(attempt, Blocked):
                    running[again] = attempt.task
                    continue
                if isinstance(attempt, Outcome):
                    record(attempt)
                yield attempt

    def _hand_out(
        self, tasks: Iterator[Task], running: dict[Future[bytes], Task]
    ) -> Iterator[Attempt]:
        """Submit as many photos as there is room for; yield those that nobody takes."""
        room = max(1, self._in_flight()) - len(running)
        for task in islice(tasks, max(0, room)):
            future = self._submit(task)
            if future is None:
                yield Blocked(task, BlockingCondition.WORKERS_LOST)
            else:
                running[future] = task

    def _again(self, attempt: Attempt, lost: Counter[int]) -> Future[bytes] | None:
        """Hand a photo out once more whose worker was lost, unless that happens too often."""
        if (
            not isinstance(attempt, Blocked)
            or attempt.condition is not BlockingCondition.WORKERS_LOST
        ):
            return None
        lost[attempt.task.n] += 1
        return self._submit(attempt.task) if lost[attempt.task.n] <= _TRIES else None

    def _submit(self, task: Task) -> Future[bytes] | None:
        if not self._is_reachable():
            return None
        try:
            return self._executor.submit(perform_elsewhere, task)
        except (BrokenExecutor, OSError, RuntimeError):  # the last: it was shut down
            return None


def _result(task: Task, future: Future[bytes]) -> Attempt:
    try:
        return attempt_from_json(future.result(), task)
    except (BrokenExecutor, CancelledError, OSError):
        return Blocked(task, BlockingCondition.WORKERS_LOST)
    except Exception as error:  # noqa: BLE001 - as a worker that one photo kills again and again
        logger.info("%s: no answer: %s", task.source, type(error).__name__)
        return Outcome(task.n, State.FAILED, reason=NO_ANSWER, is_own=False)
