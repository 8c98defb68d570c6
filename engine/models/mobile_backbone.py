"""Backbones of mobile networks: blocks that widen, filter each channel by itself, narrow again.

References:
    Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F

if TYPE_CHECKING:
    from collections.abc import Mapping

_STEM = 32


class MobileBackbone(nn.Module):
    """A stem and stages of inverted residuals, from one gray channel to features by stride.

    Batch norms are folded. A network is a subclass that says what its stages are.
    """

    stages: ClassVar[tuple[tuple[int, int, int, int, int], ...]]
    """Expansion, width, repetitions, kernel and first stride of each stage."""
    taps: ClassVar[Mapping[int, int]]
    """Channels of what :meth:`forward` returns, by stride."""
    spread: ClassVar[Mapping[int, float]] = {}
    """What features are divided by, by stride; 1 if nothing is said."""
    depth: ClassVar[float] = 1.0
    """Multiplies the repetitions of all stages but the first and the last, rounded up."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, _STEM, 3, stride=2)
        blocks: list[InvertedResidual] = []
        self.strides: list[int] = []
        width, stride = _STEM, 2
        for stage, (expansion, out, repetitions, kernel, first_stride) in enumerate(self.stages):
            is_inner = 0 < stage < len(self.stages) - 1
            for index in range(math.ceil(repetitions * self.depth) if is_inner else repetitions):
                step = first_stride if index == 0 else 1
                stride *= step
                blocks.append(InvertedResidual(width, out, expansion, step, kernel))
                self.strides.append(stride)
                width = out
        self.blocks = nn.ModuleList(blocks)

    def forward(self, lightness: Tensor) -> dict[int, Tensor]:
        """Return features by stride.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 32.

        Returns:
            ``{stride: (B, taps[stride], H / stride, W / stride)}`` for every stride of ``taps``.
        """
        x = F.relu6(self.stem(pad_for_stride(lightness, self.stem)))
        features: dict[int, Tensor] = {}
        for block, stride in zip(self.blocks, self.strides, strict=True):
            x = block(x)
            if stride in self.taps:  # the last block of a stride has the final say
                features[stride] = x / self.spread[stride] if stride in self.spread else x
        return features


class InvertedResidual(nn.Module):
    """Widen, filter each channel, narrow; add the input where the shape allows."""

    def __init__(self, width: int, out: int, expansion: int, stride: int, kernel: int = 3) -> None:
        super().__init__()
        hidden = width * expansion
        self.expand = nn.Conv2d(width, hidden, 1) if expansion > 1 else None
        padding = kernel // 2 if stride == 1 else 0
        self.filter = nn.Conv2d(hidden, hidden, kernel, stride, padding, groups=hidden)
        self.narrow = nn.Conv2d(hidden, out, 1)
        self._is_residual = stride == 1 and width == out
        self._stride = stride

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, out, H / stride, W / stride)."""
        y = x if self.expand is None else F.relu6(self.expand(x))
        y = F.relu6(self._filtered(y if self._stride == 1 else pad_for_stride(y, self.filter)))
        y = self.narrow(y)
        mixed: Tensor = x + y if self._is_residual else y
        return mixed

    def _filtered(self, y: Tensor) -> Tensor:
        # the CPU's depthwise kernels are several times slower in bfloat16 than in float32
        if y.device.type == "cpu" and y.dtype == torch.bfloat16:
            with torch.autocast("cpu", enabled=False):
                return self.filter(y.float())  # type: ignore[no-any-return]
        return self.filter(y)  # type: ignore[no-any-return]


def pad_for_stride(x: Tensor, convolution: nn.Conv2d) -> Tensor:
    """Pad as TensorFlow's SAME does for even sizes at stride 2: more at the right and bottom."""
    total = convolution.kernel_size[0] - 2
    before = total // 2
    return F.pad(x, (before, total - before, before, total - before))
