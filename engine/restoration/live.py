"""What a photo looks like while a slider of its restoration moves, at the size of the screen.

No network is asked and no hole is filled anew: findings that are repaired no longer show the
original, those that are repaired now are filled from what is seen around them, and noise is mixed
of what there is of the photo with and without it. The restoration itself follows.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.photo.photo import Window, in_eight_bits, mix, view
from engine.recipe.recipe import Stage
from engine.recipe.stages import Repair
from engine.restoration.defects.painting import painted
from engine.restoration.denoising import IN_FACES, DenoiseSettings, amounts, with_grain
from engine.restoration.inpainting import GROWTH
from engine.restoration.selection import Selection
from engine.restoration.tiles import Tile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Size
    from engine.recipe.stages import Denoise
    from engine.restoration.restoring import Restored, Step

    Seen = NDArray[np.uint8]
    """(h, w, 3), a window of the photo at the size of the screen."""
    Mask = NDArray[np.bool_]

_SIDES = (9, 33, 129)
"""Pixels of the screen, of squares whose mean fills a finding: the first that shows enough."""
_ENOUGH = 0.2
"""Share of a square."""


@dataclass(frozen=True, eq=False)
class LiveViews:
    """What the screen shows of a photo before, between and after its steps: kept for the next."""

    restored: Restored
    window: Window
    original: Seen
    source: Seen
    """After all steps."""
    noisy: Seen | None
    """What is before the step that takes out noise; None if that does nothing."""
    clean: Seen | None
    """What a network said of it."""
    quiet: tuple[float, Seen] | None = None
    """The same with so much grain: all that the step can do."""


def live_views(restored: Restored, window: Window, original: Seen) -> LiveViews:
    """Return what is needed to show another strength of a photo's steps.

    Args:
        restored: What was made of the photo.
        window: The part that is seen.
        original: The photo itself as it is seen.
    """
    size = original.shape[:2]
    source = view(restored.photo, window, size)
    step, clean = _step(restored, Stage.DENOISE), restored.clean
    if step is None or clean is None or clean.condition.screen is not None:
        return LiveViews(restored, window, original, source, None, None)
    index = restored.steps.index(step)
    before = restored.steps[index - 1].photo if index else restored.original
    if clean.source is not before.pixels:  # of an earlier repair
        return LiveViews(restored, window, original, source, None, None)
    noisy = original if before is restored.original else view(before, window, size)
    without = view(replace(before, pixels=clean.pixels), window, size)
    return LiveViews(restored, window, original, source, noisy, without)


def live(
    views: LiveViews, repair: Repair | None, denoise: Denoise | None
) -> tuple[Seen, LiveViews]:
    """Return roughly what the screen will show with other settings, and what to keep.

    Args:
        views: Of the photo as it is restored now.
        repair: Settings that differ from those of the photo in what is taken for damage.
        denoise: Settings that differ in how much is done.
    """
    pixels, restored = views.source, views.restored
    step = _step(restored, Stage.DENOISE)
    if step is not None and denoise is not None and denoise != step.settings:
        wanted = DenoiseSettings.of(denoise)
        views = _with_quiet(views, wanted.grain)
        if views.noisy is not None and views.quiet is not None:
            mixed = _mixed(views, views.noisy, views.quiet[1], wanted.amount)
            pixels = _after(restored, Stage.DENOISE, mixed)
    step = _step(restored, Stage.REPAIR)
    if step is not None and repair is not None and repair != step.settings:
        pixels = _with_other_findings(views, pixels, step, repair)
    return pixels, views


def _step(restored: Restored, stage: Stage) -> Step | None:
    return next((step for step in restored.steps if step.stage is stage), None)


def _after(restored: Restored, stage: Stage, pixels: Seen) -> Seen:
    """Return pixels after what follows a stage, as far as that can be done to a part."""
    order = list(Stage)
    for step in restored.steps:
        if step.again is not None and order.index(step.stage) > order.index(stage):
            pixels = in_eight_bits(step.again(pixels))
    return pixels


def _with_quiet(views: LiveViews, grain: float) -> LiveViews:
    clean = views.restored.clean
    if views.noisy is None or views.clean is None or clean is None:
        return views
    if views.quiet is not None and views.quiet[0] == grain:
        return views
    return replace(views, quiet=(grain, with_grain(views.noisy, views.clean, clean, grain)))


def _mixed(views: LiveViews, noisy: Seen, quiet: Seen, share: float) -> Seen:
    """Return a photo as far without noise as is asked for, in faces less."""
    out, clean = mix(noisy, quiet, share), views.restored.clean
    if share <= IN_FACES or clean is None or not clean.faces:
        return out
    scale = noisy.shape[0] / views.window.height
    faces = tuple(face.scaled(scale, views.window) for face in clean.faces)
    shares = amounts(Tile(Window.whole(noisy.shape[:2]), 0), share, faces)
    rows, columns = np.nonzero(shares[..., 0] < share)
    here = shares[rows, columns]
    between = noisy[rows, columns] * (1 - here) + quiet[rows, columns] * here
    out[rows, columns] = np.rint(between).astype(np.uint8)
    return out


def _with_other_findings(views: LiveViews, pixels: Seen, step: Step, repair: Repair) -> Seen:
    damage, before = views.restored.damage, step.settings
    detection = None if damage is None else damage.detection
    if detection is None or not isinstance(before, Repair):
        return pixels
    was = detection.chosen(Selection.of(before))
    is_now = detection.chosen(Selection.of(repair))
    size, starts = pixels.shape[:2], np.diff(detection.components.starts)
    gone, new = (
        _seen_of(views, detection.components.places[np.repeat(chosen, starts)], repair, size)
        for chosen in (was & ~is_now, is_now & ~was)
    )
    out = pixels.copy()
    if gone.any():
        out[gone] = _after(views.restored, Stage.REPAIR, views.original[gone][:, None])[:, 0]
    if new.any():
        _fill(out, new)
    return out


def _fill(pixels: Seen, holes: Mask) -> None:
    """Fill holes with means of what is around them: an equation would take many frames."""
    known = (~holes).astype(np.float32)
    weighted = pixels * known[..., None]
    for side in _SIDES:
        share = cv2.blur(known, (side, side))[holes]
        mean = cv2.blur(weighted, (side, side))[holes]
        is_enough = share >= (_ENOUGH if side != _SIDES[-1] else 1e-3)
        rows, columns = (places[is_enough] for places in np.nonzero(holes))
        means = mean[is_enough] / share[is_enough][:, None]
        pixels[rows, columns] = np.rint(np.clip(means, 0, 255)).astype(np.uint8)
        holes = holes.copy()
        holes[rows, columns] = False
        if not holes.any():
            break


def _seen_of(views: LiveViews, places: NDArray[np.int64], repair: Repair, size: Size) -> Mask:
    """Return where pixels of findings, and what is repaired around them, lie on the screen.

    What a stroke covers is up to the stroke.
    """
    photo, window = views.restored.original.size, views.window
    rows, columns = places // photo[1], places % photo[1]
    free = np.ones(len(places), bool)
    for stroke in repair.strokes:
        down, across, touched = painted(stroke, photo)
        inside = (rows >= down.start) & (rows < down.stop)
        inside &= (columns >= across.start) & (columns < across.stop)
        free[inside] &= ~touched[rows[inside] - down.start, columns[inside] - across.start]
    y = (rows[free] - window.top) * size[0] // window.height
    x = (columns[free] - window.left) * size[1] // window.width
    is_seen = (y >= 0) & (y < size[0]) & (x >= 0) & (x < size[1])
    mask = np.zeros(size, np.uint8)
    mask[y[is_seen], x[is_seen]] = 1
    reach = max(1, round(GROWTH * size[0] / window.height))
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * reach + 1,) * 2)
    return cv2.dilate(mask, kernel) > 0
