import numpy as np
import pytest
import torch

from engine.checkpoints.checkpoint import Model
from engine.checkpoints.header import Header
from engine.coloring.colorize import encode, lab_from_pixels, render_photo, with_vividness
from engine.errors import UnsupportedByModelError
from engine.models.decoding import Decoding
from engine.models.kolorit import Kolorit, KoloritConfig, pool_hints
from engine.models.registry import COLOR_ARCHITECTURES
from engine.photo.photo import Photo
from engine.recipe.hint import Hint
from engine.recipe.stages import Coloring, Grade
from tests.tiny import CPU, gray_pixels

SMALL = {"widths": (32, 16, 16), "heads": 4}


@pytest.fixture(params=["mobilenet_v2", "resnet50_v2"])
def kolorit(request):
    torch.manual_seed(0)
    arch = COLOR_ARCHITECTURES["kolorit-2"]
    network = arch.build(SMALL | {"backbone": request.param}).eval().requires_grad_(False)
    return Model(network, Header.coloring(arch, SMALL, 64, {}), CPU)


def listen_to_hints(network):
    """Give the layers that hints enter through weights, as training does."""
    for name, parameter in network.named_parameters():
        if "from_hints" in name:
            torch.nn.init.normal_(parameter)


def test_color_is_predicted_at_any_multiple_of_thirty_two():
    network = Kolorit(KoloritConfig(**SMALL)).eval()
    with torch.inference_mode():
        assert network(torch.zeros(1, 1, 32, 96)).shape == (1, 2, 32, 96)


def test_a_pass_without_hints_is_the_same_however_hints_were_learned(kolorit):
    lightness = torch.randn(1, 1, 64, 64)
    before = kolorit.network(lightness)
    listen_to_hints(kolorit.network)
    torch.testing.assert_close(kolorit.network(lightness, torch.zeros(1, 3, 64, 64)), before)
    hints = torch.zeros(1, 3, 64, 64)
    hints[:, :, 20, 20] = 1
    assert not torch.allclose(kolorit.network(lightness, hints), before)


def test_a_fresh_network_ignores_hints(kolorit):
    lightness = torch.randn(1, 1, 64, 64)
    hinted = kolorit.network(lightness, torch.ones(1, 3, 64, 64))
    torch.testing.assert_close(hinted, kolorit.network(lightness))


def test_small_hints_count_as_much_as_large_ones():
    point, square = torch.zeros(1, 3, 32, 32), torch.zeros(1, 3, 32, 32)
    color = torch.tensor((0.5, -0.25, 1.0)).view(1, 3, 1)
    point[:, :, 20, 20:21] = color
    square[:, :, 16:32, 16:32] = color.unsqueeze(-1)
    torch.testing.assert_close(pool_hints(point, 16), pool_hints(square, 16))


def test_hints_reach_the_network_through_the_engine(kolorit):
    listen_to_hints(kolorit.network)
    photo = Photo(gray_pixels(50, 70))  # padded to 64 x 96
    plain = encode(kolorit, photo)
    hinted = encode(kolorit, photo, hints=[Hint(0.5, 0.5, (60.0, -20.0))])
    assert plain.ab.shape == hinted.ab.shape == (2, 50, 70)
    assert not torch.allclose(plain.ab, hinted.ab)


def test_vividness_needs_no_second_pass(kolorit, monkeypatch):
    kolorit.network.decoding = Decoding(0.15)  # fresh weights say little at usual temperatures
    encoding = encode(kolorit, Photo(gray_pixels(40, 40)))
    monkeypatch.setattr(kolorit.network, "predict", lambda *_: pytest.fail("asked the network"))
    same = with_vividness(encoding, Coloring(vividness=1.0))
    torch.testing.assert_close(same.ab, encoding.ab)
    vivid = render_photo(with_vividness(encoding, Coloring(vividness=4.0)), Grade())
    calm = render_photo(with_vividness(encoding, Coloring(vividness=0.5)), Grade())
    assert (lab_from_pixels(vivid) - lab_from_pixels(calm))[1:].norm(dim=0).mean() > 3


def test_a_network_without_a_distribution_says_so(model):
    photo = Photo(np.zeros((8, 8, 3), np.uint8))
    with pytest.raises(UnsupportedByModelError):
        encode(model, photo, hints=[Hint(0.5, 0.5, (0, 0))])
    with pytest.raises(UnsupportedByModelError):
        with_vividness(encode(model, photo), Coloring(vividness=2.0))


def test_a_hint_is_painted_so_that_the_gain_brings_its_color_back(kolorit, monkeypatch):
    painted = []
    real = kolorit.network.predict
    monkeypatch.setattr(
        kolorit.network, "predict", lambda x, hints: painted.append(hints) or real(x, hints)
    )
    kolorit.network.decoding = Decoding(gain=1.25)
    listen_to_hints(kolorit.network)
    encode(kolorit, Photo(gray_pixels(64, 64)), hints=[Hint(0.5, 0.5, (55.0, -22.0))])
    nothing, planes = painted
    assert nothing is None
    torch.testing.assert_close(planes[0, :, 32, 32], torch.tensor((0.4, -0.16, 1.0)))
