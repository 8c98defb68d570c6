"""A recipe: everything that was decided about a photo, in the order in which it is carried out.

The order is fixed and is Kolorit's, not the user's. Damage is filled before noise is taken out,
which would smear it; dyes are revived before tones are spread, whose clipped ends would hide how
far they have faded. The photo is turned before all else, so that networks see it upright, and
cropped after all else, so that they see all of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields, replace
from enum import Enum
from typing import TYPE_CHECKING, Any

from engine.recipe.stages import (
    Coloring,
    Crop,
    Denoise,
    Grade,
    Orientation,
    Repair,
    Revival,
    Tone,
)

if TYPE_CHECKING:
    from collections.abc import Iterable


class Stage(Enum):
    """The stages in the order in which they are carried out; the value names the recipe's field."""

    ORIENTATION = "orientation"
    REPAIR = "repair"
    DENOISE = "denoise"
    REVIVAL = "revival"
    TONE = "tone"
    COLORING = "coloring"
    GRADE = "grade"
    CROP = "crop"


RESTORING = (Stage.REPAIR, Stage.DENOISE, Stage.REVIVAL, Stage.TONE)
"""Those that restore the photo before it is colored; left out (None), they do nothing."""


@dataclass(frozen=True, kw_only=True)
class Recipe:
    """Everything that was decided about a photo: what undo goes back to."""

    orientation: Orientation = field(default_factory=Orientation)
    """All places in the stages after it are places of the photo as it lies then."""
    repair: Repair | None = None
    denoise: Denoise | None = None
    revival: Revival | None = None
    tone: Tone | None = None
    coloring: Coloring | None = field(default_factory=Coloring)
    """None keeps the photo's own colors."""
    grade: Grade = field(default_factory=Grade)
    crop: Crop = field(default_factory=Crop)

    @property
    def restores(self) -> bool:
        """Whether anything is done to the photo before it is colored."""
        return any(getattr(self, stage.value) is not None for stage in RESTORING)

    @property
    def has_geometry(self) -> bool:
        """Whether the photo is turned, mirrored, straightened or cropped."""
        return (self.orientation, self.crop) != (Orientation(), Crop())

    def without_geometry(self) -> Recipe:
        """Return what can be done to another photo: nobody knows how that lies."""
        return replace(self, orientation=Orientation(), crop=Crop())

    def with_sliders_of(self, other: Recipe) -> Recipe:
        """Return this recipe as another's steps and sliders make it.

        What belongs to this photo stays: its model and how large that sees it, its hints, the
        strokes on it, how it lies and what of it is shown. How large a model sees a photo fits that
        photo: of one print on a scan, the whole scan.
        """
        coloring, repair = self.coloring, other.repair
        if coloring is not None and other.coloring is not None:
            coloring = coloring.drawn_like(other.coloring)
        strokes = () if self.repair is None else self.repair.strokes
        if repair is None or not repair.finds:
            repair = Repair(finds=False, strokes=strokes) if strokes else None
        else:
            repair = replace(repair, strokes=strokes)
        return replace(
            other,
            orientation=self.orientation,
            repair=repair,
            coloring=coloring,
            crop=self.crop,
        )


assert tuple(stage for stage in Stage if stage in RESTORING) == RESTORING
assert tuple(stage.value for stage in Stage) == tuple(field.name for field in fields(Recipe))


def with_stages(recipe: Recipe, stages: Iterable[Stage]) -> Recipe:
    """Return a recipe that also takes some of :data:`RESTORING`; those it takes stay as they are.

    Args:
        recipe: Any.
        stages: They begin with their defaults.
    """
    usual: dict[Stage, Any] = {
        Stage.REPAIR: Repair(),
        Stage.DENOISE: Denoise(),
        Stage.REVIVAL: Revival(),
        Stage.TONE: Tone(),
    }
    added = {stage.value: usual[stage] for stage in stages}
    missing = {name: value for name, value in added.items() if getattr(recipe, name) is None}
    return replace(recipe, **missing)


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
