"""How long it takes from the end of a stroke to its draft, and to the repair itself.

    python benchmarks/brush.py [--megapixels 24]

The sample photo, enlarged, with grain and a thousand specks that were found before; strokes of a
hand over it: a dab, a short scratch, a long one, a broad one. Times are of the engine alone, in
milliseconds, the median of five.
"""

from __future__ import annotations

import argparse
import statistics
import time
from dataclasses import replace

import numpy as np

from engine.checkpoints.catalog import SAMPLE_PHOTO
from engine.files.image_io import read_photo
from engine.opencv import cv2
from engine.photo.photo import Photo, resize
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Repair, Tone
from engine.recipe.stroke import Stroke
from engine.restoration.restoring import Known, draft, restore

_REPEATS = 5
_SPECKS = 1000
_STROKES = {
    "dab": Stroke(((0.4, 0.4),), 0.002),
    "short scratch": Stroke(((0.3, 0.4), (0.32, 0.42)), 0.001),
    "long scratch": Stroke(((0.5, 0.1), (0.6, 0.25)), 0.001),
    "broad": Stroke(((0.7, 0.7), (0.7, 0.72)), 0.006),
}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--megapixels", type=float, default=24)
    args = parser.parse_args()
    photo, mask = dusty(args.megapixels)
    recipe = Recipe(repair=Repair(), tone=Tone(), coloring=None)
    known = Known(mask=mask)
    before = restore(photo, recipe, known=known)
    print(f"{photo.size[1]} x {photo.size[0]}, {_SPECKS} specks")
    for name, stroke in _STROKES.items():
        repair = Repair(strokes=(stroke,))
        shown = timed(lambda repair=repair: draft(before, repair))
        then = replace(recipe, repair=repair)
        done = timed(lambda then=then: restore(photo, then, known=known, earlier=before))
        print(f"{name:14} draft {shown:6.0f} ms, repair {done:6.0f} ms")


def dusty(megapixels: float, specks: int = _SPECKS) -> tuple[Photo, np.ndarray]:
    """Return a photo with grain and specks, and where they are, (H, W)."""
    sample = read_photo(SAMPLE_PHOTO)
    scale = (megapixels * 1e6 / (sample.size[0] * sample.size[1])) ** 0.5
    size = (round(sample.size[0] * scale), round(sample.size[1] * scale))
    chance = np.random.default_rng(0)
    pixels = resize(sample.pixels, size).astype(np.int16)
    pixels += chance.normal(0, 4, (*size, 1)).astype(np.int16)
    mask = np.zeros(size, np.uint8)
    for _ in range(specks):
        row, column = (int(chance.integers(20, side - 20)) for side in size)
        cv2.circle(mask, (column, row), int(chance.integers(1, 6)), 1, -1)
    pixels[mask > 0] = 255
    return Photo(np.clip(pixels, 0, 255).astype(np.uint8)), mask > 0


def timed(act: object) -> float:
    """Return how long something takes, in milliseconds."""
    assert callable(act)
    times = []
    for _ in range(_REPEATS):
        started = time.perf_counter()
        act()
        times.append(time.perf_counter() - started)
    return 1000 * statistics.median(times)


if __name__ == "__main__":
    main()
