"""Gray photos of one made-up scene, and of another, in a window that takes hints."""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.app.main_window import MainWindow
from engine.files.image_io import write_photo
from tests.engine.album.scenes import frame, scene


def gray(pixels):
    mean = pixels.mean(axis=-1, keepdims=True)
    return mean.repeat(3, axis=-1).astype(np.uint8)


def write_album(folder):
    """Write two frames of a scene, and a photo of something else; return their paths."""
    views = {
        "one.png": frame(scene()),
        "two.png": frame(scene(), top=112, left=134, light=1.1),
        "else.png": frame(scene(4)),
    }
    for name, pixels in views.items():
        write_photo(folder / name, gray(pixels))
    return [folder / name for name in views]


def open_album(qtbot, engine, settings, sessions, paths):
    """Return the window with photos, the first of them shown and colored."""
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.resize(1100, 760)
    window.show()
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.start()
        window.opener.open_paths(paths)
    qtbot.waitUntil(window.actions_by_name["set-colors"].isEnabled)
    qtbot.waitUntil(lambda: window.viewer._layers.is_colored)
    window.viewer.split = 0.0
    return window


def hints_of(window, name):
    """Return the hints of an open photo."""
    item = next(item for item in window.album.items if item.name == name)
    return item.recipe.coloring.hints


def item_of(window, name):
    return next(item for item in window.album.items if item.name == name)


def show_colored(qtbot, window, row):
    """Click a photo in the strip, and wait until its colors are on the screen."""
    strip, item = window.filmstrip, window.album.items[row]
    place = strip.visualItemRect(strip.item(row)).center()
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def is_shown():
        document, viewer = window.coloring.document, window.viewer
        is_it = document is not None and document.item is item and document.is_up_to_date
        return is_it and not viewer.is_waiting and viewer._layers.is_colored

    qtbot.waitUntil(is_shown)
    window.viewer.split = 0.0
