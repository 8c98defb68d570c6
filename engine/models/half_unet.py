"""A U-Net that works at half the picture's size and answers at the whole."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_SHUFFLE = 2


@dataclass(frozen=True)
class HalfUNetConfig:
    """Hyperparameters."""

    widths: list[int] = field(default_factory=lambda: [32, 64, 96, 128])
    """Channels at a half, a quarter, an eighth … of the picture's size."""


class HalfUNet(nn.Module):
    """A U-Net between pixel unshuffle and shuffle: no pixel is lost, and few are computed with.

    Most of a U-Net's time goes into few channels of many pixels. Four neighbors as four channels
    are the same numbers, and wider convolutions of fewer pixels keep processors busier.

    References:
        Ronneberger et al., "U-Net", MICCAI 2015; Shi et al., "Real-time single image and video
        super-resolution using an efficient sub-pixel convolutional neural network", CVPR 2016.
    """

    def __init__(self, config: HalfUNetConfig, inputs: int, outputs: int) -> None:
        super().__init__()
        widths = config.widths
        self.multiple_of = _SHUFFLE * 2 ** (len(widths) - 1)
        squared = _SHUFFLE**2
        self.down = nn.ModuleList(
            _Double(before, width)
            for before, width in zip((squared * inputs, *widths), widths, strict=False)
        )
        self.narrow = nn.ModuleList(nn.Conv2d(below, width, 1) for width, below in pairwise(widths))
        self.up = nn.ModuleList(_Double(2 * width, width) for width in widths[:-1])
        self.head = nn.Conv2d(widths[0], squared * outputs, 3, padding=1)

    def forward(self, planes: Tensor) -> Tensor:
        """Map planes to planes.

        Args:
            planes: (B, inputs, H, W); H and W multiples of ``multiple_of``.

        Returns:
            (B, outputs, H, W)
        """
        x = F.pixel_unshuffle(planes, _SHUFFLE)
        levels: list[Tensor] = []
        for index, down in enumerate(self.down):
            x = down(F.max_pool2d(x, 2) if index else x)
            levels.append(x)
        for narrow, up, level in zip(
            reversed(self.narrow), reversed(self.up), reversed(levels[:-1]), strict=True
        ):
            enlarged = F.interpolate(narrow(x), scale_factor=2.0, mode="nearest")
            x = up(torch.cat((level, enlarged), dim=1))
        return F.pixel_shuffle(self.head(x), _SHUFFLE)


class _Double(nn.Sequential):
    """Two convolutions."""

    def __init__(self, before: int, width: int) -> None:
        super().__init__(
            nn.Conv2d(before, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, padding=1, bias=False),
            nn.BatchNorm2d(width),
            nn.ReLU(inplace=True),
        )
