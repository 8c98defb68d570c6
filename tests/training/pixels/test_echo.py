from pathlib import Path

import pytest
import torch
from torch import nn

from training.pixels.echo import Echoed
from training.pixels.task import Sources

_SIDE, _COUNT = 8, 6


class _Noise:
    """Squares whose truth is their own negative, with a number for each."""

    def __init__(self, sources):
        self.sources = sources
        self.made = []

    def batch(self, step, *, watched=False):
        self.made.append((step, watched))
        chance = self.sources.generator(step, watched=watched)
        planes = torch.rand(_COUNT, 1, _SIDE, _SIDE, generator=chance)
        return {"planes": planes, "truth": -planes, "sum": planes.sum(dim=(1, 2, 3))}

    def losses(self, network, batch):
        return {"loss": batch["planes"].mean()}


@pytest.fixture
def noise():
    return _Noise(Sources(Path(), None, torch.device("cpu"), _COUNT, seed=3))


def test_a_batch_is_made_for_so_many_steps(noise):
    echoed = Echoed(noise, noise.sources, echo=4, kept=2)
    for step in range(12):
        echoed.batch(step)
    assert noise.made == [(0, False), (1, False), (2, False)]


def test_squares_and_their_truth_are_turned_alike(noise):
    echoed = Echoed(noise, noise.sources, echo=100, kept=3)
    seen = set()
    for step in range(100):
        batch = echoed.batch(step)
        torch.testing.assert_close(batch["truth"], -batch["planes"], rtol=0, atol=0)
        torch.testing.assert_close(batch["sum"], batch["planes"].sum(dim=(1, 2, 3)))
        pairs = zip(batch["sum"], batch["planes"], strict=True)
        seen |= {(float(total), float(planes[0, 0, 0])) for total, planes in pairs}
    assert len(seen) == 4 * _COUNT  # each corner of each square came to lie at the top left


def test_only_the_last_batches_are_learned_from(noise):
    echoed = Echoed(noise, noise.sources, echo=2, kept=3)
    for step in range(20):
        sums = echoed.batch(step)["sum"]
        last = [noise.batch(made)["sum"] for made in range(max(0, step // 2 - 2), step // 2 + 1)]
        assert torch.isin(sums, torch.cat(last)).all()


def test_a_batch_is_a_function_of_seed_and_step(noise):
    went_through = Echoed(noise, noise.sources, echo=2, kept=3)
    for step in range(13):
        went_through.batch(step)
    resumed = Echoed(noise, noise.sources, echo=2, kept=3)
    for step in (13, 14, 15, 29):
        one, other = went_through.batch(step), resumed.batch(step)
        for name in one:
            torch.testing.assert_close(one[name], other[name], rtol=0, atol=0)


def test_watched_batches_and_losses_are_the_tasks_own(noise):
    echoed = Echoed(noise, noise.sources, echo=4, kept=2)
    watched = echoed.batch(5, watched=True)["planes"]
    assert torch.equal(watched, noise.batch(5, watched=True)["planes"])
    batch = echoed.batch(0)
    assert echoed.losses(nn.Identity(), batch)["loss"] == batch["planes"].mean()
