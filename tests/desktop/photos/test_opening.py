"""What comes into the window: drops, pastes, and files that are none."""

import threading
import zlib
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.jobs import engine_tasks
from desktop.state import settings as keys
from engine.files.image_io import write_photo
from tests.desktop.gestures import ENTRY, colored, drop, files, is_reddish, pixel, told
from tests.pictures import PHOTOS, in_doubt
from tests.threads import PATIENCE
from tests.tiny import gray_pixels


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.jpg", b"this is no photo", "is not a supported image file"),
        ("empty.png", b"", "0 bytes"),
        ("cut.jpg", None, "damaged"),
    ],
)
def test_bad_files_are_told_and_the_last_photo_stays(qtbot, opened, tmp_path, name, content, words):
    whole = (tmp_path / "ramp.jpg").read_bytes()
    (tmp_path / name).write_bytes(whole[:-300] if content is None else content)
    with qtbot.waitSignal(opened.coloring.failed):
        drop(opened, files(tmp_path / name))
    assert words in opened.messages.text
    assert name in opened.messages.text
    assert opened.windowTitle() == "ramp.jpg – Kolorit"
    assert is_reddish(pixel(opened))


def test_a_folder_without_photos_is_told(qtbot, window, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    drop(window, files(empty))
    told(qtbot, window)
    assert "No photos found in “empty”" in window.messages.text


def test_a_photo_named_by_a_relative_path_is_the_same_photo(
    qtbot, window, gray_jpeg, settings, monkeypatch
):
    monkeypatch.chdir(gray_jpeg.parent)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.open_paths([Path("ramp.jpg")])  # as from the command line
    drop(window, files(gray_jpeg))
    told(qtbot, window)
    assert [item.path for item in window.album.items] == [gray_jpeg]
    assert settings.get(keys.LAST_FOLDER) == str(gray_jpeg.parent)


def test_text_is_not_accepted(window):
    mime = QMimeData()
    mime.setText("hello")
    assert not drop(window, mime)


def test_a_picture_is_pasted(qtbot, window, tmp_path):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(90, 90, 90))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored):
        window.actions_by_name["paste"].trigger()
    assert window.coloring.document.photo.size == (20, 30)
    assert window.coloring.document.suggest_path(tmp_path) == tmp_path / "photo-color.png"


def copy_png(data):
    mime = QMimeData()
    mime.setData("image/png", data)
    QGuiApplication.clipboard().setMimeData(mime)


def png(tmp_path):
    write_photo(tmp_path / "copied.png", gray_pixels(20, 30))
    return (tmp_path / "copied.png").read_bytes()


def test_a_png_that_is_pasted_is_not_decoded_by_the_windows_thread(
    qtbot, window, tmp_path, monkeypatch
):
    decode, threads = engine_tasks.qimage_from_bytes, []

    def seen(data):
        threads.append(threading.current_thread())
        return decode(data)

    monkeypatch.setattr(engine_tasks, "qimage_from_bytes", seen)
    copy_png(png(tmp_path))
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["paste"].trigger()
    assert (window.coloring.document.photo.rgb == gray_pixels(20, 30)).all()
    assert len(threads) == 1
    assert threads[0] is not threading.main_thread()


@pytest.mark.parametrize(("side", "words"), [(15_000, "200 megapixels"), (20, "damaged")])
def test_a_png_that_cannot_be_pasted_is_told(qtbot, opened, tmp_path, side, words):
    head, size = b"\x89PNG\r\n\x1a\n\0\0\0\r", side.to_bytes(4, "big") * 2
    chunk = b"IHDR" + size + b"\x08\0\0\0\0"
    copy_png(head + chunk + zlib.crc32(chunk).to_bytes(4, "big") + b"\0\0\x10\0IDAT" + bytes(99))
    with qtbot.waitSignal(opened.coloring.opening_failed):
        opened.actions_by_name["paste"].trigger()
    assert words in opened.messages.text
    assert opened.windowTitle() == "ramp.jpg – Kolorit"


def test_an_empty_clipboard_is_told(window):
    QGuiApplication.clipboard().setText("only words")
    window.actions_by_name["paste"].trigger()
    assert "no image in the clipboard" in window.messages.text


def test_a_photo_in_color_is_shown_and_colored_only_when_the_user_says_so(qtbot, window, tmp_path):
    Image.fromarray(PHOTOS["coffee"]).save(tmp_path / "color.png")
    with qtbot.waitSignal(window.coloring.failed):
        drop(window, files(tmp_path / "color.png"))
    assert "color.png” looks like a color photo" in window.messages.text
    assert window.coloring.document.encoding is None
    button = window.messages._action
    assert button.text() == "Colorize anyway"
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.coloring.document.encoding is not None


def test_a_photo_that_may_be_in_color_is_colored_and_it_is_told(qtbot, window, tmp_path):
    Image.fromarray(in_doubt()).save(tmp_path / "pale.png")
    with qtbot.waitSignal(window.coloring.doubted):
        drop(window, files(tmp_path / "pale.png"))
    assert "“pale.png” may be a color photo" in window.messages.text
    assert window.coloring.document.encoding is not None


def test_a_drop_is_a_copy_even_if_a_move_is_proposed(window, gray_jpeg):
    move, buttons = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
    both = move | Qt.DropAction.CopyAction
    mime = files(gray_jpeg)
    for kind, place in ((QDragEnterEvent, ENTRY), (QDropEvent, QPointF(9, 9))):
        event = kind(place, both, mime, buttons, Qt.KeyboardModifier.ShiftModifier)
        event.setDropAction(move)
        QApplication.sendEvent(window, event)
        assert event.isAccepted()
        assert event.dropAction() == Qt.DropAction.CopyAction


def test_a_new_photo_starts_at_full_strength(qtbot, opened, tmp_path):
    opened.adjust.rows["strength"].box.setValue(0)
    write_photo(tmp_path / "next.png", gray_pixels(20, 30))
    with qtbot.waitSignal(opened.coloring.photo_opened):
        drop(opened, files(tmp_path / "next.png"))
    assert opened.adjust.rows["strength"].value == 100


def test_what_opening_left_behind_is_told(qtbot, window, tmp_path):
    page = Image.fromarray(np.full((4, 4), 30_000, np.uint16))
    page.save(tmp_path / "deep.tif", save_all=True, append_images=[page])
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(tmp_path / "deep.tif"))
    assert window.messages.text == "This is page 1 of 2."


def test_a_photo_opened_while_another_is_colored_gets_its_own_colors(
    qtbot, window, gray_jpeg, gate, monkeypatch, tmp_path
):
    def is_newer(document):
        return document.photo.path.name == "newer.png"

    nothing = engine_tasks.Colored(None, window.coloring.model)
    stopped, real = gate(nothing), engine_tasks.colorize
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: stopped)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert stopped.entered.wait(PATIENCE)
    monkeypatch.setattr(engine_tasks, "colorize", real)
    write_photo(tmp_path / "newer.png", gray_pixels(20, 30))
    drop(window, files(tmp_path / "newer.png"))
    with qtbot.waitSignal(window.coloring.photo_colored, check_params_cb=is_newer) as blocker:
        stopped.release.set()
    assert blocker.args[0].encoding.photo is blocker.args[0].photo


@pytest.mark.parametrize("is_there", [True, False])
def test_the_question_begins_in_a_folder_that_is_there(
    qtbot, window, settings, tmp_path, monkeypatch, is_there
):
    pictures, home = tmp_path / "Pictures", tmp_path / "home"
    home.mkdir()
    if is_there:
        pictures.mkdir()
    monkeypatch.setattr(dialogs, "pictures_folder", lambda: pictures)
    monkeypatch.setenv("HOME", str(home))
    settings.set(keys.LAST_FOLDER, str(tmp_path / "gone"))
    asked = []
    monkeypatch.setattr(dialogs, "ask_open_paths", lambda _, folder: asked.append(folder) or [])
    window.actions_by_name["open"].trigger()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked == [pictures if is_there else home]
