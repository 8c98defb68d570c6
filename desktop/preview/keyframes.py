"""While a slider is dragged, the picture is mixed of two that were drawn before.

Between two recipes that differ in one slider, each pixel's way is nearly straight: mixing takes a
tenth of the time of rendering, and is off by more than four levels of 255 in one value of a
thousand, which ``tests/desktop/preview/test_keyframes.py`` measures. Where findings are chosen,
each pixel is of one of two pictures. What stays on the screen is rendered.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from engine.photo.photo import mix
from engine.recipe.controls import BY_NAME, FINDING_CONTROLS

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from engine.recipe.controls import Control
    from engine.recipe.recipe import Recipe
    from engine.restoration.live import LiveViews

    Rendered = NDArray[np.uint8]
    """(H, W, 3), sRGB"""

_QUARTERS = 4
_MOST_BYTES = 128 << 20
"""Of all keyframes together; on the largest screens not all of a slider's fit."""


@dataclass(frozen=True)
class Slider:
    """A control that is dragged, and where on its way keyframes lie: at whole positions."""

    control: Control

    def joins(self, one: Recipe, other: Recipe) -> bool:
        """Whether two recipes draw the same colors but for this slider."""
        return self._write(one, self._read(other)) == other

    def place(self, recipe: Recipe) -> float:
        """Return the position at which a recipe lies."""
        value, many = self._read(recipe), self.control.keyframes
        # rounded, since half octaves are no floating-point numbers
        return round(many * (math.log2(value) if self.control.is_logarithmic else value), 9)

    def at(self, recipe: Recipe, position: float) -> Recipe:
        """Return the recipe with the slider at a position, or between two."""
        way = position / self.control.keyframes
        return self._write(recipe, 2.0**way if self.control.is_logarithmic else way)

    @property
    def positions(self) -> range:
        """All whole positions."""
        ends = self.control.least, self.control.most
        low, high = (math.log2(end) if self.control.is_logarithmic else end for end in ends)
        many = self.control.keyframes
        return range(math.ceil(low * many), math.floor(high * many) + 1)

    def between(
        self, low: Rendered, high: Rendered, recipe: Recipe, _views: LiveViews | None
    ) -> Rendered:
        """Return nearly what a recipe looks like, from the keyframes around it."""
        return mix(low, high, self.place(recipe) % 1)

    def _read(self, recipe: Recipe) -> float:
        value = self.control.read(recipe)
        assert value is not None, "what has keyframes has a value of its own"
        return value

    def _write(self, recipe: Recipe, value: float) -> Recipe:
        return self.control.write(recipe, value)


@dataclass(frozen=True)
class FindingSliders:
    """The controls that choose what is repaired: keyframes show none of what was found, and all."""

    controls = FINDING_CONTROLS
    positions = range(2)

    def joins(self, one: Recipe, other: Recipe) -> bool:
        """Whether two recipes differ in nothing but which findings are repaired."""
        if one.repair is None or other.repair is None:
            return False
        chosen: dict[str, Any] = {each.name: each.read(other) for each in self.controls}
        repair = replace(one.repair, **chosen)
        return replace(one, repair=repair) == other

    def place(self, _recipe: Recipe) -> float:
        """Return a position between the two."""
        return 0.5

    def at(self, recipe: Recipe, position: float) -> Recipe:
        """Return the recipe that repairs nothing of what was found, or all."""
        repair: Any = recipe.repair
        if position == self.positions[0]:
            return replace(recipe, repair=replace(repair, finds=False))
        return replace(recipe, repair=repair.of_all)

    def between(
        self, low: Rendered, high: Rendered, recipe: Recipe, views: LiveViews | None
    ) -> Rendered:
        """Return what a recipe looks like: each finding as in the one or as in the other."""
        findings = None if views is None else views.findings
        if findings is None or recipe.repair is None:
            return low  # nothing was found
        return findings.shown(low, high, recipe.repair)


FINDINGS = FindingSliders()
SLIDERS = {control.name: Slider(control) for control in BY_NAME.values() if control.keyframes}


def slider_named(name: str) -> Slider | FindingSliders | None:
    """Return what is dragged by a control's name; None if it has no keyframes."""
    if any(control.name == name for control in FINDINGS.controls):
        return FINDINGS
    return SLIDERS.get(name)


def moved_slider(before: Recipe, after: Recipe) -> Slider | FindingSliders | None:
    """Return the one slider in which two recipes differ; None if there are several, or none."""
    if before == after:
        return None
    sliders: tuple[Slider | FindingSliders, ...] = (*SLIDERS.values(), FINDINGS)
    return next((slider for slider in sliders if slider.joins(before, after)), None)


@dataclass(frozen=True, eq=False)
class Keyframes:
    """Renders of one view of a photo along the way of a slider. Immutable."""

    slider: Slider | FindingSliders
    recipe: Recipe
    """Any of those on that way."""
    renders: Mapping[int, Rendered] = field(default_factory=dict)
    """(H, W, 3), sRGB, by position."""

    def fit(self, recipe: Recipe) -> bool:
        """Whether a recipe lies on the way."""
        return self.slider.joins(self.recipe, recipe)

    def missing_around(self, recipe: Recipe) -> tuple[int, ...]:
        """Return the positions that mixing this recipe needs and that are not there."""
        low, high, _ = self._span(recipe)
        return tuple(place for place in dict.fromkeys((low, high)) if place not in self.renders)

    def next_missing(self, recipe: Recipe, pixels: int) -> int | None:
        """Return the position nearest to a recipe that is not there but has room.

        Args:
            recipe: As it is now.
            pixels: Of each render.
        """
        wanted = self._nearest(recipe, self.slider.positions, _room(3 * pixels))
        return next((place for place in wanted if place not in self.renders), None)

    def with_render(self, position: int, rgb: Rendered, recipe: Recipe) -> Keyframes:
        """Return these and one more, without those far from a recipe for which there is no room."""
        renders = {**self.renders, position: rgb}
        kept = self._nearest(recipe, renders, _room(rgb.nbytes))
        return replace(self, renders={place: renders[place] for place in kept})

    def mixed(self, recipe: Recipe, views: LiveViews | None = None) -> Rendered:
        """Return what a recipe looks like, (H, W, 3), nearly; exactly at a keyframe.

        Args:
            recipe: One that fits.
            views: Of what is restored in the view that was rendered; they know its findings.
        """
        low, high, share = self._span(recipe)
        if share == 0:
            return self.renders[low]
        return self.slider.between(self.renders[low], self.renders[high], recipe, views)

    def is_exact(self, recipe: Recipe) -> bool:
        """Whether mixing this recipe takes a single keyframe."""
        return self._span(recipe)[2] == 0

    def _span(self, recipe: Recipe) -> tuple[int, int, float]:
        place = self.slider.place(recipe)
        low = math.floor(place)
        return low, math.ceil(place), place - low

    def _nearest(
        self, recipe: Recipe, places: range | Mapping[int, object], count: int
    ) -> list[int]:
        here = self.slider.place(recipe)
        return sorted(places, key=lambda place: abs(place - here))[:count]


def _room(size: int) -> int:
    """Return how many renders of so many bytes are kept; two are needed."""
    return max(2, _MOST_BYTES // size)
