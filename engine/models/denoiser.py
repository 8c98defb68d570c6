"""A U-Net that takes noise and compression out of a scan, told how much of each there is.

Plain 3 × 3 convolutions, because they are what a CPU does fastest, from half resolution on, where
a convolution costs a quarter.

References:
    Zhang et al., "Plug-and-play image restoration with deep denoiser prior" (DRUNet), 2021: the
    noise level as an input plane, residual blocks without normalization. Jiang et al., "Towards
    flexible blind JPEG artifacts removal" (FBCNN), 2021: the same for the quality of a JPEG.
    Shi et al., "Real-time single image and video super-resolution" (sub-pixel convolution), 2016.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

COLORS = 3
"""Luma and the two differences of color."""
PLANES = COLORS + 2
"""Of the input: also the noise level and the strength of the JPEG."""


@dataclass(frozen=True)
class DenoiserConfig:
    """Widths and depths, from half resolution down."""

    widths: tuple[int, ...] = (48, 96, 160)
    """Channels at strides 2, 4 and so on."""
    blocks: tuple[int, ...] = (1, 2, 2)
    """Residual blocks at each stride; all but the last are there on the way down and up."""

    def __post_init__(self) -> None:
        """Refuse what is no network; JSON has lists for tuples."""
        object.__setattr__(self, "widths", tuple(self.widths))
        object.__setattr__(self, "blocks", tuple(self.blocks))
        if len(self.widths) != len(self.blocks) or not self.widths:
            msg = f"as many widths as blocks, got {len(self.widths)} and {len(self.blocks)}"
            raise ValueError(msg)


class Residual(nn.Module):
    """Two convolutions whose result is added to what came in; at first they add little."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = nn.Conv2d(width, width, 3, padding=1)
        with torch.no_grad():
            self.second.weight.mul_(0.1)

    def forward(self, features: Tensor) -> Tensor:
        """Return features of the same shape."""
        return features + self.second(F.relu(self.first(features)))


class Denoiser(nn.Module):
    """Predicts what is to be added to a picture."""

    def __init__(self, config: DenoiserConfig) -> None:
        super().__init__()
        widths, blocks = config.widths, config.blocks
        self.enter = nn.Conv2d(4 * PLANES, widths[0], 3, padding=1)
        self.down = nn.ModuleList(_blocks(*level) for level in zip(widths, blocks, strict=True))
        self.shrink = nn.ModuleList(nn.Conv2d(*pair, 2, stride=2) for pair in _pairs(widths))
        self.enlarge = nn.ModuleList(
            nn.Sequential(nn.Conv2d(deep, 4 * high, 1), nn.PixelShuffle(2))
            for high, deep in _pairs(widths)
        )
        self.up = nn.ModuleList(_blocks(*level) for level in zip(widths[:-1], blocks, strict=False))
        self.leave = nn.Conv2d(widths[0], 4 * COLORS, 3, padding=1)
        with torch.no_grad():
            self.leave.weight.mul_(0.1)

    def forward(self, planes: Tensor) -> Tensor:
        """Return the picture without noise, (B, 3, H, W).

        Args:
            planes: (B, 5, H, W), H and W multiples of 2 to the number of widths: luma, 0 to 1, the
                differences of color, -0.5 to 0.5, the deviation of the noise in the unit of luma,
                and the strength of the JPEG, 0 (none) to 1.
        """
        features = self.enter(F.pixel_unshuffle(planes, 2))
        kept = []
        for blocks, shrink in zip(self.down, self.shrink, strict=False):
            features = blocks(features)
            kept.append(features)
            features = shrink(features)
        features = self.down[-1](features)
        levels = zip(self.enlarge, self.up, kept, strict=True)
        for enlarge, blocks, before in reversed(list(levels)):
            features = blocks(enlarge(features) + before)
        return planes[:, :COLORS] + F.pixel_shuffle(self.leave(features), 2)


def _blocks(width: int, count: int) -> nn.Sequential:
    return nn.Sequential(*(Residual(width) for _ in range(count)))


def _pairs(widths: tuple[int, ...]) -> list[tuple[int, int]]:
    return list(zip(widths, widths[1:], strict=False))
