"""Where a TIFF page's pixels lie, put right where its own table of lengths cannot be.

Several writers leave StripByteCounts at 0, or give every strip one large number.

References:
    TIFF 6.0 (1992), StripByteCounts; libtiff, ``EstimateStripByteCounts``.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tifffile import COMPRESSION, PHOTOMETRIC, TiffPage

if TYPE_CHECKING:
    from pathlib import Path

_TELL_WHAT_LACKS = frozenset(
    {COMPRESSION.LZW, COMPRESSION.ADOBE_DEFLATE, COMPRESSION.DEFLATE, COMPRESSION.PACKBITS}
)
"""Compressions whose decoders complain when a strip is cut short."""


def mend_lengths(path: Path, page: TiffPage) -> None:
    """Give a page the lengths that its strips or tiles have; those that can be right stay."""
    end = path.stat().st_size
    given = [*page.databytecounts, *[0] * (len(page.dataoffsets) - len(page.databytecounts))]
    starts = sorted({*page.dataoffsets, page.offset, end})
    after = dict(pairwise(starts))
    lengths = []
    for index, (start, length) in enumerate(zip(page.dataoffsets, given, strict=False)):
        if _is_plain(page):
            lengths.append(_plain_length(page, index))
        elif length == 0 or (start + length > end and page.compression in _TELL_WHAT_LACKS):
            lengths.append(after.get(start, start) - start)
        else:
            lengths.append(length)
    page.databytecounts = tuple(lengths)


def _is_plain(page: TiffPage) -> bool:
    return page.compression == COMPRESSION.NONE and page.photometric != PHOTOMETRIC.YCBCR


def _plain_length(page: TiffPage, index: int) -> int:
    """Return the bytes of a strip or tile that is not compressed."""
    samples = 1 if page.planarconfig == 2 else page.samplesperpixel
    if page.is_tiled:
        width, rows = page.tilewidth, page.tilelength
    else:
        whole = min(page.rowsperstrip or page.imagelength, page.imagelength) or 1
        per_plane = -(-page.imagelength // whole)
        width = page.imagewidth
        rows = min(whole, page.imagelength - index % per_plane * whole)
    return int(rows * -(-width * samples * page.bitspersample // 8))
