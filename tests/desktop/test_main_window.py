"""The real window: real drops, drags and saves, with a tiny model behind it."""

import threading

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from desktop import dialogs, engine_tasks
from desktop import settings as keys
from desktop.main_window import MainWindow
from desktop.qimage import rgb_from_qimage
from desktop.widgets.preferences import Preferences
from engine.catalog import SAMPLE_PHOTO
from engine.colorize import lab_from_pixels
from engine.errors import DeviceMemoryError
from engine.image_io import read_photo, write_photo
from tests.desktop.gestures import ENTRY, drop, files
from tests.pictures import PHOTOS
from tests.tiny import gray_pixels


def colored(drawing):
    return drawing.after is not None


def pixel(window):
    """The color a little to the right of the split line, as painted."""
    picture = window.viewer.grab().toImage()
    return picture.pixelColor(picture.width() // 2 + 60, picture.height() // 2)


def is_reddish(color):
    return color.red() > color.green() + 20


@pytest.fixture
def opened(qtbot, window, gray_jpeg):
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored, timeout=10_000):
        drop(window, files(gray_jpeg))
    return window


def choose(monkeypatch, path):
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: path)


def save(window):
    window.actions_by_name["save"].trigger()


def test_the_empty_window_invites_and_offers_only_what_works(window):
    assert window.empty.isVisible()
    enabled = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
    assert enabled == {"open", "open-folder", "paste", "batch", "preferences", "shortcuts", "quit"}


def test_a_dropped_photo_is_shown_and_colored(opened):
    assert opened.viewer.isVisible()
    assert opened.windowTitle() == "ramp.jpg – Kolorit"
    assert is_reddish(pixel(opened))
    off = {name for name, action in opened.actions_by_name.items() if not action.isEnabled()}
    of_hints = {"set-colors", "copy-colors", "paste-colors", "doubt"}
    assert off == {"undo", "redo", "restore"} | of_hints
    assert opened.activity.isHidden()


def test_the_original_is_shown_before_the_network_has_run(
    qtbot, window, gray_jpeg, gate, monkeypatch
):
    network = gate()
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: network)
    with qtbot.waitSignal(window.previews.drawn, timeout=10_000) as blocker:
        drop(window, files(gray_jpeg))
    assert not colored(blocker.args[0])
    assert window.activity.text == "Coloring…"
    gray = pixel(window)
    assert gray.red() == gray.green() == gray.blue() > 50
    window.activity.cancel.click()
    network.release.set()


def test_dragging_the_strength_slider_repaints(qtbot, opened):
    slider = opened.adjust.rows["strength"].slider

    def drawn_at(strength):
        return lambda drawing: drawing.scene.look.settings.strength == strength

    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=drawn_at(0.0)):
        slider.setFocus()
        qtbot.keyClick(slider, Qt.Key.Key_Home)
    gray = pixel(opened)
    assert gray.red() == gray.green() == gray.blue()
    handle = QPoint(slider.width() * 9 // 10, slider.height() // 2)
    with qtbot.waitSignal(opened.previews.drawn):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(6, slider.height() // 2))
        qtbot.mouseMove(slider, handle)
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=handle)
    assert opened.coloring.document.look.settings.strength > 1.5
    assert opened.adjust.rows["strength"].value > 150
    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=drawn_at(0.5)):
        opened.adjust.rows["strength"].box.setValue(50)
    assert slider.value() == 250


def test_saving_writes_what_is_shown_and_leaves_the_original(qtbot, opened, monkeypatch, tmp_path):
    original = (tmp_path / "ramp.jpg").read_bytes()
    opened.adjust.rows["strength"].box.setValue(150)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved, timeout=10_000):
        save(opened)
    before, after = (
        lab_from_pixels(read_photo(tmp_path / name).rgb) for name in ("ramp.jpg", "out.png")
    )
    assert (after[0] - before[0]).abs().mean() <= 0.5
    assert after[1].mean() > 30
    assert (tmp_path / "ramp.jpg").read_bytes() == original
    assert "out.png" in opened.messages.text


def test_the_suggested_name_is_a_new_one(opened, monkeypatch, tmp_path):
    seen = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, name: seen.append(name))
    save(opened)
    assert seen == [tmp_path / "ramp-color.jpg"]


def test_the_original_cannot_be_saved_over(qtbot, opened, engine, monkeypatch, tmp_path):
    content = (tmp_path / "ramp.jpg").read_bytes()
    choose(monkeypatch, tmp_path / "ramp.jpg")
    with qtbot.waitSignal(engine.failed):
        save(opened)
    assert "never overwrites" in opened.messages.text
    assert (tmp_path / "ramp.jpg").read_bytes() == content


def test_choosing_another_model_colors_again_and_is_remembered(qtbot, opened, settings):
    def green(drawing):
        return colored(drawing) and not is_reddish(drawing.after.pixelColor(30, 20))

    combo = opened.adjust.model
    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=green, timeout=10_000):
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert settings.get(keys.MODEL) == "greenish"


def test_a_model_that_is_gone_is_told_and_the_default_serves(
    qtbot, engine, settings, sessions, tiny_models
):
    settings.set(keys.MODEL, "retired")
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.coloring.model_loaded, timeout=10_000):
        window.start()
    assert "retired" in window.messages.text
    assert window.adjust.model.currentText() == "reddish"


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("text.jpg", b"this is no photo", "is not a photo"),
        ("empty.png", b"", "0 bytes"),
        ("cut.jpg", None, "damaged"),
    ],
)
def test_bad_files_are_told_and_the_last_photo_stays(
    qtbot, opened, engine, tmp_path, name, content, words
):
    whole = (tmp_path / "ramp.jpg").read_bytes()
    (tmp_path / name).write_bytes(whole[:-300] if content is None else content)
    with qtbot.waitSignal(engine.failed):
        drop(opened, files(tmp_path / name))
    assert words in opened.messages.text
    assert name in opened.messages.text
    assert opened.windowTitle() == "ramp.jpg – Kolorit"
    assert is_reddish(pixel(opened))


def test_a_folder_without_photos_is_told(window, tmp_path):
    empty = tmp_path / "empty"
    empty.mkdir()
    drop(window, files(empty))
    assert "no photos in “empty”" in window.messages.text


def test_text_is_not_accepted(window):
    mime = QMimeData()
    mime.setText("hello")
    assert not drop(window, mime)


def test_a_picture_is_pasted(qtbot, window, tmp_path):
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(90, 90, 90))
    QGuiApplication.clipboard().setImage(image)
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored, timeout=10_000):
        window.actions_by_name["paste"].trigger()
    assert window.coloring.document.photo.size == (20, 30)
    assert window.coloring.document.suggest_path(tmp_path) == tmp_path / "photo-color.png"


def test_an_empty_clipboard_is_told(window):
    QGuiApplication.clipboard().setText("only words")
    window.actions_by_name["paste"].trigger()
    assert "no picture in the clipboard" in window.messages.text


def test_out_of_memory_offers_a_retry_at_a_stated_size(
    qtbot, window, engine, gray_jpeg, monkeypatch
):
    sizes, real = [], engine_tasks.colorize

    def colorize(model, photo, look, earlier, *, recolor):
        sizes.append(look.size)

        def full(_token, _report):
            raise DeviceMemoryError("cuda:0", 33)

        return full if look.size is None else real(model, photo, look, earlier, recolor=recolor)

    monkeypatch.setattr(engine_tasks, "colorize", colorize)
    with qtbot.waitSignal(engine.failed):
        drop(window, files(gray_jpeg))
    button = window.messages._action
    assert button.text() == "Try at 33 pixels"
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sizes == [None, 33]


def test_a_photo_in_color_is_shown_and_colored_only_when_the_user_says_so(
    qtbot, window, engine, tmp_path
):
    Image.fromarray(PHOTOS["coffee"]).save(tmp_path / "color.png")
    with qtbot.waitSignal(engine.failed):
        drop(window, files(tmp_path / "color.png"))
    assert "color.png” is in color already" in window.messages.text
    assert window.coloring.document.encoding is None
    button = window.messages._action
    assert button.text() == "Color it anyway"
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.coloring.document.encoding is not None


def test_coloring_can_be_cancelled_and_asked_for_again(
    qtbot, window, engine, gray_jpeg, gate, monkeypatch
):
    stopped, real = gate(), engine_tasks.colorize
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: stopped)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert stopped.entered.wait(5)
    with qtbot.waitSignal(engine.cancelled):
        qtbot.mouseClick(window.activity.cancel, Qt.MouseButton.LeftButton)
        stopped.release.set()
    assert window.activity.isHidden()
    monkeypatch.setattr(engine_tasks, "colorize", real)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["colorize"].trigger()


def test_saving_shows_progress_and_can_be_cancelled(qtbot, opened, engine, monkeypatch, tmp_path):
    halfway, goes_on = threading.Event(), threading.Event()

    def stops_halfway(_encoding, _settings, token, report, *, bits):
        report(0.5)
        halfway.set()
        assert goes_on.wait(5)
        token.check()
        raise AssertionError("cancelling had no effect")

    monkeypatch.setattr("engine.saving.render_photo", stops_halfway)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(engine.progressed):
        save(opened)
    assert halfway.wait(5)
    assert opened.activity.text == "Saving…"
    assert opened.activity._bar.value() == 500
    with qtbot.waitSignal(engine.cancelled):
        qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
        goes_on.set()
    assert not (tmp_path / "out.png").exists()
    assert opened.activity.isHidden()


def test_a_save_cancelled_while_writing_leaves_no_file(
    qtbot, opened, engine, monkeypatch, tmp_path
):
    def cancelled_meanwhile(path, rgb, options, *, overwrite, token):
        token.cancel()
        write_photo(path, rgb, options, overwrite=overwrite, token=token)

    monkeypatch.setattr("engine.saving.write_photo", cancelled_meanwhile)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(engine.cancelled):
        save(opened)
    assert not list(tmp_path.glob("*out*"))


def test_the_picture_follows_the_slider_while_a_photo_is_saved(
    qtbot, opened, monkeypatch, tmp_path
):
    drawn_meanwhile = threading.Event()
    opened.previews.drawn.connect(lambda _: drawn_meanwhile.set())

    def slow(encoding, settings, token, report, *, bits):
        while not drawn_meanwhile.wait(0.01):
            report(0.5)
        return encoding.photo.rgb

    monkeypatch.setattr("engine.saving.render_photo", slow)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved, timeout=10_000):
        save(opened)
        opened.adjust.rows["strength"].box.setValue(30)
    assert drawn_meanwhile.is_set()


def test_closing_waits_for_a_save_and_then_closes(
    qtbot, opened, gate, engine, monkeypatch, tmp_path
):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    assert not opened.close()
    assert "still being saved" in opened.messages.text
    with qtbot.waitSignal(opened.exports.saved, timeout=10_000):
        busy.release.set()
    qtbot.waitUntil(opened.isHidden)
    assert (tmp_path / "out.png").exists()


def test_cancelling_the_save_that_a_close_waits_for_keeps_the_window(
    qtbot, opened, gate, engine, monkeypatch, tmp_path
):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    assert not opened.close()
    qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
    assert opened.messages.text == ""
    with qtbot.waitSignal(engine.cancelled):
        busy.release.set()
    with qtbot.waitSignal(opened.exports.saved, timeout=10_000):
        save(opened)
    assert opened.isVisible()
    assert "Saved" in opened.messages.text


def test_a_model_that_fails_does_not_leave_a_photo_uncolored(
    qtbot, window, gray_jpeg, gate, engine, monkeypatch, tiny_models
):
    (tiny_models / "greenish.safetensors").write_bytes(b"damaged")
    network, real = gate(), engine_tasks.colorize
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: network)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert network.entered.wait(5)
    monkeypatch.setattr(engine_tasks, "colorize", real)
    window.adjust.model.setFocus()
    qtbot.keyClick(window.adjust.model, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.coloring.photo_colored, timeout=10_000):
        network.release.set()
    assert "damaged" in window.messages.text


def test_closing_twice_does_not_wait(opened, gate, engine, monkeypatch, tmp_path):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    assert not opened.close()
    assert opened.close()
    busy.release.set()


def test_a_bug_is_logged_and_the_window_lives_on(
    qtbot, window, engine, gray_jpeg, monkeypatch, caplog
):
    def broken(*_, **__):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("engine.colorize.encode", broken)
        with qtbot.waitSignal(engine.crashed):
            drop(window, files(gray_jpeg))
    assert "ZeroDivisionError" in caplog.text
    assert "The log has the details" in window.messages.text
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))


def test_a_model_that_cannot_be_loaded_leaves_the_last_one_in_use(
    qtbot, opened, settings, tiny_models, sessions
):
    (tiny_models / "greenish.safetensors").write_bytes(b"damaged")
    combo = opened.adjust.model
    with qtbot.waitSignal(opened.coloring.model_failed):
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert combo.currentText() == "reddish"
    assert settings.get(keys.MODEL) == ""
    assert "damaged" in opened.messages.text
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.actions_by_name["colorize"].trigger()


def test_a_damaged_model_in_the_settings_is_told_and_the_default_serves(
    qtbot, engine, settings, sessions, tiny_models
):
    settings.set(keys.MODEL, "greenish")
    (tiny_models / "greenish.safetensors").write_bytes(b"damaged")
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.coloring.model_loaded, timeout=10_000) as blocker:
        window.start()
    assert blocker.args[0] == "reddish"
    assert "damaged" in window.messages.text


def test_without_its_models_the_app_opens_and_says_so(
    qtbot, engine, settings, sessions, tiny_models
):
    (tiny_models / "MANIFEST.toml").unlink()
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.shown):
        window.show()
    window.start()
    assert "Install Kolorit again" in window.messages.text


def test_cancel_stops_only_what_it_names(qtbot, opened, engine, gate, monkeypatch, tmp_path):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    write_photo(tmp_path / "next.png", gray_pixels(20, 30))
    drop(opened, files(tmp_path / "next.png"))
    assert opened.activity.text == "Saving…"
    qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(opened.coloring.photo_opened):
        busy.release.set()
    assert not (tmp_path / "out.png").exists()
    assert opened.windowTitle() == "next.png – Kolorit"


def test_the_failure_of_something_cancelled_is_not_told(
    qtbot, window, engine, gray_jpeg, monkeypatch
):
    entered, goes_on = threading.Event(), threading.Event()

    def fails_later(_model, _photo, _look, _earlier, **_options):
        def task(_token, _report):
            entered.set()
            assert goes_on.wait(5)
            raise DeviceMemoryError("cuda:0", 33)

        return task

    monkeypatch.setattr(engine_tasks, "colorize", fails_later)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert entered.wait(5)
    qtbot.mouseClick(window.activity.cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(engine.failed):
        goes_on.set()
    assert window.messages.text == ""


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


def test_changing_the_strength_takes_back_the_word_saved(qtbot, opened, monkeypatch, tmp_path):
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved, timeout=10_000):
        save(opened)
    assert "Saved" in opened.messages.text
    opened.adjust.rows["strength"].box.setValue(30)
    assert opened.messages.text == ""


def test_what_opening_left_behind_is_told(qtbot, window, tmp_path):
    page = Image.fromarray(np.full((4, 4), 30_000, np.uint16))
    page.save(tmp_path / "deep.tif", save_all=True, append_images=[page])
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(tmp_path / "deep.tif"))
    assert "the other pages" in window.messages.text


def test_a_taken_name_is_not_suggested(opened, monkeypatch, tmp_path):
    (tmp_path / "ramp-color.jpg").touch()
    seen = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, name: seen.append(name))
    save(opened)
    assert seen == [tmp_path / "ramp-color-2.jpg"]


def test_the_save_dialog_completes_names_and_follows_the_chosen_format(opened, tmp_path):
    dialog = dialogs.save_dialog(opened, tmp_path / "x-color.png")
    assert dialog.selectedNameFilter() == "PNG (*.png)"
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit("TIFF (*.tif *.tiff)")
    assert dialog.defaultSuffix() == "tif"
    assert [name.rsplit("/")[-1] for name in dialog.selectedFiles()] == ["x-color.tif"]


def test_the_device_and_the_size_are_shown(opened):
    assert "processor" in opened.adjust._device.text()
    assert opened._info.text().startswith("60 × 40")


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
    assert stopped.entered.wait(5)
    monkeypatch.setattr(engine_tasks, "colorize", real)
    write_photo(tmp_path / "newer.png", gray_pixels(20, 30))
    drop(window, files(tmp_path / "newer.png"))
    with qtbot.waitSignal(window.coloring.photo_colored, check_params_cb=is_newer) as blocker:
        stopped.release.set()
    assert blocker.args[0].encoding.photo is blocker.args[0].photo


def test_closing_while_the_engine_works_ends_the_work(opened, engine, gate):
    entered = threading.Event()

    def endless(token, _report):
        entered.set()
        while True:
            token.check()

    waiting = gate()
    engine.submit(endless)
    engine.submit(waiting)
    assert entered.wait(5)
    assert opened.close()
    engine.close()
    assert not waiting.entered.is_set()


@pytest.mark.checkpoint
def test_the_bundled_model_colors_a_real_photo(qtbot, engine, settings, sessions):
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.show()
    window.start()
    with qtbot.waitSignal(
        window.previews.drawn, check_params_cb=colored, timeout=30_000
    ) as blocker:
        drop(window, files(SAMPLE_PHOTO))
    drawing = blocker.args[0]
    picture = rgb_from_qimage(drawing.after)
    assert np.abs(picture.astype(int) - picture.mean(axis=2, keepdims=True)).mean() > 1


def test_preferences_reach_the_files(qtbot, opened, monkeypatch, tmp_path, settings):
    def answer(_parent, settings):
        dialog = Preferences(settings)
        qtbot.addWidget(dialog)
        dialog.provenance.setChecked(False)
        dialog.quality.setValue(30)
        dialog.accept()

    sizes = []
    for name in ("before.jpg", "after.jpg"):
        choose(monkeypatch, tmp_path / name)
        with qtbot.waitSignal(opened.exports.saved, timeout=10_000):
            save(opened)
        sizes.append((tmp_path / name).stat().st_size)
        monkeypatch.setattr(dialogs, "ask_preferences", answer)
        opened.actions_by_name["preferences"].trigger()
    assert sizes[1] < sizes[0]
    assert b"compositeWithTrainedAlgorithmicMedia" in (tmp_path / "before.jpg").read_bytes()
    assert b"compositeWithTrainedAlgorithmicMedia" not in (tmp_path / "after.jpg").read_bytes()
    assert settings.get(keys.QUALITY) == 30


def test_preferences_that_are_cancelled_change_nothing(qtbot, settings):
    dialog = Preferences(settings)
    qtbot.addWidget(dialog)
    dialog.quality.setValue(30)
    dialog.reject()
    assert settings.get(keys.QUALITY) == 95


def test_another_device_loads_the_model_again(qtbot, opened, monkeypatch):
    def answer(_parent, settings):
        settings.set(keys.DEVICE, "cpu")

    monkeypatch.setattr(dialogs, "ask_preferences", answer)
    with qtbot.waitSignal(opened.coloring.model_loaded, timeout=10_000):
        opened.actions_by_name["preferences"].trigger()


def test_every_key_of_the_window_is_listed(qtbot, window, monkeypatch):
    shown = []

    def show(dialog):  # a method of a list would not be bound to the dialog
        shown.append(dialog)

    monkeypatch.setattr(dialogs.Shortcuts, "exec", show)
    window.actions_by_name["shortcuts"].trigger()
    table = shown[0].table
    rows = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert rows["Set colors"] == "H"
    assert rows["Show doubt"] == "D"
    assert "Ctrl+O" in rows["Open"]
    keyed = [action for action in window.actions_by_name.values() if action.shortcuts()]
    assert {action.iconText() for action in keyed} <= set(rows)


def test_no_key_means_two_things(window):
    keys = [key.toString() for a in window.actions_by_name.values() for key in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_the_colored_photo_can_be_copied(qtbot, opened):
    with qtbot.waitSignal(opened.exports.rendered):
        opened.actions_by_name["copy-picture"].trigger()
    copied = QGuiApplication.clipboard().image()
    assert (copied.height(), copied.width()) == (40, 60)
    assert is_reddish(copied.pixelColor(50, 20))


def test_before_and_after_can_be_saved_side_by_side(qtbot, opened, monkeypatch, tmp_path):
    suggested = []

    def answer(_, name):
        suggested.append(name)
        return tmp_path / "both.png"

    monkeypatch.setattr(dialogs, "ask_save_path", answer)
    with qtbot.waitSignal(opened.exports.saved):
        opened.actions_by_name["save-comparison"].trigger()
    assert suggested == [tmp_path / "ramp-color-comparison.jpg"]
    rgb = read_photo(tmp_path / "both.png").rgb.astype(int)
    assert rgb.shape == (40, 60 + 1 + 60, 3)
    assert np.ptp(rgb[:, :60], axis=2).max() == 0
    assert (rgb[:, 61:, 0] - rgb[:, 61:, 1]).mean() > 10
    assert opened.saver.unsaved == 0
