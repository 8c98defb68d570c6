"""Read and write photo files: JPEG, PNG, WebP and TIFF, 8 bits per channel, sRGB."""

from __future__ import annotations

import errno
import io
import logging
import os
import struct
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import ExifTags, Image, ImageCms, UnidentifiedImageError
from PIL.ImageFile import ImageFile
from PIL.TiffImagePlugin import TiffImageFile

from engine.errors import ImageError, ImageProblem
from engine.memory import memory_errors
from engine.photo import Photo, Reduction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from numpy.typing import NDArray

    from engine.cancel import CancelToken

logger = logging.getLogger(__name__)

MAX_PIXELS = 200_000_000
"""Larger photos are refused before they are decoded."""

SUFFIXES: Mapping[str, str] = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".tif": "TIFF",
    ".tiff": "TIFF",
}
"""File name endings that can be written, and their formats."""

_FORMATS = ("JPEG", "PNG", "WEBP", "TIFF")
"""Decoders that may see a user's file; Pillow knows many more, some of them fragile."""
_WRITE_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    "JPEG": {"quality": 95, "subsampling": "4:4:4"},
    "PNG": {"compress_level": 3},
    "WEBP": {"quality": 95, "method": 2},
    "TIFF": {"compression": "tiff_lzw"},
}
_MAX_SIDE: Mapping[str, int] = {"JPEG": 65_500, "WEBP": 16_383}
_BITS_PER_SAMPLE, _PHOTOMETRIC = 258, 262  # TIFF tags
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a photo of each EXIF orientation upright."""
_MALFORMED = (
    ArithmeticError,
    AttributeError,
    EOFError,
    LookupError,
    SyntaxError,
    TypeError,
    ValueError,
    struct.error,
)
"""What Pillow's decoders raise on malformed files, besides OSError."""

_UMASK = os.umask(0o077)  # can only be read by setting it, so once, before there are threads
os.umask(_UMASK)

Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS is checked instead, and told in our own words


def read_photo(path: Path, *, least_side: int | None = None) -> Photo:
    """Decode a photo, turn it upright and bring it to sRGB.

    Args:
        path: Of a JPEG, PNG, WebP or TIFF file.
        least_side: If given, a JPEG may come back at half, a quarter or an eighth of its size,
            whichever is the smallest with sides of at least so many pixels. That takes a fraction
            of the time and the memory, for those who need a small copy only.

    Raises:
        ImageError: If it cannot be read, is no photo, is damaged, or has over ``MAX_PIXELS``.
        DeviceMemoryError: If there is not enough memory.
    """
    with memory_errors("cpu"), _opened(path) as image:
        if least_side is not None:
            image.draft(None, (least_side, least_side))
        return _decoded(path, image)


def photo_size(path: Path) -> tuple[int, int]:
    """Return height and width by a photo's header, before it is turned upright, not decoded.

    Raises:
        ImageError: If it cannot be read, is no photo, or has over ``MAX_PIXELS``.
    """
    with _opened(path) as image:
        return image.height, image.width


def write_photo(
    path: Path,
    rgb: NDArray[np.uint8],
    *,
    overwrite: bool = False,
    token: CancelToken | None = None,
) -> None:
    """Write (H, W, 3) sRGB pixels in the format of the name's ending: beside, then renamed.

    Args:
        path: Its ending names the format.
        rgb: The pixels.
        overwrite: Whether an existing file may be replaced.
        token: Checked last before the file appears under its name.

    Raises:
        Cancelled: If ``token`` was set; no file is left.
        ImageError: If the format is unknown or too small for the picture, if the file exists and
            ``overwrite`` is off, or if the disk refuses.
    """
    file_format = check_writable(path, overwrite=overwrite)
    if max(rgb.shape[:2]) > _MAX_SIDE.get(file_format, MAX_PIXELS):
        limit = f"{_MAX_SIDE[file_format]} pixels a side; TIFF and PNG can hold it"
        raise ImageError(path, ImageProblem.WRITE_TOO_LARGE, limit)
    with _writing(path), _beside(path) as partial:
        Image.fromarray(rgb).save(partial, format=file_format, **_WRITE_OPTIONS[file_format])
        if token is not None:
            token.check()


def check_writable(path: Path, *, overwrite: bool = False, originals: Iterable[Path] = ()) -> str:
    """Return the format a file would be written in, before any work is done for it.

    Raises:
        ImageError: If the name's ending is unknown, if its folder is missing, if the file exists
            and ``overwrite`` is off, or if it is one of the originals, which nothing overwrites.
    """
    file_format = SUFFIXES.get(path.suffix.lower())
    if file_format is None:
        raise ImageError(path, ImageProblem.WRITE_FORMAT)
    with _writing(path):
        if not path.parent.is_dir():
            raise ImageError(path, ImageProblem.WRITE_NO_FOLDER)
        if path.exists():
            if any(original.exists() and path.samefile(original) for original in originals):
                raise ImageError(path, ImageProblem.WRITE_IS_INPUT)
            if path.is_dir():
                raise ImageError(path, ImageProblem.FOLDER)
            if not overwrite:
                raise ImageError(path, ImageProblem.WRITE_EXISTS)
    return file_format


@contextmanager
def _opened(path: Path) -> Iterator[ImageFile]:
    """Open a photo whose header promises that it can be decoded."""
    with _reading(path):
        if path.is_dir():
            raise ImageError(path, ImageProblem.FOLDER)
        if path.stat().st_size == 0:
            raise ImageError(path, ImageProblem.EMPTY)
        with Image.open(path, formats=_FORMATS) as image:
            if image.width * image.height > MAX_PIXELS:
                size = (
                    f"{image.width} × {image.height}, the limit is {MAX_PIXELS // 10**6} megapixels"
                )
                raise ImageError(path, ImageProblem.TOO_LARGE, size)
            yield image


def _decoded(path: Path, image: Image.Image) -> Photo:
    reductions = [Reduction.DEPTH] if _is_deep(image) else []  # first: loading forgets the depth
    if _has_more_pages(image):
        reductions.append(Reduction.PAGES)
    turn = _TURNS.get(_orientation(image))
    if image.mode.startswith("I;16"):
        image = _eight_bits(image)
    elif image.mode in ("I", "F"):
        raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH)
    image = _to_srgb(image)
    if image.has_transparency_data:
        image = image.convert("RGBA")
        if np.asarray(image.getchannel("A")).min() < 255:
            reductions.append(Reduction.ALPHA)
            image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    if turn is not None:
        image = image.transpose(turn)
    if image.mode != "RGB":
        image = image.convert("RGB")
    return Photo(np.array(image), path, tuple(reductions))


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation; broken EXIF is no reason to refuse a photo."""
    try:
        return int(image.getexif().get(ExifTags.Base.Orientation, 1))
    except _MALFORMED:
        return 1


def _has_more_pages(image: Image.Image) -> bool:
    # the further frames of a JPEG are previews and depth maps that phones add
    return image.format != "MPO" and getattr(image, "n_frames", 1) > 1


def _is_deep(image: Image.Image) -> bool:
    """Whether the file has more than 8 bits per channel."""
    if isinstance(image, TiffImageFile):
        return _tiff_bits(image) > 8
    return isinstance(image, ImageFile) and any("16" in str(tile.args) for tile in image.tile)


def _tiff_bits(image: TiffImageFile) -> int:
    bits = image.tag_v2.get(_BITS_PER_SAMPLE, (1,))
    return int(max(bits)) if isinstance(bits, tuple) else int(bits)


def _eight_bits(image: Image.Image) -> Image.Image:
    """Reduce a 9- to 16-bit gray image; Pillow leaves the meaning of its values to us."""
    bits, is_white_zero = 16, False
    if isinstance(image, TiffImageFile):
        bits = _tiff_bits(image)
        is_white_zero = bool(image.tag_v2.get(_PHOTOMETRIC) == 0)
    values = np.asarray(image).astype(np.float32) * np.float32(255 / (2**bits - 1))
    eight = np.clip(np.round(values), 0, 255).astype(np.uint8)
    reduced = Image.fromarray(255 - eight if is_white_zero else eight)
    reduced.info = image.info
    return reduced


def _to_srgb(image: Image.Image) -> Image.Image:
    """Apply the embedded color profile, if there is a usable one for this kind of image."""
    profile = image.info.get("icc_profile")
    if not profile or image.mode not in ("L", "RGB", "CMYK"):
        return image
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        target = ImageCms.createProfile("sRGB")
        converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError) as error:
        logger.warning("the color profile is ignored: %s", error)
        return image
    assert converted is not None
    return converted


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turn what Pillow and the system raise into an ``ImageError``."""
    try:
        yield
    except FileNotFoundError as error:
        raise ImageError(path, ImageProblem.MISSING) from error
    except PermissionError as error:
        raise ImageError(path, ImageProblem.FORBIDDEN) from error
    except UnidentifiedImageError as error:
        raise ImageError(path, ImageProblem.UNKNOWN_FORMAT) from error
    except OSError as error:
        # Pillow reports broken files as OSError too; only the system's own carry a number
        problem = ImageProblem.DAMAGED if error.errno is None else ImageProblem.UNREADABLE
        raise ImageError(path, problem, _detail(error)) from error
    except _MALFORMED as error:
        raise ImageError(path, ImageProblem.DAMAGED, _detail(error)) from error


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except PermissionError as error:
        raise ImageError(path, ImageProblem.WRITE_FORBIDDEN) from error
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        problem = ImageProblem.DISK_FULL if full else ImageProblem.UNWRITABLE
        raise ImageError(path, problem, "" if full else _detail(error)) from error


@contextmanager
def _beside(path: Path) -> Iterator[Path]:
    """Give a temporary name in the same folder; rename it to ``path`` if all went well."""
    handle, name = tempfile.mkstemp(
        prefix=f".{path.stem[:40]}-", suffix=".partial", dir=path.parent
    )
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        with partial.open("r+b") as file:  # Windows flushes only what may be written
            os.fsync(file.fileno())
        with suppress(OSError):  # some mounted disks have no permissions to set
            partial.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_UMASK)
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _detail(error: Exception) -> str:
    return " ".join(str(error).split())
