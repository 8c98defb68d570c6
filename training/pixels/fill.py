"""The task of saying what a hole in a picture looks like, coarsely.

Small photos show whole scenes, sharp ones how things look at full size; both are needed, as holes
of old scans are filled at the size at which they are some twenty pixels wide. Some pictures are
soft or grainy; what is to be said is the picture without the grain, which nobody can know.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from training.degradation.degrade import Dice, add_grain, blur
from training.degradation.film import per_picture, uniform
from training.degradation.holes import random_holes
from training.pixels.pictures import Pictures, sharp_photos, small_photos

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor, nn

    from training.pixels.task import Sources

_SIZES = 4
"""In so many sizes, each half the one before, the error of a fill counts."""


@dataclass(frozen=True)
class FillConfig:
    """How pictures with holes are made."""

    side: int = 192
    """Of the squares in pixels, a multiple of 16."""
    small_photos: int = 40000
    """How many small photos to use, if there are any."""
    small_share: float = 0.6
    """Share of the squares that are of small photos, if there are any: the sharp ones are few."""
    half_size: float = 0.3
    """Share of the squares of sharp photos that show them at half their size."""
    grainy: float = 0.4
    """Share of the squares with grain."""


class FillTask:
    """Makes pictures with holes, and compares fills with what was there."""

    def __init__(self, config: FillConfig, sources: Sources) -> None:
        self._config = config
        self._sources = sources
        sharp = sharp_photos(sources)
        self._sharp = Pictures(sharp)
        halves = [F.avg_pool2d(photo.float(), 2).round().byte() for photo in sharp.split(64)]
        self._half_size = Pictures(torch.cat(halves))
        self._small = None
        if sources.photos is not None:
            photos = small_photos(sources.photos, config.small_photos, sources.device)
            self._small = Pictures(photos)

    @torch.no_grad()
    def batch(self, step: int, *, watched: bool = False) -> Mapping[str, Tensor]:
        """Return ``planes``, (B, 2, H, W), and ``truth``, (B, 1, H, W), without grain."""
        chance = self._sources.generator(step, watched=watched)
        dice = Dice(chance, self._sources.batch_size)
        truth = blur(self._pictures(chance, watched=watched), dice.strength(0.3, 1.2))
        grainy = dice.uniform(0, 1) < self._config.grainy
        shown = torch.where(grainy, add_grain(truth, dice).clamp(0, 1), truth)
        holes = random_holes(self._config.side, dice)
        return {"planes": torch.cat((shown * (1 - holes), holes), dim=1), "truth": truth}

    def losses(self, network: nn.Module, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return the mean and the root mean square error in holes, and their sum as ``loss``.

        The mean error is that at several sizes, so that large forms count as fine ones do;
        ``decibels`` is the peak signal-to-noise ratio in holes.
        """
        hole = batch["planes"][:, 1:]
        error = (network(batch["planes"]).float() - batch["truth"]) * hole
        count = hole.sum(dim=(1, 2, 3)).clamp(min=1)
        squared = error.square().sum(dim=(1, 2, 3)) / count
        deviation, absolute, area = squared.add(1e-6).sqrt().mean(), error.new_zeros(()), 1
        for _ in range(_SIZES):
            absolute = absolute + (error.abs().sum(dim=(1, 2, 3)) * area / count).mean() / _SIZES
            error, area = F.avg_pool2d(error, 2), 4 * area
        decibels = -10 * squared.add(1e-6).log10()
        is_hole = hole.amax(dim=(1, 2, 3))
        return {
            "loss": deviation + absolute,
            "absolute": absolute,
            "decibels": (decibels * is_hole).sum() / is_hole.sum().clamp(min=1),
        }

    def _pictures(self, chance: torch.Generator, *, watched: bool) -> Tensor:
        config, count = self._config, self._sources.batch_size
        once = torch.ones(count, device=chance.device)
        squares = self._sharp.squares(config.side, once, chance, watched=watched)
        half_size = self._half_size.squares(config.side, once, chance, watched=watched)
        chosen = per_picture(uniform(0, 1, count, chance) < config.half_size)
        squares = torch.where(chosen, half_size, squares)
        if self._small is not None:
            zoom = torch.where(once.new_tensor(0.5) < uniform(0, 1, count, chance), once, 1.3)
            small = self._small.squares(config.side, zoom, chance, watched=watched)
            chosen = per_picture(uniform(0, 1, count, chance) < config.small_share)
            squares = torch.where(chosen, small, squares)
        return squares
