"""The networks that come with the program for restoring, each loaded when it is first needed."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from engine.checkpoints import catalog
from engine.checkpoints.checkpoint import load
from engine.device import choose_device
from engine.errors import CatalogError

if TYPE_CHECKING:
    from engine.checkpoints.checkpoint import Model


@cache
def bundled_network(task: str, device: str = "cpu") -> Model:
    """Return the program's own network for a task.

    Args:
        task: As in its checkpoint, see ``engine/models/tasks.py``.
        device: Where it will run, as torch spells it, or ``auto``.

    Raises:
        CatalogError: If the program comes with none, or its list of checkpoints is damaged.
        CheckpointError: If the checkpoint is damaged.
        DeviceUnavailableError: If the machine has no such device.
    """
    path = catalog.bundled_network(task)
    if path is None:
        raise CatalogError(catalog.CHECKPOINTS / "MANIFEST.toml", f"has no network for {task}")
    return load(path, choose_device(device), task)
