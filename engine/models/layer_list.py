"""Plain convolutional networks, written down the way their authors published them."""

from __future__ import annotations

from torch import nn

from engine.models.heads import color_head


def scaled(width: int, factor: float) -> int:
    """Return a hidden width times ``factor``, at least 1."""
    return max(1, round(width * factor))


def convolutions(
    channels: int, layers: str, factor: float = 1.0, head: str = "ab"
) -> nn.Sequential:
    """Build a stack of 3x3 convolutions, each with ReLU, and upsamplings.

    Args:
        channels: Of the input.
        layers: In order, separated by blanks: ``64`` is a convolution of that width, ``64/2`` one
            with stride 2, ``ab`` the colors, ``up`` nearest-neighbor upsampling x2.
        factor: Multiplies every hidden width.
        head: How features become colors, see :func:`engine.models.heads.color_head`.

    Returns:
        A map of (B, channels, H, W), H and W multiples of all strides together.
    """
    modules: list[nn.Module] = []
    for layer in layers.split():
        if layer == "up":
            modules.append(nn.Upsample(scale_factor=2))
            continue
        width, _, stride = layer.partition("/")
        if layer == "ab":
            modules.extend(color_head(channels, head))
            continue
        out = scaled(int(width), factor)
        modules.append(nn.Conv2d(channels, out, 3, int(stride or 1), padding=1))
        modules.append(nn.ReLU())
        channels = out
    return nn.Sequential(*modules)
