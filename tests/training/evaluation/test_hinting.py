"""What is measured of hints, on made-up photos and made-up networks."""

import dataclasses

import numpy as np
import pytest
import torch

from engine.coloring.colorize import fit_colors
from engine.coloring.hints import hint_planes
from engine.photo.photo import Photo
from training.evaluation.bench import Bench, Look
from training.evaluation.hinting import (
    changed_share,
    idle,
    in_gamut,
    infidelity,
    kept,
    moved_share,
    opposed,
    spilt_share,
    spread,
)
from training.evaluation.metrics import lab
from training.evaluation.objects import find_flat_object, find_objects, find_textured_object

COLORS = [
    (190, 60, 60), (60, 140, 60), (70, 80, 190), (180, 170, 60),
    (150, 70, 160), (60, 150, 160), (205, 130, 70), (128, 128, 128),
]  # fmt: skip


def coat_photo():
    """A red coat on gray."""
    photo = np.full((80, 100, 3), 128, np.uint8)
    photo[20:60, 30:60] = (170, 40, 40)
    return photo


def tiles_photo():
    """Eight tiles of different colors, one of them gray, all of one lightness or nearly so."""
    photo = np.empty((120, 240, 3), np.uint8)
    for index, color in enumerate(COLORS):
        y, x = divmod(index, 4)
        photo[60 * y : 60 * y + 60, 60 * x : 60 * x + 60] = color
    return photo


def coat():
    return opposed(find_flat_object(coat_photo()), coat_photo())


def test_a_flat_object_is_found_and_hinted_in_another_hue():
    mask, hint = dataclasses.astuple(coat())[0], coat().hint
    assert 0.9 * 1200 < mask.sum() <= 1200
    assert mask[40, 45]
    assert not mask[10, 10]
    assert mask[int(hint.row * 80), int(hint.column * 100)]
    own = lab(coat_photo())[40, 45, 1:]
    assert np.dot(hint.ab, own) < 0
    assert find_flat_object(np.full((40, 40, 3), 99, np.uint8)) is None


def test_a_dotted_cloth_is_one_object_from_afar():
    photo = np.full((120, 120, 3), 128, np.uint8)
    y, x = np.indices((60, 60))
    dots = (y % 6 < 3) & (x % 6 < 3)
    photo[30:90, 30:90] = np.where(dots[..., None], (90, 150, 90), (190, 60, 60))
    photo[40:44, 30:90] = (70, 80, 190)  # a thin belt
    textured = find_textured_object(photo)
    assert textured[30:90, 30:90].mean() > 0.75
    assert textured[:25].sum() == 0
    flat = find_flat_object(photo)
    assert flat is None or flat.sum() < textured.sum()


def test_eight_objects_are_told_apart():
    masks = find_objects(tiles_photo())
    assert len(masks) == 8
    assert (np.sum(masks, axis=0) <= 1).all()
    sizes = [mask.sum() for mask in masks]
    assert sizes == sorted(sizes, reverse=True)
    assert len(find_objects(tiles_photo(), most=3)) == 3


def test_hints_on_several_objects_differ_from_each_other_and_from_what_is_there():
    truth = tiles_photo()
    targets = spread(find_objects(truth), truth)
    colors = np.array([target.hint.ab for target in targets])
    apart = np.linalg.norm(colors[:, None] - colors[None], axis=-1)[~np.eye(8, dtype=bool)]
    assert apart.min() > 25
    for target in targets:
        own = np.median(lab(truth)[target.mask][:, 1:], axis=0)
        assert np.linalg.norm(own - target.hint.ab) > 15


def test_a_hint_moves_what_went_its_way():
    target, before = coat(), np.zeros((80, 100, 3))
    after = before.copy()
    after[:40, :, 1:] = np.array(target.hint.ab) * 0.5  # the upper half went half of the way
    after[40:, :, 1:] = np.array(target.hint.ab) * -0.5
    assert moved_share(target, before, after) == pytest.approx(0.5, abs=0.05)
    assert moved_share(target, before, before) == 0


def test_what_moves_outside_the_object_is_spilt():
    mask, before = coat().mask, np.zeros((80, 100, 3))
    after = before.copy()
    after[mask] = (0, 40, 0)
    assert spilt_share(mask, before, after) == 0
    after[:, :, 1] = 40
    after[60:] = (0, 9, 0)  # too little to count
    assert spilt_share(mask, before, after) == pytest.approx((~mask[:60]).sum() / (~mask).sum())
    assert changed_share(before, after) == 1
    after[60:] = (50, 2, 0)  # lightness is no color
    assert changed_share(before, after) == 0.75


def test_fidelity_asks_for_what_the_place_can_show():
    target, after = coat(), np.zeros((80, 100, 3))
    after[..., 0] = 50
    after[..., 1:] = target.hint.ab
    inside = in_gamut(np.array([50.0]), target.hint.ab)[0]
    after[...] = inside
    assert infidelity(target.hint, after) == pytest.approx(0, abs=0.05)
    after[..., 1:] = 0
    assert infidelity(target.hint, after) > 15
    # all but white has no chroma to show
    assert np.hypot(*in_gamut(np.array([99.0]), (60.0, 40.0))[0, 1:]) < 6


def test_objects_keep_their_colors_or_lose_them_to_others():
    truth = tiles_photo()
    targets = spread(find_objects(truth), truth)
    before = lab(truth)
    assert kept(targets, before, before) == 0
    after = before.copy()
    for target in targets:
        after[target.mask] = in_gamut(before[target.mask][:, 0], target.hint.ab)
    assert kept(targets, before, after) == 8
    last = targets[-1]
    after[...] = in_gamut(before[..., 0].ravel(), last.hint.ab).reshape(before.shape)
    assert kept(targets, before, after) == 1


def test_an_idle_hint_is_of_the_color_that_is_shown():
    mask, shown = coat().mask, lab(coat_photo())
    assert idle(mask, shown).hint.ab == pytest.approx(tuple(shown[40, 45, 1:]), abs=0.1)


def made_up(reach):
    """Return a network's stand-in: gray, with each hint's color wherever ``reach`` says."""

    def encode(_model, truth, hints=()):
        ab = torch.zeros(2, *truth.shape[:2])
        for hint in hints:
            where = torch.from_numpy(reach(truth, hint))
            ab[:, where] = torch.tensor(hint.ab)[:, None]
        return fit_colors(Photo(truth), ab)

    return encode


def everywhere(truth, _hint):
    return np.ones(truth.shape[:2], bool)


def at_its_place(truth, hint):
    return hint_planes([hint], truth.shape[:2])[2].numpy() > 0


def on_its_object(truth, hint):
    own = truth[int(hint.row * truth.shape[0]), int(hint.column * truth.shape[1])]
    return (truth == own).all(axis=-1)


def test_a_network_that_floods_is_told_from_one_that_keeps_to_objects(monkeypatch):
    bench = Bench([coat_photo(), tiles_photo()], Look())
    found = {}
    for reach in (everywhere, at_its_place, on_its_object):
        monkeypatch.setattr("training.evaluation.bench.encode_truth", made_up(reach))
        found[reach] = bench.hint_propagation(None, find_flat_object), bench.holding(None)
    floods, holds_one = found[everywhere]
    assert (floods.objects, holds_one.photos) == (2, 1)
    assert floods.moved.value == 1
    assert floods.spilt.value > 0.95
    assert holds_one.kept.value == pytest.approx(1 / 8)
    shy, holds_none = found[at_its_place]
    assert shy.moved.value < 0.2
    assert shy.spilt.value == holds_none.kept.value == 0
    good, holds_all = found[on_its_object]
    assert good.moved.value > 0.97
    assert good.spilt.value < 0.05
    assert good.infidelity.value < 1
    assert good.reset.value == 0
    assert (holds_all.kept.value, holds_all.all_kept.value) == (1, 1)


def test_photos_without_objects_have_no_figures(monkeypatch):
    monkeypatch.setattr("training.evaluation.bench.encode_truth", made_up(everywhere))
    bench = Bench([np.full((60, 60, 3), 99, np.uint8)], Look())
    assert bench.hint_propagation(None, find_textured_object) is None
    assert bench.holding(None) is None
