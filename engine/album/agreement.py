"""Colors that agree across an album: from a color set in one photo to proposals for the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.album.beside import are_near
from engine.album.frames import align
from engine.album.looks import region_of
from engine.album.matching import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.album.matching import Match
    from engine.album.page import Page, Sketch
    from engine.cancel import CancelToken
    from engine.recipe.hint import Hint

SURE = 0.8
"""Matches at least this likely are accepted unless a person rejects them."""
WORTH_ASKING = 0.2
"""Less likely ones are not even proposed."""
_BELONGS = 0.5


@dataclass(frozen=True)
class Proposal:
    """A color of one photo for what may be the same thing in another."""

    photo: int
    """Which of the others."""
    hint: Hint
    """What is added to that photo's hints if the proposal is accepted."""
    match: Match

    @property
    def is_sure(self) -> bool:
        """Whether it is accepted unless a person rejects it."""
        return self.match.likelihood >= SURE


def propose(
    source: Page,
    hint: Hint,
    others: Sequence[Page],
    token: CancelToken | None = None,
    name: str = "",
) -> list[Proposal]:
    """Return where else in an album the thing that a hint colors may be, likeliest first.

    Args:
        source: The photo with the hint.
        hint: The color that was set, and where.
        others: Other photos, seen by the same network.
        token: Checked between photos.
        name: Of the first photo's file, for the hints.

    Raises:
        Cancelled: If ``token`` was set.
    """
    proposals = []
    for index, other in enumerate(others):
        if token is not None:
            token.check()
        match = find(source, hint, other)
        if match.likelihood >= WORTH_ASKING:
            proposals.append(Proposal(index, hint_at(match, hint, name), match))
    return sorted(proposals, key=lambda proposal: -proposal.match.likelihood)


def is_decided(page: Page, hint: Hint, hints: Sequence[Hint]) -> bool:
    """Return whether a person has said already which color the thing at a hint's place has.

    Args:
        page: The photo.
        hint: What another photo says of it.
        hints: Those that it has, whoever set them.
    """
    by_hand = [other for other in hints if not other.taken_over]
    if not by_hand:
        return False
    region = region_of(page, hint)
    rows, columns = region.shape

    def is_on_it(other: Hint) -> bool:
        row, column = min(rows - 1, int(other.row * rows)), int(other.column * columns)
        return bool(region[row, min(columns - 1, column)] >= _BELONGS)

    return any(are_near(hint, other) or is_on_it(other) for other in by_hand)


def hint_at(match: Match, hint: Hint, name: str = "") -> Hint:
    """Return a hint of another photo at the place where the same thing was found.

    Args:
        match: The place.
        hint: The color, and how far it reaches.
        name: Of the file of the photo that the hint is from.
    """
    there = replace(hint, row=match.row, column=match.column)
    return replace(there, taken_over=True, taken_from=name)


def series_of(pages: Sequence[Sketch]) -> list[list[int]]:
    """Return which photos are near-identical frames of one scene, in their order.

    Args:
        pages: Photos, of any sizes.

    Returns:
        Numbers of photos; every photo is in one list, often alone.
    """
    series: list[list[int]] = []
    for index, page in enumerate(pages):
        for group in series:
            alignment = align(pages[group[-1]], page)
            if alignment is not None and alignment.is_same_scene:
                group.append(index)
                break
        else:
            series.append([index])
    return series
