"""The convolutional backbone of ResNet-50 v2 on gray photos, to stride 16, batch norms folded.

References:
    He et al., "Identity mappings in deep residual networks", ECCV 2016.
"""

from __future__ import annotations

from typing import ClassVar

import torch
from torch import Tensor, nn
from torch.nn import functional as F

_STEM = 64
_DEPTHS = (3, 4, 6)
"""Units of the stages at strides 4, 8 and 16; each stage is twice as wide as the one before."""


class ResNet50V2(nn.Module):
    """Stages 1 to 3, from gray (or, with three channels, color) to strides 4, 8 and 16."""

    taps: ClassVar = {4: 256, 8: 512, 16: 1024}
    """Channels of what :meth:`forward` returns, by stride."""

    def __init__(self, channels: int = 1) -> None:
        super().__init__()
        self.stem = nn.Conv2d(channels, _STEM, 7, stride=2, padding=3)
        self.stages = nn.ModuleList()
        width = _STEM
        for stage, depth in enumerate(_DEPTHS):
            inner, out = 64 * 2**stage, 256 * 2**stage
            stride = 1 if stage == 0 else 2
            units = [PreactUnit(width, inner, out, stride)]
            units += [PreactUnit(out, inner, out, 1) for _ in range(depth - 1)]
            self.stages.append(nn.Sequential(*units))
            width = out

    def forward(self, lightness: Tensor) -> dict[int, Tensor]:
        """Return features by stride.

        Args:
            lightness: (B, channels, H, W), ``L / 50 - 1`` or ``2 rgb - 1``; H and W multiples
                of 16.

        Returns:
            ``{stride: (B, taps[stride], H / stride, W / stride)}`` for every stride of ``taps``.
        """
        x = F.max_pool2d(F.relu(self.stem(lightness)), 3, 2, 1)
        features: dict[int, Tensor] = {}
        for stride, stage in zip(self.taps, self.stages, strict=True):
            x = stage(x)
            features[stride] = x
        return features


class PreactUnit(nn.Module):
    """Activate, narrow, filter, widen; add the input, projected where the shape changes.

    The first norm stays, as a scale and shift, because the input also goes on unchanged.
    """

    def __init__(self, width: int, inner: int, out: int, stride: int) -> None:
        super().__init__()
        self.scale = nn.Parameter(torch.ones(width, 1, 1))
        self.shift = nn.Parameter(torch.zeros(width, 1, 1))
        self.narrow = nn.Conv2d(width, inner, 1)
        self.filter = nn.Conv2d(inner, inner, 3, stride, padding=1)
        self.widen = nn.Conv2d(inner, out, 1, bias=False)
        changes = stride != 1 or width != out
        self.project = nn.Conv2d(width, out, 1, stride, bias=False) if changes else None

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, out, H / stride, W / stride)."""
        y = F.relu(torch.addcmul(self.shift, x, self.scale))
        skip = x if self.project is None else self.project(y)
        y = self.widen(F.relu(self.filter(F.relu(self.narrow(y)))))
        mixed: Tensor = y + skip
        return mixed
