"""What a network that denoises is shown, and how what it gives is read.

All planes vary by about 1, which is what networks learn fastest from: colors and noise are small
beside the gray of a photo, and would long be overlooked. Training uses the very same functions.
"""

from __future__ import annotations

import torch
from torch import Tensor

_MIDDLE = 0.5
_LUMA, _CHROMA, _NOISE = 4.0, 8.0, 8.0
"""Of one over the whole range of a plane, what the network sees as 1."""


def denoise_planes(colors: Tensor, noise: Tensor, strength: Tensor) -> Tensor:
    """Return the planes that networks for the task ``denoise`` take, (B, 5, H, W).

    Args:
        colors: (B, 3, H, W), luma, 0 to 1, and the differences of color, -0.5 to 0.5.
        noise: (B, 1, H, W), its deviation in the unit of luma.
        strength: (B, 1, H, W), of the JPEG: 1 less its quality over 100.
    """
    luma, chroma = (colors[:, :1] - _MIDDLE) * _LUMA, colors[:, 1:] * _CHROMA
    return torch.cat((luma, chroma, noise * _NOISE, strength), dim=1)


def colors_of(planes: Tensor) -> Tensor:
    """Return luma and differences of color, (B, 3, H, W), of the first three planes or more."""
    luma, chroma = planes[:, :1] / _LUMA + _MIDDLE, planes[:, 1:3] / _CHROMA
    return torch.cat((luma, chroma), dim=1)
