"""Take all pictures anew that the guide and the other documents show of the program.

xvfb-run -a -s '-screen 0 1280x840x24' python docs/pictures.py

Photos in them are scikit-image's, with damage drawn on; docs/packaging.md says where its own come
from. Takes some minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image
from skimage import data

from engine.opencv import cv2

_DOCS = Path(__file__).parent
_IMAGES = _DOCS / "images"
_WIDTH, _QUALITY = 840, 66
"""Of a picture in the guide: words can be read, and the repository stays small."""
_POSES = ("restored", "restoring", "hint", "doubt", "versions", "crop", "empty")
_NAMES = {"restored": "window", "hint": "palette", "versions": "variations"}
"""What pictures of these poses are called in the documents; others by the pose."""
_BATCH = ("batch-before", "batch-after")
_SAMPLES = ("coffee", "cat", "rocket")


def main() -> None:
    """Write ``docs/images``."""
    _run("restoration_pictures.py")
    _run("card_pictures.py", "kolorit", "kolorit-fast")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        damaged = folder / "grandma.png"
        _run("restoration_pictures.py", "--print", damaged)
        _run("screenshots.py", folder, "--photos", damaged, "--only", *_POSES)
        photos = [damaged, *(_gray(folder, sample) for sample in _SAMPLES)]
        _run("screenshots.py", folder, "--photos", *photos, "--only", "album")
        _run("screenshots.py", folder, "--only", "proposals")
        _run("batch_screenshots.py", folder)
        for pose in (*_POSES, "album", "proposals", *_BATCH):
            _shrink(folder / f"{pose}.png", _IMAGES / f"{_NAMES.get(pose, pose)}.jpg")


def _run(script: str, *arguments: object) -> None:
    command = [sys.executable, str(_DOCS / script), *map(str, arguments)]
    subprocess.run(command, check=True)  # noqa: S603 - our own scripts


def _gray(folder: Path, sample: str) -> Path:
    """Write a photo of scikit-image's as gray as an old print."""
    rgb = np.ascontiguousarray(getattr(data, sample)()[..., :3])
    path = folder / f"{sample}.jpg"
    Image.fromarray(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)).save(path, quality=92)
    return path


def _shrink(source: Path, target: Path) -> None:
    with Image.open(source) as picture:
        height = round(picture.height * _WIDTH / picture.width)
        small = picture.convert("RGB").resize((_WIDTH, height), Image.Resampling.LANCZOS)
        small.save(target, quality=_QUALITY, optimize=True, progressive=True)


if __name__ == "__main__":
    main()
