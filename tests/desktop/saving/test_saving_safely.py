"""Nothing that is there is lost when photos are saved, whatever else goes on meanwhile."""

import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QFileDialog

from desktop import dialogs
from desktop.photos.incoming import photos_in
from engine.files import image_io
from engine.files.image_io import SUFFIXES, read_photo, write_photo
from tests.desktop.gestures import choose, drop, files, save, told
from tests.threads import PATIENCE
from tests.tiny import gray_pixels


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where all photos are saved."""
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    return folder


def open_photos(qtbot, window, *paths):
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        write_photo(path, gray_pixels(20, 30))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(*paths))


def save_all(qtbot, window, meanwhile=lambda: None):
    with qtbot.waitSignal(window.saver.ended) as ended:
        window.actions_by_name["save-all"].trigger()
        told(qtbot, window)
        meanwhile()
    return ended.args[0]


def is_one_saved(text, folder):
    return text.startswith("1 photo") and text.endswith(f" saved in “{folder}”.")


def test_names_that_differ_only_in_case_become_two_files_on_every_disk(
    qtbot, window, folder, tmp_path
):
    open_photos(qtbot, window, tmp_path / "a" / "scan.png", tmp_path / "b" / "SCAN.png")
    save_all(qtbot, window)
    names = {path.name.casefold() for path in folder.iterdir()}
    assert names == {"scan-color.png", "scan-color-2.png"}


def test_what_others_write_meanwhile_stays(qtbot, window, folder, tmp_path, engine, gate):
    open_photos(qtbot, window, tmp_path / "scan.png")
    busy = gate()
    engine.submit(busy)

    def written_by_another_program():
        (folder / "scan-color.png").write_bytes(b"of another program")
        busy.release.set()

    assert is_one_saved(save_all(qtbot, window, written_by_another_program), folder)
    assert (folder / "scan-color.png").read_bytes() == b"of another program"
    assert read_photo(folder / "scan-color-2.png").size == (20, 30)
    assert window.saver.unsaved == 0


def test_a_name_promised_to_one_of_all_is_not_suggested(
    qtbot, window, tmp_path, monkeypatch, engine, gate
):
    open_photos(qtbot, window, tmp_path / "scan.png")
    busy, suggested = gate(), []
    engine.submit(busy)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, path: suggested.append(path))

    def saves_one_too():
        save(window)
        told(qtbot, window)
        busy.release.set()

    save_all(qtbot, window, saves_one_too)
    assert suggested == [tmp_path / "scan-color-2.png"]


@pytest.mark.parametrize("command", ["save", "save-comparison"])
def test_no_photo_that_is_open_is_saved_over(qtbot, window, tmp_path, monkeypatch, command):
    paths = [tmp_path / "scan.png", tmp_path / "other.png"]
    open_photos(qtbot, window, *paths)
    before = paths[1].read_bytes()
    choose(monkeypatch, paths[1])
    with qtbot.waitSignal(window.exports.failed):
        window.actions_by_name[command].trigger()
    assert "never overwrites" in window.messages.text
    assert paths[1].read_bytes() == before


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere names are counted in letters")
def test_a_long_name_is_shortened(qtbot, window, folder, tmp_path, monkeypatch):
    photo = tmp_path / f"{'я' * 125}.png"
    open_photos(qtbot, window, photo)
    suggested = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, path: suggested.append(path))
    for command in ("save", "save-comparison"):
        window.actions_by_name[command].trigger()
        told(qtbot, window)
    assert is_one_saved(save_all(qtbot, window), folder)
    saved = next(folder.iterdir())
    assert saved.name == suggested[0].name == f"{'я' * 122}-color.png"
    assert len(suggested[1].name.encode()) <= 255


def test_a_child_that_cannot_be_looked_at_leaves_the_others(tmp_path):
    write_photo(tmp_path / "scan.png", gray_pixels(20, 30))
    (tmp_path / "bad.png").symlink_to("ы" * 200)
    assert photos_in(tmp_path) == [tmp_path / "scan.png"]
    nowhere = tmp_path / ("ы" * 200)
    assert photos_in(nowhere) == [nowhere]  # whoever asks for it is told


@pytest.mark.parametrize("command", ["save", "save-comparison", "save-all"])
def test_what_comes_while_a_photo_is_written_is_not_replaced(
    qtbot, window, folder, tmp_path, monkeypatch, command
):
    open_photos(qtbot, window, tmp_path / "scan.png")
    taken = folder / "scan-color.png"
    choose(monkeypatch, taken)
    write_png, names = image_io._WRITERS["PNG"], [taken, folder / "scan-color-2.png"]

    def late(*arguments):
        if names:
            names.pop(0).write_bytes(b"of another program")
        write_png(*arguments)

    monkeypatch.setattr(image_io, "_WRITERS", image_io._WRITERS | {"PNG": late})
    with qtbot.waitSignal(window.exports.saved) as saved:
        window.actions_by_name[command].trigger()
    assert saved.args[0] == folder / "scan-color-3.png"
    for name in ("scan-color.png", "scan-color-2.png"):
        assert (folder / name).read_bytes() == b"of another program"
    assert read_photo(folder / "scan-color-3.png").size[0] == 20


def test_a_file_that_the_user_agreed_to_replace_is_replaced(qtbot, window, tmp_path, monkeypatch):
    open_photos(qtbot, window, tmp_path / "scan.png")
    out = tmp_path / "out.png"
    out.write_bytes(b"of last week")
    choose(monkeypatch, out)
    with qtbot.waitSignal(window.exports.saved) as saved:
        save(window)
    assert saved.args[0] == out
    assert read_photo(out).size == (20, 30)


@pytest.mark.parametrize("command", ["save", "save-comparison"])
def test_a_file_that_comes_after_the_user_was_asked_is_not_replaced(
    qtbot, window, tmp_path, monkeypatch, engine, gate, command
):
    """Another window saves under the name that both were free to choose."""
    open_photos(qtbot, window, tmp_path / "scan.png")
    busy, out = gate(), tmp_path / "out.png"
    engine.submit(busy)
    choose(monkeypatch, out)
    with qtbot.waitSignal(window.exports.saved) as saved:
        window.actions_by_name[command].trigger()
        qtbot.waitUntil(lambda: window.exports.left == 1)
        out.write_bytes(b"of another window")
        busy.release.set()
    assert out.read_bytes() == b"of another window"
    assert saved.args[0] == tmp_path / "out-2.png"


def test_closing_waits_also_while_it_is_asked_whether_a_name_is_free(
    qtbot, window, tmp_path, monkeypatch
):
    open_photos(qtbot, window, tmp_path / "scan.png")
    choose(monkeypatch, tmp_path / "out.png")
    asked, answered = threading.Event(), threading.Event()

    def slow(path):
        asked.set()
        assert answered.wait(PATIENCE)
        return path.exists()

    monkeypatch.setattr("desktop.saving.saving.is_there", slow)
    save(window)
    qtbot.waitUntil(asked.is_set)
    assert not window.close()
    answered.set()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert read_photo(tmp_path / "out.png").size == (20, 30)


@pytest.mark.parametrize("ending", sorted(SUFFIXES))
def test_every_ending_that_is_written_can_be_saved_as(qtbot, window, tmp_path, monkeypatch, ending):
    photo = tmp_path / f"scan{ending}"
    open_photos(qtbot, window, photo)
    seen = []

    def accepted(dialog):
        seen.append(Path(dialog.selectedFiles()[0]))
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(QFileDialog, "exec", accepted)
    with qtbot.waitSignal(window.exports.saved) as saved:
        save(window)
    assert seen == [saved.args[0]] == [tmp_path / f"scan-color{ending}"]
    assert read_photo(saved.args[0]).size == (20, 30)
