"""Places of a photo that is turned and mirrored, against the pixels themselves."""

from itertools import product

import numpy as np
import pytest

from engine.files.orientation import turned_pixels
from engine.photo.photo import Window
from engine.photo.turns import Turning

TURNS = tuple(product(range(4), (False, True)))


@pytest.mark.parametrize("before", TURNS)
@pytest.mark.parametrize("after", TURNS)
def test_places_and_windows_go_where_the_pixels_go(before, after):
    size = (5, 7)
    turning = Turning(size, before, after)
    numbered = np.arange(35).reshape(size)
    turned = turned_pixels(numbered, before, after)
    assert turned.shape == turning.turned_size
    assert np.array_equal(turned.ravel()[turning.places(np.arange(35))], np.arange(35))
    window = turning.window(Window(1, 2, 2, 3))
    there = turned[
        window.top : window.top + window.height, window.left : window.left + window.width
    ]
    assert set(there.ravel()) == set(numbered[1:3, 2:5].ravel())


@pytest.mark.parametrize("turn", TURNS)
def test_a_direction_is_turned_too(turn):
    ramp = np.add.outer(3.0 * np.arange(6), np.arange(6))
    down, right = Turning((6, 6), (0, False), turn).direction(3.0, 1.0)
    turned = turned_pixels(ramp, (0, False), turn)
    assert np.allclose(np.diff(turned, axis=0), down)
    assert np.allclose(np.diff(turned, axis=1), right)
