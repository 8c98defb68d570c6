"""Strips and tiles of one page, put into small TIFF files in memory for libtiff to decode.

Only what the page needs is read, so a file of many pages costs what one of them does; and a band
at a time, so that memory stays bounded and who waits may stop it. Nothing is mapped: the file may
change while it is read.

References:
    TIFF 6.0 (1992), sections 2, 8 and 15.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import imagecodecs
import numpy as np
from tifffile import COMPRESSION, PHOTOMETRIC

from engine.cancel import check_cancelled
from engine.files.ifd import Entry, byte_order, directory_bytes, read_directory

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray
    from tifffile import TiffPage

    from engine.files.file_bytes import SomeBytes

_BAND_BYTES = 1 << 25
"""Decoded at a time, or one row of strips or tiles if that is more."""
_HEADER = 8
_SHORT, _LONG = 3, 4
_WIDTH, _LENGTH, _PHOTOMETRIC, _ROWS_PER_STRIP, _SAMPLE_FORMAT = 256, 257, 262, 278, 339
_TILE_WIDTH, _TILE_LENGTH = 322, 323
_STRIPS, _TILES = (273, 279), (324, 325)
"""Tags of where they are and how long."""
_COPIED = frozenset(
    {
        *(258, 259, 266, 277, 284),  # bits, compression, fill order, samples, planes
        *(292, 293, 317, 320, 332, 338),  # fax, predictor, palette, inks, extra samples
        *(347, 529, 530, 531, 532),  # JPEG's tables, YCbCr
    }
)
"""Tags without which segments cannot be decoded."""
_MAX_CLASSIC_KIND = 13
_UNSIGNED, _UNDEFINED = 1, 4
_MAX_OLD = 1 << 30
"""Bytes of a file with the JPEG of old TIFF, whose parts lie anywhere in it."""


@dataclass(frozen=True)
class _Band:
    """Some rows of strips or tiles."""

    top: int
    rows: int
    """Of pixels."""
    segments: list[int]
    """Their numbers, plane by plane."""


def decode_segments(content: SomeBytes, page: TiffPage) -> NDArray[Any]:
    """Decode a page's samples by libtiff, (H, W, samples).

    Raises:
        ValueError: If the file ends before they do, or if they are not those the page promises.
    """
    H, W, samples = page.imagelength, page.imagewidth, page.samplesperpixel
    if page.compression == COMPRESSION.OJPEG:
        return by_pixel(np.asarray(imagecodecs.tiff_decode(_with_first(content, page))), page)
    values: NDArray[Any] | None = None
    for band in _bands(page):
        check_cancelled()
        alone = _alone(content, page, band)
        decoded = _by_pixel(np.asarray(imagecodecs.tiff_decode(alone)), page, band.rows)
        if band.rows == H:
            return decoded
        if values is None:
            values = np.empty((H, W, samples), decoded.dtype)
        values[band.top : band.top + band.rows] = decoded
    assert values is not None
    return values


def by_pixel(values: NDArray[Any], page: TiffPage) -> NDArray[Any]:
    """Return (H, W, samples), however the samples of a page lie in the file.

    Raises:
        ValueError: If there are more or fewer.
    """
    return _by_pixel(values, page, page.imagelength)


def _by_pixel(values: NDArray[Any], page: TiffPage, rows: int) -> NDArray[Any]:
    W, samples = page.imagewidth, page.samplesperpixel
    if values.size != rows * W * samples:
        msg = f"expected {rows * W * samples} values, got {values.size}"
        raise ValueError(msg)
    if page.planarconfig == 2 and samples > 1:
        return np.moveaxis(values.reshape(samples, rows, W), 0, 2)
    return values.reshape(rows, W, samples)


def _bands(page: TiffPage) -> Iterator[_Band]:
    """Yield a page from top to bottom."""
    H, across = page.imagelength, 1
    height = page.rowsperstrip or H
    if page.is_tiled:
        height, across = page.tilelength, -(-page.imagewidth // page.tilewidth)
    lines = -(-H // height)  # of segments
    planes = page.samplesperpixel if page.planarconfig == 2 else 1
    row_bytes = page.imagewidth * page.samplesperpixel * max(1, page.bitspersample // 8)
    step = max(1, _BAND_BYTES // max(1, row_bytes * height))
    for first in range(0, lines, step):
        last = min(first + step, lines)
        segments = [
            plane * lines * across + index
            for plane in range(planes)
            for index in range(first * across, last * across)
        ]
        yield _Band(first * height, min(last * height, H) - first * height, segments)


def _alone(content: SomeBytes, page: TiffPage, band: _Band) -> bytes:
    """Return a TIFF file of some segments of a page, in the byte order of its own."""
    order = byte_order(content)
    starts = [page.dataoffsets[index] for index in band.segments]
    counts = [page.databytecounts[index] for index in band.segments]
    entries = [*_copied(content, page), *_measures(page, band, order)]
    tags = _TILES if page.is_tiled else _STRIPS
    lengths = _longs(tags[1], counts, order)
    blank = [*entries, _longs(tags[0], starts, order), lengths]
    place = _HEADER + len(directory_bytes(blank, _HEADER, order))
    places = np.cumsum([place, *counts[:-1]]).tolist()
    directory = directory_bytes([*entries, _longs(tags[0], places, order), lengths], _HEADER, order)
    parts = [content[start : start + count] for start, count in zip(starts, counts, strict=True)]
    if any(len(part) < count for part, count in zip(parts, counts, strict=True)):
        msg = "it ends before its pixels do"
        raise ValueError(msg)
    magic = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}HI", 42, _HEADER)
    return b"".join((magic, directory, *parts))


def _with_first(content: SomeBytes, page: TiffPage) -> bytes:
    """Return a whole file that begins with a page."""
    if len(content) > _MAX_OLD:
        msg = "it is too large for its kind of compression"
        raise ValueError(msg)
    order = page.parent.byteorder
    form, place = (f"{order}Q", 8) if page.parent.is_bigtiff else (f"{order}I", 4)
    whole = bytearray(content[: len(content)])
    struct.pack_into(form, whole, place, page.offset)
    return bytes(whole)


def _copied(content: SomeBytes, page: TiffPage) -> list[Entry]:
    directory = read_directory(content, page.offset, only=_COPIED)
    return [entry for entry in directory.entries if entry.kind <= _MAX_CLASSIC_KIND]


def _measures(page: TiffPage, band: _Band, order: str) -> list[Entry]:
    # libtiff would make RGB of inks: call them RGB and one more; nor does it know undefined samples
    inks = page.photometric == PHOTOMETRIC.SEPARATED
    formats = [_UNSIGNED if page.sampleformat == _UNDEFINED else int(page.sampleformat)]
    numbers = {
        _WIDTH: page.imagewidth,
        _LENGTH: band.rows,
        _PHOTOMETRIC: PHOTOMETRIC.RGB if inks else page.photometric,
    }
    if page.is_tiled:
        numbers |= {_TILE_WIDTH: page.tilewidth, _TILE_LENGTH: page.tilelength}
    else:
        numbers[_ROWS_PER_STRIP] = page.rowsperstrip
    kinds = _shorts(_SAMPLE_FORMAT, formats * page.samplesperpixel, order)
    return [kinds, *(_longs(tag, [number], order) for tag, number in numbers.items())]


def _shorts(tag: int, numbers: list[int], order: str) -> Entry:
    return Entry(tag, _SHORT, len(numbers), struct.pack(f"{order}{len(numbers)}H", *numbers))


def _longs(tag: int, numbers: list[int], order: str) -> Entry:
    try:
        value = struct.pack(f"{order}{len(numbers)}I", *numbers)
    except struct.error as error:
        msg = "a number in it is out of range"
        raise ValueError(msg) from error
    return Entry(tag, _LONG, len(numbers), value)
