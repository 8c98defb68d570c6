"""How long the picture lags behind the hand: sliders, the split line, hints.

    QT_QPA_PLATFORM=offscreen python benchmarks/frames.py --megapixels 24 100

The real window at 2560 x 1440 with the default model and the sample photo, enlarged, with grain.
Times are from the change to the end of the repaint that shows it, in milliseconds: median and
95th percentile.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from desktop.engine_thread import EngineThread
from desktop.main_window import MainWindow
from desktop.settings import Settings
from engine.catalog import SAMPLE_PHOTO
from engine.hint_values import Hint
from engine.image_io import read_photo
from engine.photo import Photo, resize

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import SignalInstance

_SCREEN = (2560, 1440)
_REPEATS = 60


def waited(signal: SignalInstance, act: Callable[[], object], limit_ms: int = 60_000) -> None:
    """Do something and run the event loop until a signal comes."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(limit_ms, loop.quit)
    act()
    loop.exec()
    signal.disconnect(loop.quit)


def timed(window: MainWindow, signal: SignalInstance, acts: list[Callable[[], object]]) -> str:
    """Time each act until what it changes is painted."""
    times = []
    for act in acts:
        started = time.perf_counter()
        waited(signal, act)
        window.viewer.repaint()
        times.append((time.perf_counter() - started) * 1000)
    return f"{np.median(times):6.1f} {np.percentile(times, 95):6.1f}"


def measure(window: MainWindow, megapixels: int) -> None:
    """Print a row for each thing a user does."""
    sample = read_photo(SAMPLE_PHOTO).rgb
    side = round((megapixels * 1e6) ** 0.5)
    noise = np.random.default_rng(0).integers(-6, 7, (side, side, 1), dtype=np.int16)
    large = resize(sample, (side, side))
    photo = Photo(np.clip(large + noise, 0, 255).astype(np.uint8))
    drawn = window.previews.drawn
    item = window.album.add_photo(photo)
    waited(window.coloring.photo_colored, lambda: window.opener.show(item.id))
    waited(drawn, lambda: None, 1500)
    strength = window.adjust.rows["strength"].box
    sliding = [lambda v=v: strength.setValue(v) for v in range(100 - _REPEATS, 100)]
    print(f"{megapixels:4d} MP  strength    {timed(window, drawn, sliding)}")
    vividness = window.adjust.rows["vividness"].box
    livelier = [lambda v=v: vividness.setValue(v) for v in range(101, 121)]
    print(f"{megapixels:4d} MP  vividness   {timed(window, drawn, livelier)}")
    times = []
    for share in np.linspace(0.1, 0.9, _REPEATS):
        started = time.perf_counter()
        window.viewer.split = float(share)
        window.viewer.repaint()
        times.append((time.perf_counter() - started) * 1000)
    split = f"{np.median(times):6.1f} {np.percentile(times, 95):6.1f}"
    print(f"{megapixels:4d} MP  split line  {split}")
    hints = window.hints

    def place(column: float) -> Callable[[], object]:
        hint = Hint(0.6, column, (10.0, -40.0))
        return lambda: hints._change("hint", (hint,))  # noqa: SLF001 - what a click ends in

    def colored(act: Callable[[], object]) -> Callable[[], object]:
        return lambda: waited(window.coloring.photo_colored, act)

    placing = [colored(place(column)) for column in np.linspace(0.2, 0.8, 10)]
    print(f"{megapixels:4d} MP  hint        {timed(window, drawn, placing)}")


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
        print("             what        median    p95 (ms)")
        for megapixels in args.megapixels:
            measure(window, megapixels)
        window._journal.end()  # noqa: SLF001 - nothing is to be asked
        engine.close()
    app.quit()


if __name__ == "__main__":
    main()
