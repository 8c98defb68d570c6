"""Fill what is damaged from what is around it. Outside the mask not one bit changes.

Thin damage is bridged by the smoothest surface that meets its rim, a wide hole gets texture from
elsewhere in the photo; both get the grain of their neighborhood. What is filled is computed in a
copy of the hole's surroundings and only the masked pixels are taken from there.

References:
    Damelin, Hoang, "On surface completion and image inpainting by biharmonic functions", 2018, as
    in scikit-image.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from skimage.restoration import inpaint_biharmonic

from engine.cancel import check_cancelled
from engine.opencv import cv2
from engine.restoration.defects.regions import group, label_places, places_of
from engine.restoration.fills.coarse_fill import coarse_fill, halvings
from engine.restoration.fills.exemplars import synthesize
from engine.restoration.fills.grain import smoothed, with_grain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Pixels, Window
    from engine.restoration.defects.regions import Places
    from engine.restoration.fills.coarse_fill import CoarseFill

    Picture = NDArray[np.float32]
    """(h, w, channels), 0 to 1."""
    Mask = NDArray[np.bool_]

GROWTH = 2
"""Pixels that a mask is grown by: the soft rim of damage is damage too."""
THIN = 10.0
"""Pixels, half the width up to which a smooth surface looks right."""
BRIDGED = 24.0
"""Pixels, half the width beyond which a surface fitted to the rim swings too far."""
BRIDGED_BY_SURFACE = 4.5
"""Pixels, half the width from which on a network says better what was there."""
_SPECK = 600
"""Pixels, the area up to which a hole that is not wide is a speck: there may be thousands, for each
of which a network would look at a hundred times its area."""
INVENTED_SHARE = 0.06
"""Of the short side; what a wider hole is filled with is made up."""
_MARGIN = 12
"""Pixels around a thin hole that its surface is fitted to: more does not change it."""
_LEAST_SURROUNDINGS, _MOST_SURROUNDINGS = 48, 256
"""Pixels around a wide hole that texture may come from."""
_SAID = 1.5
"""Pixels, deviation of the blur that a network's fills look like: what is finer is texture."""
_CALMING = 1.0
"""Pixels, deviation of the blur of the rim: a surface through every grain of it would swing."""
_FADE = 2.0
"""Pixels inside the grown mask over which the fill takes over from the photo."""


@dataclass(frozen=True, eq=False)
class Filled:
    """A photo's pixels with its damage filled."""

    pixels: Pixels
    """A copy; outside ``mask`` bit for bit the same."""
    mask: Mask
    """(H, W), the damage and its grown rim: where pixels may have changed."""
    invented: Mask
    """(H, W), the part of it that was made up rather than bridged."""
    holes: int
    by_network: int
    """Of the holes, those whose large forms a network said."""


@dataclass(frozen=True, eq=False)
class FillSettings:
    """What fills are made of."""

    delicate: Sequence[Window] = ()
    """Eyes and mouths; what is filled there is invented."""
    grain: bool = True
    """Whether fills get the grain of their surroundings."""
    texture: bool = True
    """Whether wide fills get texture from elsewhere in the photo."""
    network: Model | None = None
    """For the task ``fill``: what holes look like coarsely; None for smooth surfaces."""


@dataclass(frozen=True, eq=False)
class _Hole:
    """A connected part of a mask, cut out with surroundings."""

    places: Places
    rows: slice
    columns: slice
    mask: Mask
    """(h, w), this hole in its surroundings."""
    half_width: float
    """Pixels from its innermost pixel to its rim."""


@dataclass(frozen=True, eq=False)
class _Means:
    """What a hole is filled with."""

    settings: FillSettings
    coarse: CoarseFill | None
    """What a network says of the hole; None for a smooth surface."""
    chance: np.random.Generator
    """The fill depends on its state alone."""


def grown(mask: Mask, pixels: int = GROWTH) -> Mask:
    """Return a mask grown by a number of pixels, in a circle."""
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * pixels + 1,) * 2)
    return cv2.dilate(mask.astype(np.uint8), kernel) > 0


def fill(
    pixels: Pixels,
    mask: Mask,
    settings: FillSettings | None = None,
    *,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Filled:
    """Fill the damage of a photo; a mask that covers all of it has nothing to be filled from.

    Args:
        pixels: (H, W, 1) or (H, W, 3), uint8 or uint16; not written to.
        mask: (H, W), what is damaged; grown here.
        settings: What fills are made of.
        token: Checked before each hole.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        ValueError: If the mask is of another size, or covers the whole photo.
    """
    _require(pixels, mask)
    settings = settings or FillSettings()
    unknown = grown(mask)
    if unknown.all():
        unknown = mask.copy()
    if unknown.all():
        msg = "the mask covers the whole photo: there is nothing to fill it from"
        raise ValueError(msg)
    out, invented = pixels.copy(), np.zeros_like(mask)
    holes = [(region, _half_width(region, mask.shape[1])) for region in _regions(unknown)]
    coarse = _coarse_fills(pixels, unknown, holes, settings.network, token)
    seed = zlib.crc32(np.ascontiguousarray(pixels[::16, ::16]).tobytes())
    delicate = _painted(settings.delicate, mask.shape)
    for index, (region, half_width) in enumerate(holes):
        check_cancelled()
        if token is not None:
            token.check()
        hole = _cut(region, half_width, mask.shape)
        chance = np.random.default_rng((seed, int(region[0])))
        means = _Means(settings, coarse.get(_halvings(region, half_width)), chance)
        _fill_hole(pixels, out, hole, unknown, means)
        if _is_invented(hole, delicate, min(mask.shape)):
            invented.reshape(-1)[region] = True
        if report is not None:
            report((index + 1) / len(holes))
    said = sum(_halvings(*hole) in coarse for hole in holes)
    return Filled(out, unknown, invented, len(holes), said)


def changed_outside(before: Pixels, after: Pixels, mask: Mask) -> int:
    """Count the samples outside a mask that differ: the proof that the rest was not touched."""
    differing = 0
    for top in range(0, before.shape[0], 512):
        rows = slice(top, top + 512)
        differing += int(((before[rows] != after[rows]) & ~mask[rows, :, None]).sum())
    return differing


def _require(pixels: Pixels, mask: Mask) -> None:
    if mask.shape != pixels.shape[:2] or mask.dtype != np.bool_:
        msg = f"expected a mask of {pixels.shape[:2]} bool, got {mask.shape} {mask.dtype}"
        raise ValueError(msg)


def _painted(windows: Sequence[Window], size: tuple[int, ...]) -> Mask:
    painted = np.zeros(size, bool)
    for w in windows:
        painted[w.top : w.top + w.height, w.left : w.left + w.width] = True
    return painted


def _regions(unknown: Mask) -> list[Places]:
    """Return the connected parts of a mask."""
    places = places_of(unknown)
    count, labels = label_places(places, unknown.shape[1])
    order, starts = group(labels, count)
    return [places[order[start:end]] for start, end in pairwise(starts)]


def _half_width(places: Places, width: int) -> float:
    """Return how many pixels it is from a hole's innermost pixel to its rim.

    Args:
        places: Of the hole.
        width: Of the photo.
    """
    rows, columns = np.divmod(places, width)
    rows, columns = rows - rows.min(), columns - columns.min()
    tight = np.zeros((int(rows.max()) + 3, int(columns.max()) + 3), np.uint8)
    tight[rows + 1, columns + 1] = 1
    return float(cv2.distanceTransform(tight, cv2.DIST_L2, 5).max())


def _halvings(places: Places, half_width: float) -> int | None:
    """Return how often a hole is halved for the network; None if a surface fills it as well."""
    is_speck = len(places) <= _SPECK and half_width <= THIN
    return None if is_speck or half_width <= BRIDGED_BY_SURFACE else halvings(half_width)


def _coarse_fills(
    pixels: Pixels,
    unknown: Mask,
    holes: Iterable[tuple[Places, float]],
    network: Model | None,
    token: CancelToken | None,
) -> Mapping[int | None, CoarseFill]:
    """Return what the network says of holes, by how often these are halved for it."""
    asked: dict[int, Mask] = {}
    for region, half_width in holes if network is not None else ():
        halved = _halvings(region, half_width)
        if halved is not None:
            mask = asked.setdefault(halved, np.zeros_like(unknown))
            mask.reshape(-1)[region] = True
    if network is None:
        return {}
    return {
        halved: coarse_fill(pixels, unknown, mask, halved, network, token)
        for halved, mask in asked.items()
    }


def _cut(places: Places, half_width: float, size: tuple[int, ...]) -> _Hole:
    """Return a hole with as much around it as its kind of fill needs."""
    height, width = size
    rows, columns = np.divmod(places, width)
    margin = _MARGIN
    if half_width > THIN:
        margin = int(np.clip(4 * half_width, _LEAST_SURROUNDINGS, _MOST_SURROUNDINGS))
    span_rows = slice(max(0, int(rows.min()) - margin), min(height, int(rows.max()) + margin + 1))
    span_columns = slice(
        max(0, int(columns.min()) - margin), min(width, int(columns.max()) + margin + 1)
    )
    mask = np.zeros(
        (span_rows.stop - span_rows.start, span_columns.stop - span_columns.start), bool
    )
    mask[rows - span_rows.start, columns - span_columns.start] = True
    return _Hole(places, span_rows, span_columns, mask, half_width)


def _fill_hole(pixels: Pixels, out: Pixels, hole: _Hole, unknown: Mask, means: _Means) -> None:
    """Write the fill of one hole to ``out``, in the hole only."""
    whole = np.float32(np.iinfo(pixels.dtype).max)
    cut = pixels[hole.rows, hole.columns].astype(np.float32) / whole
    unknown_here = unknown[hole.rows, hole.columns]
    filled = _surface(cut, hole, unknown_here, means.coarse)
    if hole.half_width > THIN and means.settings.texture:
        kept = max(2.0, hole.half_width / 2) if means.coarse is None else _SAID
        filled = _textured(cut, filled, unknown_here, kept, means.chance)
    if means.settings.grain:
        filled = with_grain(filled, hole.mask, unknown_here, means.chance)
    inside = hole.mask
    share = np.minimum(cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5) / _FADE, 1)
    mixed = cut + share[..., None] * (filled - cut)
    values = np.rint(np.clip(mixed[inside], 0, 1) * whole)
    out[hole.rows, hole.columns][inside] = values.astype(pixels.dtype)


def _surface(cut: Picture, hole: _Hole, unknown: Mask, coarse: CoarseFill | None) -> Picture:
    """Return a hole's surroundings with its large forms."""
    if coarse is None:
        surface = bridge if hole.half_width <= BRIDGED else spread
        return surface(cut, unknown, hole.half_width)
    filled = cut.copy()
    filled[hole.mask] = coarse.at(hole.places)
    return filled


def _textured(
    picture: Picture,
    surface: Picture,
    unknown: Mask,
    kept: float,
    chance: np.random.Generator,
) -> Picture:
    """Return the large forms of a surface with texture from elsewhere in the picture.

    Patches alone would not meet the rim's tones, a surface alone would be wax.

    Args:
        picture: (h, w, channels), 0 to 1.
        surface: The same with large forms in what is unknown.
        unknown: (h, w)
        kept: Pixels; what is larger than that is the surface's, what is finer the texture's.
        chance: The result depends on its state alone.
    """
    texture = synthesize(surface, unknown, chance)
    if texture is None:
        return surface
    nothing = np.zeros_like(unknown)
    forms = smoothed(surface, nothing, kept) - smoothed(texture, nothing, kept)
    return np.where(unknown[..., None], np.clip(texture + forms, 0, 1), picture)


def bridge(picture: Picture, unknown: Mask, half_width: float) -> Picture:
    """Return a copy with the smoothest surface over what is unknown, within the rim's range.

    Args:
        picture: (h, w, channels), 0 to 1.
        unknown: (h, w), not all of it.
        half_width: Pixels; the range is that of known pixels no further than a little more.
    """
    if unknown.all():
        return picture.copy()
    calm = smoothed(picture, unknown, _CALMING)
    smooth = inpaint_biharmonic(calm, unknown, channel_axis=-1).astype(np.float32)
    side = 2 * int(np.ceil(half_width) + 3) + 1
    kernel = np.ones((side, side), np.uint8)
    known = ~unknown[..., None]
    lowest = cv2.erode(np.where(known, calm, np.float32(1)), kernel).reshape(picture.shape)
    highest = cv2.dilate(np.where(known, calm, np.float32(0)), kernel).reshape(picture.shape)
    return np.where(known, picture, np.clip(smooth, np.minimum(lowest, highest), highest))


def spread(picture: Picture, unknown: Mask, half_width: float) -> Picture:
    """Return a copy with the mean of the known surroundings in what is unknown.

    Near the rim that of half the half-width counts, deep inside that of twice as much.

    Args:
        picture: (h, w, channels), 0 to 1.
        unknown: (h, w), not all of it.
        half_width: Pixels from the innermost pixel to the rim.
    """
    near, far = (smoothed(picture, unknown, reach * half_width) for reach in (0.5, 2.0))
    known = (~unknown).astype(np.float32)[..., None]
    share = smoothed(known, np.zeros_like(unknown), half_width / 2)
    share = np.minimum(3 * share, 1)
    return np.where(unknown[..., None], near * share + far * (1 - share), picture)


def _is_invented(hole: _Hole, delicate: Mask, short_side: int) -> bool:
    return 2 * hole.half_width > INVENTED_SHARE * short_side + 2 * GROWTH or bool(
        delicate.reshape(-1)[hole.places].any()
    )
