"""Plain convolutional networks, written down the way their authors published them."""

from __future__ import annotations

from torch import nn


def scaled(width: int, factor: float) -> int:
    """Return a hidden width times ``factor``, at least 1."""
    return max(1, round(width * factor))


def convolutions(channels: int, layers: str, factor: float = 1.0) -> nn.Sequential:
    """Build a stack of 3x3 convolutions, each with ReLU, and upsamplings.

    Args:
        channels: Of the input.
        layers: In order, separated by blanks: ``64`` is a convolution of that width, ``64/2`` one
            with stride 2, ``ab`` one of width 2 with tanh, ``up`` nearest-neighbor upsampling x2.
        factor: Multiplies every width but that of ``ab``.

    Returns:
        A map of (B, channels, H, W), H and W multiples of all strides together.
    """
    modules: list[nn.Module] = []
    for layer in layers.split():
        if layer == "up":
            modules.append(nn.Upsample(scale_factor=2))
            continue
        width, _, stride = layer.partition("/")
        out = 2 if layer == "ab" else scaled(int(width), factor)
        modules.append(nn.Conv2d(channels, out, 3, int(stride or 1), padding=1))
        modules.append(nn.Tanh() if layer == "ab" else nn.ReLU())
        channels = out
    return nn.Sequential(*modules)
