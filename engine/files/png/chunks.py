"""The chunks of a PNG: which of them its pixels need, and what the others say.

Decoders refuse a file for a chunk that no pixel needs, so they get to see the others only.

References:
    W3C, PNG Specification (Third Edition), 5.3 to 5.5, 11.2 and 11.3; ImageMagick's
    ``Raw profile type``.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from engine.cancel import check_cancelled
from engine.files.captions import readable
from engine.files.iptc import raw_profile

if TYPE_CHECKING:
    from typing import BinaryIO
SIGNATURE = b"\x89PNG\r\n\x1a\n"
_READ = frozenset({b"iCCP", b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"pHYs", b"acTL", b"tRNS"})
_KEY_LENGTHS = {0: (2, 2), 2: (6, 6), 3: (1, 256)}
"""Least and most bytes of tRNS, by color type."""
_MAX_BYTES = 64 << 20
"""Of all that is read besides pixels, packed and unpacked."""
_OVERHEAD = 100
"""Bytes of memory that a chunk takes besides its content."""
_MAX_UNPACKED = 16 << 20
"""Of one chunk."""
_MAX_CHUNKS = 1 << 20
_INCHES = 0.0254
_RAW = "Raw profile type "


@dataclass
class PngChunks:
    """What a PNG holds besides the pixels."""

    pieces: list[tuple[int, int]] = field(default_factory=list)
    """Place and length of what the pixels need, in the order of the file."""
    bits: int = 0
    """Per sample."""
    color_type: int = -1
    size: tuple[int, int] = (0, 0)
    """Height and width."""
    frames: int = 1
    exif: bytes = b""
    profile: bytes = b""
    dpi: tuple[float, float] | None = None
    """Pixels per inch, across and down."""
    texts: list[tuple[str, str]] = field(default_factory=list)
    """Keyword and text, but for what follows."""
    raw: dict[str, bytes] = field(default_factory=dict)
    """What ImageMagick puts into texts, by its name: exif, iptc, 8bim, xmp, icc, APP1."""
    xmp: bytes = b""
    lost_profile: bool = False
    lost_others: bool = False
    """Whether something of the kind was damaged or too large."""
    room: int = _MAX_BYTES


def read_chunks(file: BinaryIO) -> PngChunks:
    """Read a PNG without its pixels."""
    found = PngChunks([(0, len(SIGNATURE))])
    file.seek(0, io.SEEK_END)
    end = file.tell()
    place = len(SIGNATURE)
    for _ in range(_MAX_CHUNKS):
        check_cancelled()
        file.seek(place)
        head = file.read(8)
        if len(head) < 8 or not head[4:].isalpha():
            break
        length, kind = int.from_bytes(head[:4], "big"), head[4:]
        whole = 8 + length + 4
        if kind in _READ:
            content = file.read(length + 4) if 0 <= length <= found.room else b""
            _take(found, kind, content, (place, whole))
        elif kind[:1].isupper():
            if kind == b"IHDR":
                _take_header(found, file.read(13))
            _add_piece(found.pieces, place, min(whole, end - place))
        place += whole
        if kind == b"IEND" or place > end:
            break
    return found


def _add_piece(pieces: list[tuple[int, int]], place: int, length: int) -> None:
    start, before = pieces[-1]
    if start + before == place:
        pieces[-1] = (start, before + length)
    else:
        pieces.append((place, length))


def _take_header(found: PngChunks, content: bytes) -> None:
    if len(content) == 13:
        width, height, found.bits, found.color_type = struct.unpack_from(">IIBB", content)
        found.size = (height, width)


def _take(found: PngChunks, kind: bytes, content: bytes, piece: tuple[int, int]) -> None:
    """Take what a chunk says; one that is damaged or too large is left out, and that is kept."""
    value, checksum = content[:-4], content[-4:]
    found.room -= len(content) + _OVERHEAD
    try:
        if len(checksum) < 4 or zlib.crc32(kind + value) != int.from_bytes(checksum, "big"):
            msg = "a chunk is damaged or too large"
            raise ValueError(msg)  # noqa: TRY301 - all that is wrong with a chunk ends below
        if kind == b"tRNS":
            _take_key(found, len(value), piece)
        else:
            _TAKERS[kind](found, value)
    except (ValueError, struct.error, zlib.error, IndexError):
        if kind == b"iCCP":
            found.lost_profile = True
        else:
            found.lost_others = True


def _take_key(found: PngChunks, length: int, piece: tuple[int, int]) -> None:
    least, most = _KEY_LENGTHS.get(found.color_type, (1, 0))
    if not least <= length <= most:
        msg = "the transparent color is of another kind than the pixels"
        raise ValueError(msg)
    _add_piece(found.pieces, *piece)


def _take_profile(found: PngChunks, value: bytes) -> None:
    _, rest = value.split(b"\0", 1)
    if rest[0] != 0:
        msg = "the profile is compressed in an unknown way"
        raise ValueError(msg)
    found.profile = _unpacked(found, rest[1:])


def _take_exif(found: PngChunks, value: bytes) -> None:
    found.exif = found.exif or value


def _take_resolution(found: PngChunks, value: bytes) -> None:
    across, down, unit = struct.unpack(">IIB", value)
    if unit == 1 and across and down:
        found.dpi = (across * _INCHES, down * _INCHES)


def _take_frames(found: PngChunks, value: bytes) -> None:
    found.frames = max(1, struct.unpack_from(">I", value)[0])


def _take_text(found: PngChunks, value: bytes) -> None:
    keyword, text = value.split(b"\0", 1)
    _add_text(found, keyword, readable(text))


def _take_packed_text(found: PngChunks, value: bytes) -> None:
    keyword, rest = value.split(b"\0", 1)
    _add_text(found, keyword, readable(_unpacked(found, rest[1:])))


def _take_international_text(found: PngChunks, value: bytes) -> None:
    keyword, rest = value.split(b"\0", 1)
    _language, _translated, text = rest[2:].split(b"\0", 2)
    content = _unpacked(found, text) if rest[0] else text
    if keyword == b"XML:com.adobe.xmp":
        found.xmp = found.xmp or content
    else:
        _add_text(found, keyword, content.decode("utf-8"))


_TAKERS = {
    b"iCCP": _take_profile,
    b"eXIf": _take_exif,
    b"pHYs": _take_resolution,
    b"acTL": _take_frames,
    b"tEXt": _take_text,
    b"zTXt": _take_packed_text,
    b"iTXt": _take_international_text,
}


def _add_text(found: PngChunks, keyword: bytes, text: str) -> None:
    name = keyword.decode("latin-1")
    if name.startswith(_RAW):
        found.raw.setdefault(name.removeprefix(_RAW), raw_profile(text))
    else:
        found.texts.append((name, text))


def _unpacked(found: PngChunks, packed: bytes) -> bytes:
    decoder = zlib.decompressobj()
    content = decoder.decompress(packed, max(1, min(found.room, _MAX_UNPACKED)))
    found.room -= len(content)
    if not decoder.eof:
        msg = "a chunk is cut off, or too large when unpacked"
        raise ValueError(msg)
    return content
