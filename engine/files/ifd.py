"""Image file directories, the lists of tags that TIFF and EXIF are made of.

Pillow and tifffile turn values into objects and cannot give back the bytes of a tag of every
type; metadata that are to be carried over unchanged need no more than the bytes.

References:
    TIFF 6.0 (1992), section 2; Adobe, "BigTIFF design" (2008); CIPA DC-008-2019, 4.5 and 4.6.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from engine.files.file_bytes import SomeBytes

EXIF, GPS, INTEROP = 34665, 34853, 40965
"""Tags that hold the place of another directory."""
_BYTES = {
    **dict.fromkeys((1, 2, 6, 7), 1),
    **dict.fromkeys((3, 8), 2),
    **dict.fromkeys((4, 9, 11, 13), 4),
    **dict.fromkeys((5, 10, 12, 16, 17, 18), 8),
}
"""Of one value, by type."""
_NUMBERS = {1: "B", 3: "H", 4: "I", 6: "b", 7: "B", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q"}
"""Forms of whole numbers for ``struct``, by type."""
_TEXT, _LONG, _RATIONALS = 2, 4, (5, 10)
_MAX_ENTRIES = 2000
_MAX_VALUE = 1 << 24
"""Bytes; larger values are no description."""
_MAX_VALUES = 1 << 25
"""Bytes of all values of a directory: they may be the same bytes of a small file, told often."""


@dataclass(frozen=True)
class Entry:
    """One tag."""

    tag: int
    kind: int
    """1 byte, 2 text, 3 short, 4 long, 5 rational, 7 undefined …"""
    count: int
    value: bytes
    """In the byte order of the directory it was in."""
    place: int = 0
    """Where the value stands in its file."""


@dataclass(frozen=True)
class Field:
    """What a directory says of a tag, whether or not there is such a value."""

    tag: int
    kind: int
    count: int
    start: int
    """Of its value, in the file."""

    @property
    def length(self) -> int:
        """Bytes that the value takes, 0 if its type is unknown."""
        return _BYTES.get(self.kind, 0) * self.count


@dataclass(frozen=True)
class Directory:
    """A list of tags."""

    entries: tuple[Entry, ...]
    next_field: int
    """Where the place of the next directory stands."""

    def get(self, tag: int) -> Entry | None:
        """Return an entry by its tag."""
        return next((entry for entry in self.entries if entry.tag == tag), None)


def byte_order(content: SomeBytes) -> Literal["<", ">"]:
    """Return the struct prefix of a TIFF structure, ``<`` or ``>``.

    Raises:
        ValueError: If it is none.
    """
    mark = bytes(content[:2])
    if mark not in (b"II", b"MM"):
        msg = "this is no TIFF structure"
        raise ValueError(msg)
    return "<" if mark == b"II" else ">"


def first_directory(content: SomeBytes) -> int:
    """Return the place of the first directory of a TIFF structure, classic or big."""
    order = byte_order(content)
    if _is_big(content):
        return _unpack("Q", content, 8, order)[0]
    return _unpack("I", content, 4, order)[0]


def read_directory(content: SomeBytes, place: int, only: Container[int] | None = None) -> Directory:
    """Read a directory of a TIFF structure; entries that point nowhere are left out.

    Args:
        content: The structure.
        place: Where the directory stands in it.
        only: The tags whose values are read; all by default.

    Raises:
        ValueError: If there is none at ``place``, or if its values take over 32 MiB.
    """
    fields, next_field = read_fields(content, place)
    wanted = [field for field in fields if only is None or field.tag in only]
    read = [field for field in wanted if 0 < field.length <= _MAX_VALUE]
    if sum(field.length for field in read) > _MAX_VALUES:
        msg = "a directory of tags has too large values"
        raise ValueError(msg)
    entries = (_entry(content, field) for field in read)
    return Directory(tuple(entry for entry in entries if entry is not None), next_field)


def read_fields(content: SomeBytes, place: int) -> tuple[list[Field], int]:
    """Read a directory without its values; return also where the place of the next one stands.

    Raises:
        ValueError: If there is none at ``place``.
    """
    order, big = byte_order(content), _is_big(content)
    head, length = (8, 20) if big else (2, 12)
    (count,) = _unpack("Q" if big else "H", content, place, order)
    end = place + head + length * count
    if count > _MAX_ENTRIES or end > len(content):
        msg = "a directory of tags is damaged"
        raise ValueError(msg)
    form, room = (f"{order}HHQQ", 8) if big else (f"{order}HHII", 4)
    fields = []
    listed = struct.iter_unpack(form, content[place + head : end])
    for index, (tag, kind, number, start) in enumerate(listed):
        field = Field(tag, kind, number, start)
        if field.length <= room:
            field = replace(field, start=place + head + length * index + 4 + room)
        fields.append(field)
    return fields, end


def next_place(content: SomeBytes, next_field: int) -> int:
    """Return the place of the next directory, 0 if there is none."""
    form = "Q" if _is_big(content) else "I"
    return _unpack(form, content, next_field, byte_order(content))[0]


def place_of(entry: Entry | None, order: str) -> int:
    """Return the place of the directory that an entry points to, 0 if there is none."""
    if entry is None or len(entry.value) < 4:
        return 0
    form = "Q" if len(entry.value) == 8 else "I"
    return int(struct.unpack_from(f"{order}{form}", entry.value)[0])


def number_of(entry: Entry | None, order: str) -> int | None:
    """Return the first number of an entry, of whatever type it was written; None if it is none."""
    if entry is None:
        return None
    try:
        if entry.kind == _TEXT:
            return int(entry.value.rstrip(b"\0 "))
        if entry.kind in _RATIONALS:
            top, bottom = struct.unpack_from(f"{order}II", entry.value)
            return int(top // bottom) if bottom else None
        form = _NUMBERS.get(entry.kind, "")
        return int(struct.unpack_from(f"{order}{form}", entry.value)[0]) if form else None
    except (ValueError, struct.error):
        return None


def numbers_of(entry: Entry | None, order: str) -> list[int]:
    """Return all whole numbers of an entry; none if it is of another type."""
    form = _NUMBERS.get(entry.kind, "") if entry is not None else ""
    if entry is None or not form:
        return []
    return list(struct.unpack(f"{order}{entry.count}{form}", entry.value))


def with_number(entry: Entry, number: int, order: str) -> bytes:
    """Return the value of an entry with another first number, as long as it was."""
    if entry.kind == _TEXT:
        return str(number).encode().ljust(len(entry.value), b"\0")[: len(entry.value)]
    if entry.kind in _RATIONALS:
        head = struct.pack(f"{order}II", number, 1)
    else:
        form = _NUMBERS.get(entry.kind, "")
        head = struct.pack(f"{order}{form}", number) if form else b""
    return head + entry.value[len(head) :]


def pointer(tag: int, place: int, order: str) -> Entry:
    """Make an entry that points to a directory."""
    return Entry(tag, _LONG, 1, struct.pack(f"{order}I", place))


def directory_bytes(entries: Iterable[Entry], place: int, order: str) -> bytes:
    """Return a directory and its values, to stand at ``place``; none follows it."""
    listed = sorted(entries, key=lambda entry: entry.tag)
    head = struct.pack(f"{order}H", len(listed))
    values = bytearray()
    behind = place + 2 + 12 * len(listed) + 4
    for entry in listed:
        head += struct.pack(f"{order}HHI", entry.tag, entry.kind, entry.count)
        if len(entry.value) <= 4:
            head += entry.value.ljust(4, b"\0")
        else:
            head += struct.pack(f"{order}I", behind + len(values))
            values += entry.value + b"\0" * (len(entry.value) % 2)
    return head + b"\0\0\0\0" + bytes(values)


def with_children(
    entries: Sequence[Entry], children: Iterable[tuple[int, Sequence[Entry]]], order: str
) -> bytes:
    """Return an EXIF structure of a first directory and those it points to.

    Args:
        entries: Of the first directory.
        children: By the tag that points to them.
        order: Byte order of all values.
    """
    pairs = [(tag, listed) for tag, listed in children if listed]
    blank = [*entries, *(pointer(tag, 0, order) for tag, _ in pairs)]
    place = 8 + len(directory_bytes(blank, 8, order))
    pointers, behind = [], b""
    for tag, listed in pairs:
        pointers.append(pointer(tag, place + len(behind), order))
        behind += directory_bytes(listed, place + len(behind), order)
    magic = b"II*\0" if order == "<" else b"MM\0*"
    first = directory_bytes([*entries, *pointers], 8, order)
    return magic + struct.pack(f"{order}I", 8) + first + behind


def _is_big(content: SomeBytes) -> bool:
    return 43 in content[2:4]


def _entry(content: SomeBytes, field: Field) -> Entry | None:
    value = bytes(content[field.start : field.start + field.length])
    if len(value) < field.length:
        return None
    return Entry(field.tag, field.kind, field.count, value, field.start)


def _unpack(form: str, content: SomeBytes, place: int, order: str) -> tuple[int, ...]:
    try:
        size = struct.calcsize(f"{order}{form}")
        return struct.unpack(f"{order}{form}", content[place : place + size])
    except (struct.error, OverflowError) as error:
        msg = "a directory of tags points outside the file"
        raise ValueError(msg) from error
