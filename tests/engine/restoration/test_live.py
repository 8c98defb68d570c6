"""What is shown while a slider moves, against what is done then."""

from dataclasses import replace

import numpy as np
import pytest

from engine.photo.photo import Photo, Window, view
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Denoise, Repair, Tone
from engine.recipe.stroke import Stroke
from engine.restoration import restoring
from engine.restoration.faces import Face
from engine.restoration.live import live, live_views
from engine.restoration.restoring import restore
from tests.engine.restoration.test_denoising import noisy
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, sky

WHOLE = Window(0, 0, 256, 320)


def damaged():
    return photo(dusty(sky()), channels=3)


def views_of(restored, window=WHOLE, size=None):
    return live_views(restored, window, view(restored.original, window, size or window.size))


@pytest.mark.parametrize("tone", [None, Tone()])
def test_fewer_findings_show_the_original_again_with_what_follows_and_all_else_stays(tone):
    scan = damaged()
    restored = restore(scan, Recipe(repair=Repair(), tone=tone, coloring=None))
    shown, _ = live(views_of(restored), Repair(shade="dark"), None)
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
    shown, _ = live(views_of(restored, size=size), Repair(), None)
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
    shown, _ = live(views_of(restored), Repair(strokes=(stroke,)), None)
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
    shown, views = live(views_of(restored, whole), None, wanted)
    done = restore(spoiled, replace(recipe, denoise=wanted), earlier=restored).photo.pixels
    assert np.abs(shown.astype(int) - done).mean() < 1
    again, kept = live(views, None, replace(wanted, smoothing=0.5))
    assert kept.quiet is views.quiet  # only mixed
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
