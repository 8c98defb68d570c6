"""Photos and the window do not close before the user has said what becomes of changes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.editing.coloring import ColoringController
from desktop.state import settings as keys
from desktop.widgets import plain
from desktop.widgets.plain import Answer
from engine.errors import ImageError, ImageProblem
from engine.files.image_io import read_photo, write_photo
from tests.desktop.gestures import choose, colored, drop, files, save, told
from tests.tiny import gray_pixels


@pytest.fixture
def asked(monkeypatch):
    """What is asked before photos close; ``asked.answer`` is what the user says."""

    class Asked(list):
        answer = Answer.Save

    asked = Asked()

    def answer(_window, names, details):
        asked.append((list(names), details))
        return asked.answer

    monkeypatch.setattr(dialogs, "ask_save_changes", answer)
    return asked


@pytest.fixture
def edited(qtbot, opened):
    """A window with a photo that was changed."""
    opened.adjust.rows["strength"].box.setValue(30)
    return opened


def close(window):
    event = QCloseEvent()
    window.closeEvent(event)
    return event.isAccepted()


def strengths(window):
    return [item.recipe.grade.strength for item in window.album.items]


def test_the_window_saves_beside_the_original_and_then_closes(qtbot, edited, asked, tmp_path):
    original = (tmp_path / "ramp.jpg").read_bytes()
    assert not edited.close()
    assert asked == [
        (["ramp.jpg"], "Results are saved beside the originals, which stay as they are.")
    ]
    assert "Kolorit closes after that" in edited.messages.text
    qtbot.waitUntil(edited.isHidden)
    assert len(asked) == 1
    assert read_photo(tmp_path / "ramp-color.jpg").size == read_photo(tmp_path / "ramp.jpg").size
    assert (tmp_path / "ramp.jpg").read_bytes() == original


def test_who_does_not_save_closes_at_once(edited, asked, tmp_path):
    asked.answer = Answer.Discard
    assert edited.close()
    assert not (tmp_path / "ramp-color.jpg").exists()


def test_who_cancels_stays(qtbot, edited, asked, tmp_path):
    asked.answer = Answer.Cancel
    assert not edited.close()
    assert edited.isVisible()
    assert strengths(edited) == [0.3]
    assert edited.saver.unsaved == 1


def test_a_photo_without_changes_closes_without_a_question(opened, asked):
    opened.actions_by_name["close-photo"].trigger()
    assert asked == []
    assert opened.album.items == ()


def test_a_photo_closes_when_it_is_saved(qtbot, edited, asked, tmp_path):
    edited.actions_by_name["close-photo"].trigger()
    assert len(edited.album.items) == 1  # until it is saved
    qtbot.waitUntil(lambda: not edited.album.items)
    assert (tmp_path / "ramp-color.jpg").exists()
    assert "ramp-color.jpg" in edited.messages.text
    assert edited.messages._action.text() == "Show in folder"


def test_what_a_photo_was_saved_as_when_it_closed_is_said_beside_the_next_one(
    qtbot, edited, asked, tmp_path
):
    write_photo(tmp_path / "other.png", gray_pixels(20, 30))
    edited.album.add_paths([tmp_path / "other.png"])
    with qtbot.waitSignal(edited.opener.shown):
        edited.actions_by_name["close-photo"].trigger()
    assert edited.windowTitle().startswith("other.png")
    assert edited.messages.text == f"Saved as “{tmp_path / 'ramp-color.jpg'}”."
    assert edited.messages._action.text() == "Show in folder"


def test_delete_takes_photos_off_the_list_and_says_that_their_files_stay(
    qtbot, opened, asked, tmp_path
):
    for name in ("b.png", "c.png"):
        write_photo(tmp_path / name, gray_pixels(20, 30))
    opened.album.add_paths([tmp_path / "b.png", tmp_path / "c.png"])
    strip = opened.filmstrip
    strip.setFocus()
    strip.clearSelection()
    strip.item(1).setSelected(True)
    strip.item(2).setSelected(True)
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert opened.messages.text == (
        "2 photos were taken off the list. Their files stay where they are."
    )
    assert asked == []
    opened.adjust.rows["strength"].box.setValue(30)
    asked.answer = Answer.Cancel
    opened.album.add_paths([tmp_path / "b.png"])
    strip.selectAll()
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    ((names, details),) = asked
    assert names == ["ramp.jpg"]
    assert details.endswith("Closing takes a photo off the list; its file stays where it is.")
    assert len(opened.album.items) == 2
    strip.clearSelection()
    strip.item(1).setSelected(True)
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert opened.messages.text == "“b.png” was taken off the list. Its file stays where it is."
    assert {path.name for path in tmp_path.glob("*.png")} >= {"b.png", "c.png"}


def test_a_save_that_fails_keeps_the_window_and_says_why(qtbot, edited, asked, monkeypatch):
    def fail(path, *_, **__):
        raise ImageError(path, ImageProblem.DISK_FULL)

    monkeypatch.setattr("engine.saving.write_photo", fail)
    with qtbot.waitSignal(edited.exports.dropped):
        assert not edited.close()
    assert "disk is full" in edited.messages.text
    assert edited.isVisible()
    edited.actions_by_name["close-photo"].trigger()
    with qtbot.waitSignal(edited.exports.dropped):
        pass
    assert len(edited.album.items) == 1
    assert strengths(edited) == [0.3]
    asked.answer = Answer.Discard
    assert edited.close()


def test_without_a_model_nothing_is_saved_and_nothing_closes_later(
    qtbot, edited, asked, monkeypatch, tmp_path
):
    with monkeypatch.context() as patch:
        patch.setattr(ColoringController, "models", ())
        edited.actions_by_name["close-photo"].trigger()
        assert edited.messages.text == "No photo was saved."
        assert not edited.close()
        assert edited.messages.text == "No photo was saved."
    choose(monkeypatch, tmp_path / "mine.png")
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    assert len(edited.album.items) == 1
    assert edited.isVisible()


def test_a_save_that_is_stopped_keeps_the_photo(qtbot, edited, asked, engine, gate):
    busy = gate()
    engine.submit(busy)
    edited.actions_by_name["close-photo"].trigger()
    qtbot.waitUntil(lambda: edited.exports.left == 1)
    qtbot.mouseClick(edited.activity.cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(edited.exports.dropped):
        busy.release.set()
    assert len(edited.album.items) == 1


def test_what_is_changed_while_it_is_saved_is_asked_about(
    qtbot, edited, asked, engine, gate, tmp_path
):
    busy = gate()
    engine.submit(busy)
    edited.actions_by_name["close-photo"].trigger()
    qtbot.waitUntil(lambda: edited.exports.left == 1)
    edited.adjust.rows["strength"].box.setValue(60)
    asked.answer = Answer.Cancel
    busy.release.set()
    qtbot.waitUntil(lambda: len(asked) == 2)
    assert strengths(edited) == [0.6]
    asked.answer = Answer.Save
    edited.actions_by_name["close-photo"].trigger()
    qtbot.waitUntil(lambda: not edited.album.items)
    assert "updated" in asked[2][1]
    assert sorted(path.name for path in tmp_path.glob("ramp*")) == ["ramp-color.jpg", "ramp.jpg"]


def test_several_photos_are_asked_about_once_and_saved_each_beside_itself(
    qtbot, window, asked, scans, tmp_path
):
    other = tmp_path / "other"
    other.mkdir()
    write_photo(other / "aunt.png", gray_pixels(20, 30))
    (scans / "scan-1-color.png").write_bytes(b"was here before")
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png", scans / "scan-2.png", other / "aunt.png"))
    window.adjust.rows["strength"].box.setValue(30)
    window.actions_by_name["apply-to-all"].trigger()
    assert not window.close()
    assert [names for names, _ in asked] == [["scan-1.png", "scan-2.png", "aunt.png"]]
    qtbot.waitUntil(window.isHidden)
    assert (scans / "scan-1-color.png").read_bytes() == b"was here before"
    assert (scans / "scan-1-color-2.png").exists()
    assert (scans / "scan-2-color.png").exists()
    assert (other / "aunt-color.png").exists()


def test_several_photos_close_together_when_all_are_saved(qtbot, window, asked, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    window.adjust.rows["strength"].box.setValue(30)
    window.actions_by_name["apply-to-all"].trigger()
    strip, left = window.filmstrip, []
    window.saver.item_saved.connect(lambda _: left.append(len(window.album.items)))
    strip.setFocus()
    strip.item(0).setSelected(True)
    strip.item(1).setSelected(True)
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert [names for names, _ in asked] == [["scan-1.png", "scan-2.png"]]
    qtbot.waitUntil(lambda: len(window.album.items) == 1)
    assert left[0] == 3  # the first waits for the second
    assert len(asked) == 1
    assert window.album.items[0].has_unsaved_work
    assert (scans / "scan-1-color.png").exists()
    assert (scans / "scan-2-color.png").exists()
    assert not (scans / "scan-10-color.png").exists()


def test_of_several_photos_one_that_fails_keeps_the_window(qtbot, window, asked, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    window.adjust.rows["strength"].box.setValue(30)
    window.actions_by_name["apply-to-all"].trigger()
    (scans / "scan-2.png").write_bytes(b"broken meanwhile")
    with qtbot.waitSignal(window.saver.told):
        assert not window.close()
    assert window.isVisible()
    assert "scan-2.png" in window.messages.text
    assert window.saver.unsaved == 1


def test_results_go_to_the_folder_that_the_user_wants(qtbot, edited, asked, settings, tmp_path):
    folder = tmp_path / "results"
    folder.mkdir()
    settings.set(keys.FOLDER, str(folder))
    edited.close()
    assert str(folder) in asked[0][1]
    qtbot.waitUntil(edited.isHidden)
    assert [path.name for path in folder.iterdir()] == ["ramp-color.jpg"]


def test_a_pasted_picture_is_saved_among_the_pictures(qtbot, window, asked, monkeypatch, tmp_path):
    monkeypatch.setattr(dialogs, "pictures_folder", lambda: tmp_path)
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF808080)
    QApplication.clipboard().setImage(picture)
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored):
        window.actions_by_name["paste"].trigger()
    window.adjust.rows["strength"].box.setValue(30)
    window.close()
    assert asked[0][0] == [""]
    qtbot.waitUntil(window.isHidden)
    assert (tmp_path / "photo-color.png").exists()


def shown_box(monkeypatch, answer):
    """Answer a message box as a user does, and return those that were shown."""
    boxes = []

    def show(box):
        boxes.append(box)
        return box.button(answer) and answer

    monkeypatch.setattr(plain.QMessageBox, "exec", show)
    return boxes


@pytest.mark.parametrize(
    ("names", "question"),
    [
        (["<b>a.jpg"], "Save changes to “<b>a.jpg”?"),
        ([""], "Save changes to the pasted image?"),
        (["a.jpg", "", "c.jpg"], "Save changes to 3 photos?"),
    ],
)
def test_the_question_offers_save_first_and_escape_cancels(window, monkeypatch, names, question):
    monkeypatch.undo()
    boxes = shown_box(monkeypatch, Answer.Discard)
    assert dialogs.ask_save_changes(window, names, "Where.") is Answer.Discard
    (box,) = boxes
    assert box.text() == question
    assert box.defaultButton() is box.button(Answer.Save)
    assert box.escapeButton() is box.button(Answer.Cancel)
    assert box.button(Answer.Discard).text().replace("&", "") == "Don’t save"
    assert "Where." in box.informativeText()


def test_saving_again_updates_what_was_saved_without_a_question(
    qtbot, edited, monkeypatch, tmp_path
):
    target = tmp_path / "mine.png"
    choose(monkeypatch, target)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    first = target.read_bytes()
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: pytest.fail("asked"))
    edited.adjust.rows["strength"].box.setValue(0)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    assert target.read_bytes() != first
    assert edited.saver.unsaved == 0
    assert "mine.png" in edited.messages.text
    assert edited.messages._action.text() == "Show in folder"
    assert not list(tmp_path.glob("mine-2*"))


def test_two_saves_in_a_row_become_one_file(qtbot, edited, monkeypatch, tmp_path, engine, gate):
    target = tmp_path / "mine.png"
    choose(monkeypatch, target)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    busy = gate()
    engine.submit(busy)
    for strength in (60, 90):
        edited.adjust.rows["strength"].box.setValue(strength)
        save(edited)
        told(qtbot, edited)
    assert edited.exports.left == 2
    busy.release.set()
    qtbot.waitUntil(lambda: edited.exports.left == 0)
    assert edited.saver.unsaved == 0
    assert not list(tmp_path.glob("mine-2*"))
    assert edited.saver._targets == {}


@pytest.mark.parametrize("answer", [Answer.Yes, Answer.Save, Answer.Cancel])
def test_a_result_that_others_have_changed_is_asked_about(
    qtbot, edited, monkeypatch, tmp_path, answer
):
    target, other = tmp_path / "mine.png", tmp_path / "other.png"
    choose(monkeypatch, target)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    target.write_bytes(b"retouched elsewhere")
    asked = []
    monkeypatch.setattr(
        dialogs, "ask_replace_changed", lambda _, name: asked.append(name) or answer
    )
    choose(monkeypatch, other)
    if answer is Answer.Cancel:
        with qtbot.waitSignal(edited.saver.item_dropped):
            save(edited)
    else:
        with qtbot.waitSignal(edited.saver.item_saved):
            save(edited)
    assert asked == ["mine.png"]
    assert (target.read_bytes() == b"retouched elsewhere") is (answer is not Answer.Yes)
    assert other.exists() is (answer is Answer.Save)


def test_a_result_that_others_change_at_the_last_moment_stays(
    qtbot, edited, monkeypatch, tmp_path, engine, gate
):
    target = tmp_path / "mine.png"
    choose(monkeypatch, target)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    busy = gate()
    engine.submit(busy)
    save(edited)
    told(qtbot, edited)
    target.write_bytes(b"retouched elsewhere")
    with qtbot.waitSignal(edited.exports.saved) as saved:
        busy.release.set()
    assert target.read_bytes() == b"retouched elsewhere"
    assert saved.args[0] == tmp_path / "mine-2.png"


def test_a_result_that_is_gone_is_asked_about_as_if_for_the_first_time(
    qtbot, edited, monkeypatch, tmp_path
):
    target = tmp_path / "mine.png"
    choose(monkeypatch, target)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    target.unlink()
    choose(monkeypatch, tmp_path / "again.png")
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    assert not target.exists()
    assert (tmp_path / "again.png").exists()


def test_a_result_that_is_open_as_a_photo_is_not_written_over(qtbot, edited, monkeypatch, tmp_path):
    target = tmp_path / "mine.png"
    choose(monkeypatch, target)
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    content = target.read_bytes()
    edited.album.add_paths([target])
    choose(monkeypatch, tmp_path / "again.png")
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    assert target.read_bytes() == content
    assert (tmp_path / "again.png").exists()


def test_save_as_always_asks(qtbot, edited, monkeypatch, tmp_path):
    for name in ("one.png", "two.png"):
        choose(monkeypatch, tmp_path / name)
        with qtbot.waitSignal(edited.saver.item_saved):
            qtbot.keyClick(
                edited,
                Qt.Key.Key_S,
                Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
            )
    assert (tmp_path / "two.png").exists()


@pytest.mark.parametrize("keeps_first", [True, False])
def test_another_day_what_was_saved_is_known_from_beside_the_photo(
    qtbot, edited, monkeypatch, tmp_path, keeps_first
):
    target = tmp_path / "mine.png"
    choose(monkeypatch, target)
    commands = ["save", "keep-settings"]
    for command in reversed(commands) if keeps_first else commands:
        with qtbot.waitSignal(edited.saver.item_saved):
            edited.actions_by_name[command].trigger()
    edited.actions_by_name["close-photo"].trigger()
    with qtbot.waitSignal(edited.previews.drawn, check_params_cb=colored):
        drop(edited, files(tmp_path / "ramp.jpg"))
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: pytest.fail("asked"))
    edited.adjust.rows["strength"].box.setValue(0)
    before = target.read_bytes()
    with qtbot.waitSignal(edited.saver.item_saved):
        save(edited)
    assert target.read_bytes() != before
