"""BMP: by Pillow, but for pixels whose channels lie where masks say.

References:
    Microsoft, "Bitmap Header Types": BITMAPINFOHEADER to BITMAPV5HEADER, BI_BITFIELDS and
    BI_ALPHABITFIELDS.
"""

from __future__ import annotations

import struct
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from engine.errors import ImageError, ImageProblem
from engine.files.decoded import Decoded
from engine.files.pillow_files import open_with_pillow, without_opaque_alpha
from engine.files.profiles import bands
from engine.photo.metadata import Metadata

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.files.decoded import Source
    from engine.photo.photo import Pixels, Size

_BITFIELDS, _ALPHA_BITFIELDS = 3, 6
_HEAD = 14
_PLAIN, _WITH_MASKS = 40, (52, 56, 108, 124)
"""Lengths of headers: masks follow the plain one and stand in the others."""
_INCHES = 0.0254


@dataclass(frozen=True)
class _Header:
    start: int
    """Of the pixels."""
    size: Size
    is_upside_down: bool
    """As most are: the lowest row comes first."""
    bits: int
    masks: tuple[int, ...]
    """Of red, green, blue and, if there is one, alpha."""
    dpi: tuple[float, float] | None


class BitfieldSource:
    """A BMP whose channels lie where masks say."""

    def __init__(self, path: Path, header: _Header) -> None:
        self._path = path
        self._header = header
        self.size: Size = header.size

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - BMP knows no smaller copy
        """Decode it; channels of more than 8 bits become 16."""
        rows = self._rows()
        masks = self._header.masks
        deep = max(mask.bit_count() for mask in masks[:3]) > 8
        out = np.empty((*self.size, len(masks)), np.uint16 if deep else np.uint8)
        for band in bands(out):
            for channel, mask in enumerate(masks):
                out[(*band, channel)] = _spread(rows[band], mask, np.iinfo(out.dtype).max)
        pixels, alpha = without_opaque_alpha(out)
        # many writers name a channel of alpha and leave it empty
        alpha = alpha if alpha is not None and alpha.any() else None
        return Decoded(pixels, alpha, metadata=Metadata(dpi=self._header.dpi))

    def _rows(self) -> NDArray[np.uint16 | np.uint32]:
        height, width = self.size
        kind = np.dtype("<u4" if self._header.bits == 32 else "<u2")
        stride = (width * kind.itemsize + 3) // 4 * 4
        with self._path.open("rb") as file:
            file.seek(self._header.start)
            content = file.read(stride * height)
        if len(content) < stride * height:
            raise ImageError(self._path, ImageProblem.DAMAGED, "it ends before its pixels do")
        rows = np.frombuffer(content, kind).reshape(height, -1)[:, :width]
        return rows[::-1] if self._header.is_upside_down else rows


@contextmanager
def open_bmp(path: Path) -> Iterator[Source]:
    """Read the header of a BMP.

    Raises:
        ImageError: If it is damaged, or of a kind that is not read.
    """
    with path.open("rb") as file:
        header = _masked(file.read(_HEAD + max(_WITH_MASKS) + 16))
    if header is not None:
        yield BitfieldSource(path, header)
        return
    with open_with_pillow(path, "BMP") as source:
        yield source


def _masked(content: bytes) -> _Header | None:
    """Return the header of a file with masks, None if it has none that mean anything."""
    (start,) = struct.unpack_from("<I", content, 10)
    (length,) = struct.unpack_from("<I", content, _HEAD)
    if length != _PLAIN and length not in _WITH_MASKS:
        return None
    width, height, _, bits, compression, _, across, down = struct.unpack_from(
        "<iiHHIIII", content, _HEAD + 4
    )
    if compression not in (_BITFIELDS, _ALPHA_BITFIELDS) or bits not in (16, 32):
        return None
    has_alpha = length >= 56 or compression == _ALPHA_BITFIELDS
    masks = struct.unpack_from("<4I" if has_alpha else "<3I", content, _HEAD + _PLAIN)
    if not all(_is_run(mask, bits) for mask in masks[:3]):
        return None
    usable = masks if _is_run(masks[-1], bits) else masks[:3]
    dpi = (across * _INCHES, down * _INCHES) if across and down else None
    return _Header(start, (abs(height), width), height > 0, bits, usable, dpi)


def _is_run(mask: int, bits: int) -> bool:
    """Return whether a mask is one run of set bits within a pixel."""
    run = mask // (mask & -mask) if mask else 0
    return 0 < mask < 1 << bits and run & (run + 1) == 0


def _spread(rows: NDArray[np.uint16 | np.uint32], mask: int, whole: int) -> Pixels:
    """Return one channel, its most number at ``whole``."""
    lowest = (mask & -mask).bit_length() - 1
    values = (rows >> lowest) & (mask >> lowest)
    most = mask >> lowest
    kind = np.uint16 if whole > 255 else np.uint8
    return ((values.astype(np.uint64) * whole + most // 2) // most).astype(kind)
