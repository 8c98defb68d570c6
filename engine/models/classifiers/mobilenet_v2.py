"""The whole of MobileNetV2 on gray photos: the backbone of ``mobilenet_v2.py`` and its classifier.

References:
    Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018.
"""

from __future__ import annotations

from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.mobilenet_v2 import MobileNetV2

_LAST = 1280


class MobileNetV2Classifier(nn.Module):
    """Width 1.0, batch norms folded; 3.5 M parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.trunk = MobileNetV2()
        deepest = max(self.trunk.taps)
        self.last = nn.Conv2d(self.trunk.taps[deepest], _LAST, 1)
        self.head = nn.Linear(_LAST, 1000)
        self._deepest = deepest

    def forward(self, gray: Tensor) -> Tensor:
        """Map (B, 1, H, W) in [-1, 1], H and W multiples of 32, to (B, 1000) logits."""
        x = F.relu6(self.last(self.trunk(gray)[self._deepest]))
        logits: Tensor = self.head(x.mean(dim=(2, 3)))
        return logits
