"""How far hints reach: on made-up features, and through the engine."""

import dataclasses

import numpy as np
import pytest
import torch
from skimage.color import deltaE_ciede2000

from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode, lab_from_pixels, render_photo, with_vividness
from engine.coloring.hints import hint_square
from engine.coloring.reach import CELL, Likeness, flood, reach_weights
from engine.photo.photo import Photo
from engine.recipe.hint import Hint
from engine.recipe.stages import Coloring, Grade
from tests.tiny import CPU, save_tiny_kolorit
from training.evaluation.hinting import in_gamut

SIZE = (64, 96)
CELLS = (16, 24)
BLUE = (20.0, -50.0)


def likeness(kinds):
    """Of a photo that shows, at stride 16, things of these kinds; (4, 6)."""
    kinds = torch.tensor(kinds)
    coarse = torch.nn.functional.one_hot(kinds).permute(2, 0, 1).float()
    fine = coarse.repeat_interleave(2, dim=1).repeat_interleave(2, dim=2)
    return Likeness.of(coarse, fine)


HALVES = likeness([[0, 0, 0, 1, 1, 1]] * 4)
TWINS = likeness([[0, 0, 1, 1, 0, 0]] * 4)


def weights(of, *hints):
    return reach_weights(of, hints, SIZE, CELLS)


def at(weight, row, column):
    return float(weight[int(row * CELLS[0]), int(column * CELLS[1])])


def test_a_hint_reaches_what_is_alike_and_stops_there():
    (weight,) = weights(HALVES, Hint(0.5, 0.25, BLUE))
    assert weight.shape == CELLS
    assert at(weight, 0.5, 0.25) == 1
    assert at(weight, 0.1, 0.1) > 0.8
    assert at(weight, 0.5, 0.8) < 0.01


def test_what_is_alike_but_not_connected_is_not_reached():
    (weight,) = weights(TWINS, Hint(0.5, 0.1, BLUE))
    assert at(weight, 0.2, 0.15) > 0.8
    assert at(weight, 0.5, 0.9) < 0.01


def test_flooding_crosses_the_lowest_saddle_and_no_higher():
    ridge = torch.tensor([[5.0, 1.0, 4.0, -2.0, 9.0]])
    assert flood(ridge, 0, 0).tolist() == [[5.0, 1.0, 1.0, -2.0, -2.0]]
    assert flood(ridge, 0, 4).tolist() == [[-2.0, -2.0, -2.0, -2.0, 9.0]]


def test_reach_goes_from_a_spot_to_the_whole_photo():
    hints = [Hint(0.5, 0.25, BLUE, reach=reach / 10) for reach in range(11)]
    areas = [float(weights(HALVES, hint).mean()) for hint in hints]
    assert areas == sorted(areas)
    assert areas[0] < 0.03
    assert 0.3 < areas[5] < 0.6
    assert areas[10] == pytest.approx(1, abs=1e-3)


def test_hints_share_an_object_and_leave_others_theirs():
    left, right = Hint(0.5, 0.15, BLUE), Hint(0.5, 0.85, (0.0, 50.0))
    one, other = weights(HALVES, left, right)
    assert (one + other).max() <= 1 + 1e-5
    assert at(one, 0.2, 0.1) > 0.8 > 0.1 > at(other, 0.2, 0.1)
    near, far = weights(HALVES, Hint(0.1, 0.25, BLUE), Hint(0.9, 0.25, (0.0, 50.0)))
    assert at(near, 0.2, 0.25) > 0.7 > 0.2 > at(far, 0.2, 0.25)


def test_a_narrow_hint_lies_over_one_for_the_whole_photo_in_any_order():
    wide, own = Hint(0.5, 0.15, BLUE, reach=1.0), Hint(0.5, 0.85, (0.0, 50.0))
    for hints in ((wide, own), (own, wide)):
        found = dict(zip(hints, weights(HALVES, *hints), strict=True))
        assert at(found[own], 0.3, 0.9) > 0.8
        assert at(found[wide], 0.3, 0.1) > 0.9


@pytest.fixture
def kolorit(tmp_path):
    return checkpoint.load(save_tiny_kolorit(tmp_path / "made.safetensors"), CPU)


@pytest.fixture
def passes(kolorit, monkeypatch):
    """Counts how often the network is asked, with the hints it is shown."""
    asked, real = [], kolorit.network.predict
    monkeypatch.setattr(
        kolorit.network, "predict", lambda x, hints: asked.append(hints) or real(x, hints)
    )
    return asked


PHOTO = Photo(np.repeat(np.linspace(90, 170, 64 * 96).reshape(64, 96, 1), 3, 2).astype(np.uint8))


def test_outside_its_reach_a_hint_changes_nothing(kolorit):
    plain = encode(kolorit, PHOTO)
    hinted = encode(kolorit, PHOTO, hints=[Hint(0.2, 0.2, BLUE, reach=0.0)])
    moved = (hinted.ab - plain.ab).norm(dim=0)
    assert moved[:20, :24].max() > 10
    assert moved[32:].max() < 0.2
    assert moved[:, 48:].max() < 0.2


@pytest.mark.parametrize("vividness", [1.0, 2.5])
def test_what_was_asked_is_shown(kolorit, vividness):
    hints = [Hint(0.3, 0.3, BLUE, 0.05), Hint(0.7, 0.8, (30.0, 40.0), 0.05)]
    encoding = with_vividness(encode(kolorit, PHOTO, hints=hints), Coloring(vividness=vividness))
    shown = lab_from_pixels(render_photo(encoding, Grade(), bits=8))
    for hint in hints:
        there = shown[:, *hint_square(hint, SIZE)].flatten(1).T.double().numpy()  # (N, 3)
        asked = in_gamut(there[:, 0], hint.ab)
        # the made-up network's colors vary within the square; their mean is what was asked
        assert deltaE_ciede2000(asked.mean(0), there.mean(0)) < 2


def test_a_hint_of_the_color_that_is_there_changes_next_to_nothing(kolorit):
    plain = encode(kolorit, PHOTO)
    square = hint_square(Hint(0.5, 0.5, BLUE, 0.05), SIZE)
    own = lab_from_pixels(render_photo(plain, Grade(), bits=8))[1:, *square]
    a, b = own.mean(dim=(1, 2)).tolist()
    again = encode(kolorit, PHOTO, hints=[Hint(0.5, 0.5, (a, b), 0.05)])
    assert ((again.ab - plain.ab).norm(dim=0) > 3).float().mean() < 0.05


def test_a_hint_that_moves_costs_one_pass_and_its_reach_none(kolorit, passes):
    hint = Hint(0.3, 0.3, BLUE)
    encoding = encode(kolorit, PHOTO)
    encoding = encode(kolorit, PHOTO, hints=[hint], earlier=encoding)
    assert len(passes) == 2
    moved = dataclasses.replace(hint, row=0.6)
    encoding = encode(kolorit, PHOTO, hints=[moved], earlier=encoding)
    assert len(passes) == 3
    wide = dataclasses.replace(moved, reach=0.9)
    wider = encode(kolorit, PHOTO, hints=[wide], earlier=encoding)
    assert len(passes) == 3
    assert not torch.equal(wider.ab, encoding.ab)
    torch.testing.assert_close(wider.ab, encode(kolorit, PHOTO, hints=[wide]).ab)
    alone = encode(kolorit, PHOTO, earlier=wider)
    assert len(passes) == 5
    torch.testing.assert_close(alone.ab, encode(kolorit, PHOTO).ab)


def test_what_another_network_said_is_not_used(kolorit, tmp_path):
    other = checkpoint.load(save_tiny_kolorit(tmp_path / "other.safetensors", seed=1), CPU)
    earlier = encode(other, PHOTO, hints=[Hint(0.3, 0.3, BLUE)])
    hints = [Hint(0.3, 0.3, BLUE)]
    fresh = encode(kolorit, PHOTO, hints=hints)
    torch.testing.assert_close(encode(kolorit, PHOTO, hints=hints, earlier=earlier).ab, fresh.ab)


def test_cells_of_the_weights_are_those_of_the_distribution(kolorit):
    distribution = encode(kolorit, PHOTO, hints=[Hint(0.3, 0.3, BLUE)]).distribution
    assert distribution.pins.weights.shape[1:] == distribution.logits.shape[1:]
    assert distribution.logits.shape[1] * CELL == PHOTO.size[0]
