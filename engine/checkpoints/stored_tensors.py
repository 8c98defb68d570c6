"""A safetensors file read once, into memory, and told by its header what it holds.

It is never mapped: who shortens a mapped file ends the program, and who replaces it between two
looks has the one file checked and the other one used.

References:
    Hugging Face, "safetensors", the format: eight bytes of length, a JSON object, the tensors.
"""

from __future__ import annotations

import json
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import CheckpointError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from torch import Tensor

MAX_BYTES = 1 << 30
"""Larger files are refused before they are read."""
MAX_WEIGHTS = 1 << 28
"""More would take over a gigabyte when they are unpacked to float32."""
_MAX_HEADER = 1 << 22
_LENGTH = 8
_METADATA = "__metadata__"
_SCALE = ":scale"
_FLOATS = ("F16", "F32")
_STEPS = "I8"
_INTEGERS = "I64"
_MALFORMED = (AttributeError, LookupError, RecursionError, TypeError, ValueError, struct.error)


@dataclass(frozen=True)
class Listed:
    """What a file's header says."""

    metadata: Mapping[str, str]
    tensors: Mapping[str, tuple[str, tuple[int, ...]]]
    """Type, as safetensors names it, and shape, by name."""


def read_listed(path: Path) -> Listed:
    """Read a file's header only.

    Raises:
        CheckpointError: If the file is unreadable or malformed.
    """
    return _listed(path, _read(path, _MAX_HEADER + _LENGTH))


def read_whole(path: Path) -> tuple[bytes, Listed]:
    """Read a file once; return all of it, and what its header says.

    Raises:
        CheckpointError: If the file is unreadable, too large or malformed.
    """
    content = _read(path, MAX_BYTES)
    return content, _listed(path, content)


def require_fitting(expected: Mapping[str, Tensor], listed: Listed) -> None:
    """Refuse tensors that are not exactly those of a network, before any of them is unpacked.

    Args:
        expected: The network's own, which need no memory: on the meta device.
        listed: What a file holds.

    Raises:
        ValueError: If one is missing, too many, of another shape or stored as another type.
    """
    if sum(tensor.numel() for tensor in expected.values()) > MAX_WEIGHTS:
        msg = f"size mismatch: it has more than {MAX_WEIGHTS} weights"
        raise ValueError(msg)
    stored = dict(listed.tensors)
    scales = {name + _SCALE for name, (kind, _) in stored.items() if kind == _STEPS}
    _require_none("it lacks", expected.keys() - stored.keys())
    _require_none("it holds unknown", stored.keys() - expected.keys() - scales)
    for name, tensor in expected.items():
        kind, shape = stored[name]
        if shape != tuple(tensor.shape):
            msg = f"size mismatch: {name} is {shape}, not {tuple(tensor.shape)}"
            raise ValueError(msg)
        allowed = (*_FLOATS, _STEPS) if tensor.is_floating_point() else (_INTEGERS,)
        _require_type(name, kind, allowed)
    for name in scales & stored.keys():
        _require_type(name, stored[name][0], _FLOATS)


def _require_none(what: str, names: Iterable[str]) -> None:
    found = sorted(names)
    if found:
        others = f" and {len(found) - 1} more" if len(found) > 1 else ""
        msg = f"{what} tensors: {found[0][:100]}{others}"
        raise ValueError(msg)


def _require_type(name: str, kind: str, allowed: tuple[str, ...]) -> None:
    if kind not in allowed:
        msg = f"{name} is stored as {kind}, not as {' or '.join(allowed)}"
        raise ValueError(msg)


def _read(path: Path, most: int) -> bytes:
    """Return a file's first bytes; of one that grows meanwhile no more than could be foreseen."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise CheckpointError(path, f"it is larger than {MAX_BYTES >> 20} MiB")
        with path.open("rb") as file:
            return file.read(min(most, size))  # room is taken for as much as is asked for
    except OSError as error:
        raise CheckpointError(path, str(error)) from error


def _listed(path: Path, content: bytes) -> Listed:
    try:
        (length,) = struct.unpack_from("<Q", content)
        if length > min(_MAX_HEADER, len(content) - _LENGTH):
            raise CheckpointError(path, "its header is too large or cut off")
        header = json.loads(content[_LENGTH : _LENGTH + length])
        metadata = header.pop(_METADATA, {})
        tensors = {
            name: (str(entry["dtype"]), tuple(entry["shape"])) for name, entry in header.items()
        }
    except _MALFORMED as error:
        raise CheckpointError(path, "it is no safetensors file") from error
    return Listed(metadata, tensors)
