import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.cancel import Cancelled, CancelToken
from engine.restoration.revival import (
    Revival,
    apply_revival,
    densities,
    mean_revival,
    revival_of,
)
from tests.pictures import PHOTOS

TYPICAL = np.array(((1.0, 0.12, 0.04), (0.19, 1.0, 0.15), (0.11, 0.22, 1.0)))
FADED = np.linalg.inv(TYPICAL @ np.diag((0.45, 0.8, 0.6)) @ np.linalg.inv(TYPICAL))


def revival(matrix=FADED, offset=(0.0, 0.0, 0.0)):
    return revival_of(np.append(matrix, offset))


def in_kind(photo, kind):
    return photo if kind == np.uint8 else photo.astype(np.uint16) * 257


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_what_does_nothing_gives_back_the_same_pixels(kind):
    pixels = in_kind(PHOTOS["coffee"], kind)
    assert apply_revival(pixels, Revival()) is pixels
    assert Revival().does_nothing
    assert Revival().dyes_left == (1, 1, 1)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
def test_a_fading_and_its_inverse_give_the_photo_back(kind):
    pixels = in_kind(PHOTOS["coffee"], kind)[:100]
    before = pixels.copy()
    faded = apply_revival(pixels, revival(np.linalg.inv(FADED), (0.0, 0.05, 0.1)))
    offset = tuple(-FADED @ (0.0, 0.05, 0.1))
    revived = apply_revival(faded, revival(offset=offset))
    assert np.array_equal(pixels, before)
    assert faded.dtype == revived.dtype == kind
    whole = np.iinfo(kind).max
    changed = np.abs(faded.astype(float) - pixels).mean() / whole
    left = np.abs(revived.astype(float) - pixels)[pixels.min(axis=2) > 0.02 * whole] / whole
    assert changed > 0.1
    assert left.mean() < (0.005 if kind == np.uint8 else 1e-4)


def test_sixteen_bits_are_not_made_eight():
    slope = np.linspace(20000, 30000, 3000).astype(np.uint16).reshape(10, 100, 3)
    revived = apply_revival(slope, revival())
    assert len(np.unique(revived)) > 2500


@settings(max_examples=20, deadline=None)
@given(st.integers(1, 300), st.integers(1, 9), st.integers(0, 1000))
def test_a_photo_is_revived_pixel_by_pixel_whatever_its_size(height, width, seed):
    pixels = np.random.default_rng(seed).integers(0, 256, (height, width, 3), np.uint8)
    whole = apply_revival(pixels, revival())
    row = seed % height
    assert np.array_equal(whole[row : row + 1], apply_revival(pixels[row : row + 1], revival()))


@given(st.lists(st.floats(0.2, 1), min_size=3, max_size=3))
def test_the_dyes_left_of_typical_dyes_are_told(kept):
    matrix = np.linalg.inv(TYPICAL @ np.diag(kept) @ np.linalg.inv(TYPICAL))
    assert revival(matrix).dyes_left == pytest.approx(tuple(kept), abs=1e-9)


def test_noise_grows_as_the_thinnest_dye_is_strengthened():
    assert Revival().noise_gain == 1
    assert revival(np.diag((2.0, 1.0, 1.0))).noise_gain == 2


def test_densities_are_those_of_srgb():
    assert densities(np.array([1.0, 0.5], np.float32)) == pytest.approx([0, 0.66954], abs=1e-4)
    assert densities(np.zeros(1, np.float32)) == pytest.approx([3])


def test_photos_of_a_roll_are_averaged_and_the_surer_counts_more():
    one, other = revival(np.eye(3)), revival(np.eye(3) * 2, (0.3, 0, 0))
    assert mean_revival([one, other], [2.0, 2.0]) == revival(np.eye(3) * 1.5, (0.15, 0, 0))
    assert mean_revival([one, other], [1.0, 3.0]).matrix[0][0] == pytest.approx(1.1)
    assert mean_revival([other], [5.0]) == other


@pytest.mark.parametrize("errors", [[], [1.0]])
def test_a_roll_needs_an_error_for_each_photo(errors):
    with pytest.raises(ValueError, match="an error for each"):
        mean_revival([] if not errors else [Revival(), Revival()], errors)


def test_gray_and_numbers_that_are_none_are_refused():
    with pytest.raises(ValueError, match="no dyes"):
        apply_revival(np.zeros((4, 4, 1), np.uint8), revival())
    with pytest.raises(ValueError, match="matrix"):
        Revival(offset=(np.nan, 0.0, 0.0))
    with pytest.raises(ValueError, match="shape"):
        revival_of(np.zeros(11))


def test_between_bands_it_can_be_cancelled():
    token = CancelToken()
    token.cancel()
    with pytest.raises(Cancelled):
        apply_revival(PHOTOS["coffee"], revival(), token=token)
