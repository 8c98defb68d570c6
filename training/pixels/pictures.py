"""Squares of gray photos that are kept on the device as bytes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from training.config import DataConfig
from training.data import damage
from training.data.datasets import load_photos
from training.degradation.film import uniform

if TYPE_CHECKING:
    from pathlib import Path

    from torch import Tensor

    from training.pixels.task import Sources

_SMALL = 192
"""Pixels, the side of small photos."""
_CHUNK = 256
"""Photos whose gray is computed at a time, so that memory does not grow with their number."""
_REC601 = (0.299, 0.587, 0.114)


class Pictures:
    """Gray photos of one size, to cut squares from."""

    def __init__(self, photos: Tensor) -> None:
        """Keep (N, 1, S, S) uint8 on the device where they are."""
        first = damage.first_watched(len(photos))
        self._trained, self._watched = photos[:first], photos[first:]

    def squares(self, side: int, zoom: Tensor, chance: torch.Generator, *, watched: bool) -> Tensor:
        """Return (B, 1, side, side), 0 to 1, from random places, turned and mirrored.

        A zoom of 1 takes pixels as they are.

        Args:
            side: Of the squares in pixels.
            zoom: (B,), pixels of a square per pixel of its photo.
            chance: Of photos, places and turns.
            watched: Whether from photos that are not trained on.
        """
        photos = self._watched if watched else self._trained
        count, size = len(zoom), photos.shape[-1]
        index = torch.randint(len(photos), (count,), generator=chance, device=chance.device)
        half = side / zoom / 2
        free = (size / 2 - half).clamp(min=0)
        center = size / 2 + (2 * uniform(0, 1, 2 * count, chance).view(2, count) - 1) * free
        center = torch.where(zoom == 1, (center - side / 2).round() + side / 2, center)
        quarter = torch.randint(4, (count,), generator=chance, device=chance.device) * torch.pi / 2
        mirror = 1 - 2 * torch.randint(2, (count,), generator=chance, device=chance.device)
        cos, sin = quarter.cos().round(), quarter.sin().round()
        scale, shift = 2 * half / size, 2 * center / size - 1
        theta = torch.stack(
            (
                cos * scale * mirror,
                -sin * scale,
                shift[0],
                sin * scale * mirror,
                cos * scale,
                shift[1],
            ),
            dim=1,
        ).view(count, 2, 3)
        grid = F.affine_grid(theta, [count, 1, side, side], align_corners=False)
        chosen = photos[index].float() / 255
        return F.grid_sample(chosen, grid, padding_mode="reflection", align_corners=False)


def sharp_photos(sources: Sources) -> Tensor:
    """Return the sharp photos that are not held back, (N, 1, 512, 512) uint8, on the device."""
    photos = np.stack(list(damage.load_photos(sources.data, held_back=False)))
    return torch.from_numpy(photos)[:, None].to(sources.device)


def small_photos(folder: Path, limit: int, device: torch.device) -> Tensor:
    """Return the gray of training photos, (N, 1, 192, 192) uint8: squares from their middle.

    Args:
        folder: Shards or a folder of photos; those that are smaller are left out.
        limit: Look at so many of them at most.
        device: Where they are kept.

    Raises:
        ValueError: If there is none.
    """
    config = DataConfig(store_size=_SMALL, limit=limit)
    store = load_photos(folder, "train", config, limit=limit)
    whole = store.sizes.amin(dim=1) >= _SMALL
    if not whole.any():
        msg = f"no photo in {folder} has {_SMALL} pixels on its short side"
        raise ValueError(msg)
    extra = (store.sizes.amax(dim=1) - _SMALL).clamp(min=0) // 2
    columns = extra[whole][:, None] + torch.arange(_SMALL)
    weights = torch.tensor(_REC601).view(1, 3, 1, 1)
    parts = zip(store.canvas[whole].split(_CHUNK), columns.split(_CHUNK), strict=True)
    return torch.cat([_middle(part, place, weights) for part, place in parts]).to(device)


def _middle(canvas: Tensor, columns: Tensor, weights: Tensor) -> Tensor:
    """Return the gray of some columns of each photo."""
    gray = (canvas.float() * weights).sum(dim=1, keepdim=True)
    index = columns[:, None, None].expand(-1, 1, gray.shape[2], -1)
    return gray.gather(3, index).round().byte()
