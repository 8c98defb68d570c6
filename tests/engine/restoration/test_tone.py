import numpy as np
import pytest

from engine.restoration.tone import Levels, apply_levels, propose_levels
from tests.pictures import PHOTOS


def flat(kind=np.uint8, channels=1):
    slope = np.linspace(0.3, 0.6, 200 * 300).reshape(200, 300, 1)
    return np.repeat(np.rint(slope * np.iinfo(kind).max).astype(kind), channels, axis=2)


@pytest.mark.parametrize("kind", [np.uint8, np.uint16])
@pytest.mark.parametrize("channels", [1, 3])
def test_a_flat_photo_gets_its_range(kind, channels):
    pixels = flat(kind, channels)
    proposal = propose_levels(pixels)
    assert "flat: 30% of the range" in proposal.why
    spread = apply_levels(pixels, proposal.levels) / np.iinfo(kind).max
    assert spread.min() == pytest.approx(0.01, abs=0.01)
    assert spread.max() == pytest.approx(0.99, abs=0.01)
    assert (np.diff(spread[..., 0].ravel()) >= 0).all()


@pytest.mark.parametrize("name", ["astronaut", "coffee", "rocket"])
def test_a_photo_that_has_its_range_is_left_alone_and_that_is_said(name):
    proposal = propose_levels(PHOTOS[name])
    assert proposal.levels.does_nothing
    assert "left alone" in proposal.why
    assert apply_levels(PHOTOS[name], proposal.levels) is PHOTOS[name]


def test_dust_does_not_hide_that_a_photo_is_flat():
    pixels, damage = flat(), np.zeros((200, 300), bool)
    damage[50:60, 50:60] = True
    pixels[damage] = 255
    assert propose_levels(pixels).levels != propose_levels(flat()).levels
    assert propose_levels(pixels, damage).levels == propose_levels(flat()).levels


def test_one_flat_tone_and_a_mask_over_everything_need_nothing():
    assert propose_levels(np.full((9, 9, 3), 80, np.uint8)).levels == Levels(0.0, 1.0)
    assert propose_levels(flat(), np.ones((200, 300), bool)).levels == Levels(0.0, 1.0)
