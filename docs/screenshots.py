"""Take pictures of the real window in its main states.

xvfb-run -s '-screen 0 1280x840x24' python docs/screenshots.py docs/images
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import __main__ as app
from desktop.main_window import MainWindow
from engine.catalog import SAMPLE_PHOTO

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_SIZE = (1180, 760)
_SPLIT = 0.456  # through the sample's face
_SETTLE_MS = 900  # longer than a pass of the network and the repaint after it
_SUIT = (0.62, 0.3)


def main() -> None:
    """Open a photo, do what a user does, and save what is on the screen after each step."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=Path, nargs="+", default=[SAMPLE_PHOTO])
    parser.add_argument("--size", type=int, nargs=2, default=_SIZE, metavar=("WIDTH", "HEIGHT"))
    args = parser.parse_args()

    class Posing(MainWindow):
        def start(self) -> None:
            self.resize(*args.size)
            self.coloring.photo_colored.connect(self.begin, Qt.ConnectionType.SingleShotConnection)
            super().start()

        def begin(self, _document: object) -> None:
            poses = _poses(self)

            def step() -> None:
                name = next(poses, None)
                if name is None:
                    QApplication.quit()
                    return
                QTimer.singleShot(_SETTLE_MS, lambda: take(name))

            def take(name: str) -> None:
                # of the whole screen: a palette is a window of its own
                frame = self.frameGeometry()
                place = (frame.x(), frame.y(), frame.width(), frame.height())
                self.screen().grabWindow(0, *place).save(str(args.folder / f"{name}.png"))
                step()

            step()

    app.MainWindow = Posing  # type: ignore[misc]
    app.main([str(photo) for photo in args.photos])


def _poses(window: MainWindow) -> Iterator[str]:
    """Do one thing after the other; each name is that of a picture of what came of it."""
    trigger: Callable[[str], None] = lambda name: window.actions_by_name[name].trigger()  # noqa: E731
    window.viewer.split = _SPLIT
    yield "window"
    trigger("set-colors")
    window.viewer.split = 0.0
    _click(window, *_SUIT)
    yield "palette"
    palette = window.hints.palette
    palette.ab_chosen.emit(8.0, -48.0)
    palette.hide()
    yield "hint"
    trigger("doubt")
    yield "doubt"
    trigger("doubt")
    trigger("set-colors")
    trigger("compare-side_by_side")
    yield "side-by-side"


def _click(window: MainWindow, row: float, column: float) -> None:
    point = window.viewer.point_of(row, column)
    where = QPoint(round(point.x()), round(point.y()))
    QTest.mouseClick(
        window.viewer, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
    )


if __name__ == "__main__":
    main()
