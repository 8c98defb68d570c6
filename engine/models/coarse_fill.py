"""A network that says what a hole in a picture most likely looks like, coarsely.

It starts from the mean of what is known around each place, near or far as need be, and adds what a
U-Net thinks is missing: the edges and slopes that go on behind a crease. Texture and grain are not
its task. It knows a picture up to brightness and contrast, so flat and faded scans are filled as
others are.

References:
    Gortler et al., "The Lumigraph", SIGGRAPH 1996, 3.4 (pull-push); Ronneberger et al., "U-Net",
    2015; Zhang et al., "Fixup initialization", 2019 (residual blocks that begin as nothing).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.convex_upsampling import ZeroConv2d

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEAST_CONTRAST = 0.02
"""Of the picture's range, the deviation below which a picture is not stretched any further."""
_MOST_WIDTH = 1024
_HEAD_WIDTH = 32
"""Channels of each head of the attention."""


@dataclass(frozen=True)
class CoarseFillConfig:
    """Hyperparameters of :class:`CoarseFill`."""

    widths: list[int] = field(default_factory=lambda: [24, 48, 96, 160, 192])
    """Channels at strides 1, 2, 4 and so on."""

    def __post_init__(self) -> None:
        """Refuse what no network can be built from."""
        sane = all(type(width) is int and 1 <= width <= _MOST_WIDTH for width in self.widths)
        if not (sane and 2 <= len(self.widths) <= 6) or self.widths[-1] % _HEAD_WIDTH:
            msg = f"expected two to six widths, the last a multiple of 32, got {self.widths}"
            raise ValueError(msg)


class CoarseFill(nn.Module):
    """U-Net on what :func:`pull_push` leaves of a hole; attention at the coarsest stride."""

    def __init__(self, config: CoarseFillConfig, inputs: int, outputs: int) -> None:
        super().__init__()
        widths = config.widths
        self.multiple_of = 2 ** (len(widths) - 1)
        self.enter = nn.Conv2d(inputs, widths[0], 3, padding=1)
        self.down_blocks = nn.ModuleList(ResidualBlock(width) for width in widths[:-1])
        pairs = list(pairwise(widths))
        self.downs = nn.ModuleList(nn.Conv2d(fine, coarse, 2, 2) for fine, coarse in pairs)
        self.middle = nn.Sequential(GlobalAttention(widths[-1]), ResidualBlock(widths[-1]))
        self.ups = nn.ModuleList(nn.Conv2d(coarse, fine, 1) for fine, coarse in reversed(pairs))
        self.up_blocks = nn.ModuleList(ResidualBlock(width) for width in reversed(widths[:-1]))
        self.leave = ZeroConv2d(widths[0], outputs, 3)

    def forward(self, planes: Tensor) -> Tensor:
        """Return a picture that is whole; only its hole is meant.

        Args:
            planes: (B, 2, H, W): the picture, 0 to 1, and 1 where it is unknown, else 0; what the
                picture holds there does not matter. H and W are multiples of ``multiple_of``.

        Returns:
            (B, 1, H, W), about 0 to 1.
        """
        picture, unknown = planes[:, :1], planes[:, 1:]
        known = 1 - unknown
        mean, contrast = _statistics(picture, known)
        surface = pull_push((picture - mean) / contrast, known)
        return mean + contrast * (surface + self._missing(torch.cat((surface, unknown), dim=1)))

    def _missing(self, planes: Tensor) -> Tensor:
        features = self.enter(planes)
        passed = []
        for block, down in zip(self.down_blocks, self.downs, strict=True):
            passed.append(block(features))
            features = down(passed[-1])
        features = self.middle(features)
        for up, block in zip(self.ups, self.up_blocks, strict=True):
            coarse = F.interpolate(up(features), scale_factor=2, mode="nearest")
            features = block(coarse + passed.pop())
        missing: Tensor = self.leave(features)
        return missing


class ResidualBlock(nn.Module):
    """Two convolutions whose result is added; at first they add nothing."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(width, width, 3, padding=1)
        self.second = ZeroConv2d(width, width, 3)

    def forward(self, features: Tensor) -> Tensor:
        """Return features of the same shape."""
        added: Tensor = self.second(F.silu(self.first(F.silu(features))))
        return features + added


class GlobalAttention(nn.Module):
    """Every place may look at every other: what an edge is like on the other side of a hole."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.heads = width // _HEAD_WIDTH
        self.norm = nn.GroupNorm(1, width)
        self.ask = nn.Conv2d(width, 3 * width, 1)
        self.answer = ZeroConv2d(width, width, 1)

    def forward(self, features: Tensor) -> Tensor:
        """Return features of the same shape."""
        B, C, H, W = features.shape
        split = self.ask(self.norm(features)).view(B, 3, self.heads, C // self.heads, H * W)
        query, key, value = split.transpose(-1, -2).unbind(1)  # (B, heads, H W, C / heads)
        seen = F.scaled_dot_product_attention(query, key, value)
        answered: Tensor = self.answer(seen.transpose(-1, -2).reshape(B, C, H, W))
        return features + answered


def pull_push(picture: Tensor, known: Tensor) -> Tensor:
    """Return a picture whose unknown places hold the mean of known ones, as near as there are.

    Args:
        picture: (B, 1, H, W), any range.
        known: (B, 1, H, W), 1 or 0.
    """
    values, weights = [picture * known], [known]
    while min(values[-1].shape[-2:]) > 1:
        total, weight = (_halved(plane) for plane in (values[-1] * weights[-1], weights[-1]))
        values.append(total / weight.clamp(min=1e-6))
        weights.append((4 * weight).clamp(max=1))
    filled = values[-1]
    for value, weight in zip(reversed(values[:-1]), reversed(weights[:-1]), strict=True):
        wide = F.interpolate(filled, value.shape[-2:], mode="bilinear", align_corners=False)
        filled = value * weight + wide * (1 - weight)
    return filled


def _halved(plane: Tensor) -> Tensor:
    return F.avg_pool2d(plane, 2, ceil_mode=True)


def _statistics(picture: Tensor, known: Tensor) -> Sequence[Tensor]:
    """Return mean and deviation of what is known of each picture, (B, 1, 1, 1) each."""
    count = known.sum(dim=(2, 3), keepdim=True).clamp(min=1)
    mean = (picture * known).sum(dim=(2, 3), keepdim=True) / count
    variance = ((picture - mean).square() * known).sum(dim=(2, 3), keepdim=True) / count
    return mean, variance.add(1e-12).sqrt().clamp(min=_LEAST_CONTRAST)
