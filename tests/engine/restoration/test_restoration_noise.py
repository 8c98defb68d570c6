import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import ndimage

from engine.opencv import cv2
from engine.restoration.defects.regions import group, label_places, places_of
from engine.restoration.spoilage.noise import (
    LEAST_NOISE,
    local_scale,
    noise_curve,
    noise_level,
    plane_of,
)
from tests.pictures import PHOTOS


def pixels(plane, kind=np.uint8, channels=1):
    whole = np.iinfo(kind).max
    gray = np.rint(np.clip(plane, 0, 1) * whole).astype(kind)
    return np.repeat(gray[..., None], channels, axis=2)


def grainy(level, blur=0.0, size=(400, 400), seed=0):
    noise = np.random.default_rng(seed).standard_normal(size).astype(np.float32)
    noise = cv2.GaussianBlur(noise, (0, 0), blur) if blur else noise
    slope = np.linspace(0.2, 0.8, size[1], dtype=np.float32)
    return slope + noise * level / 255 / noise.std()


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.parametrize("level", [3, 8])
def test_white_noise_on_a_slope_is_measured_within_a_tenth(kind, channels, level):
    curve = noise_curve(pixels(grainy(level), kind, channels))
    assert np.array(curve.deviations[4:13]) * 255 == pytest.approx(level, rel=0.1)


def test_clumped_grain_is_found_though_a_third_too_low():
    curve = np.array(noise_curve(pixels(grainy(8, blur=0.9))).deviations[4:13]) * 255
    assert curve.min() > 5.3
    assert curve.max() < 8.5


def test_noise_is_measured_apart_for_each_lightness():
    dark, light = grainy(2)[:, :200] * 0 + 0.2, grainy(9)[:, :200] * 0 + 0.7
    chance = np.random.default_rng(1)
    dark += chance.standard_normal(dark.shape) * 2 / 255
    light += chance.standard_normal(light.shape) * 9 / 255
    curve = noise_curve(pixels(np.hstack((dark, light))))
    assert float(curve.at(0.2)) * 255 == pytest.approx(2, rel=0.15)
    assert float(curve.at(0.7)) * 255 == pytest.approx(9, rel=0.15)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("name", ["astronaut", "chelsea", "coffee"])
@pytest.mark.parametrize("level", [4, 9, 25])
def test_one_level_for_a_photo_with_all_its_texture(kind, name, level):
    noise = np.random.default_rng(0).standard_normal(PHOTOS[name].shape[:2])
    noisy = plane_of(PHOTOS[name]) + noise * level / 255
    assert noise_level(pixels(noisy, kind)) * 255 == pytest.approx(level, rel=0.15)


@pytest.mark.parametrize("name", PHOTOS)
def test_photos_have_little_noise(name):
    assert noise_level(PHOTOS[name]) * 255 < 2


@pytest.mark.parametrize("tone", [0, 128, 255])
@pytest.mark.parametrize("size", [(1, 1), (5, 3), (64, 64)])
def test_flat_and_tiny_photos_have_none(size, tone):
    assert noise_level(np.full((*size, 3), tone, np.uint8)) == 0


@pytest.mark.parametrize("size", [(1, 1), (5, 3), (64, 64)])
def test_flat_and_tiny_photos_have_the_least_noise(size):
    curve = noise_curve(np.full((*size, 1), 128, np.uint8))
    assert curve.deviations == pytest.approx([LEAST_NOISE] * 17)


def test_a_few_specks_do_not_raise_the_local_scale():
    difference = np.random.default_rng(0).standard_normal((256, 256)).astype(np.float32) * 0.02
    before = local_scale(difference, 65)
    difference[100:110, 100:110] = 0.9
    assert local_scale(difference, 65) == pytest.approx(before, rel=0.2)
    assert before.mean() == pytest.approx(0.02, rel=0.1)


def test_both_depths_and_gray_as_color_give_the_same_plane():
    gray = pixels(grainy(3))
    assert plane_of(np.repeat(gray, 3, axis=2)) == pytest.approx(plane_of(gray), abs=1e-6)
    assert plane_of(gray.astype(np.uint16) * 257) == pytest.approx(plane_of(gray), abs=1e-6)


@given(seed=st.integers(0, 99), height=st.integers(1, 20), width=st.integers(1, 20))
def test_regions_are_those_of_a_map_of_the_whole_picture(seed, height, width):
    mask = np.random.default_rng(seed).random((height, width)) < 0.3
    labels, count = ndimage.label(mask, np.ones((3, 3)))
    found, of_places = label_places(places_of(mask), width)
    assert found == count
    pairs = set(zip(of_places.tolist(), labels[mask].tolist(), strict=True))
    assert len(pairs) == count
    order, starts = group(of_places, found)
    sizes = [len(order[starts[k] : starts[k + 1]]) for k in range(found)]
    assert sorted(sizes) == sorted(np.bincount(labels[mask], minlength=1)[1:].tolist())
