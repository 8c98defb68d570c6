"""Inference checkpoints: one safetensors file that describes itself.

The header's ``kolorit`` entry is JSON with ``format``, ``arch``, ``config``, ``input_size`` and
``provenance``. Nothing in the file is executed when it is read.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as deserialize
from safetensors.torch import save as serialize

from engine.catalog import promised_sha256
from engine.device import device_failures
from engine.errors import CheckpointError, UnknownArchitectureError
from engine.memory import memory_errors
from engine.models.folding import fold_batch_norms
from engine.models.registry import ARCHITECTURES, Architecture
from engine.quantize import dequantize, quantize
from engine.replacing import written_beside
from engine.stored_tensors import read_listed, read_whole, require_fitting

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import Tensor, nn

    from engine.device import Device

FORMAT = 2
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
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        with torch.device("meta"):  # a hostile configuration allocates nothing
            network = header.arch.build(header.config)
        require_fitting(network.state_dict(), listed)
        network.load_state_dict(_weights(content), strict=True, assign=True)
    except (
        SafetensorError,
        TypeError,
        ArithmeticError,
        LookupError,
        ValueError,
        RuntimeError,
    ) as error:
        raise CheckpointError(path, _one_line(error)) from error
    if promised_sha256(path) not in (None, sha256):
        raise CheckpointError(path, "it is not the file that came with Kolorit")
    network.eval().requires_grad_(requires_grad=False)
    if folded:
        fold_batch_norms(network)
    with device_failures(device), memory_errors(device.name):
        network = network.to(device.name).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
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
        "format": FORMAT,
        "arch": header.arch.id,
        "config": dict(header.config),
        "input_size": header.input_size,
        "provenance": dict(header.provenance),
    }
    kept = quantize(weights) if int8 else weights
    tensors = {name: _stored(name, tensor) for name, tensor in kept.items()}
    content = serialize(tensors, metadata={"kolorit": json.dumps(entry, sort_keys=True)})
    with written_beside(path) as beside:
        beside.write_bytes(content)


def _weights(content: bytes) -> dict[str, Tensor]:
    """Return a file's weights as floats, all of them finite."""
    stored = {name: _restored(name, tensor) for name, tensor in deserialize(content).items()}
    return dequantize(stored)


def _parse_header(path: Path, metadata: Mapping[str, str]) -> Header:
    try:
        entry = json.loads(metadata["kolorit"])
        version, arch_id = entry["format"], entry["arch"]
        config, input_size, provenance = entry["config"], entry["input_size"], entry["provenance"]
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise CheckpointError(path, "it is not a Kolorit checkpoint") from error
    if version != FORMAT:
        raise CheckpointError(path, f"it has format {version!r}, this version reads {FORMAT}")
    arch = ARCHITECTURES.get(str(arch_id))
    if arch is None:
        raise UnknownArchitectureError(path, str(arch_id))
    if not (isinstance(config, dict) and isinstance(provenance, dict) and type(input_size) is int):
        raise CheckpointError(path, "its header is malformed")
    if not MIN_SIZE <= input_size <= MAX_SIZE:
        raise CheckpointError(path, f"its input size {input_size} is out of range")
    return Header(arch, config, input_size, provenance)


def _stored(name: str, tensor: Tensor) -> Tensor:
    # vectors are small, and among them variances may be too large for float16
    kind = torch.float16 if tensor.ndim > 1 else torch.float32
    stored = (tensor.to(kind) if tensor.is_floating_point() else tensor).cpu().contiguous()
    _require_finite(name, stored)
    return stored


def _restored(name: str, tensor: Tensor) -> Tensor:
    restored = tensor.float() if tensor.is_floating_point() else tensor
    _require_finite(name, restored)
    if name.endswith("running_var") and bool((restored < 0).any()):
        msg = f"{name} holds negative variances"
        raise ValueError(msg)
    return restored


def _require_finite(name: str, tensor: Tensor) -> None:
    # asking integers, which are most of a bundled model, would only take time
    may_be_infinite = tensor.is_floating_point()
    if tensor.is_complex() or (may_be_infinite and not bool(tensor.isfinite().all())):
        msg = f"{name} holds values that are not finite real numbers"
        raise ValueError(msg)


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
