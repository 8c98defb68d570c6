"""DDColor with its small encoder.

References:
    Kang et al., "DDColor: towards photo-realistic image colorization via dual decoders", ICCV 2023.
    Liu et al., "A ConvNet for the 2020s", CVPR 2022: the encoder, ConvNeXt-T.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from peer_networks.shuffled import Shuffle, WideBlock

_WIDTHS, _DEPTHS = (96, 192, 384, 768), (3, 3, 9, 3)
_QUERIES, _WIDTH, _HEADS, _HIDDEN, _LAYERS = 100, 256, 8, 2048, 9


class ChannelNorm(nn.LayerNorm):
    """A layer norm over the channels of (B, C, H, W)."""

    def forward(self, x: Tensor) -> Tensor:
        """Return the same shape."""
        return super().forward(x.movedim(1, -1)).movedim(-1, 1)


class ConvNextBlock(nn.Module):
    """Filter each channel in seven by seven, then mix channels in a hidden width of four times."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.filter = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width)
        self.widen, self.narrow = nn.Linear(width, 4 * width), nn.Linear(4 * width, width)
        self.scale = nn.Parameter(torch.full((width,), 1e-6))

    def forward(self, x: Tensor) -> Tensor:
        """Return the same shape."""
        y = self.norm(self.filter(x).movedim(1, -1))
        y = self.scale * self.narrow(F.gelu(self.widen(y)))
        return x + y.movedim(-1, 1)


class ColorLayer(nn.Module):
    """Queries look at the picture, at one another, and think; norms come last."""

    def __init__(self) -> None:
        super().__init__()
        self.look = nn.MultiheadAttention(_WIDTH, _HEADS, batch_first=True)
        self.agree = nn.MultiheadAttention(_WIDTH, _HEADS, batch_first=True)
        self.think = nn.Sequential(
            nn.Linear(_WIDTH, _HIDDEN), nn.ReLU(), nn.Linear(_HIDDEN, _WIDTH)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(_WIDTH) for _ in range(3))

    def forward(self, queries: Tensor, place: Tensor, keys: Tensor, values: Tensor) -> Tensor:
        """Map queries, (B, 100, 256), to the same shape."""
        looked = self.look(queries + place, keys, values, need_weights=False)[0]
        queries = self.norms[0](queries + looked)
        asked = queries + place
        agreed = self.agree(asked, asked, queries, need_weights=False)[0]
        queries = self.norms[1](queries + agreed)
        done: Tensor = self.norms[2](queries + self.think(queries))
        return done


class DDColorTiny(nn.Module):
    """ConvNeXt-T, a U-shaped pixel decoder, and a transformer of color queries beside it."""

    def __init__(self) -> None:
        super().__init__()
        stages, entering = [], 3
        for index, (width, depth) in enumerate(zip(_WIDTHS, _DEPTHS, strict=True)):
            shrink = nn.Conv2d(entering, width, 4 if index == 0 else 2, 4 if index == 0 else 2)
            norm = ChannelNorm(width if index == 0 else entering, eps=1e-6)
            start = (shrink, norm) if index == 0 else (norm, shrink)
            stages.append(nn.Sequential(*start, *(ConvNextBlock(width) for _ in range(depth))))
            entering = width
        self.stages = nn.ModuleList(stages)
        self.norms = nn.ModuleList(ChannelNorm(width, eps=1e-6) for width in _WIDTHS)
        self.blocks = nn.ModuleList(
            (WideBlock(768, 384, 512), WideBlock(512, 192, 512), WideBlock(512, 96, 256))
        )
        self.last = Shuffle(256, 256, 4)
        self.projections = nn.ModuleList(
            (nn.Conv2d(512, _WIDTH, 1), nn.Conv2d(512, _WIDTH, 1), nn.Identity())
        )
        self.levels = nn.Parameter(torch.zeros(3, _WIDTH))
        self.queries = nn.Parameter(torch.randn(2, _QUERIES, _WIDTH))
        self.layers = nn.ModuleList(ColorLayer() for _ in range(_LAYERS))
        self.norm = nn.LayerNorm(_WIDTH)
        self.embed = nn.Sequential(
            nn.Linear(_WIDTH, _WIDTH), nn.ReLU(), nn.Linear(_WIDTH, _WIDTH), nn.ReLU(),
            nn.Linear(_WIDTH, _WIDTH),
        )  # fmt: skip
        self.refine = nn.Conv2d(_QUERIES + 3, 2, 1)

    def forward(self, lightness: Tensor) -> Tensor:
        """Map (B, 1, H, W) to (B, 2, H, W)."""
        gray = x = lightness.expand(-1, 3, -1, -1)
        features = []
        for stage, norm in zip(self.stages, self.norms, strict=True):
            x = stage(x)
            features.append(norm(x))
        *fine, x = features
        scales = []
        for block, feature in zip(self.blocks, reversed(fine), strict=True):
            x = block(x, feature)
            scales.append(x)
        pixels = self.last(x)
        shares = torch.einsum("bqc,bchw->bqhw", self._colors(scales), pixels)
        ab: Tensor = self.refine(torch.cat((shares, gray), dim=1))
        return ab

    def _colors(self, scales: list[Tensor]) -> Tensor:
        keys, values = [], []
        for scale, project, level in zip(scales, self.projections, self.levels, strict=True):
            seen = project(scale).flatten(2).transpose(1, 2) + level  # (B, h w, 256)
            values.append(seen)
            keys.append(seen + _sines(*scale.shape[-2:]).to(seen))
        colors, place = (part.expand(len(scales[0]), -1, -1) for part in self.queries)
        for index, layer in enumerate(self.layers):
            colors = layer(colors, place, keys[index % 3], values[index % 3])
        embedded: Tensor = self.embed(self.norm(colors))
        return embedded


def _sines(height: int, width: int) -> Tensor:
    """Return where each of height x width places lies, as sines and cosines, (h w, 256)."""
    waves = 10_000 ** (-torch.arange(0, 128, 2) / 128)
    lines = [torch.arange(length)[:, None] * waves for length in (height, width)]
    rows, columns = (torch.cat((line.sin(), line.cos()), dim=1) for line in lines)
    there = (rows[:, None].expand(-1, width, -1), columns[None].expand(height, -1, -1))
    return torch.cat(there, dim=-1).flatten(0, 1)
