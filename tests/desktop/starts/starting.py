"""Starts the application as a user does, in a process of its own."""

import os
import subprocess
import sys

from tests.threads import PATIENCE

_APP = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from engine.checkpoints import catalog
catalog.CHECKPOINTS = Path(sys.argv[1])
from desktop import __main__ as app
from desktop.app.main_window import MainWindow

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


def launch(models, *arguments, first="", folder=None, **environment):
    """Start the app with tiny models, after some code; a variable that is None is taken away."""
    wanted = os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment
    return subprocess.Popen(
        [sys.executable, "-c", first + _APP, str(models), *map(str, arguments)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=folder,
        env={name: value for name, value in wanted.items() if value is not None},
    )


def home(folder):
    """The variables that make a folder the user's home."""
    return {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_STATE_HOME": str(folder / "state"),
    }


def outcome(process):
    """Wait for an app; return its exit status, what it said, and what it logged."""
    said, logged = process.communicate(timeout=PATIENCE)
    return process.returncode, said.splitlines(), logged
