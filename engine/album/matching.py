"""Find the thing that a hint colors in another photo, and say how likely it is the same."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from torch.nn import functional as F

from engine.album.evidence import Evidence
from engine.album.frames import align, apart, strangeness
from engine.album.looks import best_place, compare, mean_look, region_of, tone_of
from engine.coloring.reach import STRIDE
from engine.recipe.hint import Hint

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.album.frames import Alignment
    from engine.album.looks import Looks
    from engine.album.page import Page, Plane

_LEAST_OF_A_THING = 7
"""Marks of a thing that must agree, where its photos are not of one scene."""
_PATCH = 0.06
"""Radius of what is compared around a place, in short sides."""
_EDGE = 0.01
"""A place nearer to the edge than this share may as well be outside the photo."""
_SOME_CONTRAST = 1.5
"""In L: flatter things are equally flat."""


@dataclass(frozen=True)
class Match:
    """Where the thing that a hint colors may be in another photo."""

    row: float
    """From 0, the photo's upper edge, to 1, the lower."""
    column: float
    """From 0, the photo's left edge, to 1, the right."""
    likelihood: float
    """That it is the same thing, 0 to 1."""
    is_aligned: bool
    """Whether marks of the lightness tell the place exactly; else it only looks alike."""
    same_scene: bool
    """Whether both photos are near-identical frames of one scene."""


@dataclass(frozen=True, eq=False)
class Pair:
    """Two photos, seen by the same network, and what is the same for all things in them."""

    source: Page
    target: Page
    looks: Looks
    alignment: Alignment | None
    strangeness: Plane | None
    """See :func:`engine.album.frames.strangeness`; None if they are not aligned."""

    @staticmethod
    def of(source: Page, target: Page) -> Pair:
        """Compare two photos as a whole."""
        alignment = align(source, target)
        odd = None if alignment is None else strangeness(source, target, alignment)
        return Pair(source, target, compare(source, target), alignment, odd)

    def aligned_by(self, thing: NDArray[np.bool_]) -> Pair:
        """Return the pair as the marks of a thing, (h, w), alone align it."""
        found = align(self.source, self.target, thing, _LEAST_OF_A_THING)
        odd = None if found is None else strangeness(self.source, self.target, found)
        return replace(self, alignment=found, strangeness=odd)


def find(source: Page, hint: Hint, target: Page) -> Match:
    """Return the likeliest place in another photo of the thing that a hint colors.

    Args:
        source: The photo with the hint.
        hint: A color at a place of it.
        target: Another photo, seen by the same network.
    """
    pair = Pair.of(source, target)
    return match_of(evidence_for(pair, hint), pair)


def match_of(evidence: Evidence, pair: Pair) -> Match:
    """Return the place in a pair of photos that there is evidence for."""
    scene = pair.alignment is not None and pair.alignment.is_same_scene
    is_aligned = evidence.agreeing > 0
    return Match(evidence.row, evidence.column, evidence.likelihood, is_aligned, scene)


def evidence_for(pair: Pair, hint: Hint) -> Evidence:
    """Return the likeliest place of what a hint of the one photo colors, and what speaks for it."""
    region = region_of(pair.source, hint)
    thing = _widened(region, pair.source)
    if (place := place_in(pair, hint)) is not None:
        return _judged(pair, hint, place, region)
    alone = pair.aligned_by(thing)
    if (place := place_in(alone, hint)) is not None:
        return _judged(alone, hint, place, region)
    row, column = best_place(pair.looks.target, mean_look(pair.looks.source, region))
    rows, columns = pair.looks.target.shape[1:]
    place = (row + 0.5) / rows, (column + 0.5) / columns
    return _judged(replace(pair, alignment=None), hint, place, region)


def place_in(pair: Pair, hint: Hint) -> tuple[float, float] | None:
    """Return where a hint's place is in the other photo, as shares; None if it is cut off there.

    Another place of the same thing would do, but what the network takes for one thing goes beyond
    what has one color: too many of such places were wrong.
    """
    if pair.alignment is None:
        return None
    (H, W), (height, width) = pair.source.size, pair.target.size
    row, column = pair.alignment.place(hint.row * H, hint.column * W)
    place = row / height, column / width
    return place if all(_EDGE <= share <= 1 - _EDGE for share in place) else None


def _judged(pair: Pair, hint: Hint, place: tuple[float, float], region: Tensor) -> Evidence:
    source, target, looks = pair.source, pair.target, pair.looks
    there = looks.of_target(*place)
    own_rank, own = tone_of(source, region)
    rank, other = tone_of(target, region_of(target, Hint(*place, hint.ab)))
    agreeing, supporting, marks, odd = _support(pair, hint, region)
    return Evidence(
        *place,
        agreeing,
        supporting,
        marks,
        odd,
        point=float(looks.of_source(hint.row, hint.column) @ there),
        back=float(region[best_place(looks.source, there)]),
        rank=abs(own_rank - rank),
        texture=abs(math.log((own + _SOME_CONTRAST) / (other + _SOME_CONTRAST))),
    )


def _support(pair: Pair, hint: Hint, region: Tensor) -> tuple[int, int, int, float]:
    """Return the marks that agree, those on the thing, all on the thing, and its strangeness."""
    if pair.alignment is None or pair.strangeness is None:
        return 0, 0, 0, 0.0
    (H, W), agreeing = pair.source.size, pair.alignment.agreeing
    thing = _widened(region, pair.source)
    columns, rows = agreeing.astype(np.int64).T
    supporting = int(thing[rows.clip(0, H - 1), columns.clip(0, W - 1)].sum())
    y, x = np.ogrid[:H, :W]
    near = np.hypot(y - hint.row * H, x - hint.column * W) <= _PATCH * min(H, W)
    here = pair.strangeness[near & ~np.isnan(pair.strangeness)]
    odd = float(np.median(here)) if here.size else math.inf
    return len(agreeing), supporting, len(apart(pair.source.points.within(thing).places)), odd


def _widened(region: Tensor, page: Page) -> NDArray[np.bool_]:
    """Return which pixels belong to a region, (h, w) at stride 8, at the photo's size."""
    wide = F.interpolate(region[None, None], scale_factor=STRIDE, mode="bilinear")[0, 0]
    mask = wide[: page.size[0], : page.size[1]].numpy() >= 0.5
    return np.asarray(mask)
