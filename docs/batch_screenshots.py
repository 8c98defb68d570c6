"""Take pictures of the batch dialog before, during and after a batch of gray sample pictures.

xvfb-run -s '-screen 0 1280x840x24' python docs/batch_screenshots.py build/window
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from skimage import data

from desktop.appearance import Appearance
from desktop.batch.batch_dialog import BatchDialog
from desktop.batch.batch_worker import BatchWorker
from desktop.state.settings import Settings
from engine.checkpoints.catalog import bundled_models
from engine.files.image_io import write_photo
from engine.opencv import cv2

if TYPE_CHECKING:
    from collections.abc import Callable

_PICTURES = ("astronaut", "cat", "coffee", "rocket")
_COUNT = 12
_SETTLE_MS = 700


def main() -> None:
    """Fill in the dialog, look at three photos, convert the folder."""
    folder = _folder()
    app = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as home:
        scans = Path(home) / "Attic"
        _make_scans(scans)
        store = QSettings(str(Path(home) / "settings.ini"), QSettings.Format.IniFormat)
        settings = Settings(store, app)
        Appearance(app, settings)
        worker = BatchWorker(app)
        dialog = BatchDialog(worker, settings, bundled_models())

        def take(name: str, then: Callable[[], object]) -> None:
            def now() -> None:
                dialog.grab().save(str(folder / f"batch-{name}.png"))
                then()

            QTimer.singleShot(_SETTLE_MS, dialog, now)

        def during(_event: object, counts: object) -> None:
            if getattr(counts, "done", 0) == _COUNT // 2:
                take("during", lambda: None)

        worker.previewed.connect(lambda _: take("before", dialog.buttons["start"].click))
        worker.happened.connect(during)
        worker.ended.connect(lambda *_: take("after", app.quit))
        dialog.show()
        dialog.form.source.show_path(scans)
        dialog.form.target.show_path(Path(home) / "Attic-color")
        dialog.buttons["preview"].click()
        app.exec()
        worker.close()


def _folder() -> Path:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _make_scans(folder: Path) -> None:
    folder.mkdir()
    for index in range(_COUNT):
        rgb = getattr(data, _PICTURES[index % len(_PICTURES)])()
        gray = cv2.cvtColor(np.ascontiguousarray(rgb[..., :3]), cv2.COLOR_RGB2GRAY)
        write_photo(folder / f"Box 3, no. {index + 1:02}.jpg", np.repeat(gray[..., None], 3, 2))
    (folder / "Box 3, no. 13.jpg").write_bytes(b"half a download")


if __name__ == "__main__":
    main()
