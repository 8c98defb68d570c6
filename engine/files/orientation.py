"""Turn stored pixels upright.

References:
    TIFF 6.0 (1992), Orientation; the same numbers in CIPA DC-008 (EXIF).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from engine.photo.photo import Pixels


def apply(pixels: Pixels, orientation: int) -> Pixels:
    """Return (H, W, ...) pixels as they are to be seen; the same array if they already are.

    Args:
        pixels: As stored.
        orientation: 1 to 8; above 4 the sides are swapped.
    """
    if orientation == 1:
        return pixels
    turned = np.swapaxes(pixels, 0, 1) if orientation >= 5 else pixels
    if orientation in (3, 4, 7, 8):
        turned = turned[::-1]
    if orientation in (2, 3, 6, 7):
        turned = turned[:, ::-1]
    return np.ascontiguousarray(turned)
