"""What the network sees and what it should say: photos cut, aged and revealed on the device."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from engine.photo.color import rgb_to_lab
from training.data.crops import batch_indices, crop_batch
from training.data.recoloring import recolor
from training.data.simulated_hints import SIZES, random_hints, recolored_hints
from training.degradation.degrade import degrade, film
from training.parallel import DistributedContext

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

    from training.config import DataConfig, RunConfig
    from training.data.datasets import PhotoStore

    BatchSource = Callable[[int], "Batch"]


_SEED_STRIDE = 1_000_003


@dataclass(frozen=True)
class Batch:
    """Squares of photos."""

    lightness: Tensor
    """(B, 1, H, W), ``L / 50 - 1``, of some squares as an old photo would show it."""
    ab: Tensor
    """(B, 2, H, W), the truth."""
    hints: Tensor | None = None
    """(B, 3, H, W), as networks take them."""
    inside: Tensor | None = None
    """(B, 1, H, W) bool: where there is photo and not padding; None if everywhere."""
    photos: Tensor | None = None
    """(B,) int64, on the CPU, which photos these are; None if they look different at each step."""


def make_batches(
    config: RunConfig, photos: PhotoStore, context: DistributedContext | None = None
) -> BatchSource:
    """Return a function from a step to its batch, on the photos' device.

    The processes of a run share each batch: ``config.batch_size`` photos for every one of them.
    """
    context = context or DistributedContext()
    device = photos.canvas.device
    least = min(config.data.crops)

    def batch(step: int) -> Batch:
        seed = (config.seed * _SEED_STRIDE + step) * _SEED_STRIDE
        generator = torch.Generator().manual_seed(seed)
        there = torch.Generator(device).manual_seed(seed + 1 + context.rank)
        pick = int(torch.randint(len(config.data.crops), (), generator=generator))
        side = config.data.crops[pick]
        whole = config.batch_size * context.count
        indices = batch_indices(config.seed, step, whole, len(photos))
        indices = indices[: max(context.count, round(whole * (least / side) ** 2))]
        mine = context.part(len(indices))
        squares = crop_batch(photos, indices, side, config.data, generator, mine)
        pick = int(torch.randint(len(SIZES), (), generator=generator))
        made = batch_from_rgb(
            squares.rgb,
            there,
            config.data,
            hint_side=SIZES[pick],
        )
        seen = indices[mine] if config.data.is_still else None
        return dataclasses.replace(made, inside=squares.inside, photos=seen)

    return batch


def batch_from_rgb(
    rgb: Tensor, generator: torch.Generator, config: DataConfig, *, hint_side: int = 1
) -> Batch:
    """Split squares into what the network sees and what it should say.

    Args:
        rgb: (B, 3, H, W), sRGB in [0, 1].
        generator: On the device of ``rgb``.
        config: Its shares of aged, filmed, hinted and recolored squares.
        hint_side: Of the revealed patches, in pixels.
    """
    lab = rgb_to_lab(rgb)
    lightness = (_seen(rgb, lab[:, :1], generator, config) / 50 - 1).contiguous(
        memory_format=torch.channels_last
    )
    if config.recolored > 0:
        return Batch(lightness, *_recolored(lab, generator, config, hint_side))
    ab = lab[:, 1:]
    hints = random_hints(ab, generator, hint_side, config.hinted) if config.hinted > 0 else None
    return Batch(lightness, ab, hints)


def _seen(rgb: Tensor, lightness: Tensor, generator: torch.Generator, config: DataConfig) -> Tensor:
    """Return the lightness, (B, 1, H, W), of some squares as old or as a film shows them."""
    if config.degraded + config.filmed == 0:
        return lightness
    kind = torch.rand(len(rgb), 1, 1, 1, generator=generator, device=rgb.device)
    seen = torch.where(kind < config.degraded, degrade(rgb, generator), lightness)
    if config.filmed > 0:
        is_filmed = (kind >= config.degraded) & (kind < config.degraded + config.filmed)
        seen = torch.where(is_filmed, film(rgb, generator), seen)
    return seen


def _recolored(
    lab: Tensor, generator: torch.Generator, config: DataConfig, hint_side: int
) -> tuple[Tensor, Tensor]:
    """Return the truth, in some squares with objects of another color, and the hints."""
    kind = torch.rand(len(lab), generator=generator, device=lab.device)
    chosen = kind < config.recolored
    again = chosen & (kind < config.recolored / 2)
    first, _region, one_place = recolor(lab, generator, chosen)
    ab, _region, other_place = recolor(torch.cat((lab[:, :1], first), dim=1), generator, again)
    of_truth = random_hints(ab, generator, hint_side, config.hinted)
    places = torch.stack((one_place, other_place), dim=1)
    of_objects = recolored_hints(
        ab, places, torch.stack((chosen, again), dim=1), hint_side, generator
    )
    return ab, torch.where(chosen.view(-1, 1, 1, 1), of_objects, of_truth)
