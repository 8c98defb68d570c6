"""What to offer a user who sets a color: plausible ones, and doubtful places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.coloring.reach import CELL, reach_weights
from engine.opencv import cv2
from engine.photo.color import lab_to_rgb

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray
    from torch import Tensor

    from engine.coloring.colorize import Encoding
    from engine.photo.one_color import Ab, Rgb
    from engine.photo.photo import Size
    from engine.recipe.hint import Hint

_MOSTLY = 0.5
_AREA = 1 / 8
"""Side of the areas compared for their doubt, in short sides of the photo."""

Line = tuple[tuple[float, float], ...]
"""Rows and columns, 0 to 1 in the photo."""


@dataclass(frozen=True)
class Choice:
    """A color that a place may have, as it looks there."""

    ab: Ab
    rgb: Rgb
    likelihood: float
    """In (0, 1], by the network's own account."""


@dataclass(frozen=True)
class Suggestion:
    """What there is to choose from at a place."""

    lightness: float
    """L of the place."""
    choices: tuple[Choice, ...]
    """Likeliest first; none from networks that predict one color."""


@dataclass(frozen=True)
class Place:
    """A place in a photo."""

    row: float
    """From 0, the photo's upper edge, to 1, the lower."""
    column: float
    """From 0, the photo's left edge, to 1, the right."""


@dataclass(frozen=True, eq=False)
class DoubtMap:
    """Where a network was unsure of its colors."""

    doubt: NDArray[np.uint8]
    """(h, w), at the network's size: 0 is sure of one color, 255 knows nothing."""
    places: tuple[Place, ...]
    """The middles of the most doubtful areas, the worst first."""


def suggest(encoding: Encoding, row: float, column: float, count: int = 5) -> Suggestion:
    """Return the likeliest colors of a place; 0 to 1 from the upper left, as everywhere.

    Raises:
        ValueError: If the place is not in the photo.
    """
    if not (0 <= row <= 1 and 0 <= column <= 1):
        msg = f"a place lies in the photo, from 0 to 1, got {row}, {column}"
        raise ValueError(msg)
    with torch.inference_mode():
        H, W = encoding.lightness.shape[-2:]
        y, x = min(H - 1, int(row * H)), min(W - 1, int(column * W))
        around = encoding.lightness[0, max(0, y - 1) : y + 2, max(0, x - 1) : x + 2]
        lightness = float(around.mean())
        if encoding.distribution is None:
            return Suggestion(lightness, ())
        colors = encoding.distribution.plausible_colors(row, column, count)
        choices = (
            Choice(color.ab, rgb_of(lightness, color.ab), color.likelihood) for color in colors
        )
        return Suggestion(lightness, tuple(choices))


def rgb_of(lightness: float, ab: Ab) -> Rgb:
    """Return how a color looks at a lightness; what sRGB cannot show loses chroma."""
    lab = torch.tensor((lightness, *ab), dtype=torch.float64).view(3, 1, 1)
    red, green, blue = (lab_to_rgb(lab) * 255).round().flatten().int().tolist()
    return red, green, blue


def outline_reach(encoding: Encoding, hints: Sequence[Hint], index: int) -> tuple[Line, ...]:
    """Return closed lines around what a hint, one of several, reaches for the most part.

    Args:
        encoding: Of the photo, with these hints, others or none.
        hints: All hints of the photo.
        index: Of the one that is asked about.

    Returns:
        None from networks that take no hints.
    """
    if encoding.seen is None:
        return ()
    H, W = encoding.lightness.shape[-2:]
    with torch.inference_mode():
        cells = (-(-H // CELL), -(-W // CELL))
        weights = reach_weights(encoding.seen.likeness, hints, (H, W), cells)[index]
        fine = F.interpolate(weights[None, None], scale_factor=CELL, mode="bilinear")[0, 0, :H, :W]
        # a frame of nothing closes lines at the edge of the photo
        inside = F.pad(fine > _MOSTLY, (1, 1, 1, 1)).to(torch.uint8).numpy()
    found, _ = cv2.findContours(inside, cv2.RETR_LIST, cv2.CHAIN_APPROX_TC89_L1)
    return tuple(
        tuple((float((y - 0.5) / H), float((x - 0.5) / W)) for x, y in line[:, 0]) for line in found
    )


def map_doubt(encoding: Encoding, count: int = 3) -> DoubtMap:
    """Return where the network was unsure, and the places where asking the user helps most.

    Raises:
        ValueError: If the network predicts one color and knows no doubt.
    """
    if encoding.distribution is None:
        msg = "this network predicts one color, not a distribution"
        raise ValueError(msg)
    with torch.inference_mode():
        doubt = encoding.distribution.doubt()
        places = _worst_places(doubt, count)
        return DoubtMap((doubt.clamp(0, 1) * 255).round().to(torch.uint8).numpy(), places)


def _worst_places(doubt: Tensor, count: int) -> tuple[Place, ...]:
    """Return the middles of the most doubtful areas that do not overlap, worst first."""
    H, W = doubt.shape
    side = max(1, round(min(H, W) * _AREA))
    mean = F.avg_pool2d(doubt[None, None], side, stride=1)[0, 0]  # (H - side + 1, W - side + 1)
    places = []
    for _ in range(count):
        worst = int(mean.argmax())
        y, x = divmod(worst, mean.shape[1])
        if mean[y, x] <= 0:
            break
        places.append(_middle(y, x, side, (H, W)))
        apart = 2 * side  # one question for an object is enough
        mean[max(0, y - apart) : y + apart + 1, max(0, x - apart) : x + apart + 1] = 0
    return tuple(places)


def _middle(y: int, x: int, side: int, size: Size) -> Place:
    return Place((y + side / 2) / size[0], (x + side / 2) / size[1])
