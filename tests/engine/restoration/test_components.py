import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from engine.restoration.defects.components import LikelyPixels, components_of


def likely(mask, difference=3.0, gray=0.5):
    places = np.flatnonzero(mask).astype(np.int64)
    ones = np.ones(len(places), np.float32)
    differences = np.stack((ones * difference, ones * difference / 2, ones), axis=1)
    return LikelyPixels(places, ones * 2, ones * gray, differences)


@given(arrays.arrays(bool, st.tuples(st.integers(1, 12), st.integers(1, 12))))
def test_every_likely_pixel_is_in_one_component_and_they_stand_in_order(mask):
    components = components_of(mask.shape, likely(mask))
    assert np.array_equal(np.sort(components.places), np.flatnonzero(mask))
    firsts = components.places[components.starts[:-1]]
    assert (np.diff(firsts) > 0).all()
    chosen = np.arange(len(components)) % 2 == 0
    members = components.members(chosen)
    assert set(members) <= set(np.flatnonzero(mask))
    assert len(members) == sum(len(components.pixels(int(k))) for k in np.flatnonzero(chosen))


def test_shapes_are_measured():
    mask = np.zeros((40, 60), bool)
    mask[5:11, 5:11] = True
    mask[20:22, 10:50] = True
    square, line = components_of(mask.shape, likely(mask)).features
    assert np.exp(square[:4]) == pytest.approx([36, 6, 6, 1], rel=0.01)
    assert np.exp(line[:4]) == pytest.approx([80, 40, 2, 400], rel=0.01)


@pytest.mark.parametrize("difference", [3.0, -3.0])
def test_differences_count_up_whichever_way_damage_differs(difference):
    mask = np.zeros((9, 9), bool)
    mask[3:6, 3:6] = True
    components = components_of(mask.shape, likely(mask, difference))
    assert components.feature("bright")[0] == (difference > 0)
    assert components.feature("z20")[0] == pytest.approx(3)
    assert components.feature("z40")[0] == pytest.approx(1.5)
    assert components.feature("scale")[0] == pytest.approx(1)


def test_those_that_do_not_come_alone_are_counted():
    mask = np.zeros((200, 200), bool)
    mask[10:60:10, 10:60:10] = True  # 25 alike in one square
    mask[150:160, 150:160] = True
    components = components_of(mask.shape, likely(mask))
    assert np.exp(components.feature("alike")) == pytest.approx([25] * 25 + [1])
