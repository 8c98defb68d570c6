"""TIFF as scanners and archives write it, classic and BigTIFF: tifffile finds, libtiff decodes.

References:
    TIFF 6.0 (1992); Adobe Photoshop TIFF Technical Notes (2002) and Technical Note 3 (2005), for
    ZIP and floating point.
"""

from __future__ import annotations

import mmap
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

import imagecodecs
import numpy as np
import tifffile
from tifffile import COMPRESSION, PHOTOMETRIC, TiffPage

from engine.errors import ImageError, ImageProblem
from engine.files import tiff_guards
from engine.files.decoded import Decoded
from engine.files.exif import DESCRIPTIVE, exif_of_directory, orientation_in, resolution_in
from engine.files.ifd import EXIF, GPS, byte_order, read_directory
from engine.files.iptc import records_of_resources
from engine.files.tiff_lab import srgb_of_lab
from engine.files.tiff_samples import scaled
from engine.files.tiff_segments import patches
from engine.metadata import Metadata
from engine.photo import Reduction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.files.ifd import Directory
    from engine.photo import Pixels, Size

    _Listed = tuple[TiffPage, TiffPage]
    """A page, and the one of the file that it is or is in."""

MAX_PAGES = 500
"""Further pages are not looked at; that there are more is told."""

_XMP, _IPTC, _RESOURCES, _ICC, _ORIENTATION = 700, 33723, 34377, 34675, 274
_OF_THE_PHOTO = frozenset({*DESCRIPTIVE, EXIF, GPS, _XMP, _IPTC, _RESOURCES, _ORIENTATION})
_ALPHA, _ASSOCIATED_ALPHA = 2, 1
_REDUCED, _MASK = 1, 4
"""Bits of NewSubfileType."""
_LAB = frozenset({PHOTOMETRIC.CIELAB, PHOTOMETRIC.ICCLAB})
_COLORS: Mapping[int, int] = {
    PHOTOMETRIC.MINISWHITE: 1,
    PHOTOMETRIC.MINISBLACK: 1,
    PHOTOMETRIC.PALETTE: 1,
    PHOTOMETRIC.RGB: 3,
    PHOTOMETRIC.YCBCR: 3,
    PHOTOMETRIC.SEPARATED: 4,
    PHOTOMETRIC.CIELAB: 3,
    PHOTOMETRIC.ICCLAB: 3,
}
"""Samples of a pixel that are its color."""


class TiffSource:
    """A page of an open TIFF file."""

    def __init__(self, path: Path, pages: list[_Listed], index: int, *, is_chosen: bool) -> None:
        self._path = path
        self._page, self._home = page, _ = pages[index]
        self._number, self._count = index + 1, len(pages)
        others = (other for other, _ in pages if other is not page)
        self._leaves_some = not is_chosen and any(_area(other) for other in others)
        self.size: Size = (page.imagelength, page.imagewidth)

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - TIFF knows no smaller copy
        """Decode the page."""
        page = self._page
        reductions = [Reduction.PAGES] if self._leaves_some else []
        pixels, alpha = self._samples(reductions)
        metadata, turn = _metadata(self._path, page, self._home, reductions)
        if page.photometric in _LAB:
            metadata = replace(metadata, icc=b"")
        return Decoded(pixels, alpha, turn, metadata, reductions, self._number, self._count)

    def _samples(self, reductions: list[Reduction]) -> tuple[Pixels, Pixels | None]:
        page = self._page
        colors = _color_samples(self._path, page)
        tiff_guards.check(self._path, page)
        values = _by_pixel(self._values(), page)
        if page.photometric == PHOTOMETRIC.PALETTE:
            return _looked_up(values[..., 0], page), None
        if page.bitspersample > 16:
            reductions.append(Reduction.DEPTH)
        extra = page.samplesperpixel - colors
        kinds = tuple(page.extrasamples) if extra else ()
        has_alpha = bool(kinds) and kinds[0] in (_ALPHA, _ASSOCIATED_ALPHA)
        if extra > has_alpha:  # where no tag says what a sample is, it is no transparency
            reductions.append(Reduction.CHANNELS)
        pixels = scaled(self._path, values[..., :colors], page)
        if page.photometric in _LAB:
            pixels = srgb_of_lab(pixels, is_icc=page.photometric == PHOTOMETRIC.ICCLAB)
        if page.photometric == PHOTOMETRIC.MINISWHITE:
            np.subtract(np.iinfo(pixels.dtype).max, pixels, out=pixels)
        if not has_alpha:
            return pixels, None
        alpha = scaled(self._path, values[..., colors : colors + 1], page)[..., 0]
        return _unmultiplied(pixels, alpha) if kinds[0] == _ASSOCIATED_ALPHA else pixels, alpha

    def _values(self) -> NDArray[Any]:
        """Decode the samples as they lie in the file.

        Compressed ones by libtiff, which also puts YCbCr together: tifffile's own decoder of LZW
        crashes on damaged files.
        """
        page = self._page
        if page.compression == COMPRESSION.NONE and page.photometric != PHOTOMETRIC.YCBCR:
            return np.asarray(page.asarray())
        with (
            self._path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_COPY) as content,
        ):
            for place, value in patches(page):  # in memory only
                content[place : place + len(value)] = value
            return np.asarray(imagecodecs.tiff_decode(content, index=0))


@contextmanager
def open_tiff(path: Path, page: int | None) -> Iterator[TiffSource]:
    """Open a page, counted from 1; by default the largest, and of several the first."""
    with tifffile.TiffFile(path) as file:
        pages = _pages(file)
        if page is None:
            index = max(range(len(pages)), key=lambda i: (_area(pages[i][0]), -i))
        elif 1 <= page <= len(pages):
            index = page - 1
        else:
            raise ImageError(path, ImageProblem.NO_PAGE, f"page {page} of {len(pages)}")
        yield TiffSource(path, pages, index, is_chosen=page is not None)


def _pages(file: tifffile.TiffFile) -> list[_Listed]:
    """Return the pages, and behind them what they hold besides: often a photo and its preview."""
    pages: list[TiffPage] = []
    try:
        pages.extend(page for page in islice(file.pages, MAX_PAGES) if isinstance(page, TiffPage))
    except tiff_guards.MALFORMED:
        if not pages:  # a broken chain behind good pages costs only what lies behind it
            raise
    if not pages:
        msg = "there is no page in it"
        raise ValueError(msg)
    inside = islice(_inside(pages), MAX_PAGES)
    return [*((page, page) for page in pages), *((p, home) for p, home in inside if _area(p))]


def _inside(pages: list[TiffPage]) -> Iterator[_Listed]:
    for home in pages:
        try:
            for page in islice(home.pages or (), MAX_PAGES):
                if isinstance(page, TiffPage):
                    yield page, home
        except tiff_guards.MALFORMED:  # as above
            continue


def _area(page: TiffPage) -> int:
    is_aside = page.subfiletype & (_REDUCED | _MASK)
    return 0 if is_aside else page.imagewidth * page.imagelength


def _color_samples(path: Path, page: TiffPage) -> int:
    """Return how many samples of a pixel are its color."""
    colors = _COLORS.get(page.photometric, 0)
    if page.photometric in _LAB and page.samplesperpixel < colors:
        return 1  # lightness alone
    if not 0 < colors <= page.samplesperpixel:
        raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH, _name_of(page.photometric))
    return colors


def _name_of(photometric: int) -> str:
    try:
        return PHOTOMETRIC(photometric).name
    except ValueError:
        return str(int(photometric))


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


def _metadata(
    path: Path, page: TiffPage, home: TiffPage, reductions: list[Reduction]
) -> tuple[Metadata, int | None]:
    """Read a page's tags as bytes, and its orientation; damaged ones are left out, as is told."""
    try:
        with (
            path.open("rb") as file,
            mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole,
            memoryview(whole) as content,
        ):
            return _metadata_in(content, page.offset, home.offset)
    except ValueError:
        reductions.append(Reduction.METADATA)
        return Metadata(), None


def _metadata_in(content: memoryview, place: int, home: int) -> tuple[Metadata, int | None]:
    order = byte_order(content)
    directory = read_directory(content, place)
    if home != place:
        directory = _with_tags_of(directory, read_directory(content, home))
    values = {entry.tag: entry.value for entry in directory.entries}
    iptc = values.get(_IPTC, b"") or records_of_resources(values.get(_RESOURCES, b""))
    metadata = Metadata(
        exif=exif_of_directory(content, directory, order),
        iptc=iptc,
        xmp=values.get(_XMP, b""),
        icc=values.get(_ICC, b""),
        dpi=resolution_in(directory, order),
    )
    return metadata, orientation_in(directory, order)


def _with_tags_of(directory: Directory, home: Directory) -> Directory:
    """Return a directory with what the one that it is in says of the photo."""
    own = {entry.tag for entry in directory.entries}
    more = [e for e in home.entries if e.tag in _OF_THE_PHOTO and e.tag not in own]
    return replace(directory, entries=(*directory.entries, *more))
