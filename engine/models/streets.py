"""The 12-convolution colorizer of the ColorizeImage project, trained there on street photos."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

from engine.models.heads import check_head
from engine.models.layer_list import convolutions

_LAYERS = "64 64/2 128 128/2 256 256/2 512 256 128 up 64 up 32 ab up"


@dataclass(frozen=True)
class StreetsConfig:
    """Hyperparameters of :class:`Streets`."""

    width: float = 1.0
    """Multiplies every hidden width; 1 is the published network, tests use less."""
    head: str = "ab"
    """``ab`` as published, or ``bins``, see ``heads.py``."""

    def __post_init__(self) -> None:
        """Refuse what no network can be built from."""
        check_head(self.head)


class Streets(nn.Module):
    """Predicts ab from L with strided convolutions and nearest-neighbor upsampling."""

    def __init__(self, config: StreetsConfig) -> None:
        super().__init__()
        self.layers = convolutions(1, _LAYERS, config.width, config.head)

    def forward(self, lightness: Tensor) -> Tensor:
        """Predict ab.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 8.

        Returns:
            (B, 2, H, W), ``ab / 128``, in [-1, 1].
        """
        ab: Tensor = self.layers(lightness)
        return ab
