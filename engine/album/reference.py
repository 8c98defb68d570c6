"""Color a gray photo like a color photo of the same things."""

from __future__ import annotations

from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING

import numpy as np

from engine.album.agreement import SURE, hint_at
from engine.album.beside import are_near
from engine.album.matching import Pair, evidence_for, match_of
from engine.album.page import page_of
from engine.coloring.colorize import lab_from_pixels
from engine.opencv import cv2
from engine.photo.photo import Window, sample
from engine.recipe.hint import DEFAULT_RADIUS, Hint

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.album.page import Page, Plane
    from engine.cancel import CancelToken
    from engine.coloring.colorize import Encoding
    from engine.photo.photo import Photo

_ROWS, _COLUMNS = 8, 8
"""In so many parts of the color photo a color is looked for."""
_MOST = 24
_EVEN = 6.0
"""In ab: a place whose surroundings vary more than this has no color of its own."""
_LIKED = 0.2
"""How much variation the chroma of a place makes up for: colors tell more than grays."""


_SMALL = (64, 64)
_LEAST_VARIETY = 5.0
"""Of ab: a photo whose colors vary less is black and white, or toned in one color."""


@dataclass(frozen=True)
class TakenOver:
    """What a color photo gave to a gray one."""

    hints: tuple[Hint, ...]
    """Those that change most first."""
    same_scene: bool
    """Whether both photos are near-identical frames of one scene."""
    looked_at: int
    """So many places of the color photo were tried."""


def has_colors(photo: Photo) -> bool:
    """Return whether a photo has colors that another one could take over."""
    lab = lab_from_pixels(sample(photo, Window.whole(photo.size), _SMALL))
    return float(lab[1:].flatten(1).std(dim=1).norm()) >= _LEAST_VARIETY


def hints_like(
    reference: Encoding,
    gray: Encoding,
    beside: Sequence[Hint] = (),
    token: CancelToken | None = None,
) -> TakenOver:
    """Return hints for a gray photo from a color photo, only where they surely show the same thing.

    Args:
        reference: A color photo as the network saw it, without its colors.
        gray: The gray photo, seen by the same network.
        beside: Hints that it has already: nothing is set near them.
        token: Checked between places.

    Raises:
        UnsupportedByModelError: If the network does not tell what is alike.
        Cancelled: If ``token`` was set.
    """
    pair = Pair.of(page_of(reference), page_of(gray))
    path = reference.photo.path
    name = "" if path is None else path.name
    found: list[Hint] = []
    tried = 0
    for hint in _own_colors(reference.photo, pair.source):
        if token is not None:
            token.check()
        tried += 1
        evidence = evidence_for(pair, hint)
        if evidence.likelihood >= SURE:
            found.append(hint_at(match_of(evidence, pair), hint, name))
    found.sort(key=lambda hint: -_change(gray, hint))
    hints = _spread(found, beside)
    scene = pair.alignment is not None and pair.alignment.is_same_scene
    return TakenOver(hints, scene, tried)


def _change(gray: Encoding, hint: Hint) -> float:
    """Return how far a hint's color is from what the network says at its place, in ab."""
    h, w = gray.ab.shape[1:]
    a, b = gray.ab[:, min(h - 1, int(hint.row * h)), min(w - 1, int(hint.column * w))].tolist()
    return hypot(hint.ab[0] - a, hint.ab[1] - b)


def _own_colors(photo: Photo, page: Page) -> Iterator[Hint]:
    """Yield colors of a photo at its most even places, one in each part of it."""
    H, W = page.size
    lab = lab_from_pixels(sample(photo, Window.whole(photo.size), page.size)).numpy()
    radius = max(1, round(DEFAULT_RADIUS * min(H, W)))
    a, b = (_means(plane, radius) for plane in lab[1:])
    uneven = np.hypot(*(_deviations(plane, 2 * radius + 1) for plane in lab[1:]))
    uneven -= _LIKED * np.hypot(a, b)
    for rows in np.array_split(np.arange(radius, H - radius), _ROWS):
        for columns in np.array_split(np.arange(radius, W - radius), _COLUMNS):
            if not len(rows) or not len(columns):
                continue
            part = uneven[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
            y, x = np.unravel_index(int(part.argmin()), part.shape)
            row, column = int(rows[y]), int(columns[x])
            if part[y, x] <= _EVEN:
                ab = float(a[row, column]), float(b[row, column])
                yield Hint((row + 0.5) / H, (column + 0.5) / W, ab)


def _means(plane: Plane, radius: int) -> Plane:
    side = 2 * radius + 1
    return np.asarray(cv2.blur(plane, (side, side)), np.float32)


def _deviations(plane: Plane, radius: int) -> NDArray[np.float32]:
    variance = _means(plane * plane, radius) - _means(plane, radius) ** 2
    return np.asarray(np.sqrt(np.maximum(variance, 0)), np.float32)


def _spread(hints: Sequence[Hint], beside: Sequence[Hint]) -> tuple[Hint, ...]:
    """Return hints that are apart from one another and from those that are there already."""
    kept: list[Hint] = []
    for hint in hints:
        others = (*beside, *kept)
        if len(kept) < _MOST and not any(are_near(hint, other) for other in others):
            kept.append(hint)
    return tuple(kept)
