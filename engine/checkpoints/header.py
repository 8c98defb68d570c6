"""What a checkpoint says about itself: its network, what that is for, and its tensors' contract.

A safetensors file's ``kolorit`` entry is JSON with ``format``, ``arch``, ``config``, ``task``,
``contract`` and ``provenance``. A task or contract that this version does not know is an error:
nothing is guessed about what a network wants to be shown. Files of format 2, which told less, are
read as what they meant.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from engine.errors import CheckpointError, UnknownArchitectureError
from engine.models.registry import COLOR_ARCHITECTURES, PIXEL_ARCHITECTURES, ColorArchitecture
from engine.models.tasks import COLOR, LAYOUT, TASKS
from engine.recipe.controls import SIZE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from torch import nn

    from engine.models.registry import PixelArchitecture
    from engine.models.tasks import Task

FORMAT = 3
_EARLIER_FORMAT = 2
_ENTRY = "kolorit"
_KEYS = {"format", "arch", "config", "task", "contract", "provenance"}
_KEYS_OF_FORMAT_2 = {"inputs", "outputs", "multiple_of", "overlap"}
MIN_SIZE, MAX_SIZE = int(SIZE.least), int(SIZE.most)
"""Range of the size at which a network that colors sees a photo: its short side in pixels."""
_MOST = 1024
"""Pixels; no network here looks further or asks for more."""


@dataclass(frozen=True)
class Contract:
    """How a network wants its tensors, beside what all networks for its task share."""

    multiple_of: int
    """Height and width of its input are multiples of this."""
    overlap: int | None
    """Pixels around a pixel that tiles must show it, a multiple of ``multiple_of``; None if it must
    see the picture as a whole."""
    input_size: int | None = None
    """Short side in pixels at which it sees a photo by default; None for the photo's own size."""
    output_scale: float = 1.0
    """Its output times this is what its task says."""

    def fits(self, task: Task) -> bool:
        """Whether this version can keep it for a task."""
        step, overlap, size = self.multiple_of, self.overlap, self.input_size
        if type(step) is not int or not 1 <= step <= _MOST or type(self.output_scale) is not float:
            return False
        if task.is_color:
            return overlap is None and type(size) is int and MIN_SIZE <= size <= MAX_SIZE
        if size is not None or self.output_scale != 1:
            return False
        if overlap is None:
            return True
        return type(overlap) is int and 0 <= overlap <= _MOST and overlap % step == 0


@dataclass(frozen=True)
class Header:
    """What a checkpoint says about itself."""

    arch: ColorArchitecture | PixelArchitecture
    config: Mapping[str, Any]
    """The architecture's hyperparameters."""
    task: Task
    contract: Contract
    provenance: Mapping[str, Any]
    """Recipe, data, steps and metrics of the run that made it."""

    @classmethod
    def coloring(
        cls,
        arch: ColorArchitecture,
        config: Mapping[str, Any],
        input_size: int,
        provenance: Mapping[str, Any],
    ) -> Header:
        """Return the header of a network that colors.

        Args:
            arch: Its architecture, which settles the rest of the contract.
            config: The architecture's hyperparameters.
            input_size: Short side in pixels at which it sees a photo by default.
            provenance: Recipe, data, steps and metrics of the run that made it.
        """
        contract = Contract(arch.multiple_of, None, input_size, arch.ab_scale)
        return cls(arch, config, TASKS[COLOR], contract, provenance)

    def configured(self, settings: Mapping[str, Any]) -> Header:
        """Return the same header with some settings of the configuration changed."""
        if isinstance(self.arch, ColorArchitecture):
            settings = self.arch.renamed(settings)
        return replace(self, config={**self.config, **settings})

    def build(self) -> nn.Module:
        """Build the network with fresh weights.

        Raises:
            TypeError: If the configuration has a key the architecture does not know.
            ValueError: If the architecture is not made for the task, or the contract not for the
                architecture.
        """
        if isinstance(self.arch, ColorArchitecture):
            network = self.arch.build(self.config)
            fits = self.contract.multiple_of == self.arch.multiple_of
            fits = fits and self.contract.output_scale == self.arch.ab_scale
        else:
            network = self.arch.build(self.config, self.task)
            fits = bool(network.multiple_of == self.contract.multiple_of)
        if not fits:
            msg = "its contract does not fit its architecture"
            raise ValueError(msg)
        return network


def parse_header(path: Path, metadata: Mapping[str, str]) -> Header:
    """Return what a file's metadata say.

    Raises:
        UnknownArchitectureError: If this version lacks the named architecture.
        CheckpointError: If it is no checkpoint, of a format, task or contract that this version
            does not know, or malformed.
    """
    entry = _entry(path, metadata)
    if entry.keys() != _KEYS:
        raise CheckpointError(path, "its header is malformed")
    task = TASKS.get(str(entry["task"]))
    if task is None:
        raise CheckpointError(path, f"this version does not know its task, {entry['task']!r}")
    arch = _arch(str(entry["arch"]), task)
    if arch is None:
        raise UnknownArchitectureError(path, str(entry["arch"]))
    config, provenance = entry["config"], entry["provenance"]
    if not (isinstance(config, dict) and isinstance(provenance, dict)):
        raise CheckpointError(path, "its header is malformed")
    contract = _contract(path, entry["contract"], task)
    return Header(arch, {}, task, contract, provenance).configured(config)


def metadata_of(header: Header) -> dict[str, str]:
    """Return what :func:`parse_header` reads, for a file that is written."""
    entry = {
        "format": FORMAT,
        "arch": header.arch.id,
        "config": dict(header.config),
        "task": header.task.id,
        "contract": vars(header.contract) | _shared(header.task),
        "provenance": dict(header.provenance),
    }
    return {_ENTRY: json.dumps(entry, sort_keys=True)}


def _entry(path: Path, metadata: Mapping[str, str]) -> dict[str, Any]:
    """Return what a file says, in the words of today's format."""
    try:
        entry = json.loads(metadata[_ENTRY])
        version = entry["format"]
        if version == _EARLIER_FORMAT:
            entry = _from_format_2(entry)
    except (AttributeError, KeyError, TypeError, ValueError, RecursionError) as error:
        raise CheckpointError(path, "it is not a Kolorit checkpoint") from error
    if version not in (FORMAT, _EARLIER_FORMAT):
        raise CheckpointError(path, f"it has format {version!r}, this version reads {FORMAT}")
    assert isinstance(entry, dict)
    return entry


def _from_format_2(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Networks that color named no task and no contract then, all others only part of one."""
    told = {key: entry[key] for key in ("format", "arch", "config", "provenance")}
    if "task" not in entry:
        return told | {"task": COLOR, "contract": _color_contract(entry)}
    task, contract = TASKS.get(str(entry["task"])), entry["contract"]
    if task is not None and isinstance(contract, dict) and contract.keys() >= _KEYS_OF_FORMAT_2:
        contract = vars(Contract(1, None)) | _shared(task) | contract
    return told | {"task": entry["task"], "contract": contract}


def _color_contract(entry: Mapping[str, Any]) -> dict[str, Any]:
    """Return the contract that went without saying."""
    arch = COLOR_ARCHITECTURES.get(str(entry["arch"]))
    step, scale = (1, 1.0) if arch is None else (arch.multiple_of, arch.ab_scale)
    return vars(Contract(step, None, entry["input_size"], scale)) | _shared(TASKS[COLOR])


def _arch(name: str, task: Task) -> ColorArchitecture | PixelArchitecture | None:
    return COLOR_ARCHITECTURES.get(name) if task.is_color else PIXEL_ARCHITECTURES.get(name)


def _shared(task: Task) -> dict[str, Any]:
    """Return the part of a contract that all networks for a task share, as JSON has it."""
    return {
        "inputs": list(task.inputs),
        "outputs": list(task.outputs),
        "layout": [LAYOUT, task.output_layout],
        "color_space": task.color_space,
        "input_range": list(task.input_range),
        "padding": task.padding,
    }


def _contract(path: Path, told: object, task: Task) -> Contract:
    """Return a contract that this version keeps, of one whose planes are those of the task."""
    try:
        assert isinstance(told, dict)
        names = Contract.__dataclass_fields__
        contract = Contract(**{name: told[name] for name in names})
    except (AssertionError, KeyError) as error:
        raise CheckpointError(path, "its contract is malformed") from error
    if told != vars(contract) | _shared(task) or not contract.fits(task):
        raise CheckpointError(path, "this version does not know the contract of its tensors")
    return contract
