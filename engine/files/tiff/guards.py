"""What a TIFF file may ask of its reader, checked before anything is decoded.

tifffile believes the header: a tile may be larger than the picture, a JPEG in a strip larger than
the strip, and a strip that is not there comes back as black.
"""

from __future__ import annotations

import math
import struct
from typing import TYPE_CHECKING

from tifffile import COMPRESSION, PHOTOMETRIC, TiffFileError

from engine.cancel import check_cancelled
from engine.errors import ImageError, ImageProblem
from engine.files.problems import MALFORMED as _MALFORMED
from engine.files.tiff.segments import mend_lengths

if TYPE_CHECKING:
    from pathlib import Path

    from tifffile import TiffPage

MALFORMED = (*_MALFORMED, TiffFileError)

_COMPRESSIONS = frozenset(
    {
        COMPRESSION.NONE,
        COMPRESSION.CCITTRLE,
        COMPRESSION.CCITT_T4,
        COMPRESSION.CCITT_T6,
        COMPRESSION.LZW,
        COMPRESSION.OJPEG,
        COMPRESSION.JPEG,
        COMPRESSION.ADOBE_DEFLATE,
        COMPRESSION.DEFLATE,
        COMPRESSION.PACKBITS,
    }
)
_PREDICTORS = (1, 2, 3)
_MAX_SAMPLES = 8
_MAX_DECODED = 2_400_000_000
"""Bytes: 200 megapixels of color in floating point."""
_MAX_TILE = 1 << 24
"""Pixels; or twice the picture, if that is more."""
_MAX_SCANS = 64
_MAX_SCANNED_PIXELS = 4_000_000_000
"""Pixels of all JPEG in a page, times their scans: a small file can ask for days of work."""
_MAX_SHARED = 1 << 26
"""Bytes of all strips together that a small file may ask for by naming the same ones often."""
_NO_SIZE = (0xC4, 0xC8, 0xCC)
"""Markers among those of frames that begin no frame."""


def check(path: Path, page: TiffPage) -> None:
    """Refuse a page whose header cannot be meant.

    Raises:
        ImageError: If it is compressed in a way that is not read, is too large, or is damaged.
    """
    if page.compression not in _COMPRESSIONS or page.predictor not in _PREDICTORS:
        detail = f"compression {int(page.compression)}, predictor {int(page.predictor)}"
        raise ImageError(path, ImageProblem.UNSUPPORTED_COMPRESSION, detail)
    uneven = isinstance(page.bitspersample, tuple)  # a number for each sample, not the same
    if uneven or page.imagedepth != 1 or page.samplesperpixel > _MAX_SAMPLES:
        bits = str(page.bitspersample).strip("()")
        detail = f"{page.samplesperpixel} samples of {bits} bits"
        raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, detail)
    is_lab = page.photometric in (PHOTOMETRIC.CIELAB, PHOTOMETRIC.ICCLAB)
    if page.compression == COMPRESSION.JPEG and (page.bitspersample != 8 or is_lab):
        detail = "L*a*b* as JPEG" if is_lab else f"{page.bitspersample} bits as JPEG"
        raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, detail)
    area = page.imagewidth * page.imagelength
    if area * page.samplesperpixel * page.bitspersample > 8 * _MAX_DECODED:
        limit = f"the limit is {_MAX_DECODED / 1e9:g} GB of pixels"
        raise ImageError(path, ImageProblem.TOO_LARGE, limit)
    if page.is_tiled and page.tilewidth * page.tilelength > max(_MAX_TILE, 2 * area):
        raise ImageError(path, ImageProblem.DAMAGED, "a tile is larger than the picture")
    mend_lengths(path, page)
    _check_sums(path, page)
    _check_segments(path, page)


def _check_sums(path: Path, page: TiffPage) -> None:
    """Refuse strips or tiles that are many times as long as their file: they are the same ones."""
    length = path.stat().st_size
    segments = zip(page.dataoffsets, page.databytecounts, strict=False)
    together = sum(min(count, max(0, length - start)) for start, count in segments)
    if together > max(_MAX_SHARED, 4 * length):
        raise ImageError(path, ImageProblem.DAMAGED, "its strips overlap")


def _check_segments(path: Path, page: TiffPage) -> None:
    if page.compression == COMPRESSION.OJPEG:
        return  # one JPEG with tables elsewhere, which libtiff holds against the page's size
    length = path.stat().st_size
    segments = list(zip(page.dataoffsets, page.databytecounts, strict=False))
    expected = math.prod(page.chunked)
    if len(page.dataoffsets) != expected or len(page.databytecounts) != expected:
        raise ImageError(
            path, ImageProblem.DAMAGED, "it has another number of strips than it should"
        )
    if any(start == 0 or count == 0 or start + count > length for start, count in segments):
        raise ImageError(path, ImageProblem.DAMAGED, "it ends before its pixels do")
    if page.compression != COMPRESSION.JPEG:
        return
    most = page.tilewidth * page.tilelength if page.is_tiled else _strip_area(page)
    scanned = 0
    with path.open("rb") as file:
        for start, count in segments:
            check_cancelled()
            file.seek(start)
            content = file.read(count)
            area, scans = _jpeg_area(content), content.count(b"\xff\xda")
            scanned += area * scans
            if area > most or scans > _MAX_SCANS:
                raise ImageError(path, ImageProblem.DAMAGED, "a strip is larger than it should be")
            if scanned > _MAX_SCANNED_PIXELS:
                raise ImageError(path, ImageProblem.TOO_LARGE, "too many scans")


def _strip_area(page: TiffPage) -> int:
    rows = min(page.rowsperstrip or page.imagelength, page.imagelength)
    return (page.imagewidth + 16) * (rows + 16)  # some writers store whole blocks


def _jpeg_area(content: bytes) -> int:
    """Return how many pixels a JPEG says it has.

    References:
        ITU-T T.81, B.2.2.
    """
    place = 2
    while place + 9 <= len(content) and content[place] == 0xFF:
        marker = content[place + 1]
        if marker == 0xFF:  # fill
            place += 1
            continue
        if 0xC0 <= marker <= 0xCF and marker not in _NO_SIZE:
            height, width = struct.unpack_from(">HH", content, place + 5)
            return int(height * width)
        place += 2 + struct.unpack_from(">H", content, place + 2)[0]
    return 0
