"""The convolutional backbone of MobileNetV2 on gray photos.

References:
    Sandler et al., "MobileNetV2: inverted residuals and linear bottlenecks", CVPR 2018.
"""

from __future__ import annotations

from typing import ClassVar

from engine.models.mobile_backbone import MobileBackbone


class MobileNetV2(MobileBackbone):
    """Width 1.0."""

    stages: ClassVar = (
        (1, 16, 1, 3, 1),
        (6, 24, 2, 3, 2),
        (6, 32, 3, 3, 2),
        (6, 64, 4, 3, 2),
        (6, 96, 3, 3, 1),
        (6, 160, 3, 3, 2),
        (6, 320, 1, 3, 1),
    )
    taps: ClassVar = {4: 24, 8: 32, 16: 96, 32: 320}
