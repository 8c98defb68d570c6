"""The 12-convolution colorizer of the ColorizeImage project, trained there on street photos."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn

_ENCODER = ((64, 1), (64, 2), (128, 1), (128, 2), (256, 1), (256, 2), (512, 1), (256, 1), (128, 1))
"""Width and stride of each 3x3 convolution before the first upsampling."""


@dataclass(frozen=True)
class StreetsConfig:
    """Hyperparameters of :class:`Streets`."""

    width: float = 1.0
    """Multiplies every hidden width; 1 is the published network, tests use less."""


class Streets(nn.Module):
    """Predicts ab from L with strided convolutions and nearest-neighbor upsampling.

    The published layers, "s2" for stride 2 and "up" for nearest x2: 64, 64 s2, 128, 128 s2, 256,
    256 s2, 512, 256, 128, up, 64, up, 32, 2, up; ReLU, and tanh on the last convolution.
    """

    def __init__(self, config: StreetsConfig) -> None:
        super().__init__()
        layers: list[nn.Module] = []
        channels = 1

        def convolve(width: int, stride: int, activation: nn.Module) -> None:
            nonlocal channels
            layers.extend((nn.Conv2d(channels, width, 3, stride, padding=1), activation))
            channels = width

        def scaled(width: int) -> int:
            return max(1, round(width * config.width))

        for width, stride in _ENCODER:
            convolve(scaled(width), stride, nn.ReLU())
        for width in (64, 32):
            layers.append(nn.Upsample(scale_factor=2))
            convolve(scaled(width), 1, nn.ReLU())
        convolve(2, 1, nn.Tanh())
        layers.append(nn.Upsample(scale_factor=2))
        self.layers = nn.Sequential(*layers)

    def forward(self, lightness: Tensor) -> Tensor:
        """Predict ab.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 8.

        Returns:
            (B, 2, H, W), ``ab / 128``, in [-1, 1].
        """
        ab: Tensor = self.layers(lightness)
        return ab
