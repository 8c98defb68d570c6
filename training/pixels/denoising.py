"""The task of taking noise and compression out of scans, told how much of each there is.

References:
    Charbonnier et al., "Two deterministic half-quadratic regularization algorithms for computed
    imaging", 1994: the loss, an absolute difference that is smooth at 0. What a network made up
    to look sharp would count against it: no adversary judges it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.opencv import cv2
from engine.restoration.spoilage.denoise_planes import colors_of, denoise_planes
from training.data.damage import load_color_photos
from training.degradation.scan_noise import ScanNoiseConfig, noisy_scan
from training.pixels.pictures import Pictures

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import Tensor, nn

    from training.pixels.task import Sources

_SMOOTH = 1e-3
"""Differences far above it count as they are, those below by their square."""


@dataclass(frozen=True)
class DenoiseConfig:
    """What squares are cut from, and what happens to them."""

    side: int = 128
    """Of the squares in pixels."""
    sizes: list[int] = field(default_factory=lambda: [512, 512, 384, 256])
    """Pixels of the photos' sides; steps take turns. Smaller photos are sharper."""
    noise: ScanNoiseConfig = field(default_factory=ScanNoiseConfig)


class DenoiseTask:
    """Makes noisy squares, and compares what is left with the clean ones."""

    def __init__(self, config: DenoiseConfig, sources: Sources) -> None:
        self._config = config
        self._sources = sources
        photos = np.stack(list(load_color_photos(sources.data, held_back=False)))
        self._pictures = {
            size: Pictures(_scaled(photos, size).to(sources.device)) for size in set(config.sizes)
        }

    @torch.no_grad()
    def batch(self, step: int, *, watched: bool = False) -> Mapping[str, Tensor]:
        """Return ``planes`` (B, 5, H, W) and ``truth`` (B, 3, H, W), luma and differences."""
        chance = self._sources.generator(step, watched=watched)
        config = self._config
        pictures = self._pictures[config.sizes[step % len(config.sizes)]]
        as_it_is = torch.ones(self._sources.batch_size, device=self._sources.device)
        squares = pictures.squares(config.side, as_it_is, chance, watched=watched)
        scan = noisy_scan(squares, config.noise, chance)
        noise, strength = (
            told.expand(-1, 1, *scan.seen.shape[-2:]) for told in (scan.noise, scan.strength)
        )
        return {"planes": denoise_planes(scan.seen, noise, strength), "truth": scan.truth}

    def losses(self, network: nn.Module, batch: Mapping[str, Tensor]) -> dict[str, Tensor]:
        """Return the smooth absolute difference as ``loss``, and how much of it is ``left``."""
        planes, truth = batch["planes"], batch["truth"]
        loss = _difference(colors_of(network(planes).float()), truth)
        before = _difference(colors_of(planes), truth)
        return {"loss": loss, "left": loss / before}


def _difference(one: Tensor, other: Tensor) -> Tensor:
    return ((one - other).square() + _SMOOTH**2).sqrt().mean()


def _scaled(photos: np.ndarray, size: int) -> Tensor:
    """Return photos as (N, 3, size, size)."""
    scaled = np.stack([cv2.resize(p, (size, size), interpolation=cv2.INTER_AREA) for p in photos])
    return torch.from_numpy(scaled).permute(0, 3, 1, 2).contiguous()
