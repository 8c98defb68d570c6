import numpy as np
import pytest
import torch

from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode
from engine.coloring.suggestions import (
    _worst_places,
    map_doubt,
    outline_reach,
    rgb_of,
    suggest,
)
from engine.photo.photo import Photo
from engine.recipe.hint import Hint
from tests.engine.coloring.oracles import lab_of
from tests.tiny import CPU, gray_pixels


@pytest.fixture
def encoding(tiny_kolorit):
    return encode(checkpoint.load(tiny_kolorit, CPU), Photo(gray_pixels(64, 96)))


def test_suggestions_look_as_they_would_at_the_place(encoding):
    suggestion = suggest(encoding, 0.5, 0.25)
    assert 1 <= len(suggestion.choices) <= 5
    for choice in suggestion.choices:
        assert choice.rgb == rgb_of(suggestion.lightness, choice.ab)
        assert lab_of(choice.rgb)[0] == pytest.approx(suggestion.lightness, abs=0.5)
    likelihoods = [choice.likelihood for choice in suggestion.choices]
    assert likelihoods == sorted(likelihoods, reverse=True)


def test_the_lightness_is_that_of_the_place(model):
    pixels = gray_pixels(40, 40)
    pixels[:, :20], pixels[:, 20:] = 40, 200
    encoding = encode(model, Photo(pixels))
    dark, bright = (suggest(encoding, 0.5, column) for column in (0.2, 0.8))
    assert dark.lightness == pytest.approx(lab_of((40, 40, 40))[0], abs=0.5)
    assert bright.lightness == pytest.approx(lab_of((200, 200, 200))[0], abs=0.5)
    assert dark.choices == ()  # this network predicts one color


@pytest.mark.parametrize(("row", "column"), [(-0.1, 0.5), (0.5, 1.1), (float("nan"), 0.5)])
def test_a_place_outside_the_photo_is_refused(encoding, row, column):
    with pytest.raises(ValueError, match="from 0 to 1"):
        suggest(encoding, row, column)


def test_doubt_is_asked_about_where_it_is_greatest():
    doubt = torch.full((64, 96), 0.1)
    doubt[8:16, 80:88], doubt[40:48, 8:16] = 0.9, 0.7
    first, second, _ = _worst_places(doubt, 3)
    assert (first.row * 64, first.column * 96) == pytest.approx((12, 84), abs=1)
    assert (second.row * 64, second.column * 96) == pytest.approx((44, 12), abs=1)


def test_places_do_not_crowd(encoding):
    found = map_doubt(encoding)
    assert found.doubt.shape == encoding.ab.shape[1:]
    assert found.doubt.dtype == np.uint8
    places = [(place.row * 64, place.column * 96) for place in found.places]
    for index, one in enumerate(places):
        for other in places[:index]:
            assert max(abs(a - b) for a, b in zip(one, other, strict=True)) > 8


def test_a_network_of_one_color_knows_no_doubt(model):
    with pytest.raises(ValueError, match="one color"):
        map_doubt(encode(model, Photo(gray_pixels(40, 60))))


def test_the_outline_lies_around_the_place_and_grows(encoding):
    spans = []
    for reach in (0.0, 1.0):
        lines = outline_reach(encoding, [Hint(0.3, 0.3, (20.0, -50.0), reach=reach)], 0)
        rows = [row for line in lines for row, _ in line]
        assert min(rows) <= 0.3 <= max(rows)
        assert min(rows) >= -0.01
        assert max(rows) <= 1.01
        spans.append(max(rows) - min(rows))
    assert spans[0] < 0.3
    assert spans[1] > 0.95


def test_a_network_without_hints_has_no_outline(model):
    encoding = encode(model, Photo(gray_pixels(40, 40)))
    assert outline_reach(encoding, [Hint(0.3, 0.3, (20.0, -50.0))], 0) == ()
