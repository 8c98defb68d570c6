"""What holes look like coarsely, as a network says: windows around them, laid over one another.

A hole is looked at where the network is at its best: at full size if it is narrow, at a half, a
quarter and so on if it is wide. Each channel is filled as a gray picture of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.cancel import check_cancelled
from engine.opencv import cv2
from engine.restoration.pixel_network import apply
from engine.restoration.shrinking import halved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.pixel_checkpoint import PixelModel

    Picture = NDArray[np.float32]
    """(h, w, channels), 0 to 1."""
    Mask = NDArray[np.bool_]

WIDEST = 24.0
"""Pixels, half the width of a hole up to which the network is shown it at that size."""
_WINDOW, _STEP = 256, 192
"""Pixels, the side of a window and the way to the next one."""


def coarse_fill(
    picture: Picture, unknown: Mask, wanted: Mask, half_width: float, model: PixelModel
) -> Picture:
    """Return a copy with what the network says in the holes that are wanted.

    Args:
        picture: (h, w, channels), 0 to 1; what is unknown in it does not matter.
        unknown: (h, w), all damage.
        wanted: (h, w), the part of it that is to be filled.
        half_width: Pixels from the innermost pixel of the hole to its rim.
        model: A network for the task ``fill``.

    Raises:
        DeviceMemoryError: If the device has no room for a window.
        DeviceFailureError: If the device is a graphics card that stopped working.
    """
    halvings = max(0, int(np.ceil(np.log2(half_width / WIDEST))))
    small, small_unknown = picture, unknown
    for _ in range(halvings):
        small, small_unknown = halved(small, small_unknown)
    size = small_unknown.shape[1], small_unknown.shape[0]
    asked = cv2.resize(wanted.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0
    said = _in_windows(small, small_unknown, asked, model)
    if halvings:
        size = unknown.shape[1], unknown.shape[0]
        enlarged = cv2.resize(said, size, interpolation=cv2.INTER_CUBIC)
        said = np.asarray(enlarged, np.float32).reshape(picture.shape)
    return np.where(wanted[..., None], np.clip(said, 0, 1), picture)


def _in_windows(picture: Picture, unknown: Mask, asked: Mask, model: PixelModel) -> Picture:
    """Return the picture with what is asked for, where windows overlap the mean of them."""
    total, weights = np.zeros_like(picture), np.full(unknown.shape, 1e-6, np.float32)
    for rows, columns in _windows(asked):
        check_cancelled()
        part, hole = picture[rows, columns], unknown[rows, columns]
        weight = _importance(hole.shape)
        total[rows, columns] += weight[..., None] * _said(part, hole, model)
        weights[rows, columns] += weight
    return np.where(asked[..., None], total / weights[..., None], picture)


def _windows(asked: Mask) -> Iterator[tuple[slice, slice]]:
    """Yield the windows in which something is asked for."""
    for top in _starts(asked.shape[0]):
        for left in _starts(asked.shape[1]):
            rows, columns = slice(top, top + _WINDOW), slice(left, left + _WINDOW)
            if asked[rows, columns].any():
                yield rows, columns


def _starts(length: int) -> list[int]:
    """Return where windows begin, evenly, so that none reaches over the end unless it must."""
    spare = max(0, length - _WINDOW)
    count = int(np.ceil(spare / _STEP)) + 1
    return [int(start) for start in np.linspace(0, spare, count).round()]


def _importance(size: tuple[int, ...]) -> NDArray[np.float32]:
    """Return how much each pixel of a window counts: the less, the nearer it is to its edge."""
    rows, columns = (np.minimum(np.arange(n) + 1, n - np.arange(n)) for n in size)
    return np.minimum.outer(rows, columns).astype(np.float32)


def _said(part: Picture, hole: Mask, model: PixelModel) -> Picture:
    """Return what the network says of a window, (h, w, channels)."""
    step = model.header.contract.multiple_of
    room = [(0, -side % step) for side in hole.shape]
    # what would be mirrored is unknown
    gray = np.pad(np.moveaxis(part, 2, 0), [(0, 0), *room], mode="edge")
    missing = np.pad(hole, room, constant_values=True)
    planes = np.stack([np.stack((plane, missing)) for plane in gray]).astype(np.float32)
    said = apply(model, torch.from_numpy(planes))[:, 0].numpy()  # (channels, H, W)
    return np.asarray(np.moveaxis(said, 0, 2)[: hole.shape[0], : hole.shape[1]], np.float32)
