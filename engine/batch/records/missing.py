"""Results that a batch has made and that are no longer there.

Whoever deletes one may not want it, or may want it made anew; a batch that goes on does neither by
itself, but tells.
"""

from __future__ import annotations

import os
from contextlib import closing
from typing import TYPE_CHECKING

from engine.batch.outcome import State
from engine.batch.own_files import is_within
from engine.batch.records.journal import JournalReader, read_progress
from engine.errors import BatchError, BatchProblem

if TYPE_CHECKING:
    from engine.batch.records.folder import BatchFolder

_MADE = frozenset({State.DONE, State.COPIED})


def count_missing(folder: BatchFolder) -> int:
    """Return how many results of a batch are gone; none of a folder that was moved is counted.

    Raises:
        BatchError: If the batch is damaged.
    """
    try:
        if not os.path.lexists(folder.journal):
            return 0
        with closing(folder.open_plan()) as plan:
            progress = read_progress(folder.journal, plan.count)
        with closing(JournalReader(folder.journal, folder.thumbnails)) as journal:
            made = (n for n in range(1, progress.count + 1) if progress.state(n) in _MADE)
            outcomes = (journal.outcome(progress.place(n)) for n in made)
            targets = (outcome.target for outcome in outcomes if outcome.target is not None)
            own = (target for target in targets if is_within(target, folder.target))
            return sum(not os.path.lexists(target) for target in own)
    except (OSError, ValueError) as error:
        raise BatchError(folder.target, BatchProblem.DAMAGED, str(error)) from error
