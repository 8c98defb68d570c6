"""How far mixed pictures are from rendered ones, and which keyframes there are."""

from dataclasses import replace

import numpy as np
import pytest
import torch

from desktop.preview import keyframes
from desktop.preview.keyframes import (
    FINDINGS,
    SLIDERS,
    Keyframes,
    moved_slider,
    slider_named,
)
from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import SAMPLE_PHOTO, find_model
from engine.coloring.colorize import Frame, compose, encode, render, with_vividness
from engine.files.image_io import read_photo
from engine.photo.photo import Photo, Window, resize
from engine.photo.pixel_lightness import lightness_from_pixels
from engine.recipe.controls import COLOR_CONTROLS
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Denoise, Grade, Repair, Revival, Tone
from engine.restoration.live import LiveViews, live
from engine.restoration.restoring import restore
from tests.desktop.recipes import recipe_of
from tests.engine.restoration.test_denoising import noisy
from tests.engine.restoration.test_detection import dusty, photo, sky
from tests.pictures import faded_slide
from tests.tiny import CPU

STRENGTH, VIVIDNESS, WARMTH = COLORS = [SLIDERS[control.name] for control in COLOR_CONTROLS]

RESTORED = Recipe(repair=Repair(), denoise=Denoise(), revival=Revival(), tone=Tone())

SHARE, LEVELS, WILD_LEVELS = 0.999, 4, 16
"""So many values are off by no more than so many levels of 255, in photos and in wild colors."""


def colorful(chroma, side=200):
    """The sample photo's lightness in all hues, and in chroma up to some value."""
    rgb = resize(read_photo(SAMPLE_PHOTO).rgb, (side, side))
    y, x = np.mgrid[0:side, 0:side] / side
    ab = chroma * x * np.stack((np.cos(7 * y), np.sin(7 * y)))
    return Frame(lightness_from_pixels(rgb), torch.from_numpy(ab.astype(np.float32)))


def keys_of(slider, rendered, recipe):
    keys = Keyframes(slider, recipe)
    for position in slider.positions:
        keys = keys.with_render(position, rendered(slider.at(recipe, position)), recipe)
    return keys


def levels_off(slider, rendered, recipe=Recipe()):  # noqa: B008 - immutable
    """The error that ``SHARE`` of all values stay below, a third of the way between keyframes."""
    keys = keys_of(slider, rendered, recipe)
    errors = []
    for position in slider.positions[:-1]:
        between = slider.at(recipe, position + 1 / 3)
        mixed, exact = keys.mixed(between), rendered(between)
        assert mixed.dtype == np.uint8
        errors.append(np.abs(mixed.astype(int) - exact))
    return np.quantile(np.stack(errors), SHARE)


@pytest.mark.parametrize("slider", [STRENGTH, WARMTH], ids=lambda one: one.control.name)
@pytest.mark.parametrize(("chroma", "levels"), [(20, LEVELS), (45, WILD_LEVELS)])
def test_mixing_is_off_by_little(slider, chroma, levels):
    frame = colorful(chroma)
    assert 0 < levels_off(slider, lambda recipe: render(frame, recipe.grade)) <= levels


@pytest.mark.checkpoint
@pytest.mark.parametrize("slider", COLORS, ids=lambda one: one.control.name)
def test_mixing_is_off_by_little_with_the_bundled_model(slider):
    photo = Photo(resize(read_photo(SAMPLE_PHOTO).rgb, (500, 500)))
    encoding = encode(checkpoint.load(find_model(None), CPU), photo)

    def rendered(recipe):
        lively = with_vividness(encoding, recipe.coloring)
        return render(compose(lively, Window.whole(photo.size), photo.pixels), recipe.grade)

    assert 0 < levels_off(slider, rendered) <= LEVELS


@pytest.mark.parametrize("slider", SLIDERS.values(), ids=SLIDERS)
def test_at_a_keyframe_nothing_is_mixed(slider):
    renders = {p: np.full((1, 1, 3), 100 + p, np.uint8) for p in slider.positions}
    keys = Keyframes(slider, RESTORED, renders)
    for position in slider.positions:
        recipe = slider.at(RESTORED, position)
        assert keys.is_exact(recipe)
        assert keys.mixed(recipe) is renders[position]


def test_the_slider_that_moved_is_known():
    recipe = recipe_of(Grade(0.7, -0.3), vividness=1.3)
    assert moved_slider(recipe, recipe_of(Grade(0.8, -0.3), vividness=1.3)) is STRENGTH
    assert moved_slider(recipe, recipe_of(Grade(0.7, 0.1), vividness=1.3)) is WARMTH
    assert moved_slider(recipe, recipe_of(Grade(0.7, -0.3), vividness=2.0)) is VIVIDNESS
    assert moved_slider(recipe, Recipe()) is None
    assert moved_slider(recipe, recipe) is None


def test_findings_are_chosen_by_one_slider_with_three_controls():
    for changed in (Repair(0.7), Repair(largest=0.1), Repair(0.2, shade="dark")):
        assert moved_slider(RESTORED, replace(RESTORED, repair=changed)) is FINDINGS
    for other in (None, Repair(finds=False)):
        assert moved_slider(RESTORED, replace(RESTORED, repair=other)) is None
    assert slider_named("sensitivity") is slider_named("largest") is FINDINGS
    assert slider_named("size") is None


def levels_off_live(slider, restored, recipe):
    views = LiveViews(restored, Window.whole(restored.original.size), restored.original.rgb)
    return levels_off(slider, lambda wanted: live(views, wanted), recipe)


def test_mixing_tones_is_off_by_little():
    flat = Photo((resize(read_photo(SAMPLE_PHOTO).rgb, (200, 200)) * 0.5 + 60).astype(np.uint8))
    recipe = Recipe(tone=Tone())
    assert 0 < levels_off_live(SLIDERS["contrast"], restore(flat, recipe), recipe) <= LEVELS


@pytest.mark.checkpoint
@pytest.mark.parametrize("name", ["smoothing", "grain", "recovery"])
def test_mixing_what_networks_restore_is_off_by_little(name):
    spoiled = noisy("astronaut").pixels if name != "recovery" else faded_slide()
    recipe = Recipe(denoise=Denoise()) if name != "recovery" else Recipe(revival=Revival())
    restored = restore(Photo(spoiled[:200, :200]), recipe)
    assert 0 < levels_off_live(SLIDERS[name], restored, recipe) <= LEVELS


def test_a_finding_is_as_in_one_keyframe_or_as_in_the_other():
    recipe = Recipe(repair=Repair())
    restored = restore(photo(dusty(sky()), channels=3), recipe)
    views = LiveViews(restored, Window.whole(restored.original.size), restored.original.rgb)
    keys = keys_of(FINDINGS, lambda wanted: live(views, wanted), recipe)
    for repair in (Repair(), Repair(shade="dark"), Repair(1.0)):
        wanted = replace(recipe, repair=repair)
        assert not keys.is_exact(wanted)
        assert np.array_equal(keys.mixed(wanted, views), live(views, wanted))
    assert np.array_equal(keys.renders[0], restored.original.pixels)


def test_without_room_the_nearest_keyframes_stay(monkeypatch):
    monkeypatch.setattr(keyframes, "_MOST_BYTES", 3 * 3 * 4)
    recipe = recipe_of(Grade(1.1))
    keys = keys_of(STRENGTH, lambda _: np.zeros((2, 2, 3), np.uint8), recipe)
    assert sorted(keys.renders) == [3, 4, 5]
    assert keys.next_missing(recipe, 4) is None
    assert keys.missing_around(recipe) == ()
    assert keys.missing_around(recipe_of(Grade(1.6))) == (6, 7)
    assert keys.next_missing(recipe_of(Grade(1.6)), 4) == 6
