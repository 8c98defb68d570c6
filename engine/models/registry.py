"""The tables of architectures: those that color, and those that map pixels to pixels."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from engine.models.coarse_fill import CoarseFill, CoarseFillConfig
from engine.models.fusion import Fusion, FusionConfig
from engine.models.gan import GanConfig, Generator
from engine.models.half_unet import HalfUNet, HalfUNetConfig
from engine.models.kolorit import EARLIER_KEYS, Kolorit, KoloritConfig
from engine.models.residual_unet import ResidualUNet, ResidualUNetConfig
from engine.models.revival import RevivalConfig, RevivalNetwork
from engine.models.streets import Streets, StreetsConfig
from engine.photo.color import AB_SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import nn

    from engine.models.tasks import Task


@dataclass(frozen=True)
class ColorArchitecture:
    """How to rebuild a network that colors from the configuration stored beside its weights."""

    id: str
    """Stored in checkpoints; never changes meaning."""
    config: Callable[..., Any]
    network: Callable[[Any], nn.Module]
    multiple_of: int
    """Height and width of the input are multiples of this."""
    ab_scale: float
    """The network's output times this is ab."""
    earlier_keys: Mapping[str, str] = field(default_factory=dict)
    """Keys of its configuration as older files spell them, and what they are called now."""

    def build(self, config: Mapping[str, Any]) -> nn.Module:
        """Build the network with fresh weights.

        Raises:
            TypeError: If ``config`` has a key the architecture does not know.
        """
        return self.network(self.config(**config))

    def renamed(self, config: Mapping[str, Any]) -> dict[str, Any]:
        """Return a configuration, perhaps of an older file, with the keys of today."""
        return {self.earlier_keys.get(key, key): value for key, value in config.items()}


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
        return not task.is_color and (not self.tasks or task.id in self.tasks)


COLOR_ARCHITECTURES: Mapping[str, ColorArchitecture] = {
    arch.id: arch
    for arch in (
        ColorArchitecture("kolorit-2", KoloritConfig, Kolorit, 32, AB_SCALE, EARLIER_KEYS),
        ColorArchitecture("gan", GanConfig, Generator, multiple_of=64, ab_scale=128.0),
        ColorArchitecture("fusion", FusionConfig, Fusion, multiple_of=8, ab_scale=128.0),
        ColorArchitecture("streets", StreetsConfig, Streets, multiple_of=8, ab_scale=128.0),
    )
}
PIXEL_ARCHITECTURES: Mapping[str, PixelArchitecture] = {
    arch.id: arch
    for arch in (
        PixelArchitecture("half-unet", HalfUNetConfig, HalfUNet),
        PixelArchitecture("coarse-fill", CoarseFillConfig, CoarseFill, tasks=("fill",)),
        PixelArchitecture("revival", RevivalConfig, RevivalNetwork, tasks=("revival",)),
        PixelArchitecture("residual-unet", ResidualUNetConfig, ResidualUNet, tasks=("denoise",)),
    )
}
