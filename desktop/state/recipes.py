"""What the window asks of recipes: it knows coloring, grade and strokes, and carries the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.recipe.controls import BY_NAME
from engine.recipe.recipe import RESTORING, Recipe, Stage
from engine.recipe.stages import Coloring, Repair

_UNUSED = Coloring()
ALL_SLIDERS = frozenset(("*",))
"""All that one photo can give to another."""


def coloring_of(recipe: Recipe) -> Coloring:
    """Return how a recipe colors; the default, which has no hints, if it keeps the own colors."""
    return recipe.coloring or _UNUSED


def with_coloring(recipe: Recipe, **changes: Any) -> Recipe:
    """Return a recipe with other fields of its coloring; one that has none stays as it is."""
    if recipe.coloring is None:
        return recipe
    return replace(recipe, coloring=replace(recipe.coloring, **changes))


def as_seen(recipe: Recipe) -> Recipe:
    """Return what the network is asked: all but what is made of its answer."""
    return recipe if recipe.coloring is None else replace(recipe, coloring=recipe.coloring.as_seen)


def for_another_page(recipe: Recipe) -> Recipe:
    """Return what holds for another photo too: the sliders and the model, and no places in it."""
    mine = recipe.coloring
    coloring = None if mine is None else Coloring(model=mine.model, size=mine.size)
    return Recipe(coloring=coloring).with_sliders_of(recipe)


def with_own_sliders(kept: Recipe, mine: Recipe, own: frozenset[str]) -> Recipe:
    """Return what is kept beside a photo, but for the sliders that it got before that was read.

    Args:
        kept: What is kept beside it.
        mine: What holds those sliders.
        own: Their names; :data:`ALL_SLIDERS` are all, with the steps of restoring.
    """
    recipe = kept.with_sliders_of(mine) if own >= ALL_SLIDERS else kept
    for name in own - ALL_SLIDERS:
        recipe = BY_NAME[name].write(recipe, BY_NAME[name].read(mine))
    return recipe


def unedited(recipe: Recipe, *, is_part: bool) -> Recipe:
    """Return the recipe of a photo that nothing was decided about.

    Args:
        recipe: What was decided.
        is_part: Whether it is one of several prints on a scan, which stays that print.
    """
    if not is_part:
        return Recipe()
    coloring = None if recipe.coloring is None else Coloring(size=recipe.coloring.size)
    return Recipe(orientation=recipe.orientation, coloring=coloring, crop=recipe.crop)


def drawn_as(seen: Recipe, wanted: Recipe) -> Recipe:
    """Return the recipe of a developed photo, with what another one changes while it is drawn.

    What that changes earlier, the photo has to be developed for anew.
    """
    drawn = replace(seen, grade=wanted.grade, crop=wanted.crop)
    if drawn.coloring is None or wanted.coloring is None:
        return drawn
    return replace(drawn, coloring=drawn.coloring.drawn_like(wanted.coloring))


def draft_of(seen: Recipe, wanted: Recipe) -> Repair | None:
    """Return the repair that can be shown roughly at once: only its strokes are others.

    None if there is nothing to show, or if more is to be done.
    """
    before, after = seen.repair or Repair(finds=False), wanted.repair or Repair(finds=False)
    if before.strokes == after.strokes or replace(before, strokes=after.strokes) != after:
        return None
    return after


def shown_as(seen: Recipe, wanted: Recipe) -> Recipe:
    """Return the same with the restoring steps that are wanted, if all that is wanted can be shown.

    At the size of the screen, another choice of what was found and other strengths can be shown
    before they are done to the photo; another step, and strokes, cannot.
    """
    before, after = seen.repair, wanted.repair
    changes: dict[str, Any] = {}
    if before is not None and after is not None and before.finds and after.finds:
        changes["repair"] = replace(after, strokes=before.strokes)
    for stage in (Stage.DENOISE, Stage.REVIVAL, Stage.TONE):
        if None not in (getattr(seen, stage.value), getattr(wanted, stage.value)):
            changes[stage.value] = getattr(wanted, stage.value)
    close = replace(seen, **changes)
    return drawn_as(seen if needs_pass(close, wanted) else close, wanted)


def restores_alike(one: Recipe, other: Recipe) -> bool:
    """Whether the steps before coloring are the same."""
    return with_restoring_of(one, other) == one


def with_restoring_of(recipe: Recipe, other: Recipe) -> Recipe:
    """Return a recipe with the steps before coloring that another has."""
    steps: dict[str, Any] = {stage.value: getattr(other, stage.value) for stage in RESTORING}
    return replace(recipe, **steps)


def needs_pass(seen: Recipe, wanted: Recipe) -> bool:
    """Whether a photo developed with one recipe has to be developed anew for another."""
    return drawn_as(seen, wanted) != wanted
