"""A frozen ImageNet classifier that looks at gray photos as it was trained to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.classifiers.inception_resnet_v2 import InceptionResNetV2
from engine.models.classifiers.mobilenet_v2 import MobileNetV2Classifier
from engine.models.classifiers.xception import Xception

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

CLASSES = 1000
"""In the usual order of ImageNet: 0 is the tench, 999 toilet paper; no background."""


@dataclass(frozen=True)
class Kind:
    """A classification network and the size of its training photos."""

    network: Callable[[], nn.Module]
    """Takes (B, 1, input_size, input_size) in [-1, 1]; its first convolution is folded over the
    three inputs that a gray photo makes equal."""
    input_size: int


CLASSIFIERS: Mapping[str, Kind] = {
    "mobilenet_v2": Kind(MobileNetV2Classifier, 224),
    "xception": Kind(Xception, 299),
    "inception_resnet_v2": Kind(InceptionResNetV2, 299),
}


class Classifier(nn.Module):
    """Tells what a gray photo shows; always in eval mode, and never trained."""

    def __init__(self, name: str) -> None:
        super().__init__()
        kind = CLASSIFIERS[name]
        self.network = kind.network()
        self.input_size = kind.input_size
        self.requires_grad_(requires_grad=False)
        self.eval()

    def train(self, mode: bool = True) -> Self:  # noqa: ARG002, FBT001, FBT002 - torch's signature
        """Stay in eval mode, whatever the network around does."""
        return super().train(mode=False)

    @torch.no_grad()
    def forward(self, gray: Tensor) -> Tensor:
        """Classify photos.

        Args:
            gray: (B, 1, H, W), gamma-encoded gray in [0, 1], any size; squeezed to a square.

        Returns:
            (B, 1000), logits; no gradient flows back.
        """
        size = (self.input_size, self.input_size)
        square = F.interpolate(gray, size, mode="bilinear", antialias=True)
        # all three were trained on RGB from -1 to 1
        logits: Tensor = self.network(2 * square - 1)
        return logits
