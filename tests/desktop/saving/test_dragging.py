"""The colored photo is dragged out of the window, by the hand of a test."""

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.jobs.job import Job
from desktop.saving import save_tasks
from desktop.widgets import drag_handle
from engine.errors import ImageError, ImageProblem
from engine.files.image_io import read_photo, write_photo
from tests.desktop.gestures import drop, files, told
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

LEFT, START, AWAY = Qt.MouseButton.LeftButton, QPoint(6, 6), QPoint(60, 6)


@pytest.fixture
def opened(qtbot, window, tmp_path):
    assert window.handle.isHidden()
    write_photo(tmp_path / "a.png", gray_pixels(20, 30))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "a.png"))
    return window


@pytest.fixture
def dragged(monkeypatch):
    seen = []
    monkeypatch.setattr(drag_handle, "drag_file", lambda _, path: seen.append(path))
    return seen


def pull(qtbot, window):
    qtbot.mousePress(window.handle, LEFT, pos=START)
    qtbot.mouseMove(window.handle, AWAY)


def test_a_pull_ends_in_a_drag_of_the_whole_photo(qtbot, opened, dragged, tmp_path):
    assert opened.handle.isVisible()
    with qtbot.waitSignal(opened.exports.prepared):
        pull(qtbot, opened)
        assert opened.handle.text() == "Please wait…"
    assert [path.name for path in dragged] == ["a-color.png"]
    assert dragged[0].parent != tmp_path
    assert read_photo(dragged[0]).size == (20, 30)
    assert opened.handle.text() == "Drag to another app"
    assert opened.messages.text == ""
    assert opened.saver._targets == {}
    with qtbot.waitSignal(opened.exports.prepared):
        pull(qtbot, opened)
    assert dragged[1] != dragged[0]
    assert dragged[1].name == "a-color.png"


def test_a_hand_that_lets_go_too_early_drags_nothing(qtbot, opened, dragged, gate, monkeypatch):
    slow = gate()

    def save(_subject, path, _choices):
        slow.result = path
        return slow

    monkeypatch.setattr(save_tasks, "save", save)
    pull(qtbot, opened)
    assert slow.entered.wait(PATIENCE)
    qtbot.mouseRelease(opened.handle, LEFT, pos=AWAY)
    assert opened.activity.text == "Stopping…"
    with qtbot.waitSignal(opened.exports.dropped) as dropped:
        slow.release.set()
    assert dropped.args == [slow.result, None]
    assert dragged == []
    assert opened.handle.text() == "Drag to another app"


def test_a_file_that_comes_too_late_does_not_stay(qtbot, opened, dragged, monkeypatch):
    monkeypatch.setattr(Job, "stop", lambda _: None)  # it is ready by then
    with qtbot.waitSignal(opened.exports.prepared) as prepared:
        pull(qtbot, opened)
        qtbot.mouseRelease(opened.handle, LEFT, pos=AWAY)
    assert dragged == []
    qtbot.waitUntil(lambda: not prepared.args[0].exists())
    with qtbot.waitSignal(opened.exports.prepared):
        pull(qtbot, opened)
    assert dragged[0].exists()


def test_a_file_that_cannot_be_made_is_told(qtbot, opened, dragged, monkeypatch, tmp_path):
    def full(_token, _report):
        raise ImageError(tmp_path / "a-color.png", ImageProblem.DISK_FULL)

    monkeypatch.setattr(save_tasks, "save", lambda *_: full)
    with qtbot.waitSignal(opened.exports.failed):
        pull(qtbot, opened)
    assert "disk is full" in opened.messages.text
    assert dragged == []
    assert opened.handle.text() == "Drag to another app"


def test_a_click_saves(qtbot, opened, monkeypatch):
    asked = []
    monkeypatch.setattr("desktop.dialogs.ask_save_path", lambda _, path: asked.append(path.name))
    qtbot.mouseClick(opened.handle, LEFT, pos=START)
    told(qtbot, opened)
    assert asked == ["a-color.png"]
