"""A photo that is turned is looked at as it was read: what is found, and measured, turns along."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from engine.files.orientation import turn_to, turned_pixels
from engine.photo.photo import Photo, Window
from engine.photo.turns import AS_READ, Turning
from engine.restoration import pixel_network
from engine.restoration.denoising import examine
from engine.restoration.detection import Watch
from engine.restoration.faces import find_faces
from engine.restoration.fading import propose_revival
from engine.restoration.networks import bundled_network
from engine.restoration.proposing import propose
from engine.restoration.repairing import find_damage
from engine.restoration.selection import WHAT_IS_LIKELY, WHAT_MAY_BE
from engine.restoration.spoilage.noise import plane_of
from engine.restoration.spoilage.screens import without_screen
from tests.engine.restoration.test_detection import (
    SPECKS,
    centers,
    dusty,
    near,
    photo,
    scratched,
    sky,
)
from tests.engine.restoration.test_screens import printed, psnr
from tests.pictures import PHOTOS

TURNS = tuple(product(range(4), (False, True)))[1:]


def damaged():
    """A photo in which other damage is found when the network sees it turned."""
    gray = PHOTOS["rocket"].mean(axis=2)[:300, :403]
    return photo(scratched(dusty(gray)))


@pytest.mark.parametrize("turn", TURNS)
def test_a_turned_photo_has_the_same_damage_in_the_same_order(turn):
    as_read = damaged()
    plain, turned = find_damage(as_read), find_damage(turn_to(as_read, turn))
    assert turned.turned == turn
    assert np.array_equal(turned.detection.probability, plain.detection.probability)
    for selection in (WHAT_IS_LIKELY, WHAT_MAY_BE):
        mask = turned_pixels(turned.detection.mask(selection), turn, AS_READ)
        assert np.array_equal(mask, plain.detection.mask(selection))
    way = Turning(as_read.size, AS_READ, turn)
    findings = zip(
        plain.detection.findings(WHAT_MAY_BE), turned.detection.findings(WHAT_MAY_BE), strict=True
    )
    for before, after in findings:
        assert after.window == way.window(before.window)
        assert (after.kind, after.probability) == (before.kind, before.probability)


def test_damage_that_was_found_is_turned_and_turned_back():
    as_read = damaged()
    plain = find_damage(as_read)
    assert plain.lying_as(as_read) is plain
    for turn in TURNS:
        turned = turn_to(as_read, turn)
        there = plain.lying_as(turned)
        assert np.array_equal(
            there.detection.mask(WHAT_MAY_BE), find_damage(turned).detection.mask(WHAT_MAY_BE)
        )
        back = there.lying_as(as_read)
        assert np.array_equal(back.detection.mask(WHAT_MAY_BE), plain.detection.mask(WHAT_MAY_BE))


@pytest.mark.parametrize("turn", [(1, False), (2, True)])
def test_who_looks_on_at_a_turned_photo_sees_what_they_look_at(monkeypatch, turn):
    monkeypatch.setattr(pixel_network, "SIDE", 96)
    scan = turn_to(photo(dusty(sky())), turn)
    way = Turning((256, 320), AS_READ, turn)
    told = []
    view = way.window(Window(190, 80, 20, 20))
    find_damage(scan, watch=Watch(view, told.append))
    assert told[0].size == scan.size
    (first,) = told[0].findings()
    assert near(SPECKS[1], centers([replace(first, window=back_of(first.window, turn))]))


def back_of(window, turn):
    there = Turning((256, 320), AS_READ, turn)
    return Turning(there.turned_size, turn, AS_READ).window(window)


@pytest.mark.parametrize("turn", TURNS)
def test_a_face_turns_with_its_eyes_also_in_a_scan_that_lies_on_its_side(turn):
    portrait = Photo(PHOTOS["astronaut"])
    (face,) = find_faces(portrait)
    way = Turning(portrait.size, AS_READ, turn)
    assert find_faces(turn_to(portrait, turn)) == (face.turned(way),)
    if turn in ((1, False), (2, False)):  # lying thus, it shows nothing like an upright face
        as_read = Photo(turn_to(portrait, turn).pixels)
        upright = turn_to(as_read, (-turn[0] % 4, False))
        assert np.array_equal(upright.pixels, portrait.pixels)
        assert face in find_faces(upright)


@pytest.mark.checkpoint
@pytest.mark.parametrize("turn", [(1, False), (2, True), (3, True)])
def test_noise_and_fading_are_measured_alike(turn):
    chance = np.random.default_rng(0)
    noisy = PHOTOS["astronaut"][:507, :401] + chance.normal(0, 12, (507, 401, 3))
    as_read = Photo(np.clip(noisy, 0, 255).astype(np.uint8))
    turned = turn_to(as_read, turn)
    assert examine(turned) == examine(as_read)
    model = bundled_network("revival")
    assert propose_revival(turned, model) == propose_revival(as_read, model)
    one, other = propose(as_read), propose(turned)
    assert one.needed == other.needed
    assert one.condition == other.condition
    assert one.tone.levels == other.tone.levels


@pytest.mark.parametrize("turn", TURNS)
def test_a_printing_screen_turns_along_and_is_taken_out(turn):
    luma = plane_of(PHOTOS["chelsea"])
    dots = printed(luma, 4, 30)
    as_read = Photo(np.rint(255 * np.clip(dots, 0, 1)).astype(np.uint8)[..., None])
    screen = examine(as_read).screen
    turned = turn_to(as_read, turn)
    found = examine(turned).screen
    assert found.pitch == pytest.approx(screen.pitch)
    without = without_screen(plane_of(turned.pixels), found)
    clean = turned_pixels(luma, AS_READ, turn)
    assert psnr(without, clean) > psnr(plane_of(turned.pixels), clean) + 5
