"""What the network sees and what it should say: photos cut, aged and revealed on the device."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch

from engine.color import rgb_to_lab
from training.crops import batch_indices, crop_batch
from training.degrade import degrade
from training.parallel import Peers
from training.reveals import SIZES, random_hints

if TYPE_CHECKING:
    from collections.abc import Callable

    from torch import Tensor

    from training.config import RunConfig
    from training.datasets import PhotoStore

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


def make_batches(config: RunConfig, photos: PhotoStore, peers: Peers | None = None) -> BatchSource:
    """Return a function from a step to its batch, on the photos' device.

    The processes of a run share each batch: ``config.batch_size`` photos for every one of them.
    """
    peers = peers or Peers()
    device = photos.canvas.device
    least = min(config.data.crops)

    def batch(step: int) -> Batch:
        seed = (config.seed * _SEED_STRIDE + step) * _SEED_STRIDE
        generator = torch.Generator().manual_seed(seed)
        there = torch.Generator(device).manual_seed(seed + 1 + peers.rank)
        pick = int(torch.randint(len(config.data.crops), (), generator=generator))
        side = config.data.crops[pick]
        whole = config.batch_size * peers.count
        indices = batch_indices(config.seed, step, whole, len(photos))
        indices = indices[: max(peers.count, round(whole * (least / side) ** 2))]
        mine = peers.part(len(indices))
        squares = crop_batch(photos, indices, side, config.data, generator, mine)
        pick = int(torch.randint(len(SIZES), (), generator=generator))
        made = batch_from_rgb(
            squares.rgb,
            there,
            degraded=config.data.degraded,
            hinted=config.data.hinted,
            hint_side=SIZES[pick],
        )
        seen = indices[mine] if config.data.is_still else None
        return dataclasses.replace(made, inside=squares.inside, photos=seen)

    return batch


def batch_from_rgb(
    rgb: Tensor,
    generator: torch.Generator,
    *,
    degraded: float = 0.0,
    hinted: float = 0.0,
    hint_side: int = 1,
) -> Batch:
    """Split squares into what the network sees and what it should say.

    Args:
        rgb: (B, 3, H, W), sRGB in [0, 1].
        generator: On the device of ``rgb``.
        degraded: Share of the squares that are seen as an old photo.
        hinted: Share of the squares of which colors are revealed.
        hint_side: Of the revealed patches, in pixels.
    """
    lab = rgb_to_lab(rgb)
    lightness, ab = lab[:, :1], lab[:, 1:]
    if degraded > 0:
        aged = torch.rand(len(rgb), 1, 1, 1, generator=generator, device=rgb.device) < degraded
        lightness = torch.where(aged, degrade(rgb, generator), lightness)
    lightness = (lightness / 50 - 1).contiguous(memory_format=torch.channels_last)
    hints = random_hints(ab, generator, hint_side, hinted) if hinted > 0 else None
    return Batch(lightness, ab, hints)
