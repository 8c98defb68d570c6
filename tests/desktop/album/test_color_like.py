"""A gray photo is colored like a color photo that the user names."""

import numpy as np
import pytest

from desktop import dialogs
from desktop.app.main_window import MainWindow
from engine.files.image_io import write_photo
from tests.engine.album.scenes import frame, scene


@pytest.fixture
def named(tmp_path, monkeypatch):
    """Writes pictures, and names them when the window asks."""

    def write(pixels, name="color.png"):
        write_photo(tmp_path / name, pixels)
        monkeypatch.setattr(dialogs, "ask_color_photo", lambda *_: tmp_path / name)

    return write


@pytest.fixture
def window(qtbot, engine, settings, sessions, hinting_models, tmp_path):
    gray = np.repeat(frame(scene()).mean(axis=-1, keepdims=True), 3, axis=-1).astype(np.uint8)
    write_photo(tmp_path / "gray.png", gray)
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.start()
        window.opener.open_paths([tmp_path / "gray.png"])
    qtbot.waitUntil(window.actions_by_name["color-like"].isEnabled)
    return window


def told(window, text):
    return lambda: text in window.messages.text


def test_colors_of_the_same_scene_are_taken_over_in_one_step(qtbot, window, named):
    named(frame(scene(), top=110))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["color-like"].trigger()
        assert "color.png" in window.messages.text
    qtbot.waitUntil(told(window, "colors were taken over from “color.png”."))
    hints = window.hints.hints
    assert len(hints) >= 3
    assert all(hint.taken_over for hint in hints)
    assert window.adjust.hints.list.count() == len(hints)
    assert window.coloring.document.developed.encoding.provenance.taken_over == len(hints)
    assert window.actions_by_name["undo"].text() == "&Undo color like another photo"
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["undo"].trigger()
    assert window.hints.hints == ()


def test_a_color_that_a_person_changes_is_a_persons(qtbot, window, named):
    named(frame(scene()))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["color-like"].trigger()
    window.hints._target = 0
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.hints._on_ab_chosen(10.0, 10.0)
    assert [hint.taken_over for hint in window.hints.hints[:2]] == [False, True]


@pytest.mark.parametrize(
    ("pixels", "text"),
    [
        (frame(scene(4)), "Nothing in “color.png” is surely the same"),
        (np.full((64, 80, 3), 90, np.uint8), "“color.png” has no colors"),
    ],
)
def test_a_photo_that_does_not_help_changes_nothing(qtbot, window, named, pixels, text):
    named(pixels)
    window.actions_by_name["color-like"].trigger()
    qtbot.waitUntil(told(window, text))
    assert window.hints.hints == ()
    assert not window.actions_by_name["undo"].isEnabled()


def test_a_file_that_cannot_be_read_is_told(qtbot, window, tmp_path, monkeypatch):
    (tmp_path / "broken.png").write_bytes(b"no picture")
    monkeypatch.setattr(dialogs, "ask_color_photo", lambda *_: tmp_path / "broken.png")
    window.actions_by_name["color-like"].trigger()
    qtbot.waitUntil(told(window, "broken.png” is not"))
    assert window.hints.hints == ()


def test_whoever_names_no_photo_keeps_what_there_was(window, monkeypatch):
    monkeypatch.setattr(dialogs, "ask_color_photo", lambda *_: None)
    window.actions_by_name["color-like"].trigger()
    assert window.messages.text == ""
    assert window.hints.hints == ()
