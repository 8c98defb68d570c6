"""Write TIFF in 8 or 16 bits, by tifffile; EXIF directories are appended and linked.

References:
    TIFF 6.0 (1992); CIPA DC-008-2019, 4.5; Adobe, "XMP Specification Part 3", 3.3 (TIFF).
"""

from __future__ import annotations

import os
import struct
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from itertools import islice
from typing import TYPE_CHECKING, Any, Literal

import imagecodecs
import numpy as np
import tifffile

from engine.files.content import Content, WriteLoss
from engine.files.exif import resolution_without_unit, tiff_parts
from engine.files.ifd import byte_order, directory_bytes, first_directory, read_directory
from engine.files.whole_file import WholeFile

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

    from engine.files.content import WriteOptions
    from engine.files.ifd import Entry
    from engine.photo.metadata import Metadata

_XMP, _IPTC = 700, 33723
_BYTE, _LONG, _UNDEFINED, _IFD = 1, 4, 7, 13
_COMPRESSIONS = {"lzw": "lzw", "zip": "adobe_deflate"}
_ENCODERS = {"lzw": imagecodecs.lzw_encode, "zip": imagecodecs.deflate_encode}
_STAND_IN = 1
"""tifffile refuses to write tags that point to directories: until they are linked, the number
before each, unused in TIFF, holds its place."""
_UNKNOWN_RESOLUTION = (72, 72)
"""In EXIF's own words; without any, tifffile writes 1 × 1, which others show as 1 dpi."""
_STRIP_BYTES = 1 << 18
_STRIPS_AT_A_TIME = 32
"""Compressed before the file is asked to take them, and who waits may stop it."""


def write_tiff(path: Path, content: Content, options: WriteOptions) -> None:
    """Write a TIFF of the pixels' depth."""
    metadata = content.metadata
    order: Literal["<", ">"] = "<"
    entries: list[Entry] = []
    children: dict[int, list[Entry]] = {}
    if metadata.exif:
        try:
            entries, children = tiff_parts(metadata.exif)
            entries = _once_each(entries)
            children = {tag: _once_each(listed) for tag, listed in children.items()}
            order = byte_order(metadata.exif)
        except ValueError:
            content.losses.append(WriteLoss.EXIF)
    strips = _Strips(content, order, options.compression)
    with (
        WholeFile(path, content.token) as file,
        tifffile.TiffWriter(file, byteorder=order) as writer,
        closing(strips.encoded()) as encoded,  # or its threads outlive a full disk
    ):
        writer.write(
            encoded,
            shape=strips.shape,
            dtype=content.rgb.dtype,
            rowsperstrip=strips.rows,
            compression=_COMPRESSIONS[options.compression],
            extratags=_extra_tags(content, entries, list(children)),
            **_fields(content),
        )
    if children:
        _append(path, children)


class _Strips:
    """Encodes a picture a few strips at a time; color and transparency are together only there."""

    def __init__(self, content: Content, order: Literal["<", ">"], compression: str) -> None:
        height, width = content.rgb.shape[:2]
        self.shape = (height, width, 3 if content.alpha is None else 4)
        row_bytes = width * self.shape[2] * content.rgb.itemsize
        self.rows = min(height, max(1, _STRIP_BYTES // row_bytes))
        self._content = content
        self._stored = content.rgb.dtype.newbyteorder(order)
        self._compress = _ENCODERS[compression]

    def encoded(self) -> Generator[bytes]:
        """Yield them from the top, on several threads, as LZW and zip take most of the time."""
        tops = iter(range(0, self.shape[0], self.rows))
        with ThreadPoolExecutor(tifffile.TIFF.MAXWORKERS) as pool:
            while some := tuple(islice(tops, _STRIPS_AT_A_TIME)):
                yield from pool.map(self._encoded, some)

    def _encoded(self, top: int) -> bytes:
        rows = slice(top, top + self.rows)
        pixels = self._content.rgb[rows]
        if self._content.alpha is not None:
            pixels = np.dstack((pixels, self._content.alpha[rows]))
        differences = imagecodecs.delta_encode(np.ascontiguousarray(pixels), axis=1)
        return bytes(self._compress(differences.astype(self._stored, copy=False).tobytes()))


def _once_each(entries: list[Entry]) -> list[Entry]:
    """Return the first entry of each tag, as TIFF demands, of the types that classic TIFF knows."""
    found: dict[int, Entry] = {}
    for entry in entries:
        if entry.kind <= _IFD:
            found.setdefault(entry.tag, entry)
    return list(found.values())


def _fields(content: Content) -> dict[str, Any]:
    fields: dict[str, Any] = {
        "photometric": "rgb",
        "planarconfig": "contig",
        "predictor": True,
        "iccprofile": content.metadata.icc,
        "software": False,
        "metadata": None,
    }
    if content.alpha is not None:
        fields["extrasamples"] = ["unassalpha"]
    return fields | _resolution(content.metadata)


def _resolution(metadata: Metadata) -> dict[str, Any]:
    """Return what TIFF demands to say of the resolution, whatever is known of it."""
    if metadata.dpi is not None:
        return {"resolution": metadata.dpi, "resolutionunit": "INCH"}
    without_unit = resolution_without_unit(metadata.exif)
    if without_unit is not None:
        return {"resolution": without_unit, "resolutionunit": "NONE"}
    return {"resolution": _UNKNOWN_RESOLUTION, "resolutionunit": "INCH"}


def _extra_tags(
    content: Content, entries: list[Entry], pointers: list[int]
) -> list[tuple[int, int, int, Any, bool]]:
    tags: list[tuple[int, int, int, Any, bool]] = [
        (entry.tag, entry.kind, entry.count, entry.value, True) for entry in entries
    ]
    tags += [(tag - _STAND_IN, _LONG, 1, 0, True) for tag in pointers]
    xmp, iptc = content.metadata.xmp, content.metadata.iptc
    if xmp:
        tags.append((_XMP, _BYTE, len(xmp), xmp, True))
    if iptc:
        tags.append((_IPTC, _UNDEFINED, len(iptc), iptc, True))
    return tags


def _append(path: Path, children: dict[int, list[Entry]]) -> None:
    """Put directories behind a file's pixels and let its first directory point to them."""
    with path.open("r+b") as file:
        head = file.read(8)
        order, place = byte_order(head), first_directory(head)
        file.seek(0)
        # tifffile puts the first directory before the pixels
        first = read_directory(file.read(place + (1 << 16)), place)
        for tag, entries in children.items():
            pointer = first.get(tag - _STAND_IN)
            assert pointer is not None
            end = file.seek(0, os.SEEK_END)
            start = end + end % 2
            file.write(b"\0" * (start - end) + directory_bytes(entries, start, order))
            file.seek(pointer.place - 8)
            file.write(struct.pack(f"{order}HHII", tag, _LONG, 1, start))
