"""From photo to photo by keys and commands."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.gestures import drop, files


@pytest.fixture
def three(qtbot, window, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    return window


def turn(qtbot, window, act, title):
    with qtbot.waitSignal(window.opener.shown):
        act()
    assert window.windowTitle().startswith(title)


def test_the_next_and_the_previous_photo(qtbot, three):
    command = three.actions_by_name
    turn(qtbot, three, command["next-photo"].trigger, "scan-2.png")
    three.viewer.setFocus()
    key = Qt.Key.Key_PageDown
    turn(qtbot, three, lambda: QTest.keyClick(three.viewer, key), "scan-10.png")
    command["next-photo"].trigger()  # there is none
    turn(qtbot, three, command["previous-photo"].trigger, "scan-2.png")
    assert len(three.filmstrip.selectedItems()) == 1


def test_one_photo_has_no_next_one(opened):
    assert not opened.actions_by_name["next-photo"].isEnabled()


def test_the_window_fills_the_screen_and_no_longer(opened):
    full = opened.actions_by_name["full-screen"]
    full.trigger()
    assert opened.isFullScreen()
    full.trigger()
    assert not opened.isFullScreen()


def test_a_window_that_the_system_makes_small_again_is_not_ticked_as_full(opened):
    full = opened.actions_by_name["full-screen"]
    full.trigger()
    opened.showNormal()
    assert not full.isChecked()
    full.trigger()
    assert opened.isFullScreen()


def test_a_photo_that_does_not_open_is_passed(qtbot, window, scans, tmp_path):
    photos = sorted(scans.glob("scan-*.png"))
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0], bad, photos[1]))
    following = window.actions_by_name["next-photo"].trigger
    with qtbot.waitSignal(window.opener.kept):
        following()
    assert window.windowTitle().startswith(photos[0].name)
    turn(qtbot, window, following, photos[1].name)
    back = window.actions_by_name["previous-photo"].trigger
    with qtbot.waitSignal(window.opener.kept):
        back()
    turn(qtbot, window, back, photos[0].name)
    with qtbot.waitSignal(window.opener.kept):
        following()  # tried again: it may have been mended
