"""Lightness of pixels by tables: what ``color.lightness_from_rgb`` says, several times sooner."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.opencv import cv2
from engine.photo.color import LUMINANCE_OF_RGB, lightness_from_luminance, linear_from_rgb

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.photo.photo import Pixels

_STEPS = (1 << 16) - 1
"""Of luminance, for 8-bit photos: near black, where L rises fastest, one is 0.014 of L."""


def lightness_from_pixels(pixels: Pixels) -> Tensor:
    """Return L in [0, 100], (1, H, W), of (H, W, 1 or 3) sRGB pixels, uint8 or uint16."""
    return torch.from_numpy(lightness_plane(pixels))[None]


def lightness_plane(pixels: Pixels) -> NDArray[np.float32]:
    """Return L in [0, 100], (H, W), of (H, W, 1 or 3) sRGB pixels, uint8 or uint16."""
    bits = 8 * pixels.dtype.itemsize
    pixels = np.ascontiguousarray(pixels)
    if pixels.shape[2] == 1:
        return _looked_up(_gray_table(bits), pixels[..., 0])
    linear = _looked_up(_linear_table(bits), pixels)  # (H, W, 3)
    weights = np.array([LUMINANCE_OF_RGB], np.float32)
    summed = cv2.transform(linear, weights)
    luminance = np.asarray(summed, np.float32).reshape(pixels.shape[:2])
    if bits > 8:
        return _lightness(luminance)
    luminance *= _STEPS
    luminance += 0.5
    return _luminance_table().take(luminance.astype(np.int32), mode="clip")


def _looked_up(table: NDArray[np.float32], pixels: Pixels) -> NDArray[np.float32]:
    if pixels.dtype == np.uint8:
        return np.asarray(cv2.LUT(pixels, table), np.float32).reshape(pixels.shape)
    return table.take(pixels)


def _lightness(luminance: NDArray[np.float32]) -> NDArray[np.float32]:
    found: NDArray[np.float32] = lightness_from_luminance(torch.from_numpy(luminance)).numpy()
    return found


@lru_cache(maxsize=2)
def _linear_table(bits: int) -> NDArray[np.float32]:
    """Return linear light for every value of so many bits."""
    table: NDArray[np.float32] = linear_from_rgb(_ramp(1 << bits)).float().numpy()
    return table


@lru_cache(maxsize=2)
def _gray_table(bits: int) -> NDArray[np.float32]:
    """Return L for every gray of so many bits."""
    return _lightness(_linear_table(bits))


@lru_cache(maxsize=1)
def _luminance_table() -> NDArray[np.float32]:
    """Return L for every step of luminance."""
    return _lightness(_ramp(_STEPS + 1).float().numpy())


def _ramp(count: int) -> Tensor:
    return torch.linspace(0, 1, count, dtype=torch.float64)
