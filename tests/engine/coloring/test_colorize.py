import dataclasses

import numpy as np
import pytest
import torch
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from engine.cancel import Cancelled, CancelToken
from engine.coloring.colorize import (
    compose,
    encode,
    lab_from_pixels,
    network_size,
    render,
    render_photo,
)
from engine.errors import DeviceFailureError, DeviceMemoryError
from engine.photo.photo import Photo, Window, view
from engine.recipe.stages import Grade
from tests.tiny import gray_pixels

sides = st.one_of(st.integers(1, 90), st.just(300))


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(height=sides, width=sides, strength=st.floats(0, 2))
def test_any_size_in_same_size_out(model, height, width, strength):
    photo = Photo(gray_pixels(height, width))
    out = render_photo(encode(model, photo), Grade(strength))
    assert out.shape == photo.rgb.shape
    assert out.dtype == np.uint8


@pytest.mark.parametrize("size", [(1, 1), (1, 5000), (5000, 1), (50, 20_000), (3, 7), (641, 479)])
def test_odd_and_extreme_shapes_keep_their_lightness(model, size):
    ramp = np.linspace(0, 255, size[0] * size[1]).reshape(size).astype(np.uint8)
    photo = Photo(np.repeat(ramp[..., None], 3, axis=2))
    out = render_photo(encode(model, photo), Grade(2.0))
    error = (lab_from_pixels(out)[0] - lab_from_pixels(photo.rgb)[0]).abs()
    assert out.shape == photo.rgb.shape
    assert error.mean() <= 0.5


def test_color_does_appear(model):
    out = render_photo(encode(model, Photo(gray_pixels(40, 40))), Grade())
    assert lab_from_pixels(out)[1:].norm(dim=0).mean() > 10


def test_zero_strength_gives_the_grayscale_photo_back(model):
    photo = Photo(gray_pixels(33, 65))
    np.testing.assert_array_equal(render_photo(encode(model, photo), Grade(0.0)), photo.rgb)


def test_the_photo_is_not_squashed(model):
    seen = []
    model.network.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0].shape))
    encoding = encode(model, Photo(gray_pixels(64, 192)), size=32)
    assert encoding.ab.shape == (2, 32, 96)
    assert seen == [(1, 1, 32, 96)]


def test_padding_to_the_networks_multiple_is_a_reflection(model):
    seen = []
    model.network.register_forward_pre_hook(lambda _, inputs: seen.append(inputs[0][0, 0]))
    encode(model, Photo(gray_pixels(30, 30)))
    (padded,) = seen
    assert padded.shape == (32, 32)
    torch.testing.assert_close(padded[30:], padded[[28, 27]])
    torch.testing.assert_close(padded[:, 30:], padded[:, [28, 27]])


@given(height=st.integers(1, 50_000), width=st.integers(1, 50_000), side=st.integers(32, 2048))
def test_the_network_sees_the_same_shape_in_bounded_size(height, width, side):
    h, w = network_size((height, width), side)
    assert h * w <= 8 * side**2 * 1.1 + max(h, w)
    assert h <= height
    assert w <= width
    scale = h / height if height > width else w / width
    assert abs(h - height * scale) <= 1
    assert abs(w - width * scale) <= 1


def test_bands_make_no_difference(model):
    photo = Photo(gray_pixels(700, 2500))  # several bands
    encoding, whole = encode(model, photo), Window.whole(photo.size)
    at_once = render(compose(encoding, whole, photo.rgb), Grade(1.3))
    in_strips = render_photo(encoding, Grade(1.3))
    assert np.abs(at_once.astype(int) - in_strips).max() <= 1


def test_a_window_shows_the_same_colors_as_the_whole(model):
    photo = Photo(gray_pixels(120, 160))
    encoding, window = encode(model, photo), Window(30, 40, 50, 60)
    whole = render_photo(encoding, Grade())
    part = render(compose(encoding, window, view(photo, window, window.size)), Grade())
    assert np.abs(part.astype(int) - whole[30:80, 40:100]).max() <= 1


@pytest.mark.parametrize("when", ["before", "during the network pass"])
def test_encoding_can_be_cancelled(model, when):
    token = CancelToken()
    if when == "before":
        token.cancel()
    else:
        model.network.register_forward_hook(lambda *_: token.cancel())
    with pytest.raises(Cancelled):
        encode(model, Photo(gray_pixels(8, 8)), token=token)


def test_rendering_can_be_cancelled_between_bands(model):
    token, reports = CancelToken(), []
    encoding = encode(model, Photo(gray_pixels(700, 2500)))

    def report(fraction):
        reports.append(fraction)
        token.cancel()

    with pytest.raises(Cancelled):
        render_photo(encoding, Grade(), token, report)
    assert len(reports) == 1
    assert 0 < reports[0] < 1


class Stub(torch.nn.Module):
    """Records what it is shown and says what it is told."""

    def __init__(self, answer):
        super().__init__()
        self.answer = answer
        self.seen = []

    def forward(self, lightness):
        self.seen.append(lightness)
        return self.answer(lightness)


def with_network(model, answer):
    return dataclasses.replace(model, network=Stub(answer))


def test_the_network_sees_normalized_lightness_and_its_answer_is_scaled_to_ab(model):
    def answer(lightness):
        return torch.tensor([0.25, -0.125]).view(1, 2, 1, 1).expand(-1, -1, *lightness.shape[2:])

    stub = with_network(model, answer)
    photo = Photo(np.full((40, 40, 3), 119, np.uint8))  # L* 50
    out = render_photo(encode(stub, photo), Grade())
    assert stub.network.seen[0].abs().max() < 0.01  # L / 50 - 1
    lab = lab_from_pixels(out).mean(dim=(1, 2))
    torch.testing.assert_close(lab, torch.tensor([50.0, 32.0, -16.0]), rtol=0, atol=0.5)


def test_color_stops_at_edges_of_the_photo(model):
    """Left dark and red, right bright and blue; the network sees it eight times smaller."""
    edge, size = 253, 512
    rgb = np.full((size, size, 3), 70, np.uint8)
    rgb[:, edge:] = 180

    def answer(lightness):
        left = (lightness < 0).float()  # crisp at the network's size
        return torch.cat((left * 0.2, (left - 1) * 0.2), dim=1)

    out = lab_from_pixels(
        render_photo(encode(with_network(model, answer), Photo(rgb), size=64), Grade())
    )
    near = out[1:, :, edge - 8 : edge + 8]
    truth = torch.zeros_like(near)
    truth[0, :, :8], truth[1, :, 8:] = 25.6, -25.6
    assert (near - truth).norm(dim=0).mean() < 5  # plain bilinear enlargement: 7


@pytest.mark.parametrize(
    "text",
    [
        "CUDA out of memory. Tried to allocate 2.00 GiB",
        "MPS backend out of memory (MPS allocated: 8 GB)",
        "[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory",
        "[enforce fail at alloc_cpu.cpp:83] DefaultCPUAllocator: not enough memory",
        "CUDA error: CUBLAS_STATUS_ALLOC_FAILED when calling `cublasCreate(handle)`",
        "could not create a primitive",
    ],
)
def test_running_out_of_memory_names_a_size_to_retry_at(model, text):
    def full(_lightness):
        raise RuntimeError(text)

    with pytest.raises(DeviceMemoryError) as caught:
        encode(with_network(model, full), Photo(gray_pixels(300, 400)), size=1024)
    assert caught.value.retry_size == 150  # half of what the network really saw
    assert "size 150" in str(caught.value)


def test_a_card_that_stops_working_is_told(model):
    def lost(_lightness):
        raise torch.AcceleratorError("CUDA error: unspecified launch failure")

    with pytest.raises(DeviceFailureError, match="unspecified launch failure"):
        encode(with_network(model, lost), Photo(gray_pixels(40, 40)))


def test_no_retry_is_offered_where_it_would_change_nothing(model):
    def full(_lightness):
        raise MemoryError

    with pytest.raises(DeviceMemoryError) as caught:
        encode(with_network(model, full), Photo(gray_pixels(40, 40)))
    assert caught.value.retry_size is None
    assert "again" not in str(caught.value)


def test_rendering_out_of_memory_is_told(model, monkeypatch):
    encoding = encode(model, Photo(gray_pixels(40, 40)))
    monkeypatch.setattr(np, "empty", lambda *_: (_ for _ in ()).throw(MemoryError()))
    with pytest.raises(DeviceMemoryError):
        render_photo(encoding, Grade())


def test_other_runtime_errors_are_bugs(model):
    class Broken(torch.nn.Module):
        def forward(self, _lightness):
            raise RuntimeError("shape mismatch")

    with pytest.raises(RuntimeError, match="shape mismatch"):
        encode(dataclasses.replace(model, network=Broken()), Photo(gray_pixels(8, 8)))


@pytest.mark.parametrize("size", [0, 31, 2049])
def test_sizes_out_of_range_are_a_caller_bug(model, size):
    with pytest.raises(ValueError, match="size is 32 to 2048"):
        encode(model, Photo(gray_pixels(8, 8)), size=size)


@pytest.mark.parametrize(
    "bad",
    [np.zeros((4, 4), np.uint8), np.zeros((4, 4, 3), np.float32), np.zeros((0, 4, 3), np.uint8)],
)
def test_wrong_pixels_are_a_caller_bug(bad):
    with pytest.raises(ValueError, match="expected"):
        Photo(bad)


@pytest.mark.parametrize("strength", [-0.1, 2.1])
def test_strength_out_of_range_is_a_caller_bug(strength):
    with pytest.raises(ValueError, match="strength"):
        Grade(strength)
