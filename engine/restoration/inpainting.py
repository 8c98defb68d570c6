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
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from skimage.restoration import inpaint_biharmonic

from engine.cancel import check_cancelled
from engine.opencv import cv2
from engine.photo.photo import Window
from engine.restoration.defects.regions import group, label_places, places_of
from engine.restoration.fills.coarse_fill import coarse_fill, halvings, seen_around
from engine.restoration.fills.exemplars import synthesize
from engine.restoration.fills.grain import smoothed, with_grain
from engine.restoration.shrinking import halved

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from numpy.typing import NDArray

    from engine.cancel import CancelToken
    from engine.checkpoints.checkpoint import Model
    from engine.photo.photo import Pixels, Size
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
_HALVED = 4.0
"""Pixels, half the width from which on a surface may be found at half the size."""
_CALMING = 1.0
"""Pixels, deviation of the blur of the rim: a surface through every grain of it would swing."""
FADE = 2.0
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
    half_widths: Mapping[int, float] = field(default_factory=dict)
    """Pixels from the innermost pixel of each hole to its rim, by its first place."""
    copied: Mask | None = None
    """(H, W), what will be copied from elsewhere and was only filled smoothly; None is nothing."""


@dataclass(frozen=True, eq=False)
class FillSettings:
    """What fills are made of."""

    delicate: Sequence[Window] = ()
    """Eyes and mouths; what is filled there is invented."""
    grain: bool = True
    """Whether fills get the grain of their surroundings."""
    texture: bool = True
    """Whether wide fills get texture from elsewhere in the photo."""
    is_rough: bool = False
    """Whether surfaces are found at half the size, to be shown at once: most of the time of a long
    scratch is one equation for all of its pixels."""
    network: Model | None = None
    """For the task ``fill``: what holes look like coarsely; None for smooth surfaces."""
    faces: Sequence[Window] = ()
    """Likely faces: the network is not asked about a hole that reaches into one, because no
    network of Kolorit draws a face."""
    protected: Mask | None = None
    """(H, W), what is kept, though damage beside it is grown; None if nothing is."""
    copied: Mask | None = None
    """(H, W), what will be copied from elsewhere, so that nothing slow is done for it; None if
    nothing is."""


@dataclass(frozen=True, eq=False)
class _Hole:
    """A connected part of a mask."""

    places: Places
    box: Window
    """Around all of its pixels."""
    half_width: float
    """Pixels from its innermost pixel to its rim."""

    @property
    def first(self) -> int:
        """Its first place, by which it is known."""
        return int(self.places[0])

    @property
    def halvings(self) -> int | None:
        """How often it is halved for a network; None if a surface fills it as well."""
        is_speck = len(self.places) <= _SPECK and self.half_width <= THIN
        thin = is_speck or self.half_width <= BRIDGED_BY_SURFACE
        return None if thin else halvings(self.half_width)

    @property
    def margin(self) -> int:
        """Pixels around it that its fill may come from."""
        if self.half_width <= THIN:
            return _MARGIN
        return int(np.clip(4 * self.half_width, _LEAST_SURROUNDINGS, _MOST_SURROUNDINGS))

    @property
    def sight(self) -> int:
        """Pixels around it on which its fill depends."""
        halved = self.halvings
        return self.margin if halved is None else max(self.margin, seen_around(halved))

    def cut(self, size: Size) -> _Cut:
        """Return it with as much around it as its fill may come from."""
        rows, columns = _around(self.box, self.margin, size)
        inside = np.zeros((rows.stop - rows.start, columns.stop - columns.start), bool)
        row, column = np.divmod(self.places, size[1])
        inside[row - rows.start, column - columns.start] = True
        return _Cut(self, rows, columns, inside)


@dataclass(frozen=True, eq=False)
class _Cut:
    """A hole, cut out with surroundings."""

    hole: _Hole
    rows: slice
    columns: slice
    mask: Mask
    """(h, w), this hole in its surroundings."""


@dataclass(frozen=True, eq=False)
class _Work:
    """Where fills are written, and what of it is there already."""

    out: Pixels
    invented: Mask
    changed: Mask | None
    """(H, W), where the mask differs from an earlier one; None if there is none."""
    box: Window
    """Around what has changed; the whole photo if there is no earlier one."""

    @classmethod
    def begin(
        cls, pixels: Pixels, unknown: Mask, copied: Mask | None, earlier: Filled | None
    ) -> _Work:
        """Return what can be kept of an earlier fill."""
        if earlier is None:
            whole = Window(0, 0, *unknown.shape)
            return cls(pixels.copy(), np.zeros_like(unknown), None, whole)
        changed = unknown ^ earlier.mask
        if copied is not None or earlier.copied is not None:
            changed |= _or_nothing(copied, unknown) ^ _or_nothing(earlier.copied, unknown)
        box = _box_of(changed)
        rows, columns = _around(box, 0, unknown.shape)
        out, invented = earlier.pixels.copy(), earlier.invented & unknown
        gone = changed[rows, columns] & ~unknown[rows, columns]
        out[rows, columns][gone] = pixels[rows, columns][gone]
        return cls(out, invented, changed, box)

    def touches(self, box: Window, reach: int) -> bool:
        """Whether what has changed may lie within a reach of a window."""
        mine = self.box
        return bool(
            mine.height
            and box.top - reach < mine.top + mine.height
            and mine.top < box.top + box.height + reach
            and box.left - reach < mine.left + mine.width
            and mine.left < box.left + box.width + reach
        )

    def concerns(self, hole: _Hole) -> bool:
        """Whether a hole must be filled: its fill depends on something that has changed."""
        if self.changed is None:
            return True
        if not self.touches(hole.box, hole.sight):
            return False
        rows, columns = _around(hole.box, hole.sight, self.changed.shape)
        return bool(self.changed[rows, columns].any())


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
    earlier: Filled | None = None,
    token: CancelToken | None = None,
    report: Callable[[float], None] | None = None,
) -> Filled:
    """Fill the damage of a photo; a mask that covers all of it has nothing to be filled from.

    Args:
        pixels: (H, W, 1) or (H, W, 3), uint8 or uint16; not written to.
        mask: (H, W), what is damaged; grown here.
        settings: What fills are made of.
        earlier: What another mask of the same pixels gave, with the same settings but for what is
            protected: only holes that see a difference are filled again. The result is the same.
        token: Checked before each hole.
        report: Called with the share done, in [0, 1].

    Raises:
        Cancelled: If ``token`` was set.
        ValueError: If the mask is of another size, or covers the whole photo.
    """
    _require(pixels, mask)
    settings = settings or FillSettings()
    unknown = _unknown(mask, settings)
    work = _Work.begin(pixels, unknown, settings.copied, earlier)
    holes = _holes(unknown, work, {} if earlier is None else earlier.half_widths)
    to_fill = [hole for hole in holes if work.concerns(hole)]
    coarse = _coarse_fills(pixels, unknown, to_fill, settings, token)
    seed = zlib.crc32(np.ascontiguousarray(pixels[::16, ::16]).tobytes())
    delicate = _painted(settings.delicate, mask.shape)
    for index, hole in enumerate(to_fill):
        check_cancelled()
        if token is not None:
            token.check()
        chance = np.random.default_rng((seed, hole.first))
        how = replace(settings, texture=False) if _is_copied(hole, settings) else settings
        means = _Means(how, coarse.get(hole.first), chance)
        _fill_hole(pixels, work.out, hole.cut(mask.shape), unknown, means)
        work.invented.reshape(-1)[hole.places] = _is_invented(hole, delicate, min(mask.shape))
        if report is not None:
            report((index + 1) / len(to_fill))
    half_widths = {hole.first: hole.half_width for hole in holes}
    by_network = len(_asked(holes, settings, mask.shape))
    return Filled(
        work.out, unknown, work.invented, len(holes), by_network, half_widths, settings.copied
    )


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


def _unknown(mask: Mask, settings: FillSettings) -> Mask:
    """Return what is filled: the damage and its rim, as far as nobody protects it."""
    unknown, kept = grown(mask), settings.protected
    if kept is not None:
        unknown &= ~kept
    if unknown.all():
        unknown = mask.copy() if kept is None else mask & ~kept
    if unknown.all():
        msg = "the mask covers the whole photo: there is nothing to fill it from"
        raise ValueError(msg)
    return unknown


def _box_of(mask: Mask) -> Window:
    """Return the window around all of a mask; an empty one if there is nothing in it."""
    rows = np.flatnonzero(mask.any(axis=1))
    if not len(rows):
        return Window(0, 0, 0, 0)
    top, bottom = int(rows[0]), int(rows[-1]) + 1
    columns = np.flatnonzero(mask[top:bottom].any(axis=0))
    left, right = int(columns[0]), int(columns[-1]) + 1
    return Window(top, left, bottom - top, right - left)


def _around(box: Window, margin: int, size: Size) -> tuple[slice, slice]:
    """Return a window with a margin, as far as the photo goes."""
    return (
        slice(max(0, box.top - margin), min(size[0], box.top + box.height + margin)),
        slice(max(0, box.left - margin), min(size[1], box.left + box.width + margin)),
    )


def _holes(unknown: Mask, work: _Work, known: Mapping[int, float]) -> list[_Hole]:
    """Return the connected parts of a mask; ``known`` are half widths of those of before."""
    places, width = places_of(unknown), unknown.shape[1]
    if not len(places):
        return []
    count, labels = label_places(places, width)
    order, starts = group(labels, count)
    columns = places[order] % width
    left = np.minimum.reduceat(columns, starts[:-1])
    right = np.maximum.reduceat(columns, starts[:-1])
    holes = []
    for index, (start, end) in enumerate(pairwise(starts)):
        region = places[order[start:end]]
        top, bottom = int(region[0]) // width, int(region[-1]) // width
        across = int(right[index] - left[index]) + 1
        box = Window(top, int(left[index]), bottom - top + 1, across)
        half_width = None if work.touches(box, 1) else known.get(int(region[0]))
        if half_width is None:
            half_width = _half_width(region, box, width)
        holes.append(_Hole(region, box, half_width))
    return holes


def _half_width(places: Places, box: Window, width: int) -> float:
    """Return how many pixels it is from a hole's innermost pixel to its rim.

    Args:
        places: Of the hole.
        box: Around them.
        width: Of the photo.
    """
    rows, columns = np.divmod(places, width)
    tight = np.zeros((box.height + 2, box.width + 2), np.uint8)
    tight[rows - box.top + 1, columns - box.left + 1] = 1
    return float(cv2.distanceTransform(tight, cv2.DIST_L2, 5).max())


def _asked(holes: Iterable[_Hole], settings: FillSettings, size: Size) -> list[_Hole]:
    """Return the holes that the network is asked about: wide ones, none in a face or copied."""
    if settings.network is None:
        return []
    faces = _painted(settings.faces, size).reshape(-1)
    wide = (hole for hole in holes if hole.halvings is not None)
    return [hole for hole in wide if not (faces[hole.places].any() or _is_copied(hole, settings))]


def _is_copied(hole: _Hole, settings: FillSettings) -> bool:
    """Whether nothing of a hole will be seen, because all of it is copied from elsewhere."""
    area = settings.copied
    return area is not None and bool(area.reshape(-1)[hole.places].all())


def _or_nothing(mask: Mask | None, like: Mask) -> Mask:
    return np.zeros_like(like) if mask is None else mask


def _coarse_fills(
    pixels: Pixels,
    unknown: Mask,
    holes: Iterable[_Hole],
    settings: FillSettings,
    token: CancelToken | None,
) -> Mapping[int, CoarseFill]:
    """Return what the network says of holes, by their first places."""
    by_halvings: dict[int, list[_Hole]] = {}
    for hole in _asked(holes, settings, unknown.shape):
        by_halvings.setdefault(hole.halvings or 0, []).append(hole)
    said: dict[int, CoarseFill] = {}
    for times, alike in by_halvings.items():
        assert settings.network is not None
        mask = np.zeros_like(unknown)
        for hole in alike:
            mask.reshape(-1)[hole.places] = True
        coarse = coarse_fill(pixels, unknown, mask, times, settings.network, token)
        said |= {hole.first: coarse for hole in alike}
    return said


def _fill_hole(pixels: Pixels, out: Pixels, part: _Cut, unknown: Mask, means: _Means) -> None:
    """Write the fill of one hole to ``out``, in the hole only."""
    hole, inside = part.hole, part.mask
    whole = np.float32(np.iinfo(pixels.dtype).max)
    cut = pixels[part.rows, part.columns].astype(np.float32) / whole
    unknown_here = unknown[part.rows, part.columns]
    filled = _surface(cut, part, unknown_here, means)
    if hole.half_width > THIN and means.settings.texture:
        kept = max(2.0, hole.half_width / 2) if means.coarse is None else _SAID
        filled = _textured(cut, filled, unknown_here, kept, means.chance)
    if means.settings.grain:
        filled = with_grain(filled, inside, unknown_here, means.chance)
    share = np.minimum(cv2.distanceTransform(inside.astype(np.uint8), cv2.DIST_L2, 5) / FADE, 1)
    mixed = cut + share[..., None] * (filled - cut)
    values = np.rint(np.clip(mixed[inside], 0, 1) * whole)
    out[part.rows, part.columns][inside] = values.astype(pixels.dtype)


def _surface(cut: Picture, part: _Cut, unknown: Mask, means: _Means) -> Picture:
    """Return a hole's surroundings with its large forms."""
    half_width = part.hole.half_width
    if means.coarse is not None:
        filled = cut.copy()
        filled[part.mask] = means.coarse.at(part.hole.places)
        return filled
    if half_width > BRIDGED:
        return spread(cut, unknown, half_width)
    is_rough = means.settings.is_rough and half_width >= _HALVED
    return (_bridge_roughly if is_rough else bridge)(cut, unknown, half_width)


def _bridge_roughly(picture: Picture, unknown: Mask, half_width: float) -> Picture:
    """Return nearly what :func:`bridge` does: a surface found at half the size is as smooth."""
    small = bridge(*halved(picture, unknown), half_width / 2)
    size = unknown.shape[1], unknown.shape[0]
    enlarged = cv2.resize(small, size, interpolation=cv2.INTER_LINEAR).reshape(picture.shape)
    return np.where(unknown[..., None], enlarged.astype(np.float32, copy=False), picture)


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
