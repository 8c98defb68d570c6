"""The task of bringing back faded colors, and of knowing when that does good.

References:
    CIE 116-1995 (ΔE94): color differences that count less in vivid colors, and can be derived.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.models.revival import RevivalNetwork, density_from_rgb, revived_density
from engine.photo.color import rgb_from_linear, rgb_to_lab
from training.config import DataConfig
from training.data.crops import batch_indices, crop_batch
from training.data.datasets import load_photos
from training.degradation.degrade import Dice
from training.degradation.fading import random_fading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor, nn

    from training.pixels.task import Sources

_BRIGHTEST, _DARKEST = -0.3, 4.0
"""Densities beyond white and black that are still told apart, so that the loss leads back."""
_LEAST_ERROR = 0.5
"""ΔE below which it does not matter how sure the network is."""
_WATCHED_PHOTOS = 2000


@dataclass(frozen=True)
class RevivalConfig:
    """How photos fade, and what counts."""

    side: int = 96
    """Of the squares that the network sees, in pixels."""
    photos: int = 0
    """Use at most so many, 0 for all."""
    faded: float = 0.65
    """Share of the photos that fade."""
    last_look: float = 0.6
    """What the network's last look counts; the mean of all counts the rest."""
    unfaded_weight: float = 0.5
    """What the color of an unfaded photo counts: mostly, it is not touched at all."""
    doubt_weight: float = 0.3
    harm_weight: float = 1.0


class RevivalTask:
    """Makes faded photos, and compares revived colors with those before."""

    def __init__(self, config: RevivalConfig, sources: Sources) -> None:
        """Read the photos.

        Raises:
            ValueError: If there are none.
        """
        if sources.photos is None:
            msg = "give the folder of color photos"
            raise ValueError(msg)
        self._config = config
        self._sources = sources
        self._crops = DataConfig(store_size=config.side, fit="squash", zoom=0.15)
        self._photos, self._watched = (
            load_photos(sources.photos, split, self._crops, limit=limit).to(sources.device)
            for split, limit in (("train", config.photos), ("watch", _WATCHED_PHOTOS))
        )

    @torch.no_grad()
    def batch(self, step: int, *, watched: bool = False) -> Mapping[str, Tensor]:
        """Return ``shown`` and ``truth``, (B, 3, H, W), and ``is_faded``, (B,)."""
        photos = self._watched if watched else self._photos
        count = self._sources.batch_size
        dice = Dice(self._sources.generator(step, watched=watched), count)
        here = replace(self._sources, device=torch.device("cpu"))
        places = here.generator(step, watched=watched)
        indices = batch_indices(self._sources.seed, step, count, len(photos))
        rgb = crop_batch(photos, indices, self._config.side, self._crops, places).rgb
        faded = random_fading(rgb.clamp(0, 1), dice, self._config.faded)
        return {"shown": faded.shown, "truth": faded.truth, "is_faded": faded.is_faded}

    def losses(self, network: nn.Module, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return color differences, and errors of what the network says of itself."""
        assert isinstance(network, RevivalNetwork)
        config, is_faded = self._config, batch["is_faded"]
        shown, truth = density_from_rgb(batch["shown"]), rgb_to_lab(batch["truth"])
        looks = network.looks(batch["shown"])
        errors = []
        for look in looks:
            density = revived_density(shown, look.matrix, look.offset).clamp(_BRIGHTEST, _DARKEST)
            revived = rgb_to_lab(rgb_from_linear(torch.pow(10.0, -density)))
            errors.append(color_difference(revived, truth))
        weight = torch.where(is_faded, 1.0, config.unfaded_weight)
        each = torch.stack([(error * weight).mean() for error in errors])
        color = config.last_look * each[-1] + (1 - config.last_look) * each.mean()
        last, left = looks[-1], errors[-1].detach()
        doubt = (last.log_error - left.add(_LEAST_ERROR).log()).abs().mean()
        before = color_difference(rgb_to_lab(batch["shown"]), truth)
        helps = (is_faded & (left < before)).float()
        harm = F.binary_cross_entropy_with_logits(last.helps, helps)
        return {
            "loss": color + config.doubt_weight * doubt + config.harm_weight * harm,
            "faded": _mean_of(left, is_faded),
            "unfaded": _mean_of(left, ~is_faded),
            "doubt": doubt,
            "harm": harm,
        }


def color_difference(one: Tensor, truth: Tensor) -> Tensor:
    """Return the mean ΔE94 of each picture in Lab, (B, 3, H, W), to the truth, (B,)."""
    chroma, other = (lab[:, 1:].square().sum(dim=1).add(1e-6).sqrt() for lab in (truth, one))
    lighter, redder, yellower = (one - truth).unbind(1)
    in_chroma = other - chroma
    in_hue = (redder.square() + yellower.square() - in_chroma.square()).clamp(min=0)
    weighed = lighter.square() + (in_chroma / (1 + 0.045 * chroma)).square()
    weighed = weighed + in_hue / (1 + 0.015 * chroma).square()
    return weighed.add(1e-4).sqrt().mean(dim=(1, 2))


def _mean_of(values: Tensor, chosen: Tensor) -> Tensor:
    return (values * chosen).sum() / chosen.sum().clamp(min=1)
