import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.viewer.framed_view import FramedView
from desktop.widgets.viewer.viewport import Viewport
from engine.photo.photo import Window
from engine.recipe.crop_frame import frame_of
from engine.recipe.stages import Crop

unit = st.floats(0, 1)
share = st.floats(0.05, 1)
crops = st.builds(Crop, st.floats(-45, 45) | st.just(0.0), unit, unit, share, share)
sizes = st.tuples(st.integers(2, 400), st.integers(2, 400))


def view_of(crop, photo, widget=(300, 400)):
    return FramedView.fitted(photo, frame_of(crop, photo), widget)


@given(sizes, st.floats(0.2, 4), st.floats(-50, 50), st.floats(-50, 50))
def test_a_whole_photo_lies_where_its_viewport_says(size, zoom, down, right):
    view = view_of(Crop(), size)
    viewport = Viewport.fitted(size, (300, 400)).zoomed(zoom, 10, 10).moved(down, right)
    view = view.on(viewport)
    assert view.is_whole
    assert view.visible() == viewport.visible()
    assert view.place(view.visible(), 2.0) == viewport.place(viewport.visible(), 2.0)


@given(crops, sizes, unit, unit)
def test_places_lead_to_the_widget_and_back(crop, size, row, column):
    view = view_of(crop, size)
    there = view.from_photo(row, column)
    assert view.to_photo(*there) == pytest.approx((row, column), abs=1e-6)


@given(crops, sizes, st.floats(0.5, 8))
def test_what_is_visible_is_a_window_of_the_photo_that_covers_it(crop, size, zoom):
    view = view_of(crop, size)
    view = view.on(view.viewport.zoomed(zoom, 150, 200))
    window = view.visible()
    assert window.top >= 0
    assert window.left >= 0
    assert window.top + window.height <= size[0]
    assert window.left + window.width <= size[1]
    row, column = view.to_photo(150, 200, clamp=True)
    assert window.top - 1 <= row * size[0] <= window.top + window.height + 1
    assert window.left - 1 <= column * size[1] <= window.left + window.width + 1


def test_a_straight_frame_is_drawn_pixel_by_pixel():
    view = view_of(Crop(row=0.25, column=0.25, height=0.5, width=0.5), (100, 200), (50, 100))
    assert view.visible() == Window(0, 0, 50, 100)
    assert view.place(view.visible(), 1.0) == (0, 0, 50, 100)
    lower = view_of(Crop(row=0.75, column=0.75, height=0.5, width=0.5), (100, 200), (50, 100))
    assert lower.visible() == Window(50, 100, 50, 100)
    assert lower.place(Window.whole((100, 200)), 1.0) == (-50, -100, 100, 200)


def test_a_point_beyond_the_frame_is_taken_for_the_nearest_in_it():
    view = view_of(Crop(row=0.5, column=0.5, height=0.5, width=0.5), (100, 100), (50, 50))
    assert view.to_photo(-30, 25, clamp=True) == pytest.approx((0.25, 0.5))
    assert not view.holds(0.1, 0.5)
    assert view.holds(0.3, 0.5)


@given(crops, sizes, st.floats(1, 8), st.floats(-200, 200), st.floats(-200, 200))
def test_the_same_place_is_looked_at_again(crop, size, zoom, down, right):
    view = view_of(crop, size)
    view = view.on(view.viewport.zoomed(zoom, 150, 200).moved(down, right))
    if view.viewport.is_fitted:
        assert view.sight is None
        return
    again = FramedView.at(size, view.frame, view.viewport.widget, view.sight)
    assert again.zoom == view.zoom
    shown = (view.viewport.top, view.viewport.left)
    assert (again.viewport.top, again.viewport.left) == pytest.approx(shown, abs=1e-3)


def test_in_a_smaller_window_the_same_place_is_in_the_middle():
    view = view_of(Crop(), (600, 800))
    view = view.on(view.viewport.zoomed(4, 150, 200))
    again = FramedView.at((600, 800), view.frame, (100, 120), view.sight)
    assert again.to_photo(50, 60) == pytest.approx(view.to_photo(150, 200))
