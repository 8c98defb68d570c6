"""The block of mobile networks: widen, filter each channel by itself, narrow again.

References:
    Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F


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
