"""What is shown while a slider moves, against what is done then."""

from dataclasses import replace

import numpy as np
import pytest

from engine.photo.photo import Photo, Window, view
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Denoise, Repair, Revival, Tone
from engine.recipe.stroke import Stroke
from engine.restoration import restoring
from engine.restoration.faces import Face
from engine.restoration.live import LiveViews, live
from engine.restoration.restoring import restore
from tests.engine.restoration.test_denoising import noisy
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, sky
from tests.pictures import faded_slide

WHOLE = Window(0, 0, 256, 320)


def damaged():
    return photo(dusty(sky()), channels=3)


def views_of(restored, window=WHOLE, size=None):
    return LiveViews(restored, window, view(restored.original, window, size or window.size))


def shown_as(restored, recipe, **view):
    return live(views_of(restored, **view), recipe)


@pytest.mark.parametrize("tone", [None, Tone()])
def test_fewer_findings_show_the_original_again_with_what_follows_and_all_else_stays(tone):
    scan = damaged()
    recipe = Recipe(repair=Repair(), tone=tone, coloring=None)
    restored = restore(scan, recipe)
    shown = shown_as(restored, replace(recipe, repair=Repair(shade="dark")))
    for place in SPECKS:
        assert shown[place].max() > restored.photo.pixels[place].max() + 40
    outside = ~restored.mask
    assert np.array_equal(shown[outside], restored.photo.pixels[outside])
    if tone is None:
        assert np.array_equal(shown, scan.pixels)


@pytest.mark.parametrize("share", [1, 2])
def test_more_findings_are_filled_from_what_is_seen(share):
    scan = damaged()
    restored = restore(scan, Recipe(repair=Repair(shade="dark"), coloring=None))
    size = (256 // share, 320 // share)
    shown = shown_as(restored, Recipe(repair=Repair()), size=size)
    before = view(scan, WHOLE, size)
    for row, column in SPECKS:
        assert shown[row // share, column // share].max() < 190
        assert before[row // share, column // share].max() > 230
    assert (shown != before).any(axis=2).mean() < 0.1


def test_what_a_stroke_protects_is_left_alone():
    scan = damaged()
    row, column = SPECKS[0]
    stroke = Stroke(((row / 256, column / 320),), 0.06, keeps=True)
    restored = restore(scan, Recipe(repair=Repair(shade="dark", strokes=(stroke,)), coloring=None))
    shown = shown_as(restored, Recipe(repair=Repair(strokes=(stroke,))))
    assert np.array_equal(shown[row, column], scan.pixels[row, column])
    assert shown[SPECKS[1]].max() < 190


@pytest.mark.checkpoint
@pytest.mark.parametrize("wanted", [Denoise(0.0), Denoise(0.3), Denoise(1.0), Denoise(0.6, 1.0)])
def test_noise_is_mixed_nearly_as_it_is_done_in_faces_too(wanted, monkeypatch):
    face = Face(*[Window(66, 172, 103, 103)] * 3)
    monkeypatch.setattr("engine.restoration.denoising.find_faces", lambda _: (face,))
    spoiled = Photo(noisy("astronaut").pixels[:300, :300])
    recipe = Recipe(denoise=Denoise(0.8), coloring=None)
    restored = restore(spoiled, recipe)
    whole = Window(0, 0, *spoiled.size)
    views, recipe = views_of(restored, whole), replace(recipe, denoise=wanted)
    shown = live(views, recipe)
    done = restore(spoiled, recipe, earlier=restored).photo.pixels
    assert np.abs(shown.astype(int) - done).mean() < 1
    monkeypatch.setattr("engine.restoration.live.with_grain", None)  # from here on, only mixed
    again = live(views, replace(recipe, denoise=replace(wanted, smoothing=0.5)))
    assert not np.array_equal(again, shown)


@pytest.mark.checkpoint
def test_noise_is_not_measured_again_for_another_strength(monkeypatch):
    spoiled = Photo(noisy("astronaut").pixels[:200, :200])
    restored = restore(spoiled, Recipe(denoise=Denoise(0.8), coloring=None))
    for name in ("examine", "find_faces"):
        monkeypatch.setattr(f"engine.restoration.denoising.{name}", None)
    again = restore(spoiled, Recipe(denoise=Denoise(0.4), coloring=None), earlier=restored)
    monkeypatch.undo()
    plain = restoring.restore(spoiled, Recipe(denoise=Denoise(0.4), coloring=None))
    assert np.array_equal(again.photo.pixels, plain.photo.pixels)


def test_settings_that_are_as_they_were_show_the_photo_as_it_is_restored():
    recipe = Recipe(repair=Repair(), tone=Tone(), coloring=None)
    restored = restore(damaged(), recipe)
    assert np.array_equal(shown_as(restored, recipe), restored.photo.pixels)


@pytest.mark.parametrize("contrast", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("before", [0.0, 0.7])
def test_tones_are_spread_as_they_will_be(before, contrast):
    recipe = Recipe(repair=Repair(), tone=Tone(before), coloring=None)
    restored = restore(damaged(), recipe)
    wanted = replace(recipe, tone=Tone(contrast))
    done = restore(restored.original, wanted, earlier=restored)
    assert np.array_equal(shown_as(restored, wanted), done.photo.pixels)


@pytest.mark.checkpoint
@pytest.mark.parametrize("recovery", [0.0, 0.5, 1.0])
@pytest.mark.parametrize("before", [0.0, 0.7])
def test_colors_come_back_as_they_will(before, recovery):
    recipe = Recipe(revival=Revival(before), coloring=None)
    restored = restore(Photo(faded_slide()), recipe)
    wanted = replace(recipe, revival=Revival(recovery))
    done = restore(restored.original, wanted, earlier=restored)
    assert np.array_equal(
        shown_as(restored, wanted, window=Window.whole(restored.original.size)), done.photo.pixels
    )


def test_what_was_found_can_be_chosen_while_another_step_is_yet_to_be_taken_anew():
    recipe = Recipe(repair=Repair(), tone=Tone(), coloring=None)
    restored = restore(damaged(), recipe)
    wanted = replace(recipe, repair=Repair(shade="dark"), tone=Tone(0.3))
    shown = shown_as(restored, wanted)
    done = restore(restored.original, wanted, earlier=restored)
    assert np.array_equal(shown, done.photo.pixels)
