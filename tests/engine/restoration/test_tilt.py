import numpy as np
import pytest

from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.recipe.stages import Crop
from engine.restoration.geometry import set_straight
from engine.restoration.tilt import straightening
from tests.engine.restoration.test_geometry import print_of, scan_of
from tests.pictures import PHOTOS


def house(degrees=0.0, lean=0.0, size=(480, 640)):
    """A front with rows of windows, turned clockwise; walls lean toward the middle by a share."""
    big = (2 * size[0], 2 * size[1])
    light = np.linspace(100, 240, big[0])[:, None]  # no bed is so uneven
    plane = np.repeat(light, big[1], axis=1).astype(np.uint8)
    for row in range(60, big[0], 130):
        for column in range(50, big[1], 110):
            cv2.rectangle(plane, (column, row), (column + 60, row + 80), 50, -1)
    height, width = big
    corners = np.array(((0, 0), (width, 0), (width, height), (0, height)), np.float32)
    inward = lean * width
    leaning = corners + np.array(((inward, 0), (-inward, 0), (0, 0), (0, 0)), np.float32)
    plane = cv2.warpPerspective(plane, cv2.getPerspectiveTransform(corners, leaning), big[::-1])
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), -degrees, 1.0)
    turned = cv2.warpAffine(plane, turn, big[::-1], flags=cv2.INTER_CUBIC)
    top, left = size[0] // 2, size[1] // 2
    noise = np.random.default_rng(1).normal(0, 3, size)
    shown = turned[top : top + size[0], left : left + size[1]] + noise
    return np.clip(np.rint(shown), 0, 255).astype(np.uint8)[..., None]


def sea(degrees, size=(480, 640)):
    """Nothing but a horizon, turned clockwise, and grain."""
    y, x = np.mgrid[: size[0], : size[1]]
    below = np.clip(y - size[0] / 2 - np.tan(np.deg2rad(degrees)) * (x - size[1] / 2) + 0.5, 0, 1)
    plane = 190 - 80 * below + np.random.default_rng(2).normal(0, 3, size)
    return np.rint(plane).astype(np.uint8)[..., None]


@pytest.mark.parametrize("degrees", [-6.0, -1.5, 0.6, 3.0, 7.5])
def test_a_house_is_set_straight(degrees):
    assert straightening(Photo(house(degrees))) == pytest.approx(-degrees, abs=0.15)


@pytest.mark.parametrize("degrees", [-4.0, 2.0])
def test_walls_that_lean_as_the_camera_looks_up_are_straight_in_the_middle(degrees):
    assert straightening(Photo(house(degrees, lean=0.08))) == pytest.approx(-degrees, abs=0.3)


@pytest.mark.parametrize("degrees", [-2.0, 1.0, 5.0])
def test_a_horizon_alone_is_believed(degrees):
    assert straightening(Photo(sea(degrees))) == pytest.approx(-degrees, abs=0.1)


@pytest.mark.parametrize("picture", [house(), house(0.15), sea(0.0), sea(20.0)])
def test_what_stands_straight_or_is_turned_far_is_left(picture):
    assert straightening(Photo(picture)) is None


@pytest.mark.parametrize("name", sorted(PHOTOS))
def test_photos_that_stand_straight_are_left(name):
    assert straightening(Photo(PHOTOS[name])) is None


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (300, 400)])
def test_noise_and_tiny_photos_say_nothing(size):
    noise = np.random.default_rng(3).integers(0, 255, (*size, 1)).astype(np.uint8)
    assert straightening(Photo(noise)) is None


def test_depth_and_color_do_not_matter():
    gray = house(2.0)
    deep = np.repeat(gray.astype(np.uint16) * 257, 3, axis=2)
    assert straightening(Photo(deep)) == straightening(Photo(gray))


def test_a_print_counts_before_lines_and_a_photo_without_a_border_keeps_its_part():
    bed = Photo(scan_of([(print_of(), (600, 450), 5.0)]))
    assert set_straight(bed, Crop()).degrees == pytest.approx(-5.0, abs=0.1)
    part = Crop(row=0.4, width=0.5)
    straight = set_straight(Photo(house(3.0)), part)
    assert straight.degrees == pytest.approx(-3.0, abs=0.15)
    assert (straight.row, straight.width) == (part.row, part.width)
    assert set_straight(Photo(sea(0.0)), part) is None
