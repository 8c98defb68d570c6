"""The weights of a network in a safetensors file: stored, restored, and brought to a device."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError
from safetensors.torch import load as deserialize
from safetensors.torch import save as serialize

from engine.atomic_write import atomic_path
from engine.checkpoints.catalog import promised_sha256
from engine.checkpoints.quantize import dequantize, quantize
from engine.checkpoints.stored_tensors import require_fitting
from engine.device import device_failures
from engine.errors import CheckpointError
from engine.memory import memory_errors
from engine.models.folding import fold_batch_norms

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from torch import Tensor, nn

    from engine.checkpoints.stored_tensors import Listed
    from engine.device import Device


def restore(
    path: Path, content: bytes, listed: Listed, build: Callable[[], nn.Module]
) -> tuple[nn.Module, str]:
    """Build a network and give it the weights of a file.

    Args:
        path: For errors, and to tell a bundled file.
        content: Of the file, whole.
        listed: What its header says.
        build: Returns the network with any weights; called where tensors take no memory.

    Returns:
        The network in eval mode on the CPU, its weights fixed, and the SHA-256 of the file.

    Raises:
        CheckpointError: If the tensors do not match the network exactly, or if the file stands for
            a bundled model and is not it.
        CatalogError: If it lies among the bundled models and their list is damaged.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    try:
        with torch.device("meta"):  # a hostile configuration allocates nothing
            network = build()
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
    return network.eval().requires_grad_(requires_grad=False), sha256


def settled(network: nn.Module, device: Device, *, folded: bool) -> nn.Module:
    """Return a restored network on the device where it will run.

    Args:
        network: In eval mode; changed in place.
        device: Where it will run.
        folded: Whether batch norms become part of convolutions.

    Raises:
        DeviceMemoryError: If the device has no room for it.
        DeviceFailureError: If the device is a graphics card that does not work.
    """
    if folded:
        fold_batch_norms(network)
    with device_failures(device), memory_errors(device.name):
        return network.to(device.name).to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def write(
    path: Path, weights: Mapping[str, Tensor], metadata: Mapping[str, str], *, int8: bool = False
) -> None:
    """Write a checkpoint; matrices are stored as float16.

    Args:
        path: Replaced when the new file is complete.
        weights: Of the network.
        metadata: What the checkpoint says about itself.
        int8: Store large weights in eight bits.

    Raises:
        ValueError: If a weight is not finite as float16.
    """
    kept = quantize(weights) if int8 else weights
    tensors = {name: _stored(name, tensor) for name, tensor in kept.items()}
    content = serialize(tensors, metadata=dict(metadata))
    with atomic_path(path) as beside:
        beside.write_bytes(content)


def _weights(content: bytes) -> dict[str, Tensor]:
    """Return a file's weights as floats, all of them finite."""
    stored = {name: _restored(name, tensor) for name, tensor in deserialize(content).items()}
    return dequantize(stored)


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
