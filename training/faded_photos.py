"""Faded and unfaded photos, batched on the device: what the revival network learns from."""

from __future__ import annotations

from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from training.config import DataConfig
from training.crops import batch_indices, crop_batch
from training.degrade import Dice
from training.fading import FadedPhotos, random_fading

if TYPE_CHECKING:
    from collections.abc import Callable

    from training.datasets import PhotoStore

_SEED_STRIDE = 1_000_003
CROPS = DataConfig(store_size=192, fit="squash", zoom=0.15)
"""How squares are made: the network sees whole photos."""


def make_faded(
    photos: PhotoStore, batch_size: int, side: int, seed: int
) -> Callable[[int], FadedPhotos]:
    """Return a function from a step to its photos, on the device of the store.

    Args:
        photos: In color, and unfaded.
        batch_size: Photos of a step.
        side: Of the squares that the network sees, in pixels; photos fade at twice that.
        seed: Decides all photos together with the step.
    """
    device = photos.canvas.device

    def batch(step: int) -> FadedPhotos:
        number = (seed * _SEED_STRIDE + step) * _SEED_STRIDE
        generator = torch.Generator().manual_seed(number)
        there = torch.Generator(device).manual_seed(number + 1)
        indices = batch_indices(seed, step, batch_size, len(photos))
        rgb = crop_batch(photos, indices, 2 * side, CROPS, generator).rgb.clamp(0, 1)
        faded = random_fading(rgb, Dice(there, batch_size))
        return FadedPhotos(
            F.avg_pool2d(faded.truth, 2), F.avg_pool2d(faded.shown, 2), faded.is_faded
        )

    return batch
