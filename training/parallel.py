"""Several processes, one run: ``torchrun`` starts them, each takes its part of every batch.

    torchrun --nproc-per-node 2 -m training.train RECIPE RUN --data PHOTOS

Gradients are averaged over the processes, so that N processes do what one would with a batch N
times as large. The first one writes.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import distributed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from torch import Tensor, nn


@dataclass(frozen=True)
class DistributedContext:
    """The processes of a run, and which one this is."""

    rank: int = 0
    count: int = 1

    @property
    def leads(self) -> bool:
        """Whether this process writes the files of the run."""
        return self.rank == 0

    def part(self, batch: int) -> slice:
        """Return which photos of a common batch are this process's own."""
        return slice(self.rank * batch // self.count, (self.rank + 1) * batch // self.count)

    def agree(self, value: float, device: str) -> float:
        """Return the first process's value: clocks differ, and all must stop at the same step."""
        if self.count == 1:
            return value
        shared = torch.tensor(value, dtype=torch.float64, device=device)
        distributed.broadcast(shared, src=0)
        return float(shared)

    def average_gradients(self, network: nn.Module) -> None:
        """Replace this process's gradients by the mean of all processes'."""
        if self.count == 1:
            return
        gradients = [p.grad for p in network.parameters() if p.grad is not None]
        flat = torch.cat([gradient.flatten() for gradient in gradients])
        distributed.all_reduce(flat)
        parts = flat.div_(self.count).split([gradient.numel() for gradient in gradients])
        for gradient, part in zip(gradients, parts, strict=True):
            gradient.copy_(part.view_as(gradient))

    def mean(self, values: Mapping[str, Tensor]) -> dict[str, float]:
        """Return the mean over all processes of some scalars."""
        stacked = torch.stack([value.detach().float() for value in values.values()])
        if self.count > 1:
            distributed.all_reduce(stacked)
        return dict(zip(values, (stacked / self.count).tolist(), strict=True))


@contextmanager
def join_processes(device: str) -> Iterator[DistributedContext]:
    """Join the processes that ``torchrun`` started, if it did."""
    if "TORCHELASTIC_RUN_ID" not in os.environ:
        yield DistributedContext()
        return
    distributed.init_process_group("nccl" if device.startswith("cuda") else "gloo")
    try:
        yield DistributedContext(distributed.get_rank(), distributed.get_world_size())
    finally:
        distributed.destroy_process_group()


def local_device(device: str) -> str:
    """Return which of a machine's graphics cards is this process's own.

    Among several processes ``auto`` would be the first card for all of them.
    """
    rank = os.environ.get("LOCAL_RANK")
    if device == "cuda" or (device == "auto" and rank and torch.cuda.is_available()):
        return f"cuda:{rank or 0}"
    return device
