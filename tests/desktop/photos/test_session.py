"""A crash loses no work: the journal, and what a new window makes of it."""

import hashlib
import json
import os
import sys

import numpy as np
import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtGui import QCloseEvent

from desktop import dialogs
from desktop.photos.session import CrashedSessions
from desktop.photos.session_json import Remembered, session_to_json
from desktop.state.item import State
from desktop.widgets.bars.message_bar import Tone
from engine.files.image_io import read_photo, write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import drop, files, start_window
from tests.desktop.recipes import recipe_of
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

HINTS = (Hint(0.25, 0.75, (12.5, -30.0)),)
RECIPE = recipe_of(Grade(0.5, -0.25), vividness=2.0, size=300, hints=HINTS, model="greenish")
KEPT = Kept(RECIPE)


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / "grandma ☂.png", tmp_path / "b.png"]
    for path in paths:
        write_photo(path, gray_pixels(20, 30))
    return paths


def crash(window):
    """The window goes without closing, and the system lets go of its locks."""
    window._journal._timer.stop()
    window._journal._lock.unlock()


def test_after_a_crash_photos_and_recipes_come_back(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(*photos))
    window.adjust.rows["strength"].box.setValue(40)
    window.adjust.rows["warmth"].box.setValue(-30)
    qtbot.waitUntil(lambda: any("0.4" in path.read_text() for path in sessions.glob("*.json")))
    crash(window)
    second = start_window(qtbot, engine, settings, sessions)
    assert "your 2 photos" in second.messages.text
    with qtbot.waitSignal(second.coloring.photo_colored):
        qtbot.mouseClick(second.messages._action, Qt.MouseButton.LeftButton)
    assert [item.path for item in second.album.items] == photos
    assert second.coloring.document.recipe.grade == Grade(0.4, -0.3)
    assert second.adjust.rows["strength"].value == 40
    assert len(list(sessions.glob("*.json"))) == 1  # its own


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are Unicode")
def test_a_name_from_an_old_disk_is_journalled_too(qtbot, window, sessions, tmp_path):
    folder = tmp_path / "disk"
    folder.mkdir()
    photo = folder / os.fsdecode(b"gr\xfc\xdfe.png")
    write_photo(photo, gray_pixels(20, 30))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(folder))
    window._journal.write()
    assert window._journal.wait(PATIENCE)
    crash(window)
    assert [each.path for each in CrashedSessions(sessions).find()] == [photo]


def test_a_photo_that_changed_since_the_crash_is_told(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window.adjust.rows["strength"].box.setValue(40)
    window._journal.write()
    assert window._journal.wait(PATIENCE)
    crash(window)
    write_photo(photos[0], 255 - gray_pixels(20, 30), overwrite=True)
    second = start_window(qtbot, engine, settings, sessions)
    with qtbot.waitSignal(second.coloring.photo_colored):
        qtbot.mouseClick(second.messages._action, Qt.MouseButton.LeftButton)
    assert "has changed since" in second.messages.text
    assert second.coloring.document.recipe.grade.strength == 0.4


def test_a_closed_window_leaves_nothing_to_offer(qtbot, window, engine, settings, sessions, photos):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window._journal.write()
    assert window._journal.wait(PATIENCE)
    assert list(sessions.glob("*.json"))
    window.closeEvent(QCloseEvent())
    assert window.wait(PATIENCE)
    assert not list(sessions.glob("*.json"))
    assert start_window(qtbot, engine, settings, sessions).messages.text == ""


def test_the_photos_of_a_living_window_are_not_offered(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window._journal.write()
    assert window._journal.wait(PATIENCE)
    assert start_window(qtbot, engine, settings, sessions).messages.text == ""


def leave(folder, *photos, name="left", kept=KEPT, at=None):
    """A journal as a crash leaves it, last changed at a time."""
    folder.mkdir(exist_ok=True)
    journal = folder / f"{name}.json"
    journal.write_text(json.dumps(session_to_json([Remembered(path, kept) for path in photos])))
    if at is not None:
        os.utime(journal, (at, at))
    return journal


@pytest.fixture
def after_crash(qtbot, engine, settings, sessions, photos, tiny_models):
    """A window that begins after a crash with both photos open, and their journal."""
    journal = leave(sessions, *photos)
    return start_window(qtbot, engine, settings, sessions), journal


def test_the_offer_outlasts_another_photo(qtbot, after_crash, tmp_path, photos):
    window, journal = after_crash
    write_photo(tmp_path / "new.png", gray_pixels(20, 30))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "new.png"))
    assert "your 2 photos" in window.messages.text
    window.messages.show_message("Something else.", Tone.NOTE)
    qtbot.mouseClick(window.messages._close, Qt.MouseButton.LeftButton)
    assert "your 2 photos" in window.messages.text
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(window.messages._action, Qt.MouseButton.LeftButton)
    assert [item.path for item in window.album.items] == [tmp_path / "new.png", *photos]
    assert window.coloring.document.recipe == RECIPE
    assert window.messages.text == ""
    assert window.wait(PATIENCE)
    assert not journal.exists()


def test_who_declined_finds_the_offer_in_the_menu_until_the_window_closes(
    qtbot, after_crash, photos
):
    window, journal = after_crash
    restore = window.actions_by_name["restore"]
    assert restore.isEnabled()
    qtbot.mouseClick(window.messages._close, Qt.MouseButton.LeftButton)
    assert window.messages.text == ""
    assert journal.exists()
    with qtbot.waitSignal(window.coloring.photo_colored):
        restore.trigger()
    assert [item.path for item in window.album.items] == photos
    assert not restore.isEnabled()
    assert window.wait(PATIENCE)
    assert not journal.exists()


@pytest.mark.parametrize("declines", [False, True])
def test_only_what_was_declined_is_not_offered_again(qtbot, after_crash, sessions, declines):
    window, _ = after_crash
    if declines:
        qtbot.mouseClick(window.messages._close, Qt.MouseButton.LeftButton)
    window.closeEvent(QCloseEvent())
    assert window.wait(PATIENCE)
    assert len(CrashedSessions(sessions).find()) == (0 if declines else 2)


def test_nothing_to_restore_leaves_the_command_off(window):
    assert not window.actions_by_name["restore"].isEnabled()


def test_what_was_done_since_is_not_replaced_by_what_is_restored(qtbot, after_crash, photos):
    window, _ = after_crash
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[1]))
    window.adjust.rows["strength"].box.setValue(90)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["restore"].trigger()
    recipes = {item.path: item.recipe for item in window.album.items}
    assert recipes[photos[0]] == RECIPE
    assert recipes[photos[1]].grade.strength == 0.9


def test_a_photo_that_is_open_and_untouched_gets_its_recipe_back(qtbot, after_crash, photos):
    window, _ = after_crash
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[1]))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["restore"].trigger()
    assert window.coloring.document.title == "b.png"
    assert window.coloring.document.recipe == RECIPE


def test_what_is_restored_is_saved_whatever_lies_beside_the_photo(
    qtbot, after_crash, photos, tmp_path, monkeypatch
):
    for photo in photos:
        write_sidecar(photo, Kept(recipe_of(Grade(0.0))))
    window, _ = after_crash
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["restore"].trigger()
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    with qtbot.waitSignal(window.saver.ended):
        window.actions_by_name["save-all"].trigger()
    for name in ("grandma ☂-color.png", "b-color.png"):
        assert np.ptp(read_photo(folder / name).rgb.astype(int), axis=2).max() > 5


def test_a_photo_in_color_whose_colors_were_replaced_comes_back_so(
    qtbot, window, engine, settings, sessions, tmp_path
):
    path = tmp_path / "color.png"
    write_photo(path, np.random.default_rng(3).integers(0, 255, (40, 60, 3), dtype=np.uint8))
    write_sidecar(path, Kept(Recipe(coloring=None)))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(path))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["colorize"].trigger()
    assert window.coloring.document.encoding is not None
    qtbot.waitUntil(lambda: any("recolor" in left.read_text() for left in sessions.glob("*.json")))
    crash(window)
    second = start_window(qtbot, engine, settings, sessions)
    with qtbot.waitSignal(second.coloring.photo_colored):
        qtbot.mouseClick(second.messages._action, Qt.MouseButton.LeftButton)
    assert second.coloring.document.encoding is not None
    assert second.album.current.state is State.DONE


def test_a_photo_that_was_reset_before_the_crash_stays_so(qtbot, window, photos):
    write_sidecar(photos[0], Kept(recipe_of(Grade(0.5))))
    digest = hashlib.sha256(photos[0].read_bytes()).hexdigest()
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.reopen([Remembered(photos[0], Kept(), digest)])
    assert window.coloring.document.recipe == Recipe()


def test_a_photo_never_shown_before_the_crash_has_the_recipe_beside_it(qtbot, window, photos):
    write_sidecar(photos[0], Kept(recipe_of(Grade(0.5))))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.reopen([Remembered(photos[0], Kept())])
    assert window.coloring.document.recipe.grade.strength == 0.5


@pytest.mark.parametrize("at", [0, 4e9])
def test_no_clock_makes_a_crashed_session_go(tmp_path, photos, at):
    leave(tmp_path, *photos, at=at)
    assert len(CrashedSessions(tmp_path).find()) == 2


def test_of_two_sessions_the_later_recipe_counts(tmp_path, photos):
    leave(tmp_path, photos[0], name="a", at=2_000)
    leave(tmp_path, photos[0], name="b", at=1_000, kept=Kept())
    assert [photo.kept for photo in CrashedSessions(tmp_path).find()] == [KEPT]


def test_photos_whose_disk_is_away_are_kept_for_another_day(tmp_path, photos):
    away = tmp_path / "disk" / "away.png"
    journal = leave(tmp_path, *photos, away)
    found = CrashedSessions(tmp_path)
    assert [photo.path for photo in found.find()] == photos
    found.forget()
    assert journal.exists()
    away.parent.mkdir()
    write_photo(away, gray_pixels(20, 30))
    again = CrashedSessions(tmp_path)
    assert [(photo.path, photo.kept) for photo in again.find()] == [(away, KEPT)]
    again.forget()
    assert not journal.exists()


def test_photos_that_cannot_be_looked_at_are_no_obstacle(
    qtbot, engine, settings, sessions, photos, tiny_models
):
    """As on a share that is gone, or in a folder that one may no longer enter."""
    leave(sessions, photos[0], photos[0].with_name("ы" * 200))
    window = start_window(qtbot, engine, settings, sessions)
    assert "Reopen your photo?" in window.messages.text
    assert window.actions_by_name["restore"].isEnabled()


def test_journals_of_photos_that_are_gone_do_not_pile_up(tmp_path):
    for number in range(55):
        leave(tmp_path, tmp_path / "gone", name=f"{number:02}", at=1_000 + number)
    CrashedSessions(tmp_path).find()
    assert sorted(path.stem for path in tmp_path.glob("*.json"))[0] == "05"


def test_a_session_without_photos_leaves_nothing(tmp_path):
    journal = leave(tmp_path)
    assert CrashedSessions(tmp_path).find() == ()
    assert not journal.exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "[" * 100_000,
        '{"photos": 3}',
        '{"photos": [{}]}',
        '{"photos": [{"path": 1}]}',
        '{"photos": [{"path": "a", "look": {"strength": "x"}}]}',
        '{"photos": [{"path": "a", "look": {"strength": 1' + "0" * 400 + "}}]}",
    ],
)
def test_a_spoilt_journal_is_no_obstacle(tmp_path, text):
    (tmp_path / "left.json").write_text(text)
    assert CrashedSessions(tmp_path).find() == ()


def test_a_lock_of_a_living_instance_is_respected(qapp, tmp_path, photos):
    (tmp_path / "left.json").write_text(json.dumps({"photos": [{"path": str(photos[0])}]}))
    lock = QLockFile(str(tmp_path / "left.lock"))
    assert lock.tryLock(0)
    assert CrashedSessions(tmp_path).find() == ()
    lock.unlock()
    assert len(CrashedSessions(tmp_path).find()) == 1


def test_a_disk_that_refuses_is_no_obstacle(qtbot, window, photos, monkeypatch, caplog):
    def refuse(_path, _text):
        raise OSError(28, "no space")

    monkeypatch.setattr("desktop.photos.session.write_small", refuse)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window._journal.write()
    assert window._journal.wait(PATIENCE)
    assert "not journalled" in caplog.text
    assert window.windowTitle().startswith("grandma")


def test_settings_kept_beside_a_photo_come_back_with_it(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window.adjust.rows["strength"].box.setValue(60)
    with qtbot.waitSignal(window.exports.saved) as saved:
        window.actions_by_name["keep-settings"].trigger()
    assert saved.args[0] == photos[0].with_name("grandma ☂.png.kolorit.json")
    assert window.saver.unsaved == 0
    window.closeEvent(QCloseEvent())
    assert window.wait(PATIENCE)
    second = start_window(qtbot, engine, settings, sessions)
    with qtbot.waitSignal(second.coloring.photo_colored):
        drop(second, files(photos[0]))
    assert second.adjust.rows["strength"].value == 60
    assert second.saver.unsaved == 0
    assert len(second.album.items) == 1


@pytest.mark.parametrize("text", ["", "[]", '{"look": {"strength": 9}}', "[" * 100_000])
def test_a_spoilt_sidecar_is_no_obstacle(qtbot, window, photos, text):
    photos[0].with_name("grandma ☂.png.kolorit.json").write_text(text)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    assert window.coloring.document.recipe == Recipe()
    said = "The settings kept beside “grandma ☂.png” cannot be read."
    assert window.messages.text == said
    with qtbot.waitSignal(window.exports.saved):
        window.actions_by_name["keep-settings"].trigger()  # and are, from then on
