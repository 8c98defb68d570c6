"""Take a crop out of a photo, straightened, in its own depth, piece by piece.

Only what a piece shows is asked for, so memory stays bounded however large the photo is. A crop
that stands straight is copied; one that stands aslant is resampled by Lanczos' method over eight
by eight pixels.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from engine.cancel import CancelToken
from engine.opencv import cv2
from engine.photo.photo import Window

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.photo.photo import Photo, Pixels
    from engine.recipe.crop_frame import CropFrame, Size

    # (height, width, C) of a window of the photo
    Read = Callable[[Window], Pixels]

_PIECE = 1024
"""Pixels, side of what is made at a time."""
_MARGIN = 5
"""Pixels around a piece that resampling looks at."""


def cut(
    read: Read,
    photo: Size,
    frame: CropFrame,
    out: Pixels,
    *,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> None:
    """Take a crop out of a photo.

    Args:
        read: Returns a window of the photo, of the depth and the channels of ``out``.
        photo: Its height and width in pixels.
        frame: Where the crop lies on it.
        out: (frame.height, frame.width, C), filled with what shall be seen beyond the photo.
        token: Checked between pieces.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
    """
    token = token or CancelToken()
    pieces = list(_pieces(frame.size))
    for done, piece in enumerate(pieces, 1):
        token.check()
        rows, columns = (
            slice(piece.top, piece.top + piece.height),
            slice(piece.left, piece.left + piece.width),
        )
        if frame.degrees:
            _resample(read, photo, frame, piece, out[rows, columns])
        else:
            top, left = frame.top_left
            there = Window(top + piece.top, left + piece.left, piece.height, piece.width)
            out[rows, columns] = read(there)
        if report is not None:
            report(done / len(pieces))


def cut_pixels(pixels: Pixels, frame: CropFrame, beyond: int | None = None) -> Pixels:
    """Return a crop of pixels that are there.

    Args:
        pixels: (H, W, C), all of a photo.
        frame: Where the crop lies on it.
        beyond: The value of what lies beyond the photo; white by default.
    """
    height, width, channels = pixels.shape
    if frame.covers((height, width)):
        return pixels
    white = np.iinfo(pixels.dtype).max if beyond is None else beyond
    out = np.full((*frame.size, channels), white, pixels.dtype)

    def read(window: Window) -> Pixels:
        return pixels[
            window.top : window.top + window.height, window.left : window.left + window.width
        ]

    cut(read, (height, width), frame, out)
    return out


def cut_photo(photo: Photo, frame: CropFrame) -> Photo:
    """Return a crop of a photo as a photo; beyond it lies nothing, or white if it is opaque."""
    if frame.covers(photo.size):
        return photo
    alpha = photo.alpha
    return replace(
        photo,
        pixels=cut_pixels(photo.pixels, frame),
        alpha=None if alpha is None else cut_pixels(alpha[..., None], frame, beyond=0)[..., 0],
    )


def _pieces(size: Size) -> Iterator[Window]:
    for top in range(0, size[0], _PIECE):
        for left in range(0, size[1], _PIECE):
            yield Window(top, left, min(_PIECE, size[0] - top), min(_PIECE, size[1] - left))


def _resample(read: Read, photo: Size, frame: CropFrame, piece: Window, out: Pixels) -> None:
    top, left, bottom, right = frame.bounds(piece.top, piece.left, piece.height, piece.width)
    first = max(0, math.floor(top) - _MARGIN), max(0, math.floor(left) - _MARGIN)
    last = min(photo[0], math.ceil(bottom) + _MARGIN), min(photo[1], math.ceil(right) + _MARGIN)
    if first[0] >= last[0] or first[1] >= last[1]:
        return  # all of it lies beyond the photo
    there = Window(*first, last[0] - first[0], last[1] - first[1])
    matrix = _matrix(frame, piece, there)
    turned = cv2.warpAffine(
        read(there),
        matrix,
        (piece.width, piece.height),
        flags=cv2.INTER_LANCZOS4 | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    turned = turned.reshape(out.shape).astype(out.dtype, copy=False)
    inside = _inside(matrix, piece.size, there, photo)
    if inside is None:
        out[...] = turned
    else:
        out[inside] = turned[inside]


def _matrix(frame: CropFrame, piece: Window, there: Window) -> np.ndarray:
    """Return what leads from pixels of a piece to pixels of a window, (2, 3), x before y."""
    # a pixel's number is half a pixel less than the place of its middle
    origin = frame.to_photo(piece.top + 0.5, piece.left + 0.5)
    right = frame.to_photo(piece.top + 0.5, piece.left + 1.5)
    down = frame.to_photo(piece.top + 1.5, piece.left + 0.5)
    y, x = origin[0] - there.top - 0.5, origin[1] - there.left - 0.5
    return np.array(
        (
            (right[1] - origin[1], down[1] - origin[1], x),
            (right[0] - origin[0], down[0] - origin[0], y),
        )
    )


def _inside(matrix: np.ndarray, size: Size, there: Window, photo: Size) -> np.ndarray | None:
    """Return (H, W), which pixels have their middle in the photo; None if all have."""
    rows, columns = np.indices(size, np.float32)
    x = matrix[0, 0] * columns + matrix[0, 1] * rows + matrix[0, 2] + there.left
    y = matrix[1, 0] * columns + matrix[1, 1] * rows + matrix[1, 2] + there.top
    inside = (x >= -0.5) & (y >= -0.5) & (x <= photo[1] - 0.5) & (y <= photo[0] - 0.5)
    return None if inside.all() else inside
