"""Checkpoints of either kind, for tools that carry, shrink and list them."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.checkpoints import checkpoint, pixel_checkpoint
from engine.checkpoints.catalog import COLOR
from engine.device import choose_device

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import nn

    from engine.checkpoints.checkpoint import Header
    from engine.checkpoints.pixel_checkpoint import PixelHeader


@dataclass(frozen=True, eq=False)
class AnyCheckpoint:
    """A network with the layers that were stored, and what its file says about it."""

    network: nn.Module
    header: Header | PixelHeader

    @property
    def task(self) -> str:
        """What it is for, as the list of bundled checkpoints says it."""
        return COLOR if isinstance(self.header, checkpoint.Header) else self.header.task.id

    def save(self, path: Path, settings: Mapping[str, Any], *, int8: bool) -> None:
        """Write it again, with some settings of its configuration changed.

        Raises:
            CheckpointError: If the app would refuse the result.
        """
        config = {**self.header.config, **settings}
        weights = self.network.state_dict()
        if isinstance(self.header, checkpoint.Header):
            colors = dataclasses.replace(self.header, config=config)
            checkpoint.save(path, weights, colors, int8=int8)
        else:
            pixels = dataclasses.replace(self.header, config=config)
            pixel_checkpoint.save(path, weights, pixels, int8=int8)
        load_any(path)


def load_any(path: Path) -> AnyCheckpoint:
    """Load a checkpoint of either kind on the CPU.

    Raises:
        CheckpointError: If this version cannot use it.
    """
    cpu = choose_device("cpu")
    if pixel_checkpoint.maps_pixels(path):
        mapping = pixel_checkpoint.load(path, cpu, folded=False)
        return AnyCheckpoint(mapping.network, mapping.header)
    coloring = checkpoint.load(path, cpu, folded=False)
    return AnyCheckpoint(coloring.network, coloring.header)
