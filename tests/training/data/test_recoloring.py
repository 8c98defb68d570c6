import pytest
import torch

from training.config import DataConfig
from training.data.batches import batch_from_rgb
from training.data.recoloring import grow_regions, recolor
from training.data.simulated_hints import recolored_hints


def generator(seed=0):
    return torch.Generator().manual_seed(seed)


def two_halves(count=1):
    """Photos that are red on the left and blue on the right, of one lightness."""
    lab = torch.zeros(count, 3, 32, 32)
    lab[:, 0] = 50
    lab[:, 1, :, :16], lab[:, 2, :, 16:] = 40, -40
    return lab


@pytest.mark.parametrize(("column", "half"), [(3, slice(0, 16)), (20, slice(16, 32))])
def test_a_region_ends_where_the_color_does(column, half):
    region = grow_regions(two_halves(), torch.tensor([5 * 32 + column]), torch.tensor([8.0]))
    assert region[..., half].min() > 0.9
    assert region.sum() == pytest.approx(region[..., half].sum().item(), abs=0.5)


def test_a_region_does_not_jump_to_what_only_looks_alike():
    lab = two_halves()
    lab[:, 1, :, 24:], lab[:, 2, :, 24:] = 40, 0  # red again, beyond the blue
    region = grow_regions(lab, torch.tensor([5 * 32 + 3]), torch.tensor([8.0]))
    assert region[..., :16].min() > 0.9
    assert region[..., 24:].max() < 0.1


def test_an_object_gets_another_color_and_all_else_stays():
    lab = two_halves(16)
    chosen = torch.arange(16) % 2 == 0
    ab, region, seeds = recolor(lab, generator(), chosen)
    change = (ab - lab[:, 1:]).norm(dim=1)  # (B, H, W)
    assert not change[~chosen].any()
    assert not region[~chosen].any()
    assert change[region[:, 0] < 0.01].max() < 1
    at_seeds = change.flatten(1).gather(1, seeds[:, None])[:, 0]
    assert at_seeds[chosen].min() > 10


def test_what_is_recolored_is_revealed_with_its_new_color():
    ab = torch.randn(2, 2, 32, 32)
    places = torch.tensor([[70, 500], [70, 500]])
    wanted = torch.tensor([[True, True], [True, False]])
    for seed in range(20):
        planes = recolored_hints(ab, places, wanted, 1, generator(seed))
        mask = planes[:, 2].flatten(1)
        assert mask[0, 70] == mask[0, 500] == mask[1, 70] == 1
        if mask[1].sum() == 1:
            return  # seen: a photo in which nothing else is revealed
    pytest.fail("what stays was always revealed too")


def test_recolored_squares_keep_their_lightness_and_get_hints():
    rgb = torch.rand(32, 3, 32, 32, generator=generator())
    plain = batch_from_rgb(rgb, generator(1), DataConfig())
    config = DataConfig(recolored=0.5, hinted=0.0)
    made = batch_from_rgb(rgb, generator(1), config)
    torch.testing.assert_close(made.lightness, plain.lightness)
    changed = (made.ab - plain.ab).abs().amax(dim=(1, 2, 3)) > 1
    hinted = made.hints.any(dim=3).any(dim=2).any(dim=1)
    assert 0 < changed.sum() <= hinted.sum() < 32
    assert not (changed & ~hinted).any()
