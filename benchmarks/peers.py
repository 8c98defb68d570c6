"""Our networks beside published ones at the same size: time, arithmetic, parameters and memory.

    python benchmarks/peers.py --sizes 256 512 1024
    python benchmarks/peers.py --sizes 256 512 --precision bf16
    python benchmarks/peers.py --sizes 512 --memory

The published networks are described again from their papers, with random weights, so only their
speed can be compared; a parameter count that is not the published one ends the run. All take turns
in one process, in channels-last memory and the same precision; times are the best of the rounds, in
milliseconds. In bf16 the published networks' weights are converted beforehand, which is the fastest
way to run them; ours are converted in each pass, as the app does. With --memory each network makes
one pass in a process of its own instead, in fp32, and what it adds to the peak is measured, weights
included; on Linux and macOS.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from peer_networks.ddcolor import DDColorTiny
from peer_networks.deoldify import DeOldifyStable
from peer_networks.zhang import Eccv16, Siggraph17
from torch import nn
from torch.utils.flop_counter import FlopCounterMode

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import bundled_models
from engine.device import choose_device

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import Tensor

_KIB_PER_MIB = 1024 if sys.platform != "darwin" else 1024**2
_FLOPS_PER_MULTIPLY_ADD = 2
_CONVERTED = (nn.Conv1d, nn.Conv2d, nn.ConvTranspose2d, nn.Linear)
"""Layers that autocast would run in bfloat16 anyway."""


@dataclass(frozen=True)
class Peer:
    """A published network."""

    build: Callable[[], nn.Module]
    millions: float
    """Of parameters, as published."""
    tolerance: float
    """Of that figure, as a share: some are published in round numbers only."""


PEERS: Mapping[str, Peer] = {
    "ECCV16": Peer(Eccv16, 32.2, 0.01),
    "SIGGRAPH17": Peer(Siggraph17, 34.2, 0.01),
    "DDColor-tiny": Peer(DDColorTiny, 55.0, 0.01),
    "DeOldify-stable": Peer(DeOldifyStable, 218.0, 0.02),
}


def names() -> tuple[str, ...]:
    """Return all networks, our own first."""
    return (*(entry.name for entry in bundled_models()), *PEERS)


def build(name: str, device_name: str) -> nn.Module:
    """Return a network in eval mode."""
    device = choose_device(device_name)
    for entry in bundled_models():
        if entry.name == name:
            return checkpoint.load(entry.path, device).network
    network = PEERS[name].build().eval().requires_grad_(requires_grad=False)
    return network.to(device.name, memory_format=torch.channels_last)


def millions(network: nn.Module) -> float:
    """Return how many parameters a network has."""
    return sum(parameter.numel() for parameter in network.parameters()) / 1e6


def require_published(name: str, network: nn.Module) -> None:
    """End the run if a peer is not what was published."""
    peer = PEERS.get(name)
    if peer is not None and abs(millions(network) / peer.millions - 1) > peer.tolerance:
        sys.exit(f"{name} has {millions(network):.1f} M parameters, published {peer.millions} M")


def shorten(network: nn.Module) -> None:
    """Convert weights to bfloat16, where autocast would in each pass."""
    for module in network.modules():
        if isinstance(module, _CONVERTED):
            module.to(torch.bfloat16)


def pass_time(network: nn.Module, lightness: Tensor, *, bf16: bool) -> float:
    """Return the milliseconds of one pass."""
    started = time.perf_counter()
    with torch.autocast(lightness.device.type, torch.bfloat16, bf16):
        network(lightness)
    if lightness.is_cuda:
        torch.cuda.synchronize()
    return (time.perf_counter() - started) * 1000


def measure(
    networks: Mapping[str, nn.Module], lightness: Tensor, rounds: int, *, bf16: bool
) -> dict[str, float]:
    """Return the best time of each network; they take turns, each with a pass to warm up."""
    best: dict[str, float] = {}
    for _ in range(rounds):
        for name, network in networks.items():
            pass_time(network, lightness, bf16=bf16)  # the one before was another network's
            taken = pass_time(network, lightness, bf16=bf16)
            best[name] = min(best.get(name, float("inf")), taken)
    return best


def multiply_adds(network: nn.Module, lightness: Tensor) -> float:
    """Return the billions of multiply-adds of one pass."""
    with FlopCounterMode(display=False) as counter:
        network(lightness)
    return counter.get_total_flops() / _FLOPS_PER_MULTIPLY_ADD / 1e9


def print_times(size: int, device: str, rounds: int, precision: str) -> None:
    """Print the table of one size; ratios are those of time to each of our networks."""
    ours = [entry.name for entry in bundled_models()]
    networks = {name: build(name, device) for name in names()}
    for name, network in networks.items():
        require_published(name, network)
    lightness = torch.rand(1, 1, size, size, device=choose_device(device).name) * 2 - 1
    with torch.inference_mode():
        # counted at 256, where it takes no time; convolutions cost in proportion to the area
        small = torch.zeros(1, 1, 256, 256, device=lightness.device)
        work = {name: multiply_adds(network, small) for name, network in networks.items()}
        bf16 = precision == "bf16"
        if bf16:
            for name in PEERS:
                shorten(networks[name])
        best = measure(networks, lightness, rounds, bf16=bf16)
    print(
        f"\n{size} × {size}, {precision}, best of {rounds}, {choose_device(device).description}\n"
    )
    head = ("network", "parameters (M)", "multiply-adds at 256 (G)", "ms")
    print(f"| {' | '.join((*head, *(f'over {own}' for own in ours)))} |")
    print("|" + "---|" * (len(head) + len(ours)))
    for name, network in networks.items():
        figures = f"{millions(network):.1f} | {work[name]:.1f} | {best[name]:.0f}"
        ratios = " | ".join(f"{best[name] / best[own]:.1f}" for own in ours)
        print(f"| {name} | {figures} | {ratios} |", flush=True)


def print_memory(name: str, size: int, device: str) -> None:
    """Print what one network adds to the peak of a process that has imported everything."""
    lightness = torch.zeros(1, 1, size, size)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with torch.inference_mode():
        build(name, device)(lightness)
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    print(f"| {name} | {size} | {(after - before) / _KIB_PER_MIB:.0f} |", flush=True)


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[256, 512, 1024])
    parser.add_argument("--rounds", type=int, default=5, help="at the smallest size; less above")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--precision", choices=("fp32", "bf16"), default="fp32", help="of times")
    parser.add_argument("--memory", action="store_true")
    args = parser.parse_args()
    if not args.memory:
        for size in args.sizes:
            share = (min(args.sizes) / size) ** 2
            print_times(size, args.device, max(1, round(args.rounds * share)), args.precision)
        return
    print("| network | size | adds to the peak (MiB) |\n|---|---|---|", flush=True)
    context = multiprocessing.get_context("spawn")
    for size in args.sizes:
        for name in names():
            process = context.Process(target=print_memory, args=(name, size, "cpu"))
            process.start()
            process.join()


if __name__ == "__main__":
    main()
