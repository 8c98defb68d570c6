"""Learning several times from what is slow to make.

Where a batch takes longer to make than to learn from, the squares of the last batches are kept,
and each step learns from some of them, turned or mirrored, in a mixture that was never seen.

References:
    Choi et al., "Faster neural network training with data echoing", 2019: shuffled and augmented
    after the repetition, an example is worth nearly as much as a fresh one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor, nn

    from training.pixels.task import PixelTask, Sources

_WAYS = 8
"""Four quarter turns, each mirrored or not."""


class Echoed:
    """A task whose batches are mixed from those that another made last.

    A batch is a function of seed and step, as that of the task itself: after a pause, what was
    kept is made again.
    """

    def __init__(self, task: PixelTask, sources: Sources, echo: int, kept: int) -> None:
        """Make nothing yet.

        Args:
            task: Makes batches.
            sources: What it was made with.
            echo: Steps for each batch that is made.
            kept: How many batches are kept, on the device where they were made.
        """
        self._task = task
        self._sources = sources
        self._echo = echo
        self._kept = kept
        self._pool: dict[str, Tensor] = {}
        self._made = -1

    def batch(self, step: int, *, watched: bool = False) -> Mapping[str, Tensor]:
        """Return squares of the last batches, all turned alike; watched ones as they are made."""
        if watched:
            return self._task.batch(step, watched=True)
        last = step // self._echo
        first = max(0, last - self._kept + 1)
        for number in range(max(first, self._made + 1) if self._made <= last else first, last + 1):
            self._keep(number)
        count = self._sources.batch_size
        chance = self._sources.generator(step, watched=False)
        number = (last + 1 - first) * count
        chosen = torch.randint(number, (count,), generator=chance, device=chance.device)
        way = step * 5 % _WAYS  # in turn, and without asking a GPU, which would wait
        return {name: _turned(kept[chosen], way) for name, kept in self._pool.items()}

    def losses(self, network: nn.Module, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return what the task itself would."""
        return self._task.losses(network, batch)

    def _keep(self, number: int) -> None:
        """Make a batch in the place of the oldest one."""
        batch = self._task.batch(number)
        count = self._sources.batch_size
        start = number % self._kept * count
        for name, values in batch.items():
            if name not in self._pool:
                self._pool[name] = values.new_empty(self._kept * count, *values.shape[1:])
            self._pool[name][start : start + count] = values
        self._made = number


def _turned(values: Tensor, way: int) -> Tensor:
    """Return planes, (B, C, H, W) with H as W, turned and mirrored; other values as they are."""
    if values.ndim != 4:
        return values
    turned = torch.rot90(values, way % 4, (2, 3))
    return turned.flip(3) if way >= 4 else turned
