import numpy as np
import pytest
import torch

from engine.cancel import Cancelled, CancelToken
from engine.checkpoints import checkpoint
from engine.restoration.defects.damage_planes import REACH, damage_planes
from engine.restoration.pixel_network import apply, tile_run
from engine.restoration.tiles import map_tiles
from tests.tiny import CPU, save_tiny_pixel_network


@pytest.fixture
def model(tmp_path):
    return checkpoint.load(save_tiny_pixel_network(tmp_path / "x.safetensors"), CPU, "defects")


def gray(height, width, kind=np.uint8):
    return np.random.default_rng(0).integers(0, 256, (height, width, 1)).astype(kind)


@pytest.mark.parametrize("size", [(33, 47), (64, 64), (40, 129)])
def test_a_network_answers_for_every_pixel_of_any_size(model, size):
    planes = damage_planes(torch.rand(2, 1, *size))
    assert planes.shape == (2, 4, *size)
    assert apply(model, planes).shape == (2, 1, *size)


def test_tiles_give_what_the_whole_gives(model):
    pixels = gray(200, 333)
    whole, tiled = np.zeros((2, 200, 333, 1), np.float32)
    run = tile_run(model, pixels, damage_planes, reach=REACH)
    map_tiles(run, whole)
    run.side = 128
    map_tiles(run, tiled)
    assert whole.std() > 0
    assert np.allclose(whole, tiled, atol=1e-3 + 0.02 * whole.std())


def test_eight_and_sixteen_bits_are_seen_alike(model):
    pixels = gray(64, 64)
    results = np.zeros((2, 64, 64, 1), np.float32)
    for out, seen in zip(results, (pixels, pixels.astype(np.uint16) * 257), strict=True):
        map_tiles(tile_run(model, seen, damage_planes, reach=REACH), out)
    assert np.allclose(results[0], results[1], atol=1e-3)


def test_between_tiles_a_run_can_be_cancelled(model):
    token = CancelToken()
    run = tile_run(model, gray(300, 64), damage_planes, reach=REACH, token=token)
    run.side = 128
    results = iter(run)
    next(results)
    token.cancel()
    with pytest.raises(Cancelled):
        next(results)


def test_when_memory_runs_out_tiles_get_smaller(model, monkeypatch):
    forward = model.network.forward

    def hungry(planes):
        if planes.shape[-1] > 330:
            raise torch.OutOfMemoryError("CUDA out of memory")
        return forward(planes)

    monkeypatch.setattr(model.network, "forward", hungry)
    run = tile_run(model, gray(64, 600), damage_planes, reach=REACH)
    run.side = 1024
    out = np.zeros((64, 600, 1), np.float32)
    map_tiles(run, out)
    assert run.side == 256
    assert (out != 0).mean() > 0.99


def test_planes_are_those_of_the_negative_with_the_sign_turned():
    picture = torch.rand(1, 1, 96, 96)
    planes, negative = damage_planes(picture), damage_planes(1 - picture)
    assert torch.allclose(planes[:, :3], -negative[:, :3], atol=1e-3)
    assert torch.allclose(planes[:, 3:], negative[:, 3:], atol=1e-3)


def test_contrast_does_not_change_how_a_speck_stands_out():
    chance = torch.Generator().manual_seed(0)
    picture = 0.5 + 0.05 * torch.randn(1, 1, 128, 128, generator=chance)
    picture[..., 60:66, 60:66] += 0.3
    strong, weak = damage_planes(picture), damage_planes(0.25 + picture / 2)
    assert torch.allclose(strong[:, 1:3], weak[:, 1:3], atol=1e-3)
    assert float(strong[0, 1, 63, 63]) > 2.5
    assert float(strong[0, 1].abs().median()) < 1


def test_what_lies_beyond_the_reach_does_not_matter():
    picture = torch.rand(1, 1, 256, 256)
    other = picture.clone()
    other[..., : 128 - REACH, :] = 0
    changed = (damage_planes(picture) != damage_planes(other)).any(dim=1)[0].any(dim=1)
    assert not changed[128:].any()
    assert changed[: 128 - REACH].any()
