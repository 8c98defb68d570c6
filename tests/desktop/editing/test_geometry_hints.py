"""Colors that are set in photos that are turned and cropped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from engine.recipe.stages import Crop
from tests.desktop.editing.test_geometry import LEFT, press, recipe_of, shown_gray
from tests.desktop.gestures import start_window


@pytest.fixture
def window(qtbot, engine, settings, sessions, hinting_models):
    return start_window(qtbot, engine, settings, sessions)


@pytest.fixture
def marked(qtbot, window, marked_photo, wait_until_idle):
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.open_paths([marked_photo])
    wait_until_idle()
    window.viewer.split = 0.0
    return window


@pytest.fixture
def set_color(qtbot, wait_until_idle):
    def run(window, row, column):
        window.actions_by_name["set-colors"].setChecked(True)
        QTest.mouseClick(window.viewer, LEFT, pos=window.viewer.point_of(row, column).toPoint())
        qtbot.waitUntil(window.hints.palette.isVisible)
        wait_until_idle()
        window.hints.palette.ab_chosen.emit(60.0, 40.0)
        window.hints.palette.hide()
        wait_until_idle()

    return run


def test_a_color_stays_on_its_thing_when_the_photo_is_turned(marked, set_color, wait_until_idle):
    set_color(marked, 25 / 120, 40 / 200)
    marked.actions_by_name["rotate-right"].trigger()
    wait_until_idle()
    (hint,) = recipe_of(marked).coloring.hints
    assert (hint.row, hint.column) == pytest.approx((40 / 200, 95 / 120), abs=0.02)
    assert shown_gray(marked, hint.row, hint.column) > 200
    (mark,) = marked.viewer.hint_tool.marks
    assert (mark.row, mark.column) == (hint.row, hint.column)
    assert len(marked.coloring.document.developed.recipe.coloring.hints) == 1


def test_colors_are_set_in_a_crop_that_stands_aslant(marked, set_color, wait_until_idle):
    viewer, wanted = marked.viewer, (30 / 120, 45 / 200)
    marked.actions_by_name["crop"].trigger()
    viewer.crop_tool.begin(Crop(10.0, row=0.4, column=0.4, height=0.6, width=0.6))
    press(viewer, Qt.Key.Key_Return)
    wait_until_idle()
    assert shown_gray(marked, *wanted) > 200
    assert shown_gray(marked, 0.5, 0.5) < 60
    set_color(marked, *wanted)
    (hint,) = recipe_of(marked).coloring.hints
    assert (hint.row, hint.column) == pytest.approx(wanted, abs=0.02)
    marked.hints.palette.hide()
    QTest.mouseClick(viewer, LEFT, pos=viewer.point_of(0.74, 0.74).toPoint())
    assert not marked.hints.palette.isVisible()  # that is not shown of the photo


def listed(window):
    return window.adjust.hints.list.item(0).text()


def test_the_list_names_the_place_in_what_is_seen_of_the_photo(marked, set_color, wait_until_idle):
    set_color(marked, 30 / 120, 50 / 200)
    assert "at 25 %, 25 %" in listed(marked)
    marked.actions_by_name["crop"].trigger()
    marked.viewer.crop_tool.begin(Crop(row=0.25, column=0.25, height=0.5, width=0.5))
    press(marked.viewer, Qt.Key.Key_Return)
    wait_until_idle()
    assert "at 50 %, 50 %" in listed(marked)
    marked.actions_by_name["crop"].trigger()
    marked.viewer.crop_tool.begin(Crop(row=0.5, column=0.25, height=1.0, width=0.5))
    press(marked.viewer, Qt.Key.Key_Return)
    wait_until_idle()
    assert "at 50 %, 25 %" in listed(marked)
    marked.actions_by_name["rotate-right"].trigger()
    wait_until_idle()
    assert "at 75 %, 50 %" in listed(marked)
    marked.actions_by_name["crop"].trigger()
    marked.viewer.crop_tool.begin(Crop(row=0.8, column=0.5, height=0.3, width=1.0))
    press(marked.viewer, Qt.Key.Key_Return)
    wait_until_idle()
    assert "outside the crop" in listed(marked)
    for _ in range(4):
        marked.actions_by_name["undo"].trigger()
        wait_until_idle()
    assert "at 25 %, 25 %" in listed(marked)
