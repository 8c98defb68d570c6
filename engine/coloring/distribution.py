"""What a network thinks each part of a photo may look like, beyond the one color it shows."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.models.convex_upsampling import upsample
from engine.models.decoding import Decoding, decode, with_vividness
from engine.photo.ab_bins import STEP
from engine.photo.color import lab_to_rgb, rgb_to_lab

if TYPE_CHECKING:
    from torch import Tensor

    from engine.photo.photo import Size
    from engine.recipe.stages import Coloring

_BAND = 64
"""Rows decoded at a time: full precision of all of them would not fit at the largest sizes."""
_FIRMNESS = 0.7
"""How far colors are pulled to the one that was set for them: what a network makes of a hint fades
with the distance, and 1 would paint each object in one flat color (docs/lab/experiments.md, 10)."""
_APART = 1.5 * STEP
"""Bins nearer than this are shades of one color."""


@dataclass(frozen=True)
class PlausibleColor:
    """A color that a place may have."""

    ab: tuple[float, float]
    likelihood: float
    """In (0, 1]; those of all colors of a place add up to at most 1."""


@dataclass(frozen=True, eq=False)
class Palette:
    """A network's bins, and how it makes one color of their logits."""

    bins: Tensor
    """(Q, 2)."""
    log_class_weights: Tensor
    """(Q,): training weighed each bin by the exponential of this."""
    decoding: Decoding


@dataclass(frozen=True, eq=False)
class Pins:
    """Colors that a person has set, and how far each of them reaches."""

    colors: Tensor
    """(N, 2), ab."""
    squares: tuple[tuple[slice, slice], ...]
    """Rows and columns of the network's picture where each is set."""
    weights: Tensor
    """(N, h, w), how much each counts everywhere; all of them add up to at most 1."""
    novelty: Tensor
    """(N,), 0 if it asks for the color that is there already, 1 if for quite another."""


def asked_change(lightness: Tensor, ab: Tensor, color: Tensor) -> Tensor:
    """Return the mean change in ab, (2,), from what is shown to what is asked, as sRGB has them.

    Args:
        lightness: (1, H, W).
        ab: (2, H, W), what is shown.
        color: (2,), what is asked.
    """
    asked = color.view(2, 1, 1).expand_as(ab)
    shown, wanted = (rgb_to_lab(lab_to_rgb(torch.cat((lightness, c))))[1:] for c in (ab, asked))
    return (wanted - shown).mean(dim=(1, 2))


@dataclass(frozen=True, eq=False)
class Distribution:
    """A distribution over ab bins for every fourth pixel of the network's picture."""

    logits: Tensor
    """(Q, h, w), float16, as the network gives them: too large for rare colors."""
    shares: Tensor
    """(9, 16, h, w), float16: how the network's pixels mix the colors around them."""
    palette: Palette
    size: Size
    """Height and width of the network's picture; the rest of h and w is padding."""
    pins: Pins | None = None

    def colors(self, coloring: Coloring | None = None) -> Tensor:
        """Return ab, (2, H, W), at the network's size.

        Args:
            coloring: How lively they shall be; as the network has them if it is left out.
        """
        bins, rarity, own = self.palette.bins, self.palette.log_class_weights, self.palette.decoding
        wanted = own if coloring is None else with_vividness(own, coloring)
        bands = self.logits[None].split(_BAND, dim=2)
        coarse = [decode(band.float(), bins, rarity, wanted) for band in bands]
        ab = self._enlarged(torch.cat(coarse, dim=2))
        if self.pins is None:
            return ab
        share = self.pins.weights * (_FIRMNESS * self.pins.novelty).view(-1, 1, 1)
        set_here = torch.einsum("nhw,nc->chw", share, self.pins.colors)
        pull = self._enlarged(torch.cat((set_here, share.sum(dim=0, keepdim=True)))[None])
        return ab * (1 - pull[2:]) + pull[:2]

    def spread(self, shifts: Tensor) -> Tensor:
        """Return the shift of ab that each pixel gets, (2, H, W), from those of the pins, (N, 2).

        Raises:
            ValueError: If there are no pins.
        """
        if self.pins is None:
            msg = "nobody has set a color"
            raise ValueError(msg)
        return self._enlarged(torch.einsum("nhw,nc->chw", self.pins.weights, shifts)[None])

    def doubt(self) -> Tensor:
        """Return how unsure the network is, at the size of :meth:`colors`, (H, W).

        Returns:
            Entropy over its greatest possible value: 0 is sure of one color, 1 knows nothing.
        """
        entropy = torch.cat([_entropy(self._honest(b)) for b in self.logits.split(_BAND, dim=1)])
        share = entropy / math.log(len(self.palette.bins))
        return self._enlarged(share[None, None])[0]

    def plausible_colors(
        self, row: float, column: float, count: int = 5
    ) -> tuple[PlausibleColor, ...]:
        """Return the likeliest colors of a place that differ visibly, likeliest first.

        Args:
            row: From 0, the photo's upper edge, to 1, the lower.
            column: From 0, the photo's left edge, to 1, the right.
            count: How many at most.

        Raises:
            ValueError: If the place is not in the photo.
        """
        y, x = self._cell(row, column)
        probability = F.softmax(self._honest(self.logits[:, y, x]), dim=0)
        bins = self.palette.bins
        distance = torch.cdist(bins, bins)
        free = torch.ones_like(probability, dtype=torch.bool)
        found = []
        for _ in range(count):
            peak = int((probability * free).argmax())
            # everything near the peak that no likelier color has claimed is a shade of it
            shades = free & (distance[peak] <= _APART)
            weight = probability * shades
            total = float(weight.sum())
            if total <= 0:
                break
            a, b = (weight @ bins / total).tolist()
            found.append(PlausibleColor((a, b), total))
            free &= ~shades
        return tuple(sorted(found, key=lambda color: -color.likelihood))

    def _honest(self, logits: Tensor) -> Tensor:
        """Return the logits, (Q, ...), that the network would give had no color weighed more."""
        rarity = self.palette.log_class_weights
        return logits.float() - rarity.view(-1, *(1 for _ in logits.shape[1:]))

    def _enlarged(self, coarse: Tensor) -> Tensor:
        """Bring (1, C, h, w) to the network's size, (C, H, W)."""
        H, W = self.size
        return upsample(coarse, self.shares[None].float())[0, :, :H, :W]

    def _cell(self, row: float, column: float) -> tuple[int, int]:
        if not (0 <= row <= 1 and 0 <= column <= 1):
            msg = f"a place lies in the photo, from 0 to 1, got {row}, {column}"
            raise ValueError(msg)
        H, W = self.size
        stride = round(self.shares.shape[1] ** 0.5)
        return min(H - 1, int(row * H)) // stride, min(W - 1, int(column * W)) // stride


def _entropy(logits: Tensor) -> Tensor:
    """Return the entropy over the first dimension, in nats."""
    log_probability = F.log_softmax(logits, dim=0)
    return -(log_probability.exp() * log_probability).sum(dim=0)
