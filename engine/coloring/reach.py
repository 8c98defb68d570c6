"""How far a hint reaches: to what a network finds alike, and what is connected to its place."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.coloring.hints import hint_square

if TYPE_CHECKING:
    from collections.abc import Sequence

    from torch import Tensor

    from engine.photo.photo import Size
    from engine.recipe.hint import Hint

CELL = 4
"""Pixels of the network for one weight, in both directions."""
STRIDE = 8
"""Pixels for one value of the evidence."""
# a logistic regression on 235 objects of photos that runs are watched by
# (docs/lab/experiments.md, 10)
_COARSE, _FINE = 2.1, 1.9
"""How much likeness counts, at strides 16 and 8."""
_FAR = 2.4
"""How much it counts against a place that it is a short side away."""
_BIAS = -0.2
_STEEPNESS = 3.0


@dataclass(frozen=True, eq=False)
class Origin:
    """What was taken from the features of a photo: whoever compares photos needs it back."""

    mean: Tensor
    """(C, 1, 1)."""
    length: Tensor
    """(1, h, w), of the features less their mean."""

    @staticmethod
    def of(features: Tensor) -> Origin:
        """Describe features, (C, h, w)."""
        mean = features.mean(dim=(1, 2), keepdim=True)
        return Origin(mean, (features - mean).norm(dim=0, keepdim=True))

    def restored(self, unit: Tensor) -> Tensor:
        """Return features as the network gave them, (C, h, w)."""
        return unit * self.length + self.mean


@dataclass(frozen=True, eq=False)
class Likeness:
    """Which parts of a photo are alike to a network that saw it without hints."""

    coarse: Tensor
    """(C, h / 2, w / 2), of unit length."""
    fine: Tensor
    """(C', h, w), of unit length."""
    coarse_origin: Origin
    fine_origin: Origin

    @staticmethod
    def of(coarse: Tensor, fine: Tensor) -> Likeness:
        """Compare features of strides 16 and 8, (C, h, w) of any scale."""
        coarse, fine = coarse.float(), fine.float()
        return Likeness(_unit(coarse), _unit(fine), Origin.of(coarse), Origin.of(fine))

    def evidence(self, row: float, column: float) -> Tensor:
        """Return how much speaks for each part belonging to a place, in nats, (h, w).

        Args:
            row: Of the place, in pixels of the network.
            column: Likewise.
        """
        h, w = self.fine.shape[1:]
        coarse = _cosines(self.coarse, row / 2 / STRIDE, column / 2 / STRIDE)
        alike = F.interpolate(coarse[None, None], size=(h, w), mode="bilinear")[0, 0] * _COARSE
        alike = alike + _cosines(self.fine, row / STRIDE, column / STRIDE) * _FINE
        y = (torch.arange(h) + 0.5 - row / STRIDE)[:, None]
        x = (torch.arange(w) + 0.5 - column / STRIDE)[None]
        return alike - torch.hypot(y, x) * (_FAR / min(h, w)) + _BIAS


def reach_weights(likeness: Likeness, hints: Sequence[Hint], size: Size, cells: Size) -> Tensor:
    """Return how much each hint counts everywhere, (N, h, w), adding up to at most 1.

    Args:
        likeness: Of the photo.
        hints: At least one; where their own squares overlap, later ones lie over earlier ones.
        size: Height and width at which the network saw the photo.
        cells: h and w, of which one value is for :data:`CELL` pixels.
    """
    weights = F.interpolate(masks(likeness, hints, size)[None], size=cells, mode="bilinear")[0]
    for index, hint in enumerate(hints):
        rows, columns = (
            slice(part.start // CELL, -(-part.stop // CELL)) for part in hint_square(hint, size)
        )
        weights[:, rows, columns] = 0
        weights[index, rows, columns] = 1
    return weights


def masks(likeness: Likeness, hints: Sequence[Hint], size: Size) -> Tensor:
    """Return how much each hint counts everywhere, (N, h, w); all of them add up to at most 1.

    Args:
        likeness: Of the photo.
        hints: At least one.
        size: Height and width at which the network saw the photo.
    """
    evidence = torch.stack([_connected_evidence(likeness, hint, size) for hint in hints])
    allowed = torch.tensor([_leaning(hint.reach) for hint in hints]).view(-1, 1, 1)
    # the logarithm of a sigmoid: how sure it is that the hint is meant here, were it the only one
    log_own = F.logsigmoid(_STEEPNESS * (evidence + allowed))
    union = log_own.exp().amax(dim=0)
    return union * F.softmax(_STEEPNESS * evidence + log_own, dim=0)


def _leaning(reach: float) -> float:
    """Return what a reach of 0 to 1 adds to the evidence: nothing in the middle."""
    return 2 * math.log(max(reach, 1e-4) / max(1 - reach, 1e-4))


def _connected_evidence(likeness: Likeness, hint: Hint, size: Size) -> Tensor:
    row, column = hint.row * size[0], hint.column * size[1]
    evidence = likeness.evidence(row, column)
    h, w = evidence.shape
    y, x = min(h - 1, int(row / STRIDE)), min(w - 1, int(column / STRIDE))
    return flood(evidence, y, x)


def flood(evidence: Tensor, y: int, x: int) -> Tensor:
    """Return the least evidence, (h, w), that one has to cross on the best way from a place.

    This is grayscale reconstruction by dilation (Vincent, 1993).
    """
    reached = torch.full_like(evidence, float(evidence.min()))
    reached[y, x] = evidence[y, x]
    while True:
        wider = F.max_pool2d(reached[None, None], 3, stride=1, padding=1)[0, 0]
        wider = torch.minimum(wider, evidence)
        if torch.equal(wider, reached):
            return reached
        reached = wider


def _unit(features: Tensor) -> Tensor:
    centered = features.float() - features.float().mean(dim=(1, 2), keepdim=True)
    return F.normalize(centered, dim=0, eps=1e-6)


def _cosines(unit: Tensor, row: float, column: float) -> Tensor:
    """Return the cosine of the angle between the features of a place and all, (h, w)."""
    h, w = unit.shape[1:]
    place = torch.tensor((column / w, row / h), dtype=unit.dtype).mul(2).sub(1).view(1, 1, 1, 2)
    own = F.grid_sample(
        unit[None], place, mode="bilinear", padding_mode="border", align_corners=False
    )[0, :, 0, 0]
    return torch.einsum("chw,c->hw", unit, F.normalize(own, dim=0, eps=1e-6))
