"""TIFF as scanners and archives write it, classic and BigTIFF: tifffile finds, libtiff decodes.

References:
    TIFF 6.0 (1992); Adobe Photoshop TIFF Technical Notes (2002) and Technical Note 3 (2005), for
    ZIP and floating point.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import tifffile
from tifffile import COMPRESSION, PHOTOMETRIC, TiffPage

from engine.errors import ImageError, ImageProblem
from engine.files.decoded import Decoded
from engine.files.exif import DESCRIPTIVE, exif_of_directory, orientation_in, resolution_in
from engine.files.file_bytes import FileBytes, open_stoppable
from engine.files.ifd import EXIF, GPS, byte_order, read_directory
from engine.files.iptc import records_of_resources
from engine.files.profiles import bands
from engine.files.tiff import guards as tiff_guards
from engine.files.tiff.bands import by_pixel, decode_segments
from engine.files.tiff.lab import srgb_of_lab
from engine.files.tiff.pages import PagePlace, find_pages, require_modest
from engine.files.tiff.samples import scaled
from engine.photo.metadata import Metadata
from engine.photo.photo import ReadLoss

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.files.file_bytes import SomeBytes
    from engine.files.ifd import Directory
    from engine.photo.photo import Pixels, Size


_XMP, _IPTC, _RESOURCES, _ICC, _ORIENTATION = 700, 33723, 34377, 34675, 274
_OF_THE_PHOTO = frozenset({*DESCRIPTIVE, EXIF, GPS, _XMP, _IPTC, _RESOURCES, _ORIENTATION})
_ALPHA, _ASSOCIATED_ALPHA = 2, 1
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

    def __init__(
        self, path: Path, page: TiffPage, pages: list[PagePlace], index: int, *, is_chosen: bool
    ) -> None:
        self._path = path
        self._page, self._home = page, pages[index].home
        self._number, self._count = index + 1, len(pages)
        others = (other for place, other in enumerate(pages) if place != index)
        self._leaves_some = not is_chosen and any(other.area for other in others)
        self.size: Size = (page.imagelength, page.imagewidth)

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - TIFF knows no smaller copy
        """Decode the page."""
        page = self._page
        reductions = [ReadLoss.PAGES] if self._leaves_some else []
        pixels, alpha = self._samples(reductions)
        metadata, turn = _metadata(self._path, page, self._home, reductions)
        if page.photometric in _LAB:
            metadata = replace(metadata, icc=b"")
        return Decoded(pixels, alpha, turn, metadata, reductions, self._number, self._count)

    def _samples(self, reductions: list[ReadLoss]) -> tuple[Pixels, Pixels | None]:
        page = self._page
        colors = _color_samples(self._path, page)
        tiff_guards.check(self._path, page)
        values = self._values()
        if page.photometric == PHOTOMETRIC.PALETTE:
            return _looked_up(values[..., 0], page), None
        if page.bitspersample > 16:
            reductions.append(ReadLoss.DEPTH)
        extra = page.samplesperpixel - colors
        kinds = tuple(page.extrasamples) if extra else ()
        has_alpha = bool(kinds) and kinds[0] in (_ALPHA, _ASSOCIATED_ALPHA)
        if extra > has_alpha:  # where no tag says what a sample is, it is no transparency
            reductions.append(ReadLoss.CHANNELS)
        pixels = scaled(self._path, values[..., :colors], page)
        if page.photometric in _LAB:
            pixels = srgb_of_lab(pixels, is_icc=page.photometric == PHOTOMETRIC.ICCLAB)
        if page.photometric == PHOTOMETRIC.MINISWHITE:
            np.subtract(np.iinfo(pixels.dtype).max, pixels, out=pixels)
        if not has_alpha:
            return pixels, None
        alpha = scaled(self._path, values[..., colors : colors + 1], page)[..., 0]
        if kinds[0] == _ASSOCIATED_ALPHA:
            _unmultiply(pixels, alpha)
        return pixels, alpha

    def _values(self) -> NDArray[Any]:
        """Decode the samples as they lie in the file.

        Compressed ones by libtiff, which also puts YCbCr together: tifffile's own decoder of LZW
        crashes on damaged files.
        """
        page = self._page
        if page.compression == COMPRESSION.NONE and page.photometric != PHOTOMETRIC.YCBCR:
            return by_pixel(np.asarray(page.asarray()), page)
        with self._path.open("rb") as file:
            return decode_segments(FileBytes(file), page)


@contextmanager
def open_tiff(path: Path, page: int | None) -> Iterator[TiffSource]:
    """Open a page, counted from 1; by default the largest, and of several the first."""
    with open_stoppable(path) as file:
        content = FileBytes(file)
        pages = find_pages(content)
        if page is None:
            index = max(range(len(pages)), key=lambda i: (pages[i].area, -i))
        elif 1 <= page <= len(pages):
            index = page - 1
        else:
            raise ImageError(path, ImageProblem.NO_PAGE, f"page {page} of {len(pages)}")
        for place in {pages[0].place, pages[index].place}:  # tifffile looks at the first one, too
            require_modest(content, place)
        file.seek(0)
        with tifffile.TiffFile(file, name=path.name) as tiff:
            tiff.filehandle.seek(pages[index].place)
            chosen = TiffPage(tiff, index=index)
            yield TiffSource(path, chosen, pages, index, is_chosen=page is not None)


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


def _looked_up(indices: NDArray[Any], page: TiffPage) -> Pixels:
    if page.colormap is None:
        msg = "its palette is missing"
        raise ValueError(msg)
    palette = page.colormap.T
    # some writers leave 8-bit values in the palette's 16 bits
    eight = (palette >> 8 if palette.max() > 255 else palette).astype(np.uint8)
    return np.take(eight, indices, axis=0, mode="clip")


def _unmultiply(pixels: Pixels, alpha: Pixels) -> None:
    """Divide pixels by their alpha, in place."""
    whole = np.iinfo(pixels.dtype).max
    for rows in bands(pixels):
        share = np.maximum(alpha[rows], 1).astype(np.float32)[..., None] / whole
        pixels[rows] = np.clip(np.round(pixels[rows] / share), 0, whole)


def _metadata(
    path: Path, page: TiffPage, home: int, reductions: list[ReadLoss]
) -> tuple[Metadata, int | None]:
    """Read a page's tags as bytes, and its orientation; damaged ones are left out, as is told."""
    try:
        with path.open("rb") as file:
            return _metadata_in(FileBytes(file), page.offset, home)
    except ValueError:
        reductions.append(ReadLoss.METADATA)
        return Metadata(), None


def _metadata_in(content: SomeBytes, place: int, home: int) -> tuple[Metadata, int | None]:
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
