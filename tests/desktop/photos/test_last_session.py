"""What was open is there again at the next start, whatever ended the last."""

import json

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.photos.last_session import find_last, last_folder
from desktop.photos.session import CrashedSessions
from desktop.state import settings as keys
from desktop.widgets.plain import Answer
from desktop.widgets.preferences import Preferences
from desktop.widgets.strip.strip_bar import Shown
from engine.files.image_io import write_photo
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import read_sidecar
from tests.desktop.gestures import choose, drop, files, save, show_photo, start_window
from tests.threads import PATIENCE


@pytest.fixture
def again(qtbot, window, engine, settings, sessions):
    """Makes the window of the next start, after a crash or a usual end."""

    def start(*, crashes):
        if crashes:
            window._journal._timer.stop()
            window._journal.write()
            assert window.wait(PATIENCE)
            window._journal._lock.unlock()
        else:
            event = QCloseEvent()
            window.closeEvent(event)
            assert event.isAccepted()
            assert window.wait(PATIENCE)
        return start_window(qtbot, engine, settings, sessions)

    return start


def reopen(qtbot, window):
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["restore"].trigger()


def paste(qtbot, window, gray=0x80):
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF000000 + gray * 0x010101)
    QApplication.clipboard().setImage(picture)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["paste"].trigger()


@pytest.fixture
def three(qtbot, window, scans):
    """A window with three photos, the second of which is shown."""
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    show_photo(qtbot, window, 1)
    return window


@pytest.mark.parametrize("crashes", [True, False])
def test_the_photo_that_was_shown_is_shown_again(qtbot, three, again, crashes):
    second = again(crashes=crashes)
    assert second.album.items == ()  # nothing opens unasked
    reopen(qtbot, second)
    assert [item.name for item in second.album.items] == [
        "scan-1.png",
        "scan-2.png",
        "scan-10.png",
    ]
    assert second.windowTitle() == "scan-2.png – Kolorit"
    assert second.filmstrip.currentRow() == 1
    assert not second.actions_by_name["restore"].isEnabled()


@pytest.mark.parametrize("crashes", [True, False])
def test_photos_that_were_flagged_are_flagged_again(qtbot, three, again, crashes):
    three.actions_by_name["flag"].trigger()
    second = again(crashes=crashes)
    reopen(qtbot, second)
    assert [item.flagged for item in second.album.items] == [False, True, False]
    assert second.actions_by_name["flag"].isChecked()
    second._workspace.strip_bar.filters[Shown.FLAGGED].trigger()
    assert second._workspace.strip_bar.note.text() == "2 hidden"


def test_a_flag_alone_is_journalled(three, sessions):
    three._journal._timer.stop()
    three.actions_by_name["flag"].trigger()
    assert three._journal._timer.isActive()


def test_the_empty_window_offers_what_was_open(qtbot, three, again):
    second = again(crashes=False)
    assert second.messages.text == ""
    assert second.empty.reopen.text() == "Reopen the 3 photos from last time"
    with qtbot.waitSignal(second.coloring.photo_colored):
        qtbot.mouseClick(second.empty.reopen, Qt.MouseButton.LeftButton)
    assert len(second.album.items) == 3
    assert second.empty.reopen.isHidden()


def test_at_the_first_start_nothing_is_offered(window):
    assert window.empty.reopen.isHidden()
    assert not window.actions_by_name["restore"].isEnabled()


def test_changes_that_were_saved_come_back_and_need_not_be_saved_again(
    qtbot, three, again, monkeypatch, tmp_path
):
    target = tmp_path / "mine.png"
    three.adjust.rows["strength"].box.setValue(40)
    choose(monkeypatch, target)
    with qtbot.waitSignal(three.saver.item_saved):
        save(three)
    second = again(crashes=False)
    reopen(qtbot, second)
    assert second.coloring.document.recipe.grade.strength == 0.4
    assert second.saver.unsaved == 0
    assert second.album.current.marks == ("edited", "saved")
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: pytest.fail("asked"))
    second.adjust.rows["strength"].box.setValue(0)
    before = target.read_bytes()
    with qtbot.waitSignal(second.saver.item_saved):
        save(second)  # where it was saved in the last session
    assert target.read_bytes() != before


def test_changes_that_were_not_to_be_saved_do_not_come_back(qtbot, three, again, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_save_changes", lambda *_: Answer.Discard)
    three.adjust.rows["strength"].box.setValue(40)
    second = again(crashes=False)
    reopen(qtbot, second)
    assert second.coloring.document.recipe == Recipe()
    assert second.saver.unsaved == 0


def test_after_a_crash_changes_come_back_as_unsaved_unless_they_were_saved(
    qtbot, three, again, monkeypatch, tmp_path
):
    three.adjust.rows["strength"].box.setValue(40)
    choose(monkeypatch, tmp_path / "mine.png")
    with qtbot.waitSignal(three.saver.item_saved):
        save(three)
    show_photo(qtbot, three, 0)
    three.adjust.rows["strength"].box.setValue(70)
    second = again(crashes=True)
    reopen(qtbot, second)
    strengths = [item.recipe.grade.strength for item in second.album.items]
    assert strengths == [0.7, 0.4, 1.0]
    assert [item.has_unsaved_work for item in second.album.items] == [True, False, False]
    assert second.album.items[1].result.path == tmp_path / "mine.png"


@pytest.mark.parametrize("crashes", [True, False])
def test_pasted_pictures_come_back_in_their_places(qtbot, window, again, scans, sessions, crashes):
    paste(qtbot, window, 0x40)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png"))
    paste(qtbot, window, 0xA0)
    window.adjust.rows["strength"].box.setValue(40)
    second = again(crashes=crashes)
    reopen(qtbot, second)
    assert [item.name for item in second.album.items] == ["", "scan-1.png", ""]
    assert second.windowTitle() == "Pasted image – Kolorit"
    assert second.coloring.document.photo.size == (20, 30)
    grays = [item.photo.rgb[0, 0, 0] for item in second.album.items if item.photo is not None]
    assert grays == [0x40, 0xA0]
    strength = second.coloring.document.recipe.grade.strength
    assert strength == (0.4 if crashes else 1.0)
    second._journal.write()
    assert second.wait(PATIENCE)
    assert len(list(sessions.glob("*.npy"))) == 2  # its own


def test_pictures_that_are_closed_leave_nothing_on_the_disk(qtbot, window, sessions):
    paste(qtbot, window)
    window._journal.write()
    assert window.wait(PATIENCE)
    assert len(list(sessions.glob("*.npy"))) == 1
    window.actions_by_name["close-photo"].trigger()
    window._journal.write()
    assert window.wait(PATIENCE)
    assert not list(sessions.rglob("*.npy"))


def test_a_picture_that_was_not_written_before_a_crash_is_passed_over(
    qtbot, window, sessions, monkeypatch, scans
):
    def refuse(*_, **__):
        raise OSError(28, "no space")

    monkeypatch.setattr("desktop.photos.stash.np.save", refuse)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png"))
    paste(qtbot, window)
    window._journal.write()
    assert window.wait(PATIENCE)
    window._journal._lock.unlock()
    crashed = CrashedSessions(sessions)
    assert [photo.path.name for photo in crashed.find()] == ["scan-1.png"]
    crashed.forget()
    assert not list(sessions.glob("*.json"))


def test_a_photo_in_color_whose_colors_were_replaced_stays_so(
    qtbot, window, again, sessions, tmp_path
):
    path = tmp_path / "color.png"
    write_photo(path, np.random.default_rng(3).integers(0, 255, (40, 60, 3), dtype=np.uint8))
    with qtbot.waitSignal(window.coloring.coloring_failed):
        drop(window, files(path))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["colorize"].trigger()
    # it is written without another change
    qtbot.waitUntil(lambda: any("recolor" in left.read_text() for left in sessions.glob("*.json")))
    with qtbot.waitSignal(window.exports.saved):
        window.actions_by_name["keep-settings"].trigger()
    assert read_sidecar(path).recolor
    second = again(crashes=True)
    reopen(qtbot, second)
    assert second.coloring.document.encoding is not None
    second.actions_by_name["close-photo"].trigger()
    with qtbot.waitSignal(second.coloring.photo_colored):
        drop(second, files(path))  # now it is the file beside it that knows
    assert second.coloring.document.encoding is not None


def test_who_closed_all_photos_is_offered_none(qtbot, three, again):
    three.closing.close_photos([item.id for item in three.album.items])
    assert again(crashes=False).empty.reopen.isHidden()


def test_a_window_without_photos_does_not_replace_the_last_session(
    qtbot, three, again, engine, settings, sessions
):
    second = again(crashes=False)
    second.closeEvent(QCloseEvent())
    assert second.wait(PATIENCE)
    assert len(find_last(sessions)) == 3
    assert len(list(last_folder(sessions).iterdir())) == 1


def test_photos_that_are_gone_are_not_counted(qtbot, three, again, scans):
    (scans / "scan-2.png").unlink()
    second = again(crashes=False)
    assert second.empty.reopen.text() == "Reopen the 2 photos from last time"
    reopen(qtbot, second)
    assert second.windowTitle() == "scan-1.png – Kolorit"


def test_who_does_not_want_that_is_remembered_nothing(qtbot, three, again, settings, sessions):
    dialog = Preferences(settings)
    qtbot.addWidget(dialog)
    dialog.remembers.setChecked(False)
    dialog.accept()
    assert not settings.get(keys.REMEMBERS)
    assert again(crashes=False).empty.reopen.isHidden()
    assert not list(last_folder(sessions).glob("*"))


@pytest.mark.parametrize("text", ["", "{", "[]", '{"photos": 3}', '{"kolorit": 99, "photos": []}'])
def test_a_spoilt_last_session_is_no_obstacle(qtbot, engine, settings, sessions, text, tiny_models):
    folder = last_folder(sessions)
    folder.mkdir(parents=True)
    (folder / "a.json").write_text(text)
    assert start_window(qtbot, engine, settings, sessions).empty.reopen.isHidden()


def test_what_it_was_saved_as_is_not_believed_from_elsewhere(tmp_path, scans):
    beside = scans / "scan-1.png.kolorit.json"
    for name in ("../secret.png", "/etc/passwd", "", ".", 3):
        result = {"name": name, "sha256": "0" * 64}
        beside.write_text(json.dumps({"kolorit": 2, "recipe": {"format": 2}, "result": result}))
        assert read_sidecar(scans / "scan-1.png").result is None


def test_a_picture_that_cannot_be_read_again_is_passed_over(qtbot, three, again, sessions):
    paste(qtbot, three)
    second = again(crashes=False)
    (spoilt,) = last_folder(sessions).glob("*.npy")
    spoilt.write_bytes(b"spoilt")
    reopen(qtbot, second)
    assert [item.name for item in second.album.items] == ["scan-1.png", "scan-2.png", "scan-10.png"]


def test_what_is_shown_pasted_and_saved_is_journalled_by_itself(
    qtbot, three, sessions, monkeypatch, tmp_path
):
    def journalled(name, flag):
        trees = [json.loads(path.read_text()) for path in sessions.glob("*.json")]
        photos = [photo for tree in trees for photo in tree["photos"] if name in photo["path"]]
        return any(flag in photo for photo in photos)

    qtbot.waitUntil(lambda: journalled("scan-2.png", "shown"))
    show_photo(qtbot, three, 0)
    qtbot.waitUntil(lambda: journalled("scan-1.png", "shown"))
    assert not journalled("scan-2.png", "shown")
    choose(monkeypatch, tmp_path / "mine.png")
    save(three)
    qtbot.waitUntil(lambda: journalled("scan-1.png", "result"))
    paste(qtbot, three)
    qtbot.waitUntil(lambda: len(list(sessions.glob("*.npy"))) == 1)
    assert journalled(".npy", "pasted")
