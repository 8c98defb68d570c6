"""What ends in a failure, a bug or a change of mind, with the real window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import dialogs
from desktop.jobs import engine_tasks
from desktop.saving import save_tasks
from desktop.state.item import State
from desktop.widgets.plain import Answer
from engine.errors import DeviceMemoryError
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files
from tests.tiny import gray_pixels


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "scans"
    folder.mkdir()
    paths = [folder / "a.png", folder / "b.png"]
    for seed, path in enumerate(paths):
        write_photo(path, gray_pixels(20, 30, seed=seed))
    return paths


@pytest.fixture
def opened(qtbot, window, photos):
    """Two photos, the first shown, both with thumbnails."""
    drop(window, files(*photos))
    qtbot.waitUntil(lambda: states(window) == [State.DONE] * 2)
    return window


def states(window):
    return [item.state for item in window.album.items]


def click(window, row):
    strip = window.filmstrip
    place = strip.visualItemRect(strip.item(row)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)


def fails(_token, _report):
    raise DeviceMemoryError("cpu")


def breaks(_token, _report):
    raise ZeroDivisionError


def at_size(monkeypatch, size, task):
    """Let another task do what the network shall do at this size."""
    real = engine_tasks.colorize

    def colorize(loaded, photo, recipe, *known, recolor):
        is_meant = recipe.coloring.size == size
        return task if is_meant else real(loaded, photo, recipe, *known, recolor=recolor)

    monkeypatch.setattr(engine_tasks, "colorize", colorize)


@pytest.mark.parametrize("task", [fails, breaks])
def test_the_newest_look_is_colored_after_a_pass_that_failed(
    qtbot, opened, engine, gate, monkeypatch, task
):
    at_size(monkeypatch, 64, task)
    busy = gate()
    engine.submit(busy)
    opened.adjust.edited.emit("size", 64)
    opened.adjust.edited.emit("size", 48)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        busy.release.set()
    assert opened.coloring.document.developed_for.coloring.size == 48
    assert opened.coloring.document.is_up_to_date


def test_a_pass_that_failed_is_not_run_again_by_itself(qtbot, opened, monkeypatch, wait_until_idle):
    errors = []
    opened.coloring.failed.connect(errors.append)
    at_size(monkeypatch, 64, fails)
    with qtbot.waitSignal(opened.coloring.coloring_failed):
        opened.adjust.edited.emit("size", 64)
    assert opened.coloring.activities == ()
    wait_until_idle()
    assert len(errors) == 1


def test_a_photo_is_no_longer_being_colored_once_the_user_stops_it(
    qtbot, window, photos, gate, monkeypatch
):
    network = gate()
    at_size(monkeypatch, None, network)
    drop(window, files(*photos))
    qtbot.waitUntil(network.entered.is_set)
    assert states(window) == [State.COLORING, State.WAITING]
    qtbot.mouseClick(window.activity.cancel, Qt.MouseButton.LeftButton)
    assert states(window) == [State.WAITING] * 2
    network.release.set()


def test_a_photo_that_is_left_while_it_is_being_colored_is_done_later(
    qtbot, window, photos, gate, monkeypatch
):
    real, slow = engine_tasks.load_model, gate()

    def load_model(name, device):
        load = real(name, device)
        return lambda token, report: (slow(token, report), load(token, report))[1]

    monkeypatch.setattr(engine_tasks, "load_model", load_model)
    window.coloring._chosen = None  # as at the start
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(*photos))
    window.choice.load()
    with qtbot.waitSignal(window.opener.shown):
        click(window, 1)
        slow.release.set()
    qtbot.waitUntil(lambda: states(window) == [State.DONE] * 2)


def test_a_photo_whose_coloring_crashes_is_marked(qtbot, window, photos, monkeypatch):
    at_size(monkeypatch, None, breaks)
    drop(window, files(photos[0]))
    qtbot.waitUntil(lambda: states(window) == [State.FAILED])
    qtbot.waitUntil(lambda: "ran into an error" in window.messages.text)  # told after it is marked


def test_a_model_that_crashes_leaves_the_last_one_in_use(qtbot, opened, monkeypatch):
    monkeypatch.setattr(engine_tasks, "load_model", lambda *_: breaks)
    combo = opened.adjust.model
    with qtbot.waitSignal(opened.coloring.photo_colored):
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "reddish"
    qtbot.waitUntil(lambda: "ran into an error" in opened.messages.text)


def test_another_photo_opens_while_all_are_saved(
    qtbot, opened, photos, gate, monkeypatch, tmp_path
):
    saving, real = gate(), save_tasks.save

    def save(subject, path, choices):
        task = real(subject, path, choices)
        return lambda token, report: (saving(token, report), task(token, report))[1]

    monkeypatch.setattr(save_tasks, "save", save)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    done = []
    opened.opener.shown.connect(lambda _: done.append("shown"))
    opened.exports.saved.connect(lambda path, _: done.append(path.name))
    opened.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(saving.entered.is_set)
    click(opened, 1)
    assert opened.activity.text == "Opening…"
    with qtbot.waitSignal(opened.saver.ended) as ended:
        saving.release.set()
    assert done == ["a-color.png", "shown", "b-color.png"]
    assert ended.args == [f"2 photos were saved in “{tmp_path}”.", tmp_path]


def test_a_photo_that_failed_can_be_tried_again_by_a_click(qtbot, opened, tmp_path):
    bad = tmp_path / "bad.png"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(opened.coloring.opening_failed):
        drop(opened, files(bad))
        click(opened, 2)
    assert opened.filmstrip.currentRow() == 0
    write_photo(bad, gray_pixels(20, 30), overwrite=True)
    with qtbot.waitSignal(opened.opener.shown):
        click(opened, 2)
    assert opened.windowTitle() == "bad.png – Kolorit"


def test_where_all_photos_failed_each_can_be_tried_again(qtbot, window, photos):
    for photo in photos:
        photo.write_bytes(b"no photo at all")
    drop(window, files(*photos))
    qtbot.waitUntil(lambda: states(window) == [State.FAILED] * 2)
    with qtbot.waitSignal(window.coloring.opening_failed):
        click(window, 0)
    write_photo(photos[0], gray_pixels(20, 30), overwrite=True)
    with qtbot.waitSignal(window.opener.shown):
        click(window, 0)
    assert window.windowTitle() == "a.png – Kolorit"


def test_a_photo_whose_opening_was_stopped_can_be_opened_by_a_click(qtbot, opened, engine, gate):
    busy = gate()
    engine.submit(busy)
    click(opened, 1)
    qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
    assert opened.filmstrip.currentRow() == 0
    assert opened.filmstrip.selected_ids == [opened.album.items[0].id]
    with qtbot.waitSignal(opened.opener.shown):
        click(opened, 1)
        busy.release.set()
    assert opened.windowTitle() == "b.png – Kolorit"


def test_a_single_photo_can_be_closed(qtbot, window, photos, monkeypatch):
    close = window.actions_by_name["close-photo"]
    assert not close.isEnabled()
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    monkeypatch.setattr(dialogs, "ask_save_changes", lambda *_: Answer.Cancel)
    window.adjust.rows["strength"].box.setValue(30)
    close.trigger()
    assert window.viewer.isVisible()
    window.actions_by_name["undo"].trigger()
    qtbot.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.ControlModifier)
    assert window.empty.isVisible()
    assert window.album.items == ()
    assert not close.isEnabled()
