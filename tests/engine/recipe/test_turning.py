import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.files.orientation import turn_to
from engine.photo.photo import Photo
from engine.recipe.crop_frame import frame_of
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Coloring, Crop, Orientation, Repair
from engine.recipe.stroke import Stroke
from engine.recipe.turning import mirrored, seeing_part, turned

SIZE = (30, 50)
PLACE = (4, 37)
"""Row and column of the one white pixel."""


def spot():
    pixels = np.zeros((*SIZE, 1), np.uint8)
    pixels[PLACE] = 255
    return Photo(pixels)


def marked():
    """A recipe with all marks on the white pixel."""
    row, column = (PLACE[0] + 0.5) / SIZE[0], (PLACE[1] + 0.5) / SIZE[1]
    hint = Hint(row, column, (20.0, 30.0))
    stroke = Stroke(((row, column), (row, column)), 0.1)
    crop = Crop(5.0, row, column, height=0.2, width=0.1)
    return Recipe(coloring=Coloring(hints=(hint,)), repair=Repair(strokes=(stroke,)), crop=crop)


WAYS = {
    "right": lambda recipe: turned(recipe, 1),
    "left": lambda recipe: turned(recipe, -1),
    "over": lambda recipe: turned(recipe, 2),
    "mirror": mirrored,
}


@given(st.lists(st.sampled_from(sorted(WAYS)), max_size=6))
def test_marks_stay_on_what_they_were_set_on(ways):
    recipe = marked()
    for way in ways:
        recipe = WAYS[way](recipe)
    photo = turn_to(spot(), recipe.orientation.turn)
    (place,) = np.argwhere(photo.pixels[..., 0])
    height, width = photo.size
    hint = recipe.coloring.hints[0]
    assert (int(hint.row * height), int(hint.column * width)) == tuple(place)
    for row, column in recipe.repair.strokes[0].points:
        assert (int(row * height), int(column * width)) == tuple(place)
    assert (int(recipe.crop.row * height), int(recipe.crop.column * width)) == tuple(place)
    assert abs(recipe.crop.degrees) == 5.0


@pytest.mark.parametrize("way", ["right", "left"])
def test_four_quarter_turns_are_none(way):
    recipe = marked()
    for _ in range(4):
        recipe = WAYS[way](recipe)
    assert recipe == marked()


def test_what_is_mirrored_twice_is_what_it_was():
    assert mirrored(mirrored(marked())) == marked()
    aslant = turned(marked(), 1)
    assert mirrored(mirrored(aslant)) == aslant


def test_a_turn_to_the_right_brings_the_upper_edge_to_the_right():
    photo = Photo(np.arange(6, dtype=np.uint8).reshape(2, 3, 1))
    right = turn_to(photo, turned(Recipe(), 1).orientation.turn)
    assert right.pixels[..., 0].tolist() == [[3, 0], [4, 1], [5, 2]]
    mirror = turn_to(photo, mirrored(Recipe()).orientation.turn)
    assert mirror.pixels[..., 0].tolist() == [[2, 1, 0], [5, 4, 3]]
    assert turn_to(photo, Orientation().turn) is photo


@given(st.integers(0, 3), st.booleans(), st.integers(0, 3), st.booleans())
def test_turning_on_is_as_turning_at_once(one, one_mirrored, other, other_mirrored):
    alpha = np.arange(6, dtype=np.uint8).reshape(2, 3)
    photo = Photo(alpha[..., None] + np.uint8(9), alpha=alpha)
    on = turn_to(turn_to(photo, (one, one_mirrored)), (other, other_mirrored))
    at_once = turn_to(photo, (other, other_mirrored))
    assert np.array_equal(on.pixels, at_once.pixels)
    assert np.array_equal(on.alpha, at_once.alpha)


def test_the_shown_part_turns_with_the_photo():
    crop = Crop(0.0, row=0.25, column=0.25, height=0.5, width=0.5)
    frame = frame_of(turned(Recipe(crop=crop), 1).crop, (50, 30))
    assert (frame.top_left, frame.size) == ((0, 15), (25, 15))


def test_a_network_sees_a_small_part_as_large_as_a_photo_of_its_own():
    part = Recipe(crop=Crop(height=1 / 3, width=0.5))
    assert seeing_part(part, (900, 1200), 256).coloring.size == 768
    tiny = Recipe(crop=Crop(height=0.1, width=0.5))
    assert seeing_part(tiny, (900, 1200), 256).coloring.size == 1024
    chosen = Recipe(crop=part.crop, coloring=Coloring(size=128))
    assert seeing_part(chosen, (900, 1200), 256) == chosen
    assert seeing_part(Recipe(), (900, 1200), 256) == Recipe()
    own_colors = Recipe(crop=part.crop, coloring=None)
    assert seeing_part(own_colors, (900, 1200), 256) == own_colors
