"""Models in the window: chosen, gone, damaged, and without memory."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from desktop import dialogs
from desktop.app.main_window import MainWindow
from desktop.jobs import engine_tasks
from desktop.platform.qimage import rgb_from_qimage
from desktop.state import settings as keys
from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.errors import DeviceMemoryError
from engine.files.image_io import write_photo
from tests.desktop.gestures import colored, drop, files, is_reddish
from tests.threads import PATIENCE
from tests.tiny import gray_pixels


def test_choosing_another_model_colors_again_and_is_remembered(qtbot, opened, settings):
    def green(drawing):
        return colored(drawing) and not is_reddish(drawing.after.pixelColor(30, 20))

    combo = opened.adjust.model
    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=green):
        combo.setFocus()
        qtbot.keyClick(combo, Qt.Key.Key_Down)
    assert settings.get(keys.MODEL) == "greenish"


def test_another_model_colors_the_thumbnails_again(qtbot, opened, tmp_path):
    write_photo(tmp_path / "other.png", gray_pixels(20, 30))
    drop(opened, files(tmp_path / "other.png"))
    first = opened.album.items[0]
    qtbot.waitUntil(lambda: opened.album.current is not first)
    qtbot.waitUntil(lambda: is_reddish(first.thumbnail.pixelColor(30, 20)))
    opened.adjust.model.setFocus()
    qtbot.keyClick(opened.adjust.model, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: not is_reddish(first.thumbnail.pixelColor(30, 20)))


def test_a_photo_that_is_colored_anyway_gets_another_thumbnail(qtbot, opened, tmp_path):
    rng = np.random.default_rng(0)
    colors = rng.integers(0, 256, (6, 8, 3), dtype=np.uint8).repeat(20, 0).repeat(20, 1)
    write_photo(tmp_path / "color.png", colors)
    first, second = opened.album.items[0], *opened.album.add_paths([tmp_path / "color.png"])
    qtbot.waitUntil(lambda: second.thumbnail is not None)
    before = second.thumbnail
    with qtbot.waitSignal(opened.coloring.coloring_failed):
        opened.opener.show(second.id)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        qtbot.mouseClick(opened.messages._action, Qt.MouseButton.LeftButton)
    opened.opener.show(first.id)
    qtbot.waitUntil(lambda: second.thumbnail != before)


def test_a_model_that_is_gone_is_told_and_the_default_serves(
    qtbot, engine, settings, sessions, tiny_models
):
    settings.set(keys.MODEL, "retired")
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.coloring.model_loaded):
        window.start()
    assert "retired" in window.messages.text
    assert window.adjust.model.currentText() == "reddish"


def test_out_of_memory_offers_a_retry_at_a_stated_size(qtbot, window, gray_jpeg, monkeypatch):
    sizes, real = [], engine_tasks.colorize

    def colorize(model, photo, recipe, *known, recolor):
        sizes.append(recipe.coloring.size)

        def full(_token, _report):
            raise DeviceMemoryError("cuda:0", 33)

        return (
            full
            if recipe.coloring.size is None
            else real(model, photo, recipe, *known, recolor=recolor)
        )

    monkeypatch.setattr(engine_tasks, "colorize", colorize)
    with qtbot.waitSignal(window.coloring.failed):
        drop(window, files(gray_jpeg))
    button = window.messages._action
    assert button.text() == "Try at 33 pixels"
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert sizes == [None, 33]


def test_a_model_that_fails_does_not_leave_a_photo_uncolored(
    qtbot, window, gray_jpeg, gate, engine, monkeypatch, tiny_models
):
    (tiny_models / "greenish.safetensors").write_bytes(b"damaged")
    network, real = gate(), engine_tasks.colorize
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: network)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert network.entered.wait(PATIENCE)
    monkeypatch.setattr(engine_tasks, "colorize", real)
    window.adjust.model.setFocus()
    qtbot.keyClick(window.adjust.model, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.coloring.photo_colored):
        network.release.set()
    assert "damaged" in window.messages.text


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
    with qtbot.waitSignal(window.coloring.model_loaded) as blocker:
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


@pytest.mark.checkpoint
def test_the_bundled_model_colors_a_real_photo(qtbot, engine, settings, sessions):
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.show()
    window.start()
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored) as blocker:
        drop(window, files(SAMPLE_PHOTO))
    drawing = blocker.args[0]
    picture = rgb_from_qimage(drawing.after)
    assert np.abs(picture.astype(int) - picture.mean(axis=2, keepdims=True)).mean() > 1


def test_another_device_loads_the_model_again(qtbot, opened, monkeypatch):
    def answer(_parent, settings):
        settings.set(keys.DEVICE, "cpu")

    monkeypatch.setattr(dialogs, "ask_preferences", answer)
    with qtbot.waitSignal(opened.coloring.model_loaded):
        opened.actions_by_name["preferences"].trigger()
