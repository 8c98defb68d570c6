"""Colors that agree across an album: from a color set in one photo to proposals for the others."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.album.frames import align
from engine.album.matching import find

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.album.matching import Match
    from engine.album.page import Page
    from engine.cancel import CancelToken
    from engine.recipe.hint import Hint

SURE = 0.8
"""Matches at least this likely are accepted unless a person rejects them."""
WORTH_ASKING = 0.2
"""Less likely ones are not even proposed."""


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
    source: Page, hint: Hint, others: Sequence[Page], token: CancelToken | None = None
) -> list[Proposal]:
    """Return where else in an album the thing that a hint colors may be, likeliest first.

    Args:
        source: The photo with the hint.
        hint: The color that was set, and where.
        others: Other photos, seen by the same network.
        token: Checked between photos.

    Raises:
        Cancelled: If ``token`` was set.
    """
    proposals = []
    for index, other in enumerate(others):
        if token is not None:
            token.check()
        match = find(source, hint, other)
        if match.likelihood >= WORTH_ASKING:
            proposals.append(Proposal(index, hint_at(match, hint), match))
    return sorted(proposals, key=lambda proposal: -proposal.match.likelihood)


def hint_at(match: Match, hint: Hint) -> Hint:
    """Return a hint of another photo at the place where the same thing was found."""
    return replace(hint, row=match.row, column=match.column, taken_over=True)


def series_of(pages: Sequence[Page]) -> list[list[int]]:
    """Return which photos are near-identical frames of one scene, in their order.

    Args:
        pages: Photos, which may be seen by different networks.

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
