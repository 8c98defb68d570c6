"""Inception-ResNet-v2 on gray photos, batch norms folded.

References:
    Szegedy et al., "Inception-v4, Inception-ResNet and the impact of residual connections on
    learning", AAAI 2017; widths as in its authors' TF-Slim implementation, from which all public
    weights come and which differs from the paper's figures.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

if TYPE_CHECKING:
    from collections.abc import Sequence

    Kernel = int | tuple[int, int]

_A, _B, _C = 320, 1088, 2080
"""Width of the residual stream, at strides 8, 16 and 32."""


class InceptionResNetV2(nn.Module):
    """Stem, 10 blocks A, reduction, 20 blocks B, reduction, 10 blocks C, classifier."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            *(Conv(1, 32, 3, stride=2), Conv(32, 32, 3, same=False), Conv(32, 64, 3)),
            nn.MaxPool2d(3, stride=2),
            *(Conv(64, 80, 1), Conv(80, 192, 3, same=False)),
            nn.MaxPool2d(3, stride=2),
            Branches(
                Conv(192, 96, 1),
                _chain((192, 48, 64), (1, 5)),
                _chain((192, 64, 96, 96), (1, 3, 3)),
                nn.Sequential(
                    nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False),
                    Conv(192, 64, 1),
                ),
            ),
        )
        self.blocks_a = nn.Sequential(*(_block_a() for _ in range(10)))
        self.reduce_a = Branches(
            Conv(_A, 384, 3, stride=2),
            nn.Sequential(Conv(_A, 256, 1), Conv(256, 256, 3), Conv(256, 384, 3, stride=2)),
            nn.MaxPool2d(3, stride=2),
        )
        self.blocks_b = nn.Sequential(*(_block_b() for _ in range(20)))
        self.reduce_b = Branches(
            nn.Sequential(Conv(_B, 256, 1), Conv(256, 384, 3, stride=2)),
            nn.Sequential(Conv(_B, 256, 1), Conv(256, 288, 3, stride=2)),
            nn.Sequential(Conv(_B, 256, 1), Conv(256, 288, 3), Conv(288, 320, 3, stride=2)),
            nn.MaxPool2d(3, stride=2),
        )
        self.blocks_c = nn.Sequential(
            *(_block_c(0.2, relu=True) for _ in range(9)), _block_c(1.0, relu=False)
        )
        self.last = Conv(_C, 1536, 1)
        self.head = nn.Linear(1536, 1000)

    def forward(self, gray: Tensor) -> Tensor:
        """Map (B, 1, H, W) in [-1, 1], 299 px in training, to (B, 1000) logits."""
        x = self.reduce_a(self.blocks_a(self.stem(gray)))
        x = self.blocks_c(self.reduce_b(self.blocks_b(x)))
        logits: Tensor = self.head(self.last(x).mean(dim=(2, 3)))
        return logits


class Conv(nn.Module):
    """A convolution with ReLU: size kept at stride 1, unless told otherwise; no padding at 2."""

    def __init__(
        self, width: int, out: int, kernel: Kernel, *, stride: int = 1, same: bool = True
    ) -> None:
        super().__init__()
        padding = "same" if stride == 1 and same else "valid"
        self.convolution = nn.Conv2d(width, out, kernel, stride, padding)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, out, ...)."""
        return F.relu(self.convolution(x))


class Branches(nn.Module):
    """Parallel branches of one input, their outputs joined by channel."""

    def __init__(self, *branches: nn.Module) -> None:
        super().__init__()
        self.branches = nn.ModuleList(branches)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, C, H, W) to the branches' channels, in their order."""
        return torch.cat([branch(x) for branch in self.branches], dim=1)


class ResidualBlock(nn.Module):
    """Branches, brought back to the input's width, scaled and added to it."""

    def __init__(self, mix: Branches, widths: tuple[int, int], scale: float, *, relu: bool) -> None:
        super().__init__()
        self.mix = mix
        self.widen = nn.Conv2d(*widths, 1)
        self._scale = scale
        self._relu = relu

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, widths[1], H, W) to the same shape."""
        y: Tensor = x + self._scale * self.widen(self.mix(x))
        return F.relu(y) if self._relu else y


def _chain(widths: Sequence[int], kernels: Sequence[Kernel]) -> nn.Sequential:
    steps = zip(pairwise(widths), kernels, strict=True)
    return nn.Sequential(*(Conv(*ends, kernel) for ends, kernel in steps))


def _block_a() -> ResidualBlock:
    mix = Branches(
        Conv(_A, 32, 1), _chain((_A, 32, 32), (1, 3)), _chain((_A, 32, 48, 64), (1, 3, 3))
    )
    return ResidualBlock(mix, (128, _A), 0.17, relu=True)


def _block_b() -> ResidualBlock:
    mix = Branches(Conv(_B, 192, 1), _chain((_B, 128, 160, 192), (1, (1, 7), (7, 1))))
    return ResidualBlock(mix, (384, _B), 0.1, relu=True)


def _block_c(scale: float, *, relu: bool) -> ResidualBlock:
    mix = Branches(Conv(_C, 192, 1), _chain((_C, 192, 224, 256), (1, (1, 3), (3, 1))))
    return ResidualBlock(mix, (448, _C), scale, relu=relu)
