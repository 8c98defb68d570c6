"""Where the time of one photo goes, and how far a slider is from a frame.

    python benchmarks/stages.py --megapixels 12 24

Each size runs in a process of its own, so that the peak memory is that of one photo. The photo is
the sample, enlarged, with grain; times are medians of several runs, in milliseconds.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import SAMPLE_PHOTO, find_model
from engine.coloring.colorize import render
from engine.develop import compose, develop, render_photo
from engine.device import choose_device
from engine.files.image_io import read_photo, write_photo
from engine.photo.photo import Window, fit, resize, view
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Grade

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

_SCREEN = (1080, 1920)
_KIB_PER_MIB = 1024 if sys.platform != "darwin" else 1024**2


def timed(work: Callable[[], T], repeats: int = 5) -> tuple[float, T]:
    """Return the median time in milliseconds, and the last result."""
    times, results = [], []
    for _ in range(repeats):
        results.clear()  # so that two results are never in memory at once
        started = time.perf_counter()
        results.append(work())
        times.append((time.perf_counter() - started) * 1000)
    return statistics.median(times), results[0]


def measure(megapixels: float, model_name: str | None, device_name: str) -> None:
    """Print one row of the table."""
    model = checkpoint.load(find_model(model_name), choose_device(device_name))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "photo.jpg"), Path(folder, "colored.jpg")
        write_photo(source, _large_photo(megapixels))
        decode, photo = timed(lambda: read_photo(source), 3)
        network, developed = timed(lambda: develop(photo, Recipe(), lambda _name: model))
        size = fit(photo.size, _SCREEN)
        window = Window.whole(photo.size)
        composed, frame = timed(lambda: compose(developed, window, view(photo, window, size)))
        slider, _ = timed(lambda: render(frame, Grade(1.2)), 15)
        full, rgb = timed(lambda: render_photo(developed), 3)
        write, _ = timed(lambda: write_photo(target, rgb, overwrite=True), 3)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    print(
        f"| {megapixels:g} | {decode:.0f} | {network:.0f} | {full:.0f} | {write:.0f} "
        f"| {decode + full + write:.0f} | {composed:.0f} | {slider:.0f} | {full / slider:.0f} "
        f"| {peak:.0f} |",
        flush=True,
    )


def _large_photo(megapixels: float) -> np.ndarray:
    rgb = read_photo(SAMPLE_PHOTO).rgb
    scale = (megapixels * 1e6 / (rgb.shape[0] * rgb.shape[1])) ** 0.5
    rgb = resize(rgb, (round(rgb.shape[0] * scale), round(rgb.shape[1] * scale)))
    grain = np.random.default_rng(0).integers(-4, 5, rgb.shape[:2], dtype=np.int8)
    for rows in range(0, rgb.shape[0], 256):  # in strips, to stay out of the peak that is measured
        strip = rgb[rows : rows + 256]
        strip[:] = np.clip(strip.astype(np.int16) + grain[rows : rows + 256, :, None], 0, 255)
    return rgb


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megapixels", type=float, nargs="+", default=[1, 12, 24])
    parser.add_argument("--model")
    parser.add_argument("--device", default="auto")
    args = parser.parse_args()
    print(
        "| megapixels | decode | network | render all | write | all but the network "
        f"| view at {_SCREEN[1]}×{_SCREEN[0]} | slider | render all / slider | peak MiB |"
    )
    print("|" + "---|" * 10, flush=True)
    context = multiprocessing.get_context("spawn")
    for megapixels in args.megapixels:
        process = context.Process(target=measure, args=(megapixels, args.model, args.device))
        process.start()
        process.join()


if __name__ == "__main__":
    main()
