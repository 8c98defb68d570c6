"""Where a TIFF page's pixels lie, put right where its own table of lengths cannot be.

Several writers leave StripByteCounts at 0, or give every strip one large number.

References:
    TIFF 6.0 (1992), StripByteCounts; libtiff, ``EstimateStripByteCounts``.
"""

from __future__ import annotations

from functools import cache, partial
from itertools import pairwise
from typing import TYPE_CHECKING

from tifffile import COMPRESSION, PHOTOMETRIC, TiffPage

if TYPE_CHECKING:
    from pathlib import Path

_STRIP_COUNTS = 279
_TELL_WHAT_LACKS = frozenset(
    {COMPRESSION.LZW, COMPRESSION.ADOBE_DEFLATE, COMPRESSION.DEFLATE, COMPRESSION.PACKBITS}
)
"""Compressions whose decoders complain when a strip is cut short."""
_STRIP_COUNTS = 279
_END_OF_BLOCK = "000000000001" * 2
"""Bits that end a fax of Group 4."""
_END_OF_FAX = 8
"""Bytes at its end to look for them in, whichever bit of a byte comes first."""


def mend_lengths(path: Path, page: TiffPage) -> None:
    """Give a page the lengths that its strips or tiles have; those that can be right stay."""
    end = path.stat().st_size
    stored = _stored_lengths(page)
    given = [*stored, *[0] * (len(page.dataoffsets) - len(stored))]
    starts = sorted({*page.dataoffsets, page.offset, end})
    after = dict(pairwise(starts))
    lengths = []
    is_all_there = cache(partial(_is_all_there, path, page))  # many may name the same bytes
    for index, (start, length) in enumerate(zip(page.dataoffsets, given, strict=False)):
        room = after.get(start, start) - start
        if _is_plain(page):
            lengths.append(_plain_length(page, index))
        elif length == 0 or start + length > end:
            lengths.append(room if is_all_there(start, room) else length)
        else:
            lengths.append(length)
    page.databytecounts = tuple(lengths)


def _stored_lengths(page: TiffPage) -> tuple[int, ...]:
    """Return the lengths in the file: tifffile guesses that of a fax if it is 0."""
    stored = page.tags.valueof(_STRIP_COUNTS)
    is_fax = page.compression == COMPRESSION.CCITT_T6
    return stored if is_fax and isinstance(stored, tuple) else page.databytecounts


def _is_all_there(path: Path, page: TiffPage, start: int, room: int) -> bool:
    """Return whether what a strip or tile has room for is whole, or its decoder will say so."""
    if page.compression in _TELL_WHAT_LACKS:
        return True
    with path.open("rb") as file:
        file.seek(start)
        content = file.read(room)
    if page.compression == COMPRESSION.JPEG:
        return content.rstrip(b"\0").endswith(b"\xff\xd9")
    if page.compression == COMPRESSION.CCITT_T6:
        tail = [f"{byte:08b}" for byte in content.rstrip(b"\0")[-_END_OF_FAX:]]
        orders = ("".join(tail), "".join(bits[::-1] for bits in tail))
        return any(_END_OF_BLOCK in order for order in orders)
    return False


def _is_plain(page: TiffPage) -> bool:
    is_split = page.planarconfig == 2 and page.photometric == PHOTOMETRIC.YCBCR
    return bool(page.compression == COMPRESSION.NONE and not is_split)


def _plain_length(page: TiffPage, index: int) -> int:
    """Return the bytes of a strip or tile that is not compressed."""
    if page.is_tiled:
        width, rows = page.tilewidth, page.tilelength
    else:
        whole = min(page.rowsperstrip or page.imagelength, page.imagelength) or 1
        per_plane = -(-page.imagelength // whole)
        width = page.imagewidth
        rows = min(whole, page.imagelength - index % per_plane * whole)
    if page.photometric == PHOTOMETRIC.YCBCR:
        across, down = page.subsampling or (2, 2)
        return int(-(-width // across) * -(-rows // down) * (across * down + 2))
    samples = 1 if page.planarconfig == 2 else page.samplesperpixel
    return int(rows * -(-width * samples * page.bitspersample // 8))
