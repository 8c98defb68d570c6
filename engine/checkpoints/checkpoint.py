"""Checkpoints: networks of any task, each one safetensors file that describes itself.

Nothing in the file is executed when it is read. What its header says is in
:mod:`engine.checkpoints.header`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.checkpoints.header import metadata_of, parse_header
from engine.checkpoints.stored_networks import restore, settled, write
from engine.checkpoints.stored_tensors import read_listed, read_whole
from engine.errors import CheckpointError
from engine.models.tasks import COLOR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor, nn

    from engine.checkpoints.header import Contract, Header
    from engine.device import Device


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
    def identity(self) -> str:
        """Name and hash, for accounts of what a network did."""
        return f"model {self.name} (sha256 {self.sha256})"

    @property
    def contract(self) -> Contract:
        """How the network wants its tensors."""
        return self.header.contract

    @property
    def input_size(self) -> int:
        """Short side in pixels at which a network that colors sees a photo by default."""
        assert self.contract.input_size is not None
        return self.contract.input_size

    @property
    def tile_overlap(self) -> int:
        """Pixels around a pixel that tiles must show the network.

        Raises:
            ValueError: If it must see pictures as a whole.
        """
        if self.contract.overlap is None:
            msg = f"{self.name or 'the network'} cannot be shown tiles"
            raise ValueError(msg)
        return self.contract.overlap

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
        CheckpointError: If the file is unreadable, or of a format, task or contract that this
            version does not know.
    """
    return parse_header(path, read_listed(path).metadata)


def load(path: Path, device: Device, task: str | None = COLOR, *, folded: bool = True) -> Model:
    """Load a checkpoint.

    Args:
        path: A ``.safetensors`` file written by :func:`save`.
        device: Where the network will run.
        task: What it must be for; None for any.
        folded: Whether batch norms become part of convolutions, which is faster; without, the
            network has the layers and weights that were stored, and can be trained or saved.

    Raises:
        UnknownArchitectureError: If this version lacks the named architecture.
        CheckpointError: If the file is unreadable, of a format, task or contract that this version
            does not know, for another task, or its tensors do not match the architecture exactly;
            or if it stands for a bundled model and is not it.
        CatalogError: If it lies among the bundled models and their list is damaged.
        DeviceMemoryError: If the device has no room for it.
        DeviceFailureError: If the device is a graphics card that does not work.
    """
    content, listed = read_whole(path)
    header = parse_header(path, listed.metadata)
    if task not in (None, header.task.id):
        raise CheckpointError(path, f"its network is for {header.task.id}, not for {task}")
    # of what was read: the file may be another one by now
    network, sha256 = restore(path, content, listed, header.build)
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
    write(path, weights, metadata_of(header), int8=int8)
