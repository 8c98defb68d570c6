"""The convolutional trunk of MobileNetV2 on gray photos, batch norms folded.

References:
    Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018.
"""

from __future__ import annotations

from typing import ClassVar

from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.inverted_residual import InvertedResidual, pad_for_stride

_STEM = 32
_STAGES = (
    (1, 16, 1, 1),
    (6, 24, 2, 2),
    (6, 32, 3, 2),
    (6, 64, 4, 2),
    (6, 96, 3, 1),
    (6, 160, 3, 2),
    (6, 320, 1, 1),
)
"""Expansion, width, repetitions and first stride of each stage."""


class MobileNetV2(nn.Module):
    """Width 1.0, from one gray channel to features at strides 4 to 32."""

    taps: ClassVar = {4: 24, 8: 32, 16: 96, 32: 320}
    """Channels of what :meth:`forward` returns, by stride."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, _STEM, 3, stride=2)
        blocks: list[InvertedResidual] = []
        self.strides: list[int] = []
        width, stride = _STEM, 2
        for expansion, out, repetitions, first_stride in _STAGES:
            for index in range(repetitions):
                step = first_stride if index == 0 else 1
                stride *= step
                blocks.append(InvertedResidual(width, out, expansion, step))
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
            if stride in self.taps:
                features[stride] = x  # the last block of a stride has the final say
        return features
