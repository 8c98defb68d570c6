"""Give a flat scan its full range of tones: black and white points, chosen inside the picture.

A photo that has its range is left alone, and that is said. The same points serve all channels, so
no hue is changed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.restoration.spoilage.noise import plane_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Photo, Pixels
    from engine.recipe.stages import Tone

_CLIPPED = 0.001
"""Share of the picture that may lie beyond each point."""
_FULL = 0.85
"""Range of tones from which on a photo is left alone."""
_LEAST = 0.08
"""Range below which a picture shows nothing but noise, or nothing."""
_HEADROOM = 0.01
"""Of the range, what stays unused at both ends, so that no highlight is burnt out."""
_STEPS = 1024


@dataclass(frozen=True)
class Levels:
    """Which gray becomes black and which white."""

    black: float
    """0 to 1, gamma-encoded."""
    white: float
    """0 to 1, gamma-encoded; more than ``black``."""

    @property
    def does_nothing(self) -> bool:
        """Whether every tone stays as it is."""
        return (self.black, self.white) == (0.0, 1.0)

    def by(self, share: float) -> Levels:
        """Return so much of them, 0 (nothing) to 1 (all)."""
        return Levels(share * self.black, 1 - share * (1 - self.white))


@dataclass(frozen=True)
class ToneProposal:
    """What a photo needs, and why."""

    levels: Levels
    why: str
    extent: float = 0.0
    """Share of the range of tones that the picture uses."""


@dataclass(frozen=True, eq=False)
class Toned:
    """A photo after levels, and an account of it."""

    photo: Photo
    """The photo itself if nothing was done."""
    levels: Levels
    """Those that were applied."""
    whole: Levels
    """Those that spread the whole range."""
    why: str

    def levels_for(self, settings: Tone) -> Levels:
        """Return those of other settings."""
        return self.whole.by(settings.contrast)


def tone(
    photo: Photo, damage: NDArray[np.bool_] | None = None, settings: Tone | None = None
) -> Toned:
    """Spread the tones of a flat photo; leave one that has its range alone.

    Args:
        photo: 8 or 16 bits, gray or color.
        damage: (H, W), not looked at.
        settings: How far; to the whole range if they are left out.
    """
    proposal = propose_levels(photo.pixels, damage)
    whole = proposal.levels
    levels = whole if settings is None else whole.by(settings.contrast)
    if levels.does_nothing:
        return Toned(photo, levels, whole, proposal.why)
    pixels = apply_levels(photo.pixels, levels)
    return Toned(replace(photo, pixels=pixels), levels, whole, proposal.why)


def propose_levels(pixels: Pixels, damage: NDArray[np.bool_] | None = None) -> ToneProposal:
    """Return the levels that a photo needs; those that do nothing if it needs none.

    Args:
        pixels: (H, W, 1) or (H, W, 3), uint8 or uint16.
        damage: (H, W), not looked at: dust is often the whitest and a tear the blackest there is.
    """
    counts = _histogram(pixels, damage)
    total = counts.sum()
    if not total:
        return ToneProposal(Levels(0.0, 1.0), "all of the picture is damaged")
    shares = np.cumsum(counts) / total
    black = int(np.searchsorted(shares, _CLIPPED, side="right")) / _STEPS
    white = (int(np.searchsorted(shares, 1 - _CLIPPED)) + 1) / _STEPS
    extent = white - black
    if extent >= _FULL:
        why = f"it has {extent:.0%} of the range: left alone"
        return ToneProposal(Levels(0.0, 1.0), why, extent)
    if extent < _LEAST:
        why = "it is one flat tone: there is nothing to spread"
        return ToneProposal(Levels(0.0, 1.0), why, extent)
    margin = _HEADROOM * extent
    levels = Levels(max(0.0, black - margin), min(1.0, white + margin))
    return ToneProposal(levels, f"it is flat: {extent:.0%} of the range is used", extent)


def apply_levels(pixels: Pixels, levels: Levels) -> Pixels:
    """Return pixels with their tones spread, in their own depth; the same array if nothing is."""
    if levels.does_nothing:
        return pixels
    whole = np.iinfo(pixels.dtype).max
    tones = np.arange(whole + 1) / whole
    spread = np.clip((tones - levels.black) / (levels.white - levels.black), 0, 1)
    table = np.rint(spread * whole).astype(pixels.dtype)
    if pixels.dtype == np.uint8 and pixels.size:  # several times sooner, and the same
        looked_up = cv2.LUT(np.ascontiguousarray(pixels), table)
        return np.asarray(looked_up, np.uint8).reshape(pixels.shape)
    out = np.empty_like(pixels)
    for row, spread_row in zip(pixels, out, strict=True):
        spread_row[...] = table[row]
    return out


def _histogram(pixels: Pixels, damage: NDArray[np.bool_] | None) -> NDArray[np.int64]:
    counts = np.zeros(_STEPS, np.int64)
    for top in range(0, pixels.shape[0], 256):
        rows = slice(top, top + 256)
        plane = plane_of(pixels[rows])
        seen = plane.ravel() if damage is None else plane[~damage[rows]]
        steps = np.minimum((seen * _STEPS).astype(np.int64), _STEPS - 1)
        counts += np.bincount(steps, minlength=_STEPS)
    return counts
