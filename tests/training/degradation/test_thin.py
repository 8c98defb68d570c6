import numpy as np
import torch

from training.data.damage import Sample
from training.degradation.thin import thin_damage
from training.fit_detection import with_thin_damage


def test_thin_damage_is_thin_seldom_and_a_function_of_its_generator():
    first, again = (thin_damage(96, 64, torch.Generator().manual_seed(1)) for _ in range(2))
    assert torch.equal(first, again)
    assert first.shape == (64, 1, 96, 96)
    assert 0 <= first.min() <= first.max() <= 1
    covered = (first > 0.3).float().mean(dim=(1, 2, 3))
    assert 0.1 < (covered == 0).float().mean() < 0.5  # some squares have none
    assert covered.max() < 0.15
    # wherever it is, there is free picture within four pixels
    grown = -torch.nn.functional.max_pool2d(-first, 9, 1, 4)
    assert (grown < 0.3).float().mean() > 0.99


def test_a_sample_gets_thin_damage_and_a_mask_that_tells():
    gray = np.full((96, 64), 128, np.uint8)
    nothing = np.zeros(gray.shape, bool)
    found = 0
    for seed in range(12):
        sample = with_thin_damage(Sample(gray, gray, nothing, nothing), np.random.default_rng(seed))
        assert np.array_equal(sample.clean, gray)
        change = np.abs(sample.damaged.astype(int) - gray)
        assert sample.mask[change > 12].all()
        assert not sample.mask[change < 11].any()  # what was rounded may be on either side
        assert sample.covered[change > 14].all()
        found += bool(sample.mask.any())
    assert 4 <= found <= 12
