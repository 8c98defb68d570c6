"""The numbers in a TIFF file, over the whole range of 8 or 16 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import ImageError, ImageProblem
from engine.files.profiles import bands

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from tifffile import TiffPage

    from engine.photo.photo import Pixels

_LEAST, _MOST = 340, 341  # SMinSampleValue, SMaxSampleValue
_UNSIGNED, _FLOAT, _UNDEFINED = 1, 3, 4
_OVER_WHITE = ((1.0, 16.0, 0.01), (255.0, 256.0, 0.05), (65535.0, 65536.0, 0.05))
"""White, a number above it, and the share of all samples that may be greater: highlights of a photo
in linear light lie above its white, and a few samples are anything at all."""


def scaled(path: Path, values: NDArray[Any], page: TiffPage) -> Pixels:
    """Return (H, W, C) values as uint8 or uint16, white at its largest number.

    Floating point is white at what the file names as its greatest sample; else at 1, or, if
    more than a few values are far greater, at 255 or 65535. What is outside is clipped.

    Raises:
        ImageError: If the values are of no kind that has a meaning here.
    """
    if values.dtype in (np.uint8, np.uint16) and page.bitspersample == 8 * values.dtype.itemsize:
        return np.ascontiguousarray(values)
    if page.sampleformat in (_UNSIGNED, _UNDEFINED) and values.dtype.kind in "ub":
        return _stretched(values, 0, (1 << page.bitspersample) - 1, wide=page.bitspersample > 8)
    if page.sampleformat == _FLOAT and values.dtype.kind == "f":
        return _stretched(values, *_float_range(path, values, page), wide=True)
    detail = f"{page.bitspersample} bits, sample format {page.sampleformat}"
    raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, detail)


def _float_range(path: Path, values: NDArray[Any], page: TiffPage) -> tuple[float, float]:
    least, most = page.tags.valueof(_LEAST), page.tags.valueof(_MOST)
    if isinstance(least, float) and isinstance(most, float) and 0 < most - least < np.inf:
        return least, most
    for white, limit, share in _OVER_WHITE:
        if _count_above(values, limit) <= share * values.size:
            return 0.0, white
    raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, "floating point far above 65535")


def _count_above(values: NDArray[Any], limit: float) -> int:
    return sum(int((values[rows] > limit).sum()) for rows in bands(values))


def _stretched(values: NDArray[Any], least: float, most: float, *, wide: bool) -> Pixels:
    kind = np.uint16 if wide else np.uint8
    whole = np.iinfo(kind).max
    out = np.empty(values.shape, kind)
    for rows in bands(values):
        with np.errstate(invalid="ignore"):  # what is no number has a meaning below
            band = values[rows].astype(np.float64)
        band = np.nan_to_num((band - least) / (most - least), nan=0.0)
        out[rows] = np.round(np.clip(band, 0, 1) * whole)
    return out
