"""What a person did to the hints of a photo. Imports no torch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.recipe.hint import Hint


@dataclass(frozen=True)
class Change:
    """What a person did to the hints of a photo."""

    gone: tuple[Hint, ...]
    """Deleted; and what was changed, as it was before."""
    come: tuple[Hint, ...]
    """Set; and what was changed, as it is now."""

    @staticmethod
    def between(before: Sequence[Hint], after: Sequence[Hint]) -> Change:
        """Return what a person did; what was taken over from other photos is left out."""
        gone = (hint for hint in before if not hint.taken_over and hint not in after)
        come = (hint for hint in after if not hint.taken_over and hint not in before)
        return Change(tuple(gone), tuple(come))

    def __bool__(self) -> bool:
        """Return whether anything was done."""
        return bool(self.gone or self.come)
