"""What one pass of each network costs: time in fp32 and bf16, multiply-adds, and their ratios.

    python benchmarks/networks.py --size 256
    python benchmarks/networks.py --size 256 --unfolded    # with their batch norms

All networks take turns in one run, so that a slow moment of the machine hits them alike; times are
medians in milliseconds, ratios are to the first network.
"""

from __future__ import annotations

import argparse
import statistics
import time
from typing import TYPE_CHECKING

import torch
from torch.utils.flop_counter import FlopCounterMode

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import bundled_models
from engine.device import choose_device

if TYPE_CHECKING:
    from engine.checkpoints.checkpoint import Model

_ROUNDS = 15
_FLOPS_PER_MULTIPLY_ADD = 2


def pass_time(model: Model, lightness: torch.Tensor, *, bf16: bool) -> float:
    """Return the milliseconds of one pass."""
    kind = model.device.name.split(":")[0]
    started = time.perf_counter()
    with torch.autocast(kind, torch.bfloat16, bf16):
        model.network(lightness)
    if kind == "cuda":
        torch.cuda.synchronize()
    return (time.perf_counter() - started) * 1000


def multiply_adds(model: Model, lightness: torch.Tensor) -> float:
    """Return the billions of multiply-adds of one pass."""
    with FlopCounterMode(display=False) as counter:
        model.network(lightness)
    return counter.get_total_flops() / _FLOPS_PER_MULTIPLY_ADD / 1e9


def main() -> None:
    """Print one row a bundled model."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--size", type=int, default=256, help="side of the picture in pixels")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--unfolded", action="store_true", help="leave batch norms as stored")
    args = parser.parse_args()
    device = choose_device(args.device)
    folded = not args.unfolded
    models = [checkpoint.load(entry.path, device, folded=folded) for entry in bundled_models()]
    names = [entry.name for entry in bundled_models()]
    lightness = torch.rand(1, 1, args.size, args.size, device=device.name) * 2 - 1
    times: dict[tuple[int, bool], list[float]] = {}
    with torch.inference_mode():
        for turn in range(_ROUNDS + 1):
            for index, model in enumerate(models):
                for bf16 in (False, True):
                    taken = pass_time(model, lightness, bf16=bf16)
                    if turn > 0:  # the first pass also allocates and chooses algorithms
                        times.setdefault((index, bf16), []).append(taken)
        work = [multiply_adds(model, lightness) for model in models]
    print(f"{args.size} x {args.size} on {device.name} ({device.description})")
    print("| model | parameters (M) | multiply-adds (G) | fp32 (ms) | bf16 (ms) | fp32 to first |")
    print("|---|---|---|---|---|---|")
    first = statistics.median(times[0, False])
    for index, (name, model) in enumerate(zip(names, models, strict=True)):
        fp32, bf16_time = (statistics.median(times[index, bf16]) for bf16 in (False, True))
        size = sum(p.numel() for p in model.network.parameters()) / 1e6
        print(
            f"| {name} | {size:.1f} | {work[index]:.2f} | {fp32:.0f} | {bf16_time:.0f} "
            f"| {fp32 / first:.2f} |"
        )


if __name__ == "__main__":
    main()
