"""Random squares out of stored photos: the augmentation, batched, on any device.

Geometry only; color is what the network must learn.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

if TYPE_CHECKING:
    from torch import Tensor

    from training.config import DataConfig
    from training.datasets import PhotoStore

_STEP_STRIDE = 1_000_003


def batch_indices(seed: int, step: int, batch_size: int, count: int) -> Tensor:
    """Return which photos a step sees, (batch_size,): every photo once per epoch, shuffled."""
    position = step * batch_size + torch.arange(batch_size)
    epochs = position // count
    orders = {
        int(epoch): torch.randperm(
            count, generator=torch.Generator().manual_seed(seed * _STEP_STRIDE + int(epoch))
        )
        for epoch in epochs.unique()
    }
    return torch.stack(
        [orders[int(e)][int(p) % count] for e, p in zip(epochs, position, strict=True)]
    )


def crop_batch(
    store: PhotoStore,
    indices: Tensor,
    side: int,
    config: DataConfig,
    generator: torch.Generator,
) -> Tensor:
    """Cut one random square from each photo.

    Args:
        store: The photos, on any device.
        indices: (B,), which photos.
        side: Of the squares, in pixels.
        config: The ranges of the augmentation.
        generator: On the CPU; the squares are a function of its state.

    Returns:
        (B, 3, side, side) float32 sRGB in [0, 1], on the store's device.
    """
    device = store.canvas.device
    matrix, shift = _random_maps(store.sizes[indices.to(device)].cpu(), config, generator)
    matrix, shift = matrix.to(device), shift.to(device)
    indices = indices.to(device)
    line = (torch.arange(side, device=device) + 0.5) / side - 0.5
    y, x = torch.meshgrid(line, line, indexing="ij")
    square = torch.stack((x, y), dim=-1)  # (side, side, 2), in [-0.5, 0.5]
    points = torch.einsum("bij,hwj->bhwi", matrix, square) + shift[:, None, None]  # photo pixels
    points = _reflect(points, store.sizes[indices].flip(1)[:, None, None].float())
    points = torch.where(store.transposed[indices][:, None, None, None], points.flip(-1), points)
    extent = points.new_tensor((store.canvas.shape[3], store.canvas.shape[2]))
    grid = (points + 0.5) * 2 / extent - 1
    canvas = store.canvas[indices].float().div_(255)
    return F.grid_sample(canvas, grid, align_corners=False)


def _random_maps(
    sizes: Tensor, config: DataConfig, generator: torch.Generator
) -> tuple[Tensor, Tensor]:
    """Return (B, 2, 2) and (B, 2): how a unit square maps to (x, y) in the photo's pixels."""
    count = sizes.shape[0]

    def spread(amount: float) -> Tensor:
        return (torch.rand(count, generator=generator) * 2 - 1) * amount

    height, width = sizes.unbind(1)
    side = sizes.amin(1) * (1 + spread(config.zoom))
    angle, shear = spread(math.radians(config.rotation)), spread(config.shear)
    mirror = torch.ones(count)
    if config.flip:
        mirror[torch.rand(count, generator=generator) < 0.5] = -1
    first = torch.stack((torch.cos(angle), -torch.sin(angle + shear)), dim=1)
    second = torch.stack((torch.sin(angle), torch.cos(angle + shear)), dim=1)
    matrix = torch.stack((first, second), dim=1) * side[:, None, None]
    matrix[:, :, 0] *= mirror[:, None]
    shift = torch.stack((width, height), dim=1) / 2 - 0.5
    if config.shift:
        room = (torch.stack((width, height), dim=1) - side[:, None]).clamp(min=0) / 2
        shift = shift + room * (torch.rand(count, 2, generator=generator) * 2 - 1)
    return matrix, shift


def _reflect(points: Tensor, size: Tensor) -> Tensor:
    """Mirror coordinates outside [0, size - 1] back into the photo."""
    last = (size - 1).clamp(min=1e-3)
    folded = points.remainder(2 * last)
    return torch.where(folded > last, 2 * last - folded, folded)
