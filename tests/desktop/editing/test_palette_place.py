"""The palette never lies over the place it is for, and moves as little as it can."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from desktop.widgets.palette.place import place_beside

ROOM = QRect(0, 0, 1280, 720)
SIZE = QSize(320, 420)
POINTS = st.builds(QPoint, st.integers(0, 1279), st.integers(0, 719))
ANYWHERE = st.builds(QPoint, st.integers(-4000, 4000), st.integers(-4000, 4000))


@given(POINTS, st.none() | ANYWHERE)
def test_it_is_on_the_screen_and_beside_the_place(spot, wanted):
    frame = QRect(place_beside(SIZE, spot, ROOM, wanted), SIZE)
    assert ROOM.contains(frame)
    assert not frame.adjusted(-20, -20, 20, 20).contains(spot)


def test_it_opens_right_of_the_place_and_left_where_there_is_no_room():
    assert place_beside(SIZE, QPoint(300, 300), ROOM).x() > 300
    assert place_beside(SIZE, QPoint(1200, 300), ROOM).x() + SIZE.width() < 1200


def test_it_stays_where_it_was_left_unless_it_would_hide_the_place():
    left = QPoint(50, 60)
    assert place_beside(SIZE, QPoint(900, 300), ROOM, left) == left
    moved = place_beside(SIZE, QPoint(60, 300), ROOM, left)
    assert moved.y() == left.y()
    assert moved.x() > 60


def test_a_screen_that_is_too_small_shows_its_upper_left():
    assert place_beside(SIZE, QPoint(20, 20), QRect(5, 5, 100, 90)) == QPoint(5, 5)
