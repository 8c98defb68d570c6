import math

import pytest
import torch

from engine.models.decoding import Decoding, decode, discount_known_colors
from engine.models.kolorit import KoloritConfig
from engine.photo.ab_bins import annealed_mean, gamut_bins

BINS = gamut_bins()
EVEN = torch.zeros(len(BINS))


def logits(probability):
    """Of one pixel, (1, Q, 1, 1), that holds ``{ab: probability}``."""
    made = torch.full((len(BINS),), -30.0)
    for ab, share in probability.items():
        made[at(ab)] = math.log(share)
    return made[None, :, None, None]


def at(ab):
    return (torch.tensor(ab) == BINS).all(dim=1)


def color(probability, rarity=EVEN, **how):
    return decode(logits(probability), BINS, rarity, Decoding(1.0, **how)).flatten()


def test_by_itself_it_is_the_annealed_mean_times_a_gain():
    torch.manual_seed(0)
    random = torch.randn(2, len(BINS), 3, 4)
    expected = annealed_mean(random, BINS, 0.4) * 1.2
    torch.testing.assert_close(decode(random, BINS, EVEN, Decoding(0.4, 1.2)), expected)


def test_a_rare_color_needs_better_reasons_with_logit_adjustment():
    rarity = EVEN.clone()
    rarity[at((0, -40))] = math.log(9)  # blue weighed nine times as much as skin in training
    torn = {(20, 20): 0.5, (0, -40): 0.5}
    assert color(torn, rarity) == pytest.approx((10, -10), abs=0.1)
    assert color(torn, rarity, logit_adjustment=1.0) == pytest.approx((18, 14), abs=0.1)
    assert color({(0, -40): 1.0}, rarity, logit_adjustment=1.0) == pytest.approx((0, -40), abs=0.1)


def test_a_color_that_is_known_to_be_there_needs_no_better_reasons():
    rarity = EVEN.clone()
    rarity[at((0, -40))] = math.log(9)
    rarity[at((20, 20))] = -1.0
    known = discount_known_colors(rarity, BINS, torch.tensor([(3.0, -44.0)]))
    assert rarity[at((0, -40))] > 2
    assert known[at((0, -40))] == pytest.approx(-1, abs=0.2)
    torch.testing.assert_close(known[at((20, 20))], rarity[at((20, 20))])
    assert discount_known_colors(rarity, BINS, torch.zeros(0, 2)) is rarity
    torn = {(20, 20): 0.5, (0, -40): 0.5}
    assert color(torn, rarity, logit_adjustment=1.0)[1] > 10
    assert color(torn, known, logit_adjustment=1.0) == pytest.approx((10, -10), abs=3)


def test_chroma_compensation_colors_where_hues_cancel_out_and_leaves_the_sure_alone():
    torn = {(20, 20): 0.6, (-20, -20): 0.4}
    pale, lifted = color(torn), color(torn, chroma_compensation=1.0)
    assert float(pale.norm()) == pytest.approx(math.hypot(4, 4), abs=0.1)
    # of the same hue, and nearly twice as colorful
    assert (lifted[0] - lifted[1]).abs() < 0.01
    assert pale.norm() < lifted.norm() < math.hypot(20, 20)
    assert lifted.norm() > 1.7 * pale.norm()
    assert color({(20, 20): 1.0}, chroma_compensation=1.0) == pytest.approx((20, 20), abs=0.1)


def test_what_cancels_out_exactly_stays_gray_with_a_finite_gradient():
    even = logits({(20, 0): 0.5, (-20, 0): 0.5}).requires_grad_()
    gray = decode(even, BINS, EVEN, Decoding(1.0, chroma_compensation=1.0))
    assert gray.flatten().tolist() == pytest.approx([0, 0], abs=0.01)
    gray.sum().backward()
    assert even.grad.isfinite().all()


def test_a_lower_temperature_is_livelier_however_much_is_lifted():
    torn = logits({(20, 20): 0.6, (-20, -20): 0.3, (0, 30): 0.1})
    for compensation in (0.0, 0.5, 1.0):
        calm, own, lively = (
            float(
                decode(
                    torn, BINS, EVEN, Decoding(temperature, chroma_compensation=compensation)
                ).norm()
            )
            for temperature in (2.0, 1.0, 0.5)
        )
        assert calm < own < lively


def test_no_color_passes_the_largest_chroma_and_pale_ones_stay():
    strong, pale = {(80, 60): 1.0}, {(20, 10): 1.0}
    limited = color(strong, gain=3.0, max_chroma=60.0)
    assert 55 < limited.norm() < 60
    assert limited[0] / limited[1] == pytest.approx(80 / 60, rel=0.01)  # of the same hue
    torch.testing.assert_close(color(pale, max_chroma=60.0), color(pale), rtol=0.01, atol=0.1)
    torn = {(20, 20): 0.6, (-20, -20): 0.4}
    assert color(torn, gain=9.0, chroma_compensation=1.0, max_chroma=30.0).norm() < 30


@pytest.mark.parametrize("most", [-1.0, 5.0, 1e3, math.nan])
def test_a_largest_chroma_that_makes_no_sense_is_refused(most):
    with pytest.raises(ValueError, match="max_chroma is 10 to 200"):
        KoloritConfig(max_chroma=most)
