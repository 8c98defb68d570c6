"""From a color set in one photo to the same thing in others."""

import numpy as np
import pytest

from engine.album.agreement import SURE, propose
from engine.album.matching import find
from engine.album.page import page_of
from engine.album.reference import hints_like
from engine.cancel import Cancelled, CancelToken
from engine.coloring.colorize import lab_from_pixels
from engine.recipe.hint import Hint
from tests.engine.album.scenes import frame, scene, seen

HINT = Hint(0.5, 0.5, (-20.0, 30.0), reach=0.6)


@pytest.fixture
def page(tiny_kolorit):
    return lambda pixels: page_of(seen(tiny_kolorit, pixels))


def test_a_thing_is_found_in_another_frame(page):
    view = scene()
    match = find(page(frame(view)), HINT, page(frame(view, top=130, left=100, light=1.2)))
    assert match.is_aligned
    assert match.same_scene
    assert match.likelihood >= SURE
    assert (match.row, match.column) == pytest.approx((66 / 192, 148 / 256), abs=0.01)


def test_what_is_gone_from_a_frame_is_not_surely_there(page):
    view = frame(scene())
    without = view.copy()
    without[50:142, 82:174] = 255 - frame(scene(5))[50:142, 82:174]
    assert find(page(view), HINT, page(without)).likelihood < SURE


def test_a_photo_of_something_else_is_never_sure(page):
    match = find(page(frame(scene(1))), HINT, page(frame(scene(2))))
    assert not match.is_aligned
    assert match.likelihood < SURE
    assert 0 <= match.row <= 1
    assert 0 <= match.column <= 1


def test_proposals_are_the_same_color_at_other_places_likeliest_first(page):
    view = scene()
    others = [page(frame(scene(7))), page(frame(view, top=120)), page(frame(view, left=90))]
    proposals = propose(page(frame(view)), HINT, others)
    assert {proposal.photo for proposal in proposals if proposal.is_sure} == {1, 2}
    likelihoods = [proposal.match.likelihood for proposal in proposals]
    assert likelihoods == sorted(likelihoods, reverse=True)
    for proposal in proposals:
        hint = proposal.hint
        assert (hint.ab, hint.reach, hint.taken_over) == (HINT.ab, HINT.reach, True)
        assert (hint.row, hint.column) == (proposal.match.row, proposal.match.column)


def test_looking_through_an_album_can_be_stopped(page):
    token = CancelToken()
    token.cancel()
    one = page(frame(scene()))
    with pytest.raises(Cancelled):
        propose(one, HINT, [one], token)


def test_a_gray_photo_takes_over_the_colors_of_the_same_scene(tiny_kolorit):
    view = scene()
    shown = frame(view, top=110, left=110)
    gray = np.repeat(frame(view).mean(axis=-1, keepdims=True), 3, axis=-1).astype(np.uint8)
    mine = Hint(0.5, 0.5, (0.0, 0.0))
    taken = hints_like(seen(tiny_kolorit, shown), seen(tiny_kolorit, gray), (mine,))
    assert taken.same_scene
    assert 3 <= len(taken.hints) <= 24
    truth = lab_from_pixels(frame(view)).numpy()
    for hint in taken.hints:
        assert hint.taken_over
        assert np.hypot(hint.row - 0.5, hint.column - 0.5) > 0.07
        there = truth[1:, int(hint.row * 192), int(hint.column * 256)]
        assert np.hypot(hint.ab[0] - there[0], hint.ab[1] - there[1]) < 12


def test_nothing_is_taken_over_from_a_photo_of_something_else(tiny_kolorit):
    taken = hints_like(seen(tiny_kolorit, frame(scene(1))), seen(tiny_kolorit, frame(scene(2))))
    assert taken.hints == ()
    assert not taken.same_scene
    assert taken.looked_at > 0


def test_colors_taken_over_are_not_counted_as_a_persons(tiny_kolorit):
    other = Hint(0.2, 0.2, (10.0, 10.0), taken_over=True)
    made = seen(tiny_kolorit, frame(scene()), HINT, other, other).provenance
    assert (made.hints, made.taken_over) == (1, 2)
    assert "1 color hint by a person, 2 taken over from other photos; " in made.parameters


def test_a_photo_of_one_pixel_can_be_looked_at(tiny_kolorit):
    dot = seen(tiny_kolorit, np.full((1, 1, 3), 90, np.uint8))
    assert hints_like(dot, dot).hints == ()
    assert find(page_of(dot), HINT, page_of(dot)).likelihood < SURE
