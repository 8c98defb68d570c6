"""IPTC records, and the Photoshop resources that JPEG and PNG wrap them in.

References:
    Adobe Photoshop File Formats Specification, "Image Resource Blocks"; IPTC-NAA IIM 4.2.
"""

from __future__ import annotations

import struct

_RECORDS = 0x0404
_SIGNATURE = b"8BIM"
JPEG_HEADER = b"Photoshop 3.0\0"


def records_of_resources(resources: bytes) -> bytes:
    """Return the IPTC records among Photoshop's resources; empty if there are none."""
    place = 0
    while resources[place : place + 4] == _SIGNATURE and place + 12 <= len(resources):
        (kind,) = struct.unpack_from(">H", resources, place + 4)
        name_length = resources[place + 6] + 1
        place += 6 + name_length + name_length % 2
        if place + 4 > len(resources):
            return b""
        (length,) = struct.unpack_from(">I", resources, place)
        if kind == _RECORDS:
            return resources[place + 4 : place + 4 + length]
        place += 4 + length + length % 2
    return b""


def resources_of_records(records: bytes) -> bytes:
    """Return the one Photoshop resource that holds IPTC records."""
    padding = b"\0" * (len(records) % 2)
    return _SIGNATURE + struct.pack(">HHI", _RECORDS, 0, len(records)) + records + padding


def records_of_png_text(text: str) -> bytes:
    """Return the records in a PNG's ``Raw profile type iptc``: name, length, hexadecimal digits."""
    parts = text.split(maxsplit=2)
    try:
        content = bytes.fromhex(parts[2]) if len(parts) == 3 else b""
    except ValueError:
        return b""
    return records_of_resources(content) if content.startswith(_SIGNATURE) else content


def png_text_of_records(records: bytes) -> str:
    """Return records as ImageMagick and exiftool expect them in a PNG."""
    digits = resources_of_records(records).hex()
    lines = "\n".join(digits[start : start + 72] for start in range(0, len(digits), 72))
    return f"\niptc\n{len(digits) // 2:8}\n{lines}\n"
