"""EXIF as bytes: upright, without thumbnail, and otherwise what it was.

A few bytes are changed in place. To write the structure anew would move the maker's notes, whose
inner places count from its start.

References:
    CIPA DC-008-2019, 4.5.2, 4.6.
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING

from engine.files.ifd import (
    EXIF,
    GPS,
    INTEROP,
    Directory,
    Entry,
    byte_order,
    directory_bytes,
    first_directory,
    number_of,
    place_of,
    read_directory,
    with_children,
    with_number,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from engine.files.file_bytes import SomeBytes

_ORIENTATION, _X_RESOLUTION, _Y_RESOLUTION, _UNIT = 274, 282, 283, 296
_NO_UNIT = 1
_COLOR_SPACE, _UNCALIBRATED = 40961, 65535
_PIXELS_ACROSS, _PIXELS_DOWN = 40962, 40963
_THUMBNAIL = (513, 514)
"""Place and length of a JPEG thumbnail, in the second directory."""
DESCRIPTIVE = frozenset(
    {
        *(269, 270, 271, 272, 282, 283, 285, 296, 305, 306, 315, 316, 32781, 33432),
        *(18246, 18249, 36867, 36868, 37500, 40091, 40092, 40093, 40094, 40095, 42016),
    }
)
"""Tags of a TIFF file's first directory that describe the photo and not how it is stored: names,
maker and model, resolution, page, software, dates, artist, host, copyright, rating, titles."""
_RESOLUTION = frozenset({_X_RESOLUTION, _Y_RESOLUTION, _UNIT})


def orientation_of(exif: bytes) -> int | None:
    """Return the orientation, 1 to 8, None where there is none."""
    try:
        first = read_directory(exif, first_directory(exif))
        return orientation_in(first, byte_order(exif))
    except ValueError:
        return None


def orientation_in(directory: Directory, order: str) -> int | None:
    """Return the orientation by the tags of a directory: a number of whatever type."""
    value = number_of(directory.get(_ORIENTATION), order)
    return value if value in range(1, 9) else None


def upright(exif: bytes, orientation: int) -> bytes:
    """Return EXIF of pixels that were turned upright; the thumbnail is unlinked.

    Args:
        exif: A TIFF structure.
        orientation: From which they were turned; 5 to 8 swap width and height.

    Raises:
        ValueError: If it is malformed.
    """
    changed = bytearray(exif)
    order = byte_order(exif)
    first = read_directory(exif, first_directory(exif))
    for entry in first.entries:
        if entry.tag == _ORIENTATION:
            changed[entry.place : entry.place + len(entry.value)] = with_number(entry, 1, order)
    if first.next_field + 4 <= len(changed):
        _drop_thumbnail(changed, first.next_field, order)
    place = place_of(first.get(EXIF), order)
    if orientation >= 5:
        _swap(changed, first.get(_X_RESOLUTION), first.get(_Y_RESOLUTION))
        if place:
            details = read_directory(exif, place)
            _swap(changed, details.get(_PIXELS_ACROSS), details.get(_PIXELS_DOWN))
    return bytes(changed)


def with_color_space(exif: bytes, *, is_srgb: bool) -> bytes:
    """Return EXIF that names sRGB, or another space, where it names any.

    Raises:
        ValueError: If it is malformed.
    """
    order = byte_order(exif)
    place = place_of(read_directory(exif, first_directory(exif)).get(EXIF), order)
    entry = read_directory(exif, place).get(_COLOR_SPACE) if place else None
    if entry is None or entry.kind != 3:
        return exif
    changed = bytearray(exif)
    struct.pack_into(f"{order}H", changed, entry.place, 1 if is_srgb else _UNCALIBRATED)
    return bytes(changed)


def resolution_of(exif: bytes) -> tuple[float, float] | None:
    """Return pixels per inch across and down, as far as EXIF says so."""
    try:
        order = byte_order(exif)
        return resolution_in(read_directory(exif, first_directory(exif)), order)
    except ValueError:
        return None


def resolution_without_unit(exif: bytes) -> tuple[float, float] | None:
    """Return the resolution across and down if EXIF gives one and says that it has no unit."""
    try:
        order = byte_order(exif)
        directory = read_directory(exif, first_directory(exif))
    except ValueError:
        return None
    across, down = (_rational(directory.get(tag), order) for tag in (_X_RESOLUTION, _Y_RESOLUTION))
    unit = directory.get(_UNIT)
    has_none = unit is not None and unit.value[:2] == struct.pack(f"{order}H", _NO_UNIT)
    return (across, down) if has_none and across and down and (across, down) != (1, 1) else None


def resolution_in(directory: Directory, order: str) -> tuple[float, float] | None:
    """Return pixels per inch across and down by the tags of a directory."""
    unit = directory.get(_UNIT)
    code = struct.unpack(f"{order}H", unit.value[:2])[0] if unit and len(unit.value) > 1 else 2
    per_inch = {2: 1.0, 3: 2.54}.get(code)
    sides = [_rational(directory.get(tag), order) for tag in (_X_RESOLUTION, _Y_RESOLUTION)]
    if per_inch is None or sides[0] is None or sides[1] is None:
        return None
    return sides[0] * per_inch, sides[1] * per_inch


def exif_of_directory(content: SomeBytes, first: Directory, order: str) -> bytes:
    """Return an EXIF structure of the descriptive tags of a directory and of its children.

    Args:
        content: The file, classic or BigTIFF.
        first: A directory in it.
        order: Byte order of the file.
    """
    entries = [entry for entry in first.entries if entry.tag in DESCRIPTIVE]
    children = []
    for tag in (EXIF, GPS):
        place = place_of(first.get(tag), order)
        listed = read_directory(content, place).entries if place else ()
        children.append((tag, _movable(listed)))
    if not entries and not any(listed for _, listed in children):
        return b""
    return with_children(entries, children, order)


def tiff_parts(exif: bytes) -> tuple[list[Entry], dict[int, list[Entry]]]:
    """Return what of EXIF goes into a TIFF file: descriptive entries, and directories by pointer.

    The resolution is not among them: it is a matter of the file's own tags.

    Raises:
        ValueError: If it is malformed.
    """
    order = byte_order(exif)
    first = read_directory(exif, first_directory(exif))
    children = {}
    for tag in (EXIF, GPS):
        place = place_of(first.get(tag), order)
        if place:
            children[tag] = _movable(read_directory(exif, place).entries)
    kept = DESCRIPTIVE - _RESOLUTION
    return [entry for entry in first.entries if entry.tag in kept], children


def exif_of_resolution(dpi: tuple[float, float]) -> bytes:
    """Return EXIF that says nothing but pixels per inch, across and down."""
    return with_children(_resolution_entries(dpi, "<"), (), "<")


def with_resolution(exif: bytes, dpi: tuple[float, float]) -> bytes:
    """Return EXIF that also says how many pixels an inch has, across and down.

    A new first directory is put behind the old structure, in which nothing moves.

    Raises:
        ValueError: If it is malformed.
    """
    order = byte_order(exif)
    first = read_directory(exif, first_directory(exif))
    entries = [entry for entry in first.entries if entry.tag not in _RESOLUTION]
    entries += _resolution_entries(dpi, order)
    place = len(exif) + len(exif) % 2
    head = exif[:4] + struct.pack(f"{order}I", place) + exif[8:]
    return head.ljust(place, b"\0") + directory_bytes(entries, place, order)


def _resolution_entries(dpi: tuple[float, float], order: str) -> list[Entry]:
    across, down = (struct.pack(f"{order}II", round(side * 1000), 1000) for side in dpi)
    return [
        Entry(_X_RESOLUTION, 5, 1, across),
        Entry(_Y_RESOLUTION, 5, 1, down),
        Entry(_UNIT, 3, 1, struct.pack(f"{order}H", 2)),
    ]


def _movable(entries: Iterable[Entry]) -> list[Entry]:
    """Leave out what classic TIFF cannot hold, and pointers, which count in the old file."""
    return [entry for entry in entries if entry.tag != INTEROP and entry.kind < 16]


def _drop_thumbnail(changed: bytearray, next_field: int, order: str) -> None:
    (place,) = struct.unpack_from(f"{order}I", changed, next_field)
    struct.pack_into(f"{order}I", changed, next_field, 0)
    if not place:
        return
    second = read_directory(bytes(changed), place)
    start, length = (place_of(second.get(tag), order) for tag in _THUMBNAIL)
    if 8 <= start < start + length <= len(changed):
        changed[start : start + length] = bytes(length)
        if start + length == len(changed):
            del changed[start:]


def _swap(changed: bytearray, one: Entry | None, other: Entry | None) -> None:
    if one is None or other is None or len(one.value) != len(other.value):
        return
    changed[one.place : one.place + len(one.value)] = other.value
    changed[other.place : other.place + len(other.value)] = one.value


def _rational(entry: Entry | None, order: str) -> float | None:
    if entry is None or entry.kind != 5:
        return None
    top, bottom = struct.unpack(f"{order}II", entry.value[:8])
    return top / bottom if top and bottom else None
