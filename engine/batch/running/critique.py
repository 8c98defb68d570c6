"""Judge a colored photo without knowing its true colors, so that people look at the right ones.

The limits are set so that one in ten of 300 training photos, made gray and colored by the default
model, is flagged for doubt, skin or a cast. Doubt is what tells: the twentieth of photos with the
largest doubtful areas is half again as far from its true colors as the average. Strong casts are
worse than average too. Gray and odd skin are small areas and say nothing about the whole; people
see them all the same.
``benchmarks/critique.py`` prints these figures, without patches. The limit of those was set by eye,
on a prototype: of 61 photos made gray, the twelve with the most and the four with the fewest were
looked at. Four are above the limit; three of them are colored in patches, one is a sunset.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import torch
from torch.nn import functional as F

from engine.batch.outcome import Flag

if TYPE_CHECKING:
    from torch import Tensor

    from engine.coloring.colorize import Encoding
    from engine.recipe.stages import Grade

_SKIN_LIGHTNESS = (35, 88)
_SKIN_CHROMA = (10, 40)
_SKIN_HUE = (25, 75)
"""Degrees: where nearly all skin lies, and wood, sand and bread too."""
_GRAY_CHROMA = 5
_ODD_HUE = (200, 345)
"""Degrees: blue, violet and purple."""
_ODD_CHROMA = 8
_LIKE_SKIN = 10.0
"""Difference in L to the skin beside it below which a patch may be skin itself."""
_REACH = 0.06
"""How far from skin a limb may go on, as a share of the picture's short side."""
_LEAST_SKIN = 0.01
"""Share of a picture below which skin color is not taken for a person."""
_UNSURE = 0.62
"""Doubt of a place above which its color is a guess."""
_PATCH_CELLS = 48
"""Cells along the short side in which patches are looked for: finer ones see the grain."""
_PATCH_STEP = 10.0
"""Difference in ab across two cells from which a color changes."""
_PATCH_LIGHTNESS = 12.0
"""Difference in L around a cell below which no edge of the photo explains that change."""


@dataclass(frozen=True)
class Measures:
    """What the flags are decided by."""

    doubt: float | None
    """Mean doubt, 0 to 1, of networks that can tell."""
    doubtful: float
    """Share of the picture whose color is a guess."""
    gray_skin: float
    """Share of the picture that is gray, beside skin, and as light as it."""
    odd_skin: float
    """Likewise blue or purple."""
    cast: float
    """Chroma of the mean color, times the fourth power of its ratio to the mean chroma, 0 to 1."""
    patches: float = 0.0
    """Share of the picture where the color changes though the photo shows no edge: a red sleeve on
    a gray jacket, a wall in blue and purple."""


LIMITS = Measures(None, doubtful=0.15, gray_skin=0.01, odd_skin=0.004, cast=26.0, patches=0.05)
"""Above any of them a photo is flagged."""


def critique(encoding: Encoding, grade: Grade) -> tuple[float | None, tuple[Flag, ...]]:
    """Return the mean doubt and what a person should look at.

    Args:
        encoding: The photo as the network saw it.
        grade: With the user's factor on chroma: a gray picture is no mistake if asked for.
    """
    measures = measure(encoding, grade)
    return measures.doubt, flags_of(measures)


def flags_of(measures: Measures) -> tuple[Flag, ...]:
    """Return the flags of a photo with these measures."""
    decided = {
        Flag.DOUBTFUL: measures.doubtful > LIMITS.doubtful,
        Flag.PATCHES: measures.patches > LIMITS.patches,
        Flag.GRAY_SKIN: measures.gray_skin > LIMITS.gray_skin,
        Flag.ODD_SKIN: measures.odd_skin > LIMITS.odd_skin,
        Flag.CAST: measures.cast > LIMITS.cast,
    }
    return tuple(flag for flag, is_so in decided.items() if is_so)


def measure(encoding: Encoding, grade: Grade) -> Measures:
    """Measure a photo at the network's size; see :class:`Measures`."""
    with torch.inference_mode():
        lightness, ab = encoding.lightness[0], grade.strengthened(encoding.ab)
        doubt, doubtful = None, 0.0
        if encoding.distribution is not None:
            places = encoding.distribution.doubt()
            doubt, doubtful = float(places.mean()), float((places > _UNSURE).float().mean())
        gray, odd = (0.0, 0.0) if grade.is_pale else _skin_faults(lightness, ab)
        return Measures(doubt, doubtful, gray, odd, _cast(ab), _patches(lightness, ab))


def _skin_faults(lightness: Tensor, ab: Tensor) -> tuple[float, float]:
    """Return the shares of the picture that are gray and oddly colored beside skin.

    Args:
        lightness: (h, w), L.
        ab: (2, h, w).
    """
    chroma = torch.hypot(ab[0], ab[1])
    hue = torch.atan2(ab[1], ab[0]).rad2deg() % 360
    skin = (
        _within(lightness, _SKIN_LIGHTNESS)
        & _within(chroma, _SKIN_CHROMA)
        & _within(hue, _SKIN_HUE)
    )
    if float(skin.float().mean()) < _LEAST_SKIN:
        return 0.0, 0.0
    reach = max(1, math.ceil(min(lightness.shape) * _REACH))
    weight = _mean(skin.float(), reach)
    beside = weight > 0.15  # a seventh of the surroundings, so no stray pixel counts
    of_skin = _mean(skin * lightness, reach) / weight.clamp(min=1e-6)
    alike = beside & ((lightness - of_skin).abs() < _LIKE_SKIN) & ~skin
    gray = alike & (chroma < _GRAY_CHROMA)
    odd = alike & (chroma > _ODD_CHROMA) & _within(hue, _ODD_HUE)
    return float(gray.float().mean()), float(odd.float().mean())


def _cast(ab: Tensor) -> float:
    """Return how strong and how one-sided the color is: a picture in many colors has none."""
    mean = ab.mean(dim=(1, 2))
    chroma = float(torch.hypot(ab[0], ab[1]).mean())
    shift = float(torch.hypot(mean[0], mean[1]))
    return shift * (shift / chroma) ** 4 if chroma > 0 else 0.0


def _patches(lightness: Tensor, ab: Tensor) -> float:
    """Return the share of the picture where the color changes without an edge of the photo.

    Args:
        lightness: (h, w), L.
        ab: (2, h, w).
    """
    side = max(2, round(min(lightness.shape) / _PATCH_CELLS))
    if min(lightness.shape) < 4 * side:
        return 0.0
    cells = F.avg_pool2d(ab[None], side)  # (1, 2, H, W)
    smooth = F.avg_pool2d(lightness[None, None], 3, stride=1, padding=1, count_include_pad=False)

    def most(plane: Tensor) -> Tensor:
        pooled = F.max_pool2d(plane, 3 * side, stride=side, padding=side)
        return pooled[0, 0, : cells.shape[2], : cells.shape[3]]

    wide = F.pad(cells, (1, 1, 1, 1), mode="replicate")
    across = wide[0, :, 1:-1, 2:] - wide[0, :, 1:-1, :-2]
    down = wide[0, :, 2:, 1:-1] - wide[0, :, :-2, 1:-1]
    change = torch.cat((across, down)).square().sum(0).sqrt()
    range_of_lightness = most(smooth) + most(-smooth)
    here = (change > _PATCH_STEP) & (range_of_lightness < _PATCH_LIGHTNESS)
    return float(here.float().mean())


def _mean(plane: Tensor, radius: int) -> Tensor:
    window = 2 * radius + 1
    return F.avg_pool2d(
        plane[None, None], window, stride=1, padding=radius, count_include_pad=False
    )[0, 0]


def _within(values: Tensor, limits: tuple[float, float]) -> Tensor:
    return (values >= limits[0]) & (values <= limits[1])
