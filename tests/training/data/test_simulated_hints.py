import pytest
import torch

from engine.coloring.hints import MEAN_WEIGHT
from engine.photo.color import AB_SCALE
from training.data.simulated_hints import random_hints, simulate_hints


def generator(seed=0):
    return torch.Generator().manual_seed(seed)


def test_revealed_squares_have_the_mean_color_of_the_truth():
    ab = torch.randn(1, 2, 40, 40) * 30
    planes = simulate_hints(ab, torch.tensor([1]), 5, generator(3))
    ys, xs = planes[0, 2].nonzero().unbind(1)
    patch = ab[0, :, ys.min() : ys.max() + 1, xs.min() : xs.max() + 1]
    assert patch.shape[1:] == (5, 5)
    expected = patch.mean(dim=(1, 2)) / AB_SCALE
    torch.testing.assert_close(planes[0, :2, ys.min(), xs.min()], expected)


@pytest.mark.parametrize("size", [1, 3, 9])
def test_hints_have_the_size_and_number_asked_for(size):
    planes = simulate_hints(torch.ones(3, 2, 64, 64), torch.tensor([0, 1, 128]), size, generator())
    covered = planes[:, 2].sum(dim=(1, 2))
    assert covered[0] == 0
    assert 0 < covered[1] <= size**2
    assert covered[2] > 60 * size
    assert set(planes[:, 2].unique().tolist()) == {0.0, 1.0}
    torch.testing.assert_close(planes[:, 0], planes[:, 2] / AB_SCALE)  # never more than the truth


def test_most_photos_have_few_hints_or_none():
    ab = torch.randn(400, 2, 32, 32)
    planes = torch.cat([random_hints(ab, generator(seed), 3, 0.45) for seed in range(3)])
    most = planes[:, 2].amax(dim=(1, 2))
    share = [(most == value).float().mean().item() for value in (0, MEAN_WEIGHT, 1)]
    assert share == pytest.approx([0.55, 0.05, 0.40], abs=0.06)
    truth = ab.repeat(3, 1, 1, 1)[most == MEAN_WEIGHT].mean(dim=(2, 3)) / AB_SCALE
    hinted = planes[most == MEAN_WEIGHT]
    torch.testing.assert_close(hinted[:, :2, 7, 9] / MEAN_WEIGHT, truth, atol=1e-5, rtol=1e-4)
