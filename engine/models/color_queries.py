"""Colors of the whole photo at once: learned queries that look at it, and pixels that ask them.

References:
    Kang et al., "DDColor: towards photo-realistic image colorization via dual decoders", ICCV 2023:
    queries attend to features of several scales in turn, and what a pixel is to each of them
    decides its color. There they give ab; here they add to the logits of ab bins.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from engine.models.convex_upsampling import ZeroConv2d

_SPREAD = 1.0
"""Standard deviation of fresh queries: after the first norm they are as large as that anyway."""


class ColorQueries(nn.Module):
    """Adds to the logits of each pixel what the photo as a whole says about its kind of thing.

    The last layer starts at zero: a fresh module changes nothing.
    """

    def __init__(
        self, count: int, layers: int, heads: int, widths: tuple[int, int, int], bins: int
    ) -> None:
        """Make fresh queries.

        Args:
            count: Of the queries.
            layers: How often they look; at the coarse and the fine features in turn.
            heads: Of attention; divides the first width.
            widths: Channels of the coarse features and of the queries, of the fine features, and
                of those that the logits are made of.
            bins: Of the logits.
        """
        coarse, fine, pixels = widths
        super().__init__()
        self.queries = nn.Parameter(torch.randn(count, coarse) * _SPREAD)
        self.from_fine = nn.Conv2d(fine, coarse, 1)
        self.layers = nn.ModuleList(QueryLayer(coarse, heads) for _ in range(layers))
        self.norm = nn.LayerNorm(coarse)
        self.key = nn.Linear(coarse, pixels)
        self.to_bins = ZeroConv2d(count, bins, 1)

    def forward(self, coarse: Tensor, fine: Tensor, pixels: Tensor) -> Tensor:
        """Return what is added to the logits, (B, bins, H, W).

        Args:
            coarse: (B, coarse, h, w).
            fine: (B, fine, h', w').
            pixels: (B, pixels, H, W).
        """
        tokens = [plane.flatten(2).transpose(1, 2) for plane in (coarse, self.from_fine(fine))]
        x = self.queries.expand(coarse.shape[0], -1, -1)  # (B, count, coarse)
        for number, layer in enumerate(self.layers):
            x = layer(x, tokens[number % 2])
        keys = self.key(self.norm(x))  # (B, count, pixels)
        likeness = keys @ pixels.flatten(2) / keys.shape[-1] ** 0.5  # (B, count, H W)
        added: Tensor = self.to_bins(likeness.unflatten(2, pixels.shape[-2:]))
        return added


class QueryLayer(nn.Module):
    """Queries look at features, then at one another, then think."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.look = Attention(width, heads)
        self.confer = Attention(width, heads)
        self.think_norm = nn.LayerNorm(width)
        self.think = nn.Sequential(
            nn.Linear(width, 2 * width), nn.GELU(), nn.Linear(2 * width, width)
        )

    def forward(self, x: Tensor, features: Tensor) -> Tensor:
        """Map queries, (B, N, width), that see features, (B, M, width), to (B, N, width)."""
        x = x + self.look(x, features)
        x = x + self.confer(x, x)
        seen: Tensor = x + self.think(self.think_norm(x))
        return seen


class Attention(nn.Module):
    """Multi-head attention of some tokens to others, each normalized first."""

    def __init__(self, width: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.asking_norm = nn.LayerNorm(width)
        self.asked_norm = nn.LayerNorm(width)
        self.query = nn.Linear(width, width)
        self.key_value = nn.Linear(width, 2 * width)
        self.join = nn.Linear(width, width)

    def forward(self, asking: Tensor, asked: Tensor) -> Tensor:
        """Map (B, N, width) and (B, M, width) to (B, N, width)."""
        q = self.query(self.asking_norm(asking)).unflatten(-1, (self.heads, -1)).transpose(1, 2)
        kv = self.key_value(self.asked_norm(asked)).unflatten(-1, (2, self.heads, -1))
        k, v = kv.permute(2, 0, 3, 1, 4)
        attended = F.scaled_dot_product_attention(q, k, v)  # (B, heads, N, width / heads)
        joined: Tensor = self.join(attended.transpose(1, 2).flatten(2))
        return joined
