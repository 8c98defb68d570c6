"""Write JPEG and WebP, by Pillow."""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from engine.files import iptc, xmp
from engine.files.content import Content, WriteLoss
from engine.files.exif import exif_of_resolution, resolution_of, with_resolution
from engine.files.profiles import bands
from engine.files.whole_file import WholeFile
from engine.photo.photo import in_eight_bits

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray

    from engine.files.content import WriteOptions
    from engine.photo.metadata import Metadata

_MAX_SEGMENT = 65_533
_EXIF_HEADER = b"Exif\0\0"
_XMP_HEADER = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENSION_HEADER = b"http://ns.adobe.com/xmp/extension/\0"
_EXTENSION_PART = 65_000


def write_jpeg(path: Path, content: Content, options: WriteOptions) -> None:
    """Write a JPEG with full chroma resolution; what it cannot hold is added to the losses."""
    if content.alpha is not None:
        content.losses.append(WriteLoss.ALPHA)
    rgb = _opaque(content)
    metadata = content.metadata
    fields: dict[str, Any] = {"icc_profile": metadata.icc, "extra": _segments(content)}
    if len(_EXIF_HEADER + metadata.exif) > _MAX_SEGMENT:
        content.losses.append(WriteLoss.EXIF)
    elif metadata.exif:
        fields["exif"] = _EXIF_HEADER + metadata.exif
    if metadata.dpi is not None:
        fields["dpi"] = metadata.dpi
    with WholeFile(path, content.token) as file:
        Image.fromarray(rgb).save(
            file, format="JPEG", quality=options.quality, subsampling="4:4:4", **fields
        )


def write_webp(path: Path, content: Content, options: WriteOptions) -> None:
    """Write a WebP; what it cannot hold is added to the losses."""
    metadata = content.metadata
    rgb = in_eight_bits(content.rgb)
    if content.alpha is not None:
        rgb = np.dstack((rgb, in_eight_bits(content.alpha)))
    if metadata.iptc:
        content.losses.append(WriteLoss.IPTC)
    fields: dict[str, Any] = {
        "icc_profile": metadata.icc,
        "exif": _exif(metadata),
        "xmp": metadata.xmp,
    }
    with WholeFile(path, content.token) as file:
        Image.fromarray(rgb).save(
            file, format="WEBP", quality=options.quality, method=2, exact=True, **fields
        )


def _exif(metadata: Metadata) -> bytes:
    """Return the EXIF of a WebP, the only place there for the resolution."""
    exif, dpi = metadata.exif, metadata.dpi
    if dpi is None or resolution_of(exif) is not None:
        return exif
    return with_resolution(exif, dpi) if exif else exif_of_resolution(dpi)


def _opaque(content: Content) -> NDArray[np.uint8]:
    if content.alpha is None:
        return in_eight_bits(content.rgb)
    out = np.empty(content.rgb.shape, np.uint8)
    for rows in bands(content.rgb):
        rgb = in_eight_bits(content.rgb[rows]).astype(np.uint32)
        alpha = in_eight_bits(content.alpha[rows]).astype(np.uint32)[..., None]
        out[rows] = (rgb * alpha + 255 * (255 - alpha) + 127) // 255
    return out


def _segments(content: Content) -> bytes:
    """Return the JPEG segments of XMP and IPTC."""
    return _xmp_segments(content) + _iptc_segments(content)


def _xmp_segments(content: Content) -> bytes:
    packet = content.metadata.xmp
    if not packet:
        return b""
    try:
        main, extension = xmp.split(packet, _MAX_SEGMENT - len(_XMP_HEADER))
    except ValueError:
        content.losses.append(WriteLoss.XMP)
        return b""
    segments = _segment(0xE1, _XMP_HEADER + main)
    for start in range(0, len(extension), _EXTENSION_PART):
        head = xmp.digest(extension).encode() + struct.pack(">II", len(extension), start)
        part = extension[start : start + _EXTENSION_PART]
        segments += _segment(0xE1, _EXTENSION_HEADER + head + part)
    return segments


def _iptc_segments(content: Content) -> bytes:
    metadata: Metadata = content.metadata
    if not metadata.iptc:
        return b""
    resources = iptc.JPEG_HEADER + iptc.resources_of_records(metadata.iptc)
    if len(resources) > _MAX_SEGMENT:
        content.losses.append(WriteLoss.IPTC)
        return b""
    return _segment(0xED, resources)


def _segment(marker: int, content: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content
