"""What a photo looks like while a slider of its restoration moves, at the size of the screen.

No network is asked and no hole is filled anew: noise is mixed of what there is of the photo with
and without it, colors and tones are changed as they would be in the photo, and findings show what
:mod:`engine.restoration.live_findings` says. The restoration itself follows.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from engine.photo.photo import Window, in_eight_bits, mix, view
from engine.recipe.recipe import Stage
from engine.recipe.stages import Repair
from engine.restoration.denoising import IN_FACES, DenoiseSettings, amounts, with_grain
from engine.restoration.live_findings import SeenFindings, filled_around, seen_findings
from engine.restoration.tiles import Tile

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe
    from engine.restoration.denoising import Clean
    from engine.restoration.restoring import Restored, Step

    Seen = NDArray[np.uint8]
    """(h, w, 3), a window of the photo at the size of the screen."""


@dataclass(frozen=True, eq=False)
class LiveViews:
    """What the screen shows of a photo before, between and after its steps, seen when asked for.

    It is kept for the next place of a slider; one thread at a time may ask.
    """

    restored: Restored
    window: Window
    original: Seen
    """The photo itself."""
    _after: dict[int, Seen] = field(default_factory=dict)
    """By the number of steps."""
    _quiet: dict[float, Seen] = field(default_factory=dict)
    """By the share of grain."""

    def after(self, count: int) -> Seen:
        """Return what is there after so many steps, none being the photo itself."""
        if count not in self._after:
            photo = self._photo_after(count)
            is_original = photo is self.restored.original
            size = self.original.shape[:2]
            self._after[count] = self.original if is_original else view(photo, self.window, size)
        return self._after[count]

    def _photo_after(self, count: int) -> Photo:
        return self.restored.steps[count - 1].photo if count else self.restored.original

    def quiet(self, index: int, grain: float) -> Seen | None:
        """Return all that a step against noise can do, after so many, with so much grain kept.

        None if a network said nothing of what the step is given, or if it has a screen, which
        nothing but the step itself takes out.
        """
        clean = self.restored.clean
        if clean is None or clean.condition.screen is not None:
            return None
        if clean.source is not self._photo_after(index).pixels:
            return None
        if grain not in self._quiet:
            noisy = self.after(index)
            self._quiet.clear()  # only what the slider that moves does not change is kept
            self._quiet[grain] = with_grain(noisy, self._without_noise, clean, grain)
        return self._quiet[grain]

    @cached_property
    def _without_noise(self) -> Seen:
        clean = self.restored.clean
        assert clean is not None
        photo = replace(self.restored.original, pixels=clean.pixels)
        return view(photo, self.window, self.original.shape[:2])

    @cached_property
    def findings(self) -> SeenFindings | None:
        """Where findings lie on the screen; None if nothing was looked for, or nothing repaired."""
        step, damage = _repair_step(self.restored), self.restored.damage
        if step is None or damage is None or damage.detection is None:
            return None
        assert isinstance(step.settings, Repair)
        return seen_findings(
            damage.detection, step.settings.strokes, self.window, self.original.shape[:2]
        )


def live(views: LiveViews, recipe: Recipe) -> Seen:
    """Return roughly what the screen will show when the steps of a photo have other settings.

    Args:
        views: Of the photo as it is restored now.
        recipe: It has the same steps; of :class:`Repair`, only what is taken for damage differs.
    """
    pixels, step = _after_steps(views, recipe), _repair_step(views.restored)
    if step is None or recipe.repair is None or recipe.repair == step.settings:
        return pixels
    findings = views.findings
    if findings is None:
        return pixels
    return findings.shown(*_extremes(views, pixels, step, findings, recipe), recipe.repair)


def _repair_step(restored: Restored) -> Step | None:
    return next((step for step in restored.steps if step.stage is Stage.REPAIR), None)


def _after_steps(views: LiveViews, recipe: Recipe) -> Seen:
    """Return the photo after all steps as a recipe has them; its repair stays as it is."""
    steps = views.restored.steps
    differ = (
        index
        for index, step in enumerate(steps)
        if step.stage is not Stage.REPAIR and _settings(recipe, step) != step.settings
    )
    first = next(differ, len(steps))
    if first < len(steps) and steps[first].stage is Stage.DENOISE:
        pixels = _denoised(views, first, recipe)
    else:
        pixels = views.after(first)
    return _followed(steps[first:], pixels, recipe)


def _settings(recipe: Recipe, step: Step) -> object:
    return getattr(recipe, step.stage.value)


def _followed(steps: Iterable[Step], pixels: Seen, recipe: Recipe) -> Seen:
    """Return pixels after steps that can be taken with any part of a photo, as a recipe has them.

    Others leave pixels as they are.
    """
    for step in steps:
        if step.with_settings is not None:
            pixels = in_eight_bits(step.with_settings(_settings(recipe, step))(pixels))
    return pixels


def _denoised(views: LiveViews, index: int, recipe: Recipe) -> Seen:
    """Return a photo as far without noise as is asked for, in faces less."""
    assert recipe.denoise is not None
    wanted = DenoiseSettings.of(recipe.denoise)
    quiet = views.quiet(index, wanted.grain)
    noisy, clean, share = views.after(index), views.restored.clean, wanted.amount
    if quiet is None or clean is None:
        return views.after(index + 1)
    out = mix(noisy, quiet, share)
    if share > IN_FACES and clean.faces:
        _spare_faces(out, noisy, quiet, share, views.window, clean)
    return out


def _spare_faces(
    out: Seen, noisy: Seen, quiet: Seen, share: float, window: Window, clean: Clean
) -> None:
    """Take less noise out of faces; ``out`` is written to."""
    scale = noisy.shape[0] / window.height
    faces = tuple(face.scaled(scale, window) for face in clean.faces)
    shares = amounts(Tile(Window.whole(noisy.shape[:2]), 0), share, faces)
    rows, columns = np.nonzero(shares[..., 0] < share)
    here = shares[rows, columns]
    between = noisy[rows, columns] * (1 - here) + quiet[rows, columns] * here
    out[rows, columns] = np.rint(between).astype(np.uint8)


def _extremes(
    views: LiveViews, pixels: Seen, step: Step, findings: SeenFindings, recipe: Recipe
) -> tuple[Seen, Seen]:
    """Return the photo with none of its findings repaired, and with all of them.

    What is repaired now shows the original, with what follows, or stays; the rest stays, or is
    filled from what is seen around it.
    """
    assert isinstance(step.settings, Repair)
    was = findings.chosen(step.settings)
    bare, filled = pixels.copy(), pixels
    gone = views.original.reshape(-1, 3)[findings.places[was]][:, None]
    later = [each for each in views.restored.steps if each is not step]
    bare.reshape(-1, 3)[findings.places[was]] = _followed(later, gone, recipe)[:, 0]
    if not was.all():
        holes = np.zeros(pixels.shape[:2], bool)
        holes.reshape(-1)[findings.places[~was]] = True
        filled = filled_around(pixels, holes)
    return bare, filled
