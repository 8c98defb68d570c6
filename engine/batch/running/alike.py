"""Failures in a row that are alike and no photo's own: they are held back until it is known why.

If every photo meets the same error, a library, the disk or the settings are at fault, and a run
that goes on would note all photos as failed.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from engine.batch.outcome import State

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from engine.batch.outcome import Outcome, Task

MANY = 5
"""Photos in a row."""

Held = list[tuple["Outcome", "Task"]]


class Alike:
    """Holds failures back. May be used from any thread."""

    def __init__(self, once_held: AbstractSet[int]) -> None:
        """Take the photos that were held back before: their failures count."""
        self._once_held = once_held
        self._held: Held = []
        self._to_be_told: set[int] = set()
        self._guard = threading.Lock()

    @property
    def count(self) -> int:
        """How many are held."""
        return len(self._held)

    @property
    def is_many(self) -> bool:
        """Whether so many photos failed alike that all others would too."""
        return len(self._held) >= MANY

    def holds(self, n: int) -> bool:
        """Whether a photo's failure is held."""
        with self._guard:
            return any(outcome.n == n for outcome, _ in self._held)

    def will_tell(self, n: int) -> bool:
        """Whether a photo's end is told later, or was, by whoever released it; asked once."""
        with self._guard:
            is_so = n in self._to_be_told
            self._to_be_told.discard(n)
            return is_so

    def take(self, outcome: Outcome, task: Task) -> Held:
        """Hold a failure that may be everybody's; return those held that turn out not to be."""
        with self._guard:
            may_be_all = outcome.state is State.FAILED and not outcome.is_own
            if may_be_all and outcome.n not in self._once_held:
                is_like = all(held.reason == outcome.reason for held, _ in self._held)
                released = [] if is_like else self._held
                self._held = [*(self._held if is_like else ()), (outcome, task)]
                self._to_be_told.add(outcome.n)
                return released
            if outcome.state in (State.DONE, State.COPIED):
                released, self._held = self._held, []
                return released
            return []

    def let_go(self) -> Held:
        """Return what is held, and hold nothing."""
        with self._guard:
            held, self._held = self._held, []
            return held
