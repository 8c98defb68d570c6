"""Enlarging by pixel shuffle, and the wide U-Net block, which two of the peers share.

References:
    Shi et al., "Real-time single image and video super-resolution using an efficient sub-pixel
    convolutional neural network", CVPR 2016; the blur is that of Sugawara et al., "Super-resolution
    using convolutional neural networks without any checkerboard artifacts", 2018.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F


class Shuffle(nn.Module):
    """A 1x1 convolution whose channels become pixels, then a blur of two by two."""

    def __init__(self, entering: int, out: int, factor: int = 2, *, blur: bool = True) -> None:
        super().__init__()
        self.widen = nn.Conv2d(entering, out * factor**2, 1)
        self.factor, self.blur = factor, blur

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, entering, H, W) to (B, out, factor H, factor W)."""
        x = F.relu(F.pixel_shuffle(self.widen(x), self.factor))
        return F.avg_pool2d(F.pad(x, (1, 0, 1, 0), mode="replicate"), 2, 1) if self.blur else x


class WideBlock(nn.Module):
    """Enlarges coarse features, adds those of the encoder, and mixes both in one convolution."""

    def __init__(self, coarse: int, fine: int, out: int) -> None:
        super().__init__()
        self.enlarge = Shuffle(coarse, out)
        self.norm = nn.BatchNorm2d(fine)
        self.mix = nn.Sequential(
            nn.Conv2d(out + fine, out, 3, padding=1, bias=False), nn.ReLU(), nn.BatchNorm2d(out)
        )

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """Map (B, coarse, H, W) and (B, fine, 2 H, 2 W) to (B, out, 2 H, 2 W)."""
        mixed: Tensor = self.mix(F.relu(torch.cat((self.enlarge(coarse), self.norm(fine)), dim=1)))
        return mixed
