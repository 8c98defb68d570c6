from dataclasses import replace

import numpy as np
import pytest

from engine.cancel import Cancelled, CancelToken
from engine.photo.photo import Photo
from engine.recipe.recipe import Recipe, Stage
from engine.recipe.stages import Denoise, Repair, Revival, Tone
from engine.recipe.stroke import Stroke
from engine.restoration import repairing, restoring
from engine.restoration.defects.painting import painted
from engine.restoration.restoring import Known, draft, restore
from tests.engine.restoration.test_detection import SPECKS, dusty, photo, sky
from tests.pictures import PHOTOS
from tests.tiny import tiny_pixel_model


@pytest.fixture
def scan():
    return photo(dusty(sky()))


@pytest.fixture
def looks(monkeypatch):
    """How often photos are looked at for damage."""
    counted = []
    detect = repairing.detect

    def counting(*args, **options):
        counted.append(1)
        return detect(*args, **options)

    monkeypatch.setattr(repairing, "detect", counting)
    return counted


def test_stages_are_taken_in_their_order_and_give_account(scan):
    restored = restore(scan, Recipe(tone=Tone(), repair=Repair()))
    assert [step.stage for step in restored.steps] == [Stage.REPAIR, Stage.TONE]
    assert restored.steps[0].account["found"] == {"dust": len(SPECKS)}
    assert restored.photo is restored.steps[-1].photo
    assert restored.mask.any()
    assert len(restored.sentences) == 2
    assert not restored.made_by_model


def test_a_recipe_without_such_stages_gives_the_photo_itself(scan):
    assert restore(scan, Recipe()).photo is scan


def test_what_was_done_before_is_not_done_again(scan, looks):
    first = restore(scan, Recipe(repair=Repair()))
    toned = restore(scan, Recipe(repair=Repair(), tone=Tone()), earlier=first)
    assert toned.steps[0] is first.steps[0]
    assert np.array_equal(toned.mask, first.mask)
    more = restore(scan, Recipe(repair=Repair(0.9), tone=Tone()), earlier=toned)
    assert more.steps[0] is not first.steps[0]
    assert more.steps[1] is not toned.steps[1]
    assert len(looks) == 1  # the sensitivity chooses from what was found
    other = Photo(scan.pixels.copy())
    restore(other, Recipe(repair=Repair()), earlier=more)
    assert len(looks) == 2


def test_only_what_strokes_mark_is_repaired_when_nothing_is_looked_for(scan, looks):
    row, column = 150, 200
    stroke = Stroke(((row / 256, column / 320),), 0.02)
    restored = restore(scan, Recipe(repair=Repair(finds=False, strokes=(stroke,))))
    assert not looks
    assert restored.mask[row, column]
    assert restored.mask.sum() < 400
    changed = (restored.photo.pixels != scan.pixels).any(axis=2)
    assert not changed[~restored.mask].any()
    assert "1 stroke by a person" in restored.sentences[0]
    nothing = restore(scan, Recipe(repair=Repair(finds=False)))
    assert nothing.photo is scan
    assert "nothing was marked" in nothing.steps[0].account["why"]


def test_what_a_person_protects_keeps_every_bit(scan):
    found = restore(scan, Recipe(repair=Repair()))
    whole = Stroke(((0.0, 0.0), (1.0, 1.0)), 0.5, keeps=True)
    kept = restore(scan, Recipe(repair=Repair(strokes=(whole,))), earlier=found)
    assert kept.photo is scan or np.array_equal(kept.photo.pixels, scan.pixels)
    row, column, *_ = np.argwhere(found.mask)[0]
    dab = Stroke(((row / 256, column / 320),), 0.01, keeps=True)
    partly = restore(scan, Recipe(repair=Repair(strokes=(dab,))), earlier=found)
    assert not partly.mask[row, column]
    assert partly.mask.any()


def test_no_network_is_asked_about_a_hole_that_reaches_into_a_face(monkeypatch):
    network = tiny_pixel_model("fill", "coarse-fill", widths=[8, 8, 8, 32])
    monkeypatch.setattr(repairing, "bundled_network", lambda _task: network)
    portrait = Photo(PHOTOS["astronaut"])
    across, beside = np.zeros(portrait.size, bool), np.zeros(portrait.size, bool)
    across[100:112, 120:330] = True  # over both eyes
    beside[300:312, 20:230] = True
    over_face = restore(portrait, Recipe(repair=Repair()), known=Known(mask=across))
    assert over_face.steps[0].account["holes_by_network"] == 0
    assert not over_face.made_by_model
    assert over_face.invented.any()
    elsewhere = restore(portrait, Recipe(repair=Repair()), known=Known(mask=beside))
    assert elsewhere.steps[0].account["holes_by_network"] == 1
    assert elsewhere.made_by_model


def test_half_a_step_lies_between_none_and_all(scan):
    def mean(recipe):
        return restore(scan, recipe).photo.pixels.astype(float).std()

    half, whole = mean(Recipe(tone=Tone(0.5))), mean(Recipe(tone=Tone()))
    assert mean(Recipe(tone=Tone(0.0))) == scan.pixels.astype(float).std() < half < whole


@pytest.mark.parametrize("recipe", [Recipe(denoise=Denoise()), Recipe(revival=Revival())])
@pytest.mark.checkpoint
def test_a_photo_that_needs_nothing_is_left_alone(recipe):
    gray = Photo(PHOTOS["camera"]) if "camera" in PHOTOS else photo(sky())
    restored = restore(gray, recipe)
    assert restored.photo is gray
    assert restored.sentences == ()


def test_restoring_can_be_stopped(scan):
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        restore(scan, Recipe(repair=Repair()), token=token)


def test_progress_goes_on_from_stage_to_stage(scan):
    shares = []
    restore(scan, Recipe(repair=Repair(), tone=Tone()), report=shares.append)
    assert shares == sorted(shares)
    assert shares[-1] <= 0.5  # the second stage reports nothing
    assert restoring.RESTORING[-1] is Stage.TONE


def test_a_draft_shows_a_stroke_at_once_with_the_tones_of_the_rest(scan, looks):
    before = restore(scan, Recipe(repair=Repair(), tone=Tone()))
    stroke = Stroke(((0.6, 0.7), (0.6, 0.75)), 0.01)
    shown = draft(before, Repair(strokes=(stroke,)))
    after = restore(scan, Recipe(repair=Repair(strokes=(stroke,)), tone=Tone()), earlier=before)
    changed = (shown.pixels != before.photo.pixels).any(axis=2)
    assert changed.any()
    assert not changed[~after.mask].any()
    off = np.abs(shown.pixels.astype(float) - after.photo.pixels)
    assert off.max() < 25
    assert len(looks) == 1
    assert np.array_equal(draft(before, Repair()).pixels, before.photo.pixels)


@pytest.mark.parametrize("steps", [{}, {"tone": Tone()}])
def test_strokes_of_all_kinds_are_drafted_one_after_the_other(scan, steps):
    recipe = Recipe(repair=Repair(), **steps)
    before = restore(scan, recipe)
    row, column = SPECKS[0][0] / 256, SPECKS[0][1] / 320
    strokes = (
        Stroke(((0.6, 0.7), (0.6, 0.75)), 0.01),
        Stroke(((row, column),), 0.05, keeps=True),
        Stroke(((0.6, 0.72),), 0.02, source=(0.3, 0.4)),
    )
    for count in range(1, 4):
        repair = Repair(strokes=strokes[:count])
        shown = draft(before, repair).pixels.astype(float)
        after = restore(scan, replace(recipe, repair=repair), earlier=before)
        if not steps:  # what is kept may have other black and white points than what is filled
            assert np.abs(shown - after.photo.pixels).max() < 25
        assert (shown != before.photo.pixels).any()
        outside = ~(before.mask | after.mask)
        assert np.array_equal(shown[outside], before.photo.pixels[outside])
    assert np.array_equal(scan.pixels, before.original.pixels)


def test_the_first_stroke_of_a_photo_is_drafted_around_itself_alone(scan, monkeypatch):
    nothing = restore(scan, Recipe())
    monkeypatch.setattr("engine.restoration.restoring.repair", None)
    stroke = Stroke(((SPECKS[0][0] / 256, SPECKS[0][1] / 320),), 0.03)
    shown = draft(nothing, Repair(finds=False, strokes=(stroke,)))
    changed = (shown.pixels != scan.pixels).any(axis=2)
    assert changed[SPECKS[0]]
    assert changed.mean() < 0.02


@pytest.mark.parametrize("ends", [((0.1, 0.05), (0.9, 0.95)), ((0.05, 0.5), (0.95, 0.5))])
def test_a_long_scratch_is_drafted_in_pieces_that_meet(ends):
    stroke = Stroke(ends, 0.01)
    rows, columns, covered = painted(stroke, (600, 800))
    pixels = sky((600, 800)).astype(np.uint8)[..., None]
    pixels[rows, columns][covered] = 255
    before = restore(Photo(pixels), Recipe(coloring=None))
    repair = Repair(finds=False, strokes=(stroke,))
    shown = draft(before, repair).pixels
    done = restore(Photo(pixels), Recipe(repair=repair, coloring=None))
    assert np.array_equal(shown[~done.mask], pixels[~done.mask])
    off = np.abs(shown.astype(float) - done.photo.pixels)
    assert np.quantile(off[done.mask], 0.99) < 25
    assert shown[rows, columns][covered].max() < 250


def test_tones_stay_whatever_is_decided_about_a_finding(scan):
    plain = restore(scan, Recipe(repair=Repair(), tone=Tone()))
    dabs = tuple(Stroke(((y / 256, x / 320),), 0.03, keeps=True) for y, x in SPECKS)
    left = restore(scan, Recipe(repair=Repair(strokes=dabs), tone=Tone()))
    assert not left.mask.any()
    assert left.steps[1].account == plain.steps[1].account
    blind = restore(scan, Recipe(tone=Tone()))  # as if the specks were of the picture
    assert blind.steps[0].account != plain.steps[1].account
