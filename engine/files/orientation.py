"""Turn stored pixels upright, and photos as a person wants them.

References:
    TIFF 6.0 (1992), Orientation; the same numbers in CIPA DC-008 (EXIF).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

import numpy as np

from engine.files.exif import upright as upright_exif

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.metadata import Metadata
    from engine.photo.photo import Photo, Pixels

Kind = TypeVar("Kind", bound=np.generic)
_SWAPPING = 6
"""One of the orientations that swap the sides."""


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


def turn_to(photo: Photo, turn: tuple[int, bool]) -> Photo:
    """Return a photo as it lies after so many turns since it was read; itself if it does already.

    Every pixel stays what it is. The resolution turns too.

    Args:
        photo: As it was read, or turned before.
        turn: Quarter turns clockwise, 0 to 3, after swapping left and right or not.
    """
    if photo.turned == turn:
        return photo
    before = photo.turned
    swaps = (turn[0] - before[0]) % 2 == 1
    return replace(
        photo,
        pixels=turned_pixels(photo.pixels, before, turn),
        alpha=None if photo.alpha is None else turned_pixels(photo.alpha, before, turn),
        metadata=_with_sides_swapped(photo.metadata) if swaps else photo.metadata,
        turned=turn,
    )


def turned_pixels(
    pixels: NDArray[Kind], before: tuple[int, bool], after: tuple[int, bool]
) -> NDArray[Kind]:
    """Return (H, W, …) pixels of a photo that lies in one way as they lie in another."""
    plain = np.rot90(pixels, before[0])  # counterclockwise
    if before[1] != after[1]:
        plain = plain[:, ::-1]
    return np.ascontiguousarray(np.rot90(plain, -after[0]))


def _with_sides_swapped(metadata: Metadata) -> Metadata:
    dpi, exif = metadata.dpi, metadata.exif
    if exif:
        exif = upright_exif(exif, _SWAPPING)
    return replace(metadata, dpi=None if dpi is None else dpi[::-1], exif=exif)
