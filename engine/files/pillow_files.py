"""JPEG, PNG, WebP, BMP, AVIF and HEIC: what Pillow reads."""

from __future__ import annotations

import io
import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

import imagecodecs
import numpy as np
from PIL import Image, PngImagePlugin

from engine.errors import ImageError, ImageProblem
from engine.files.decoded import Decoded
from engine.files.exif import orientation_of, resolution_of
from engine.files.iptc import records_of_png_text, records_of_resources
from engine.files.xmp import joined
from engine.metadata import Metadata
from engine.photo import Reduction

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PIL.ImageFile import ImageFile

    from engine.photo import Pixels, Size

logger = logging.getLogger(__name__)

_IPTC_RESOURCE = 0x0404
_EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_EXTENSION_HEAD = len(_EXTENDED_XMP) + 32 + 4 + 4  # then a checksum, the whole length, a place
_MAX_SCANNED_PIXELS = 4_000_000_000
"""Pixels of a progressive JPEG times its scans: a small file can ask for days of work."""
_SIXTEEN_BITS = "I;16"

Image.MAX_IMAGE_PIXELS = None  # engine.image_io checks the size, and tells it in our own words


class PillowSource:
    """An open file that Pillow knows."""

    def __init__(self, path: Path, image: ImageFile) -> None:
        self._path = path
        self._image = image
        self.size: Size = (image.height, image.width)

    def decode(self, least_side: int | None) -> Decoded:
        """Decode it; a JPEG may come at half, a quarter or an eighth of its size."""
        image = self._image
        if image.format in ("JPEG", "MPO"):
            _require_few_scans(self._path, image)
            if least_side is not None:
                image.draft(None, (least_side, least_side))
        pixels, alpha = _sixteen_bits(self._path, image) or _eight_bits(image)
        several = image.format != "MPO" and getattr(image, "n_frames", 1) > 1
        exif = bytes(image.info.get("exif") or b"").removeprefix(b"Exif\0\0")
        # libheif has applied the turn that the container asks for
        orientation = 1 if image.format == "HEIF" else orientation_of(exif)
        metadata = _metadata(image, exif)
        return Decoded(pixels, alpha, orientation, metadata, [Reduction.PAGES] * several)


@contextmanager
def open_with_pillow(path: Path, file_format: str) -> Iterator[PillowSource]:
    """Open a file as one format, so that no other decoder sees it."""
    if file_format == "HEIF":
        _require_heif(path)
    formats = ("JPEG", "MPO") if file_format == "JPEG" else (file_format,)
    with Image.open(path, formats=formats) as image:
        yield PillowSource(path, image)


def _require_heif(path: Path) -> None:
    try:
        import pillow_heif  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise ImageError(path, ImageProblem.NEEDS_EXTRA, "kolorit[heif]") from error
    pillow_heif.register_heif_opener(thumbnails=False)


def _eight_bits(image: Image.Image) -> tuple[Pixels, Pixels | None]:
    """Return pixels, (H, W, C), and alpha, of an image that Pillow decodes to bytes."""
    mode = image.mode
    gray = mode in ("1", "L", "LA")
    if image.has_transparency_data or mode in ("PA", "RGBX", "RGBa", "La"):
        image = image.convert("LA" if gray else "RGBA")
        pixels = np.asarray(image)
        alpha = np.ascontiguousarray(pixels[..., -1])
        # opaque throughout is no transparency
        return np.ascontiguousarray(pixels[..., :-1]), alpha if alpha.min() < 255 else None
    if mode == "1":
        image = image.convert("L")
    elif mode not in ("L", "RGB", "CMYK"):
        image = image.convert("RGB")
    pixels = np.array(image)
    return pixels.reshape(*pixels.shape[:2], -1), None


def _sixteen_bits(path: Path, image: ImageFile) -> tuple[Pixels, Pixels | None] | None:
    """Return pixels and alpha of a file with more than 8 bits a channel, None if it is none."""
    if image.format == "PNG" and any("16" in str(tile.args) for tile in image.tile):
        pixels = imagecodecs.png_decode(path.read_bytes())
    elif image.format == "HEIF" and image.info.get("bit_depth", 8) > 8:
        pixels = _deep_heif(path)
    elif image.format == "AVIF" and (bits := _avif_bits(path)) > 8:
        pixels = imagecodecs.avif_decode(path.read_bytes())
        pixels = _filled(pixels[0] if pixels.ndim == 4 else pixels, bits)
    else:
        return None
    if pixels.dtype != np.uint16 or pixels.shape[:2] != (image.height, image.width):
        return None
    pixels = pixels.reshape(*pixels.shape[:2], -1)
    if pixels.shape[2] in (1, 3):
        return pixels, None
    alpha = np.ascontiguousarray(pixels[..., -1])
    return np.ascontiguousarray(pixels[..., :-1]), alpha if alpha.min() < 65535 else None


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


def _filled(pixels: Pixels, bits: int) -> Pixels:
    """Stretch 10 or 12 bits, as libavif leaves them, over all 16."""
    if pixels.dtype != np.uint16:
        return pixels
    most = (1 << bits) - 1
    return (pixels.astype(np.uint32) * 65535 // most).clip(0, 65535).astype(np.uint16)


def _require_few_scans(path: Path, image: ImageFile) -> None:
    if not image.info.get("progressive"):
        return
    scans = path.read_bytes().count(b"\xff\xda")
    if scans * image.width * image.height > _MAX_SCANNED_PIXELS:
        raise ImageError(path, ImageProblem.TOO_LARGE, f"{scans} scans")


def _metadata(image: ImageFile, exif: bytes) -> Metadata:
    dpi = _resolution(image)
    return Metadata(
        exif=exif,
        iptc=_iptc(image),
        xmp=_xmp(image),
        icc=bytes(image.info.get("icc_profile") or b""),
        dpi=dpi or resolution_of(exif),
    )


def _resolution(image: ImageFile) -> tuple[float, float] | None:
    dpi = image.info.get("dpi")
    if image.format == "MPO" or not isinstance(dpi, tuple) or len(dpi) != 2:
        return None
    across, down = float(dpi[0]), float(dpi[1])
    return (across, down) if across > 0 and down > 0 else None


def _iptc(image: ImageFile) -> bytes:
    resources = image.info.get("photoshop")
    if isinstance(resources, dict):
        return bytes(resources.get(_IPTC_RESOURCE, b""))
    if isinstance(resources, bytes):
        return records_of_resources(resources)
    if isinstance(image, PngImagePlugin.PngImageFile):
        return records_of_png_text(str(image.text.get("Raw profile type iptc", "")))
    return b""


def _xmp(image: ImageFile) -> bytes:
    xmp = image.info.get("xmp") or b""
    packet = xmp.encode() if isinstance(xmp, str) else bytes(xmp)
    segments = getattr(image, "applist", [])
    extension = io.BytesIO()
    for name, content in segments:
        if name == "APP1" and content.startswith(_EXTENDED_XMP):
            extension.write(content[_EXTENSION_HEAD:])
    return joined(packet, extension.getvalue())
