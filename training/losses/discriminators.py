"""Discriminators: networks that tell true colors from predicted ones, patch by patch.

References:
    Three of them at full, half and quarter resolution: Wang et al., "High-resolution image
    synthesis and semantic manipulation with conditional GANs" (pix2pixHD), CVPR 2018.
    Each judges patches, not photos: PatchGAN, Isola et al., CVPR 2017.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import nn

from engine.models.gan import LEAK, SelfAttention, same_convolution
from engine.models.layer_list import scaled
from training.losses.spectral import add_spectral_norm

if TYPE_CHECKING:
    from torch import Tensor

SCALES = 3
_PLANES = 3
"""L, a and b."""


class DiscriminatorOutput(NamedTuple):
    """What one discriminator says of a batch."""

    scores: Tensor
    """(B, 1, H / 8, W / 8) of its input's size: how true each patch looks, 1 true, 0 predicted."""
    features: tuple[Tensor, ...]
    """What its hidden stages saw, from fine to coarse."""


class Discriminators(nn.Module):
    """Three discriminators with spectral normalization, for colors beside their lightness."""

    def __init__(self, width: float = 1.0) -> None:
        super().__init__()
        self.scales = nn.ModuleList(Discriminator(width) for _ in range(SCALES))
        self.halve = nn.AvgPool2d(3, stride=2, padding=1, count_include_pad=False)
        add_spectral_norm(self)

    def forward(self, lightness: Tensor, ab: Tensor) -> list[DiscriminatorOutput]:
        """Judge photos at full, half and quarter resolution.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 32.
            ab: (B, 2, H, W), normalized.
        """
        photos = torch.cat((lightness, ab), dim=1)
        outputs = []
        for index, discriminator in enumerate(self.scales):
            photos = self.halve(photos) if index else photos
            outputs.append(discriminator(photos))
        return outputs


class Discriminator(nn.Module):
    """4x4 convolutions 64 s2, 128 s2, self-attention, 256 s2, 512 and 1, with LeakyReLU.

    The last two keep the size, padded like Keras' ``same``, so that small photos are judged too.
    """

    def __init__(self, width: float = 1.0) -> None:
        super().__init__()
        first, second, third, fourth = (scaled(w, width) for w in (64, 128, 256, 512))
        self.stages = nn.ModuleList(
            (
                nn.Sequential(_halving(_PLANES, first), nn.LeakyReLU(LEAK)),
                nn.Sequential(_halving(first, second), nn.LeakyReLU(LEAK), SelfAttention(second)),
                nn.Sequential(_halving(second, third), nn.LeakyReLU(LEAK)),
                nn.Sequential(*same_convolution(third, fourth), nn.LeakyReLU(LEAK)),
            )
        )
        self.score = nn.Sequential(*same_convolution(fourth, 1))

    def forward(self, photos: Tensor) -> DiscriminatorOutput:
        """Judge normalized Lab photos, (B, 3, H, W); H and W multiples of 8."""
        x = photos
        features = []
        for stage in self.stages:
            x = stage(x)
            features.append(x)
        return DiscriminatorOutput(self.score(x), tuple(features))


def _halving(width: int, out: int) -> nn.Conv2d:
    return nn.Conv2d(width, out, 4, stride=2, padding=1)
