"""What a task is to the loop that trains for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

import torch

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from torch import Tensor, nn

_WATCHED = 1 << 40
"""Added to the steps of watched batches, which are no training step's."""


@dataclass(frozen=True)
class Sources:
    """Where the pictures are, and where batches are made."""

    data: Path
    """The folder of damage: shapes and sharp photos, see ``training/data/damage.py``."""
    photos: Path | None
    """Shards or a folder of small color photos (``training/data/datasets.py``); None for none."""
    device: torch.device
    batch_size: int
    seed: int

    def generator(self, step: int, *, watched: bool) -> torch.Generator:
        """Return the chance that a step's batch is made of: a function of seed and step."""
        number = step + (_WATCHED if watched else 0)
        return torch.Generator(self.device).manual_seed((self.seed << 48) ^ number)


class PixelTask(Protocol):
    """Makes batches, and says how far a network is from what it should do."""

    def batch(self, step: int, *, watched: bool = False) -> Mapping[str, Tensor]:
        """Return what :meth:`losses` needs, on the device; a function of seed and step.

        Args:
            step: Of the run.
            watched: Whether of pictures that are not trained on.
        """
        ...

    def losses(self, network: nn.Module, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return figures without gradient, and ``loss``, which is to become small."""
        ...


@dataclass(frozen=True)
class TaskKind:
    """How a task of the table is made."""

    settings: type[Any]
    """A dataclass, made of the recipe's section ``data``."""
    make: Callable[[Any, Sources], PixelTask]
