"""Uncertain areas: what they look like, what they mean, and a way through them."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop.jobs.doubt_tasks import outlines
from desktop.widgets.viewer.overlay import DOUBT_COLOR
from tests.desktop.editing.hinting import offered

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def doubting(qtbot, hinting_window):
    """The window with uncertain areas shown."""
    window = hinting_window
    window.actions_by_name["doubt"].trigger()
    qtbot.waitUntil(lambda: window.viewer._overlay.doubt is not None)
    assert len(window.viewer._overlay.questions) > 1
    return window


def test_an_area_is_outlined_where_doubt_begins_to_be_seen():
    doubt = np.full((60, 80), 80, np.uint8)
    doubt[10:40, 20:60] = 220
    (line,) = outlines(doubt)
    rows, columns = (sorted(values) for values in zip(*line, strict=True))
    assert (rows[0], rows[-1]) == pytest.approx((10 / 60, 40 / 60), abs=0.04)
    assert (columns[0], columns[-1]) == pytest.approx((20 / 80, 60 / 80), abs=0.04)


def test_what_is_sure_and_what_is_tiny_has_no_outline():
    doubt = np.full((200, 200), 80, np.uint8)
    assert outlines(doubt) == ()
    doubt[5:7, 5:7] = 255
    assert outlines(doubt) == ()
    assert len(outlines(np.full((200, 200), 255, np.uint8))) == 1


def test_the_outline_is_strong_and_only_over_what_is_colored(doubting):
    viewer, color = doubting.viewer, QColor(DOUBT_COLOR)
    line = ((0.2, 0.1), (0.2, 0.9), (0.8, 0.9), (0.8, 0.1))
    viewer.show_doubt(None, (), (line,))

    def is_line(row, column):
        at = viewer.point_of(row, column).toPoint()
        seen = viewer.grab().toImage().pixelColor(at)
        return abs(seen.red() - color.red()) + abs(seen.green() - color.green()) < 40

    assert is_line(0.2, 0.3)
    assert is_line(0.5, 0.9)
    viewer.split = 0.5
    assert not is_line(0.2, 0.3)
    assert is_line(0.5, 0.9)


def test_a_legend_says_what_is_hatched_as_long_as_it_is(qtbot, doubting):
    bar = doubting._workspace.doubt_bar
    assert bar.isVisible()
    assert bar.legend.text() == "Hatched: the model was unsure of the color here."
    doubting.actions_by_name["doubt"].trigger()
    assert bar.isHidden()
    assert not doubting.actions_by_name["next-doubt"].isEnabled()


def test_areas_are_stepped_through_by_buttons_and_keys(qtbot, doubting):
    bar, overlay = doubting._workspace.doubt_bar, doubting.viewer._overlay
    count = len(overlay.questions)
    assert bar.place.text() == f"1 of {count}"
    assert overlay.asked == 0
    qtbot.mouseClick(bar.next, LEFT)
    assert (bar.place.text(), overlay.asked) == (f"2 of {count}", 1)
    doubting.activateWindow()
    qtbot.waitUntil(doubting.isActiveWindow)
    qtbot.keyClick(doubting.viewer, Qt.Key.Key_U, Qt.KeyboardModifier.ShiftModifier)
    assert overlay.asked == 0
    qtbot.mouseClick(bar.previous, LEFT)
    assert (bar.place.text(), overlay.asked) == (f"{count} of {count}", count - 1)
    qtbot.keyClick(doubting.viewer, Qt.Key.Key_U)
    assert overlay.asked == 0


def test_an_area_that_is_stepped_to_comes_into_view(qtbot, doubting):
    viewer = doubting.viewer
    viewer.set_zoom(40)
    for _ in viewer._overlay.questions:
        qtbot.mouseClick(doubting._workspace.doubt_bar.next, LEFT)
        place = viewer._overlay.questions[viewer._overlay.asked]
        assert viewer.rect().contains(viewer.point_of(*place).toPoint())


def test_the_color_of_an_area_can_be_set_from_the_bar(qtbot, doubting):
    qtbot.mouseClick(doubting._workspace.doubt_bar.next, LEFT)
    place = doubting.viewer._overlay.questions[1]
    qtbot.mouseClick(doubting._workspace.doubt_bar.color, LEFT)
    qtbot.waitUntil(lambda: doubting.hints.palette.isVisible() and offered(doubting))
    assert doubting.viewer.hint_tool.spot == place
    doubting.hints.palette.hide()


def test_a_screen_reader_hears_which_area_it_is(qtbot, doubting, monkeypatch):
    said = []
    monkeypatch.setattr(
        "desktop.widgets.bars.doubt_bar.announce", lambda _, text: said.append(text)
    )
    qtbot.mouseClick(doubting._workspace.doubt_bar.next, LEFT)
    count = len(doubting.viewer._overlay.questions)
    assert said == [f"Uncertain area 2 of {count}"]
