"""Colors of other photos beside those that a photo has already. Imports no torch."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.recipe.hint import Hint

_APART = 0.08
"""Nearer to what a person has set, in shares of the photo, no color is taken over."""
_SAME = 0.03
"""What was taken over twice for one thing is nearer than this."""


def are_near(one: Hint, other: Hint) -> bool:
    """Return whether two hints of a photo are so near that one of them may be in the way."""
    return _distance(one, other) < _APART


def are_for_one_thing(one: Hint, other: Hint) -> bool:
    """Return whether two hints that were taken over are at one place, but for a few pixels."""
    return one.taken_over and other.taken_over and _distance(one, other) < _SAME


def with_taken_over(hints: Sequence[Hint], new: Hint) -> tuple[Hint, ...]:
    """Return the hints of a photo with one of another photo, under what a person has set.

    What was taken over for the same thing before is replaced.

    Args:
        hints: Those that it has.
        new: The one of another photo.
    """
    beneath = (old for old in hints if old.taken_over and not are_for_one_thing(old, new))
    return (*beneath, new, *(old for old in hints if not old.taken_over))


def _distance(one: Hint, other: Hint) -> float:
    return hypot(one.row - other.row, one.column - other.column)
