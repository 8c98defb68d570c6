"""Does this installation work? Versions, devices, bundled models, and one photo colored."""

from __future__ import annotations

import platform
import time
from dataclasses import dataclass
from importlib import metadata
from typing import TYPE_CHECKING

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import SAMPLE_PHOTO, bundled_models
from engine.coloring.colorize import lab_from_pixels
from engine.develop import develop, render_photo
from engine.device import list_devices
from engine.errors import EngineError
from engine.files.image_io import read_photo
from engine.recipe.recipe import Recipe

if TYPE_CHECKING:
    from collections.abc import Iterator

    from engine.checkpoints.catalog import Entry
    from engine.device import Device

_PACKAGES = (
    *("kolorit", "torch", "numpy", "opencv-python-headless", "safetensors"),
    *("imagecodecs", "lxml", "pillow", "tifffile"),
)
_MAX_LIGHTNESS_ERROR = 0.5


@dataclass(frozen=True)
class Finding:
    """One line of the report."""

    good: bool
    text: str


def examine() -> Iterator[Finding]:
    """Check everything a user's photo will need, one finding at a time."""
    yield Finding(good=True, text=f"Python {platform.python_version()}, {platform.platform()}")
    for package in _PACKAGES:
        yield _version(package)
    devices = list_devices()
    for device in devices:
        used = " (used by default)" if device == devices[0] else ""
        yield Finding(good=True, text=f"device {device.name}: {device.description}{used}")
    try:
        entries = bundled_models()
    except EngineError as error:
        yield Finding(good=False, text=str(error))
        return
    for entry in entries:
        good = entry.is_intact()
        state = "intact" if good else "missing or altered; install Kolorit again"
        yield Finding(good, f"model {entry.name}: {state}")
        if good:
            for device in devices:
                yield _self_test(entry, device)


def _version(package: str) -> Finding:
    try:
        return Finding(good=True, text=f"{package} {metadata.version(package)}")
    except metadata.PackageNotFoundError:
        return Finding(good=package == "kolorit", text=f"{package} is not installed")


def _self_test(entry: Entry, device: Device) -> Finding:
    """Color the sample photo; its lightness must survive and color must appear."""
    try:
        started = time.perf_counter()
        model = checkpoint.load(entry.path, device)
        loaded = time.perf_counter()
        photo = read_photo(SAMPLE_PHOTO)
        developed = develop(photo, Recipe(), lambda _name: model)
        encoded = time.perf_counter()
        colored = render_photo(developed)
        rendered = time.perf_counter()
    except Exception as error:  # noqa: BLE001 - whatever is broken here is the finding
        return Finding(good=False, text=f"{entry.name} on {device.name}: {error}")
    before, after = lab_from_pixels(photo.rgb), lab_from_pixels(colored)
    drift = (after[0] - before[0]).abs().mean().item()
    chroma = after[1:].norm(dim=0).mean().item()
    text = (
        f"{entry.name} on {device.name}: load {loaded - started:.2f} s, "
        f"network {encoded - loaded:.2f} s, render {rendered - encoded:.2f} s; "
        f"mean lightness error {drift:.2f} L*, mean chroma {chroma:.1f}"
    )
    return Finding(drift <= _MAX_LIGHTNESS_ERROR and chroma > 1, text)
