"""Where the network was unsure, as it is shown over the photo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.platform.qimage import qimage_from_rgba
from engine.opencv import cv2

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PySide6.QtGui import QImage

    from desktop.jobs.engine_tasks import Report
    from desktop.jobs.job import Task
    from engine.cancel import CancelToken
    from engine.coloring.colorize import Encoding
    from engine.coloring.suggestions import Line, Place

_COLOR = (255, 176, 0)
_FROM, _TO = 0.5, 0.8
"""Doubt below the first is not shown, above the second at most opacity."""
_OUTLINED = 0.54
"""Doubt around which a line is drawn: where the hatching begins to be seen."""
_LEAST_AREA = 0.002
"""Of the photo: what is smaller has no line of its own."""
_STRIPE = 12


@dataclass(frozen=True, eq=False)
class DoubtLayer:
    """What lies over the photo where the network was unsure."""

    image: QImage
    places: tuple[Place, ...]
    lines: tuple[Line, ...]
    """Closed, around what is hatched."""


def map_doubt(encoding: Encoding) -> Task[DoubtLayer]:
    """Make the task that shows where the network was unsure."""

    def task(_token: CancelToken, _report: Report) -> DoubtLayer:
        from engine.coloring import suggestions  # noqa: PLC0415 - imports torch

        found = suggestions.map_doubt(encoding)
        lines = outlines(found.doubt)
        return DoubtLayer(qimage_from_rgba(_hatched(found.doubt)), found.places, lines)

    return task


def outlines(doubt: NDArray[np.uint8]) -> tuple[Line, ...]:
    """Return closed lines of (row, column), 0 to 1, around what is doubtful, (h, w), 0 to 255."""
    height, width = doubt.shape
    smooth = cv2.GaussianBlur(doubt, (0, 0), max(1.0, min(height, width) / 100))
    # a frame of nothing closes lines at the edge of the photo
    inside = np.pad((smooth > _OUTLINED * 255).astype(np.uint8), 1)
    found, _ = cv2.findContours(inside, cv2.RETR_LIST, cv2.CHAIN_APPROX_TC89_L1)
    return tuple(
        tuple((float((y - 0.5) / height), float((x - 0.5) / width)) for x, y in line[:, 0])
        for line in found
        if cv2.contourArea(line) >= _LEAST_AREA * height * width
    )


def _hatched(doubt: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """Hatch what is doubtful: a tint would look like one more color of the photo.

    Args:
        doubt: (h, w), 0 to 255.

    Returns:
        (2 h, 2 w, 4), sRGB and opacity.
    """
    share = (doubt.astype(np.float32) / 255 - _FROM) / (_TO - _FROM)
    opacity = share.clip(0, 1).repeat(2, axis=0).repeat(2, axis=1)
    y, x = np.indices(opacity.shape)
    stripe = (x + y) % _STRIPE < _STRIPE // 3
    rgba = np.empty((*opacity.shape, 4), np.uint8)
    rgba[..., :3] = _COLOR
    rgba[..., 3] = opacity * stripe * 255
    return rgba
