"""The task of finding dust, hairs, scratches and creases, pixel by pixel.

Squares of sharp photos, and of small ones, get a tone, grain and damage, and in part the blur and
the compression of old small files. A third has no damage: what looks like it there is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.restoration.defects.damage_planes import damage_planes
from training.degradation.creases import draw_creases
from training.degradation.film import (
    as_jpeg,
    in_eight_bits,
    per_picture,
    uniform,
    with_grain,
)
from training.degradation.gaussian import blurred
from training.degradation.thin import thin_damage
from training.pixels.pictures import Pictures, sharp_photos, small_photos
from training.pixels.shape_pool import ShapePool

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor, nn

    from training.pixels.task import Sources

_VISIBLE = 12 / 255
"""A pixel is damaged if damage changes it by so much, as in the benchmark …"""
_UNSEEN = 5 / 255
"""… and is not if by no more than this; what lies between is nobody's fault."""


@dataclass(frozen=True)
class DefectsConfig:
    """How squares are damaged."""

    side: int = 192
    """Of the squares in pixels, a multiple of 16."""
    pool: int = 12000
    """Shapes that are drawn beforehand."""
    small_slots: int = 16
    """Specks that a square has at most."""
    large_slots: int = 5
    """Hairs and scratches that it has at most."""
    undamaged: float = 1 / 3
    """Share of the squares that have none."""
    thin: float = 1.0
    """Share of the damaged squares that may have lines and specks hardly wider than a pixel."""
    creased: float = 0.06
    """Share of the squares with a crease."""
    soft: float = 0.3
    """Share of the squares that are old small files: blurred, compressed, damage of any size."""
    compressed: float = 0.15
    """Share of the other squares that are JPEG files."""
    most_grain: float = 12.0
    """Levels of 255."""
    small_photos: int = 6000
    """How many small photos to use, if there are any."""
    small_share: float = 0.3
    """Share of the squares that are of small photos, if there are any."""
    positive_weight: float = 1.5
    """What a damaged pixel counts against an undamaged one."""
    dice: float = 0.5
    """Weight of the soft Dice loss beside the cross-entropy."""


class DefectsTask:
    """Makes damaged squares, and compares log odds with where damage is visible."""

    def __init__(self, config: DefectsConfig, sources: Sources) -> None:
        self._config = config
        self._sources = sources
        self._sharp = Pictures(sharp_photos(sources))
        self._small = None
        if sources.photos is not None:
            photos = small_photos(sources.photos, config.small_photos, sources.device)
            self._small = Pictures(photos)
        self._shapes = ShapePool(sources.data, config.pool, sources.device)

    @torch.no_grad()
    def batch(self, step: int, *, watched: bool = False) -> Mapping[str, Tensor]:
        """Return ``planes`` (B, 4, H, W), ``damaged`` and ``counts``, (B, 1, H, W) of 0 and 1."""
        chance = self._sources.generator(step, watched=watched)
        clean = self._clean(chance, watched=watched)
        soft = uniform(0, 1, len(clean), chance) < self._config.soft
        damaged = self._damaged(clean, soft, chance)
        blur = soft * uniform(0.5, 2, len(clean), chance)
        clean, damaged = blurred(clean, blur), blurred(damaged, blur)
        change = (damaged - clean).abs()
        seen = self._filed(damaged, soft, chance)
        visible = change >= _VISIBLE
        return {
            "planes": damage_planes(seen),
            "damaged": visible.float(),
            "counts": (visible | (change <= _UNSEEN)).float(),
        }

    def losses(self, network: nn.Module, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return cross-entropy and soft Dice loss, and their sum as ``loss``.

        References:
            Milletari et al., "V-Net", 3DV 2016 (soft Dice loss).
        """
        odds = network(batch["planes"]).float()
        truth, counts = batch["damaged"], batch["counts"]
        weight = counts * (1 + (self._config.positive_weight - 1) * truth)
        entropy = F.binary_cross_entropy_with_logits(odds, truth, weight, reduction="sum")
        entropy = entropy / weight.sum()
        chance = odds.sigmoid() * counts
        dice = 1 - (2 * (chance * truth).sum() + 1) / (chance.sum() + truth.sum() + 1)
        return {"loss": entropy + self._config.dice * dice, "entropy": entropy, "dice": dice}

    def _clean(self, chance: torch.Generator, *, watched: bool) -> Tensor:
        """Return squares with a tone of their own and grain."""
        count, side = self._sources.batch_size, self._config.side
        at_random = 2 ** uniform(-1, 1, count, chance)
        zoom = torch.where(
            uniform(0, 1, count, chance) < 0.65, torch.ones_like(at_random), at_random
        )
        squares = self._sharp.squares(side, zoom, chance, watched=watched)
        if self._small is not None:
            small = self._small.squares(side, zoom.clamp(min=1), chance, watched=watched)
            share = uniform(0, 1, count, chance) < self._config.small_share
            squares = torch.where(per_picture(share), small, squares)
        gamma = per_picture(2 ** (uniform(-0.6, 0.6, count, chance)))
        black, white = uniform(0, 0.2, count, chance), uniform(0.75, 1, count, chance)
        toned = per_picture(black) + squares.pow(gamma) * per_picture(white - black)
        squares = torch.where(per_picture(uniform(0, 1, count, chance) < 0.5), toned, squares)
        level = uniform(0, self._config.most_grain, count, chance)
        return with_grain(squares, level, uniform(0.3, 1.2, count, chance), chance)

    def _damaged(self, clean: Tensor, soft: Tensor, chance: torch.Generator) -> Tensor:
        """Return squares under damage: all white or all black, seldom both."""
        config, count = self._config, len(clean)
        density = uniform(0, 1, count, chance).square()
        density = density * (uniform(0, 1, count, chance) >= config.undamaged)
        scale = torch.where(soft, 2 ** uniform(-2, 1, count, chance), torch.ones_like(density))
        slots = config.small_slots, config.large_slots
        wide, other = self._shapes.covers(config.side, slots, density, scale, chance)
        has_thin = (uniform(0, 1, count, chance) < config.thin) & (density > 0)
        thin = thin_damage(config.side, count, chance) * per_picture(has_thin)
        covers = torch.maximum(wide, thin), other
        bright = uniform(0, 1, count, chance) < 0.75
        both = uniform(0, 1, count, chance) < 0.15
        damaged = clean
        for cover, is_bright in zip(covers, (bright, bright ^ both), strict=True):
            light, dark = uniform(0.85, 1, count, chance), uniform(0, 0.15, count, chance)
            tone = per_picture(torch.where(is_bright, light, dark))
            damaged = damaged + cover * (tone - damaged)
        creases = draw_creases(config.side, count, chance)
        creased = (uniform(0, 1, count, chance) < config.creased) & (density > 0)
        paper = per_picture(uniform(0.7, 1, count, chance))
        bent = damaged + creases.relief
        bent = bent + creases.flaked * (paper - bent)
        return torch.where(per_picture(creased), bent, damaged).clamp(0, 1)

    def _filed(self, damaged: Tensor, soft: Tensor, chance: torch.Generator) -> Tensor:
        """Return what is read from the file, in eight bits."""
        count = len(damaged)
        quality = torch.where(soft, uniform(30, 90, count, chance), uniform(60, 98, count, chance))
        share = torch.where(soft, 0.9, self._config.compressed)
        is_jpeg = uniform(0, 1, count, chance) < share
        return torch.where(per_picture(is_jpeg), as_jpeg(damaged, quality), in_eight_bits(damaged))
