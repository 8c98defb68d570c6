import torch

from engine.photo.ab_bins import STEP, annealed_mean, gamut_bins, soft_encode
from engine.photo.color import rgb_to_lab

BINS = gamut_bins()


def test_every_color_has_a_bin_within_half_a_step():
    rgb = torch.rand(3, 50, 50)
    colors = rgb_to_lab(rgb)[1:].flatten(1).T
    offset = (colors[:, None] - BINS).abs().amax(dim=-1).amin(dim=-1)
    assert offset.max() <= STEP / 2 + 1e-3
    assert BINS.unique(dim=0).shape == BINS.shape
    assert torch.equal(BINS % STEP, torch.zeros_like(BINS))


def test_soft_encoding_keeps_the_color_in_the_mean():
    ab = rgb_to_lab(torch.rand(2, 3, 4, 5) * 0.4 + 0.3)[:, 1:]
    index, weight = soft_encode(ab, BINS)
    assert index.shape == weight.shape == (2, 5, 4, 5)
    torch.testing.assert_close(weight.sum(dim=1), torch.ones(2, 4, 5))
    mean = (BINS[index] * weight[..., None]).sum(dim=1).movedim(-1, 1)
    assert (mean - ab).abs().max() < 1.5
    nearest = (ab.movedim(1, -1)[..., None, :] - BINS).norm(dim=-1).argmin(dim=-1)
    assert torch.equal(index[:, 0], nearest)


def test_temperature_goes_from_the_mean_to_the_likeliest_color():
    logits = torch.full((1, len(BINS), 1, 1), -30.0)
    logits[0, 10], logits[0, 200] = 0.0, 1.0
    share = torch.sigmoid(torch.tensor(1.0))
    mean = annealed_mean(logits, BINS, 1.0).flatten()
    torch.testing.assert_close(mean, BINS[10] * (1 - share) + BINS[200] * share)
    torch.testing.assert_close(annealed_mean(logits, BINS, 0.01).flatten(), BINS[200])
