"""The table of architectures: one entry per network, one place to look."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from engine.models.fusion import Fusion, FusionConfig
from engine.models.gan import GanConfig, Generator
from engine.models.kolorit import Kolorit, KoloritConfig
from engine.models.streets import Streets, StreetsConfig
from engine.photo.color import AB_SCALE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import nn


@dataclass(frozen=True)
class Architecture:
    """How to rebuild a network from the configuration stored beside its weights."""

    id: str
    """Stored in checkpoints; never changes meaning."""
    config: Callable[..., Any]
    network: Callable[[Any], nn.Module]
    multiple_of: int
    """Height and width of the input are multiples of this."""
    ab_scale: float
    """The network's output times this is ab."""

    def build(self, config: Mapping[str, Any]) -> nn.Module:
        """Build the network with fresh weights.

        Raises:
            TypeError: If ``config`` has a key the architecture does not know.
        """
        return self.network(self.config(**config))


ARCHITECTURES: Mapping[str, Architecture] = {
    arch.id: arch
    for arch in (
        Architecture("kolorit-2", KoloritConfig, Kolorit, multiple_of=32, ab_scale=AB_SCALE),
        Architecture("gan", GanConfig, Generator, multiple_of=64, ab_scale=128.0),
        Architecture("fusion", FusionConfig, Fusion, multiple_of=8, ab_scale=128.0),
        Architecture("streets", StreetsConfig, Streets, multiple_of=8, ab_scale=128.0),
    )
}
