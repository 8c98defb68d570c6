"""Kolorit's own network: a pretrained trunk, attention, and a distribution over colors."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor, nn
from torch.nn import functional as F

from engine.ab_bins import annealed_mean, gamut_bins
from engine.color import AB_SCALE
from engine.models.mobilenet_v2 import TAPS, MobileNetV2


@dataclass(frozen=True)
class KoloritConfig:
    """Hyperparameters of :class:`Kolorit`."""

    widths: tuple[int, int, int] = (256, 160, 128)
    """Channels of the decoder at strides 16, 8 and 4."""
    attention_blocks: int = 2
    heads: int = 8
    temperature: float = 0.5
    """Of the annealed mean; lower is more vivid and less safe."""


class Kolorit(nn.Module):
    """Predicts, at a quarter of the input's size, how likely each ab bin is.

    MobileNetV2 to stride 32, global attention at stride 16, a U-shaped decoder to stride 4.
    """

    bins: Tensor

    def __init__(self, config: KoloritConfig) -> None:
        super().__init__()
        wide, middle, narrow = config.widths
        self.temperature = config.temperature
        self.trunk = MobileNetV2()
        self.enter = nn.Conv2d(TAPS[32], wide, 1)
        self.merge16 = Merge(wide, TAPS[16], wide)
        self.attention = nn.ModuleList(
            GlobalAttention(wide, config.heads) for _ in range(config.attention_blocks)
        )
        self.merge8 = Merge(wide, TAPS[8], middle)
        self.merge4 = Merge(middle, TAPS[4], narrow)
        self.register_buffer("bins", gamut_bins())
        self.classify = nn.Conv2d(narrow, self.bins.shape[0], 1)

    def logits(self, lightness: Tensor) -> Tensor:
        """Return the logits of every bin.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 32.

        Returns:
            (B, Q, H / 4, W / 4).
        """
        taps = self.trunk(lightness)
        x = self.merge16(self.enter(taps[32]), taps[16])
        for block in self.attention:
            x = block(x)
        x = self.merge4(self.merge8(x, taps[8]), taps[4])
        logits: Tensor = self.classify(x)
        return logits

    def forward(self, lightness: Tensor) -> Tensor:
        """Predict ab.

        Args:
            lightness: (B, 1, H, W), ``L / 50 - 1``; H and W multiples of 32.

        Returns:
            (B, 2, H, W), ``ab / AB_SCALE``.
        """
        ab = annealed_mean(self.logits(lightness).float(), self.bins, self.temperature)
        return F.interpolate(ab / AB_SCALE, lightness.shape[-2:], mode="bilinear")


class Merge(nn.Module):
    """Doubles the size of coarse features, adds finer ones, and mixes them."""

    def __init__(self, coarse: int, fine: int, out: int) -> None:
        super().__init__()
        self.from_coarse = nn.Conv2d(coarse, out, 1)
        self.from_fine = nn.Conv2d(fine, out, 1)
        self.first = nn.Conv2d(out, out, 3, padding=1, bias=False)
        self.first_norm = nn.BatchNorm2d(out)
        self.second = nn.Conv2d(out, out, 3, padding=1, bias=False)
        self.second_norm = nn.BatchNorm2d(out)

    def forward(self, coarse: Tensor, fine: Tensor) -> Tensor:
        """Map (B, coarse, H, W) and (B, fine, 2 H, 2 W) to (B, out, 2 H, 2 W)."""
        x = F.interpolate(self.from_coarse(coarse), scale_factor=2.0, mode="bilinear")
        x = x + self.from_fine(fine)
        y = self.first_norm(self.first(F.silu(x)))
        y = self.second_norm(self.second(F.silu(y)))
        mixed: Tensor = x + y
        return mixed


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
