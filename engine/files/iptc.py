"""IPTC records, and the Photoshop resources that JPEG and PNG wrap them in.

References:
    Adobe Photoshop File Formats Specification, "Image Resource Blocks"; IPTC-NAA IIM 4.2.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

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


def records_of_segments(segments: Sequence[bytes]) -> bytes:
    """Return the IPTC records in a JPEG's segments of resources, which may go on in the next."""
    together = records_of_resources(b"".join(segments))
    return together or next(filter(None, map(records_of_resources, segments)), b"")


def raw_profile(text: str) -> bytes:
    """Return what a PNG's ``Raw profile type`` holds: name, length, hexadecimal digits.

    Raises:
        ValueError: If it is something else.
    """
    _name, length, digits = text.split(maxsplit=2)
    content = bytes.fromhex(digits)
    if len(content) < int(length):
        msg = "a profile is shorter than it says"
        raise ValueError(msg)
    return content[: int(length)]


def as_records(content: bytes) -> bytes:
    """Return IPTC records that stand alone or among Photoshop's resources."""
    content = content.removeprefix(JPEG_HEADER)
    return records_of_resources(content) if content.startswith(_SIGNATURE) else content


def png_text_of_records(records: bytes) -> str:
    """Return records as ImageMagick and exiftool expect them in a PNG."""
    digits = resources_of_records(records).hex()
    lines = "\n".join(digits[start : start + 72] for start in range(0, len(digits), 72))
    return f"\niptc\n{len(digits) // 2:8}\n{lines}\n"
