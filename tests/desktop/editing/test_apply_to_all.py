"""The sliders of one photo, applied to all that are open."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import dialogs
from engine.files.image_io import read_photo
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import drop, files, show_photo
from tests.desktop.recipes import recipe_of


@pytest.fixture
def opened(qtbot, window, scans):
    """Three photos, the first shown."""
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    return window


def test_sliders_can_be_applied_to_all_photos(qtbot, opened):
    opened.adjust.rows["warmth"].box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    show_photo(qtbot, opened, 2)
    assert opened.adjust.rows["warmth"].value == 40


def warmths(window):
    return [item.recipe.grade.warmth for item in window.album.items]


def test_one_undo_takes_sliders_back_on_all_photos_and_one_redo_gives_them_again(qtbot, opened):
    show_photo(qtbot, opened, 1)
    show_photo(qtbot, opened, 0)
    opened.adjust.rows["warmth"].box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    assert warmths(opened) == [0.4] * 3
    assert opened.messages.text == "2 other photos have these settings now."
    undo, redo = opened.actions_by_name["undo"], opened.actions_by_name["redo"]
    assert undo.text() == "&Undo settings for all photos"
    undo.trigger()
    assert warmths(opened) == [0.4, 0, 0]
    assert opened.messages.text == "2 photos have their earlier settings again."
    redo.trigger()
    assert warmths(opened) == [0.4] * 3
    show_photo(qtbot, opened, 1)
    undo.trigger()  # from another photo of them
    assert warmths(opened) == [0.4, 0, 0]
    assert opened.adjust.rows["warmth"].value == 0
    show_photo(qtbot, opened, 0)
    undo.trigger()
    assert warmths(opened) == [0, 0, 0]
    assert not undo.isEnabled()


def test_the_message_takes_them_back_but_not_what_was_changed_since(qtbot, opened):
    show_photo(qtbot, opened, 1)
    show_photo(qtbot, opened, 0)
    opened.adjust.rows["warmth"].box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    button = opened.messages._action
    assert button.text() == "Undo"
    show_photo(qtbot, opened, 1)
    opened.adjust.rows["warmth"].box.setValue(-20)
    opened.actions_by_name["undo"].trigger()
    opened.actions_by_name["redo"].trigger()
    show_photo(qtbot, opened, 0)
    opened.actions_by_name["undo"].trigger()
    assert warmths(opened) == [0.4, -0.2, 0]
    opened.actions_by_name["redo"].trigger()
    assert warmths(opened) == [0.4, -0.2, 0.4]

    opened.actions_by_name["apply-to-all"].trigger()
    assert warmths(opened) == [0.4] * 3
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert warmths(opened) == [0.4, -0.2, 0.4]


def test_closing_one_of_the_photos_leaves_the_step_to_the_others(qtbot, opened):
    show_photo(qtbot, opened, 1)
    opened.adjust.rows["warmth"].box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    with qtbot.waitSignal(opened.album.items[0].stack.destroyed):
        opened.album.remove([opened.album.items[0].id])
    opened.actions_by_name["undo"].trigger()
    assert warmths(opened) == [0.4, 0]


def test_thumbnails_follow_the_sliders_that_were_applied_and_taken_back(
    qtbot, opened, wait_until_idle
):
    def grays():
        wait_until_idle()
        pictures = [item.thumbnail for item in opened.album.items[1:]]
        return [picture.pixelColor(9, 9).saturation() < 12 for picture in pictures]

    qtbot.waitUntil(lambda: all(item.thumbnail is not None for item in opened.album.items))
    opened.adjust.rows["strength"].box.setValue(0)
    assert grays() == [False, False]
    opened.actions_by_name["apply-to-all"].trigger()
    assert grays() == [True, True]
    opened.actions_by_name["undo"].trigger()
    assert grays() == [False, False]


def test_applying_the_same_again_says_that_there_is_nothing_to_do(qtbot, opened):
    for row in (1, 2, 0):
        show_photo(qtbot, opened, row)
    opened.actions_by_name["apply-to-all"].trigger()
    assert opened.messages.text == "All open photos have these settings already."
    assert opened.messages._action.isHidden()
    assert not opened.actions_by_name["undo"].isEnabled()


def test_sliders_applied_to_all_can_be_taken_back_photo_by_photo(qtbot, opened):
    strength, warmth = (opened.adjust.rows[name] for name in ("strength", "warmth"))
    strength.box.setValue(30)
    show_photo(qtbot, opened, 1)
    warmth.box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    show_photo(qtbot, opened, 0)
    undo, redo = opened.actions_by_name["undo"], opened.actions_by_name["redo"]
    seen = []
    for step in (undo, undo, redo, redo):
        step.trigger()
        seen.append((strength.value, warmth.value))
    assert seen == [(30, 0), (100, 0), (30, 0), (100, 40)]
    assert opened.album.items[1].recipe.grade == Grade(1.0, 0.4)


@pytest.mark.parametrize("shows", [False, True])
def test_sliders_applied_to_all_leave_what_is_kept_beside_photos_not_yet_shown(
    qtbot, window, scans, tmp_path, monkeypatch, shows
):
    write_sidecar(scans / "scan-10.png", Kept(recipe_of(Grade(0.0), model="greenish")))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    window.actions_by_name["apply-to-all"].trigger()
    if shows:
        show_photo(qtbot, window, 2)
        assert window.coloring.document.recipe == recipe_of(model="greenish")
        assert window.saver.unsaved == 1
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    with qtbot.waitSignal(window.saver.ended):
        window.actions_by_name["save-all"].trigger()
    rgb = read_photo(folder / "scan-10-color.png").rgb.astype(int)
    assert (rgb[..., 1] - rgb[..., 0]).mean() > 5  # greenish, and not gray


def test_a_photo_that_cannot_be_opened_is_not_counted(qtbot, opened, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(opened.opener.kept):
        drop(opened, files(bad))
    opened.adjust.rows["warmth"].box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    assert opened.messages.text == "2 other photos have these settings now."
