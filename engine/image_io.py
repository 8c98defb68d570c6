"""Read and write photo files: JPEG, PNG, WebP and TIFF, 8 bits per channel, sRGB."""

from __future__ import annotations

import errno
import logging
import os
import struct
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image, ImageOps, UnidentifiedImageError

from engine.errors import ImageError, ImageProblem
from engine.photo import Photo

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

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
    "WEBP": {"quality": 95, "method": 4},
    "TIFF": {"compression": "tiff_lzw"},
}
_MAX_SIDE: Mapping[str, int] = {"JPEG": 65_500, "WEBP": 16_383}
_SIXTEEN_BIT_MODES = ("I;16", "I;16L", "I;16B", "I")

Image.MAX_IMAGE_PIXELS = None  # MAX_PIXELS is checked instead, and told in our own words


def read_photo(path: Path) -> Photo:
    """Decode a photo and turn it upright.

    Raises:
        ImageError: If it cannot be read, is no photo, is damaged, or has over ``MAX_PIXELS``.
    """
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
            upright = ImageOps.exif_transpose(image)
            rgb, reductions = _to_rgb(upright)
    return Photo(rgb, path, reductions)


def write_photo(path: Path, rgb: NDArray[np.uint8], *, overwrite: bool = False) -> None:
    """Write (H, W, 3) sRGB pixels in the format of the name's ending: beside, then renamed.

    Raises:
        ImageError: If the format is unknown or too small for the picture, if the file exists and
            ``overwrite`` is off, or if the disk refuses.
    """
    file_format = check_writable(path, overwrite=overwrite)
    if max(rgb.shape[:2]) > _MAX_SIDE.get(file_format, MAX_PIXELS):
        limit = f"{_MAX_SIDE[file_format]} pixels a side; TIFF and PNG can hold it"
        raise ImageError(path, ImageProblem.WRITE_TOO_LARGE, limit)
    with _writing(path), _beside(path) as partial:
        Image.fromarray(rgb).save(partial, format=file_format, **_WRITE_OPTIONS[file_format])


def check_writable(path: Path, *, overwrite: bool = False, original: Path | None = None) -> str:
    """Return the format a file would be written in, before any work is done for it.

    Raises:
        ImageError: If the name's ending is unknown, if the file exists and ``overwrite`` is off,
            or if it is the original photo, which nothing overwrites.
    """
    file_format = SUFFIXES.get(path.suffix.lower())
    if file_format is None:
        raise ImageError(path, ImageProblem.WRITE_FORMAT)
    if path.exists():
        if original is not None and original.exists() and path.samefile(original):
            raise ImageError(path, ImageProblem.WRITE_IS_INPUT)
        if path.is_dir():
            raise ImageError(path, ImageProblem.FOLDER)
        if not overwrite:
            raise ImageError(path, ImageProblem.WRITE_EXISTS)
    return file_format


def _to_rgb(image: Image.Image) -> tuple[NDArray[np.uint8], tuple[str, ...]]:
    reductions: list[str] = []
    if image.mode in _SIXTEEN_BIT_MODES:
        reductions.append("16 bits per channel became 8")
        sixteen = np.asarray(image).astype(np.float32)
        image = Image.fromarray(np.clip(sixteen / 257 + 0.5, 0, 255).astype(np.uint8))
    elif image.mode == "F":
        reductions.append("floating-point pixels became 8 bits")
        image = Image.fromarray((np.clip(np.asarray(image), 0, 1) * 255 + 0.5).astype(np.uint8))
    if image.has_transparency_data:
        reductions.append("transparency was laid on white")
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    return np.array(image.convert("RGB")), tuple(reductions)


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
    except (ValueError, SyntaxError, EOFError, IndexError, struct.error) as error:
        # what Pillow's decoders raise on malformed files besides OSError
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
        with partial.open("rb") as file:
            os.fsync(file.fileno())
        partial.chmod(0o666 & ~_umask())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _detail(error: Exception) -> str:
    return " ".join(str(error).split())
