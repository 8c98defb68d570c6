"""How long the picture lags behind the hand: sliders, the split line, hints.

    QT_QPA_PLATFORM=offscreen python benchmarks/frames.py --megapixels 24 100

The real window at 2560 x 1440 with the default model and the sample photo, enlarged, with grain.
Times are from the change to the end of the repaint that shows it, in milliseconds: median,
95th percentile and slowest. Each slider rests before it is dragged; one step follows the other as
soon as it is painted.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop.app.main_window import MainWindow
from desktop.jobs.engine_thread import EngineThread
from desktop.state.recipes import drawn_as
from desktop.state.settings import Settings
from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.files.image_io import read_photo
from engine.photo.photo import Photo, resize
from engine.recipe.hint import Hint

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

    from desktop.preview.drawing import Drawing

_SCREEN = (2560, 1440)
_REPEATS = 60
_REST_MS = 1500
_SLIDERS = {
    "strength": range(100 - _REPEATS, 100),
    "warmth": range(-_REPEATS // 2, _REPEATS // 2),
    "vividness": range(101, 161),
}


def waited(signal: SignalInstance, act: Callable[[], object], limit_ms: int = 60_000) -> None:
    """Do something and run the event loop until a signal comes.

    Raises:
        TimeoutError: If it does not.
    """
    if not came(signal, act, limit_ms):
        msg = f"nothing happened for {limit_ms} ms"
        raise TimeoutError(msg)


def came(signal: SignalInstance, act: Callable[[], object], limit_ms: int) -> bool:
    """Do something and run the event loop; return whether a signal came in time."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    timer = QTimer(singleShot=True, interval=limit_ms)
    timer.timeout.connect(partial(loop.exit, 1))
    timer.start()
    act()
    in_time = loop.exec() == 0
    signal.disconnect(loop.quit)
    return in_time


def rested() -> None:
    """Run the event loop for a while."""
    loop = QEventLoop()
    QTimer.singleShot(_REST_MS, loop.quit)
    loop.exec()


def shown(window: MainWindow, act: Callable[[], object]) -> float:
    """Do something, wait until the document as it is then is painted; return the milliseconds."""
    loop, ended = QEventLoop(), 0.0

    def paint(drawing: Drawing) -> None:
        nonlocal ended
        document = window.coloring.document
        assert document is not None
        assert document.developed is not None
        scene, now = drawing.scene, drawn_as(document.developed.recipe, document.recipe)
        if scene.developed is document.developed and scene.recipe == now:
            window.viewer.repaint()
            ended = time.perf_counter()
            loop.quit()

    window.previews.drawn.connect(paint)  # after the window's own connection
    started = time.perf_counter()
    act()
    if not ended:
        loop.exec()
    window.previews.drawn.disconnect(paint)
    return (ended - started) * 1000


def told(what: str, megapixels: int, times: list[float]) -> None:
    """Print a row."""
    row = f"{np.median(times):6.1f} {np.percentile(times, 95):6.1f} {max(times):6.1f}"
    print(f"{megapixels:4d} MP  {what:<12s}{row}")


def measure(window: MainWindow, megapixels: int) -> None:
    """Print a row for each thing a user does."""
    sample = read_photo(SAMPLE_PHOTO).rgb
    side = round((megapixels * 1e6) ** 0.5)
    noise = np.random.default_rng(0).integers(-6, 7, (side, side, 1), dtype=np.int16)
    large = resize(sample, (side, side))
    photo = Photo(np.clip(large + noise, 0, 255).astype(np.uint8))
    item = window.album.add_photo(photo)
    waited(window.coloring.photo_colored, lambda: window.opener.show(item.id))
    for name, values in _SLIDERS.items():
        rested()
        box = window.adjust.rows[name].box
        told(name, megapixels, [shown(window, partial(box.setValue, v)) for v in values])
        came(window.previews.drawn, lambda: None, _REST_MS)  # rendered, now that it rests
        box.setValue(window.adjust.rows[name].scale.default)
    rested()
    times = []
    for share in np.linspace(0.1, 0.9, _REPEATS):
        started = time.perf_counter()
        window.viewer.split = float(share)
        window.viewer.repaint()
        times.append((time.perf_counter() - started) * 1000)
    told("split line", megapixels, times)
    hints = window.hints

    def place(column: float) -> None:
        hint = Hint(0.6, column, (10.0, -40.0))
        hints._change("hint", (hint,))  # noqa: SLF001 - what a click ends in

    def colored(column: float) -> None:
        waited(window.coloring.photo_colored, partial(place, column))

    columns = np.linspace(0.2, 0.8, 10)
    told("hint", megapixels, [shown(window, partial(colored, float(c))) for c in columns])


def main() -> None:
    """Open the window and measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megapixels", type=int, nargs="+", default=[24, 100])
    args = parser.parse_args()
    app = QApplication(sys.argv[:1])
    engine = EngineThread()
    with tempfile.TemporaryDirectory() as folder:
        store = QSettings(str(Path(folder) / "s.ini"), QSettings.Format.IniFormat)
        window = MainWindow(engine, Settings(store), Path(folder) / "sessions")
        window.resize(*_SCREEN)
        window.show()
        waited(window.coloring.model_loaded, window.start)
        print("         what        median   p95  slowest (ms)")
        for megapixels in args.megapixels:
            measure(window, megapixels)
        window._journal.end(remembers=False)  # noqa: SLF001 - nothing is to be asked
        engine.close()
    app.quit()


if __name__ == "__main__":
    main()
