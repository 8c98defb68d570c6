import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.widgets.viewer.viewport import Viewport
from engine.photo.photo import Window

photos = st.tuples(st.integers(1, 20_000), st.integers(1, 20_000))
widgets = st.tuples(st.integers(1, 3000), st.integers(1, 3000))


@given(photos, widgets)
def test_a_fitted_photo_lies_inside_the_widget_and_touches_it_if_large(photo, widget):
    viewport = Viewport.fitted(photo, widget)
    assert viewport.is_fitted
    extents = [viewport.zoom * side for side in photo]
    assert all(e <= w + 1e-6 for e, w in zip(extents, widget, strict=True))
    assert viewport.zoom == 4 or any(
        e == pytest.approx(w) for e, w in zip(extents, widget, strict=True)
    )
    assert viewport.visible().size == photo


@given(photos, widgets, st.floats(0.01, 20), st.floats(0, 1), st.floats(0, 1))
def test_the_window_stays_inside_the_photo_and_covers_what_is_visible(
    photo, widget, zoom, down, right
):
    viewport = Viewport.fitted(photo, widget).zoomed(zoom, down * widget[0], right * widget[1])
    window = viewport.visible()
    assert window.height >= 1
    assert window.width >= 1
    assert 0 <= window.top <= window.top + window.height <= photo[0]
    assert 0 <= window.left <= window.left + window.width <= photo[1]
    bottom = viewport.top + (window.top + window.height) * viewport.zoom
    assert bottom >= min(widget[0], viewport.top + photo[0] * viewport.zoom) - 1e-6


def test_zooming_keeps_the_point_under_the_cursor():
    before = Viewport.fitted((4000, 6000), (800, 1200))
    after = before.zoomed(1.0, 200, 900)

    def photo_point(viewport):
        return (200 - viewport.top) / viewport.zoom, (900 - viewport.left) / viewport.zoom

    assert photo_point(after) == pytest.approx(photo_point(before))
    assert not after.is_fitted


def test_a_photo_cannot_be_dragged_away():
    viewport = Viewport.fitted((4000, 6000), (800, 1200)).zoomed(1.0, 0, 0).moved(9999, -99_999)
    assert viewport.top == 0
    assert viewport.left == 1200 - 6000


def test_a_fitted_photo_stays_fitted_and_a_zoomed_one_stays_centered():
    fitted = Viewport.fitted((100, 200), (50, 50)).resized((400, 400))
    assert fitted == Viewport.fitted((100, 200), (400, 400))
    zoomed = Viewport.fitted((4000, 4000), (400, 400)).zoomed(1.0, 200, 200)
    resized = zoomed.resized((600, 500))
    assert (resized.top - zoomed.top, resized.left - zoomed.left) == (100, 50)


@given(photos, widgets, st.floats(0.1, 16), st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_windows_that_touch_are_placed_side_by_side(photo, widget, zoom, ratio):
    viewport = Viewport.fitted(photo, widget).zoomed(zoom, 0, 0)
    if photo[1] < 2:
        return
    left = viewport.place(Window(0, 0, photo[0], 1), ratio)
    rest = viewport.place(Window(0, 1, photo[0], photo[1] - 1), ratio)
    assert abs(left[1] + left[3] - rest[1]) <= 1  # a window is at least one pixel wide
    assert rest[0] == left[0]


def test_small_scans_reach_one_photo_pixel_per_device_pixel():
    assert Viewport.fitted((80, 100), (600, 800)).zoomed(0.5, 0, 0).zoom == 0.5
    assert Viewport.fitted((80, 100), (600, 800)).zoomed(0.01, 0, 0).zoom == 1 / 8
    assert Viewport.fitted((80, 100), (600, 800)).zoomed(99, 0, 0).zoom == 16
