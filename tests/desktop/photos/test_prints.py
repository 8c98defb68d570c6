"""A scan with several prints becomes several photos, as a user does it in the window."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import dialogs
from desktop.photos.session_json import session_from_json, session_to_json
from engine.files.image_io import read_photo, write_photo
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Orientation
from tests.desktop.gestures import drop, files, show_photo, told
from tests.engine.restoration.test_geometry import print_of, scan_of

SIZES = ((150, 200), (120, 190))


@pytest.fixture
def bed(tmp_path):
    prints = [
        (print_of(size=SIZES[1]), (450, 360), -4.0),
        (print_of("coffee", size=SIZES[0]), (150, 130), 2.0),
    ]
    scan = scan_of(prints, size=(480, 620))
    write_photo(tmp_path / "bed.png", np.repeat(scan, 3, axis=2))
    return tmp_path / "bed.png"


@pytest.fixture
def scanned(qtbot, window, bed, wait_until_idle):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(bed))
    wait_until_idle()
    return window


@pytest.fixture
def taken(qtbot, scanned, wait_until_idle):
    """The window after the offer was taken."""
    with qtbot.waitSignal(scanned.coloring.photo_colored):
        QTest.mouseClick(scanned.messages._action, Qt.MouseButton.LeftButton)
    wait_until_idle()
    return scanned


def test_a_scan_of_several_prints_offers_to_open_each(scanned):
    assert "This scan holds 2 photos" in scanned.messages.text
    assert scanned.messages._action.text() == "Open as 2 photos"


def test_a_single_photo_offers_nothing(opened, wait_until_idle):
    wait_until_idle()
    assert opened.messages.text == ""


def test_each_print_is_a_photo_of_its_own(taken):
    whole, first, second = taken.album.items
    assert [item.name for item in taken.album.items] == ["bed.png", "bed-1.png", "bed-2.png"]
    assert taken.album.current is first
    assert taken.windowTitle().startswith("bed-1.png")
    assert taken.viewer._view.frame.size == pytest.approx(SIZES[0], abs=6)
    assert taken.messages.text == ""  # it is not asked about one of them again
    assert not first.has_unsaved_work
    assert whole.recipe == Recipe()
    assert second.recipe.crop != first.recipe.crop
    own_size = taken.coloring.model.input_size
    assert first.recipe.coloring.size > 2 * own_size  # so much of it as of a photo of its own
    assert not taken.actions_by_name["keep-settings"].isEnabled()  # that is the scan's file


def test_what_is_decided_about_one_print_leaves_the_other(qtbot, taken, wait_until_idle):
    taken.actions_by_name["rotate-right"].trigger()
    wait_until_idle()
    show_photo(qtbot, taken, 2)
    wait_until_idle()
    assert taken.coloring.document.recipe.orientation == Orientation()
    assert taken.viewer._view.frame.size == pytest.approx(SIZES[1], abs=6)
    show_photo(qtbot, taken, 1)
    wait_until_idle()
    assert taken.viewer._view.frame.size == pytest.approx(SIZES[0][::-1], abs=6)


def test_all_prints_are_saved_under_names_of_their_own(
    qtbot, taken, tmp_path, monkeypatch, wait_until_idle
):
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    taken.actions_by_name["save-all"].trigger()
    told(qtbot, taken)
    wait_until_idle()
    qtbot.waitUntil(lambda: len(list(folder.iterdir())) == 3)
    assert sorted(path.name for path in folder.iterdir()) == [
        "bed-1-color.png",
        "bed-2-color.png",
        "bed-color.png",
    ]
    assert read_photo(folder / "bed-2-color.png").size == pytest.approx(SIZES[1], abs=6)


def test_opening_them_again_adds_none_and_changes_none(qtbot, taken, wait_until_idle):
    show_photo(qtbot, taken, 0)
    wait_until_idle()
    with qtbot.waitSignal(taken.coloring.photo_colored):
        taken.actions_by_name["open-prints"].trigger()
    wait_until_idle()
    assert len(taken.album.items) == 3
    assert taken.album.current is taken.album.items[1]


def test_a_photo_that_fills_its_scan_is_not_split_and_that_is_said(qtbot, opened, wait_until_idle):
    noise = np.random.default_rng(1).integers(0, 255, (90, 120, 3), np.uint8)
    opened.coloring.document.photo.pixels[...] = np.resize(
        noise, opened.coloring.document.photo.pixels.shape
    )
    opened.actions_by_name["open-prints"].trigger()
    wait_until_idle()
    assert "No print was found" in opened.messages.text
    assert len(opened.album.items) == 1


def test_a_crash_leaves_each_print_as_it_was(qtbot, taken, wait_until_idle):
    remembered = taken._journal._photos()
    again = session_from_json(session_to_json(remembered))
    assert again == remembered
    taken.actions_by_name["close-photo"].trigger()
    taken.opener.close([item.id for item in taken.album.items])
    taken.opener.reopen(again)
    wait_until_idle()
    assert [item.name for item in taken.album.items] == ["bed.png", "bed-1.png", "bed-2.png"]
    assert [item.recipe for item in taken.album.items] == [one.kept.recipe for one in again]
