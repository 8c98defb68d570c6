"""L*a*b* as TIFF stores it, brought to sRGB.

References:
    TIFF 6.0 (1992), section 23 (CIELab); Adobe PageMaker 6.0 TIFF Technical Notes (ICCLab);
    CIE 15:2004; IEC 61966-2-1 (sRGB). White is D50, as in ICC's profile connection space.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.files.profiles import bands

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Pixels

_D50 = np.array((0.9642, 1.0, 0.8249))
_D50_TO_SRGB = np.array(
    (
        (3.1338561, -1.6168667, -0.4906146),
        (-0.9787684, 1.9161415, 0.0334540),
        (0.0719453, -0.2289914, 1.4052427),
    )
)
"""XYZ under D50 to linear sRGB, by Bradford: Lindbloom, "RGB/XYZ Matrices"."""
_DELTA = 6 / 29


def srgb_of_lab(values: NDArray[Any], *, is_icc: bool) -> Pixels:
    """Return (H, W, 1) or (H, W, 3) sRGB of L* alone or L*a*b*, in as many bits.

    Args:
        values: (H, W, 1) or (H, W, 3), uint8 or uint16 as they lie in the file.
        is_icc: Whether a* and b* are shifted by half their range, as ICC does, or signed.
    """
    out: Pixels = np.empty(values.shape, values.dtype)
    whole = np.iinfo(out.dtype).max
    for rows in bands(out):
        lab = _lab(values[rows], is_icc=is_icc)
        out[rows] = np.round(_srgb(lab) * whole)[..., : values.shape[2]]
    return out


def _lab(values: NDArray[Any], *, is_icc: bool) -> NDArray[np.float64]:
    """Return (H, W, 3) L*a*b* in its own units."""
    wide = values.dtype.itemsize == 2
    step = 256 if wide else 1
    lab = np.zeros((*values.shape[:2], 3))
    lab[..., 0] = values[..., 0] * (100 / (65280 if wide and is_icc else 65535 if wide else 255))
    if values.shape[2] == 3:
        whole = 256 * step
        stored = values[..., 1:].astype(np.int32)
        shifted = stored - whole // 2
        # the upper half of what is signed is negative
        lab[..., 1:] = (shifted if is_icc else (shifted & (whole - 1)) - whole // 2) / step
    return lab


def _srgb(lab: NDArray[np.float64]) -> NDArray[np.float64]:
    middle = (lab[..., 0] + 16) / 116
    f = np.stack((middle + lab[..., 1] / 500, middle, middle - lab[..., 2] / 200), axis=2)
    xyz = np.where(f > _DELTA, f**3, 3 * _DELTA**2 * (f - 4 / 29)) * _D50
    linear = np.clip(xyz @ _D50_TO_SRGB.T, 0, 1)
    encoded = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.asarray(np.clip(encoded, 0, 1), np.float64)
