"""What a drop, a dialog or the clipboard holds for us."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage

from desktop.platform.presence import is_file, is_folder
from engine.errors import EngineError
from engine.files.image_io import READABLE_SUFFIXES
from engine.files.problems import reading

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData

_ENCODED = "image/png"


def paths_in(mime: QMimeData) -> list[Path]:
    """Return the local files and folders among what was dropped or copied."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def image_in(mime: QMimeData) -> QImage | bytes | None:
    """Return the picture itself, as browsers and mail programs give it.

    A PNG comes as its bytes: a large one takes seconds to decode, and the window would wait.
    """
    if mime.hasFormat(_ENCODED):
        return bytes(mime.data(_ENCODED).data())
    image = QImage(mime.imageData()) if mime.hasImage() else QImage()
    return None if image.isNull() else image


def photos_in(path: Path) -> list[Path]:
    """Return a file as it is, whatever its name; of a folder, the photos directly in it.

    Numbers in names count as numbers: scan-2 comes before scan-10.

    Raises:
        ImageError: If it is a folder that one may not look into, or whose disk does not let one.
    """
    if not is_folder(path):
        return [path]
    with reading(path):
        inside = [child for child in path.iterdir() if _is_photo(child)]
    return sorted(inside, key=lambda child: natural(child.name))


def photos_in_all(places: Sequence[Path]) -> tuple[list[Path], EngineError | None]:
    """Return files and the photos in folders, and why one of the folders was not looked into."""
    found, refused = [], None
    for place in places:
        try:
            found += photos_in(place)
        except EngineError as error:
            refused = error
    return found, refused


def _is_photo(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return not hidden and path.suffix.lower() in READABLE_SUFFIXES and is_file(path)


def natural(name: str) -> list[tuple[int, str]]:
    """Return what sorts names as people do, by which numbers count as numbers."""
    parts = re.split(r"(\d+)", name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
