"""JPEG of 8 bits by Pillow; of more, as X-rays and scans of film have, by libjpeg.

References:
    ITU-T T.81, B.2.2 (frames) and B.1.1.5 (entropy-coded data).
"""

from __future__ import annotations

import io
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import imagecodecs
import numpy as np
from PIL.JpegImagePlugin import JpegImageFile

from engine.errors import ImageError, ImageProblem
from engine.files import xmp
from engine.files.captions import Caption, readable
from engine.files.decoded import Decoded
from engine.files.file_bytes import count_in, open_stoppable
from engine.files.iptc import records_of_segments
from engine.files.jpeg.ends import count_scans, ends_gray, has_end, whole
from engine.files.jpeg.segments import read_segments
from engine.files.pieces import without
from engine.files.pillow_files import eight_bits, filled
from engine.photo.metadata import Metadata
from engine.photo.photo import ReadLoss

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path
    from typing import BinaryIO

    from engine.files.jpeg.segments import Frame, Segments
    from engine.photo.photo import Pixels, Size

logger = logging.getLogger(__name__)

_MAX_SCANNED_PIXELS = 4_000_000_000
"""Pixels of a progressive JPEG times its scans: a small file can ask for days of work."""
_PROGRESSIVE = frozenset({0xC2, 0xCA})
_HUFFMAN = frozenset({0xC0, 0xC1, 0xC2})
_UNREAD = {
    **dict.fromkeys((0xC5, 0xC6, 0xC7, 0xCD, 0xCE, 0xCF), "hierarchical JPEG"),
    0xCB: "arithmetic coding of lossless JPEG",
    0xF7: "JPEG-LS",
}
"""What no decoder at hand reads, by the marker of its frame."""
_MAX_ENDED = 1 << 29
"""Bytes; longer files that lack their end, or may lack more, are not looked at again."""


class JpegSource:
    """A JPEG whose head was read."""

    def __init__(self, path: Path, segments: Segments, frame: Frame) -> None:
        self._path = path
        self._segments = segments
        self._frame = frame
        self.size: Size = (frame.height, frame.width)

    def decode(self, least_side: int | None) -> Decoded:
        """Decode it; with 8 bits, it may come at half, a quarter or an eighth of its size."""
        _require_few_scans(self._path, self._frame)
        _require_enough(self._path, self._frame)
        pixels = self._eight_bits(least_side) if self._frame.bits == 8 else self._deep()
        metadata, reductions = _metadata(self._segments)
        captions = tuple(Caption("Comment", readable(text)) for text in self._segments.comments)
        return Decoded(pixels, metadata=metadata, reductions=reductions, captions=captions)

    def _eight_bits(self, least_side: int | None) -> Pixels:
        try:
            with open_stoppable(self._path) as file:
                pixels = _by_pillow(self._pixels_only(file), least_side)
        except OSError as error:
            # Pillow asks for the last two bytes, which many a copy lacks
            if error.errno is not None or self._is_long():
                raise
        else:
            if not self._may_be_cut(pixels):
                return pixels
        return self._whole(lambda content: _by_pillow(io.BytesIO(content), least_side))

    def _deep(self) -> Pixels:
        """Decode more than 8 bits."""
        if self._is_long():
            raise ImageError(self._path, ImageProblem.TOO_LARGE, f"over {_MAX_ENDED >> 20} MiB")
        content = self._content()
        pixels = _by_libjpeg(content, self.size)
        if not has_end(content) or self._may_be_cut(pixels):
            pixels = self._whole(lambda content: _by_libjpeg(content, self.size))
        if pixels.dtype != np.uint16 or pixels.shape[2] not in (1, 3):
            raise ImageError(self._path, ImageProblem.UNSUPPORTED_DEPTH, f"{self._frame.bits} bits")
        return filled(pixels, self._frame.bits)

    def _pixels_only(self, file: io.BufferedReader) -> io.BufferedReader:
        """Return the file without metadata, for which Pillow would refuse it."""
        return io.BufferedReader(without(file, self._segments.aside))

    def _content(self) -> bytes:
        with self._path.open("rb") as file:
            return self._pixels_only(file).read()

    def _is_long(self) -> bool:
        return self._path.stat().st_size > _MAX_ENDED

    def _may_be_cut(self, pixels: Pixels) -> bool:
        if self._is_long():
            return False
        if ends_gray(pixels, self._frame.bits):
            return True
        return self._frame.marker in _PROGRESSIVE and count_scans(self._content()) < 2

    def _whole(self, decode: Callable[[bytes], Pixels]) -> Pixels:
        """Decode the file whether it has an end or not.

        Raises:
            ImageError: If more than that is missing.
        """
        pixels = whole(self._content(), decode)
        if pixels is None:
            raise ImageError(self._path, ImageProblem.DAMAGED)
        return pixels


@contextmanager
def open_jpeg(path: Path) -> Iterator[JpegSource]:
    """Read the head of a JPEG.

    Raises:
        ImageError: If there is none, or if it names a kind of JPEG that is not read.
    """
    with path.open("rb") as file:
        segments = read_segments(file)
    frame = segments.frame
    if frame is None:
        raise ImageError(path, ImageProblem.DAMAGED)
    if frame.marker in _UNREAD:
        raise ImageError(path, ImageProblem.UNSUPPORTED_COMPRESSION, _UNREAD[frame.marker])
    yield JpegSource(path, segments, frame)


def _by_pillow(file: BinaryIO, least_side: int | None) -> Pixels:
    with JpegImageFile(file) as image:
        if least_side is not None:
            image.draft(None, (least_side, least_side))
        return eight_bits(image)[0]


def _by_libjpeg(content: bytes, size: Size) -> Pixels:
    """Return (H, W, C); libjpeg decodes more than 8 bits, whether all of them are there or not."""
    pixels = np.asarray(imagecodecs.jpeg8_decode(content))
    if pixels.shape[:2] != size:
        msg = f"a picture of {size} was said, {pixels.shape[:2]} came"
        raise ValueError(msg)
    return pixels.reshape(*size, -1)


def _require_few_scans(path: Path, frame: Frame) -> None:
    if frame.marker not in _PROGRESSIVE:
        return
    scans = count_in(path, b"\xff\xda")
    if scans * frame.width * frame.height > _MAX_SCANNED_PIXELS:
        raise ImageError(path, ImageProblem.TOO_LARGE, f"{scans} scans")


def _require_enough(path: Path, frame: Frame) -> None:
    """Refuse a file too small for its picture, which libjpeg would fill with gray without a word.

    Huffman codes have a bit or more, and each block of 8 x 8 pixels has one of its own.
    """
    blocks = -(-frame.width // 8) * -(-frame.height // 8)
    if frame.marker in _HUFFMAN and 8 * path.stat().st_size < blocks:
        raise ImageError(path, ImageProblem.DAMAGED)


def _metadata(segments: Segments) -> tuple[Metadata, list[ReadLoss]]:
    """Put together what stands in segments; what is incomplete is left out, and that is told."""
    reductions = [] if segments.is_whole else [ReadLoss.METADATA]
    packet = segments.xmp
    try:
        guid = xmp.extension_name(packet)
        if guid:
            packet = xmp.joined(packet, segments.extension_of_xmp(guid))
    except ValueError:
        reductions.append(ReadLoss.METADATA)
    try:
        profile = segments.profile()
    except ValueError:
        profile = b""
        reductions.append(ReadLoss.PROFILE)
    iptc = records_of_segments(segments.resources)
    return Metadata(segments.exif, iptc, packet, profile, segments.dpi), reductions
