import numpy as np
import pytest
import torch

from training.degradation.degrade import Dice
from training.degradation.holes import random_holes
from training.pixels.fill import FillConfig, FillTask
from training.pixels.task import Sources


@pytest.fixture
def task(tmp_path, monkeypatch):
    chance = np.random.default_rng(0)
    photos = chance.integers(0, 256, (40, 1, 128, 128), np.uint8)
    sharp = torch.from_numpy(photos)
    monkeypatch.setattr("training.pixels.fill.sharp_photos", lambda _sources: sharp)
    sources = Sources(tmp_path, None, torch.device("cpu"), 6, 3)
    return FillTask(FillConfig(side=64), sources)


def test_holes_are_of_every_shape_and_leave_most_of_the_picture():
    dice = Dice(torch.Generator().manual_seed(0), 300)
    holes = random_holes(96, dice)
    assert holes.shape == (300, 1, 96, 96)
    assert set(holes.unique().tolist()) == {0.0, 1.0}
    shares = holes.mean(dim=(1, 2, 3))
    assert shares.max() < 0.75
    assert 0.05 < shares.mean() < 0.25
    assert (shares > 0).float().mean() > 0.95
    corners = holes[..., 0, 0] + holes[..., 0, -1] + holes[..., -1, 0] + holes[..., -1, -1]
    assert 0.1 < (corners > 0).float().mean() < 0.6


def test_a_batch_is_a_function_of_its_step(task):
    one, again, other, watched = (
        task.batch(step, watched=watched)
        for step, watched in ((5, False), (5, False), (6, False), (5, True))
    )
    assert torch.equal(one["planes"], again["planes"])
    assert not torch.equal(one["planes"], other["planes"])
    assert not torch.equal(one["truth"], watched["truth"])
    assert one["planes"].shape == (6, 2, 64, 64)
    assert one["truth"].shape == (6, 1, 64, 64)


def test_what_is_in_the_hole_is_not_shown(task):
    planes = task.batch(0)["planes"]
    assert (planes[:, :1] * planes[:, 1:]).abs().max() == 0


def test_only_errors_in_holes_count(task):
    batch = task.batch(1)
    hole = batch["planes"][:, 1:]

    def losses(error):
        return task.losses(lambda _planes: batch["truth"] + error, batch)

    assert losses(0)["loss"] == pytest.approx(1e-3)  # of the root's smoothing
    assert losses(0.7 * (1 - hole))["loss"] == pytest.approx(1e-3)
    off = losses(torch.full_like(hole, 0.1))
    assert off["decibels"] == pytest.approx(20, abs=0.01)
    assert off["absolute"] == pytest.approx(0.1, rel=0.01)
    mixed = losses(0.1 * (torch.arange(64) % 2 * 2 - 1).float())
    assert mixed["absolute"] < 0.05  # what differs only finely counts less
