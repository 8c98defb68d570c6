"""Training steps: how many squares a second a network sees, by batch size.

    python benchmarks/training_steps.py RECIPE PHOTOS --backbone BACKBONE --batch-sizes 16 256 512

On the best device there is, with the recipe's own batches, augmentation included. Times compare
within one run only.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path
from typing import TYPE_CHECKING

import torch

from engine.device import choose_device
from training.config import load_config
from training.data.batches import make_batches
from training.data.datasets import load_photos
from training.loop.train_state import Run, TrainState
from training.parallel import DistributedContext
from training.weights.initialization import InitialWeights

if TYPE_CHECKING:
    from training.config import RunConfig
    from training.data.datasets import PhotoStore

_WARMUP = 5


def main() -> None:
    """Print a row a batch size."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("recipe", type=Path)
    parser.add_argument("photos", type=Path)
    parser.add_argument("--backbone", "--trunk", type=Path)
    parser.add_argument("--batch-sizes", type=int, nargs="+", default=[16])
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--limit", type=int, default=2000, help="photos in memory")
    parser.add_argument("override", nargs="*", help="section.key=value")
    args = parser.parse_intermixed_args()
    photos = None
    for size in args.batch_sizes:
        config = load_config(args.recipe, [*args.override, f"batch_size={size}"])
        photos = photos or load_photos(args.photos, "train", config.data, limit=args.limit)
        data, whole = measure(config, photos, InitialWeights(args.backbone), args.steps)
        print(
            f"{size:5} squares of {config.data.crops[0]} px: {size / whole:7.0f} a second, "
            f"{1000 * whole:.1f} ms a step, {data / whole:.0%} of it for the batch",
            flush=True,
        )


def measure(
    config: RunConfig, photos: PhotoStore, initial: InitialWeights, steps: int
) -> tuple[float, float]:
    """Return the seconds of a step's batch, and of the whole step."""
    device = choose_device("auto")
    batches = make_batches(config, photos.to(torch.device(device.name)))
    state = TrainState(
        config, Run.fresh(config, device, initial), device, batches, DistributedContext()
    )
    for step in range(_WARMUP):
        state.train_step(batches(step), adversarial=False)
    data = whole = 0.0
    for step in range(_WARMUP, _WARMUP + steps):
        _wait(device.name)
        started = time.perf_counter()
        batch = batches(step)
        _wait(device.name)
        made = time.perf_counter()
        state.train_step(batch, adversarial=False)
        _wait(device.name)
        data += made - started
        whole += time.perf_counter() - started
    return data / steps, whole / steps


def _wait(device: str) -> None:
    """Let the card finish what it was asked for."""
    if device.startswith("cuda"):
        torch.cuda.synchronize()


if __name__ == "__main__":
    main()
