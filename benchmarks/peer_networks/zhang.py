"""The two networks of Zhang et al. on which most colorizers are measured.

References:
    Zhang, Isola, Efros, "Colorful image colorization", ECCV 2016: eight blocks, 313 color bins.
    Zhang, Zhu, Isola et al., "Real-time user-guided image colorization with learned deep priors",
    SIGGRAPH 2017: the same trunk with three shortcuts, and hints as further input planes.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_DEEP = ((512, 512, 512, 2), (512, 512, 512, 2), (512, 512, 512, 1))
"""Blocks five to seven: widths, then dilation."""


def block(entering: int, *widths: int, stride: int = 1, dilation: int = 1) -> nn.Sequential:
    """Return 3x3 convolutions with ReLU, the last with the stride, and a batch norm."""
    layers: list[nn.Module] = []
    for index, width in enumerate(widths):
        step = stride if index == len(widths) - 1 else 1
        layers += [nn.Conv2d(entering, width, 3, step, dilation, dilation), nn.ReLU()]
        entering = width
    return nn.Sequential(*layers, nn.BatchNorm2d(entering))


def deep_blocks() -> nn.Sequential:
    """Return blocks four to seven, at an eighth of the input's size."""
    blocks = [block(512, *widths, dilation=dilation) for *widths, dilation in _DEEP]
    return nn.Sequential(block(256, 512, 512, 512), *blocks)


class Eccv16(nn.Module):
    """From L to 313 color bins at a quarter of the size, and to ab."""

    def __init__(self) -> None:
        super().__init__()
        self.shallow = nn.Sequential(
            block(1, 64, 64, stride=2),
            block(64, 128, 128, stride=2),
            block(128, 256, 256, 256, stride=2),
        )
        self.deep = deep_blocks()
        self.classify = nn.Sequential(
            nn.ConvTranspose2d(512, 256, 4, 2, 1),
            nn.ReLU(),
            nn.Conv2d(256, 256, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(256, 256, 3, padding=1),
            nn.ReLU(),
            nn.Conv2d(256, 313, 1),
        )
        self.colors = nn.Conv2d(313, 2, 1, bias=False)

    def forward(self, lightness: Tensor) -> Tensor:
        """Map (B, 1, H, W) to (B, 2, H, W)."""
        bins = self.classify(self.deep(self.shallow(lightness)))
        return F.interpolate(self.colors(bins.softmax(dim=1)), scale_factor=4, mode="bilinear")


class Siggraph17(nn.Module):
    """A U-Net from L and hints to ab; it is measured without its training-only classifier."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = block(4, 64, 64), block(64, 128, 128)
        self.third, self.deep = block(128, 256, 256, 256), deep_blocks()
        self.up8 = nn.ConvTranspose2d(512, 256, 4, 2, 1)
        self.short8 = nn.Conv2d(256, 256, 3, padding=1)
        self.mix8 = block(256, 256, 256)
        self.up9 = nn.ConvTranspose2d(256, 128, 4, 2, 1)
        self.short9 = nn.Conv2d(128, 128, 3, padding=1)
        self.mix9 = block(128, 128)
        self.up10 = nn.ConvTranspose2d(128, 128, 4, 2, 1)
        self.short10 = nn.Conv2d(64, 128, 3, padding=1)
        self.mix10 = nn.Sequential(nn.Conv2d(128, 128, 3, padding=1), nn.LeakyReLU(0.2))
        self.colors = nn.Conv2d(128, 2, 1)

    def forward(self, lightness: Tensor) -> Tensor:
        """Map (B, 1, H, W) to (B, 2, H, W), without hints."""
        nothing = lightness.new_zeros(lightness.shape[0], 3, *lightness.shape[2:])
        first = self.first(torch.cat((lightness, nothing), dim=1))
        second = self.second(first[..., ::2, ::2])
        third = self.third(second[..., ::2, ::2])
        x = self.deep(third[..., ::2, ::2])
        x = self.mix8(F.relu(self.up8(x) + self.short8(third)))
        x = self.mix9(F.relu(self.up9(x) + self.short9(second)))
        x = self.mix10(F.relu(self.up10(x) + self.short10(first)))
        return self.colors(x).tanh()
