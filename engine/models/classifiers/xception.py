"""Xception on gray photos, batch norms folded.

References:
    Chollet, "Xception: deep learning with depthwise separable convolutions", CVPR 2017; padding
    as in its author's Keras implementation.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

_MIDDLE_BLOCKS = 8


class Xception(nn.Module):
    """Entry, middle and exit flow of the paper's figure 5."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(1, 32, 3, stride=2), nn.ReLU(), nn.Conv2d(32, 64, 3), nn.ReLU()
        )
        self.blocks = nn.Sequential(
            ShrinkingBlock(64, (128, 128), relu_first=False),
            ShrinkingBlock(128, (256, 256)),
            ShrinkingBlock(256, (728, 728)),
            *(MiddleBlock(728) for _ in range(_MIDDLE_BLOCKS)),
            ShrinkingBlock(728, (728, 1024)),
        )
        self.exit = nn.Sequential(
            SeparableConv2d(1024, 1536), nn.ReLU(), SeparableConv2d(1536, 2048), nn.ReLU()
        )
        self.head = nn.Linear(2048, 1000)

    def forward(self, gray: Tensor) -> Tensor:
        """Map (B, 1, H, W) in [-1, 1], 299 px in training, to (B, 1000) logits."""
        x = self.exit(self.blocks(self.stem(gray)))
        logits: Tensor = self.head(x.mean(dim=(2, 3)))
        return logits


class SeparableConv2d(nn.Module):
    """A 3x3 convolution of each channel alone, then a 1x1 convolution that mixes them."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        self.depthwise = nn.Conv2d(width, width, 3, padding=1, groups=width, bias=False)
        self.pointwise = nn.Conv2d(width, out, 1)

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, out, H, W)."""
        mixed: Tensor = self.pointwise(self.depthwise(x))
        return mixed


class ShrinkingBlock(nn.Module):
    """Two separable convolutions and a pooling, beside a strided 1x1 convolution."""

    def __init__(self, width: int, outs: tuple[int, int], *, relu_first: bool = True) -> None:
        super().__init__()
        self.first = SeparableConv2d(width, outs[0])
        self.second = SeparableConv2d(*outs)
        self.project = nn.Conv2d(width, outs[1], 1, stride=2)
        self._relu_first = relu_first

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, outs[1], H / 2, W / 2), sizes rounded up."""
        y = self.first(F.relu(x) if self._relu_first else x)
        y = self.second(F.relu(y))
        # "same" padding: on both sides of an odd size, at the end only of an even one
        padding = (y.shape[2] % 2, y.shape[3] % 2)
        y = F.max_pool2d(y, 3, stride=2, padding=padding, ceil_mode=True)
        shrunk: Tensor = y + self.project(x)
        return shrunk


class MiddleBlock(nn.Module):
    """Three separable convolutions, added to their input."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.layers = nn.ModuleList(SeparableConv2d(width, width) for _ in range(3))

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to the same shape."""
        y = x
        for layer in self.layers:
            y = layer(F.relu(y))
        return x + y
