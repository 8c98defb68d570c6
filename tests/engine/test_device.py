import pytest
import torch

from engine import device
from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode
from engine.device import Device, autocast, choose_device, device_failures
from engine.errors import DeviceFailureError, DeviceUnavailableError
from engine.photo.photo import Photo
from tests.tiny import CPU, gray_pixels

CARD = Device("cuda:1", "test card")


@pytest.fixture(autouse=True)
def _asked_anew():
    device._has_bfloat16.cache_clear()
    yield
    device._has_bfloat16.cache_clear()


@pytest.mark.parametrize("has_it", [True, False])
def test_a_processor_computes_in_short_floats_if_it_multiplies_matrices(monkeypatch, has_it):
    monkeypatch.setattr(torch.cpu, "_is_avx512_bf16_supported", lambda: True, raising=False)
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: has_it, raising=False)
    with autocast(CPU):
        product = torch.ones(2, 2) @ torch.ones(2, 2)
    assert product.dtype == (torch.bfloat16 if has_it else torch.float32)


@pytest.mark.parametrize(("width", "kind"), [(3, torch.float32), (70, torch.bfloat16)])
@pytest.mark.parametrize("fixture", ["checkpoint_path", "tiny_kolorit"])
def test_a_photo_of_which_one_column_is_left_is_computed_in_full_floats(
    request, monkeypatch, fixture, width, kind
):
    # wrong colors in short floats: https://github.com/pytorch/pytorch/pull/188426
    monkeypatch.setattr(torch.cpu, "_is_amx_tile_supported", lambda: True, raising=False)
    model = checkpoint.load(request.getfixturevalue(fixture), CPU)
    kinds = set()
    convolutions = [m for m in model.network.modules() if type(m) is torch.nn.Conv2d]
    for layer in convolutions:
        layer.register_forward_hook(lambda _layer, _inputs, output: kinds.add(output.dtype))
    encode(model, Photo(gray_pixels(150, width)))
    assert kind in kinds
    assert (torch.bfloat16 in kinds) == (kind == torch.bfloat16)


@pytest.mark.parametrize(("capability", "has_it"), [((7, 5), False), ((8, 0), True)])
def test_so_does_a_graphics_card_that_has_them(monkeypatch, capability, has_it):
    asked = []
    monkeypatch.setattr(
        torch, "autocast", lambda *arguments: asked.append(arguments)
    )  # without a card, torch would not let it be switched on
    monkeypatch.setattr(torch.cuda, "get_device_capability", {"cuda:1": capability}.__getitem__)
    autocast(CARD)
    assert asked == [("cuda", torch.bfloat16, has_it)]


def test_a_graphics_card_is_used_before_the_processor(monkeypatch):
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 2)
    monkeypatch.setattr(torch.cuda, "get_device_name", "card {}".format)
    assert choose_device() == choose_device("cuda") == Device("cuda:0", "card 0")
    assert choose_device("cuda:1") == Device("cuda:1", "card 1")
    assert choose_device("cpu").name == "cpu"


def test_a_card_without_its_driver_leaves_the_processor(monkeypatch, caplog):
    def lacks_driver(_index):
        raise RuntimeError("CUDA driver initialization failed")

    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: 1)
    monkeypatch.setattr(torch.cuda, "get_device_name", lacks_driver)
    assert choose_device("cpu").name == "cpu"
    assert not caplog.messages
    assert choose_device().name == "cpu"
    assert "CUDA driver initialization failed" in caplog.text
    with pytest.raises(DeviceUnavailableError):
        choose_device("cuda")


def test_apple_graphics_compute_in_full_floats():
    with autocast(Device("mps", "")):
        assert not torch.is_autocast_enabled("mps")


@pytest.mark.parametrize(
    "error",
    [
        torch.AcceleratorError("CUDA error: unspecified launch failure\nCUDA kernel errors might"),
        torch.AcceleratorError("CUDA error: no kernel image is available for execution"),
        RuntimeError("cuDNN error: CUDNN_STATUS_EXECUTION_FAILED"),
    ],
)
def test_a_card_that_stopped_working_is_told_in_one_line(error):
    told = pytest.raises(DeviceFailureError, match=r"^cuda:1 failed .* use the cpu\.$")
    with told as caught, device_failures(CARD):
        raise error
    assert caught.value.__cause__ is error


def test_other_errors_are_no_failures_of_the_card():
    with pytest.raises(RuntimeError, match="shape"), device_failures(CARD):
        raise RuntimeError("shape mismatch, not a CUDA error")


@pytest.mark.gpu
def test_the_best_device_says_what_the_processor_says(tiny_kolorit):
    photo = Photo(gray_pixels(96, 128))
    here, there = (
        encode(checkpoint.load(tiny_kolorit, each), photo).ab for each in (CPU, choose_device())
    )
    assert (here - there).abs().mean() < 0.02 * here.abs().mean() + 0.1
