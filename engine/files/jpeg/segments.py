"""What a JPEG says before its pixels: its frame, and metadata in as many segments as they take.

References:
    ITU-T T.81, B.1 and B.2; CIPA DC-008-2019, 4.7; ICC.1:2022, B.4; Adobe, "XMP Specification
    Part 3", 1.1 (JPEG).
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.cancel import check_cancelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

_APP0, _APP1, _APP2, _APP13, _APP14, _COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xFE
_ASIDE = frozenset({*range(0xE0, 0xF0), _COMMENT})
"""Segments that say nothing about the pixels, but for two that name their colors."""
_OF_COLORS = ((_APP0, b"JFIF\0", 14), (_APP14, b"Adobe", 12))
"""Marker, start and least length of those two."""
_READ = frozenset({_APP0, _APP1, _APP2, _APP13, _COMMENT})
_FRAMES = frozenset({*range(0xC0, 0xD0), 0xF7}) - {0xC4, 0xC8, 0xCC}
_BARE = frozenset({0x01, *range(0xD0, 0xD9)})
"""Markers without a length."""
_START_OF_SCAN, _END = 0xDA, 0xD9
_EXIF = b"Exif\0\0"
_XMP = b"http://ns.adobe.com/xap/1.0/\0"
_EXTENDED_XMP = b"http://ns.adobe.com/xmp/extension/\0"
_PROFILE = b"ICC_PROFILE\0"
_RESOURCES = b"Photoshop 3.0\0"
_GUID_LENGTH = 32
_MAX_BYTES = 64 << 20
"""Of all segments together; what comes behind is not looked at, and that is told."""
_OVERHEAD = 100
"""Bytes of memory that a segment takes besides its content: it may have none."""
_MAX_JUNK = 1 << 16


@dataclass(frozen=True)
class Frame:
    """What the pixels are like."""

    marker: int
    """0xC0 baseline, 0xC1 extended, 0xC2 progressive, 0xC3 lossless …"""
    bits: int
    """Per sample."""
    height: int
    width: int


@dataclass(frozen=True)
class Segments:
    """The head of a JPEG, in the order of the file."""

    frame: Frame | None
    listed: tuple[tuple[int, bytes], ...]
    """Marker and content of those that hold metadata."""
    is_whole: bool
    """False if there was too much to read it all."""
    aside: tuple[tuple[int, int], ...] = ()
    """Place and length of what the pixels do not need, in the order of the file."""

    @property
    def exif(self) -> bytes:
        """The TIFF structure, which may go on in further segments."""
        parts = self._after(_APP1, _EXIF)
        # one that begins anew is another one, not the rest of the first
        goes_on = [part for part in parts[1:] if part[:2] not in (b"II", b"MM")]
        return b"".join(parts[:1] + goes_on)

    @property
    def xmp(self) -> bytes:
        """The packet without its extension."""
        return next(iter(self._after(_APP1, _XMP)), b"")

    @property
    def resources(self) -> list[bytes]:
        """Photoshop's resources, one list of which may go on in the next segment."""
        return self._after(_APP13, _RESOURCES)

    @property
    def comments(self) -> list[bytes]:
        """What people and programs wrote beside the pixels."""
        return self._after(_COMMENT, b"")

    @property
    def dpi(self) -> tuple[float, float] | None:
        """Pixels per inch, across and down, by the JFIF segment."""
        head = next(iter(self._after(_APP0, b"JFIF\0")), b"")
        if len(head) < 7:
            return None
        unit, across, down = struct.unpack_from(">BHH", head, 2)
        per_inch = {1: 1.0, 2: 2.54}.get(unit, 0.0)
        return (across * per_inch, down * per_inch) if per_inch and across and down else None

    def extension_of_xmp(self, guid: str) -> bytes:
        """Return the extension of that name, put together from its parts in any order.

        Raises:
            ValueError: If parts of it are missing.
        """
        name = guid.encode("ascii", errors="replace")
        parts: dict[int, bytes] = {}
        whole = 0
        for part in self._after(_APP1, _EXTENDED_XMP + name):
            if len(part) >= 8:
                whole, place = struct.unpack_from(">II", part)
                parts.setdefault(place, part[8:])
        extension = b"".join(parts[place] for place in sorted(parts))
        if len(name) != _GUID_LENGTH or not parts or len(extension) != whole:
            msg = "parts of the extended XMP are missing"
            raise ValueError(msg)
        return extension

    def profile(self) -> bytes:
        """Return the color profile, empty if there is none.

        Writers number the parts from 0, or repeat all of them: what counts is whether the profile
        that comes out is as long as it says.

        Raises:
            ValueError: If the parts do not add up to a profile.
        """
        parts = [part for part in self._after(_APP2, _PROFILE) if len(part) > 2]
        if not parts:
            return b""
        numbered: dict[int, bytes] = {}
        for part in parts:
            numbered.setdefault(part[0], part[2:])
        in_order = b"".join(numbered[number] for number in sorted(numbered))
        as_they_come = b"".join(part[2:] for part in parts)
        for profile in (in_order, as_they_come):
            if _is_whole_profile(profile):
                return profile
        msg = "the parts of the color profile do not add up"
        raise ValueError(msg)

    def _after(self, marker: int, start: bytes) -> list[bytes]:
        found = (content for kind, content in self.listed if kind == marker)
        return [content[len(start) :] for content in found if content.startswith(start)]


def read_segments(file: BinaryIO) -> Segments:
    """Read the segments of a JPEG up to its first scan."""
    frame: Frame | None = None
    listed: list[tuple[int, bytes]] = []
    aside: list[tuple[int, int]] = []
    room = _MAX_BYTES
    for marker, content in _walk(file):
        check_cancelled()
        if marker in _FRAMES and frame is None and len(content) >= 5:
            bits, height, width = struct.unpack_from(">BHH", content)
            frame = Frame(marker, bits, height, width)
        if _is_aside(marker, content):
            _leave_out(aside, file.tell(), 2 + 2 + len(content))
        if marker in _READ:
            room -= len(content) + _OVERHEAD
            if room >= 0:
                listed.append((marker, content))
    return Segments(frame, tuple(listed), room >= 0, tuple(aside))


def _leave_out(aside: list[tuple[int, int]], end: int, length: int) -> None:
    if aside and sum(aside[-1]) == end - length:  # there may be millions, one after the other
        place, before = aside.pop()
        aside.append((place, before + length))
    else:
        aside.append((end - length, length))


def _is_aside(marker: int, content: bytes) -> bool:
    return marker in _ASIDE and not any(
        marker == kind and content.startswith(start) and len(content) >= length
        for kind, start, length in _OF_COLORS
    )


def _walk(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    file.seek(2)
    while (marker := _next_marker(file)) not in (None, _START_OF_SCAN, _END):
        if marker in _BARE:
            continue
        head = file.read(2)
        length = int.from_bytes(head, "big") - 2
        if length < 0:
            return
        content = file.read(length)
        if len(content) < length:
            return
        yield marker, content


def _next_marker(file: BinaryIO) -> int | None:
    """Return the next marker; fill bytes before it, and a little of anything else, are skipped."""
    was_ff = False
    for _ in range(_MAX_JUNK):
        byte = file.read(1)
        if not byte:
            return None
        if was_ff and byte not in (b"\xff", b"\0"):
            return byte[0]
        was_ff = byte == b"\xff"
    return None


def _is_whole_profile(profile: bytes) -> bool:
    return profile[36:40] == b"acsp" and len(profile) >= int.from_bytes(profile[:4], "big") > 0
