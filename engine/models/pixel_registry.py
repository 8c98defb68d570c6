"""The tables of networks that map pixels: what each task takes and gives, and who can do it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.models.coarse_fill import CoarseFill, CoarseFillConfig
from engine.models.half_unet import HalfUNet, HalfUNetConfig
from engine.models.residual_unet import ResidualUNet, ResidualUNetConfig
from engine.models.revival import RevivalConfig, RevivalNetwork

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import nn


@dataclass(frozen=True)
class Task:
    """What every network for a task takes and gives, as named planes of the picture's size."""

    id: str
    """Stored in checkpoints; never changes meaning."""
    inputs: tuple[str, ...]
    """Planes, (B, len(inputs), H, W) in this order; the module that makes them says their range."""
    outputs: tuple[str, ...]
    """Planes, (B, len(outputs), H, W); numbers, (B, len(outputs)), if the network sees the picture
    as a whole."""


TASKS: Mapping[str, Task] = {
    task.id: task
    for task in (
        Task(
            "defects",  # engine/restoration/defects/damage_planes.py
            inputs=("gray", "difference 20", "difference 40", "scale"),
            outputs=("log odds of damage",),
        ),
        Task(
            "fill",  # engine/restoration/fills/coarse_fill.py
            inputs=("gray", "unknown"),
            outputs=("gray",),
        ),
        Task(
            "revival",  # engine/restoration/fading.py
            inputs=("red", "green", "blue"),
            outputs=(
                *(f"matrix {row} {column}" for row in range(3) for column in range(3)),
                *(f"offset {row}" for row in range(3)),
                "log error",
                "log odds of help",
            ),
        ),
        Task(
            "denoise",  # engine/restoration/spoilage/denoise_planes.py
            inputs=("luma", "blue difference", "red difference", "noise", "jpeg"),
            outputs=("luma", "blue difference", "red difference"),
        ),
    )
}


@dataclass(frozen=True)
class PixelArchitecture:
    """How to rebuild a network that maps pixels from the configuration beside its weights."""

    id: str
    """Stored in checkpoints; never changes meaning."""
    config: Callable[..., Any]
    network: Callable[[Any, int, int], nn.Module]
    """Takes the configuration and the numbers of input and output planes; what it returns has
    ``multiple_of``, of which height and width of its input must be multiples."""
    tasks: tuple[str, ...] = ()
    """Those that it is made for; empty if it maps any planes to any."""

    def build(self, config: Mapping[str, Any], task: Task) -> nn.Module:
        """Build the network for a task, with fresh weights.

        Raises:
            TypeError: If ``config`` has a key the architecture does not know.
            ValueError: If the architecture is not made for the task.
        """
        if not self.suits(task):
            msg = f"{self.id} is made for {', '.join(self.tasks)}, not for {task.id}"
            raise ValueError(msg)
        return self.network(self.config(**config), len(task.inputs), len(task.outputs))

    def suits(self, task: Task) -> bool:
        """Whether networks of this architecture can be for a task."""
        return not self.tasks or task.id in self.tasks


PIXEL_ARCHITECTURES: Mapping[str, PixelArchitecture] = {
    arch.id: arch
    for arch in (
        PixelArchitecture("half-unet", HalfUNetConfig, HalfUNet),
        PixelArchitecture("coarse-fill", CoarseFillConfig, CoarseFill, tasks=("fill",)),
        PixelArchitecture("revival", RevivalConfig, RevivalNetwork, tasks=("revival",)),
        PixelArchitecture("residual-unet", ResidualUNetConfig, ResidualUNet, tasks=("denoise",)),
    )
}
