import numpy as np
import pytest

from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.restoration.geometry import cut_out, find_prints
from tests.pictures import PHOTOS, gray_of


def scan_of(prints, size=(900, 1200), bed=235, grain=2.0, seed=0):
    """Prints, each (gray picture, middle, degrees clockwise), on a bed of one tone with noise."""
    plane = np.full(size, bed, np.float32)
    for picture, middle, degrees in prints:
        height, width = picture.shape
        turn = cv2.getRotationMatrix2D(((width - 1) / 2, (height - 1) / 2), -degrees, 1.0)
        turn[:, 2] += middle[0] - (width - 1) / 2, middle[1] - (height - 1) / 2
        cover = cv2.warpAffine(np.ones_like(picture, np.float32), turn, size[::-1])
        laid = cv2.warpAffine(picture.astype(np.float32), turn, size[::-1])
        plane = plane * (1 - cover) + laid
    plane += np.random.default_rng(seed).normal(0, grain, size)
    return np.clip(np.rint(plane), 0, 255).astype(np.uint8)[..., None]


def print_of(name="astronaut", size=(360, 500)):
    picture = cv2.resize(gray_of(PHOTOS[name])[..., 0], size[::-1])
    return np.clip(picture * 0.75 + 20, 0, 210).astype(np.uint8)


@pytest.mark.parametrize("degrees", [-30.0, -7.3, -0.8, 0.0, 0.4, 3.7, 12.0, 44.0])
def test_a_turned_print_is_straightened_to_a_tenth_of_a_degree(degrees):
    (found,) = find_prints(Photo(scan_of([(print_of(), (600, 450), degrees)])))
    assert found.degrees == pytest.approx(degrees, abs=0.1)
    assert (found.x, found.y) == pytest.approx((0.5, 0.5), abs=0.005)
    assert (found.width, found.height) == pytest.approx((500, 360), abs=5)


def test_a_print_that_is_cut_out_is_the_print_that_was_laid_there():
    picture = print_of()
    scan = Photo(scan_of([(picture, (600, 450), 5.0)], grain=0.5))
    (found,) = find_prints(scan)
    upright = cv2.resize(cut_out(scan, found)[..., 0], picture.shape[::-1])
    difference = np.abs(upright.astype(float) - picture)[20:-20, 20:-20]
    assert np.median(difference) < 6


def test_several_prints_on_one_scan_are_found_in_reading_order():
    scan = scan_of(
        [
            (print_of(size=(300, 400)), (900, 650), -4.0),
            (print_of("coffee", size=(300, 400)), (280, 230), 2.0),
        ]
    )
    first, second = find_prints(Photo(scan))
    assert first.degrees == pytest.approx(2.0, abs=0.1)
    assert second.degrees == pytest.approx(-4.0, abs=0.1)


@pytest.mark.parametrize("name", sorted(PHOTOS))
def test_a_photo_that_fills_the_scan_is_no_print_on_a_bed(name):
    assert find_prints(Photo(PHOTOS[name])) == ()


@pytest.mark.parametrize("size", [(1, 1), (2, 300), (40, 40)])
def test_empty_and_tiny_scans_have_no_prints(size):
    assert find_prints(Photo(np.full((*size, 1), 235, np.uint8))) == ()


@pytest.mark.parametrize("degrees", [0.0, 4.0])
def test_prints_of_different_sizes_that_touch_are_told_apart(degrees):
    turn = np.deg2rad(degrees)
    right = 450 + 370 * np.cos(turn), 400 + 370 * np.sin(turn)
    scan = scan_of(
        [
            (print_of(size=(420, 400)), (450, 400), degrees),
            (print_of("coffee", size=(300, 340)), right, degrees),
        ]
    )
    found = sorted(find_prints(Photo(scan)), key=lambda one: one.x)
    assert [(round(one.height), round(one.width)) for one in found] == [
        (pytest.approx(420, abs=12), pytest.approx(400, abs=12)),
        (pytest.approx(300, abs=12), pytest.approx(340, abs=12)),
    ]
    assert [one.degrees for one in found] == pytest.approx([degrees, degrees], abs=0.15)


@pytest.mark.parametrize("bed", [10, 128, 246])
def test_a_print_with_a_torn_corner_stays_one(bed):
    picture = print_of(size=(400, 600))
    picture[:90, :110] = bed
    scan = scan_of([(picture, (600, 450), 3.0)], bed=bed)
    assert len(find_prints(Photo(scan))) == 1
