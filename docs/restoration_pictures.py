"""Damage a photo of scikit-image's, let the command line restore it, and show before and after.

    python docs/restoration_pictures.py [--print PNG]

The left picture is what a slide of 1970 can look like today: half of the cyan dye is gone. The
right one has clumped grain and is a JPEG of quality 70. Writes ``docs/images/restored.jpg``.
With --print only a flat black-and-white print with dust and scratches is written, for pictures of
the window.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image
from skimage import data

from engine.cli.__main__ import main as kolorit_cli
from engine.opencv import cv2

_DYES = np.array(((0.55, 0.0, 0.0), (0.05, 0.9, 0.0), (0.05, 0.08, 0.7)))
"""What is left of cyan, magenta and yellow, and what each absorbs of the others' light."""
_STAIN = (0.02, 0.06, 0.16)
_GRAIN = 30
_IMAGE = Path(__file__).parent / "images" / "restored.jpg"
_WIDTH = 210


def main() -> None:
    """Write the picture."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", type=Path, dest="print_to")
    args = parser.parse_args()
    if args.print_to is not None:
        Image.fromarray(dusty_print()).save(args.print_to)
        return
    rgb = data.astronaut().astype(np.float64) / 255
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pairs = [
            _restored(folder, faded(rgb), "revival", 92),
            _restored(folder, grainy(rgb), "denoise", 70),
        ]
    parts = [np.asarray(picture.resize((_WIDTH, _WIDTH))) for pair in pairs for picture in pair]
    Image.fromarray(np.hstack(parts)).save(_IMAGE, quality=76)


def dusty_print() -> np.ndarray:
    """Return a flat print with grain, 120 specks and six scratches, (1536, 1536) uint8."""
    chance, side = np.random.default_rng(1), 1536
    gray = cv2.cvtColor(data.astronaut(), cv2.COLOR_RGB2GRAY)
    scan = 60 + 0.6 * cv2.resize(gray, (side, side), interpolation=cv2.INTER_CUBIC)
    scan = scan.astype(np.float32) + chance.normal(0, 4, scan.shape).astype(np.float32)
    for _ in range(120):
        row, column, radius = (
            int(n) for n in (*chance.integers(10, side - 10, 2), chance.integers(1, 5))
        )
        cv2.circle(scan, (column, row), radius, 235.0, -1, cv2.LINE_AA)
    for _ in range(6):
        start = chance.integers(0, side, 2)
        end = start + chance.integers(-500, 500, 2)
        cv2.line(scan, tuple(map(int, start)), tuple(map(int, end)), 230.0, 2, cv2.LINE_AA)
    return np.clip(scan, 0, 255).astype(np.uint8)


def faded(rgb: np.ndarray) -> np.ndarray:
    """Return a photo, (H, W, 3) in [0, 1], whose dyes have faded."""
    density = -np.log10(np.clip(rgb**2.2, 1e-3, 1))
    left: np.ndarray = (10 ** -(density @ _DYES.T + _STAIN)) ** (1 / 2.2)
    return left


def grainy(rgb: np.ndarray) -> np.ndarray:
    """Return a photo, (H, W, 3) in [0, 1], with clumped grain, about 12 levels of 255."""
    noise = np.random.default_rng(1).normal(0, 1, rgb.shape[:2])
    clumped = cv2.GaussianBlur(noise, (0, 0), 0.8) * _GRAIN / 255
    added: np.ndarray = rgb + clumped[..., None]
    return added


def _restored(
    folder: Path, rgb: np.ndarray, step: str, quality: int
) -> tuple[Image.Image, Image.Image]:
    source, target = folder / f"{step}.jpg", folder / f"{step}.png"
    pixels = (np.clip(rgb, 0, 1) * 255).round().astype(np.uint8)
    Image.fromarray(pixels).save(source, quality=quality)
    if kolorit_cli(["restore", str(source), "-o", str(target), "--steps", step]) != 0:
        msg = f"{step} failed"
        raise SystemExit(msg)
    return Image.open(source).convert("RGB"), Image.open(target).convert("RGB")


if __name__ == "__main__":
    main()
