"""Where faces are: the skin that everybody judges first."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from skimage.data import lbp_frontal_face_cascade_filename
from skimage.feature import Cascade

from engine.opencv import cv2
from training.evaluation.metrics import is_skin_toned, lab, skin_faults
from training.evaluation.quality import ratio

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.evaluation.quality import Figure

    Photos = Sequence[NDArray[np.uint8]]

_SMALLEST = 24
"""Pixels, the side of the window that the cascade was trained on."""
_GROWTH = 1.2
_SAME_SKIN = 8.0
"""Distance in ab from a face's median color within which other skin of the photo may be its own."""
_NECK = 3
"""Pixels around a face that belong to it."""
_LEAST_BODY = 0.001
_SQUARE = np.ones((3, 3), np.uint8)
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


def body_skin(rgb: NDArray[np.uint8], face: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which pixels beyond the faces have the faces' own skin color: arms, hands, legs.

    Wood and sand of that very color count too, but only in photos with a face of that color.

    Args:
        rgb: The true photo, (H, W, 3).
        face: What :func:`face_skin` says of it, (H, W).

    Returns:
        (H, W): regions of at least a thousandth of the photo.
    """
    picture = lab(rgb)
    if not face.any():
        return np.zeros(face.shape, bool)
    tone = np.median(picture[face][:, 1:], axis=0)
    near = np.linalg.norm(picture[..., 1:] - tone, axis=-1) < _SAME_SKIN
    around = cv2.dilate(face.astype(np.uint8), _SQUARE, iterations=_NECK)
    beyond = (is_skin_toned(picture) & near & (around == 0)).astype(np.uint8)
    firm = cv2.morphologyEx(beyond, cv2.MORPH_OPEN, _SQUARE)
    _count, regions = cv2.connectedComponents(firm)
    sizes = np.bincount(regions.ravel())
    sizes[0] = 0
    large: NDArray[np.bool_] = (sizes >= _LEAST_BODY * face.size)[regions]
    return large


def skin_faults_of(outputs: Photos, faces: Sequence[NDArray[np.bool_]]) -> tuple[Figure, Figure]:
    """Return which part of the skin of faces has a wrong hue, and which is desaturated.

    Args:
        outputs: Colored photos, (H, W, 3) each.
        faces: What :func:`face_skin` or :func:`body_skin` says of the true ones.

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
    pixels, wrong_hue, desaturated = np.array(rows).T
    return ratio(wrong_hue, pixels), ratio(desaturated, pixels)


@cache
def _cascade() -> Cascade:
    return Cascade(lbp_frontal_face_cascade_filename())
