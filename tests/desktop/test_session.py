"""A crash loses no work: the journal, and what a new window makes of it."""

import json

import pytest
from PySide6.QtCore import QLockFile, Qt
from PySide6.QtGui import QCloseEvent

from desktop.document import Look
from desktop.look_json import look_from_json, look_to_json
from desktop.main_window import MainWindow
from desktop.session import CrashedSessions
from engine.hint_values import Hint
from engine.image_io import write_photo
from engine.render_settings import RenderSettings
from tests.desktop.gestures import drop, files
from tests.tiny import gray_pixels

LOOK = Look(RenderSettings(0.5, -0.25), 2.0, 300, (Hint(0.25, 0.75, (12.5, -30.0)),), "fast")


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


def reborn(qtbot, engine, settings, sessions):
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.coloring.model_loaded, timeout=20_000):
        window.start()
    return window


def test_after_a_crash_photos_and_looks_come_back(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(*photos))
    window.adjust.rows["strength"].box.setValue(40)
    window.adjust.rows["warmth"].box.setValue(-30)
    qtbot.waitUntil(lambda: any("0.4" in path.read_text() for path in sessions.glob("*.json")))
    crash(window)
    second = reborn(qtbot, engine, settings, sessions)
    assert "were open: 2." in second.messages.text
    with qtbot.waitSignal(second.coloring.photo_colored):
        qtbot.mouseClick(second.messages._action, Qt.MouseButton.LeftButton)
    assert [item.path for item in second.album.items] == photos
    assert second.coloring.document.look.settings == RenderSettings(0.4, -0.3)
    assert second.adjust.rows["strength"].value == 40
    assert len(list(sessions.glob("*.json"))) == 1  # its own


def test_a_photo_that_changed_since_the_crash_is_told(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window.adjust.rows["strength"].box.setValue(40)
    window._journal.write()
    crash(window)
    write_photo(photos[0], 255 - gray_pixels(20, 30), overwrite=True)
    second = reborn(qtbot, engine, settings, sessions)
    with qtbot.waitSignal(second.coloring.photo_colored):
        qtbot.mouseClick(second.messages._action, Qt.MouseButton.LeftButton)
    assert "has changed since" in second.messages.text
    assert second.coloring.document.look.settings.strength == 0.4


def test_a_closed_window_leaves_nothing_to_offer(qtbot, window, engine, settings, sessions, photos):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window._journal.write()
    assert list(sessions.glob("*.json"))
    window.closeEvent(QCloseEvent())
    assert not list(sessions.glob("*.json"))
    assert reborn(qtbot, engine, settings, sessions).messages.text == ""


def test_the_photos_of_a_living_window_are_not_offered(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window._journal.write()
    assert reborn(qtbot, engine, settings, sessions).messages.text == ""


def test_photos_that_are_gone_are_not_offered(tmp_path, photos):
    tree = {"kolorit": 1, "photos": [{"path": str(path)} for path in (*photos, tmp_path / "gone")]}
    (tmp_path / "left.json").write_text(json.dumps(tree))
    found = CrashedSessions(tmp_path)
    assert [photo.path for photo in found.photos] == photos
    found.forget()
    assert not (tmp_path / "left.json").exists()


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
    ],
)
def test_a_spoilt_journal_is_no_obstacle(tmp_path, text):
    (tmp_path / "left.json").write_text(text)
    assert CrashedSessions(tmp_path).photos == ()


def test_a_lock_of_a_living_instance_is_respected(qapp, tmp_path, photos):
    (tmp_path / "left.json").write_text(json.dumps({"photos": [{"path": str(photos[0])}]}))
    lock = QLockFile(str(tmp_path / "left.lock"))
    assert lock.tryLock(0)
    assert CrashedSessions(tmp_path).photos == ()
    lock.unlock()
    assert len(CrashedSessions(tmp_path).photos) == 1


def test_a_look_survives_the_way_to_json_and_back():
    assert look_from_json(json.loads(json.dumps(look_to_json(LOOK)))) == LOOK
    assert look_to_json(Look()) == {}
    assert look_from_json({"of a later version": 1}) == Look()


@pytest.mark.parametrize(
    "tree",
    [
        3,
        {"strength": 5},
        {"strength": float("nan")},
        {"warmth": "hot"},
        {"vividness": 0},
        {"size": 1},
        {"size": 2.5},
        {"model": 3},
        {"model": "../elsewhere/foreign.safetensors"},
        {"model": "long" * 20},
        {"hints": {}},
        {"hints": [{}]},
        {"hints": [{"row": 0.5, "column": 0.5, "ab": [1]}]},
        {"hints": [{"row": 2, "column": 0.5, "ab": [1, 2]}]},
        {"hints": [{"row": 0.5, "column": 0.5, "ab": [1e9, 2]}]},
    ],
)
def test_what_is_no_look_is_refused(tree):
    with pytest.raises(ValueError, match=r"."):
        look_from_json(tree)


def test_a_disk_that_refuses_is_no_obstacle(qtbot, window, photos, monkeypatch, caplog):
    def refuse(_path):
        raise OSError(28, "no space")

    monkeypatch.setattr("desktop.session.written_beside", refuse)
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window._journal.write()
    assert "not journalled" in caplog.text
    assert window.windowTitle().startswith("grandma")


def test_settings_kept_beside_a_photo_come_back_with_it(
    qtbot, window, engine, settings, sessions, photos
):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    window.adjust.rows["strength"].box.setValue(60)
    with qtbot.waitSignal(window.exports.saved) as saved:
        window.actions_by_name["keep-look"].trigger()
    assert saved.args[0] == photos[0].with_name("grandma ☂.png.kolorit.json")
    assert window.saver.unsaved == 0
    window.closeEvent(QCloseEvent())
    second = reborn(qtbot, engine, settings, sessions)
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
    assert window.coloring.document.look == Look()
