import math

import pytest
import torch

from engine.coloring.distribution import Distribution, Palette
from engine.models.decoding import Decoding
from engine.photo.ab_bins import gamut_bins
from engine.recipe.stages import Coloring

BINS = gamut_bins()
EVEN = torch.zeros(len(BINS))
PALETTE = Palette(BINS, EVEN, Decoding(1.0))


def distribution(probability, size=(8, 8)):
    """The same distribution, ``{ab: probability}``, for every pixel."""
    logits = torch.full((len(BINS),), -30.0)
    for ab, share in probability.items():
        logits[(torch.tensor(ab) == BINS).all(dim=1)] = math.log(share)
    shares = torch.zeros(9, 16, 2, 2)
    shares[4] = 1
    return Distribution(logits.half()[:, None, None].expand(-1, 2, 2), shares.half(), PALETTE, size)


def test_plausible_colors_are_ranked_and_differ():
    made = distribution({(60, 40): 0.5, (60, 50): 0.1, (-30, 0): 0.3, (0, -40): 0.1})
    colors = made.plausible_colors(0.5, 0.5)
    assert [round(c.likelihood, 2) for c in colors[:3]] == [0.6, 0.3, 0.1]
    assert colors[0].ab == pytest.approx((60, 41.7), abs=0.1)  # two shades of one color
    assert colors[1].ab == pytest.approx((-30, 0), abs=0.1)
    assert len(colors) <= 5
    assert sum(c.likelihood for c in colors) <= 1 + 1e-3


def test_places_are_their_own():
    made = distribution({(0, 0): 1.0}, size=(8, 6))
    logits = made.logits.clone()
    logits[:, 1, 1] = distribution({(40, 0): 1.0}).logits[:, 0, 0]
    moved = Distribution(logits, made.shares, PALETTE, (8, 6))
    assert moved.plausible_colors(1.0, 1.0)[0].ab == pytest.approx((40, 0), abs=0.1)
    assert moved.plausible_colors(0.49, 0.6)[0].ab == pytest.approx((0, 0), abs=0.1)


def test_doubt_grows_from_one_color_to_all():
    sure = distribution({(20, 20): 1.0}).doubt()
    torn = distribution({(20, 20): 0.5, (-20, 20): 0.5}).doubt()
    lost = distribution({tuple(ab): 1.0 for ab in BINS.tolist()}).doubt()
    assert sure.shape == (8, 8)
    assert sure.max() < 0.01
    torch.testing.assert_close(torn, torch.full((8, 8), math.log(2) / math.log(len(BINS))))
    assert lost.min() > 0.999


def test_vividness_sharpens():
    made = distribution({(60, 40): 0.6, (-30, 0): 0.4}, size=(8, 7))
    calm, own, vivid = (made.colors(Coloring(vividness=v)) for v in (0.5, 1.0, 4.0))
    assert own.shape == (2, 8, 7)
    torch.testing.assert_close(own[:, 0, 0], torch.tensor((24.0, 24.0)), atol=0.1, rtol=0)
    assert calm[:, 0, 0].norm() < own[:, 0, 0].norm() < vivid[:, 0, 0].norm() < 72.2


def test_tall_photos_are_decoded_band_by_band_without_a_seam():
    torch.manual_seed(0)
    logits, shares = torch.randn(len(BINS), 150, 4), torch.full((9, 16, 150, 4), 1 / 9)
    tall = Distribution(logits.half(), shares.half(), PALETTE, (600, 16))
    part = Distribution(logits[:, 50:100].half(), shares[:, :, 50:100].half(), PALETTE, (200, 16))
    inside = slice(8, -8)
    torch.testing.assert_close(tall.colors()[:, 200:400][:, inside], part.colors()[:, inside])
    torch.testing.assert_close(tall.doubt()[200:400][inside], part.doubt()[inside])


def test_likelihoods_take_back_how_much_training_weighed_a_color():
    made = distribution({(0, 0): 0.2, (40, 0): 0.8})
    rare = torch.zeros(len(BINS))
    rare[(torch.tensor((40, 0)) == BINS).all(dim=1)] = math.log(36)
    honest = Distribution(made.logits, made.shares, Palette(BINS, rare, Decoding(1.0)), made.size)
    likeliest = honest.plausible_colors(0.5, 0.5)[0]
    assert likeliest.ab == pytest.approx((0, 0), abs=0.1)
    assert likeliest.likelihood == pytest.approx(0.9, abs=0.01)
    assert honest.doubt().max() < made.doubt().min()
    torch.testing.assert_close(honest.colors(), made.colors())  # the picture stays lively


@pytest.mark.parametrize("place", [(-0.1, 0.5), (0.5, 1.1)])
def test_a_place_outside_the_photo_is_refused(place):
    with pytest.raises(ValueError, match="in the photo"):
        distribution({(0, 0): 1.0}).plausible_colors(*place)


def test_the_last_row_is_the_photos_own_and_not_padding():
    logits = torch.zeros(len(BINS), 4, 4)
    logits[:, 3] = float("nan")
    padded = Distribution(logits.half(), torch.ones(9, 16, 4, 4).half(), PALETTE, (12, 16))
    assert padded.plausible_colors(1.0, 1.0)[0].likelihood > 0
