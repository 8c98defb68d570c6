import numpy as np
import pytest
import torch

from engine.cancel import Cancelled, CancelToken
from engine.models.coarse_fill import CoarseFillConfig, pull_push
from engine.restoration import inpainting
from engine.restoration.fills.coarse_fill import coarse_fill, halvings
from engine.restoration.inpainting import FillSettings, fill
from tests.engine.restoration.test_inpainting import sky
from tests.tiny import tiny_pixel_model


@pytest.fixture
def model():
    """A network that says something of its own, as its last layers do not begin at zero."""
    made = tiny_pixel_model("fill", "coarse-fill", widths=[8, 16, 32])
    for name, weight in made.network.named_parameters():
        if not weight.any() and weight.ndim > 1:
            torch.nn.init.normal_(made.network.get_parameter(name), std=0.02)
    return made


def holes(size, width=12):
    mask = np.zeros(size, bool)
    mask[:, size[1] // 2 : size[1] // 2 + width] = True
    return mask


@pytest.mark.parametrize("size", [(40, 60), (64, 300), (600, 17), (300, 500)])
@pytest.mark.parametrize("halved", [0, 1])
@pytest.mark.parametrize("channels", [1, 3])
def test_every_pixel_that_is_asked_about_gets_a_value(model, size, halved, channels):
    pixels, mask = sky(size=size, channels=channels), holes(size, 4)
    said = coarse_fill(pixels, mask, mask, halved, model)
    assert said.values.shape == (mask.sum(), channels)
    assert ((said.values > 0) & (said.values < 1)).all()
    assert np.array_equal(said.at(said.places[3:5]), said.values[3:5])


def test_a_fresh_network_says_the_mean_of_what_is_near():
    fresh = tiny_pixel_model("fill", "coarse-fill", widths=[8, 8, 8, 32])
    pixels, mask = sky(grain=0, size=(128, 128)), holes((128, 128))
    said = coarse_fill(pixels, mask, mask, 0, fresh)
    assert np.abs(said.values[:, 0] - pixels[mask][:, 0] / 255).max() < 0.05


def test_what_the_damage_looks_like_does_not_matter(model):
    pixels, mask = sky(size=(90, 90)), holes((90, 90))
    white, black = (np.where(mask[..., None], tone, pixels).astype(np.uint8) for tone in (255, 0))
    said = [coarse_fill(one, mask, mask, 0, model).values for one in (white, black)]
    assert np.array_equal(*said)


def test_brightness_and_contrast_of_a_scan_do_not_matter(model):
    chance = np.random.default_rng(0)
    picture = chance.random((1, 1, 64, 64)).astype(np.float32)
    hole = torch.from_numpy(holes((64, 64))[None, None].astype(np.float32))
    full, flat = (
        model.network(torch.cat((torch.from_numpy(p) * (1 - hole), hole), dim=1))
        for p in (picture, picture * np.float32(0.3) + np.float32(0.4))
    )
    assert torch.allclose(flat, full * 0.3 + 0.4, atol=1e-4)


def test_eight_and_sixteen_bits_are_filled_alike(model):
    pixels, mask = sky(size=(64, 80)), holes((64, 80))
    eight = coarse_fill(pixels, mask, mask, 0, model)
    sixteen = coarse_fill(pixels.astype(np.uint16) * 257, mask, mask, 0, model)
    assert np.allclose(eight.values, sixteen.values, atol=1e-3)


def test_wide_holes_are_seen_smaller():
    assert [halvings(width) for width in (2, 24, 25, 60, 5000)] == [0, 0, 1, 2, 4]


def test_a_wide_hole_is_what_the_network_says_and_nothing_else_changes(model):
    pixels, mask = sky(size=(150, 200)), holes((150, 200))
    plain = FillSettings(grain=False, texture=False)
    settings = FillSettings(grain=False, texture=False, network=model)
    filled, smooth = fill(pixels, mask, settings), fill(pixels, mask, plain)
    assert np.array_equal(filled.mask, smooth.mask)
    assert np.array_equal(filled.pixels[~filled.mask], pixels[~filled.mask])
    assert (filled.pixels != smooth.pixels)[mask].mean() > 0.2
    said = coarse_fill(pixels, filled.mask, filled.mask, 0, model)
    inner = said.at(np.flatnonzero(mask))
    assert np.abs(filled.pixels[mask] / 255 - inner).max() <= 0.5 / 255 + 1e-6


def test_thin_damage_is_bridged_and_the_network_not_asked(model, monkeypatch):
    monkeypatch.setattr(inpainting, "coarse_fill", None)
    mask = holes((100, 100), 3)
    assert fill(sky(size=(100, 100)), mask, FillSettings(network=model)).holes == 1


def test_between_windows_it_can_be_cancelled(model):
    token = CancelToken()
    token.cancel()
    mask = holes((90, 90))
    with pytest.raises(Cancelled):
        coarse_fill(sky(size=(90, 90)), mask, mask, 0, model, token)


def test_pull_push_keeps_what_is_known_and_fills_with_means():
    picture = torch.arange(35.0).view(1, 1, 5, 7)
    known = torch.ones_like(picture)
    known[..., 2:4, 3:5] = 0
    filled = pull_push(picture, known)
    assert torch.equal(filled * known, picture * known)
    hole = filled[known == 0]
    assert ((hole > 9) & (hole < 33)).all()  # what lies around it is 9 to 33
    alone = torch.zeros_like(known)
    alone[..., 4, 6] = 1
    assert torch.allclose(pull_push(picture, alone), torch.full_like(picture, 34), atol=1e-3)


@pytest.mark.parametrize("widths", [[8], [8, 8], [0, 32], ["a", 32], [8] * 6 + [32]])
def test_a_network_that_cannot_be_is_refused(widths):
    with pytest.raises(ValueError, match="widths"):
        CoarseFillConfig(widths)
