"""Which processor runs the network."""

from __future__ import annotations

import logging
import platform
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import torch

from engine.errors import DeviceFailureError, DeviceUnavailableError

if TYPE_CHECKING:
    from collections.abc import Iterator

logger = logging.getLogger(__name__)

_BFLOAT16_SINCE = (8, 0)
"""The compute capability of the first graphics cards that have it: Ampere, of 2020."""
_FAILURES = ("CUDA error", "CUDA driver error", "cuDNN error")
"""How torch begins to tell that a card was lost, is too old for it, or hangs."""


@dataclass(frozen=True)
class Device:
    """A processor that torch can use here."""

    name: str
    """As torch spells it: ``cuda:0``, ``mps``, ``cpu``."""
    description: str
    """For people."""


def list_devices() -> tuple[Device, ...]:
    """Return the devices of this machine, best first; the CPU is always the last."""
    devices = _list_cards()
    if torch.backends.mps.is_available():
        devices.append(Device("mps", "Apple graphics (Metal)"))
    return (*devices, _processor())


def _list_cards() -> list[Device]:
    try:
        if not torch.cuda.is_available():
            return []
        names = [torch.cuda.get_device_name(index) for index in range(torch.cuda.device_count())]
    except RuntimeError as error:  # cards are counted without asking their driver
        logger.warning("the graphics card cannot be used: %s", error)
        return []
    return [Device(f"cuda:{index}", name) for index, name in enumerate(names)]


def _processor() -> Device:
    threads = torch.get_num_threads()
    unit = "thread" if threads == 1 else "threads"
    return Device("cpu", f"{platform.machine()}, {threads} {unit}")


def choose_device(requested: str = "auto") -> Device:
    """Return the requested device, or the best one for ``auto``.

    Raises:
        DeviceUnavailableError: If the machine does not have it; there is no silent fallback.
    """
    if requested == "cpu":  # also where asking for a card fails
        return _processor()
    devices = list_devices()
    if requested == "auto":
        return devices[0]
    for device in devices:
        if requested in (device.name, device.name.split(":")[0]):
            return device
    raise DeviceUnavailableError(requested, tuple(device.name for device in devices))


def autocast(device: Device, *, one_column: bool = False) -> torch.autocast:
    """Return the context in which a network runs: with bfloat16 where that is faster, and right.

    ``docs/lab/performance.md`` has what that gains and costs. On processors it takes units that
    multiply matrices (AMX); those that only have instructions for it (AVX-512 BF16) are slower
    with it than without, and those that imitate it more so.

    Args:
        device: Where it runs.
        one_column: Whether a strided convolution of the network leaves one column: for that the
            kernels of oneDNN 3.12 for matrix units read memory that is not theirs, so that colors
            are wrong or not a number (https://github.com/pytorch/pytorch/pull/188426).
    """
    is_wrong = one_column and device.name == "cpu"
    wanted = _has_bfloat16(device.name) and not is_wrong
    return torch.autocast(device.name.split(":")[0], torch.bfloat16, wanted)


@cache
def _has_bfloat16(name: str) -> bool:
    if name.startswith("cuda"):
        return torch.cuda.get_device_capability(name) >= _BFLOAT16_SINCE
    # torch tells only like this
    return name == "cpu" and getattr(torch.cpu, "_is_amx_tile_supported", bool)()


@contextmanager
def device_failures(device: Device) -> Iterator[None]:
    """Turn what torch says of a broken graphics card into an error the user can act on.

    Raises:
        DeviceFailureError: If it stopped working; whatever else is raised passes.
    """
    try:
        yield
    except RuntimeError as error:
        reason = str(error).partition("\n")[0]  # further lines are for torch's own developers
        if not reason.startswith(_FAILURES):
            raise
        raise DeviceFailureError(device.name, reason) from error
