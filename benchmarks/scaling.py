"""How time and memory grow with the photo, and a batch with the cores.

    python benchmarks/scaling.py --megapixels 1 12 24 50 100
    python benchmarks/scaling.py --cores 1 2 --photos 60

A gray JPEG with grain goes from file to file, each size in a process of its own, so that the peak
is that of one photo. Every size is made --repeats times and the best of each part counts. The last
lines tell how both grow from twelve megapixels on. With --cores a folder of one-megapixel photos is
colored by as many cores instead; on Linux.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import resource
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from batch import run_here
from PIL import Image

from engine.batch.job import BatchJob, ColorSettings
from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import SAMPLE_PHOTO, find_model
from engine.develop import develop, render_photo
from engine.device import choose_device
from engine.files.image_io import read_photo, write_photo
from engine.photo.photo import resize
from engine.recipe.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Sequence

_LARGE = 10
"""Megapixels from which on a photo is more work than starting to work."""
_KIB_PER_MIB = 1024 if sys.platform != "darwin" else 1024**2


@dataclass(frozen=True)
class Cost:
    """What one photo took: milliseconds, and MiB at the peak."""

    megapixels: float
    decode: float
    network: float
    render: float
    write: float
    peak: float

    @property
    def rest(self) -> float:
        """All but the network."""
        return self.decode + self.render + self.write


def write_gray(path: Path, megapixels: float, seed: int = 0) -> None:
    """Write the sample photo, gray, enlarged, with grain."""
    gray = read_photo(SAMPLE_PHOTO).rgb[..., 1:2]
    side = round((megapixels * 1e6) ** 0.5)
    large = resize(gray, (side, side))
    random = np.random.default_rng(seed)
    for rows in range(0, side, 256):
        strip = large[rows : rows + 256]
        grain = random.integers(-4, 5, strip.shape, dtype=np.int16)
        strip[:] = np.clip(strip + grain, 0, 255)
    Image.fromarray(large[..., 0]).save(path, quality=90)


def color(source: Path, model_name: str | None, repeats: int) -> Cost:
    """Color one photo from file to file, several times; runs in a process of its own."""
    model = checkpoint.load(find_model(model_name), choose_device("cpu"))
    parts = []
    for _ in range(repeats):
        moments = [time.perf_counter()]
        photo = read_photo(source)
        moments.append(time.perf_counter())
        developed = develop(photo, Recipe(), lambda _name: model)
        moments.append(time.perf_counter())
        rgb = render_photo(developed)
        moments.append(time.perf_counter())
        write_photo(source.with_suffix(".colored.jpg"), rgb, overwrite=True)
        moments.append(time.perf_counter())
        parts.append(np.diff(moments) * 1000)
        size = photo.pixels.size / 1e6
        del photo, developed, rgb  # so that two photos are never in memory at once
    decode, network, render, write = np.min(parts, axis=0).tolist()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _KIB_PER_MIB
    return Cost(size, decode, network, render, write, peak)


def print_growth(costs: Sequence[Cost]) -> None:
    """Print by which power of the megapixels time grows, and the line that memory follows."""
    sizes = np.array([cost.megapixels for cost in costs])
    power, _ = np.polyfit(np.log(sizes), np.log([cost.rest for cost in costs]), 1)
    slope, start = np.polyfit(sizes, [cost.peak for cost in costs], 1)
    print(f"time of all but the network grows as megapixels to the power of {power:.2f}")
    print(f"memory is {start:.0f} + {slope:.1f} × megapixels MiB")


def by_size(megapixels: Sequence[float], model: str | None, repeats: int) -> None:
    """Print a row a size, and the lines."""
    print("| megapixels | decode | network | render | write | all but the network | peak MiB |")
    print("|" + "---|" * 7, flush=True)
    costs = []
    context = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory(prefix="kolorit-scaling-") as folder:
        for size in megapixels:
            source = Path(folder, f"{size:g}.jpg")
            write_gray(source, size)
            with context.Pool(1) as pool:
                cost = pool.apply(color, (source, model, repeats))
            costs.append(cost)
            print(
                f"| {size:g} | {cost.decode:.0f} | {cost.network:.0f} | {cost.render:.0f} "
                f"| {cost.write:.0f} | {cost.rest:.0f} | {cost.peak:.0f} |",
                flush=True,
            )
    large = [cost for cost in costs if cost.megapixels > _LARGE]
    if len(large) > 1:
        print_growth(large)


def color_folder(job: BatchJob, cores: int) -> float:
    """Color a folder on so many cores; return photos a minute. Runs in a process of its own."""
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])
    torch.set_num_threads(cores)
    result = run_here(job, workers=2)
    assert not result.failed
    return result.photos / result.seconds * 60


def by_cores(cores: Sequence[int], photos: int, model: str | None) -> None:
    """Print a row a number of cores."""
    print("| cores | photos a minute | over the first |\n|---|---|---|", flush=True)
    context = multiprocessing.get_context("spawn")
    rates: list[float] = []
    with tempfile.TemporaryDirectory(prefix="kolorit-cores-") as folder:
        source = Path(folder, "in")
        source.mkdir()
        for index in range(photos):
            write_gray(source / f"{index}.jpg", 1, index)
        for count in cores:
            target = Path(folder, f"out-{count}")
            job = BatchJob((source,), target, settings=ColorSettings(model=model, device="cpu"))
            with context.Pool(1) as pool:
                rates.append(pool.apply(color_folder, (job, count)))
            print(f"| {count} | {rates[-1]:.0f} | {rates[-1] / rates[0]:.2f} |", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megapixels", type=float, nargs="+", default=[1, 12, 24, 50, 100])
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--cores", type=int, nargs="+", help="measure a batch instead")
    parser.add_argument("--photos", type=int, default=60, help="of the batch")
    parser.add_argument("--model")
    args = parser.parse_args()
    if args.cores:
        by_cores(args.cores, args.photos, args.model)
    else:
        by_size(args.megapixels, args.model, args.repeats)


if __name__ == "__main__":
    main()
