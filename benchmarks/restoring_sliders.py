"""How soon the picture follows the sliders of restoring, and how long what is sharp takes.

    QT_QPA_PLATFORM=offscreen python benchmarks/restoring_sliders.py [--megapixels 24]

The real window at 1280 x 800 with the sample photo, enlarged, flat, with grain and two hundred
specks, seen as a whole. A hand takes each slider, and a fifth of a second later moves it to 60
places, one as soon as the other is painted. Times are from the change to the end of the repaint
that shows it, in frames of 1/60 s, on the clock and of both processors together, which other
programs hardly change; then how long it takes until what the hand has come to is done to the photo
itself. What networks say of it is made up: they are not what is measured.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from brush import dusty
from frames import rested, waited
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app.main_window import MainWindow
from desktop.jobs.engine_thread import EngineThread
from desktop.state.settings import Settings
from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Denoise, Repair, Tone
from engine.restoration import denoising
from engine.restoration.defects.components import CARRIED, LikelyPixels, components_of
from engine.restoration.detection import Detection
from engine.restoration.repairing import Damage

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from desktop.preview.drawing import Drawing

_FRAME = 1 / 60
_MOVES = 60
_HELD_MS = 200
_SPECKS = 200
_SCREEN = (1280, 800)
_SLIDERS = ("sensitivity", "largest", "smoothing", "grain", "contrast", "strength")


def main() -> None:
    """Open the window, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megapixels", type=float, default=24)
    parser.add_argument("--sliders", nargs="+", default=_SLIDERS, metavar="NAME")
    args = parser.parse_args()
    denoising._apply = _blurred  # noqa: SLF001 - in place of minutes of a network
    app = QApplication(sys.argv[:1])
    engine = EngineThread()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        window = MainWindow(engine, Settings(store), Path(folder) / "sessions")
        window.resize(*_SCREEN)
        window.show()
        waited(window.coloring.model_loaded, window.start)
        _open(window, args.megapixels)
        for name in args.sliders:
            _measure(window, name)
        print(f"load {os.getloadavg()[0]:.1f}")
        window._journal.end(remembers=False)  # noqa: SLF001 - nothing is to be asked
        engine.close()
    app.quit()


def _open(window: MainWindow, megapixels: float) -> None:
    """Open a photo that needs all steps, and wait until they are taken."""
    photo, mask = dusty(megapixels, _SPECKS)
    photo = Photo((photo.pixels * 0.6 + 40).astype(np.uint8))
    item = window.album.add_photo(photo)
    waited(window.coloring.photo_colored, lambda: window.opener.show(item.id))
    item.damage = Damage((), _found(mask))
    recipe = Recipe(repair=Repair(), denoise=Denoise(), tone=Tone())
    started = time.perf_counter()
    change = partial(window.history.change, "restored", recipe)
    waited(window.coloring.photo_colored, change, 600_000)
    taken = time.perf_counter() - started
    print(f"{photo.size[1]} x {photo.size[0]}: restored in {taken:.1f} s")


def _found(mask: np.ndarray) -> Detection:
    """Return findings on a mask, (H, W), from hardly likely to sure."""
    places = np.flatnonzero(mask)
    planes = np.ones((len(places), len(CARRIED)), np.float32)
    pixels = LikelyPixels(places, np.ones(len(places), np.float32), planes[:, 0], planes)
    components = components_of(mask.shape, pixels)
    chance = np.random.default_rng(0)
    return Detection(components, chance.uniform(0.1, 1, len(components)).astype(np.float32))


def _blurred(_model: object, colors: np.ndarray, _condition: object) -> np.ndarray:
    """Stand in for a network that takes out noise."""
    return cv2.GaussianBlur(colors, (0, 0), 1.5)


def _measure(window: MainWindow, name: str) -> None:
    """Drag one slider, and print how it went."""
    row = window.adjust.rows[name]
    rested()
    row.slider.setSliderDown(True)
    _wait(_HELD_MS)
    way: NDArray[np.float64] = (1 - np.cos(np.linspace(0, np.pi, _MOVES))) / 2
    low, high = row.box.minimum(), row.box.maximum()
    values = [round(low + float(at) * (high - low)) for at in way[:-1]]
    times = [_shown(window, partial(row.box.setValue, v)) for v in values if v != row.box.value()]
    row.slider.setSliderDown(False)
    started = time.perf_counter()
    while not _is_done(window) and time.perf_counter() - started < 600:
        _wait(50)
    sharp = time.perf_counter() - started
    clock, worked = (_in_frames(part) for part in zip(*times, strict=True))
    print(f"{name:12} clock {clock}; work {worked}; sharp {sharp:.1f} s later", flush=True)


def _in_frames(times: Sequence[float]) -> str:
    half, most = np.percentile(times, (50, 95)) / _FRAME
    return f"{half:6.2f} frames, 19 in 20 below {most:6.2f}, slowest {max(times) / _FRAME:6.1f}"


def _shown(window: MainWindow, act: Callable[[], object]) -> tuple[float, float]:
    """Do something, and wait until the picture of what is wanted then is painted.

    Returns:
        Seconds on the clock, and of all processors.
    """
    loop, ended, previews = QEventLoop(), 0.0, window.previews

    def paint(drawing: Drawing) -> None:
        nonlocal ended
        if drawing.scene == previews._scene(previews._window, previews._size):  # noqa: SLF001
            window.viewer.repaint()
            ended = time.perf_counter()
            loop.quit()

    previews.drawn.connect(paint)  # after the window's own connection
    started, worked = time.perf_counter(), time.process_time()
    act()
    if not ended:
        loop.exec()
    worked = time.process_time() - worked
    previews.drawn.disconnect(paint)
    return ended - started, worked


def _is_done(window: MainWindow) -> bool:
    """Whether the photo itself is restored as it is wanted, and seen so."""
    document, visible = window.coloring.document, window.previews._visible  # noqa: SLF001
    if document is None or document.developed is None or visible is None:
        return False
    return document.is_up_to_date and visible.scene.developed is document.developed


def _wait(milliseconds: int) -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
