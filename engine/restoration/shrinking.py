"""A picture with holes at half its size."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Picture = NDArray[np.float32]
    """(h, w, channels), any range."""
    Mask = NDArray[np.bool_]


def halved(picture: Picture, unknown: Mask) -> tuple[Picture, Mask]:
    """Return half the size; known pixels are averaged without those that are unknown."""
    size = max(1, unknown.shape[1] // 2), max(1, unknown.shape[0] // 2)
    known = (~unknown).astype(np.float32)
    share = cv2.resize(known, size, interpolation=cv2.INTER_AREA)
    total = cv2.resize(picture * known[..., None], size, interpolation=cv2.INTER_AREA)
    mean = total.reshape(*share.shape, -1) / np.maximum(share, 1e-3)[..., None]
    return mean.astype(np.float32, copy=False), share < 0.999
