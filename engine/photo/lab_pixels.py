"""Pixels from Lab on the CPU: what ``color.lab_to_rgb`` says, several times sooner.

numpy in place, on strips that stay in the processor's cache, and a table instead of powers. torch
would start and join its threads for every one of these short steps, which takes longer than the
steps as soon as another program works too.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.opencv import cv2
from engine.photo.color import RGB_FROM_WHITE_FREE, TINY, rgb_from_linear
from engine.photo.one_color import DELTA

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Pixels

    Planes = NDArray[np.float32]

_STEPS = (1 << 16) - 1
"""Of linear light, in the table of 8-bit values: near black one is a twentieth of such a value."""


def pixels_from_lab(out: Pixels, lightness: Planes, ab: Planes) -> None:
    """Turn Lab into sRGB pixels; colors outside the gamut lose chroma, never lightness.

    Args:
        out: (H, W, 3), C-contiguous, uint8 or uint16; takes the pixels.
        lightness: (H, W), L in [0, 100].
        ab: (2, H, W).
    """
    linear = _linear_in_gamut(lightness, ab)
    if out.dtype == np.uint8:
        linear *= _STEPS
        linear += 0.5
        planes: NDArray[np.uint8 | np.uint16]
        planes = _eight_bit_table().take(linear.astype(np.int32), mode="clip")
    else:
        rgb = rgb_from_linear(torch.from_numpy(linear).clamp_(0, 1))
        planes = rgb.mul_(np.iinfo(out.dtype).max).round_().numpy().astype(out.dtype)
    cv2.merge(list(planes), dst=out)  # several times faster than a permuted copy


def _linear_in_gamut(lightness: Planes, ab: Planes) -> Planes:
    """Return linear RGB, (3, H, W), in [0, 1] but for rounding."""
    curve = np.empty((3, *lightness.shape), np.float32)  # of X, Z and Y over the white
    X, Z, Y = curve
    np.multiply(lightness, 1 / 116, out=Y)
    Y += 16 / 116
    np.multiply(ab[0], 1 / 500, out=X)
    np.multiply(ab[1], -1 / 200, out=Z)
    curve[:2] += Y
    _invert_lab_curve(curve)
    np.clip(Y, 0, 1, out=Y)
    offset = np.empty_like(curve)  # from the gray of the same luminance
    product = np.empty_like(Y)
    for plane, (x, y, z) in zip(offset, RGB_FROM_WHITE_FREE, strict=True):
        np.multiply(X, x, out=plane)
        np.add(plane, np.multiply(Y, y - 1, out=product), out=plane)
        np.add(plane, np.multiply(Z, z, out=product), out=plane)
    offset *= _share_in_gamut(offset, Y)
    offset += Y
    return offset


def _invert_lab_curve(planes: Planes) -> None:
    """Bring what Lab's curve gave back to linear light, in place."""
    curved = np.maximum(planes, DELTA)
    planes -= curved
    planes *= 3 * DELTA**2
    cube = curved * curved
    cube *= curved
    planes += cube


def _share_in_gamut(offset: Planes, luminance: Planes) -> Planes:
    """Return how far each color, (3, H, W) from its gray, may go until a channel is 0 or 1."""
    red, green, blue = offset
    above = np.maximum(red, green)
    np.maximum(above, blue, out=above)
    np.maximum(above, TINY, out=above)
    below = np.minimum(red, green)
    np.minimum(below, blue, out=below)
    np.minimum(below, -TINY, out=below)
    share = np.subtract(1, luminance)
    share /= above
    np.divide(luminance, below, out=below)
    np.negative(below, out=below)
    np.minimum(share, below, out=share)
    return np.minimum(share, 1, out=share)


@lru_cache(maxsize=1)
def _eight_bit_table() -> NDArray[np.uint8]:
    """Return the 8-bit sRGB value of every step of linear light."""
    steps = torch.linspace(0, 1, _STEPS + 1, dtype=torch.float64)
    table: NDArray[np.uint8] = rgb_from_linear(steps).mul(255).round().byte().numpy()
    return table
