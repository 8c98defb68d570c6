"""Everything needed to go on with a run: one that ends by steps, as if it had never stopped."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Protocol

import torch

from engine.atomic_write import atomic_path
from training.config import with_todays_names

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_EARLIER_NAMES = {"adversary": "opponent"}
"""Of parts, in older states."""


class Stateful(Protocol):
    """A network, optimizer, schedule or average."""

    def state_dict(self) -> dict[str, Any]:
        """Return the state as tensors, numbers, strings and containers of them."""
        ...

    def load_state_dict(self, state_dict: dict[str, Any], /) -> Any:
        """Restore a state that :meth:`state_dict` returned."""
        ...


def claim_folder(folder: Path, identity: Mapping[str, Any]) -> None:
    """Make a run's folder, or check that it belongs to the same run.

    Raises:
        ValueError: If the folder holds a run of other settings or data.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "run.json"
    text = json.dumps(identity, indent=2, sort_keys=True) + "\n"
    if not path.exists():
        with atomic_path(path) as beside:
            beside.write_text(text, encoding="utf-8")
    elif _identity_in(path) != json.loads(text):
        msg = f"{folder} holds a run with other settings or data, see {path}; use a new folder"
        raise ValueError(msg)


def _identity_in(path: Path) -> dict[str, Any]:
    """Return what a run's folder says, of older runs in the words of today."""
    told = json.loads(path.read_text(encoding="utf-8"))
    told["config"] = with_todays_names(told.get("config", {}))
    start = told.get("start", {})
    if "trunk" in start:
        start["backbone"] = start.pop("trunk")
    assert isinstance(told, dict)
    return told


class Progress:
    """How far a run is."""

    def __init__(self) -> None:
        self.step = 0
        """Optimizer updates done."""
        self.seconds = 0.0
        """Time spent on them, over all sessions of the run."""
        self.photos = 0
        """Squares seen."""
        self.data_seconds = 0.0
        """Part of ``seconds`` spent on making batches; on a GPU, on asking for them."""

    def count(self, photos: int, data_seconds: float, seconds: float) -> None:
        """Count a step."""
        self.step += 1
        self.photos += photos
        self.data_seconds += data_seconds
        self.seconds += seconds

    def state_dict(self) -> dict[str, Any]:
        """Return the counters."""
        return vars(self).copy()

    def load_state_dict(self, state_dict: dict[str, Any], /) -> None:
        """Restore counters that :meth:`state_dict` returned."""
        vars(self).update({name: state_dict[name] for name in vars(self)})


def save(path: Path, parts: Mapping[str, Stateful]) -> None:
    """Write the state of all parts; a crash leaves the previous file intact."""
    with atomic_path(path) as beside:
        torch.save({name: part.state_dict() for name, part in parts.items()}, beside)


def resume(path: Path, parts: Mapping[str, Stateful]) -> bool:
    """Restore ``parts`` in place; return whether there was a state to resume from."""
    if not path.exists():
        return False
    state = torch.load(path, map_location="cpu", weights_only=True)  # noqa: TID251 - defined here
    for name, part in parts.items():
        part.load_state_dict(state[name if name in state else _EARLIER_NAMES[name]])
    return True
