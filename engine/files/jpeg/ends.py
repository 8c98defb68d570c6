"""Whether the pixels of a JPEG are all there, which libjpeg does not tell.

What is missing it takes for zeros: mid gray. So a picture whose last pixel is that gray may be cut;
others are not, but for a progressive one with a single scan, where neighbors are mixed into what is
missing. Whether it is cut shows when something else is put behind its scan: to pixels that
are all there that makes no difference, those that are missing are made of it.

References:
    ITU-T T.81, B.1.1.2 and B.1.1.5 (markers, entropy-coded data), E.1.4 (restart intervals);
    libjpeg, jdhuff.c (insufficient_data) and jdmarker.c (jpeg_resync_to_restart).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np

from engine.cancel import check_cancelled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.photo.photo import Pixels

_END = b"\xff\xd9"
_RESTARTS = b"".join(bytes((0xFF, 0xD0 + number)) + b"\x55" * 512 for number in range(8))
_BEHIND = (b"\xaa" * 4096, b"\x55" * 4096, _RESTARTS)
"""Zeros and ones of a code, and all of them after the marker that a restart waits for."""
_MARKER = re.compile(rb"\xff+([^\x00\xff\xd0-\xd7])", re.DOTALL)
"""In a scan, where a byte 0xFF has a zero behind it, and restarts belong to it."""
_SCAN = b"\xff\xda"


def ends_gray(pixels: Pixels, bits: int) -> bool:
    """Whether the last pixel is as one that is missing.

    Args:
        pixels: (H, W, C), as decoded.
        bits: Of each sample.
    """
    middle = 1 << bits - 1
    last = pixels[-1, -1].astype(int)
    return bool(np.isin(last, (middle - 1, middle)).all())  # the former where ink is counted


def count_scans(content: bytes) -> int:
    """Return how many scans the first picture has."""
    return sum(marker == _SCAN for marker, _ in _markers(content))


def has_end(content: bytes) -> bool:
    """Whether the first picture says where it ends."""
    return any(marker == _END for marker, _ in _markers(content))


def whole(content: bytes, decode: Callable[[bytes], Pixels]) -> Pixels | None:
    """Decode a JPEG, with an end of its own; None if pixels are missing.

    Args:
        content: The file, with or without its last two bytes.
        decode: May raise, which is passed on.
    """
    end = next((place for marker, place in _markers(content) if marker == _END), len(content))
    # half an end would make markers of what is put behind it
    scans = content[:end].removesuffix(_END[:1])
    first = decode(scans + _END)
    others = (decode(scans + behind + _END) for behind in _BEHIND)
    return first if all(np.array_equal(first, other) for other in others) else None


def _markers(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield the markers of the first picture and their places, from its first scan to its end."""
    place = content.find(_SCAN)
    while place >= 0:
        check_cancelled()
        marker = content[place : place + 2]
        yield marker, place
        if marker == _END:
            return
        place += 2 + int.from_bytes(content[place + 2 : place + 4], "big")
        found = _MARKER.search(content, place)
        place = -1 if found is None else found.end() - 2
