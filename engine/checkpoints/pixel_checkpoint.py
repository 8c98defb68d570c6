"""Checkpoints of networks that map pixels: what they are for, and the contract of their tensors.

The header's ``kolorit`` entry is JSON with ``format``, ``arch``, ``config``, ``task``, ``contract``
and ``provenance``. A task or contract that this version does not know is an error.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from engine.checkpoints.stored_networks import read_entry, restore, settled, write
from engine.checkpoints.stored_tensors import read_listed, read_whole
from engine.errors import CheckpointError, UnknownArchitectureError
from engine.models.pixel_registry import PIXEL_ARCHITECTURES, TASKS, PixelArchitecture, Task

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor, nn

    from engine.device import Device

_MOST = 1024
"""Pixels; no network here looks further or asks for more."""


@dataclass(frozen=True)
class Contract:
    """How a network wants its tensors."""

    multiple_of: int
    """Height and width of its input are multiples of this; what is missing is mirrored."""
    overlap: int | None
    """Pixels around a pixel that tiles must show it, a multiple of ``multiple_of``; None if it must
    see the picture as a whole."""


@dataclass(frozen=True)
class PixelHeader:
    """What a checkpoint says about itself."""

    arch: PixelArchitecture
    config: Mapping[str, Any]
    """The architecture's hyperparameters."""
    task: Task
    contract: Contract
    provenance: Mapping[str, Any]
    """Recipe, data, steps and metrics of the run that made it."""


@dataclass(frozen=True, eq=False)
class PixelModel:
    """A network in eval mode on its device, and what its checkpoint says about it."""

    network: nn.Module
    header: PixelHeader
    device: Device
    name: str = ""
    """Of the checkpoint's file, without its ending."""
    sha256: str = ""
    """Of the checkpoint's file; both are empty for a network that was never one."""

    @property
    def identity(self) -> str:
        """Name and hash, for accounts of what a network did."""
        return f"model {self.name} (sha256 {self.sha256})"


def maps_pixels(path: Path) -> bool:
    """Return whether a checkpoint is one of these, and not one of a network that colors.

    Raises:
        CheckpointError: If the file is unreadable or of another format.
    """
    return "task" in read_entry(path, read_listed(path).metadata)


def load(path: Path, device: Device, task: str | None = None, *, folded: bool = True) -> PixelModel:
    """Load a checkpoint.

    Args:
        path: A ``.safetensors`` file written by :func:`save`.
        device: Where the network will run.
        task: What it must be for; None for any.
        folded: Whether batch norms become part of convolutions, which is faster; without, the
            network has the layers and weights that were stored, and can be trained or saved.

    Raises:
        UnknownArchitectureError: If this version lacks the named architecture.
        CheckpointError: If the file is unreadable, of another format, of an unknown task or
            contract, for another task, or its tensors do not match the architecture exactly; or
            if it stands for a bundled model and is not it.
        CatalogError: If it lies among the bundled models and their list is damaged.
        DeviceMemoryError: If the device has no room for it.
        DeviceFailureError: If the device is a graphics card that does not work.
    """
    content, listed = read_whole(path)
    header = _parse_header(path, listed.metadata)
    if task not in (None, header.task.id):
        raise CheckpointError(path, f"it is for {header.task.id}, not for {task}")
    network, sha256 = restore(
        path, content, listed, lambda: header.arch.build(header.config, header.task)
    )
    if network.multiple_of != header.contract.multiple_of:
        raise CheckpointError(path, "its contract does not fit its architecture")
    network = settled(network, device, folded=folded)
    return PixelModel(network, header, device, path.stem, sha256)


def save(
    path: Path, weights: Mapping[str, Tensor], header: PixelHeader, *, int8: bool = False
) -> None:
    """Write a checkpoint that :func:`load` can read; matrices are stored as float16.

    Args:
        path: Replaced when the new file is complete.
        weights: Of the network.
        header: What the checkpoint says about itself.
        int8: Store large weights in eight bits.

    Raises:
        ValueError: If a weight is not finite as float16.
    """
    entry = {
        "arch": header.arch.id,
        "config": dict(header.config),
        "task": header.task.id,
        "contract": {
            "inputs": header.task.inputs,
            "outputs": header.task.outputs,
            **asdict(header.contract),
        },
        "provenance": dict(header.provenance),
    }
    write(path, weights, entry, int8=int8)


def _parse_header(path: Path, metadata: Mapping[str, str]) -> PixelHeader:
    entry = read_entry(path, metadata)
    if "task" not in entry:
        raise CheckpointError(path, "its network does not map pixels")
    arch = PIXEL_ARCHITECTURES.get(str(entry.get("arch")))
    if arch is None:
        raise UnknownArchitectureError(path, str(entry.get("arch")))
    task = TASKS.get(str(entry["task"]))
    if task is None:
        raise CheckpointError(path, f"this version does not know its task, {entry['task']!r}")
    config, provenance = entry.get("config"), entry.get("provenance")
    if not (isinstance(config, dict) and isinstance(provenance, dict)):
        raise CheckpointError(path, "its header is malformed")
    return PixelHeader(arch, config, task, _contract(path, entry.get("contract"), task), provenance)


def _contract(path: Path, told: object, task: Task) -> Contract:
    """Return a contract that this version keeps, of one whose planes are those of the task."""
    try:
        assert isinstance(told, dict)
        contract = Contract(told["multiple_of"], told["overlap"])
        known = asdict(contract) | {"inputs": list(task.inputs), "outputs": list(task.outputs)}
        step, overlap = contract.multiple_of, contract.overlap
        in_range = type(step) is int and 1 <= step <= _MOST
        in_range = in_range and (
            overlap is None
            or (type(overlap) is int and 0 <= overlap <= _MOST and overlap % step == 0)
        )
    except (AssertionError, KeyError, TypeError) as error:
        raise CheckpointError(path, "its contract is malformed") from error
    if told != known or not in_range:
        raise CheckpointError(path, "this version does not know the contract of its tensors")
    return contract
