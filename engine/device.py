"""Which processor runs the network."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from functools import cache

import torch

from engine.errors import DeviceUnavailableError


@dataclass(frozen=True)
class Device:
    """A processor that torch can use here."""

    name: str
    """As torch spells it: ``cuda:0``, ``mps``, ``cpu``."""
    description: str
    """For people."""


def list_devices() -> tuple[Device, ...]:
    """Return the devices of this machine, best first; the CPU is always the last."""
    devices = [
        Device(f"cuda:{index}", torch.cuda.get_device_name(index))
        for index in range(torch.cuda.device_count())
    ]
    if torch.backends.mps.is_available():
        devices.append(Device("mps", "Apple graphics (Metal)"))
    threads = torch.get_num_threads()
    unit = "thread" if threads == 1 else "threads"
    devices.append(Device("cpu", f"{platform.machine()}, {threads} {unit}"))
    return tuple(devices)


def choose_device(requested: str = "auto") -> Device:
    """Return the requested device, or the best one for ``auto``.

    Raises:
        DeviceUnavailableError: If the machine does not have it; there is no silent fallback.
    """
    devices = list_devices()
    if requested == "auto":
        return devices[0]
    for device in devices:
        if requested in (device.name, device.name.split(":")[0]):
            return device
    raise DeviceUnavailableError(requested, tuple(device.name for device in devices))


def short_floats(device: Device) -> torch.autocast:
    """Return the context in which a network runs: with bfloat16 where the processor has it.

    ``docs/performance.md`` has what that gains and costs. Elsewhere it changes nothing: processors
    that only imitate bfloat16 are slower with it.
    """
    return torch.autocast("cpu", torch.bfloat16, device.name == "cpu" and _cpu_has_bfloat16())


@cache
def _cpu_has_bfloat16() -> bool:
    asks = ("_is_avx512_bf16_supported", "_is_amx_tile_supported")  # torch tells only like this
    return any(getattr(torch.cpu, ask, bool)() for ask in asks)
