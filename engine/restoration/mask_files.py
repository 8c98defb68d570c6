"""Masks of damage in files: pictures and polygons for other programs, outlines for reports.

A mask that came from an infrared channel or was painted elsewhere can be read, too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from engine.files.image_io import read_photo, write_photo
from engine.opencv import cv2
from engine.restoration.mask_polygons import SUFFIX, read_polygons, write_polygons
from engine.restoration.spoilage.noise import plane_of

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.photo.photo import Size

_HALF = 0.5


def read_mask(path: Path, size: Size, token: CancelToken | None = None) -> NDArray[np.bool_]:
    """Return (H, W), true where polygons are or a picture is lighter than middle gray: damage.

    Args:
        path: A picture of the photo's size, or a file of polygons that ends in .json.
        size: Height and width of the photo in pixels.
        token: Checked while a picture is read.

    Raises:
        ImageError: If a picture cannot be read.
        ValueError: If it is not of the photo's size, or no file of polygons; says so in a sentence
            for the user.
    """
    if path.suffix.lower() == SUFFIX:
        return read_polygons(path, size)
    photo = read_photo(path, token=token)
    if photo.size != size:
        sides = f"{photo.size[1]} × {photo.size[0]} pixels, the photo {size[1]} × {size[0]}"
        msg = f"The mask “{path}” has {sides}; they must be of the same size."
        raise ValueError(msg)
    return plane_of(photo.pixels) > _HALF


def write_mask(path: Path, mask: NDArray[np.bool_], *, overwrite: bool = False) -> None:
    """Write a mask as a picture, white where damage is, or as polygons if the name ends in .json.

    Raises:
        ImageError: If it cannot be written.
    """
    if path.suffix.lower() == SUFFIX:
        write_polygons(path, mask, overwrite=overwrite)
        return
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
