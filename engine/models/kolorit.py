"""Kolorit's own network: a pretrained backbone, attention, and a distribution over colors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.convex_upsampling import ConvexUpsampling, ZeroConv2d, upsample
from engine.models.decoding import Decoding, decode
from engine.models.efficientnet_lite import (
    EfficientNetLite,
    EfficientNetLite0,
    EfficientNetLite1,
)
from engine.models.mobilenet_v2 import MobileNetV2
from engine.models.resnet50_v2 import ResNet50V2
from engine.photo.ab_bins import gamut_bins
from engine.photo.color import AB_SCALE

if TYPE_CHECKING:
    from collections.abc import Mapping

BACKBONES: Mapping[str, type[EfficientNetLite | MobileNetV2 | ResNet50V2]] = {
    "efficientnet_lite0": EfficientNetLite0,
    "efficientnet_lite1": EfficientNetLite1,
    "mobilenet_v2": MobileNetV2,
    "resnet50_v2": ResNet50V2,
}
_STRIDE = 4
"""Input pixels per value of the distribution, in both directions."""
_HINT_PLANES = 3
_TINY = 1e-6
_MOST_BLOCKS = 64
_SANE = (0.01, 10.0)
_MOST_ADJUSTMENT = 4.0
_MAX_CHROMA = (10.0, 200.0)
"""Or 0, for none."""
EARLIER_KEYS: Mapping[str, str] = {
    "trunk": "backbone",
    "caution": "logit_adjustment",
    "lift": "chroma_compensation",
    "limit": "max_chroma",
}
"""Of configurations in older files and commands, and what they are called now."""


@dataclass(frozen=True)
class KoloritConfig:
    """Hyperparameters of :class:`Kolorit`."""

    backbone: str = "mobilenet_v2"
    """One of ``BACKBONES``; ``resnet50_v2`` gets a stride-32 stage of its own."""
    widths: tuple[int, int, int] = (256, 160, 128)
    """Channels of the decoder at strides 16, 8 and 4."""
    attention_blocks: int = 2
    heads: int = 8
    # see Decoding
    temperature: float = 0.5
    gain: float = 1.0
    logit_adjustment: float = 0.0
    chroma_compensation: float = 0.0
    max_chroma: float = 0.0

    def __post_init__(self) -> None:
        """Refuse what no network can be built from."""
        if self.backbone not in BACKBONES:
            msg = f"backbone is one of {', '.join(BACKBONES)}, got {self.backbone!r}"
            raise ValueError(msg)
        counts = [*self.widths, self.attention_blocks, self.heads]
        if len(counts) != 5 or any(type(count) is not int for count in counts):
            msg = f"expected three widths and whole numbers, got {counts}"
            raise ValueError(msg)
        if not 0 <= self.attention_blocks <= _MOST_BLOCKS:
            msg = f"expected 0 to {_MOST_BLOCKS} attention blocks, got {self.attention_blocks}"
            raise ValueError(msg)
        if self.heads < 1 or self.widths[0] % self.heads:
            msg = f"{self.heads} heads do not divide a width of {self.widths[0]}"
            raise ValueError(msg)
        _require_within("temperature", self.temperature, _SANE)
        _require_within("gain", self.gain, _SANE)
        _require_within("logit_adjustment", self.logit_adjustment, (0.0, _MOST_ADJUSTMENT))
        _require_within("chroma_compensation", self.chroma_compensation, (0.0, 1.0))
        if self.max_chroma != 0:
            _require_within("max_chroma", self.max_chroma, _MAX_CHROMA)

    @property
    def decoding(self) -> Decoding:
        """How colors are made of what the network says."""
        return Decoding(
            self.temperature,
            self.gain,
            self.logit_adjustment,
            self.chroma_compensation,
            self.max_chroma,
        )


def _require_within(name: str, value: float, bounds: tuple[float, float]) -> None:
    low, high = bounds
    if not low <= value <= high:
        msg = f"{name} is {low:g} to {high:g}, got {value}"
        raise ValueError(msg)


class Prediction(NamedTuple):
    """What the network thinks of a photo, before a temperature makes colors of it."""

    logits: Tensor
    """(B, Q, H / 4, W / 4), of every ab bin."""
    shares: Tensor
    """(B, 9, 16, H / 4, W / 4): how pixels mix the colors around them."""
    coarse: Tensor
    """(B, C, H / 16, W / 16): features, alike where the photo shows the same kind of thing."""
    fine: Tensor
    """(B, C', H / 8, W / 8): likewise, of the decoder."""


class Kolorit(nn.Module):
    """Predicts, at a quarter of the input's size, how likely each ab bin is.

    A pretrained backbone, global attention at stride 16, a U-shaped decoder to stride 4, and convex
    upsampling of the colors to the input's size.
    """

    bins: Tensor
    log_rarity: Tensor

    def __init__(self, config: KoloritConfig) -> None:
        super().__init__()
        wide, middle, narrow = config.widths
        self.decoding = config.decoding
        self.trunk = BACKBONES[config.backbone]()
        taps = self.trunk.taps
        self.deepen = None if 32 in taps else Deepen(taps[16], 2 * wide)
        self.enter = nn.Conv2d(taps.get(32, 2 * wide), wide, 1)
        self.merge16 = Merge(wide, taps[16], wide)
        self.attention = nn.ModuleList(
            GlobalAttention(wide, config.heads) for _ in range(config.attention_blocks)
        )
        self.merge8 = Merge(wide, taps[8], middle)
        self.merge4 = Merge(middle, taps[4], narrow)
        self.upsampling = ConvexUpsampling(narrow, _STRIDE)
        self.register_buffer("bins", gamut_bins())
        # of each bin's weight in training: the logits are too large by this for rare colors
        self.register_buffer("log_rarity", torch.zeros(self.bins.shape[0]))
        self.classify = nn.Conv2d(narrow, self.bins.shape[0], 1)

    @property
    def takes_hints(self) -> bool:
        """Whether training taught the network what hints mean."""
        merges = (self.merge16, self.merge8, self.merge4)
        return any(bool(merge.from_hints.weight.any()) for merge in merges)

    def forward(self, lightness: Tensor, hints: Tensor | None = None) -> Tensor:
        """Return ``ab / AB_SCALE``, (B, 2, H, W); arguments are those of :meth:`predict`."""
        return self.colors(self.predict(lightness, hints))

    def predict(self, lightness: Tensor, hints: Tensor | None = None) -> Prediction:
        """Run the network.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 32.
            hints: (B, 3, H, W): how much a hint counts at each pixel, from 0, no hint, to 1, in
                the last plane, and in the other two ``ab / AB_SCALE`` times that.
        """
        taps = self.trunk(lightness)
        deep = taps[32] if self.deepen is None else self.deepen(taps[16])
        x = self.merge16(self.enter(deep), taps[16], hints)
        for block in self.attention:
            x = block(x)
        fine = self.merge8(x, taps[8], hints)
        x = self.merge4(fine, taps[4], hints)
        return Prediction(self.classify(x), self.upsampling(x, lightness), taps[16], fine)

    def colors(self, prediction: Prediction) -> Tensor:
        """Return ``ab / AB_SCALE``, (B, 2, H, W), of what :meth:`predict` returned."""
        ab = decode(prediction.logits.float(), self.bins, self.log_rarity, self.decoding)
        return upsample(ab / AB_SCALE, prediction.shares.float())


class Merge(nn.Module):
    """Doubles the size of coarse features, adds finer ones and the hints, and mixes them.

    Hints enter through a layer that starts at zero and has no bias: a photo without hints never
    notices that there is one.
    """

    def __init__(self, coarse: int, fine: int, out: int) -> None:
        super().__init__()
        self.from_coarse = nn.Conv2d(coarse, out, 1)
        self.from_fine = nn.Conv2d(fine, out, 1)
        self.from_hints = ZeroConv2d(_HINT_PLANES, out, 1)
        self.first = nn.Conv2d(out, out, 3, padding=1, bias=False)
        self.first_norm = nn.BatchNorm2d(out)
        self.second = nn.Conv2d(out, out, 3, padding=1, bias=False)
        self.second_norm = nn.BatchNorm2d(out)

    def forward(self, coarse: Tensor, fine: Tensor, hints: Tensor | None = None) -> Tensor:
        """Map (B, coarse, H, W) and (B, fine, 2 H, 2 W) to (B, out, 2 H, 2 W)."""
        x = F.interpolate(self.from_coarse(coarse), scale_factor=2.0, mode="bilinear")
        x = x + self.from_fine(fine)
        if hints is not None:
            x = x + self.from_hints(pool_hints(hints, hints.shape[-1] // x.shape[-1]))
        y = self.first_norm(self.first(F.silu(x)))
        y = self.second_norm(self.second(F.silu(y)))
        mixed: Tensor = x + y
        return mixed


class Deepen(nn.Module):
    """From stride 16 to stride 32, for backbones that end too early to see whole objects."""

    def __init__(self, width: int, out: int) -> None:
        super().__init__()
        inner = out // 2
        self.layers = nn.Sequential(
            nn.Conv2d(width, inner, 1, bias=False),
            nn.BatchNorm2d(inner),
            nn.SiLU(),
            nn.Conv2d(inner, out, 3, stride=2, padding=1, bias=False),
            nn.BatchNorm2d(out),
            nn.SiLU(),
            nn.Conv2d(out, out, 3, padding=1, groups=out, bias=False),
            nn.BatchNorm2d(out),
            nn.SiLU(),
        )

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to (B, out, H / 2, W / 2)."""
        deep: Tensor = self.layers(x)
        return deep


def pool_hints(hints: Tensor, stride: int) -> Tensor:
    """Shrink hints without thinning them: a hint of one pixel counts as much as one of many.

    Args:
        hints: (B, 3, H, W), as :meth:`Kolorit.predict` takes them.
        stride: Divides H and W.

    Returns:
        (B, 3, H / stride, W / stride): the mean color of the hints in each cell, and the most that
        one of them counts.
    """
    sums = F.avg_pool2d(hints, stride)
    color = sums[:, :2] / sums[:, 2:].clamp(min=_TINY)
    return torch.cat((color, F.max_pool2d(hints[:, 2:], stride)), dim=1)


class GlobalAttention(nn.Module):
    """A transformer block over all positions, with a depthwise convolution to know places.

    References:
        Vaswani et al., "Attention is all you need", 2017; pre-norm as in GPT-2. The positional
        convolution is that of Chu et al., "Conditional positional encodings", 2021.
    """

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.place = nn.Conv2d(width, width, 3, padding=1, groups=width)
        self.attend_norm = nn.LayerNorm(width)
        self.query_key_value = nn.Linear(width, 3 * width)
        self.join = nn.Linear(width, width)
        self.think_norm = nn.LayerNorm(width)
        self.think = nn.Sequential(
            nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )

    def forward(self, x: Tensor) -> Tensor:
        """Map (B, width, H, W) to the same shape."""
        x = x + self.place(x)
        B, C, H, W = x.shape
        tokens = x.flatten(2).transpose(1, 2)  # (B, H W, C)
        qkv = self.query_key_value(self.attend_norm(tokens))
        q, k, v = qkv.unflatten(-1, (3, self.heads, C // self.heads)).permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v)  # (B, heads, H W, C / heads)
        tokens = tokens + self.join(attended.transpose(1, 2).flatten(2))
        tokens = tokens + self.think(self.think_norm(tokens))
        mixed: Tensor = tokens.transpose(1, 2).reshape(B, C, H, W)
        return mixed
