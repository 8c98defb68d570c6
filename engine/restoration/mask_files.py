"""Masks of damage in files: pictures for other programs, outlines for reports.

A mask that came from an infrared channel or was painted elsewhere can be read, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.files.image_io import read_photo, write_photo
from engine.opencv import cv2
from engine.restoration.spoilage.noise import plane_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo.photo import Size

_HALF = 0.5


def read_mask(path: Path, size: Size, token: CancelToken | None = None) -> NDArray[np.bool_]:
    """Return (H, W), true where a picture is lighter than middle gray: what is damaged.

    Raises:
        ImageError: If it cannot be read.
        ValueError: If it is not of the photo's size; says so in a sentence for the user.
    """
    photo = read_photo(path, token=token)
    if photo.size != size:
        sides = f"{photo.size[1]} × {photo.size[0]} pixels, the photo {size[1]} × {size[0]}"
        msg = f"The mask “{path}” has {sides}; they must be of the same size."
        raise ValueError(msg)
    return plane_of(photo.pixels) > _HALF


def write_mask(path: Path, mask: NDArray[np.bool_], *, overwrite: bool = False) -> None:
    """Write a mask as a picture, white where damage is.

    Raises:
        ImageError: If it cannot be written.
    """
    white = mask.astype(np.uint8) * 255
    write_photo(path, np.repeat(white[..., None], 3, axis=2), overwrite=overwrite)


def outlines(mask: NDArray[np.bool_]) -> list[list[tuple[float, float]]]:
    """Return the outer outline of each connected part, x and y as shares of width and height."""
    height, width = mask.shape
    contours, _ = cv2.findContours(
        mask.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE
    )
    scale = np.array([1 / width, 1 / height])
    return [
        [(round(float(x), 5), round(float(y), 5)) for x, y in (c[:, 0] + 0.5) * scale]
        for c in contours
    ]
