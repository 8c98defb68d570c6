"""The convolutional trunks of EfficientNet-Lite on gray photos, batch norms folded.

References:
    Tan & Le, "EfficientNet: rethinking model scaling for convolutional neural networks", ICML
    2019. The Lite networks, published with the TensorFlow TPU models, have no squeeze-and-
    excitation, ReLU6 instead of swish, and a stem whose width is not scaled.
"""

from __future__ import annotations

import math
from typing import ClassVar

from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.inverted_residual import InvertedResidual, pad_for_stride

_STEM = 32
_STAGES = (
    (1, 16, 1, 3, 1),
    (6, 24, 2, 3, 2),
    (6, 40, 2, 5, 2),
    (6, 80, 3, 3, 2),
    (6, 112, 3, 5, 1),
    (6, 192, 4, 5, 2),
    (6, 320, 1, 3, 1),
)
"""Expansion, width, repetitions, kernel and first stride of each stage."""
_SPREAD = {4: 8.0, 8: 7.0, 16: 6.0, 32: 2.7}
"""Standard deviation of the pretrained features on gray photos, by stride."""


class EfficientNetLite(nn.Module):
    """Width 1.0, from one gray channel to features of about unit size at strides 4 to 32."""

    taps: ClassVar = {4: 24, 8: 40, 16: 112, 32: 320}
    """Channels of what :meth:`forward` returns, by stride."""
    depth: ClassVar = 1.0
    """Multiplies the repetitions of all stages but the first and the last, rounded up."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(1, _STEM, 3, stride=2)
        blocks: list[InvertedResidual] = []
        self.strides: list[int] = []
        width, stride = _STEM, 2
        for stage, (expansion, out, repetitions, kernel, first_stride) in enumerate(_STAGES):
            is_inner = 0 < stage < len(_STAGES) - 1
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
            ``{stride: (B, taps[stride], H / stride, W / stride)}`` for every stride of ``taps``,
            divided by the size that they have after pretraining, so that hints, which are added
            to them later, are not drowned.
        """
        x = F.relu6(self.stem(pad_for_stride(lightness, self.stem)))
        features: dict[int, Tensor] = {}
        for block, stride in zip(self.blocks, self.strides, strict=True):
            x = block(x)
            if stride in self.taps:
                features[stride] = x / _SPREAD[stride]  # the last block of a stride wins
        return features


class EfficientNetLite0(EfficientNetLite):
    """The smallest: 2.9 M parameters."""


class EfficientNetLite1(EfficientNetLite):
    """Deepened by a tenth: 3.7 M parameters."""

    depth: ClassVar = 1.1
