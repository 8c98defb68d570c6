"""How one photo lies in another, and which belong to one scene."""

from dataclasses import replace

import numpy as np
import pytest

from engine.album.agreement import series_of
from engine.album.frames import align, strangeness
from engine.album.looks import compare
from engine.album.page import page_of
from engine.errors import UnsupportedByModelError
from tests.engine.album.scenes import frame, scene, seen


@pytest.fixture
def page(tiny_kolorit):
    return lambda pixels: page_of(seen(tiny_kolorit, pixels))


def test_a_moved_and_darker_frame_lies_where_it_was_taken(page):
    view = scene()
    found = align(page(frame(view)), page(frame(view, top=120, left=100, light=0.7)))
    assert found.is_same_scene
    assert np.allclose(found.place(90, 60), (70, 80), atol=1)


def test_a_mirrored_frame_is_found(page):
    view = scene()
    found = align(page(frame(view)), page(frame(view, mirrored=True)))
    assert found.is_same_scene
    assert np.allclose(found.place(90, 60), (90, 255 - 60), atol=1)


def test_another_scene_is_not_found(page):
    assert align(page(frame(scene(1))), page(frame(scene(2)))) is None


@pytest.mark.parametrize("level", [0, 128, 255])
def test_a_photo_without_marks_lies_nowhere(page, level):
    empty = np.full((64, 80, 3), level, np.uint8)
    assert align(page(empty), page(frame(scene()))) is None
    assert align(page(frame(scene())), page(empty)) is None


def test_frames_that_share_a_thing_only_are_not_one_scene(page):
    one, other = frame(scene(1)), frame(scene(2))
    other[60:124, 90:154] = one[20:84, 30:94]
    found = align(page(one), page(other))
    assert found is not None
    assert not found.is_same_scene
    assert np.allclose(found.place(50, 60), (90, 120), atol=1.5)


def test_what_has_changed_in_a_frame_is_strange_and_nothing_else(page):
    view = frame(scene())
    changed = view.copy()
    changed[40:90, 40:90] = frame(scene(5))[40:90, 40:90] // 2 + 90
    one, other = page(view), page(changed)
    found = align(one, other)
    odd = strangeness(one, other, found)
    assert odd.shape == (192, 256)
    assert np.median(odd[55:75, 55:75]) > 2
    assert np.median(odd[130:150, 190:210]) < 1


def test_series_are_frames_of_one_scene_in_their_order(page):
    one, other = scene(1), scene(2)
    views = [frame(one), frame(other), frame(one, top=110), frame(scene(3)), frame(other, left=110)]
    assert series_of([page(view) for view in views]) == [[0, 2], [1, 4], [3]]


def test_a_network_without_hints_tells_nothing_of_things(checkpoint_path):
    with pytest.raises(UnsupportedByModelError):
        page_of(seen(checkpoint_path, frame(scene())))


def test_what_different_networks_said_is_not_compared(page):
    one = page(frame(scene()))
    fine = one.likeness.fine[:-1]
    other = replace(one, likeness=replace(one.likeness, fine=fine))
    with pytest.raises(ValueError, match="one network"):
        compare(one, other)
