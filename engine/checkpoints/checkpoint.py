"""Checkpoints of networks that color: one safetensors file that describes itself.

The header's ``kolorit`` entry is JSON with ``format``, ``arch``, ``config``, ``input_size`` and
``provenance``. Nothing in the file is executed when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.checkpoints.stored_networks import read_entry, restore, settled, write
from engine.checkpoints.stored_tensors import read_listed, read_whole
from engine.errors import CheckpointError, UnknownArchitectureError
from engine.models.registry import ARCHITECTURES, Architecture

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor, nn

    from engine.device import Device

MIN_SIZE, MAX_SIZE = 32, 2048
"""Range of the size at which a network sees a photo: its short side in pixels."""


@dataclass(frozen=True)
class Header:
    """What a checkpoint says about itself."""

    arch: Architecture
    config: Mapping[str, Any]
    """The architecture's hyperparameters."""
    input_size: int
    """Short side in pixels at which the network sees a photo by default."""
    provenance: Mapping[str, Any]
    """Recipe, data, steps and metrics of the run that made it."""


@dataclass(frozen=True, eq=False)
class Model:
    """A network in eval mode on its device, and what its checkpoint says about it."""

    network: nn.Module
    header: Header
    device: Device
    name: str = ""
    """Of the checkpoint's file, without its ending."""
    sha256: str = ""
    """Of the checkpoint's file; both are empty for a network that was never one."""

    @property
    def arch(self) -> Architecture:
        """The network's architecture."""
        return self.header.arch

    @property
    def input_size(self) -> int:
        """Short side in pixels at which the network sees a photo by default."""
        return self.header.input_size

    @property
    def takes_hints(self) -> bool:
        """Whether the network knows what colors placed by the user mean."""
        return bool(getattr(self.network, "takes_hints", False))

    @property
    def has_distribution(self) -> bool:
        """Whether the network knows what else a photo may look like."""
        return hasattr(self.network, "predict")


def read_header(path: Path) -> Header:
    """Read what a checkpoint says about itself, without its weights.

    Raises:
        UnknownArchitectureError: If this version lacks the named architecture.
        CheckpointError: If the file is unreadable or of another format.
    """
    return _parse_header(path, read_listed(path).metadata)


def load(path: Path, device: Device, *, folded: bool = True) -> Model:
    """Load an inference checkpoint.

    Args:
        path: A ``.safetensors`` file written by :func:`save`.
        device: Where the network will run.
        folded: Whether batch norms become part of convolutions, which is faster; without, the
            network has the layers and weights that were stored, and can be trained or saved.

    Raises:
        UnknownArchitectureError: If this version lacks the named architecture.
        CheckpointError: If the file is unreadable, of another format, or its tensors do not
            match the architecture exactly; or if it stands for a bundled model and is not it.
        CatalogError: If it lies among the bundled models and their list is damaged.
        DeviceMemoryError: If the device has no room for it.
        DeviceFailureError: If the device is a graphics card that does not work.
    """
    content, listed = read_whole(path)
    header = _parse_header(path, listed.metadata)
    # of what was read: the file may be another one by now
    network, sha256 = restore(path, content, listed, lambda: header.arch.build(header.config))
    network = settled(network, device, folded=folded)
    return Model(network, header, device, path.stem, sha256)


def save(path: Path, weights: Mapping[str, Tensor], header: Header, *, int8: bool = False) -> None:
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
        "input_size": header.input_size,
        "provenance": dict(header.provenance),
    }
    write(path, weights, entry, int8=int8)


def _parse_header(path: Path, metadata: Mapping[str, str]) -> Header:
    entry = read_entry(path, metadata)
    if "task" in entry:
        raise CheckpointError(path, f"its network is for {entry['task']!r}, not for coloring")
    try:
        arch_id, config = entry["arch"], entry["config"]
        input_size, provenance = entry["input_size"], entry["provenance"]
    except KeyError as error:
        raise CheckpointError(path, "it is not a Kolorit checkpoint") from error
    arch = ARCHITECTURES.get(str(arch_id))
    if arch is None:
        raise UnknownArchitectureError(path, str(arch_id))
    if not (isinstance(config, dict) and isinstance(provenance, dict) and type(input_size) is int):
        raise CheckpointError(path, "its header is malformed")
    if not MIN_SIZE <= input_size <= MAX_SIZE:
        raise CheckpointError(path, f"its input size {input_size} is out of range")
    return Header(arch, config, input_size, provenance)
