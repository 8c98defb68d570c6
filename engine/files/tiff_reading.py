"""TIFF as scanners and archives write it, classic and BigTIFF: tifffile finds, libtiff decodes.

References:
    TIFF 6.0 (1992); Adobe Photoshop TIFF Technical Notes (2002) and Technical Note 3 (2005), for
    ZIP and floating point.
"""

from __future__ import annotations

import logging
import mmap
import struct
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any

import imagecodecs
import numpy as np
import tifffile
from PIL import Image
from tifffile import COMPRESSION, PHOTOMETRIC, TiffPage

from engine.errors import ImageError, ImageProblem
from engine.files import tiff_guards
from engine.files.decoded import Decoded
from engine.files.exif import exif_of_directory, resolution_in
from engine.files.ifd import byte_order, read_directory
from engine.files.iptc import records_of_resources
from engine.files.tiff_samples import scaled
from engine.metadata import Metadata
from engine.photo import Reduction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.photo import Pixels, Size

logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # what matters becomes an ImageError

MAX_PAGES = 500
"""Further pages are not looked at; that there are more is told."""

_PHOTOMETRIC = 262
_XMP, _IPTC, _RESOURCES, _ICC, _ORIENTATION = 700, 33723, 34377, 34675, 274
_ALPHA, _ASSOCIATED_ALPHA = 2, 1
_COLORS: Mapping[int, int] = {
    PHOTOMETRIC.MINISWHITE: 1,
    PHOTOMETRIC.MINISBLACK: 1,
    PHOTOMETRIC.PALETTE: 1,
    PHOTOMETRIC.RGB: 3,
    PHOTOMETRIC.YCBCR: 3,
    PHOTOMETRIC.SEPARATED: 4,
}
"""Samples of a pixel that are its color."""


class TiffSource:
    """A page of an open TIFF file."""

    def __init__(self, path: Path, pages: list[TiffPage], index: int, *, is_chosen: bool) -> None:
        self._path = path
        self._page = page = pages[index]
        self._index, self._count = index, len(pages)
        self._is_chosen = is_chosen
        self.size: Size = (page.imagelength, page.imagewidth)

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - TIFF knows no smaller copy
        """Decode the page."""
        page = self._page
        leaves_some = self._count > 1 and not self._is_chosen
        reductions = [Reduction.PAGES] if leaves_some else []
        if _is_for_pillow(page):
            pixels, alpha = self._by_pillow(), None
        else:
            pixels, alpha = self._samples(reductions)
        orientation = page.tags.valueof(_ORIENTATION, 1)
        metadata = _metadata(self._path, page, reductions)
        turn = orientation if orientation in range(1, 9) else 1
        number = self._index + 1
        return Decoded(pixels, alpha, turn, metadata, reductions, number, self._count)

    def _samples(self, reductions: list[Reduction]) -> tuple[Pixels, Pixels | None]:
        page = self._page
        colors = _COLORS.get(page.photometric)
        if colors is None or page.samplesperpixel < colors:
            raise ImageError(self._path, ImageProblem.UNSUPPORTED_DEPTH, str(page.photometric))
        tiff_guards.check(self._path, page)
        values = _by_pixel(self._values(), page)
        if page.photometric == PHOTOMETRIC.PALETTE:
            return _looked_up(values[..., 0], page), None
        if page.bitspersample > 16:
            reductions.append(Reduction.DEPTH)
        kinds = tuple(page.extrasamples) if page.samplesperpixel > colors else ()
        has_alpha = bool(kinds) and kinds[0] in (_ALPHA, _ASSOCIATED_ALPHA)
        if len(kinds) > has_alpha:
            reductions.append(Reduction.CHANNELS)
        pixels = scaled(self._path, values[..., :colors], page)
        if page.photometric == PHOTOMETRIC.MINISWHITE:
            np.subtract(np.iinfo(pixels.dtype).max, pixels, out=pixels)
        if not has_alpha:
            return pixels, None
        alpha = scaled(self._path, values[..., colors : colors + 1], page)[..., 0]
        return _unmultiplied(pixels, alpha) if kinds[0] == _ASSOCIATED_ALPHA else pixels, alpha

    def _values(self) -> NDArray[Any]:
        """Decode the samples as they lie in the file.

        Compressed ones by libtiff: tifffile's own decoder of LZW crashes on damaged files.
        """
        if self._page.compression == COMPRESSION.NONE:
            return np.asarray(self._page.asarray())
        with (
            self._path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as content,
        ):
            if self._page.photometric == PHOTOMETRIC.SEPARATED:
                # libtiff would make RGB of it: call it RGB and one more, in memory only
                place = self._page.tags[_PHOTOMETRIC].valueoffset
                rgb = struct.pack(f"{self._page.parent.byteorder}H", PHOTOMETRIC.RGB)
                content[place : place + 2] = rgb
            return np.asarray(imagecodecs.tiff_decode(content, index=self._index))

    def _by_pillow(self) -> Pixels:
        """Decode what libtiff must: YCbCr that is not JPEG, and the JPEG of old TIFF."""
        with Image.open(self._path, formats=("TIFF",)) as image:
            image.seek(self._index)
            if (image.height, image.width) != self.size:
                raise ImageError(self._path, ImageProblem.DAMAGED)
            return np.array(image.convert("RGB"))


@contextmanager
def open_tiff(path: Path, page: int | None) -> Iterator[TiffSource]:
    """Open a page, counted from 1; by default the largest, and of several the first."""
    with tifffile.TiffFile(path) as file:
        pages = _pages(file)
        if page is None:
            index = max(range(len(pages)), key=lambda i: (_area(pages[i]), -i))
        elif 1 <= page <= len(pages):
            index = page - 1
        else:
            raise ImageError(path, ImageProblem.NO_PAGE, f"page {page} of {len(pages)}")
        yield TiffSource(path, pages, index, is_chosen=page is not None)


def _pages(file: tifffile.TiffFile) -> list[TiffPage]:
    pages: list[TiffPage] = []
    try:
        pages.extend(page for page in islice(file.pages, MAX_PAGES) if isinstance(page, TiffPage))
    except tiff_guards.MALFORMED:
        if not pages:  # a broken chain behind good pages costs only what lies behind it
            raise
    if not pages:
        msg = "there is no page in it"
        raise ValueError(msg)
    return pages


def _area(page: TiffPage) -> int:
    return 0 if page.subfiletype & 1 else page.imagewidth * page.imagelength


def _is_for_pillow(page: TiffPage) -> bool:
    is_jpeg = page.compression == COMPRESSION.JPEG
    is_ycbcr = page.photometric == PHOTOMETRIC.YCBCR and not is_jpeg
    return page.compression == COMPRESSION.OJPEG or is_ycbcr


def _by_pixel(values: NDArray[Any], page: TiffPage) -> NDArray[Any]:
    """Return (H, W, samples), however the samples lie in the file."""
    H, W, samples = page.imagelength, page.imagewidth, page.samplesperpixel
    if values.size != H * W * samples:
        msg = f"expected {H * W * samples} values, got {values.size}"
        raise ValueError(msg)
    if page.planarconfig == 2 and samples > 1:
        return np.moveaxis(values.reshape(samples, H, W), 0, 2)
    return values.reshape(H, W, samples)


def _looked_up(indices: NDArray[Any], page: TiffPage) -> Pixels:
    if page.colormap is None:
        msg = "its palette is missing"
        raise ValueError(msg)
    palette = page.colormap.T
    # some writers leave 8-bit values in the palette's 16 bits
    eight = (palette >> 8 if palette.max() > 255 else palette).astype(np.uint8)
    return np.take(eight, indices, axis=0, mode="clip")


def _unmultiplied(pixels: Pixels, alpha: Pixels) -> Pixels:
    whole = np.iinfo(pixels.dtype).max
    share = np.maximum(alpha, 1).astype(np.float32)[..., None] / whole
    return np.clip(np.round(pixels / share), 0, whole).astype(pixels.dtype)


def _metadata(path: Path, page: TiffPage, reductions: list[Reduction]) -> Metadata:
    """Read a page's tags as bytes; damaged ones are left out, and that is told."""
    try:
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
            memoryview(whole) as content,
        ):
            return _metadata_in(content, page.offset)
    except ValueError:
        reductions.append(Reduction.METADATA)
        return Metadata()


def _metadata_in(content: memoryview, place: int) -> Metadata:
    order = byte_order(content)
    directory = read_directory(content, place)
    values = {entry.tag: entry.value for entry in directory.entries}
    iptc = values.get(_IPTC, b"") or records_of_resources(values.get(_RESOURCES, b""))
    return Metadata(
        exif=exif_of_directory(content, directory, order),
        iptc=iptc,
        xmp=values.get(_XMP, b""),
        icc=values.get(_ICC, b""),
        dpi=resolution_in(directory, order),
    )
