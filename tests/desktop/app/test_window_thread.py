"""The thread of the window touches no disk: a share that takes ten seconds holds up nothing."""

import builtins
import io
import os
import threading

import pytest

from desktop import dialogs
from desktop.state import settings as keys
from desktop.state.settings import Settings
from desktop.widgets.folder_row import FolderRow
from engine.files.image_io import write_photo
from tests.desktop.gestures import choose, drop, files, save, show_photo, start_window, told
from tests.desktop.photos.test_session import crash
from tests.threads import PATIENCE
from tests.tiny import gray_pixels

_TOUCH = (
    *("stat", "lstat", "listdir", "scandir", "open", "mkdir", "rmdir", "unlink", "remove"),
    *("rename", "replace", "link", "symlink", "readlink", "chmod", "utime", "access", "getxattr"),
)


@pytest.fixture
def touched(monkeypatch, tmp_path, tiny_models):
    """Which functions were called, on which thread, for a path of the user's."""
    calls = []

    def record(name, path):
        text = os.fsdecode(path) if isinstance(path, (str, bytes, os.PathLike)) else ""
        if text.startswith(str(tmp_path)) and not text.startswith(str(tiny_models)):
            is_window = threading.current_thread() is threading.main_thread()
            calls.append((name, text, "window" if is_window else "other"))

    def watched(name, real):
        def call(path=".", *args, **kwargs):
            record(name, path)
            return real(path, *args, **kwargs)

        return call

    for name in _TOUCH:
        if hasattr(os, name):
            monkeypatch.setattr(os, name, watched(f"os.{name}", getattr(os, name)))
    for name in ("exists", "isdir", "isfile", "islink", "realpath", "samefile"):  # in C on Windows
        monkeypatch.setattr(os.path, name, watched(f"os.path.{name}", getattr(os.path, name)))
    monkeypatch.setattr(io, "open", watched("io.open", io.open))
    monkeypatch.setattr(builtins, "open", watched("open", builtins.open))
    return calls


def by_window(calls):
    return [(name, path) for name, path, thread in calls if thread == "window"]


def test_what_is_recorded_is_seen(touched, tmp_path):
    write_photo(tmp_path / "photo.png", gray_pixels(20, 30))
    (tmp_path / "photo.png").exists()
    assert ("os.stat", str(tmp_path / "photo.png")) in by_window(touched)


def test_nothing_the_user_does_waits_for_a_disk(
    qtbot, window, engine, settings, sessions, scans, tmp_path, monkeypatch, touched
):
    """Open a folder, look, save, save all, keep a look, crash, open all again, close."""
    results = tmp_path / "results"
    results.mkdir()
    touched.clear()
    settings.set(keys.FOLDER, str(results))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    window.adjust.rows["strength"].box.setValue(40)
    show_photo(qtbot, window, 1)
    choose(monkeypatch, results / "one.png")
    with qtbot.waitSignal(window.saver.ended):
        save(window)
    with qtbot.waitSignal(window.saver.ended):
        window.actions_by_name["save-comparison"].trigger()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: results)
    with qtbot.waitSignal(window.saver.ended):
        window.actions_by_name["save-all"].trigger()
    with qtbot.waitSignal(window.exports.saved):
        window.actions_by_name["keep-settings"].trigger()
    with qtbot.waitSignal(window.exports.prepared):
        window.handle.pulled.emit()
    window._journal.write()
    assert window._journal.wait(PATIENCE)
    crash(window)
    second = start_window(qtbot, engine, settings, sessions)
    assert "your 3 photos" in second.messages.text
    with qtbot.waitSignal(second.coloring.photo_colored):
        second.actions_by_name["restore"].trigger()
    assert second.close()
    assert second.wait(PATIENCE)
    assert settings.wait(PATIENCE)
    assert by_window(touched) == []
    seen = {path for _name, path, thread in touched if thread == "other"}
    assert {str(scans), str(results), str(sessions), str(scans / "scan-1.png")} <= seen
    assert len(list(results.iterdir())) == 4


def test_a_disk_that_does_not_answer_holds_up_nothing(qtbot, window, tmp_path, monkeypatch, scans):
    """The window still paints, takes a drop of another disk's photos in its turn, and closes."""
    answers, asked = threading.Event(), threading.Event()
    isdir = os.path.isdir

    def slow(path):
        if "share" in os.fspath(path):
            asked.set()
            assert answers.wait(PATIENCE)
        return isdir(path)

    monkeypatch.setattr(os.path, "isdir", slow)
    drop(window, files(tmp_path / "share"))
    assert asked.wait(PATIENCE)
    assert window.activity.text == "Opening…"
    drop(window, files(scans))
    with qtbot.waitSignal(window.coloring.photo_colored):
        answers.set()
    assert len(window.album.items) == 4  # the share was a name of no folder: a photo that failed


def test_a_window_closes_while_a_disk_does_not_answer(qtbot, window, tmp_path, monkeypatch):
    answers, asked = threading.Event(), threading.Event()

    def slow(_path):
        asked.set()
        assert answers.wait(PATIENCE)
        return False

    monkeypatch.setattr(os.path, "isdir", slow)
    drop(window, files(tmp_path / "share"))
    assert asked.wait(PATIENCE)
    assert window.close()
    assert window.wait(PATIENCE)
    answers.set()
    told(qtbot, window)


def test_a_setting_is_stored_by_another_thread(qtbot, settings, monkeypatch):
    threads = []
    store = keys._store

    def watched(*args):
        threads.append(threading.current_thread())
        store(*args)

    monkeypatch.setattr(keys, "_store", watched)
    settings.set(keys.DEVICE, "cpu")
    assert settings.get(keys.DEVICE) == "cpu"  # at once
    assert settings.wait(PATIENCE)
    assert threads
    assert threads[0] is not threading.main_thread()
    assert isinstance(settings, Settings)


def test_a_folder_is_dropped_on_its_line(qtbot, qapp, scans, touched):
    row = FolderRow()
    qtbot.addWidget(row)
    row.show()
    touched.clear()
    for dropped, expected in ((scans / "scan-1.png", ""), (scans, str(scans))):
        drop(row, files(dropped))
        qtbot.waitUntil(lambda: not row._disk.is_busy)
        assert row.line.text() == expected
    assert by_window(touched) == []
