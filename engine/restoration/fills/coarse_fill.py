"""What holes look like coarsely, as a network says: windows around them, laid over one another.

A hole is looked at where the network is at its best: at full size if it is narrow, at a half, a
quarter and so on if it is wide. A window serves all holes in it, and only what is in holes is kept,
so neither time nor memory grow with the photo. Each channel is filled as a gray picture of its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.cancel import check_cancelled
from engine.opencv import cv2
from engine.restoration.defects.regions import places_of
from engine.restoration.pixel_network import apply
from engine.restoration.shrinking import halved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Pixels
    from engine.restoration.defects.regions import Places

    Picture = NDArray[np.float32]
    """(h, w, channels), 0 to 1."""
    Mask = NDArray[np.bool_]

WIDEST = 24.0
"""Pixels, half the width of a hole up to which the network is shown it at that size."""
_WINDOW, _STEP = 256, 192
"""Pixels that the network sees, the side of a window and the way to the next one."""
_MOST_HALVINGS = 4


@dataclass(frozen=True, eq=False)
class CoarseFill:
    """What a network says of the pixels that it was asked about."""

    places: Places
    values: NDArray[np.float32]
    """(places, channels), 0 to 1."""

    def at(self, places: Places) -> NDArray[np.float32]:
        """Return the values of some of the places, (n, channels)."""
        return self.values[np.searchsorted(self.places, places)]


def halvings(half_width: float) -> int:
    """Return how often the surroundings of a hole are halved before the network is shown them."""
    return int(np.clip(np.ceil(np.log2(half_width / WIDEST)), 0, _MOST_HALVINGS))


def seen_around(halvings: int) -> int:
    """Return how many pixels around a hole the network may see of the photo."""
    return _WINDOW << halvings


def coarse_fill(
    pixels: Pixels,
    unknown: Mask,
    asked: Mask,
    halvings: int,
    model: Model,
    token: CancelToken | None = None,
) -> CoarseFill:
    """Return what the network says of the holes that it is asked about.

    Args:
        pixels: (H, W, channels), uint8 or uint16; what is unknown in it does not matter.
        unknown: (H, W), all damage.
        asked: (H, W), the part of it that is asked about.
        halvings: How often a window is halved before the network sees it.
        model: A network for the task ``fill``.
        token: Checked before each window.

    Raises:
        Cancelled: If ``token`` was set.
        DeviceMemoryError: If the device has no room for a window.
        DeviceFailureError: If the device is a graphics card that stopped working.
    """
    places = places_of(asked)
    total = np.zeros((len(places), pixels.shape[2]), np.float32)
    weights = np.zeros(len(places), np.float32)
    whole = np.float32(np.iinfo(pixels.dtype).max)
    for rows, columns in _windows(asked, halvings):
        check_cancelled()
        if token is not None:
            token.check()
        here = np.argwhere(asked[rows, columns])
        part = pixels[rows, columns].astype(np.float32) / whole
        said = _said(part, unknown[rows, columns], halvings, model)
        weight = _importance(said.shape)[here[:, 0], here[:, 1]]
        of_all = (here[:, 0] + rows.start) * asked.shape[1] + here[:, 1] + columns.start
        index = np.searchsorted(places, of_all)
        total[index] += weight[:, None] * said[here[:, 0], here[:, 1]]
        weights[index] += weight
    return CoarseFill(places, np.clip(total / np.maximum(weights, 1e-6)[:, None], 0, 1))


def _windows(asked: Mask, halvings: int) -> Iterator[tuple[slice, slice]]:
    """Yield the windows in which something is asked for."""
    side = _WINDOW << halvings
    for top in _starts(asked.shape[0], halvings):
        of_row = np.asarray(asked[top : top + side].any(axis=0))
        for left in _starts(asked.shape[1], halvings):
            if of_row[left : left + side].any():
                yield slice(top, top + side), slice(left, left + side)


def _starts(length: int, halvings: int) -> list[int]:
    """Return where windows begin, evenly, so that none reaches over the end unless it must."""
    spare = max(0, length - (_WINDOW << halvings))
    count = int(np.ceil(spare / (_STEP << halvings))) + 1
    return [int(start) for start in np.linspace(0, spare, count).round()]


def _importance(size: tuple[int, ...]) -> NDArray[np.float32]:
    """Return how much each pixel of a window counts: the less, the nearer it is to its edge."""
    rows, columns = (np.minimum(np.arange(n) + 1, n - np.arange(n)) for n in size[:2])
    return np.minimum.outer(rows, columns).astype(np.float32)


def _said(part: Picture, hole: Mask, halvings: int, model: Model) -> Picture:
    """Return what the network says of a window, at the window's own size."""
    small, small_hole = part, hole
    for _ in range(halvings):
        small, small_hole = halved(small, small_hole)
    step = model.contract.multiple_of
    room = [(0, -side % step) for side in small_hole.shape]
    gray = np.pad(np.moveaxis(small, 2, 0), [(0, 0), *room], mode="edge")
    missing = np.pad(small_hole, room, constant_values=True)  # rather than mirrored
    planes = np.stack([np.stack((plane, missing)) for plane in gray]).astype(np.float32)
    said = apply(model, torch.from_numpy(planes))[:, 0].numpy()  # (channels, H, W)
    said = np.moveaxis(said, 0, 2)[: small_hole.shape[0], : small_hole.shape[1]]
    if halvings:
        size = hole.shape[1], hole.shape[0]
        said = cv2.resize(said, size, interpolation=cv2.INTER_CUBIC).reshape(part.shape)
    return np.asarray(said, np.float32)
