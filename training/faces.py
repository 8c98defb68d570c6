"""Where faces are: the skin that everybody judges first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from skimage.data import lbp_frontal_face_cascade_filename
from skimage.feature import Cascade

from training.metrics import is_skin_toned, lab, skin_faults
from training.quality import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.quality import Figure

    Photos = Sequence[NDArray[np.uint8]]

_SMALLEST = 24
"""Pixels, the side of the window that the cascade was trained on."""
_GROWTH = 1.2
_SKIN_SHARE = 0.5
"""Of what the cascade takes for a face, two in five are something else; few of those are skin."""


def face_skin(rgb: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """Return which pixels of a true photo, (H, W, 3), are the skin of a frontal face, (H, W).

    References:
        Scikit-image's cascade of local binary patterns, the one trained for OpenCV.
    """
    skin = is_skin_toned(lab(rgb))
    mask = np.zeros(skin.shape, bool)
    largest = min(skin.shape)
    if largest < _SMALLEST:
        return mask
    found = _cascade().detect_multi_scale(
        rgb, _GROWTH, 1, (_SMALLEST, _SMALLEST), (largest, largest)
    )
    for box in found:
        rows = slice(box["r"], box["r"] + box["height"])
        columns = slice(box["c"], box["c"] + box["width"])
        mask[rows, columns] |= skin[rows, columns].mean() >= _SKIN_SHARE
    return mask & skin


def face_faults(outputs: Photos, faces: Sequence[NDArray[np.bool_]]) -> tuple[Figure, Figure]:
    """Return which part of the skin of faces is blotched, and which gray.

    Args:
        outputs: Colored photos, (H, W, 3) each.
        faces: What :func:`face_skin` says of the true ones.

    Raises:
        ValueError: If there is no face in any of them.
    """
    rows = [
        skin_faults(lab(output), skin)
        for output, skin in zip(outputs, faces, strict=True)
        if skin.any()
    ]
    if not rows:
        msg = "there are no faces in these photos"
        raise ValueError(msg)
    pixels, blotched, gray = np.array(rows).T
    return ratio(blotched, pixels), ratio(gray, pixels)


@cache
def _cascade() -> Cascade:
    return Cascade(lbp_frontal_face_cascade_filename())
