"""Squares out of stored photos: how they are fitted and augmented, batched, on any device.

Geometry only; color is what the network must learn.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from torch import Tensor

    from training.config import DataConfig
    from training.data.datasets import PhotoStore

_STEP_STRIDE = 1_000_003
_EXTENTS: Mapping[str, Callable[[Tensor], Tensor]] = {
    "crop": lambda whole: whole.amin(1, keepdim=True).expand(-1, 2),
    "squash": lambda whole: whole,
    "letterbox": lambda whole: whole.amax(1, keepdim=True).expand(-1, 2),
}
"""What part of a photo a square covers, in pixels, of width and height (B, 2), for each fit."""


def batch_indices(seed: int, step: int, batch_size: int, count: int) -> Tensor:
    """Return which photos a step sees, (batch_size,): every photo once per epoch, shuffled.

    Batches of larger squares leave the last of theirs out.
    """
    position = step * batch_size + torch.arange(batch_size)
    first, last = int(position[0]) // count, int(position[-1]) // count
    orders = torch.stack([_order(seed, epoch, count) for epoch in range(first, last + 1)])
    return orders[position // count - first, position % count]


@lru_cache(maxsize=2)
def _order(seed: int, epoch: int, count: int) -> Tensor:
    generator = torch.Generator().manual_seed(seed * _STEP_STRIDE + epoch)
    return torch.randperm(count, generator=generator)


@dataclass(frozen=True)
class Squares:
    """Photos brought to one square size."""

    rgb: Tensor
    """(B, 3, side, side) float32 sRGB in [0, 1]."""
    inside: Tensor | None = None
    """(B, 1, side, side) bool: where there is photo and not padding; None if everywhere."""


def crop_batch(
    store: PhotoStore,
    indices: Tensor,
    side: int,
    config: DataConfig,
    generator: torch.Generator,
    rows: slice = slice(None),
) -> Squares:
    """Make one square of each photo, as ``config.fit`` says.

    Args:
        store: The photos, on any device.
        indices: (B,), on the CPU, which photos.
        side: Of the squares, in pixels.
        config: The ranges of the augmentation.
        generator: On the CPU; the squares are a function of its state.
        rows: The part of the batch to make; its squares are those of the whole batch.

    Returns:
        Squares on the store's device.
    """
    device = store.canvas.device
    matrix, shift = _random_maps(store.sizes[indices], config, generator)
    matrix, shift = matrix[rows].to(device), shift[rows].to(device)
    indices = indices[rows]
    line = (torch.arange(side, device=device) + 0.5) / side - 0.5
    y, x = torch.meshgrid(line, line, indexing="ij")
    square = torch.stack((x, y), dim=-1)  # (side, side, 2), in [-0.5, 0.5]
    points = torch.einsum("bij,hwj->bhwi", matrix, square) + shift[:, None, None]  # photo pixels
    size = store.sizes[indices].to(device).flip(1)[:, None, None].float()
    inside = None
    if config.fit == "letterbox":
        inside = ((points > -0.5) & (points < size - 0.5)).all(dim=-1).unsqueeze(1)
    points = _reflect(points, size)
    transposed = store.transposed[indices].to(device)
    points = torch.where(transposed[:, None, None, None], points.flip(-1), points)
    extent = points.new_tensor((store.canvas.shape[3], store.canvas.shape[2]))
    grid = (points + 0.5) * 2 / extent - 1
    canvas = store.canvas[indices.to(device)].float().div_(255)
    rgb = F.grid_sample(canvas, grid, align_corners=False)
    return Squares(rgb if inside is None else rgb * inside, inside)


def _random_maps(
    sizes: Tensor, config: DataConfig, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Return (B, 2, 2) and (B, 2): how a unit square maps to (x, y) in the photo's pixels."""
    count = sizes.shape[0]

    def spread(amount: float) -> Tensor:
        return (torch.rand(count, generator=generator) * 2 - 1) * amount

    whole = sizes.flip(1).float()  # (B, 2), width and height
    farthest = 1 + config.zoom
    nearest = config.nearest or 1 - config.zoom
    part = (farthest + nearest) / 2 + spread((farthest - nearest) / 2)
    extent = _EXTENTS[config.fit](whole) * part[:, None]
    angle, shear = spread(math.radians(config.rotation)), spread(config.shear)
    mirror = torch.ones(count)
    if config.flip:
        mirror[torch.rand(count, generator=generator) < 0.5] = -1
    first = torch.stack((torch.cos(angle), -torch.sin(angle + shear)), dim=1)
    second = torch.stack((torch.sin(angle), torch.cos(angle + shear)), dim=1)
    matrix = torch.stack((first, second), dim=1) * extent[:, :, None]
    matrix[:, :, 0] *= mirror[:, None]
    shift = whole / 2 - 0.5
    if config.shift:
        room = (whole - extent).clamp(min=0) / 2
        shift = shift + room * (torch.rand(count, 2, generator=generator) * 2 - 1)
    return matrix, shift


def _reflect(points: Tensor, size: Tensor) -> Tensor:
    """Mirror coordinates outside [0, size - 1] back into the photo."""
    last = (size - 1).clamp(min=1e-3)
    folded = points.remainder(2 * last)
    return torch.where(folded > last, 2 * last - folded, folded)
