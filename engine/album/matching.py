"""Find the thing that a hint colors in another photo, and say how likely it is the same."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from torch.nn import functional as F

from engine.album.evidence import Evidence
from engine.album.frames import align, strangeness
from engine.album.looks import best_place, compare, mean_look, region_of, tone_of
from engine.coloring.reach import STRIDE
from engine.recipe.hint import Hint

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.album.frames import Alignment
    from engine.album.page import Page

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


def find(source: Page, hint: Hint, target: Page) -> Match:
    """Return the likeliest place in another photo of the thing that a hint colors.

    Args:
        source: The photo with the hint.
        hint: A color at a place of it.
        target: Another photo, seen by the same network.
    """
    alignment = align(source, target)
    scene = alignment is not None and alignment.is_same_scene
    return match_of(evidence_for(source, hint, target, alignment), same_scene=scene)


def match_of(evidence: Evidence, *, same_scene: bool = False) -> Match:
    """Return the place that there is evidence for."""
    is_aligned = evidence.agreeing > 0
    return Match(evidence.row, evidence.column, evidence.likelihood, is_aligned, same_scene)


def evidence_for(source: Page, hint: Hint, target: Page, alignment: Alignment | None) -> Evidence:
    """Return the likeliest place, and what speaks for it.

    Args:
        source: The photo with the hint.
        hint: A color at a place of it.
        target: Another photo, seen by the same network.
        alignment: Of both photos, from :func:`engine.album.frames.align`.
    """
    region = region_of(source, hint)
    thing = _widened(region, source)
    for fit in (alignment, align(source, target, thing, _LEAST_OF_A_THING)):
        if fit is not None and (place := _shown(source, hint, target, fit)) is not None:
            return _judged(source, hint, target, place, fit)
    looks = compare(source, target)
    row, column = best_place(looks.target, mean_look(looks.source, region))
    rows, columns = looks.target.shape[1:]
    return _judged(source, hint, target, ((row + 0.5) / rows, (column + 0.5) / columns), None)


def _shown(source: Page, hint: Hint, target: Page, fit: Alignment) -> tuple[float, float] | None:
    """Return where a hint's place is in another photo, as shares; None if it is cut off there.

    Another place of the same thing would do, but what the network takes for one thing goes beyond
    what has one color: of such places one in five was wrong.
    """
    row, column = fit.place(hint.row * source.size[0], hint.column * source.size[1])
    place = row / target.size[0], column / target.size[1]
    return place if all(_EDGE <= share <= 1 - _EDGE for share in place) else None


def _judged(
    source: Page, hint: Hint, target: Page, place: tuple[float, float], fit: Alignment | None
) -> Evidence:
    looks, region = compare(source, target), region_of(source, hint)
    there = looks.of_target(*place)
    back = best_place(looks.source, there)
    (own_rank, own), (rank, other) = (
        tone_of(source, region),
        tone_of(target, region_of(target, Hint(*place, hint.ab))),
    )
    agreeing, supporting, marks, odd = _support(source, hint, target, region, fit)
    return Evidence(
        *place,
        agreeing,
        supporting,
        marks,
        odd,
        point=float(looks.of_source(hint.row, hint.column) @ there),
        back=float(region[back]),
        rank=abs(own_rank - rank),
        texture=abs(math.log((own + _SOME_CONTRAST) / (other + _SOME_CONTRAST))),
    )


def _support(
    source: Page, hint: Hint, target: Page, region: Tensor, fit: Alignment | None
) -> tuple[int, int, int, float]:
    if fit is None:
        return 0, 0, 0, 0.0
    thing = _widened(region, source)
    columns, rows = fit.agreeing.astype(np.int64).T
    H, W = source.size
    supporting = int(thing[rows.clip(0, H - 1), columns.clip(0, W - 1)].sum())
    marks = len(np.unique((source.points.within(thing).places / 3).round(), axis=0))
    at = hint.row * H, hint.column * W
    odd = strangeness(source, target, fit, at, _PATCH * min(H, W))
    return len(fit.agreeing), supporting, marks, odd


def _widened(region: Tensor, page: Page) -> NDArray[np.bool_]:
    """Return which pixels belong to a region, (h, w) at stride 8, at the photo's size."""
    wide = F.interpolate(region[None, None], scale_factor=STRIDE, mode="bilinear")[0, 0]
    mask = wide[: page.size[0], : page.size[1]].numpy() >= 0.5
    return np.asarray(mask)
