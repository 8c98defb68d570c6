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
    read_directory,
    read_fields,
)

if TYPE_CHECKING:
    from engine.files.file_bytes import SomeBytes
    from engine.photo import Size

MAX_PAGES = 500
"""Further pages are not looked at; that there are more is told."""
_MAX_NUMBERS = 1 << 21
"""Of one page: each of them becomes an object. A picture of 200 megapixels in the smallest tiles
that TIFF has needs three quarters of that for their places and lengths."""
_MAX_ALL_NUMBERS = 1 << 23
"""Of all pages."""
_MAX_ALL_BYTES = 1 << 28
"""Of the values of all pages."""
_SUBFILE, _WIDTH, _LENGTH = 254, 256, 257
_BYTE_KINDS = (1, 2, 6, 7)


@dataclass(frozen=True)
class PagePlace:
    """Where a page is told of, and how large it is."""

    place: int
    """Of its directory."""
    size: Size
    """Height and width in pixels."""
    is_copy: bool
    """Whether it is a smaller copy of another page."""

    @property
    def area(self) -> int:
        """How much it shows: nothing of its own if it is a copy."""
        return 0 if self.is_copy else self.size[0] * self.size[1]


def find_pages(content: SomeBytes) -> list[PagePlace]:
    """Return the pages that a file has, in its order.

    A chain that is broken, or asks for more than a file of photos needs, ends where it does so:
    that costs only what lies behind.

    Raises:
        ValueError: If there is no page at all.
    """
    pages: list[PagePlace] = []
    seen: set[int] = set()
    numbers, length = 0, 0
    place = first_directory(content)
    while place and place not in seen and len(pages) < MAX_PAGES:
        check_cancelled()
        seen.add(place)
        try:
            fields, next_field = read_fields(content, place)
            numbers += _numbers(fields)
            length += sum(field.length for field in fields)
            if numbers > _MAX_ALL_NUMBERS or length > max(_MAX_ALL_BYTES, 2 * len(content)):
                break
            pages.append(_page(content, place))
            place = next_place(content, next_field)
        except ValueError:
            break
    if not pages:
        msg = "there is no page in it"
        raise ValueError(msg)
    return pages


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


def _page(content: SomeBytes, place: int) -> PagePlace:
    directory = read_directory(content, place, only=(_SUBFILE, _WIDTH, _LENGTH))
    order = byte_order(content)
    return PagePlace(
        place,
        (_number(directory, _LENGTH, order), _number(directory, _WIDTH, order)),
        bool(_number(directory, _SUBFILE, order) & 1),
    )


def _number(directory: Directory, tag: int, order: str) -> int:
    return max(0, number_of(directory.get(tag), order) or 0)
