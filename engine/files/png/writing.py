"""Write PNG in 8 or 16 bits, piece by piece, with all its metadata.

No library at hand writes 16-bit color together with profile, EXIF, XMP and IPTC, nor stops on the
way. What takes long is left to zlib, which gets some rows at a time: whoever cancels stops it, and
the file is never in memory as a whole.

References:
    W3C, PNG Specification (Third Edition), 5.3, 9, 11.2 and 11.3, and 12.7 for the choice of
    filters; ImageMagick's ``Raw profile type``.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np

from engine.files.iptc import png_text_of_records

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.files.content import Content, WriteOptions
    from engine.photo.metadata import Metadata
    from engine.photo.photo import Pixels

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_RGB, _RGBA = 2, 6
"""Color types."""
_LEVEL, _MEMORY = 3, 9
"""Of zlib: fast, and with as large tables as there are."""
_BYTES_AT_A_TIME = 1 << 20
"""Of pixels that are compressed, some 0.1 seconds, before somebody may stop it."""
_INCHES_PER_METER = 1 / 0.0254
_GREATEST = (1 << 31) - 1
"""Of PNG's numbers."""


def write_png(path: Path, content: Content, options: WriteOptions) -> None:  # noqa: ARG001 - as other writers
    """Write a PNG of the pixels' depth.

    Raises:
        Cancelled: If the token was set; the file is incomplete then.
    """
    with path.open("wb") as file:
        file.write(_SIGNATURE + _chunk(b"IHDR", _header(content)))
        for kind, value in _chunks(content.metadata):
            file.write(_chunk(kind, value))
        for piece in _compressed(content):
            file.write(_chunk(b"IDAT", piece))
        file.write(_chunk(b"IEND", b""))


def _header(content: Content) -> bytes:
    height, width = content.rgb.shape[:2]
    color_type = _RGB if content.alpha is None else _RGBA
    return struct.pack(">IIBBBBB", width, height, content.rgb.itemsize * 8, color_type, 0, 0, 0)


def _compressed(content: Content) -> Iterator[bytes]:
    """Yield the pixels as one stream of zlib in pieces; stop between them when asked to."""
    stream = zlib.compressobj(_LEVEL, zlib.DEFLATED, zlib.MAX_WBITS, _MEMORY)
    for rows in _filtered(content):
        content.token.check()
        if piece := stream.compress(rows.data):
            yield piece
    yield stream.flush()


def _filtered(content: Content) -> Iterator[Pixels]:
    """Yield some rows at a time, (h, 1 + bytes of a row) uint8, each behind its filter's number."""
    height, width = content.rgb.shape[:2]
    pixel_bytes = content.rgb.itemsize * (3 if content.alpha is None else 4)
    step = max(1, _BYTES_AT_A_TIME // (width * pixel_bytes))
    above = np.zeros((1, width * pixel_bytes), np.uint8)
    for top in range(0, height, step):
        rows = np.concatenate((above, _stored(content, slice(top, top + step))))
        yield _with_filters(rows, pixel_bytes)
        above = rows[-1:]


def _stored(content: Content, rows: slice) -> Pixels:
    """Return some rows, (h, bytes of a row) uint8, as PNG stores them: the high byte first."""
    pixels = content.rgb[rows]
    if content.alpha is not None:
        pixels = np.dstack((pixels, content.alpha[rows]))
    big_endian = np.ascontiguousarray(pixels, pixels.dtype.newbyteorder(">"))
    return big_endian.view(np.uint8).reshape(len(pixels), -1)


def _with_filters(rows: Pixels, pixel_bytes: int) -> Pixels:
    """Replace each row by its differences from what is left, above or between the two.

    Args:
        rows: (1 + h, bytes of a row) uint8, the first of which is only looked at.
        pixel_bytes: The distance to the pixel on the left.

    Returns:
        (h, 1 + bytes of a row) uint8: by each row's best filter, with its number in front. Paeth's
        filter is left out; of photos it makes no more than a few percent.
    """
    row, above = rows[1:], rows[:-1]
    left = np.zeros_like(row)
    left[:, pixel_bytes:] = row[:, :-pixel_bytes]
    between = (left & above) + ((left ^ above) >> 1)  # half their sum, in eight bits
    filtered = np.stack([row - left, row - above, row - between])  # numbers 1, 2 and 3
    sizes = np.minimum(filtered, 0 - filtered).sum(axis=2, dtype=np.int64)  # as signed numbers
    best = sizes.argmin(axis=0)
    numbers = (best + 1).astype(np.uint8)[:, None]
    return np.hstack((numbers, filtered[best, np.arange(len(row))]))


def _chunks(metadata: Metadata) -> list[tuple[bytes, bytes]]:
    chunks = [(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc))]
    per_meter = [side * _INCHES_PER_METER for side in metadata.dpi or ()]
    if per_meter and all(0.5 <= side <= _GREATEST for side in per_meter):  # else it means nothing
        chunks.append((b"pHYs", struct.pack(">IIB", *map(round, per_meter), 1)))
    if metadata.exif:
        chunks.append((b"eXIf", metadata.exif))
    if metadata.xmp:
        chunks.append((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + metadata.xmp))
    if metadata.iptc:
        text = zlib.compress(png_text_of_records(metadata.iptc).encode("ascii"))
        chunks.append((b"zTXt", b"Raw profile type iptc\0\0" + text))
    return chunks


def _chunk(kind: bytes, value: bytes) -> bytes:
    body = kind + value
    return struct.pack(">I", len(value)) + body + struct.pack(">I", zlib.crc32(body))
