import dataclasses

import pytest
import torch

from engine.photo.color import lightness_from_rgb, rgb_to_lab
from training.config import DataConfig, RunConfig
from training.data.batches import batch_from_rgb, make_batches
from training.data.datasets import load_photos


def batch(count=64, hint_side=1, **options):
    generator = torch.Generator().manual_seed(0)
    rgb = torch.rand(count, 3, 16, 16, generator=generator)
    return rgb, batch_from_rgb(rgb, generator, DataConfig(**options), hint_side=hint_side)


def test_a_clean_batch_is_lightness_and_truth():
    rgb, made = batch()
    torch.testing.assert_close(made.lightness, lightness_from_rgb(rgb) / 50 - 1)
    torch.testing.assert_close(made.ab, rgb_to_lab(rgb)[:, 1:])
    assert made.hints is None


@pytest.mark.parametrize("share", [0.3, 1.0])
def test_a_share_of_the_squares_is_degraded_and_the_truth_never(share):
    rgb, made = batch(degraded=share)
    truth = lightness_from_rgb(rgb) / 50 - 1
    same = (made.lightness - truth).abs().amax(dim=(1, 2, 3)) < 1e-6
    assert 1 - same.float().mean() == pytest.approx(share, abs=0.12)
    torch.testing.assert_close(made.ab, rgb_to_lab(rgb)[:, 1:])


def test_hints_are_drawn_when_asked_for():
    _, made = batch(hinted=0.5, hint_side=3)
    assert made.hints.shape == (64, 3, 16, 16)
    assert made.hints.any()


def test_larger_squares_come_in_smaller_batches(photo_folder):
    data = DataConfig(store_size=64, crops=[32, 64], degraded=0.5, hinted=0.5)
    config = RunConfig(steps=1, batch_size=8, loss="rebalanced", data=data)
    batches = make_batches(config, load_photos(photo_folder, "train", data))
    shapes = {tuple(batches(step).lightness.shape) for step in range(20)}
    assert shapes == {(8, 1, 32, 32), (2, 1, 64, 64)}


def test_a_batch_is_a_function_of_seed_and_step(photo_folder):
    data = DataConfig(store_size=64, crops=[32], degraded=0.5, hinted=0.5)
    config = RunConfig(steps=1, batch_size=4, loss="rebalanced", data=data)
    photos = load_photos(photo_folder, "train", data)
    first, again = (make_batches(config, photos)(7) for _ in range(2))
    other = make_batches(dataclasses.replace(config, seed=1), photos)(7)
    for name in ("lightness", "ab", "hints"):
        assert torch.equal(getattr(first, name), getattr(again, name))
        assert not torch.equal(getattr(first, name), getattr(other, name))
