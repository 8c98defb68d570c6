"""WebP, BMP, AVIF and HEIC: what Pillow reads alone."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import imagecodecs
import numpy as np
from PIL import Image

from engine.errors import ImageError, ImageProblem
from engine.files.decoded import Decoded
from engine.files.exif import orientation_of
from engine.files.file_bytes import open_stoppable
from engine.photo.metadata import Metadata
from engine.photo.photo import ReadLoss

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.ImageFile import ImageFile

    from engine.photo.photo import Pixels, Size

logger = logging.getLogger(__name__)

Image.MAX_IMAGE_PIXELS = None  # engine.files.image_io checks the size, in our own words


class PillowSource:
    """An open file that Pillow knows."""

    def __init__(self, path: Path, image: ImageFile) -> None:
        self._path = path
        self._image = image
        self.size: Size = (image.height, image.width)

    def decode(self, least_side: int | None) -> Decoded:  # noqa: ARG002 - only JPEG has a smaller copy
        """Decode it."""
        image = self._image
        pixels, alpha = _sixteen_bits(self._path, image) or eight_bits(image)
        several = getattr(image, "n_frames", 1) > 1
        exif = bytes(image.info.get("exif") or b"").removeprefix(b"Exif\0\0")
        # libheif and libavif apply the turn that the container asks for, or name it in EXIF
        orientation = {"HEIF": 1, "AVIF": orientation_of(exif) or 1}.get(str(image.format))
        metadata = _metadata(image, exif)
        return Decoded(pixels, alpha, orientation, metadata, [ReadLoss.PAGES] * several)


@contextmanager
def open_with_pillow(path: Path, file_format: str) -> Iterator[PillowSource]:
    """Open a file as one format, so that no other decoder sees it."""
    if file_format == "HEIF":
        _require_heif(path)
    try:
        # by a path, Pillow would map the file
        with open_stoppable(path) as file, Image.open(file, formats=(file_format,)) as image:
            yield PillowSource(path, image)
    except OSError as error:
        if error.errno is None and str(error).startswith("Unsupported BMP"):
            raise ImageError(path, ImageProblem.UNSUPPORTED_DEPTH) from error
        raise


def _require_heif(path: Path) -> None:
    try:
        import pillow_heif  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImageError(path, ImageProblem.NEEDS_EXTRA, "kolorit[heif]") from error
    pillow_heif.register_heif_opener(thumbnails=False)


def eight_bits(image: Image.Image) -> tuple[Pixels, Pixels | None]:
    """Return pixels, (H, W, C), and alpha, of an image that Pillow decodes to bytes."""
    mode = image.mode
    gray = mode in ("1", "L", "LA")
    if image.has_transparency_data or mode in ("PA", "RGBX", "RGBa", "La"):
        image = image.convert("LA" if gray else "RGBA")
        return without_opaque_alpha(np.asarray(image))
    if mode == "1":
        image = image.convert("L")
    elif mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    pixels = np.array(image)
    return pixels.reshape(*pixels.shape[:2], -1), None


def _sixteen_bits(path: Path, image: ImageFile) -> tuple[Pixels, Pixels | None] | None:
    """Return pixels and alpha of a file with more than 8 bits a channel, None if it is none."""
    if image.format == "HEIF" and image.info.get("bit_depth", 8) > 8:
        pixels = _deep_heif(path)
    elif image.format == "AVIF" and (bits := _avif_bits(path)) > 8:
        pixels = filled(imagecodecs.avif_decode(_still(path.read_bytes())), bits)
    else:
        return None
    if pixels.dtype != np.uint16 or pixels.shape[:2] != (image.height, image.width):
        return None
    return without_opaque_alpha(pixels.reshape(*pixels.shape[:2], -1))


def _still(content: bytes) -> bytes:
    """Return an AVIF file that calls itself a still picture, not a sequence that has one, too.

    Of a sequence imagecodecs decodes all frames, and there may be thousands.

    References:
        ISO/IEC 14496-12, 4.3 (``ftyp``); AOMedia, "AV1 Image File Format (AVIF)", 6.2 and 6.3.
    """
    is_sequence = content[4:12] == b"ftypavis"
    return content[:8] + b"avif" + content[12:] if is_sequence else content


def without_opaque_alpha(pixels: Pixels) -> tuple[Pixels, Pixels | None]:
    """Return (H, W, 1 or 3) and (H, W) of (H, W, 1 to 4): opaque throughout is no transparency."""
    if pixels.shape[2] in (1, 3):
        return pixels, None
    alpha = np.ascontiguousarray(pixels[..., -1])
    is_opaque = alpha.min() == np.iinfo(alpha.dtype).max
    return np.ascontiguousarray(pixels[..., :-1]), None if is_opaque else alpha


def _deep_heif(path: Path) -> Pixels:
    import pillow_heif  # noqa: PLC0415 - an extra

    file = pillow_heif.open_heif(path, convert_hdr_to_8bit=False)
    return np.asarray(file)


def _avif_bits(path: Path) -> int:
    """Return what the configuration in an AVIF file says: 8, 10 or 12 bits.

    References:
        AOMedia, "AV1 Codec ISO Media File Format Binding", 2.3: ``av1C``.
    """
    with path.open("rb") as file:
        head = file.read(1 << 16)
    place = head.find(b"av1C") + 6
    if not 6 <= place < len(head) or not head[place] & 0x40:
        return 8
    return 12 if head[place] & 0x20 else 10


def filled(pixels: Pixels, bits: int) -> Pixels:
    """Stretch as many bits over all 16."""
    if pixels.dtype != np.uint16:
        return pixels
    most = (1 << bits) - 1
    return (pixels.astype(np.uint32) * 65535 // most).clip(0, 65535).astype(np.uint16)


def _metadata(image: ImageFile, exif: bytes) -> Metadata:
    xmp = image.info.get("xmp") or b""
    return Metadata(
        exif=exif,
        xmp=xmp.encode() if isinstance(xmp, str) else bytes(xmp),
        icc=bytes(image.info.get("icc_profile") or b""),
        dpi=_resolution(image),
    )


def _resolution(image: ImageFile) -> tuple[float, float] | None:
    dpi = image.info.get("dpi")
    if not isinstance(dpi, tuple) or len(dpi) != 2:
        return None
    across, down = float(dpi[0]), float(dpi[1])
    return (across, down) if across > 0 and down > 0 else None
