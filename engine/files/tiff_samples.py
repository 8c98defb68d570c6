"""The numbers in a TIFF file, over the whole range of 8 or 16 bits."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from engine.errors import ImageError, ImageProblem

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from tifffile import TiffPage

    from engine.photo import Pixels

_LEAST, _MOST = 340, 341  # SMinSampleValue, SMaxSampleValue
_UNSIGNED, _FLOAT = 1, 3
_BAND_ROWS = 256


def scaled(path: Path, values: NDArray[Any], page: TiffPage) -> Pixels:
    """Return (H, W, C) values as uint8 or uint16, white at its largest number.

    Floating point is white at what the file names as its greatest sample; else at 1, or, if
    there are greater values, at 255 or 65535. What is outside is clipped.

    Raises:
        ImageError: If the values are of no kind that has a meaning here.
    """
    if values.dtype in (np.uint8, np.uint16) and page.bitspersample == 8 * values.dtype.itemsize:
        return np.ascontiguousarray(values)
    if page.sampleformat == _UNSIGNED and values.dtype.kind in "ub":
        return _stretched(values, 0, (1 << page.bitspersample) - 1, wide=page.bitspersample > 8)
    if page.sampleformat == _FLOAT and values.dtype.kind == "f":
        return _stretched(values, *_float_range(path, values, page), wide=True)
    detail = f"{page.bitspersample} bits, sample format {page.sampleformat}"
    raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, detail)


def _float_range(path: Path, values: NDArray[Any], page: TiffPage) -> tuple[float, float]:
    least, most = page.tags.valueof(_LEAST), page.tags.valueof(_MOST)
    if isinstance(least, float) and isinstance(most, float) and least < most < np.inf:
        return least, most
    greatest = max(float(_greatest(values[top : top + _BAND_ROWS])) for top in _tops(values))
    for white in (1.0, 255.0, 65535.0):
        if greatest <= white * 1.001:
            return 0.0, white
    detail = f"floating point up to {greatest:g}"
    raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, detail)


def _greatest(band: NDArray[Any]) -> float:
    finite = band[np.isfinite(band)]
    return float(finite.max()) if finite.size else 0.0


def _stretched(values: NDArray[Any], least: float, most: float, *, wide: bool) -> Pixels:
    kind = np.uint16 if wide else np.uint8
    whole = np.iinfo(kind).max
    out = np.empty(values.shape, kind)
    for top in _tops(values):
        band = values[top : top + _BAND_ROWS].astype(np.float64)
        band = np.nan_to_num((band - least) / (most - least), nan=0.0)
        out[top : top + _BAND_ROWS] = np.round(np.clip(band, 0, 1) * whole)
    return out


def _tops(values: NDArray[Any]) -> range:
    return range(0, values.shape[0], _BAND_ROWS)
