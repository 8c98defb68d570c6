"""Take pictures of the real window in its main states.

xvfb-run -s '-screen 0 1280x840x24' python docs/screenshots.py build/window --only window palette
python docs/restoration_pictures.py --print print.png   # for --photos … --only restoring
python docs/pictures.py                                 # all that the documents show
QT_SCALE_FACTOR=2 xvfb-run -s '-screen 0 2560x1440x24' python docs/screenshots.py build/2x
"""

from __future__ import annotations

import argparse
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSettings, Qt, QTimer
from PySide6.QtGui import QCursor, QImage, QTransform
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop import __main__ as app
from desktop.app.main_window import MainWindow
from desktop.dialogs import rows_of
from desktop.platform.theme import THEMES
from desktop.state import settings as keys
from desktop.state.settings import Settings
from desktop.texts.messages import message_for
from desktop.widgets.album.proposal_strip import ProposalStrip
from desktop.widgets.bars.crop_bar import CropBar
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.preferences import Preferences
from desktop.widgets.shortcuts import Shortcuts
from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.errors import ImageError, ImageProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from desktop.jobs.engine_thread import EngineThread
    from desktop.preview.preview import Drawing

_SIZE = (1180, 760)
_SPLIT = 0.456  # through the sample's face
_SETTLE_MS = 700  # longer than a repaint
_SUIT = (0.62, 0.3)
_UNIFORMS, _NAVY_AND_SCARLET = 3, (6, 7)
"""Which ready colors are shown; the one that is chosen, and one that is only looked at."""
_ASLANT = 25
"""Tenths of a degree."""
_SEVERAL = 2


def main() -> None:
    """Open a photo, do what a user does, and save what is on the screen after each step."""
    args = _parse()
    args.folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:  # the user's own settings stay as they are
        os.environ |= {"XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home}
        store = QSettings(str(Path(home, "Kolorit", "settings.ini")), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.set(keys.LANGUAGE, args.language)
        settings.set(keys.THEME, args.theme)
        settings.set(keys.SERIES, value=False)  # the strip is to have something to ask about
        store.sync()
        Posing.args = args
        app.MainWindow = Posing  # type: ignore[misc]
        app.main([str(photo) for photo in args.photos])


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=Path, nargs="+", default=[SAMPLE_PHOTO])
    parser.add_argument("--size", type=int, nargs=2, default=_SIZE, metavar=("WIDTH", "HEIGHT"))
    parser.add_argument("--language", default="en")
    parser.add_argument("--theme", choices=THEMES, default="dark")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME")
    return parser.parse_args()


class Posing(MainWindow):
    """A window that shows itself in one state after the other."""

    args = argparse.Namespace()

    def __init__(self, engine: EngineThread, settings: Settings, sessions: Path) -> None:
        super().__init__(engine, settings, sessions)
        self._engine = engine

    def start(self) -> None:
        """Open the photo, then pose."""
        self.resize(*self.args.size)
        self.move(0, 0)
        self._poses, self._wanted = _poses(self), set(self.args.only)
        self.previews.drawn.connect(self.begin)
        super().start()

    def begin(self, drawing: Drawing) -> None:
        """Pose once there are colors."""
        if drawing.after is not None:
            self.previews.drawn.disconnect(self.begin)
            self.step()

    def step(self) -> None:
        """Take the next pose, until there is none that is wanted."""
        name = next(self._poses, None) if self._wanted or not self.args.only else None
        if name is None:
            QApplication.exit()
        else:
            QTimer.singleShot(_SETTLE_MS, self, lambda: self.settle(name))

    def settle(self, name: str) -> None:
        """Wait until nothing is under way."""
        is_busy = not self._engine.is_idle or self.coloring.activities or self.restoring.activity
        is_busy = is_busy or _strip_of(self).is_waiting
        then = self.settle if is_busy else self.take
        QTimer.singleShot(_SETTLE_MS, self, lambda: then(name))

    def take(self, name: str) -> None:
        """Save what is on the screen."""
        if not self.args.only or name in self.args.only:
            # of the whole screen: a palette is a window of its own
            frame = self.frameGeometry()
            place = (frame.x(), frame.y(), frame.width(), frame.height())
            picture = self.screen().grabWindow(0, *place)
            picture.save(str(self.args.folder / f"{name}.png"))
            self._wanted.discard(name)
        self.step()


def _poses(window: MainWindow) -> Iterator[str]:
    """Do one thing after the other; each name is that of a picture of what came of it."""
    window.viewer.split = _SPLIT
    yield "window"
    yield from _many(window)
    yield from _restoring(window)
    yield from _coloring(window)
    yield from _looking(window)
    yield from _proposals(window)
    yield from _dialogs(window)
    error = ImageError(Path("grandma.tif"), ImageProblem.DISK_FULL)
    window.messages.show_message(message_for(error), Tone.ERROR)
    yield "error"
    window.coloring.close_photo()
    window.messages.clear_message()
    yield "empty"


def _coloring(window: MainWindow) -> Iterator[str]:
    hints = window.actions_by_name["set-colors"]
    hints.trigger()
    window.viewer.split = 0.0
    _click(window, *_SUIT)
    palette = window.hints.palette
    palette.ready.show_kind(_UNIFORMS)
    yield "palette"
    navy, scarlet = (palette.ready.row.swatches[index] for index in _NAVY_AND_SCARLET)
    QTest.mouseClick(navy, Qt.MouseButton.LeftButton)
    QCursor.setPos(scarlet.mapToGlobal(scarlet.rect().center()))  # what it would be is seen, too
    yield "hint"
    QCursor.setPos(window.geometry().topLeft())
    palette.hide()
    hints.trigger()


def _looking(window: MainWindow) -> Iterator[str]:
    trigger: Callable[[str], None] = lambda name: window.actions_by_name[name].trigger()  # noqa: E731
    trigger("doubt")
    yield "doubt"
    trigger("doubt")
    trigger("compare-side_by_side")
    yield "side-by-side"
    trigger("compare-split")
    trigger("candidates")
    yield "versions"
    trigger("candidates")
    trigger("crop")
    window.findChild(CropBar).slider.setValue(_ASLANT)
    yield "crop"
    trigger("crop")


def _many(window: MainWindow) -> Iterator[str]:
    """Change two photos at once, if there are several."""
    strip = window.filmstrip
    if strip.count() < _SEVERAL:
        return
    for row in (0, 1):
        strip.item(row).setSelected(True)
    window.adjust.rows["warmth"].value_changed.emit(20)
    window.actions_by_name["flag"].trigger()
    yield "album"


def _restoring(window: MainWindow) -> Iterator[str]:
    window.adjust.restore.automatic.click()
    window.restoring.show_marks("red")
    yield "restoring"
    window.restoring.show_marks("off")
    yield "restored"
    window.adjust.restore.more.setChecked(False)


def _proposals(window: MainWindow) -> Iterator[str]:
    """Look for what was colored in other photos, which are cuts of the one that is shown."""
    document = window.coloring.document
    if document is None or document.photo.path is None or not window.hints.hints:
        return
    with tempfile.TemporaryDirectory() as folder:
        window.album.add_paths(_cuts(QImage(str(document.photo.path)), Path(folder)))
        window.actions_by_name["set-colors"].setChecked(True)
        window.hints.choose(0)
        window.actions_by_name["share-color"].trigger()
        yield "proposals"
        _strip_of(window).cancelled.emit()


def _strip_of(window: MainWindow) -> ProposalStrip:
    strip = window.centralWidget().findChild(ProposalStrip)
    assert isinstance(strip, ProposalStrip)
    return strip


def _cuts(photo: QImage, folder: Path) -> list[Path]:
    """Write parts of a photo as other photos of the same scene; one is mirrored."""
    width, height = photo.width(), photo.height()
    paths = []
    for number, (left, top, share) in enumerate(
        ((0.0, 0.1, 0.9), (0.12, 0.2, 0.78), (0.0, 0.3, 0.7)), start=2
    ):
        part = QRect(
            round(left * width), round(top * height), round(share * width), round(share * height)
        )
        cut = photo.copy(part).convertToFormat(QImage.Format.Format_Grayscale8)
        if number == 3:
            cut = cut.transformed(QTransform().scale(-1, 1))
        paths.append(folder / f"photo-{number}.png")
        cut.save(str(paths[-1]))
    return paths


def _dialogs(window: MainWindow) -> Iterator[str]:
    actions = window.actions_by_name.values()
    for name, dialog in (
        ("preferences", Preferences(Settings(QSettings()), window)),
        ("shortcuts", Shortcuts(lambda: rows_of(actions), window)),
    ):
        yield from _shown(name, dialog, window)
    window.batches.open()
    assert window.batches.dialog is not None
    yield from _shown("batch", window.batches.dialog, window)


def _shown(name: str, dialog: QWidget, window: MainWindow) -> Iterator[str]:
    dialog.show()
    dialog.move(window.geometry().center() - dialog.rect().center())
    yield name
    dialog.hide()


def _click(window: MainWindow, row: float, column: float) -> None:
    point = window.viewer.point_of(row, column)
    where = QPoint(round(point.x()), round(point.y()))
    QTest.mouseClick(
        window.viewer, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, where
    )


if __name__ == "__main__":
    main()
