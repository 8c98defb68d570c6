"""What a file says about its photo, kept as bytes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Metadata:
    """What archives need to find with the photo again; empty where the file had none.

    References:
        CIPA DC-008 (EXIF), IPTC-NAA IIM 4.2, ISO 16684-1 (XMP), ICC.1:2022 (profiles).
    """

    exif: bytes = b""
    """A TIFF structure that starts with II or MM; says upright, and holds no thumbnail."""
    iptc: bytes = b""
    """IIM records, one after the other."""
    xmp: bytes = b""
    """A packet: an XML document."""
    icc: bytes = b""
    """The profile that the file's pixels were in; those of the ``Photo`` are in sRGB."""
    dpi: tuple[float, float] | None = None
    """Pixels per inch, across and down."""
