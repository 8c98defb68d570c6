"""What the filmstrip says about photos, how it is sorted, and what of it is shown."""

import os

import pytest
from PIL import ExifTags, Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.widgets.strip.strip_bar import Order, Shown
from engine.files.image_io import write_photo
from tests.desktop.gestures import choose, drop, files, save, show_photo
from tests.tiny import gray_pixels


@pytest.fixture
def opened(qtbot, window, scans):
    """Three photos, the first shown: 1, 2 and 10."""
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    return window


def bar(window):
    return window._workspace.strip_bar


def said(window, row):
    return window.filmstrip.item(row).data(Qt.ItemDataRole.AccessibleTextRole)


def names(window):
    strip = window.filmstrip
    shown = (strip.item(row) for row in range(strip.count()))
    return [entry.text() for entry in shown if not entry.isHidden()]


def ink(window, row, corner):
    """Whether anything is drawn in a corner of a thumbnail, over its dark ground."""
    icon = window.filmstrip.item(row).icon().pixmap(112, 84).toImage()
    x, y = {"right": 98, "left": 5}[corner[1]], {"top": 5, "bottom": 64}[corner[0]]
    colors = {icon.pixelColor(x + i, y + j).name() for i in range(9) for j in range(15)}
    return "#ffd23c" in colors or "#ffffff" in colors


def test_what_was_edited_saved_and_flagged_is_seen_and_said(qtbot, opened, tmp_path, monkeypatch):
    opened.adjust.rows["warmth"].box.setValue(20)
    assert said(opened, 0) == "scan-1.png: colored, edited"
    assert "edited" in opened.filmstrip.item(0).toolTip()
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved):
        save(opened)
    assert said(opened, 0) == "scan-1.png: colored, edited, saved"
    opened.viewer.setFocus()
    qtbot.keyClick(opened.viewer, Qt.Key.Key_F)
    assert said(opened, 0) == "scan-1.png: colored, edited, saved, flagged"
    assert opened.actions_by_name["flag"].isChecked()
    assert ink(opened, 0, ("top", "right"))
    assert ink(opened, 0, ("bottom", "left"))
    assert ink(opened, 0, ("bottom", "right"))
    opened.adjust.rows["warmth"].box.setValue(30)
    opened.actions_by_name["flag"].trigger()
    assert said(opened, 0) == "scan-1.png: colored, edited"
    opened.actions_by_name["undo"].trigger()
    opened.actions_by_name["undo"].trigger()
    assert said(opened, 0) == "scan-1.png: colored"


def test_whether_a_photo_is_flagged_is_ticked_for_each(qtbot, opened):
    flag = opened.actions_by_name["flag"]
    flag.trigger()
    show_photo(qtbot, opened, 1)
    assert not flag.isChecked()
    show_photo(qtbot, opened, 0)
    assert flag.isChecked()
    assert [item.flagged for item in opened.album.items] == [True, False, False]


def test_photos_are_sorted_and_keep_the_order_for_those_that_come_later(
    qtbot, opened, tmp_path, scans
):
    for age, name in enumerate(("scan-10.png", "scan-1.png", "scan-2.png")):
        os.utime(scans / name, (age, age))
    orders = bar(opened).orders
    orders[Order.DATE].trigger()
    qtbot.waitUntil(lambda: names(opened) == ["scan-10.png", "scan-1.png", "scan-2.png"])
    assert opened.filmstrip.currentItem().text() == "scan-1.png"
    orders[Order.NAME].trigger()
    assert names(opened) == ["scan-1.png", "scan-2.png", "scan-10.png"]
    write_photo(tmp_path / "album.png", gray_pixels(20, 30))
    with qtbot.waitSignal(opened.coloring.photo_colored):
        drop(opened, files(tmp_path / "album.png"))
    assert names(opened)[0] == "album.png"
    orders[Order.OPENED].trigger()
    assert names(opened)[-1] == "album.png"


def test_when_a_photo_was_taken_counts_more_than_when_its_file_was_changed(qtbot, opened, scans):
    taken = {"scan-1.png": "1999:05:01 10:00:00", "scan-2.png": "1960:12:24 18:00:00"}
    for name, date in taken.items():
        with Image.open(scans / name) as image:
            image.load()
            exif = image.getexif()
            exif[ExifTags.IFD.Exif] = {ExifTags.Base.DateTimeOriginal: date}
            image.save(scans / name, exif=exif)
    os.utime(scans / "scan-10.png", (3e8, 3e8))  # in 1979
    bar(opened).orders[Order.DATE].trigger()
    qtbot.waitUntil(lambda: names(opened) == ["scan-2.png", "scan-10.png", "scan-1.png"])


def test_a_photo_moved_by_hand_ends_the_order(opened):
    bar(opened).orders[Order.NAME].trigger()
    ids = [item.id for item in opened.album.items]
    opened.filmstrip.arranged.emit([ids[2], ids[0], ids[1]])
    assert names(opened) == ["scan-10.png", "scan-1.png", "scan-2.png"]
    assert not any(action.isChecked() for action in bar(opened).orders.values())


def test_what_needs_a_look_comes_first(qtbot, opened, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(opened.opener.kept):
        drop(opened, files(bad))
    show_photo(qtbot, opened, 2)
    opened.actions_by_name["flag"].trigger()
    show_photo(qtbot, opened, 1)
    opened.adjust.rows["warmth"].box.setValue(20)
    bar(opened).orders[Order.REVIEW].trigger()
    assert names(opened) == ["bad.png", "scan-10.png", "scan-2.png", "scan-1.png"]


def test_a_filter_leaves_photos_out_and_keys_pass_them(qtbot, opened):
    opened.actions_by_name["flag"].trigger()
    show_photo(qtbot, opened, 2)
    opened.actions_by_name["flag"].trigger()
    filters = bar(opened).filters
    filters[Shown.FLAGGED].trigger()
    assert names(opened) == ["scan-1.png", "scan-10.png"]
    assert bar(opened).filter.text() == "Flagged"
    assert bar(opened).note.text() == "1 hidden"
    with qtbot.waitSignal(opened.opener.shown):
        qtbot.keyClick(opened.viewer, Qt.Key.Key_PageUp)
    assert opened.windowTitle().startswith("scan-1.png")
    opened.actions_by_name["flag"].trigger()
    assert names(opened) == ["scan-1.png", "scan-10.png"]  # what is shown stays in the row
    filters[Shown.ALL].trigger()
    assert len(names(opened)) == 3
    assert bar(opened).note.text() == ""


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (Shown.FLAGGED, "No flagged photos"),
        (Shown.EDITED, "No edited photos"),
        (Shown.NOT_SAVED, "No unsaved photos"),
    ],
)
def test_where_no_photo_is_of_a_kind_that_is_said_and_a_button_shows_all(
    qtbot, opened, shown, words
):
    if shown is Shown.NOT_SAVED:
        for item in opened.album.items:
            item.saved_look = item.recipe, item.page
    bar(opened).filters[shown].trigger()
    assert bar(opened).note.text() == words
    assert names(opened) == ["scan-1.png"]  # what is shown stays
    qtbot.mouseClick(bar(opened).all, Qt.MouseButton.LeftButton)
    assert len(names(opened)) == 3
    assert (bar(opened).note.text(), bar(opened).all.isHidden()) == ("", True)
    assert bar(opened).filter.text() == "Show"


def test_a_photo_that_becomes_of_the_kind_takes_the_note_away(opened):
    bar(opened).filters[Shown.FLAGGED].trigger()
    opened.actions_by_name["flag"].trigger()
    assert bar(opened).note.text() == "2 hidden"
    assert bar(opened).all.isHidden()


def test_what_is_hidden_is_not_selected(qtbot, opened):
    opened.filmstrip.selectAll()
    assert bar(opened).note.text() == "3 selected: sliders move for all"
    opened.actions_by_name["flag"].trigger()
    show_photo(qtbot, opened, 1)
    opened.actions_by_name["flag"].trigger()
    show_photo(qtbot, opened, 0)
    opened.filmstrip.selectAll()
    bar(opened).filters[Shown.FLAGGED].trigger()
    opened.adjust.rows["warmth"].box.setValue(20)
    hidden = [item for item in opened.album.items if not item.flagged]
    assert len(hidden) == 1
    assert hidden[0].recipe.grade.warmth == 0


def test_there_is_no_bar_beside_one_photo(qtbot, window, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png"))
    assert bar(window).isHidden()


def test_a_choice_can_be_made_with_the_keyboard(qtbot, opened):
    button = bar(opened).filter
    menu = button.menu()
    menu.popup(opened.mapToGlobal(opened.rect().center()))
    for _ in range(2):
        QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert button.text() == "Edited"


def test_a_photo_that_is_hidden_keeps_its_place_when_others_are_moved(qtbot, opened):
    opened.actions_by_name["flag"].trigger()
    show_photo(qtbot, opened, 2)
    opened.actions_by_name["flag"].trigger()
    bar(opened).filters[Shown.FLAGGED].trigger()
    strip = opened.filmstrip
    moved = strip.visualItemRect(strip.item(0)).topLeft()
    moved.setX(strip.visualItemRect(strip.item(2)).right() + 20)
    strip.setPositionForIndex(moved, strip.indexFromItem(strip.item(0)))
    names_seen = [entry.text() for entry in strip._as_seen()]
    assert names_seen == ["scan-10.png", "scan-2.png", "scan-1.png"]


def test_all_that_are_seen_are_selected_and_no_others(qtbot, opened):
    opened.actions_by_name["flag"].trigger()
    bar(opened).filters[Shown.FLAGGED].trigger()
    opened.filmstrip.setFocus()
    qtbot.keyClick(opened.filmstrip, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert opened.filmstrip.selected_ids == [opened.album.current.id]
