"""Between a click on a photo and the moment that it has been read: something of it is seen."""

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.jobs import reading
from desktop.state.item import State
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files, is_reddish, show_photo
from tests.tiny import gray_pixels


@pytest.fixture
def opened(qtbot, window, scans, wait_until_idle):
    """Three photos, the first shown, all with thumbnails."""
    drop(window, files(scans))
    qtbot.waitUntil(lambda: [item.state for item in window.album.items] == [State.DONE] * 3)
    wait_until_idle()
    return window


def click(window, row):
    strip = window.filmstrip
    place = strip.visualItemRect(strip.item(row)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)


def sides(window):
    """The colors painted left and right of the split line."""
    picture = window.viewer.grab().toImage()
    middle = picture.height() // 2 + 20  # below the handle
    return [picture.pixelColor(picture.width() // 2 + way, middle) for way in (-30, 30)]


@pytest.mark.parametrize("way", ["click", "key"])
def test_another_photo_is_seen_at_once_as_its_thumbnail_and_never_gray(
    qtbot, opened, engine, gate, way
):
    busy = gate()
    engine.submit(busy)
    assert busy.entered.wait(5)
    seen = []
    opened.previews.drawn.connect(lambda _: seen.append(sides(opened)))
    if way == "click":
        click(opened, 1)
    else:
        qtbot.keyClick(opened.viewer, Qt.Key.Key_PageDown)
    assert opened.viewer.is_waiting
    before, after = sides(opened)
    assert before.saturation() < 12
    assert is_reddish(after)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        busy.release.set()
    qtbot.waitUntil(lambda: opened.viewer._layers.is_colored)
    assert not opened.viewer.is_waiting
    assert all(is_reddish(after) for _, after in seen)
    assert opened.viewer._layers.stand_in is None


def test_nothing_is_done_to_the_photo_that_has_gone(qtbot, opened, engine, gate):
    opened.adjust.rows["warmth"].box.setValue(40)
    recipes = [item.recipe for item in opened.album.items]
    busy = gate()
    engine.submit(busy)
    click(opened, 1)
    opened.adjust.rows["strength"].box.setValue(10)
    opened.actions_by_name["undo"].trigger()
    opened.actions_by_name["rotate-left"].trigger()
    opened.actions_by_name["close-photo"].trigger()
    QTest.mouseClick(opened.viewer, Qt.MouseButton.LeftButton)
    assert [item.recipe for item in opened.album.items] == recipes
    with qtbot.waitSignal(opened.coloring.photo_colored):
        busy.release.set()
    assert opened.adjust.rows["strength"].value == 100
    show_photo(qtbot, opened, 0)
    assert opened.adjust.rows["warmth"].value == 40
    assert opened.actions_by_name["undo"].isEnabled()


def test_who_comes_back_before_it_was_read_sees_the_photo_again(qtbot, opened, engine, gate):
    busy = gate()
    engine.submit(busy)
    click(opened, 1)
    assert opened.viewer.is_waiting
    click(opened, 0)
    assert not opened.viewer.is_waiting
    assert is_reddish(sides(opened)[1])  # of its thumbnail
    with qtbot.waitSignal(opened.previews.drawn):
        busy.release.set()
    qtbot.waitUntil(lambda: opened.viewer._layers.is_colored)
    opened.adjust.rows["strength"].box.setValue(10)
    assert opened.album.items[0].recipe.grade.strength == 0.1


def test_a_photo_that_cannot_be_read_leads_back_to_the_one_before(qtbot, opened, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(opened.opener.kept):
        drop(opened, files(bad))
    assert not opened.viewer.is_waiting
    qtbot.waitUntil(lambda: opened.viewer._layers.is_colored)


def test_the_first_photo_is_named_while_it_opens(qtbot, window, scans, engine, gate):
    busy = gate()
    engine.submit(busy)
    with qtbot.waitSignal(window.opener.awaited):
        drop(window, files(scans / "scan-1.png"))
    assert window.viewer.isVisible()
    assert window.viewer._waits_for == "Opening “scan-1.png”…"
    shown = window.viewer.grab().toImage()
    ground = shown.pixelColor(3, 3)
    middle = range(shown.width() // 2 - 60, shown.width() // 2 + 60)
    rows = range(shown.height() // 2 - 9, shown.height() // 2 + 9)
    assert any(shown.pixelColor(x, y) != ground for x in middle for y in rows)
    with qtbot.waitSignal(window.coloring.photo_colored):
        busy.release.set()
    assert window.viewer.hasFocus()


def test_a_first_photo_that_cannot_be_read_leaves_the_invitation(qtbot, window, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(window.opener.kept):
        drop(window, files(bad))
    assert window.empty.isVisible()


def test_a_photo_in_color_is_shown_as_it_is(qtbot, opened, tmp_path, wait_until_idle):
    pixels = np.random.default_rng(3).integers(0, 255, (40, 60, 3), dtype=np.uint8)
    write_photo(tmp_path / "color.png", pixels)
    with qtbot.waitSignal(opened.coloring.coloring_failed):
        drop(opened, files(tmp_path / "color.png"))
    wait_until_idle()
    show_photo(qtbot, opened, 0)
    with qtbot.waitSignal(opened.coloring.coloring_failed):
        click(opened, 3)
    assert opened.viewer._layers.stand_in is None


def test_the_neighbors_are_read_before_anybody_asks(qtbot, opened, monkeypatch, wait_until_idle):
    names = {path.name for path, _ in opened.coloring.ready}
    assert names == {"scan-2.png"}
    monkeypatch.setattr(reading, "read_photo", lambda *_, **__: pytest.fail("it is read again"))
    show_photo(qtbot, opened, 1)
    monkeypatch.undo()
    wait_until_idle()
    assert {path.name for path, _ in opened.coloring.ready} == {"scan-1.png", "scan-10.png"}


def test_a_neighbor_that_has_changed_on_the_disk_is_read_anew(qtbot, opened, scans):
    write_photo(scans / "scan-2.png", gray_pixels(50, 40), overwrite=True)
    show_photo(qtbot, opened, 1)
    assert opened.coloring.document.photo.size == (50, 40)


def test_a_picture_pasted_while_another_photo_is_read_is_not_seen_as_that(
    qtbot, opened, engine, gate
):
    busy = gate()
    engine.submit(busy)
    click(opened, 1)
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF808080)
    QApplication.clipboard().setImage(picture)
    opened.actions_by_name["paste"].trigger()
    assert not opened.viewer.is_waiting
    assert opened.filmstrip.currentRow() == 0
    with qtbot.waitSignal(opened.opener.shown):
        busy.release.set()
    assert opened.viewer._layers.stand_in is None


def test_page_keys_step_through_the_photos_from_the_filmstrip_too(qtbot, opened, wait_until_idle):
    strip = opened.filmstrip
    click(opened, 0)
    wait_until_idle()
    strip.setFocus()
    for key, row in ((Qt.Key.Key_PageDown, 1), (Qt.Key.Key_PageUp, 0)):
        QTest.keyClick(strip, key)
        qtbot.waitUntil(lambda row=row: strip.currentRow() == row)
