"""The models that one command or batch works with, by name."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from engine.checkpoints.catalog import find_model
from engine.checkpoints.checkpoint import load

if TYPE_CHECKING:
    from engine.checkpoints.checkpoint import Model


class LoadedModels:
    """Gives :func:`engine.develop.develop` its models; may be asked on any thread.

    Besides the one chosen for all photos, the last one that a photo's own recipe named stays in
    memory.
    """

    def __init__(self, chosen: Model) -> None:
        self.chosen = chosen
        self._other: Model | None = None
        self._lock = threading.Lock()

    def __call__(self, name: str) -> Model:
        """Return a model, loaded if it has to be; for an empty name the one chosen for all photos.

        Raises:
            UnknownModelError, CheckpointError: If that cannot be.
        """
        if name in ("", self.chosen.name):
            return self.chosen
        with self._lock:
            if self._other is None or self._other.name != name:
                self._other = load(find_model(name), self.chosen.device)
            return self._other
