"""When a photo was taken, as its file says, without decoding it.

References:
    CIPA DC-008-2019, 4.6.6 (``DateTimeOriginal``).
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PIL import Image

from engine.errors import EngineError
from engine.files.file_bytes import FileBytes, open_stoppable
from engine.files.ifd import EXIF, first_directory, place_of, read_directory
from engine.files.ifd import byte_order as order_of
from engine.files.problems import reading
from engine.files.sniffing import format_of

if TYPE_CHECKING:
    from pathlib import Path

    from engine.files.file_bytes import SomeBytes

_TAKEN = 36867
_FORM = "%Y:%m:%d %H:%M:%S"
_WITH_EXIF = ("JPEG", "PNG", "WEBP", "AVIF", "HEIF")
_HEADER = b"Exif\0\0"


def taken_at(path: Path) -> float | None:
    """Return when a photo was taken by its EXIF, in seconds since 1970 by this computer's zone.

    None if it does not say, or cannot be read: whoever opens it is told why. Of a scan, that may be
    when it was scanned.
    """
    try:
        with reading(path):
            text = _text_in(path)
            return datetime.strptime(text, _FORM).astimezone().timestamp() if text else None
    except EngineError:
        return None


def _text_in(path: Path) -> str:
    file_format = format_of(path) if path.is_file() else None  # a pipe would keep us waiting
    if file_format not in (*_WITH_EXIF, "TIFF"):
        return ""
    with open_stoppable(path) as file:
        if file_format == "TIFF":
            return _taken_in(FileBytes(file))
        with Image.open(file, formats=(file_format,)) as image:
            exif = bytes(image.info.get("exif") or b"").removeprefix(_HEADER)
    return _taken_in(exif) if exif else ""


def _taken_in(content: SomeBytes) -> str:
    """Return the tag's text from an EXIF structure, which a TIFF file is too; empty if none."""
    first = read_directory(content, first_directory(content), {EXIF})
    place = place_of(first.get(EXIF), order_of(content))
    entry = read_directory(content, place, {_TAKEN}).get(_TAKEN) if place else None
    return "" if entry is None else entry.value.decode("ascii", "replace").strip(" \0")
