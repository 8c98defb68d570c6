"""Files with several pages: the largest is shown, and the user may turn to another."""

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from desktop import dialogs
from desktop.editing.coloring import Phase
from desktop.jobs.engine_tasks import open_photo
from desktop.photos.session_json import Remembered
from desktop.state.item import State
from engine.cancel import CancelToken
from engine.files.image_io import read_photo, write_photo
from engine.photo.photo import ReadLoss
from engine.recipe.hint import Hint
from engine.recipe.recipe_json import page_from_json
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import choose, drop, files, save
from tests.desktop.recipes import recipe_of
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

HEIGHTS = (20, 40, 30)


@pytest.fixture
def album_page(tmp_path):
    """A scanned page of an album: three pictures in one file, the second the largest."""
    first, *others = (
        Image.fromarray(np.full((height, 60), 60 + height, np.uint8)) for height in HEIGHTS
    )
    first.save(tmp_path / "album.tif", save_all=True, append_images=others)
    return tmp_path / "album.tif"


@pytest.fixture
def turned(qtbot, window, album_page, monkeypatch):
    """The window at the file's third page."""
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(album_page))
    monkeypatch.setattr(dialogs, "ask_page", lambda *_: 3)
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(window.messages._action, Qt.MouseButton.LeftButton)
    return window


def height_of(window):
    return window.coloring.document.photo.size[0]


def test_a_photo_knows_its_page(album_page):
    largest, first = read_photo(album_page), read_photo(album_page, page=1)
    assert (largest.page, largest.pages, first.page) == (2, 3, 1)
    assert ReadLoss.PAGES in largest.reductions
    assert ReadLoss.PAGES not in first.reductions


def test_the_note_offers_another_page(qtbot, window, album_page, monkeypatch):
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(album_page))
    assert window.messages.text == "This is page 2 of 3."
    asked = []
    monkeypatch.setattr(dialogs, "ask_page", lambda _, *pages: asked.append(pages))
    qtbot.mouseClick(window.messages._action, Qt.MouseButton.LeftButton)
    assert asked == [(2, 3)]
    assert height_of(window) == 40


def test_the_chosen_page_is_shown_and_saved(qtbot, turned, monkeypatch, tmp_path):
    assert height_of(turned) == 30
    assert turned.messages.text == "This is page 3 of 3."
    assert turned.saver.unsaved == 0
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(turned.exports.saved):
        save(turned)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    with qtbot.waitSignal(turned.exports.saved) as saved:
        turned.actions_by_name["save-all"].trigger()
    assert read_photo(tmp_path / "out.png").size == read_photo(saved.args[0]).size == (30, 60)


def test_the_thumbnail_is_of_the_chosen_page(qtbot, turned):
    item = turned.album.current
    qtbot.waitUntil(lambda: item.thumbnail is not None)
    assert item.thumbnail.height() == 30


def test_a_thumbnail_of_the_page_before_is_not_taken(qtbot, turned):
    item = turned.album.current
    qtbot.waitUntil(lambda: item.thumbnail is not None)
    made, item.thumbnail = item.thumbnail, None
    late = QImage(60, 40, QImage.Format.Format_RGB888)
    turned.thumbnails._on_made(item, (Kept(), "", False), late)
    assert item.thumbnail is None
    turned.thumbnails._next()
    qtbot.waitUntil(lambda: item.thumbnail is not None)  # made anew
    assert item.thumbnail == made


def test_another_page_keeps_the_sliders_and_not_the_hints(qtbot, turned, monkeypatch):
    turned.adjust.rows["strength"].box.setValue(50)
    turned.hints._change("hint", (Hint(0.5, 0.5, (10.0, 10.0)),))
    monkeypatch.setattr(dialogs, "ask_page", lambda *_: 1)
    with qtbot.waitSignal(turned.opener.shown):
        turned.actions_by_name["page"].trigger()
    assert turned.album.current.kept == Kept(recipe_of(Grade(0.5)), 1)
    assert not turned.actions_by_name["undo"].isEnabled()


def test_turning_asks_when_set_colors_would_be_lost(qtbot, turned, monkeypatch):
    asked = []
    monkeypatch.setattr(dialogs, "ask_lose_colors", lambda *_: asked.append(1))
    turned.hints._change("hint", (Hint(0.5, 0.5, (10.0, 10.0)),))
    monkeypatch.setattr(dialogs, "ask_page", lambda *_: 1)
    turned.actions_by_name["page"].trigger()
    assert asked == [1]
    assert not [job for job in turned.coloring.activities if job.stage is Phase.OPENING]
    with qtbot.waitSignal(turned.exports.saved):
        turned.actions_by_name["keep-settings"].trigger()
    with qtbot.waitSignal(turned.opener.shown):
        turned.actions_by_name["page"].trigger()
    assert asked == [1]


def test_a_page_that_cannot_be_read_leaves_the_one_that_is_shown(
    qtbot, turned, album_page, monkeypatch
):
    item = turned.album.current
    qtbot.waitUntil(lambda: item.thumbnail is not None)
    album_page.write_bytes(album_page.read_bytes()[:40])
    monkeypatch.setattr(dialogs, "ask_page", lambda *_: 1)
    with qtbot.waitSignal(turned.coloring.opening_failed):
        turned.actions_by_name["page"].trigger()
    assert "album.tif" in turned.messages.text
    assert height_of(turned) == 30
    assert item.error is None
    assert item.page == 3


def test_the_journal_and_the_file_beside_remember_the_page(qtbot, turned, sessions, album_page):
    turned._journal.write()
    assert turned.wait(PATIENCE)
    journal = next(sessions.glob("*.json")).read_text()
    assert '"page": 3' in journal
    with qtbot.waitSignal(turned.exports.saved):
        turned.actions_by_name["keep-settings"].trigger()
    opened = open_photo(album_page, None)(CancelToken(), lambda _: None)
    assert (opened.photo.page, opened.kept.page) == (3, 3)


def test_a_photo_of_one_page_offers_no_other(opened):
    assert not opened.actions_by_name["page"].isEnabled()
    assert opened.messages.text == ""


@pytest.mark.parametrize("page", [0, 501, "2", 1.5, True])
def test_what_is_no_page_is_refused(page):
    with pytest.raises(ValueError, match="page"):
        page_from_json({"page": page})


@pytest.mark.parametrize("pages", [1, 2])
def test_a_page_that_the_look_beside_names_in_vain_is_told_and_the_largest_shown(
    qtbot, window, album_page, pages
):
    """The scan was made anew, or somebody else's file lies there."""
    hint = Hint(0.5, 0.5, (10.0, 10.0))
    write_sidecar(album_page, Kept(recipe_of(Grade(0.5), hints=(hint,)), 3))
    with Image.open(album_page) as page:
        page.seek(1)
        page.copy().save(album_page, save_all=True, append_images=[page.copy()] * (pages - 1))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(album_page))
    assert window.messages.text == ("“album.tif” no longer has page 3; its largest page is shown.")
    assert height_of(window) == 40
    assert window.album.current.kept == Kept(recipe_of(Grade(0.5)), 1)


def test_a_page_that_is_gone_after_a_crash_is_told_and_the_largest_shown(qtbot, window, album_page):
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.reopen([Remembered(album_page, Kept(recipe_of(), 4))])
    assert "no longer has page 4" in window.messages.text
    assert (height_of(window), window.album.current.page) == (40, 2)


def test_a_page_that_is_gone_keeps_no_photo_from_being_saved_with_all(
    qtbot, window, album_page, monkeypatch, tmp_path
):
    """A photo that was never shown is saved as it would be shown."""
    other = tmp_path / "other.tif"
    hint = Hint(0.5, 0.5, (10.0, 10.0))
    write_sidecar(other, Kept(recipe_of(hints=(hint,)), 3))
    write_photo(other, gray_pixels(20, 30))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(album_page, other))
    qtbot.waitUntil(lambda: [item.state for item in window.album.items] == [State.DONE] * 2)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    with qtbot.waitSignal(window.saver.ended) as ended:
        window.actions_by_name["save-all"].trigger()
    assert ended.args == [f"2 photos were saved in “{tmp_path}”.", tmp_path]
    assert read_photo(tmp_path / "other-color.tif").size == (20, 30)


def test_small_pictures_of_a_page_that_is_gone_show_the_largest(qtbot, window, album_page):
    other = album_page.with_name("other.tif")
    other.write_bytes(album_page.read_bytes())
    window.opener.reopen([Remembered(album_page, Kept()), Remembered(other, Kept(recipe_of(), 9))])
    qtbot.waitUntil(lambda: [item.state for item in window.album.items] == [State.DONE] * 2)


def test_that_a_file_has_changed_is_said_also_of_one_with_several_pages(qtbot, window, album_page):
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.reopen([Remembered(album_page, Kept(recipe_of(), 3), "0" * 64)])
    assert "has changed since" in window.messages.text
