"""The pages of a TIFF file, by their directories alone, before a library makes objects of them.

It costs a directory twelve bytes to ask for a list of millions of strips, and a thousand pages may
ask for the same list.

References:
    TIFF 6.0 (1992), section 2; Adobe, "BigTIFF design" (2008).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.cancel import check_cancelled
from engine.files.ifd import (
    Directory,
    Field,
    byte_order,
    first_directory,
    next_place,
    number_of,
    numbers_of,
    read_directory,
    read_fields,
)

if TYPE_CHECKING:
    from engine.files.file_bytes import SomeBytes
    from engine.photo.photo import Size

MAX_PAGES = 500
"""Further pages are not looked at; that there are more is told."""
_MAX_NUMBERS = 1 << 21
"""Of one page: each of them becomes an object. A picture of 200 megapixels in the smallest tiles
that TIFF has needs three quarters of that for their places and lengths."""
_MAX_ALL_NUMBERS = 1 << 23
"""Of all pages."""
_MAX_ALL_BYTES = 1 << 28
"""Of the values of all pages."""
_SUBFILE, _WIDTH, _LENGTH, _INSIDE = 254, 256, 257, 330
_REDUCED, _MASK = 1, 4
"""Bits of NewSubfileType."""
_BYTE_KINDS = (1, 2, 6, 7)


@dataclass(frozen=True)
class PagePlace:
    """Where a page is told of, and how large it is."""

    place: int
    """Of its directory."""
    home: int
    """Of the directory in the file's own chain that it is or is in."""
    size: Size
    """Height and width in pixels."""
    is_aside: bool
    """Whether it is a smaller copy or a mask of another page."""

    @property
    def area(self) -> int:
        """How much it shows of its own."""
        return 0 if self.is_aside else self.size[0] * self.size[1]


class _Walk:
    """Goes from directory to directory, and ends where a file of photos would not go on."""

    def __init__(self, content: SomeBytes) -> None:
        self._content = content
        self._order = byte_order(content)
        self._seen: set[int] = set()
        self._numbers, self._length = 0, 0

    def chain(self) -> list[tuple[PagePlace, list[int]]]:
        """Return the pages of the file's own chain, each with the places of what it holds."""
        found: list[tuple[PagePlace, list[int]]] = []
        place = first_directory(self._content)
        while place and len(found) < MAX_PAGES:
            step = self._page(place, place)
            if step is None:
                break
            page, inside, next_field = step
            found.append((page, inside))
            try:
                place = next_place(self._content, next_field)
            except ValueError:
                break
        return found

    def inside(self, home: int, places: list[int]) -> list[PagePlace]:
        """Return the pages in another one that show something of their own."""
        steps = [self._page(place, home) for place in places]
        return [step[0] for step in steps if step is not None and step[0].area]

    def _page(self, place: int, home: int) -> tuple[PagePlace, list[int], int] | None:
        """Read one directory; None if it is damaged, was read before, or is too much."""
        check_cancelled()
        if place in self._seen:
            return None
        self._seen.add(place)
        try:
            fields, next_field = read_fields(self._content, place)
            self._numbers += _numbers(fields)
            self._length += sum(field.length for field in fields)
            most = max(_MAX_ALL_BYTES, 2 * len(self._content))
            if self._numbers > _MAX_ALL_NUMBERS or self._length > most:
                return None
            wanted = (_SUBFILE, _WIDTH, _LENGTH, _INSIDE)
            directory = read_directory(self._content, place, only=wanted)
        except ValueError:
            return None
        size = (self._number(directory, _LENGTH), self._number(directory, _WIDTH))
        is_aside = bool(self._number(directory, _SUBFILE) & (_REDUCED | _MASK))
        inside = numbers_of(directory.get(_INSIDE), self._order)[:MAX_PAGES]
        return PagePlace(place, home, size, is_aside), inside, next_field

    def _number(self, directory: Directory, tag: int) -> int:
        return max(0, number_of(directory.get(tag), self._order) or 0)


def find_pages(content: SomeBytes) -> list[PagePlace]:
    """Return the pages that a file has, and behind them what these hold: photos and previews.

    A chain that is broken, or asks for more than a file of photos needs, ends where it does so:
    that costs only what lies behind.

    Raises:
        ValueError: If there is no page at all.
    """
    walk = _Walk(content)
    chain = walk.chain()
    if not chain:
        msg = "there is no page in it"
        raise ValueError(msg)
    inside: list[PagePlace] = []
    for page, places in chain:
        inside += walk.inside(page.place, places[: MAX_PAGES - len(inside)])
    return [*(page for page, _ in chain), *inside]


def require_modest(content: SomeBytes, place: int) -> None:
    """Refuse a page with more numbers than a photo of the largest size can need.

    Raises:
        ValueError: If it has.
    """
    if _numbers(read_fields(content, place)[0]) > _MAX_NUMBERS:
        msg = "a page has too many strips"
        raise ValueError(msg)


def _numbers(fields: list[Field]) -> int:
    return sum(field.count for field in fields if field.length and field.kind not in _BYTE_KINDS)
