"""TIFF as scanners and archives write it, classic and BigTIFF: tifffile finds, libtiff decodes.

References:
    TIFF 6.0 (1992); Adobe Photoshop TIFF Technical Notes (2002) and Technical Note 3 (2005), for
    ZIP and floating point.
"""

from __future__ import annotations

import io
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import numpy as np
import tifffile
from PIL import Image
from tifffile import COMPRESSION, PHOTOMETRIC, TiffPage

from engine.cancel import check_cancelled
from engine.errors import ImageError, ImageProblem
from engine.files import tiff_guards
from engine.files.decoded import Decoded
from engine.files.exif import exif_of_directory, resolution_in
from engine.files.file_bytes import FileBytes, open_stoppable
from engine.files.ifd import byte_order, read_directory
from engine.files.iptc import records_of_resources
from engine.files.profiles import bands
from engine.files.tiff_pages import find_pages, require_modest
from engine.files.tiff_samples import scaled
from engine.files.tiff_segments import by_pixel, decode_segments, whole_page
from engine.metadata import Metadata
from engine.photo import Reduction

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.files.file_bytes import SomeBytes
    from engine.photo import Pixels, Size

logging.getLogger("tifffile").setLevel(logging.CRITICAL)  # what matters becomes an ImageError

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

    def __init__(
        self, path: Path, page: TiffPage, number: int, pages: int, *, is_chosen: bool
    ) -> None:
        self._path = path
        self._page = page
        self._number, self._count = number, pages
        self._is_chosen = is_chosen
        self.size: Size = (page.imagelength, page.imagewidth)

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - TIFF knows no smaller copy
        """Decode the page."""
        page = self._page
        tiff_guards.check_sums(self._path, page)
        leaves_some = self._count > 1 and not self._is_chosen
        reductions = [Reduction.PAGES] if leaves_some else []
        if _is_for_pillow(page):
            pixels, alpha = self._by_pillow(), None
        else:
            pixels, alpha = self._samples(reductions)
        orientation = page.tags.valueof(_ORIENTATION, 1)
        metadata = _metadata(self._path, page, reductions)
        turn = orientation if orientation in range(1, 9) else 1
        return Decoded(pixels, alpha, turn, metadata, reductions, self._number, self._count)

    def _samples(self, reductions: list[Reduction]) -> tuple[Pixels, Pixels | None]:
        page = self._page
        colors = _COLORS.get(page.photometric)
        if colors is None or page.samplesperpixel < colors:
            raise ImageError(self._path, ImageProblem.UNSUPPORTED_DEPTH, str(page.photometric))
        tiff_guards.check(self._path, page)
        values = self._values()
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
        if kinds[0] == _ASSOCIATED_ALPHA:
            _unmultiply(pixels, alpha)
        return pixels, alpha

    def _values(self) -> NDArray[Any]:
        """Decode the samples as they lie in the file.

        Compressed ones by libtiff: tifffile's own decoder of LZW crashes on damaged files.
        """
        if self._page.compression == COMPRESSION.NONE:
            return by_pixel(np.asarray(self._page.asarray()), self._page)
        with self._path.open("rb") as file:
            return decode_segments(FileBytes(file), self._page)

    def _by_pillow(self) -> Pixels:
        """Decode what libtiff must: YCbCr that is not JPEG, and the JPEG of old TIFF."""
        with open_stoppable(self._path) as file:
            is_old = self._page.compression == COMPRESSION.OJPEG  # its tables lie anywhere
            part = file if is_old else io.BytesIO(whole_page(FileBytes(file), self._page))
            with Image.open(part, formats=("TIFF",)) as image:
                image.seek(self._number - 1 if is_old else 0)
                if (image.height, image.width) != self.size:
                    raise ImageError(self._path, ImageProblem.DAMAGED)
                return np.array(image.convert("RGB"))


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
            chosen = tiff.pages[index]
            assert isinstance(chosen, TiffPage)
            yield TiffSource(path, chosen, index + 1, len(pages), is_chosen=page is not None)


def _is_for_pillow(page: TiffPage) -> bool:
    is_jpeg = page.compression == COMPRESSION.JPEG
    is_ycbcr = page.photometric == PHOTOMETRIC.YCBCR and not is_jpeg
    return page.compression == COMPRESSION.OJPEG or is_ycbcr


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
        check_cancelled()
        share = np.maximum(alpha[rows], 1).astype(np.float32)[..., None] / whole
        pixels[rows] = np.clip(np.round(pixels[rows] / share), 0, whole)


def _metadata(path: Path, page: TiffPage, reductions: list[Reduction]) -> Metadata:
    """Read a page's tags as bytes; damaged ones are left out, and that is told."""
    try:
        with path.open("rb") as file:
            return _metadata_in(FileBytes(file), page.offset)
    except ValueError:
        reductions.append(Reduction.METADATA)
        return Metadata()


def _metadata_in(content: SomeBytes, place: int) -> Metadata:
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
