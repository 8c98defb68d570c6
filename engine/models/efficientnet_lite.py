"""The convolutional backbones of EfficientNet-Lite on gray photos.

References:
    Tan & Le, "EfficientNet: rethinking model scaling for convolutional neural networks", ICML
    2019. The Lite networks, published with the TensorFlow TPU models, have no squeeze-and-
    excitation, ReLU6 instead of swish, and a stem whose width is not scaled.
"""

from __future__ import annotations

from typing import ClassVar

from engine.models.mobile_backbone import MobileBackbone


class EfficientNetLite(MobileBackbone):
    """Width 1.0; features are brought to about unit size, so that hints are not drowned."""

    stages: ClassVar = (
        (1, 16, 1, 3, 1),
        (6, 24, 2, 3, 2),
        (6, 40, 2, 5, 2),
        (6, 80, 3, 3, 2),
        (6, 112, 3, 5, 1),
        (6, 192, 4, 5, 2),
        (6, 320, 1, 3, 1),
    )
    taps: ClassVar = {4: 24, 8: 40, 16: 112, 32: 320}
    spread: ClassVar = {4: 8.0, 8: 7.0, 16: 6.0, 32: 2.7}
    """Standard deviation of the pretrained features on gray photos."""


class EfficientNetLite0(EfficientNetLite):
    """The smallest: 2.9 M parameters."""


class EfficientNetLite1(EfficientNetLite):
    """Deepened by a tenth: 3.7 M parameters."""

    depth: ClassVar = 1.1
