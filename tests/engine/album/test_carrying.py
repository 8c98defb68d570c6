"""What is done to the hints of one frame of a scene, done to another."""

from dataclasses import replace

import numpy as np
import pytest

from engine.album.agreement import is_decided
from engine.album.beside import with_taken_over
from engine.album.carrying import carried
from engine.album.changes import Change
from engine.album.page import page_of, sketch_of
from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode
from engine.photo.photo import Photo
from engine.recipe.hint import Hint
from tests.engine.album.scenes import frame, scene, seen
from tests.tiny import CPU

HINT = Hint(0.5, 0.5, (-20.0, 30.0), reach=0.6)
THERE = (68 / 192, 134 / 256)
"""Where it is in the other frame."""


@pytest.fixture
def page(tiny_kolorit):
    return lambda pixels: page_of(seen(tiny_kolorit, pixels))


@pytest.fixture
def pages(page):
    return page(frame(scene())), page(frame(scene(), top=128, left=114))


def by_hand(**changes):
    return replace(HINT, row=THERE[0], column=THERE[1], **changes)


def test_a_color_that_is_set_comes_beneath_what_there_is(pages):
    own = Hint(0.9, 0.1, (0.0, 0.0))
    new, kept = carried(pages[0], Change((), (HINT,)), pages[1], (own,), "one.png")
    assert kept == own
    assert (new.row, new.column) == pytest.approx(THERE, abs=0.01)
    assert (new.ab, new.reach, new.taken_over, new.taken_from) == (HINT.ab, 0.6, True, "one.png")


def test_what_is_changed_replaces_what_came_before_and_what_is_deleted_goes(pages):
    first = carried(pages[0], Change((), (HINT,)), pages[1], (), "one.png")
    redder = replace(HINT, ab=(30.0, 30.0))
    second = carried(pages[0], Change((HINT,), (redder,)), pages[1], first, "one.png")
    assert [hint.ab for hint in second] == [redder.ab]
    assert carried(pages[0], Change((redder,), ()), pages[1], second, "one.png") == ()
    assert carried(pages[0], Change((HINT,), ()), pages[1], second, "one.png") == second


def test_what_a_person_has_set_on_the_thing_stays(pages):
    own = by_hand(ab=(0.0, -30.0))
    for change in (Change((), (HINT,)), Change((HINT,), ())):
        assert carried(pages[0], change, pages[1], (own,)) == (own,)


def test_a_photo_of_something_else_stays_as_it_is(page, pages):
    other = page(frame(scene(3)))
    assert carried(pages[0], Change((), (HINT,)), other, ()) == ()


def test_a_thing_that_is_gone_gets_no_color(page, pages):
    view = frame(scene(), top=128, left=114)
    view[30:106, 90:178] = 255 - frame(scene(5))[30:106, 90:178]
    assert carried(pages[0], Change((), (HINT,)), page(view), ()) == ()


def test_a_color_counts_as_decided_by_its_place_or_its_thing(pages):
    there = by_hand(taken_over=True)
    assert not is_decided(pages[1], there, ())
    assert not is_decided(pages[1], there, (there,))
    assert is_decided(pages[1], there, (by_hand(),))
    assert not is_decided(pages[1], there, (Hint(0.99, 0.01, HINT.ab),))


def test_the_same_thing_is_taken_over_once_and_its_neighbor_stays():
    first = Hint(0.5, 0.5, (1.0, 1.0), taken_over=True)
    badge = replace(first, column=0.55)
    again = replace(first, ab=(9.0, 9.0), row=0.51)
    assert with_taken_over((first, badge, HINT), again) == (badge, again, HINT)


def test_only_what_a_person_did_is_a_change():
    taken = replace(HINT, taken_over=True)
    moved = replace(HINT, row=0.6)
    assert not Change.between((HINT, taken), (HINT,))
    assert not Change.between((), (taken,))
    assert Change.between((HINT,), (moved, taken)) == Change((HINT,), (moved,))
    assert Change.between((taken,), (taken.by_hand(),)) == Change((), (HINT,))


def test_marks_are_the_same_with_and_without_a_network(tiny_kolorit):
    pixels = frame(scene())
    sketch, page = sketch_of(Photo(pixels), 192), page_of(seen(tiny_kolorit, pixels))
    assert np.array_equal(sketch.lightness, page.lightness)
    assert np.array_equal(sketch.points.places, page.points.places)


def test_where_a_hint_comes_from_does_not_change_its_colors(tiny_kolorit):
    model, photo = checkpoint.load(tiny_kolorit, CPU), Photo(frame(scene()))
    first = encode(model, photo, size=192, hints=(HINT,))
    taken = replace(HINT, taken_over=True, taken_from="one.png")
    second = encode(model, photo, size=192, hints=(taken,), earlier=first)
    assert second.seen.hinted is first.seen.hinted
    assert second.ab.equal(first.ab)
