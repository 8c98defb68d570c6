"""The engine raises at every step that it takes for the window, and the window goes on."""

import pytest

from desktop import dialogs
from engine.errors import DeviceMemoryError
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files, told
from tests.tiny import gray_pixels

STEPS = {
    "read": "desktop.jobs.reading.read_photo",
    "sidecar": "desktop.jobs.engine_tasks.read_sidecar",
    "view": "desktop.jobs.thumbnail_tasks.view",
    "picture": "desktop.jobs.thumbnail_tasks.qimage_from_rgb",
    "kind": "engine.photo.picture_kind.require_colorless",
    "encode": "engine.develop.encode",
    "network": "engine.coloring.colorize.run_network",
    "fit": "engine.coloring.colorize.fit_linear_field",
    "compose": "engine.coloring.colorize.compose",
    "render": "engine.coloring.colorize.render",
    "pixels": "engine.coloring.colorize.pixels_from_lab",
    "thumbnail": "engine.photo.picture_kind.classify",
    "whole": "engine.saving.render_photo",
    "save": "engine.saving.save_developed",
    "write": "engine.saving.write_photo",
}
FAULTS = [ZeroDivisionError(), DeviceMemoryError("cpu", 96)]
"""A bug, and what the user can act on."""


class Fault:
    """Raises when it is called, and counts."""

    def __init__(self, error):
        self.error, self.raised = error, 0

    def __call__(self, *_args, **_keywords):
        self.raised += 1
        raise self.error


@pytest.fixture
def photos(tmp_path, gray_jpeg):
    """Two, so that the filmstrip wants thumbnails."""
    write_photo(tmp_path / "second.png", gray_pixels(30, 40))
    return gray_jpeg, tmp_path / "second.png"


@pytest.mark.parametrize("error", FAULTS, ids=lambda error: type(error).__name__)
@pytest.mark.parametrize("step", STEPS)
def test_the_window_stays_usable(
    qtbot, window, wait_until_idle, photos, monkeypatch, tmp_path, step, error
):
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: tmp_path / "colored.png")
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(photos[0]))
    wait_until_idle()
    fault = Fault(error)
    with monkeypatch.context() as patch:
        patch.setattr(STEPS[step], fault)
        drop(window, files(*photos))
        told(qtbot, window)
        window.opener.show(window.album.items[-1].id)
        window.adjust.rows["strength"].box.setValue(60)
        window.saver.ask_save()
        told(qtbot, window)
        wait_until_idle()
        window.saver.ask_save()
        told(qtbot, window)
        wait_until_idle()
    assert fault.raised
    (tmp_path / "colored.png").unlink(missing_ok=True)
    window.opener.close([item.id for item in window.album.items])
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=lambda d: d.after is not None):
        drop(window, files(photos[0]))
    with qtbot.waitSignal(window.exports.saved):  # until then, the window does not close
        window.saver.ask_save()
    assert (tmp_path / "colored.png").exists()
