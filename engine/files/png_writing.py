"""Write PNG in 8 or 16 bits: pixels by libpng, metadata in chunks of our own.

No library at hand writes 16-bit color together with profile, EXIF, XMP and IPTC.

References:
    W3C, PNG Specification (Third Edition), 5.3 and 11.3; ImageMagick's ``Raw profile type``.
"""

from __future__ import annotations

import struct
import zlib
from concurrent.futures import ThreadPoolExecutor, wait
from typing import TYPE_CHECKING

import imagecodecs
import numpy as np

from engine.files.iptc import png_text_of_records

if TYPE_CHECKING:
    from pathlib import Path

    from engine.cancel import CancelToken
    from engine.files.content import Content, WriteOptions
    from engine.metadata import Metadata
    from engine.photo import Pixels

_HEADER_LENGTH = 8 + 25
"""Of the signature and the first chunk, IHDR, behind which the others may stand."""
_LEVEL = 3
_SECONDS_BETWEEN_CHECKS = 0.1
_INCHES_PER_METER = 1 / 0.0254


def write_png(path: Path, content: Content, options: WriteOptions) -> None:  # noqa: ARG001 - as other writers
    """Write a PNG of the pixels' depth."""
    pixels = content.rgb
    if content.alpha is not None:
        pixels = np.dstack((pixels, content.alpha))
    encoded = memoryview(_encoded(np.ascontiguousarray(pixels), content.token))
    with path.open("wb") as file:
        file.write(encoded[:_HEADER_LENGTH])
        for kind, value in _chunks(content.metadata):
            file.write(_chunk(kind, value))
        file.write(encoded[_HEADER_LENGTH:])


def _encoded(pixels: Pixels, token: CancelToken) -> bytes | bytearray:
    """Compress in a thread: libpng cannot be stopped, but who has cancelled need not wait for it.

    Raises:
        Cancelled: If the token was set; the thread ends by itself, and nobody sees its result.
    """
    thread = ThreadPoolExecutor(1, "png")
    try:
        result = thread.submit(imagecodecs.png_encode, pixels, level=_LEVEL)
        while not wait((result,), _SECONDS_BETWEEN_CHECKS).done:
            token.check()
        return result.result()
    finally:
        thread.shutdown(wait=False)


def _chunks(metadata: Metadata) -> list[tuple[bytes, bytes]]:
    chunks = [(b"iCCP", b"ICC profile\0\0" + zlib.compress(metadata.icc))]
    if metadata.dpi is not None:
        across, down = (round(side * _INCHES_PER_METER) for side in metadata.dpi)
        chunks.append((b"pHYs", struct.pack(">IIB", across, down, 1)))
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
