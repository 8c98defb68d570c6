"""DeOldify's generator for photos, “stable”: a ResNet-101 and a wide U-Net.

References:
    Antic, "DeOldify", 2019: the layers are those its project page and its article name.
    He et al., "Deep residual learning", CVPR 2016; Zhang et al., "Self-attention generative
    adversarial networks", ICML 2019: the attention at an eighth of the size.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from peer_networks.shuffled import Shuffle, WideBlock

_DEPTHS = (3, 4, 23, 3)


def normed(entering: int, out: int, kernel: int = 3, stride: int = 1) -> nn.Sequential:
    """Return a convolution without bias and its batch norm."""
    layer = nn.Conv2d(entering, out, kernel, stride, kernel // 2, bias=False)
    return nn.Sequential(layer, nn.BatchNorm2d(out))


class Bottleneck(nn.Module):
    """Narrow, filter, widen; add what came in."""

    def __init__(self, entering: int, width: int, stride: int) -> None:
        super().__init__()
        self.layers = nn.Sequential(
            normed(entering, width, 1),
            nn.ReLU(),
            normed(width, width, 3, stride),
            nn.ReLU(),
            normed(width, 4 * width, 1),
        )
        fits = stride == 1 and entering == 4 * width
        self.short = nn.Identity() if fits else normed(entering, 4 * width, 1, stride)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, entering, H, W) to (B, 4 width, H / stride, W / stride)."""
        return F.relu(self.layers(x) + self.short(x))


class SelfAttention(nn.Module):
    """Every place looks at every other."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.query, self.key = (nn.Conv1d(width, width // 8, 1, bias=False) for _ in range(2))
        self.value = nn.Conv1d(width, width, 1, bias=False)
        self.gamma = nn.Parameter(torch.zeros(1))

    def forward(self, x: Tensor) -> Tensor:
        """Return the same shape."""
        places = x.flatten(2)
        weights = torch.bmm(self.query(places).transpose(1, 2), self.key(places)).softmax(dim=1)
        mixed: Tensor = self.gamma * torch.bmm(self.value(places), weights) + places
        return mixed.view_as(x)


class DeOldifyStable(nn.Module):
    """From gray in three channels to RGB, of which only the chroma is used."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(normed(3, 64, 7, 2), nn.ReLU())
        stages, entering = [], 64
        for index, depth in enumerate(_DEPTHS):
            width = 64 << index
            strides = [1 if index == 0 else 2] + [1] * (depth - 1)
            blocks = []
            for stride in strides:
                blocks.append(Bottleneck(entering, width, stride))
                entering = 4 * width
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.ModuleList(stages)
        self.middle = nn.Sequential(
            nn.BatchNorm2d(2048), nn.ReLU(),
            normed(2048, 4096), nn.ReLU(), normed(4096, 2048), nn.ReLU(),
        )  # fmt: skip
        self.blocks = nn.ModuleList(
            (
                WideBlock(2048, 1024, 512),
                WideBlock(512, 512, 512),
                WideBlock(512, 256, 512),
                WideBlock(512, 64, 256),
            )
        )
        self.attention = SelfAttention(512)
        self.last = Shuffle(256, 256, blur=False)
        self.finish = nn.Sequential(normed(259, 129), nn.ReLU(), normed(129, 259), nn.ReLU())
        self.colors = nn.Conv2d(259, 3, 1)

    def forward(self, lightness: Tensor) -> Tensor:
        """Map (B, 1, H, W) to (B, 3, H, W)."""
        gray = lightness.expand(-1, 3, -1, -1)
        features = [self.stem(gray)]
        x = F.max_pool2d(features[0], 3, 2, 1)
        for stage in self.stages:
            x = stage(x)
            features.append(x)
        x = self.middle(features.pop())
        for index, block in enumerate(self.blocks):
            x = block(x, features.pop())
            if index == 1:
                x = self.attention(x)
        x = torch.cat((self.last(x), gray), dim=1)
        return self.colors(x + self.finish(x)).sigmoid()
