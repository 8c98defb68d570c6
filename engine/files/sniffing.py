"""Tell a file's format by its first bytes; its name decides only about raw files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.files import raw

if TYPE_CHECKING:
    from pathlib import Path

_STARTS = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"II+\0", "TIFF"),
    (b"MM\0+", "TIFF"),
    (b"BM", "BMP"),
)
_AVIF_BRANDS = (b"avif", b"avis")
_HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
_HEAD = 64


def format_of(path: Path) -> str | None:
    """Return JPEG, PNG, TIFF, WEBP, BMP, AVIF, HEIF or RAW; None if it is none of them.

    References:
        ISO/IEC 14496-12, 4.3 (``ftyp``): a major brand, a version, and compatible brands.
    """
    if path.suffix.lower() in raw.SUFFIXES:
        return "RAW"
    with path.open("rb") as file:
        head = file.read(_HEAD)
    for start, file_format in _STARTS:
        if head.startswith(start):
            return file_format
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "WEBP"
    if head[4:8] == b"ftyp":
        return _of_brands(head[8:])
    return None


def _of_brands(head: bytes) -> str | None:
    brands = [head[:4], *(head[place : place + 4] for place in range(8, len(head) - 3, 4))]
    if any(brand in _AVIF_BRANDS for brand in brands):
        return "AVIF"
    return "HEIF" if any(brand in _HEIF_BRANDS for brand in brands) else None
