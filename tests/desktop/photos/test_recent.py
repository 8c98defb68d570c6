"""The photos that were opened last, in the File menu."""

import pytest

from desktop.app.recent_menu import RecentMenu
from desktop.state import settings as keys
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files, show_photo
from tests.tiny import gray_pixels


@pytest.fixture
def menu(window):
    return window.findChild(RecentMenu)


def names(menu):
    return [action.text() for action in menu.actions() if not action.isSeparator()][:-1]


def test_photos_that_were_shown_are_listed_the_newest_first(qtbot, window, menu, scans):
    assert not menu.menuAction().isEnabled()
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    show_photo(qtbot, window, 2)
    assert names(menu) == ["scan-10.png", "scan-1.png"]
    show_photo(qtbot, window, 0)
    assert names(menu) == ["scan-1.png", "scan-10.png"]


def test_photos_of_one_name_are_told_apart_by_their_folders(menu, settings):
    stored = '["/here/a/scan.png", "/here/b/scan.png", "/here/b/other.png"]'
    settings.set(keys.RECENT_PHOTOS, stored)
    assert names(menu) == ["scan.png in a", "scan.png in b", "other.png"]


def test_one_is_opened_again(qtbot, window, menu, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png"))
    window.actions_by_name["close-photo"].trigger()
    with qtbot.waitSignal(window.coloring.photo_colored):
        menu.actions()[0].trigger()
    assert window.windowTitle().startswith("scan-1.png")


def test_what_is_gone_is_said_and_forgotten(qtbot, window, menu, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png"))
    window.actions_by_name["close-photo"].trigger()
    (scans / "scan-1.png").unlink()
    with qtbot.waitSignal(menu.told):
        menu.actions()[0].trigger()
    assert window.messages.text == "“scan-1.png” is no longer there."
    assert names(menu) == []
    assert window.empty.isVisible()


def test_at_most_ten_are_kept_and_all_can_be_forgotten(qtbot, window, menu, tmp_path, settings):
    for number in range(12):
        write_photo(tmp_path / f"{number}.png", gray_pixels(20, 30))
        with qtbot.waitSignal(window.coloring.photo_colored):
            drop(window, files(tmp_path / f"{number}.png"))
    assert names(menu) == [f"{number}.png" for number in range(11, 1, -1)]
    menu.actions()[-1].trigger()
    assert names(menu) == []
    assert settings.get(keys.RECENT_PHOTOS) == "[]"
    assert not menu.menuAction().isEnabled()


@pytest.mark.parametrize("stored", ["", "{}", "[1, null]", "[[[["])
def test_a_list_that_somebody_edited_is_no_list(window, menu, settings, stored):
    settings.set(keys.RECENT_PHOTOS, stored)
    assert names(menu) == []
