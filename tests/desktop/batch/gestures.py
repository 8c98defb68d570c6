"""What a hand does in the dialog for folders."""

import numpy as np
from PySide6.QtCore import Qt

from engine.files.image_io import write_photo


def visible(dialog):
    return {name for name, button in dialog.buttons.items() if not button.isHidden()}


def press(qtbot, dialog, name):
    qtbot.mouseClick(dialog.buttons[name], Qt.MouseButton.LeftButton)


def run(qtbot, dialog):
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "start")
    return ended.args


def save_in_color(path):
    """Write a photo that is in color already."""
    write_photo(path, np.random.default_rng(3).integers(0, 255, (40, 60, 3), dtype=np.uint8))
