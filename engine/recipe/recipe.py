"""A recipe: everything that was decided about a photo, in the order in which it is carried out.

The order is fixed and is Kolorit's, not the user's. Stages that do not exist yet will be fields
at their place: orientation, repair, denoise, tone and revival before coloring, crop at the end.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import Enum

from engine.recipe.stages import Coloring, Grade


class Stage(Enum):
    """The stages in the order in which they are carried out; the value names the recipe's field."""

    COLORING = "coloring"
    GRADE = "grade"


@dataclass(frozen=True)
class Recipe:
    """Everything that was decided about a photo: what undo goes back to."""

    coloring: Coloring | None = field(default_factory=Coloring)
    """None keeps the photo's own colors."""
    grade: Grade = field(default_factory=Grade)

    def with_sliders_of(self, other: Recipe) -> Recipe:
        """Return this recipe as another's sliders make it; its model and its hints stay."""
        if self.coloring is None or other.coloring is None:
            return replace(self, grade=other.grade)
        vividness, size = other.coloring.vividness, other.coloring.size
        return Recipe(replace(self.coloring, vividness=vividness, size=size), other.grade)


assert tuple(stage.value for stage in Stage) == tuple(field.name for field in fields(Recipe))


def first_difference(one: Recipe, other: Recipe) -> Stage | None:
    """Return the first stage in which two recipes differ: what must be done again from there on.

    None if they are equal.
    """
    for stage in Stage:
        if getattr(one, stage.value) != getattr(other, stage.value):
            return stage
    return None


def default_recipe(*, has_color: bool) -> Recipe:
    """Return what is done to a photo of which nobody has decided anything.

    Args:
        has_color: Whether the photo has colors of its own, which nobody replaces unasked.
    """
    return Recipe(coloring=None if has_color else Coloring())
