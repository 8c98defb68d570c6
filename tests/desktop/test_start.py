"""The application as a whole, started as a user starts it, in a process of its own."""

import os
import subprocess
import sys

_START = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from engine import catalog
catalog.CHECKPOINTS = Path(sys.argv[1])
from desktop import __main__ as app
from desktop.main_window import MainWindow

class Watched(MainWindow):
    def start(self):
        print("torch before the window:", "torch" in sys.modules)
        self.previews.drawn.connect(self.look)
        super().start()

    def look(self, drawing):
        if drawing.after is not None:
            print("colored:", drawing.scene.photo.path.name)
            QApplication.quit()

app.MainWindow = Watched
sys.exit(app.main(sys.argv[2:]))
"""


def start(tmp_path, *arguments, first=""):
    environment = os.environ | {
        "HOME": str(tmp_path),
        "XDG_CONFIG_HOME": str(tmp_path / "config"),
        "XDG_STATE_HOME": str(tmp_path / "state"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    command = [sys.executable, "-c", first + _START, *map(str, arguments)]
    return subprocess.run(
        command, capture_output=True, text=True, env=environment, timeout=60, check=False
    )


def test_the_app_opens_the_photo_it_is_given_colors_it_and_ends(tmp_path, tiny_models, gray_jpeg):
    result = start(tmp_path, tiny_models, gray_jpeg)
    assert result.returncode == 0, result.stderr
    assert result.stdout.splitlines() == ["torch before the window: False", "colored: ramp.jpg"]
