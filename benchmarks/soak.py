"""Whether the window's memory grows with what it has done: many photos, many more previews.

    QT_QPA_PLATFORM=offscreen python benchmarks/soak.py --photos 500 --previews 8

The real window opens photo after photo, colors each, moves a slider and waits for every preview,
saves the photo, and closes it. The median memory of the second tenth of the photos is the start;
the run fails if that of the last tenth is more than five percent larger. On Linux.
"""

from __future__ import annotations

import argparse
import logging
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from frames import waited
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.app.main_window import MainWindow
from desktop.jobs.engine_thread import EngineThread
from desktop.state import settings as keys
from desktop.state.settings import Settings
from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.files.image_io import read_photo, write_photo
from engine.photo.photo import resize

_MOST_GROWTH = 0.05
_SIDES = ((480, 640), (640, 480), (500, 500), (300, 900))


def memory() -> float:
    """Return the MiB that this process has in memory now."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    (line,) = (line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def make_photos(folder: Path) -> list[Path]:
    """Write a gray photo of each shape."""
    sample = read_photo(SAMPLE_PHOTO).rgb[..., 1:2]
    paths = []
    for height, width in _SIDES:
        path = folder / f"{height}x{width}.jpg"
        write_photo(path, np.repeat(resize(sample, (height, width)), 3, axis=2))
        paths.append(path)
    return paths


def turn(window: MainWindow, photo: Path, previews: int, target: Path) -> None:
    """Do with one photo what a user does."""
    dialogs.ask_save_path = lambda *_: target
    waited(window.coloring.photo_colored, lambda: window.opener.open_paths([photo]))
    strength = window.adjust.rows["strength"].box
    for step in range(previews):
        wanted = 30 + 5 * (step % 8) + step // 8
        waited(window.previews.drawn, lambda wanted=wanted: strength.setValue(wanted))
    waited(window.exports.saved, window.saver.ask_save)
    window.opener.close([item.id for item in window.album.items])


def soak(window: MainWindow, args: argparse.Namespace, folder: Path) -> float:
    """Print the memory every tenth of the way; return by what share it has grown."""
    photos, taken = make_photos(folder), []
    started, tenth = time.perf_counter(), max(1, args.photos // 10)
    print("| photos | previews | seconds | MiB |\n|---|---|---|---|", flush=True)
    for done in range(1, args.photos + 1):
        turn(window, photos[done % len(photos)], args.previews, folder / "colored.jpg")
        taken.append(memory())
        if done % tenth == 0:
            seconds = time.perf_counter() - started
            row = f"{done} | {done * args.previews} | {seconds:.0f} | {taken[-1]:.0f}"
            print(f"| {row} |", flush=True)
    return float(np.median(taken[-tenth:]) / np.median(taken[tenth : 2 * tenth]) - 1)


def main() -> None:
    """Soak, and print a row every tenth of the way."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--photos", type=int, default=500)
    parser.add_argument("--previews", type=int, default=8, help="of each photo")
    parser.add_argument("--model", default="kolorit-fast")
    args = parser.parse_args()
    logging.disable(logging.INFO)
    app = QApplication(sys.argv[:1])
    engine = EngineThread()
    with tempfile.TemporaryDirectory(prefix="kolorit-soak-") as name:
        folder = Path(name)
        store = QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)
        settings = Settings(store)
        settings.set(keys.MODEL, args.model)
        window = MainWindow(engine, settings, folder / "sessions")
        window.resize(900, 650)
        window.show()
        waited(window.coloring.model_loaded, window.start)
        growth = soak(window, args, folder)
        window._journal.end(remembers=False)  # noqa: SLF001 - nothing is to be asked
        engine.close()
    app.quit()
    print(f"{args.model}: {growth:+.1%} since the second tenth, {_MOST_GROWTH:.0%} allowed")
    if growth > _MOST_GROWTH:
        sys.exit(1)


if __name__ == "__main__":
    main()
