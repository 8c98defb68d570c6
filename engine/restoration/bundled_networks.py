"""The networks for restoration that come with the app, each loaded once."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from engine import pixel_checkpoint
from engine.catalog import bundled_network
from engine.device import choose_device

if TYPE_CHECKING:
    from engine.pixel_checkpoint import PixelModel


@cache
def load_bundled(task: str) -> PixelModel | None:
    """Return the app's own network for a task, on the CPU; None if it comes with none.

    Raises:
        CatalogError: If the list of checkpoints is missing or damaged.
        CheckpointError: If the checkpoint is not the one that came with the app.
    """
    path = bundled_network(task)
    return None if path is None else pixel_checkpoint.load(path, choose_device("cpu"), task)
