import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from engine.recipe.crop_frame import CropFrame, frame_of, kept_inside, size_for
from engine.recipe.stages import Crop

unit = st.floats(0, 1)
sizes = st.tuples(st.integers(1, 500), st.integers(1, 500))
crops = st.builds(Crop, st.floats(-45, 45), unit, unit, st.floats(0.01, 1.5), st.floats(0.01, 1.5))


@given(sizes)
def test_the_default_crop_is_the_whole_photo(size):
    assert frame_of(Crop(), size).covers(size)


@given(crops, sizes)
def test_a_crop_stays_inside_the_photo_and_has_a_pixel(crop, size):
    frame = frame_of(crop, size)
    assert min(frame.size) >= 1
    assume(min(frame.size) > 1)  # a single pixel at the very edge may look over it
    top, left, bottom, right = frame.bounds(0, 0, *frame.size)
    assert top >= -0.01
    assert left >= -0.01
    assert bottom <= size[0] + 0.01
    assert right <= size[1] + 0.01


@given(crops, sizes, unit, unit)
def test_places_lead_there_and_back(crop, size, y, x):
    frame = frame_of(crop, size)
    there = frame.to_photo(y * frame.height, x * frame.width)
    assert frame.from_photo(*there) == pytest.approx((y * frame.height, x * frame.width), abs=1e-6)


@pytest.mark.parametrize("degrees", [0.5, -3.0, 10.0])
def test_a_straightened_photo_is_as_large_as_it_can_be_in_its_proportions(degrees):
    size = (600, 900)
    frame = frame_of(Crop(degrees), size)
    assert frame.width / frame.height == pytest.approx(1.5, abs=0.01)
    larger = CropFrame(frame.height + 2, frame.width + 3, frame.y, frame.x, degrees)
    top, left, _, _ = larger.bounds(0, 0, *larger.size)
    assert min(top, left) < 0


def test_who_wants_the_corners_gets_them():
    frame = frame_of(Crop(10.0, stays_inside=False), (600, 900))
    assert frame.size == (600, 900)


def test_a_photo_turned_clockwise_shows_what_rose_to_the_right_as_level():
    frame = frame_of(Crop(10.0), (400, 400))
    left, right = frame.to_photo(100, 0), frame.to_photo(100, 200)
    assert right[0] < left[0]  # farther up in the photo


def test_a_small_copy_is_large_enough_for_what_is_shown_of_it():
    crop = Crop(height=0.25, width=0.25)
    assert size_for(Crop(), (1000, 500), (100, 100)) == (100, 50)
    assert size_for(crop, (1000, 500), (100, 100)) == (400, 200)
    assert size_for(crop, (100, 50), (100, 100)) == (100, 50)


@given(crops, sizes)
def test_what_was_kept_inside_is_the_same_frame(crop, size):
    frame, again = frame_of(crop, size), frame_of(kept_inside(crop, size), size)
    assert again.size == pytest.approx(frame.size, abs=1)
