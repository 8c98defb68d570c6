import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.opencv import cv2
from engine.photo.photo import Window
from engine.recipe.stroke import Stroke
from engine.restoration.defects.painting import covers, marking, paint, protecting

unit = st.floats(0, 1)
NOTHING = np.zeros((60, 90), bool)


def painted(*strokes, found=NOTHING):
    return paint(found, strokes)


@given(st.lists(st.tuples(unit, unit), min_size=1, max_size=4), st.floats(0.001, 0.5))
def test_a_stroke_covers_the_way_of_the_hand_and_nothing_far_from_it(points, radius):
    marked, protected = painted(Stroke(tuple(points), radius))
    assert not protected.any()
    for row, column in points:
        assert marked[min(int(row * 60), 59), min(int(column * 90), 89)]
    places = np.argwhere(marked) + 0.5
    ends = np.array(points) * (60, 90)
    starts = np.concatenate((ends[:1], ends[:-1]))
    along = ends - starts
    lengths = np.maximum((along**2).sum(axis=1), 1e-9)
    share = np.clip(((places[:, None] - starts) * along).sum(axis=2) / lengths, 0, 1)
    nearest = starts + share[..., None] * along
    distance = np.sqrt(((places[:, None] - nearest) ** 2).sum(axis=2)).min(axis=1)
    assert distance.max() <= radius * 60 + 2


@pytest.mark.parametrize("radius", [0.05, 0.1, 0.3])
def test_a_dab_is_a_disk_of_its_radius(radius):
    marked, _ = painted(Stroke(((0.5, 0.5),), radius))
    assert marked.sum() == pytest.approx(np.pi * (radius * 60) ** 2, rel=0.15)


def test_later_strokes_lie_over_earlier_ones_and_over_what_was_found():
    found = np.ones((60, 90), bool)
    dab = ((0.5, 0.5),)
    marked, protected = painted(Stroke(dab, 0.2, keeps=True), found=found)
    assert np.array_equal(marked, ~protected)
    again, still = painted(Stroke(dab, 0.2, keeps=True), Stroke(dab, 0.1), found=found)
    assert again[30, 45]
    assert not still[30, 45]
    assert still.sum() < protected.sum()
    assert found.all()
    assert not NOTHING.any()


def test_a_stroke_lies_at_the_same_place_at_every_size_of_the_photo():
    stroke = Stroke(((0.2, 0.1), (0.7, 0.8)), 0.05)
    small, _ = paint(np.zeros((120, 180), bool), (stroke,))
    large, _ = paint(np.zeros((480, 720), bool), (stroke,))
    assert (large[::4, ::4] != small).mean() < 0.01


@given(st.integers(0, 50), st.integers(0, 70), st.integers(1, 10), st.integers(1, 20))
def test_what_is_protected_is_kept_with_all_that_damage_grows_by(top, left, height, width):
    window = Window(top, left, height, width)
    stroke = protecting(window, (60, 90))
    _, protected = painted(stroke)
    rows = slice(max(0, top - 2), top + height + 2)
    assert protected[rows, max(0, left - 2) : left + width + 2].mean() > 0.9
    assert protected[top : top + height, left : left + width].all()
    assert covers(stroke, window, (60, 90))
    assert not covers(stroke, Window((top + 30) % 60, left, 1, 1), (60, 90)) or height > 4


@pytest.mark.parametrize("shape", ["speck", "line", "arc"])
def test_a_stroke_along_a_finding_covers_it_and_little_else(shape):
    drawn = np.zeros((120, 160), np.uint8)
    if shape == "speck":
        cv2.circle(drawn, (80, 40), 3, 1, -1)
    elif shape == "line":
        cv2.line(drawn, (10, 15), (150, 100), 1, 2)
    else:
        cv2.ellipse(drawn, (80, 100), (60, 70), 0, 200, 340, 1, 2)
    finding = drawn > 0
    stroke = marking(np.argwhere(finding), finding.shape)
    assert not stroke.keeps
    marked, _ = paint(np.zeros_like(finding), [stroke])
    assert marked[finding].all()
    near = cv2.dilate(drawn, np.ones((13, 13), np.uint8)) > 0
    assert not marked[~near].any()


def test_one_pixel_is_marked():
    marked, _ = paint(np.zeros((9, 9), bool), [marking(np.array([[4, 7]]), (9, 9))])
    assert marked[4, 7]
    assert marked.sum() < 30
