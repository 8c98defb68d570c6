"""Contact sheets: original, gray and colored, one photo a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    import numpy as np
    from numpy.typing import NDArray

_HEIGHT = 192
_GAP = 4


def save_sheet(path: Path, rows: Sequence[Sequence[NDArray[np.uint8]]]) -> None:
    """Write rows of (H, W, 3) uint8 pictures, all at one height, as a PNG."""
    strips = [[_at_height(picture) for picture in row] for row in rows]
    columns = len(strips[0])
    widths = [max(strip[column].width for strip in strips) for column in range(columns)]
    size = (sum(widths) + _GAP * (columns - 1), (_HEIGHT + _GAP) * len(strips) - _GAP)
    sheet = Image.new("RGB", size, "white")
    for row, strip in enumerate(strips):
        for column, picture in enumerate(strip):
            left = sum(widths[:column]) + _GAP * column
            sheet.paste(picture, (left, row * (_HEIGHT + _GAP)))
    sheet.save(path)


def _at_height(picture: NDArray[np.uint8]) -> Image.Image:
    image = Image.fromarray(picture)
    return image.resize((max(1, round(image.width * _HEIGHT / image.height)), _HEIGHT))
