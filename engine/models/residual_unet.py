"""A U-Net of residual blocks that says what is to be added to a picture.

Plain 3 × 3 convolutions, because they are what a CPU does fastest, from half resolution on, where
a convolution costs a quarter.

References:
    Zhang et al., "Plug-and-play image restoration with deep denoiser prior" (DRUNet), 2021:
    residual blocks without normalization; it is wider, and at full resolution. Shi et al.,
    "Real-time single image and video super-resolution" (sub-pixel convolution), 2016.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import nn
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor


@dataclass(frozen=True)
class ResidualUNetConfig:
    """Widths and depths, from half resolution down."""

    widths: list[int] = field(default_factory=lambda: [48, 96, 160])
    """Channels at strides 2, 4 and so on."""
    blocks: list[int] = field(default_factory=lambda: [1, 2, 2])
    """Residual blocks at each stride; all but the last are there on the way down and up."""

    def __post_init__(self) -> None:
        """Refuse what is no network."""
        if len(self.widths) != len(self.blocks) or not self.widths:
            msg = f"as many widths as blocks, got {len(self.widths)} and {len(self.blocks)}"
            raise ValueError(msg)


class _Quiet(nn.Conv2d):
    """A convolution that starts weak, so that a block of the fresh network changes little."""

    def reset_parameters(self) -> None:
        """Draw fresh weights."""
        super().reset_parameters()
        with torch.no_grad():
            self.weight.mul_(0.1)


class _Residual(nn.Module):
    """Two convolutions whose result is added to what came in."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = _Quiet(width, width, 3, padding=1)

    def forward(self, features: Tensor) -> Tensor:
        """Return features of the same shape."""
        changed: Tensor = self.second(F.relu_(self.first(features)))
        return changed.add_(features)  # in place: on a CPU memory is what takes time


class ResidualUNet(nn.Module):
    """Takes a picture and what is known of it, and returns the picture changed."""

    def __init__(self, config: ResidualUNetConfig, inputs: int, outputs: int) -> None:
        super().__init__()
        if not 1 <= outputs <= inputs:
            msg = f"the outputs are the first of the inputs, got {inputs} and {outputs}"
            raise ValueError(msg)
        self.multiple_of = 2 ** len(config.widths)
        self.outputs = outputs
        widths, blocks = config.widths, config.blocks
        self.enter = nn.Conv2d(4 * inputs, widths[0], 3, padding=1)
        self.down = nn.ModuleList(_blocks(*level) for level in zip(widths, blocks, strict=True))
        self.shrink = nn.ModuleList(nn.Conv2d(*pair, 2, stride=2) for pair in pairwise(widths))
        self.enlarge = nn.ModuleList(
            nn.Sequential(nn.Conv2d(deep, 4 * high, 1), nn.PixelShuffle(2))
            for high, deep in pairwise(widths)
        )
        self.up = nn.ModuleList(_blocks(*level) for level in zip(widths[:-1], blocks, strict=False))
        self.leave = nn.Conv2d(widths[0], 4 * outputs, 3, padding=1)

    def forward(self, planes: Tensor) -> Tensor:
        """Return the first planes, (B, outputs, H, W), with what the network adds to them.

        Args:
            planes: (B, inputs, H, W), H and W multiples of ``multiple_of``.
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
        return planes[:, : self.outputs] + F.pixel_shuffle(self.leave(features), 2)


def _blocks(width: int, count: int) -> nn.Sequential:
    return nn.Sequential(*(_Residual(width) for _ in range(count)))
