"""The generator of the adversarial colorizer among the "colorization black & white photos".

References:
    The U-Net with 4x4 convolutions is that of Isola et al., "Image-to-image translation with
    conditional adversarial networks" (pix2pix), CVPR 2017, with fewer and thinner stages.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.heads import check_head, color_head
from engine.models.layer_list import scaled

ENCODER = (128, 256, 512, 512, 512, 512)
"""Width of each 4x4 convolution of stride 2."""
DECODER = (512, 512, 512, 256, 128)
"""Width of each 4x4 convolution after an upsampling, before the skip is concatenated."""
_ATTENDED = 256
"""Width of the decoder's stage that attends to the whole photo, at a quarter of its size."""
_ATTENTION_SHARE = 8
"""Channels per channel that attention compares; SAGAN's choice."""
LEAK = 0.2


@dataclass(frozen=True)
class GanConfig:
    """Hyperparameters of :class:`Generator`."""

    width: float = 1.0
    """Multiplies every hidden width; 1 is the published network, tests use less."""
    head: str = "ab"
    """``ab`` as published, or ``bins``, see ``heads.py``."""

    def __post_init__(self) -> None:
        """Refuse what no network can be built from."""
        check_head(self.head)


class Generator(nn.Module):
    """Predicts ab from L with a U-Net that attends to the whole photo once.

    The published layers: 4x4 stride-2 convolutions 128, 256, 512, 512, 512, 512 with LeakyReLU;
    nearest x2, 4x4 convolution and skip 512, 512, 512, 256 with self-attention, 128; nearest x2
    and a 7x7 convolution to 2, tanh. The decoder's ReLU is pix2pix's, the text names none.

    Training divides every convolution's weight by its spectral norm
    (``training.losses.spectral``). What is stored and run here are the weights after that division.
    """

    def __init__(self, config: GanConfig) -> None:
        super().__init__()
        encoder = [scaled(width, config.width) for width in ENCODER]
        self.down = nn.ModuleList(
            nn.Sequential(nn.Conv2d(width, out, 4, stride=2, padding=1), nn.LeakyReLU(LEAK))
            for width, out in pairwise((1, *encoder))
        )
        *skips, width = encoder
        self.up = nn.ModuleList()
        for published, skip in zip(DECODER, reversed(skips), strict=True):
            out = scaled(published, config.width)
            self.up.append(UpStage(width, out, skip, attends=published == _ATTENDED))
            width = out + skip
        self.paint = nn.Sequential(
            nn.Upsample(scale_factor=2), *color_head(width, config.head, kernel=7)
        )

    def forward(self, lightness: Tensor) -> Tensor:
        """Predict ab.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 64.

        Returns:
            (B, 2, H, W), ``ab / 128``, in [-1, 1].
        """
        x = lightness
        features: list[Tensor] = []
        for stage in self.down:
            x = stage(x)
            features.append(x)
        features.pop()  # the deepest is where the decoder starts, not a skip
        for stage in self.up:
            x = stage(x, features.pop())
        ab: Tensor = self.paint(x)
        return ab


class UpStage(nn.Module):
    """Doubles the size of coarse features and sets the encoder's of that size beside them."""

    def __init__(self, width: int, out: int, skip: int, *, attends: bool) -> None:
        super().__init__()
        self.grow = nn.Sequential(nn.Upsample(scale_factor=2), *same_convolution(width, out))
        self.attention = SelfAttention(out + skip) if attends else nn.Identity()

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """Map (B, width, H, W) and (B, skip, 2 H, 2 W) to (B, out + skip, 2 H, 2 W)."""
        joined = torch.cat((F.relu(self.grow(coarse)), fine), dim=1)
        attended: Tensor = self.attention(joined)
        return attended


class SelfAttention(nn.Module):
    """Adds to every place what places like it say; at first nothing.

    References:
        Zhang et al., "Self-attention generative adversarial networks" (SAGAN), 2018, section 3.
    """

    def __init__(self, width: int) -> None:
        super().__init__()
        inner = max(1, width // _ATTENTION_SHARE)
        self.query = nn.Conv2d(width, inner, 1, bias=False)
        self.key = nn.Conv2d(width, inner, 1, bias=False)
        self.value = nn.Conv2d(width, inner, 1, bias=False)
        self.join = nn.Conv2d(inner, width, 1, bias=False)
        self.gamma = nn.Parameter(torch.zeros(()))

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to the same shape."""
        query, key, value = (_tokens(look(x)) for look in (self.query, self.key, self.value))
        heard = F.scaled_dot_product_attention(query, key, value, scale=1.0)  # (B, 1, H W, inner)
        heard = heard.squeeze(1).transpose(1, 2).unflatten(2, x.shape[2:])  # (B, inner, H, W)
        mixed: Tensor = x + self.gamma * self.join(heard)
        return mixed


def same_convolution(width: int, out: int) -> tuple[nn.Module, nn.Conv2d]:
    """Return a 4x4 convolution of stride 1 that keeps H and W, padded like Keras' ``same``."""
    return nn.ZeroPad2d((1, 2, 1, 2)), nn.Conv2d(width, out, 4)


def _tokens(x: Tensor) -> Tensor:
    """Map (B, C, H, W) to (B, 1, H W, C), laid out so that attention needs no H W x H W matrix."""
    return x.flatten(2).transpose(1, 2).unsqueeze(1).contiguous()
