"""Lab conversion, against scikit-image and against its own inverse."""

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from skimage import color as skcolor

from engine.photo.color import lab_to_rgb, lightness_from_rgb, rgb_to_lab

images = hnp.arrays(np.uint8, st.tuples(st.integers(1, 9), st.integers(1, 9), st.just(3))).map(
    lambda rgb: torch.from_numpy(rgb).permute(2, 0, 1)[None] / 255
)
labs = hnp.arrays(
    np.float32, (3, 4, 4), elements=st.floats(-128, 128, width=32, allow_nan=False)
).map(lambda lab: torch.from_numpy(lab).clamp(torch.tensor([0.0, -128, -128])[:, None, None]))


def every_eighth_color():
    steps = torch.cat((torch.arange(0, 256, 8), torch.tensor([255]))) / 255
    return torch.stack(torch.meshgrid(steps, steps, steps, indexing="ij")).flatten(2)


def test_agrees_with_scikit_image_all_over_the_cube():
    rgb = every_eighth_color()
    expected = skcolor.rgb2lab(rgb.permute(1, 2, 0).double().numpy())
    actual = rgb_to_lab(rgb).permute(1, 2, 0).numpy()
    assert np.abs(actual - expected).max() < 1e-3


def test_the_way_back_agrees_with_scikit_image_inside_the_gamut():
    lab = rgb_to_lab(every_eighth_color())
    expected = skcolor.lab2rgb(lab.permute(1, 2, 0).double().numpy())
    actual = lab_to_rgb(lab).permute(1, 2, 0).numpy()
    assert np.abs(actual - expected).max() < 1e-3


@given(images)
def test_round_trip_is_exact_in_eight_bits(rgb):
    back = lab_to_rgb(rgb_to_lab(rgb))
    assert torch.equal((back * 255).round(), (rgb * 255).round())


@given(st.floats(0, 1))
def test_grays_have_no_chroma(value):
    lab = rgb_to_lab(torch.full((3, 1, 1), value, dtype=torch.float64))
    assert lab[1:].abs().max() < 0.01


@given(images)
def test_lightness_alone_is_the_lightness_of_lab(rgb):
    torch.testing.assert_close(lightness_from_rgb(rgb), rgb_to_lab(rgb)[:, :1])


@given(labs)
def test_colors_outside_the_gamut_keep_their_lightness_and_lose_chroma(lab):
    lab[0].clamp_(0, 100)
    rgb = lab_to_rgb(lab.double())
    assert rgb.min() >= 0
    assert rgb.max() <= 1
    back = rgb_to_lab(rgb)
    torch.testing.assert_close(back[0], lab[0].double(), rtol=0, atol=0.05)
    assert (back[1:].norm(dim=0) <= lab[1:].norm(dim=0) + 0.05).all()


@pytest.mark.parametrize("value", [0.0, 0.04045, 0.5, 1.0])
def test_gradients_are_finite_even_at_black_and_white(value):
    rgb = torch.full((1, 3, 2, 2), value, requires_grad=True)
    lab_to_rgb(rgb_to_lab(rgb)).sum().backward()
    assert rgb.grad.isfinite().all()


def test_gradients_are_right():
    rgb = torch.rand(1, 3, 2, 2, dtype=torch.float64) * 0.8 + 0.1
    assert torch.autograd.gradcheck(rgb_to_lab, rgb.requires_grad_())


def test_autocast_does_not_blur_colors():
    lab = rgb_to_lab(every_eighth_color())
    with torch.autocast("cpu", torch.bfloat16):
        torch.testing.assert_close(lab_to_rgb(lab), every_eighth_color(), rtol=0, atol=1e-4)


@pytest.mark.parametrize("dtype", [torch.float32, torch.float64])
def test_dtype_stays(dtype):
    assert lab_to_rgb(rgb_to_lab(torch.rand(3, 2, 2, dtype=dtype))).dtype is dtype


@pytest.mark.gpu
def test_the_graphics_card_agrees_with_the_processor():
    device = "cuda" if torch.cuda.is_available() else "mps"
    rgb = every_eighth_color()
    torch.testing.assert_close(rgb_to_lab(rgb.to(device)).cpu(), rgb_to_lab(rgb), rtol=0, atol=1e-3)


@pytest.mark.parametrize("shape", [(4, 4), (1, 4, 4), (1, 4, 4, 4)])
def test_wrong_shape_is_a_caller_bug(shape):
    with pytest.raises(ValueError, match=r"expected \(\.\.\., 3, H, W\)"):
        rgb_to_lab(torch.zeros(shape))
