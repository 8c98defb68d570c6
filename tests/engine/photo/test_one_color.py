"""Single colors, without torch, as planes of pixels have them."""

import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.coloring.suggestions import rgb_of
from engine.photo.one_color import (
    are_shown,
    chroma,
    encoded,
    is_shown,
    lab_from_rgb,
    linear_rgb,
    nearest_shown,
    rgb_from_lab,
    strongest_colors,
    tinted,
)
from tests.engine.coloring.oracles import lab_of

LIGHTNESS = st.floats(0, 100)
AB = st.tuples(st.floats(-110, 110), st.floats(-110, 110))
RGB = st.tuples(*[st.integers(0, 255)] * 3)


@given(RGB)
def test_lab_is_that_of_an_outside_oracle(rgb):
    lightness, ab = lab_from_rgb(rgb)
    assert (lightness, *ab) == pytest.approx(lab_of(rgb), abs=0.05)
    assert rgb_from_lab(lightness, ab) == rgb


@given(LIGHTNESS, AB)
def test_a_color_looks_as_in_a_photo_also_where_it_loses_chroma(lightness, ab):
    here, there = rgb_from_lab(lightness, ab), rgb_of(lightness, ab)
    assert max(abs(one - other) for one, other in zip(here, there, strict=True)) <= 1


@given(st.floats(1, 99), AB)
def test_the_nearest_color_is_there_and_has_the_hue(lightness, ab):
    near = nearest_shown(lightness, ab)
    assert is_shown(lightness, near)
    assert near[0] * ab[1] == pytest.approx(near[1] * ab[0], abs=0.01)
    assert near == ab or chroma(near) < chroma(ab)


@given(st.floats(2, 98), AB)
def test_a_tint_is_there_and_keeps_the_lightness(lightness, ab):
    tint = tinted(lightness, ab)
    assert lab_from_rgb(rgb_from_lab(lightness, tint))[0] == pytest.approx(lightness, abs=0.7)
    assert tint == ab or chroma(tint) < chroma(ab) + 1


def test_a_light_tint_of_blue_is_blue_not_purple():
    blue = lab_from_rgb((0, 0, 255))[1]
    for lightness in (65, 80, 90):
        red, green, _ = rgb_from_lab(lightness, tinted(lightness, blue))
        assert abs(red - green) <= 3
        red, green, _ = rgb_from_lab(lightness, nearest_shown(lightness, blue))
        assert red > green + 10


def test_many_at_once_are_as_one_by_one():
    a, b = np.meshgrid(np.linspace(-90, 90, 9), np.linspace(-90, 90, 9))
    found = are_shown(60.0, a, b)
    for row in range(9):
        for column in range(9):
            assert found[row, column] == is_shown(60.0, (a[row, column], b[row, column]))
    inside = encoded(linear_rgb(np.full_like(a, 60.0), a, b))
    assert tuple(inside[4, 4]) == rgb_from_lab(60, (0, 0))


def test_the_strongest_colors_are_those_of_screens():
    strongest = strongest_colors()
    for rgb in ((255, 0, 0), (255, 255, 0), (0, 255, 0), (0, 0, 255), (255, 0, 255)):
        lightness, (a, b) = lab_from_rgb(rgb)
        found = strongest.at(np.arctan2(np.array(b), np.array(a)))
        assert found == pytest.approx((lightness, chroma((a, b))), abs=0.5)


def test_no_torch_is_needed():
    code = "import sys, engine.photo.one_color; assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
