"""sRGB and CIE Lab on tensors, D65 white, 2 degree observer; differentiable, on any device.

Every function takes and returns planes: (..., C, H, W), floating point.

References:
    IEC 61966-2-1:1999 (sRGB transfer function); CIE 15:2004, 8.2.1 (Lab); the matrix is the
    six-digit one of Poynton, "Frequently asked questions about color" (1997), 18, which
    scikit-image uses too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import torch
from torch import Tensor

from engine.photo.one_color import DELTA, WHITE_X, WHITE_Z, XYZ_FROM_RGB

if TYPE_CHECKING:
    from numpy.typing import NDArray

AB_SCALE = 110.0
"""Divisor that brings the a and b of sRGB colors near [-1, 1] (Zhang et al., 2016)."""

RGB_FROM_WHITE_FREE = (
    torch.linalg.inv(torch.tensor(XYZ_FROM_RGB, dtype=torch.float64))
    * torch.tensor((WHITE_X, 1.0, WHITE_Z), dtype=torch.float64)
).tolist()
"""Linear RGB from X, Y and Z, each divided by that of the white."""
LUMINANCE_OF_RGB = XYZ_FROM_RGB[1]
"""What each channel of linear RGB adds to luminance."""
TINY = 1e-6
"""Chroma below which a color counts as gray when it is brought into the gamut."""


def planes_from_pixels(pixels: NDArray[np.uint8 | np.uint16]) -> Tensor:
    """Copy (H, W, C) uint8 or uint16 to (C, H, W) float32 in [0, 1]."""
    if pixels.dtype == np.uint16:  # torch can do little with its own uint16
        planes = np.moveaxis(pixels, 2, 0).astype(np.float32, order="C")
        return torch.from_numpy(planes).div_(65535)
    return torch.from_numpy(np.ascontiguousarray(pixels)).permute(2, 0, 1).float().div_(255)


def linear_from_rgb(rgb: Tensor) -> Tensor:
    """Decode gamma-encoded sRGB in [0, 1] to linear light in [0, 1]."""
    # the clamp keeps the gradient of the branch not taken finite
    bright = ((rgb.clamp(min=0.04045) + 0.055) / 1.055).pow(2.4)
    return torch.where(rgb > 0.04045, bright, rgb / 12.92)


def rgb_from_linear(linear: Tensor) -> Tensor:
    """Encode linear light in [0, 1] as gamma-encoded sRGB in [0, 1]."""
    bright = linear.clamp(min=0.0031308).pow(1 / 2.4).mul(1.055).sub(0.055)
    return torch.where(linear > 0.0031308, bright, linear * 12.92)


def lightness_from_rgb(rgb: Tensor) -> Tensor:
    """Return L in [0, 100], (..., 1, H, W), of sRGB or gray in [0, 1], (..., 3 or 1, H, W)."""
    if rgb.shape[-3] == 1:
        return lightness_from_luminance(linear_from_rgb(rgb))
    red, green, blue = linear_from_rgb(rgb).unbind(-3)
    y_red, y_green, y_blue = LUMINANCE_OF_RGB
    luminance = y_red * red + y_green * green + y_blue * blue
    return lightness_from_luminance(luminance).unsqueeze(-3)


def lightness_from_luminance(luminance: Tensor) -> Tensor:
    """Return L in [0, 100] of luminance in [0, 1], any shape."""
    return _lab_curve(luminance).mul(116).sub(16)


def gray_from_lightness(lightness: Tensor) -> Tensor:
    """Return the gamma-encoded gray in [0, 1] of L in [0, 100], any shape."""
    luminance = _inverse_lab_curve((lightness + 16) / 116).clamp(0, 1)
    return rgb_from_linear(luminance)


def rgb_to_lab(rgb: Tensor) -> Tensor:
    """Convert gamma-encoded sRGB to CIE Lab.

    Args:
        rgb: (..., 3, H, W), sRGB in [0, 1].

    Returns:
        Same shape, dtype and device; L in [0, 100], a in about [-86, 98], b in [-108, 94].

    Raises:
        ValueError: If there are not three planes.
    """
    _require_planes(rgb, 3)
    red, green, blue = linear_from_rgb(rgb).unbind(-3)
    X, Y, Z = (r * red + g * green + b * blue for r, g, b in XYZ_FROM_RGB)
    fx, fy, fz = _lab_curve(X / WHITE_X), _lab_curve(Y), _lab_curve(Z / WHITE_Z)
    return torch.stack((116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)), dim=-3)


def lab_to_rgb(lab: Tensor) -> Tensor:
    """Convert CIE Lab to gamma-encoded sRGB; colors outside the gamut lose chroma.

    A color that sRGB cannot show moves along the straight line, in linear light, to the gray of
    the same luminance, until it can be shown. L is a function of luminance alone, so it stays
    exactly what it was.

    Args:
        lab: (..., 3, H, W), L in [0, 100].

    Returns:
        Same shape, dtype and device; sRGB in [0, 1].

    Raises:
        ValueError: If there are not three planes.
    """
    _require_planes(lab, 3)
    fy = (lab[..., :1, :, :] + 16) / 116
    shifts = lab.new_tensor((1 / 500, -1 / 200)).view(2, 1, 1)
    fx_fz = torch.addcmul(fy, lab[..., 1:, :, :], shifts)
    luminance = _inverse_lab_curve(fy).clamp(0, 1)
    X, Z = _inverse_lab_curve(fx_fz).split(1, dim=-3)
    white_free = torch.cat((X, luminance, Z), dim=-3)  # (..., 3, H, W), XYZ over the white
    with torch.autocast(lab.device.type, enabled=False):  # bf16 would cost eight bits of color
        matrix = white_free.new_tensor(RGB_FROM_WHITE_FREE)
        linear = (matrix @ white_free.flatten(-2)).view(white_free.shape)
    return rgb_from_linear(_into_gamut(linear, luminance))


def _into_gamut(linear: Tensor, luminance: Tensor) -> Tensor:
    """Pull linear RGB toward its gray until all channels lie in [0, 1]; luminance is kept."""
    offset = linear - luminance
    above = offset.amax(-3, keepdim=True).clamp(min=TINY)
    below = offset.amin(-3, keepdim=True).clamp(max=-TINY)
    share = torch.minimum((1 - luminance) / above, luminance / -below).clamp(max=1)
    return torch.addcmul(luminance, offset, share).clamp(0, 1)


def _lab_curve(t: Tensor) -> Tensor:
    root = t.clamp(min=DELTA**3).pow(1 / 3)
    return torch.where(t > DELTA**3, root, t / (3 * DELTA**2) + 4 / 29)


def _inverse_lab_curve(f: Tensor) -> Tensor:
    # below DELTA the standard's straight line, which is the tangent of the cube there
    curved = f.clamp(min=DELTA)
    return torch.add(curved * curved * curved, f - curved, alpha=3 * DELTA**2)


def _require_planes(image: Tensor, count: int) -> None:
    if image.ndim < 3 or image.shape[-3] != count:
        msg = f"expected (..., {count}, H, W), got {tuple(image.shape)}"
        raise ValueError(msg)
