"""The photos of a batch that a person may want to see to: failed, to look at, and skipped ones."""

from __future__ import annotations

import os
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.batch.outcome import HAS_OUTPUT, IN_COLOR, State
from engine.batch.records.journal import JournalReader, read_progress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.batch.outcome import Outcome
    from engine.batch.planning.plan import Planned
    from engine.batch.records.folder import BatchFolder
    from engine.batch.records.journal import Progress

MOST_RESULTS = 300
"""Photos of each kind that are read: a list of more is what the report is for."""
_CAN_BE_COLORED = (IN_COLOR, HAS_OUTPUT)


@dataclass(frozen=True)
class Result:
    """A photo of a batch, and what became of it."""

    source: Path
    target: Path
    """Its result, or the file that was there already."""
    outcome: Outcome

    @property
    def can_be_colored(self) -> bool:
        """Whether it was skipped by a rule, so that it can be colored all the same."""
        is_skipped = self.outcome.state is State.SKIPPED
        return is_skipped and self.outcome.reason in _CAN_BE_COLORED


def read_results(folder: BatchFolder, most: int = MOST_RESULTS) -> tuple[Result, ...]:
    """Read what a person may want to see to: failed photos, then flagged, then skipped ones.

    Args:
        folder: Of the batch.
        most: Photos of each of these kinds.

    Raises:
        BatchError: If there is no batch, or its plan is damaged.
        OSError: If the disk refuses.
        ValueError: If the journal has changed meanwhile.
    """
    if not os.path.lexists(folder.journal):
        return ()
    with closing(folder.open_plan()) as plan:
        progress = read_progress(folder.journal, plan.count)
        with closing(JournalReader(folder.journal, folder.thumbnails)) as journal:
            return tuple(
                _result(plan.photo(n), journal.outcome(progress.place(n), with_thumbnail=True))
                for n in _chosen(progress, most)
            )


def rows(folder: BatchFolder, pictures: set[int]) -> Iterator[tuple[Planned, Outcome | None]]:
    """Yield every photo of the plan, with how it ended, with thumbnails of those in a set.

    Raises:
        BatchError: If there is no batch, or its plan is damaged.
        OSError: If the disk refuses.
        ValueError: If the journal has changed meanwhile.
    """
    with closing(folder.open_plan()) as plan:
        progress = read_progress(folder.journal, plan.count)
        if not os.path.lexists(folder.journal):
            yield from ((planned, None) for planned in plan.photos())
            return
        with closing(JournalReader(folder.journal, folder.thumbnails)) as journal:
            for planned in plan.photos():
                outcome, is_wanted = None, planned.n in pictures
                if progress.state(planned.n) is not None:
                    line = progress.place(planned.n)
                    outcome = journal.outcome(line, with_thumbnail=is_wanted)
                yield planned, outcome


def illustrated(folder: BatchFolder, most: int) -> set[int]:
    """Choose the photos whose thumbnails are shown: flagged first, skipped, then all others."""
    with closing(folder.open_plan()) as plan:
        progress = read_progress(folder.journal, plan.count)
    kept = (State.DONE, State.COPIED, State.SKIPPED)
    numbers = [n for n in range(1, progress.count + 1) if progress.state(n) in kept]

    def rank(n: int) -> tuple[bool, bool, int]:
        return not progress.is_flagged(n), progress.state(n) is not State.SKIPPED, n

    return set(sorted(numbers, key=rank)[:most])


def _chosen(progress: Progress, most: int) -> list[int]:
    kinds: tuple[list[int], list[int], list[int]] = ([], [], [])
    for n in range(1, progress.count + 1):
        state = progress.state(n)
        if state is State.FAILED:
            kinds[0].append(n)
        elif progress.is_flagged(n):
            kinds[1].append(n)
        elif state is State.SKIPPED:
            kinds[2].append(n)
    return [n for kind in kinds for n in kind[:most]]


def _result(planned: Planned, outcome: Outcome) -> Result:
    return Result(planned.source, outcome.target or planned.target, outcome)
