"""PNG: 8 bits by Pillow, 16 by libpng, and everything else that stands in it by ourselves."""

from __future__ import annotations

import io
from contextlib import contextmanager
from typing import TYPE_CHECKING

import imagecodecs
import numpy as np
from PIL import Image

from engine.errors import ImageError, ImageProblem
from engine.files.captions import Caption
from engine.files.decoded import Decoded
from engine.files.iptc import as_records
from engine.files.pieces import Pieces
from engine.files.pillow_files import eight_bits, without_opaque_alpha
from engine.files.png.chunks import PngChunks, read_chunks
from engine.photo.metadata import Metadata
from engine.photo.photo import ReadLoss

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from engine.photo.photo import Pixels, Size

_EXIF, _XMP = b"Exif\0\0", b"http://ns.adobe.com/xap/1.0/\0"


class PngSource:
    """A PNG whose chunks were read."""

    def __init__(self, path: Path, file: io.BufferedReader, chunks: PngChunks) -> None:
        self._path = path
        self._file = file
        self._chunks = chunks
        self.size: Size = chunks.size

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - PNG knows no smaller copy
        """Decode the picture, of an animation the one that stands for it."""
        chunks = self._chunks
        pixels, alpha = self._pixels()
        reductions = [ReadLoss.PAGES] if chunks.frames > 1 else []
        reductions += [ReadLoss.PROFILE] if chunks.lost_profile else []
        reductions += [ReadLoss.METADATA] if chunks.lost_others else []
        captions = tuple(Caption(keyword, text) for keyword, text in chunks.texts)
        return Decoded(pixels, alpha, None, _metadata(chunks), reductions, captions=captions)

    def _pixels(self) -> tuple[Pixels, Pixels | None]:
        file = Pieces(self._file, self._chunks.pieces)
        if self._chunks.bits <= 8:
            with Image.open(io.BufferedReader(file), formats=("PNG",)) as image:
                return eight_bits(image)
        pixels = imagecodecs.png_decode(file.everything())
        if pixels.dtype != np.uint16 or pixels.shape[:2] != self.size:
            raise ImageError(self._path, ImageProblem.DAMAGED)
        return without_opaque_alpha(pixels.reshape(*self.size, -1))


@contextmanager
def open_png(path: Path) -> Iterator[PngSource]:
    """Read what a PNG holds besides its pixels.

    Raises:
        ImageError: If it has no header.
    """
    with path.open("rb") as file:
        chunks = read_chunks(file)
        if not chunks.bits:
            raise ImageError(path, ImageProblem.DAMAGED)
        yield PngSource(path, file, chunks)


def _metadata(chunks: PngChunks) -> Metadata:
    raw = chunks.raw
    segment = raw.get("APP1", b"")  # of the JPEG that the PNG was made of
    exif = chunks.exif or raw.get("exif", b"") or (segment if segment[:6] == _EXIF else b"")
    packet = segment.removeprefix(_XMP) if segment.startswith(_XMP) else b""
    return Metadata(
        exif=exif.removeprefix(_EXIF),
        iptc=as_records(raw.get("iptc", b"") or raw.get("8bim", b"")),
        xmp=chunks.xmp or raw.get("xmp", b"") or packet,
        icc=chunks.profile or raw.get("icc", b"") or raw.get("icm", b""),
        dpi=chunks.dpi,
    )
