"""The convolutional trunk of MobileNetV2 on gray photos, batch norms folded.

References:
    Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018.
"""

from __future__ import annotations

from typing import ClassVar

from torch import Tensor, nn
from torch.nn import functional as F

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
        x = F.relu6(self.stem(_pad_for_stride(lightness)))
        features: dict[int, Tensor] = {}
        for block, stride in zip(self.blocks, self.strides, strict=True):
            x = block(x)
            if stride in self.taps:
                features[stride] = x  # the last block of a stride has the final say
        return features


class InvertedResidual(nn.Module):
    """Widen, filter each channel, narrow; add the input where the shape allows."""

    def __init__(self, width: int, out: int, expansion: int, stride: int) -> None:
        super().__init__()
        hidden = width * expansion
        self.expand = nn.Conv2d(width, hidden, 1) if expansion > 1 else None
        padding = 1 if stride == 1 else 0
        self.filter = nn.Conv2d(hidden, hidden, 3, stride, padding, groups=hidden)
        self.narrow = nn.Conv2d(hidden, out, 1)
        self._is_residual = stride == 1 and width == out
        self._stride = stride

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, out, H / stride, W / stride)."""
        y = x if self.expand is None else F.relu6(self.expand(x))
        y = F.relu6(self.filter(y if self._stride == 1 else _pad_for_stride(y)))
        y = self.narrow(y)
        mixed: Tensor = x + y if self._is_residual else y
        return mixed


def _pad_for_stride(x: Tensor) -> Tensor:
    """Pad right and bottom, as the pretrained weights expect of even sizes at stride 2."""
    return F.pad(x, (0, 1, 0, 1))
