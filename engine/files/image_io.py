"""Read and write photo files: the front door of ``engine.files``.

Reading gives a ``Photo``: upright, in sRGB, at its own depth, with its metadata. Writing takes
pixels of 8 or 16 bits and what goes with them.
"""

from __future__ import annotations

import logging
import os
import stat
from contextlib import contextmanager
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

import numpy as np

from engine.atomic_write import ANYBODY, Privacy, atomic_path, times_of
from engine.cancel import CancelToken, cancelled_by, check_cancelled
from engine.errors import ImageError, ImageProblem
from engine.files import libraries, raw, xmp
from engine.files.bmp_reading import open_bmp
from engine.files.captions import with_captions
from engine.files.content import Content, WriteLoss, WriteOptions
from engine.files.content_credentials import sign
from engine.files.eight_bit_writing import write_jpeg, write_webp
from engine.files.exif import orientation_of, resolution_of, with_color_space
from engine.files.exif import upright as upright_exif
from engine.files.jpeg.reading import open_jpeg
from engine.files.orientation import apply as apply_orientation
from engine.files.pillow_files import open_with_pillow
from engine.files.png.reading import open_png
from engine.files.png.writing import write_png
from engine.files.problems import reading, writing
from engine.files.profiles import from_srgb, naive_rgb, srgb_profile, to_srgb
from engine.files.sniffing import format_of
from engine.files.tiff.reading import open_tiff
from engine.files.tiff.writing import write_tiff
from engine.memory import memory_errors
from engine.photo.photo import Photo, ReadLoss, in_eight_bits, in_sixteen_bits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    from engine.files.decoded import Decoded, Source
    from engine.photo.metadata import Metadata
    from engine.photo.photo import Pixels

logger = logging.getLogger(__name__)

libraries.silence()

MAX_PIXELS = 200_000_000
"""Larger photos are refused before they are decoded."""
MAX_BYTES = 4 << 30
"""Larger files are refused before they are opened."""

SUFFIXES: Mapping[str, str] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".jpe": "JPEG",
    ".jfif": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
"""File name endings that can be written, and their formats."""
READABLE_SUFFIXES = (
    frozenset(SUFFIXES)
    | raw.SUFFIXES
    | {
        *(".bmp", ".dib", ".avif", ".heic", ".heif", ".hif"),
    }
)
"""File name endings that photos to be read go by; what counts is the content."""
_NOT_REGULAR = "it is no regular file"
_LOSSLESS = ".tif"
"""For photos in formats that are only read."""
DEEP_FORMATS = frozenset({"PNG", "TIFF"})
"""Formats that hold 16 bits a channel."""

_WRITERS: Mapping[str, Callable[[Path, Content, WriteOptions], None]] = {
    "JPEG": write_jpeg,
    "PNG": write_png,
    "TIFF": write_tiff,
    "WEBP": write_webp,
}
_OPENERS: Mapping[str, Callable[[Path], AbstractContextManager[Source]]] = {
    "BMP": open_bmp,
    "JPEG": open_jpeg,
    "PNG": open_png,
    "RAW": raw.open_raw,
}
_MAX_SIDE: Mapping[str, int] = {"JPEG": 65_500, "WEBP": 16_383, "PNG": 1_000_000}
"""In pixels, as far as their libraries go."""
_MAX_PROFILE = 255 * 65_519
"""Bytes; JPEG splits a profile into no more parts."""
_RESOLUTIONS: Mapping[str, tuple[float, float]] = {
    "JPEG": (1, 65_534),
    "PNG": (0.0254, 5e7),
    "TIFF": (0.001, 4e9),
    "WEBP": (0.001, 4e6),
}
"""Pixels per inch that the numbers of a format can hold."""


def read_photo(
    path: Path,
    *,
    least_side: int | None = None,
    page: int | None = None,
    token: CancelToken | None = None,
) -> Photo:
    """Decode a photo, turn it upright and bring it to sRGB, at its own depth.

    Args:
        path: Of a JPEG, PNG, TIFF, WebP, BMP, AVIF, HEIC or camera raw file.
        least_side: If given, a JPEG may come back at half, a quarter or an eighth of its size,
            whichever is the smallest with sides of at least so many pixels. That takes a fraction
            of the time and the memory, for those who need a small copy only.
        page: Of a TIFF file, from 1; the largest by default.
        token: Checked while it is read, and between bands of what is made of it.

    Raises:
        Cancelled: If ``token`` was set.
        ImageError: If it cannot be read, is no photo, is damaged, or has over ``MAX_PIXELS``.
        DeviceMemoryError: If there is not enough memory.
    """
    with memory_errors("cpu"), cancelled_by(token), _opened(path, page) as source:
        check_cancelled()
        return _photo(path, source.decode(least_side))


def photo_size(path: Path) -> tuple[int, int]:
    """Return height and width by a photo's header, before it is turned upright, not decoded.

    Raises:
        ImageError: If it cannot be read, is no photo, or has over ``MAX_PIXELS``.
    """
    with _opened(path, None) as source:
        return source.size


def write_photo(
    path: Path,
    rgb: Pixels,
    options: WriteOptions | None = None,
    *,
    overwrite: bool = False,
    token: CancelToken | None = None,
) -> tuple[WriteLoss, ...]:
    """Write sRGB pixels in the format of the name's ending: beside, then named in one step.

    Args:
        path: Its ending names the format.
        rgb: (H, W, 3), uint8 or uint16; JPEG and WebP round to 8 bits.
        options: Transparency, metadata and how to compress.
        overwrite: Whether an existing file may be replaced; an original never is.
        token: Checked while it is written, and last before the file appears under its name.

    Returns:
        What the format had no place for.

    Raises:
        Cancelled: If ``token`` was set; no file is left.
        ImageError: If the format is unknown or too small for the picture, if the file exists and
            ``overwrite`` is off, however late it came, if it is an original, or if the disk or the
            format's encoder refuses.
        DeviceMemoryError: If there is not enough memory.
        SigningError: If the claim cannot be signed.
    """
    options, token = options or WriteOptions(), token or CancelToken()
    originals = options.originals
    if options.original is not None:
        originals = (options.original, *originals)

    def check() -> None:
        token.check()
        check_writable(path, overwrite=overwrite, originals=originals)

    file_format = check_writable(path, overwrite=overwrite, originals=originals)
    if max(rgb.shape[:2]) > _MAX_SIDE.get(file_format, MAX_PIXELS):
        limit = f"{_MAX_SIDE[file_format]} pixels a side; TIFF can hold it"
        raise ImageError(path, ImageProblem.WRITE_TOO_LARGE, limit)
    beside = atomic_path(
        path,
        replaces=overwrite,
        privacy=ANYBODY if options.original is None else Privacy.of(options.original),
        times=_times(options),
        last_check=check,
    )
    with writing(path), memory_errors("cpu"), beside as partial:
        content = _content(rgb, options, file_format)
        content.token = token
        if rgb.dtype == np.uint16 and file_format not in DEEP_FORMATS:
            content.losses.append(WriteLoss.DEPTH)
        _WRITERS[file_format](partial, content, options)
        if options.claim is not None:
            sign(partial, file_format, options.claim)
    return tuple(content.losses)


def _times(options: WriteOptions) -> tuple[int, int] | None:
    if options.original is None or not options.keep_times:
        return None
    with reading(options.original):
        return times_of(options.original)


def output_suffix(name: str) -> str:
    """Return the ending that the output of a photo gets: its own, if it can be written."""
    ending = PurePath(name).suffix
    return ending if ending.lower() in SUFFIXES else _LOSSLESS


def check_writable(path: Path, *, overwrite: bool = False, originals: Iterable[Path] = ()) -> str:
    """Return the format a file would be written in, before any work is done for it.

    Raises:
        ImageError: If the name's ending is unknown, if its folder is missing, if the file exists
            and ``overwrite`` is off, or if it is one of the originals, which nothing overwrites.
    """
    file_format = SUFFIXES.get(path.suffix.lower())
    if file_format is None:
        raise ImageError(path, ImageProblem.WRITE_FORMAT)
    check_place(path, overwrite=overwrite, originals=originals)
    return file_format


def check_place(path: Path, *, overwrite: bool = False, originals: Iterable[Path] = ()) -> None:
    """Refuse a place where a file of any kind cannot be written; see :func:`check_writable`.

    Raises:
        ImageError: For its reasons, but for the name's ending.
    """
    with writing(path):
        if not path.parent.is_dir():
            raise ImageError(path, ImageProblem.WRITE_NO_FOLDER)
        if os.path.lexists(path):  # a link that leads nowhere is somebody's, too
            if any(_is_same(path, original) for original in originals):
                raise ImageError(path, ImageProblem.WRITE_IS_INPUT)
            if path.is_dir():
                raise ImageError(path, ImageProblem.FOLDER)
            if not overwrite:
                raise ImageError(path, ImageProblem.WRITE_EXISTS)
            if stat.S_IFMT(path.lstat().st_mode) not in (stat.S_IFREG, stat.S_IFLNK):
                raise ImageError(path, ImageProblem.UNWRITABLE, _NOT_REGULAR)


def _is_same(path: Path, original: Path) -> bool:
    try:
        return path.samefile(original)
    except OSError:  # what cannot be looked at is not what we write to
        return False


@contextmanager
def _opened(path: Path, page: int | None) -> Iterator[Source]:
    """Open a photo whose header promises that it can be decoded."""
    with reading(path):
        _require_file(path)
        with _open(path, page) as source:
            height, width = source.size
            if height < 1 or width < 1:
                raise ImageError(path, ImageProblem.DAMAGED)
            if height * width > MAX_PIXELS:
                limit = f"the limit is {MAX_PIXELS // 10**6} megapixels"
                size = f"{width} × {height}, {limit}"
                raise ImageError(path, ImageProblem.TOO_LARGE, size)
            yield source


def _require_file(path: Path) -> None:
    if path.is_dir():
        raise ImageError(path, ImageProblem.FOLDER)
    status = path.stat()
    if not path.is_file():
        raise ImageError(path, ImageProblem.UNKNOWN_FORMAT, _NOT_REGULAR)
    if status.st_size == 0:
        raise ImageError(path, ImageProblem.EMPTY)
    if status.st_size > MAX_BYTES:
        limit = f"{status.st_size} bytes, the limit is {MAX_BYTES >> 30} GiB"
        raise ImageError(path, ImageProblem.TOO_LARGE, limit)
    if not os.access(path, os.R_OK):
        raise ImageError(path, ImageProblem.FORBIDDEN)


def _open(path: Path, page: int | None) -> AbstractContextManager[Source]:
    file_format = format_of(path)
    if page not in (None, 1) and file_format != "TIFF":
        raise ImageError(path, ImageProblem.NO_PAGE, f"page {page} of 1")
    if file_format == "TIFF":
        return open_tiff(path, page)
    if file_format is None:
        raise ImageError(path, ImageProblem.UNKNOWN_FORMAT)
    if file_format in _OPENERS:
        return _OPENERS[file_format](path)
    return open_with_pillow(path, file_format)


def _photo(path: Path, decoded: Decoded) -> Photo:
    try:
        pixels = to_srgb(decoded.pixels, decoded.metadata.icc)
    except ValueError as error:
        logger.info("the color profile is ignored: %s", error)
        decoded.reductions.append(ReadLoss.PROFILE)
        pixels = naive_rgb(decoded.pixels) if decoded.pixels.shape[2] == 4 else decoded.pixels
    turn = decoded.orientation or _orientation_in(decoded.metadata)
    metadata = _upright_metadata(decoded, turn)
    alpha = decoded.alpha
    return Photo(
        apply_orientation(pixels, turn),
        path,
        tuple(dict.fromkeys(decoded.reductions)),
        None if alpha is None else apply_orientation(alpha, turn),
        metadata,
        decoded.page,
        decoded.pages,
    )


def _orientation_in(metadata: Metadata) -> int:
    return orientation_of(metadata.exif) or xmp.orientation_of(metadata.xmp) or 1


def _upright_metadata(decoded: Decoded, turn: int) -> Metadata:
    """Return the metadata of the turned pixels; what is damaged is left out, and that is told."""
    metadata = decoded.metadata
    dpi = metadata.dpi or resolution_of(metadata.exif)
    metadata = replace(metadata, dpi=dpi[::-1] if dpi and turn >= 5 else dpi)
    if metadata.exif:
        try:
            exif = upright_exif(metadata.exif, turn)
        except ValueError:
            exif = b""
            decoded.reductions.append(ReadLoss.METADATA)
        metadata = replace(metadata, exif=exif)
    try:
        packet = xmp.upright(metadata.xmp) if metadata.xmp else b""
    except ValueError:
        packet = b""
        decoded.reductions.append(ReadLoss.METADATA)
    try:
        packet = with_captions(packet, decoded.captions)
    except ValueError:
        decoded.reductions.append(ReadLoss.METADATA)
    return replace(metadata, xmp=packet)


def _content(rgb: Pixels, options: WriteOptions, file_format: str) -> Content:
    """Return what is to be written, in the color space it is to be written in."""
    losses = []
    profile = srgb_profile()
    alpha = options.alpha
    if alpha is not None:
        alpha = in_sixteen_bits(alpha) if rgb.dtype == np.uint16 else in_eight_bits(alpha)
    if options.keep_profile and len(options.metadata.icc) > _MAX_PROFILE:
        losses.append(WriteLoss.PROFILE)
    elif options.keep_profile:
        try:
            rgb = from_srgb(rgb, options.metadata.icc)
            profile = options.metadata.icc
        except ValueError:
            losses.append(WriteLoss.PROFILE)
    metadata = replace(options.metadata, icc=profile)
    if metadata.exif:
        try:
            exif = with_color_space(metadata.exif, is_srgb=profile == srgb_profile())
        except ValueError:
            exif = b""
            losses.append(WriteLoss.EXIF)
        metadata = replace(metadata, exif=exif)
    content = Content(rgb, alpha, metadata, losses)
    _limit_resolution(content, file_format)
    return content


def _limit_resolution(content: Content, file_format: str) -> None:
    """Leave out a resolution that a format cannot hold, and tell unless the EXIF has it too."""
    metadata, (least, most) = content.metadata, _RESOLUTIONS[file_format]
    if metadata.dpi is None or all(least <= side <= most for side in metadata.dpi):
        return
    content.metadata = replace(metadata, dpi=None)
    if file_format == "TIFF" or resolution_of(metadata.exif) is None:
        content.losses.append(WriteLoss.RESOLUTION)
