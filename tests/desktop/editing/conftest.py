import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app.main_window import MainWindow
from engine.checkpoints import catalog
from engine.files.image_io import write_photo
from tests.desktop.gestures import colored, drop, files
from tests.engine.restoration.test_detection import dusty, photo, sky


@pytest.fixture
def marked_photo(tmp_path):
    """A dark photo, wider than high, with a bright square in its upper left."""
    pixels = np.full((120, 200, 3), 40, np.uint8)
    pixels[10:40, 20:60] = 220
    write_photo(tmp_path / "marked.png", pixels)
    return tmp_path / "marked.png"


@pytest.fixture
def hinting_window(qtbot, engine, settings, sessions, hinting_models, gray_jpeg):
    """The window with a small photo, colored by a model that takes hints, and no split line."""
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.resize(900, 700)
    window.show()
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.start()
        window.opener.open_paths([gray_jpeg])
    qtbot.waitUntil(window.actions_by_name["set-colors"].isEnabled)
    qtbot.waitUntil(lambda: window.viewer._layers.is_colored)
    window.viewer.split = 0.0
    return window


@pytest.fixture
def real_networks(monkeypatch):
    """The window's models are tiny; what finds and fills damage is what comes with the app."""
    real = catalog.bundled_checkpoints(catalog.RESOURCES / "checkpoints")
    found = {entry.task: entry.path for entry in real}
    monkeypatch.setattr(catalog, "bundled_network", found.get)


@pytest.fixture
def scan(qtbot, window, tmp_path):
    """A dusty photo in the window, colored; returns its path."""
    path = tmp_path / "scan.png"
    write_photo(path, photo(dusty(sky()), channels=3).pixels)
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored):
        drop(window, files(path))
    return path


@pytest.fixture
def section(window):
    return window.adjust.restore


@pytest.fixture
def settled(qtbot, window, wait_until_idle):
    """Waits until the window has done all that it was asked for."""

    def wait():
        qtbot.waitUntil(lambda: window.restoring.activity is None)
        qtbot.waitUntil(lambda: not window.coloring._rest.isActive())  # the hand rests
        qtbot.waitUntil(lambda: not window.coloring.activities)
        wait_until_idle()

    return wait


@pytest.fixture
def restored(window, scan, section, settled):
    QTest.mouseClick(section.automatic, Qt.MouseButton.LeftButton)
    settled()
    return window
