"""The hints of one photo, set in another one where that surely shows the same things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.album.agreement import SURE, hint_at, is_decided
from engine.album.beside import are_for_one_thing, with_taken_over
from engine.album.matching import Pair, evidence_for, match_of, place_in
from engine.recipe.hint import Hint

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.album.changes import Change
    from engine.album.page import Page


def carried(
    source: Page, change: Change, target: Page, hints: Sequence[Hint], name: str = ""
) -> tuple[Hint, ...]:
    """Return the hints of another frame of the same scene after the same was done to it.

    Colors are carried to what is surely the same thing, and never where a person has set one. What
    was carried before and deleted since goes, what was changed is changed.

    Args:
        source: The photo whose hints a person has changed.
        change: How.
        target: Another photo, seen by the same network. If it is no frame of the scene, it stays
            as it is.
        hints: Those that it has.
        name: Of the file of the source.
    """
    pair = Pair.of(source, target)
    kept = tuple(hints)
    if pair.alignment is None or not pair.alignment.is_same_scene:
        return kept
    for hint in change.gone:
        place = place_in(pair, hint)
        if place is not None:
            was = Hint(*place, hint.ab, taken_over=True, taken_from=name)
            kept = tuple(old for old in kept if not _is_carried(old, was))
    return _with_sure(pair, change.come, kept, name)


def taken_over(
    source: Page, hints: Sequence[Hint], target: Page, beside: Sequence[Hint], name: str = ""
) -> tuple[Hint, ...]:
    """Return the hints of a photo with those of another one, where it surely shows the same things.

    Args:
        source: The other photo.
        hints: What a person has set in it.
        target: The photo, seen by the same network.
        beside: Hints that it has already; what a person has set stays.
        name: Of the file of the source.
    """
    return _with_sure(Pair.of(source, target), hints, tuple(beside), name)


def _with_sure(
    pair: Pair, hints: Sequence[Hint], kept: tuple[Hint, ...], name: str
) -> tuple[Hint, ...]:
    for hint in hints:
        evidence = evidence_for(pair, hint)
        new = hint_at(match_of(evidence, pair), hint, name)
        if evidence.likelihood >= SURE and not is_decided(pair.target, new, kept):
            kept = with_taken_over(kept, new)
    return kept


def _is_carried(old: Hint, was: Hint) -> bool:
    """Whether a hint is one that was carried; a person has not changed it since."""
    return (old.taken_from, old.ab) == (was.taken_from, was.ab) and are_for_one_thing(old, was)
