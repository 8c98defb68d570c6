"""The quick ways from pixels to lightness and from Lab to pixels, against the exact ones."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from engine.photo.color import lab_to_rgb, lightness_from_rgb, planes_from_pixels
from engine.photo.lab_pixels import pixels_from_lab
from engine.photo.pixel_lightness import lightness_from_pixels, lightness_plane

DTYPES = [np.uint8, np.uint16]


def every_lab():
    """A grid over more than sRGB holds, (3, H, W)."""
    L, a, b = (
        torch.linspace(0, 100, 41),
        torch.linspace(-120, 120, 25),
        torch.linspace(-120, 120, 25),
    )
    return torch.stack(torch.meshgrid(L, a, b, indexing="ij")).flatten(2)


@pytest.mark.parametrize(("dtype", "most"), [(np.uint8, 1), (np.uint16, 1)])
def test_pixels_are_those_of_the_exact_way_but_for_rounding(dtype, most):
    lab = every_lab()
    white = np.iinfo(dtype).max
    expected = lab_to_rgb(lab).mul(white).round().permute(1, 2, 0).numpy().astype(int)
    out = np.empty(expected.shape, dtype)
    pixels_from_lab(out, lab[0].numpy(), lab[1:].numpy())
    error = np.abs(out.astype(int) - expected)
    assert error.max() <= most
    assert (error > 0).mean() < 0.01


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("channels", [1, 3])
def test_lightness_is_that_of_the_exact_way(dtype, channels):
    random = np.random.default_rng(0)
    pixels = random.integers(0, np.iinfo(dtype).max + 1, (64, 64, channels)).astype(dtype)
    pixels[0] = pixels[0] >> 4  # near black, where L rises fastest
    exact = lightness_from_rgb(planes_from_pixels(pixels))
    torch.testing.assert_close(lightness_from_pixels(pixels), exact, rtol=0, atol=0.008)


@pytest.mark.parametrize("dtype", DTYPES)
def test_every_gray_comes_back(dtype):
    gray = np.arange(np.iinfo(dtype).max + 1).astype(dtype).reshape(16, -1, 1)
    out = np.empty((*gray.shape[:2], 3), dtype)
    pixels_from_lab(out, lightness_plane(gray), np.zeros((2, *gray.shape[:2]), np.float32))
    assert np.abs(out.astype(int) - gray).max() <= (0 if dtype == np.uint8 else 2)


@given(st.integers(1, 40), st.integers(1, 40))
def test_turned_and_cut_pixels_are_read_where_they_lie(height, width):
    whole = np.random.default_rng(height).integers(0, 256, (40, 40, 3), dtype=np.uint8)
    part = whole[::-1, ::-1][:height, :width]
    np.testing.assert_array_equal(lightness_plane(part), lightness_plane(part.copy()))


def test_black_and_white_have_no_color_left():
    lab = np.array([[[0.0, 100.0]], [[60.0, 60.0]], [[-60.0, 60.0]]], np.float32)
    out = np.empty((1, 2, 3), np.uint8)
    pixels_from_lab(out, lab[0], lab[1:])
    assert out.tolist() == [[[0, 0, 0], [255, 255, 255]]]
