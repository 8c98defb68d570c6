"""Take the README's picture of the real window.

xvfb-run -s '-screen 0 1280x840x24' python docs/screenshot.py docs/images/window.png
"""

from __future__ import annotations

import argparse
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import __main__ as app
from desktop.main_window import MainWindow
from engine.catalog import SAMPLE_PHOTO

_SIZE = (1180, 760)
_SPLIT = 0.456  # through the sample's face
_SETTLE_MS = 300  # the window system draws the last frame after the last signal


def main() -> None:
    """Open a photo, wait for its colors, save what is on the screen."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("picture", type=Path)
    parser.add_argument("--photo", type=Path, default=SAMPLE_PHOTO)
    args = parser.parse_args()

    class Posing(MainWindow):
        def start(self) -> None:
            self.resize(*_SIZE)
            self.coloring.photo_colored.connect(lambda _: QTimer.singleShot(_SETTLE_MS, self.pose))
            super().start()

        def pose(self) -> None:
            self.viewer.split = _SPLIT
            QTimer.singleShot(_SETTLE_MS, self.take)

        def take(self) -> None:
            self.screen().grabWindow(self.winId()).save(str(args.picture))
            QApplication.quit()

    app.MainWindow = Posing  # type: ignore[misc]
    app.main([str(args.photo)])


if __name__ == "__main__":
    main()
