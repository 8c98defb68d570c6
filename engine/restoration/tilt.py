"""How far a photo without a border is turned, where its own straight lines surely say so.

What stands upright and what lies level vote, each by its length: walls and poles, window sills and
the horizon. A camera that looks up makes upright lines lean toward one another, so what counts is
how they stand in the middle of the photo. Lines of both kinds that agree are believed, and so is
one level line that runs through most of the photo; a street seen aslant has many others.

References:
    Grompone von Gioi, Jakubowicz, Morel, Randall, "LSD: a line segment detector", 2012, as in
    OpenCV.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np

from engine.opencv import cv2
from engine.photo.photo import fit, resize
from engine.restoration.spoilage.noise import plane_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from engine.photo.photo import Photo

    Values = NDArray[np.float64]

_SEEN = (900, 900)
"""Pixels; lines are looked for on a copy no larger than this."""
_SHORTEST_SIDE = 96
"""Pixels; in a smaller photo a step of one pixel is too many degrees."""
_SHORTEST = 0.03
"""Of a line that votes, as a share of the photo's side along which it runs."""
_FARTHEST = 15.0
"""Degrees from level or upright within which a line votes."""
_STEP, _WIDTH = 0.1, 0.35
"""Degrees between places that are tried, and the deviation of the votes around each."""
_FOLLOWING = 2.5 * _WIDTH
"""Degrees within which a line follows a direction."""
_MOST_CONVERGENCE = 14
"""Degrees by which lines turn from one side of the photo to the other."""
_PRICE = 0.01
"""Share of the votes that a degree of convergence costs: none explains as much more simply."""
_SURE_LENGTH, _MOST_APART, _STRONGEST_RIVAL = 1.5, 0.5, 0.5
"""Of both kinds of lines: their length in sides of the photo, the degrees between what they say,
and the votes for another direction as a share of theirs."""
_RIVALS_FROM = 1.5
"""Degrees from which on a direction is another one."""
_HORIZON, _HORIZON_SHARE, _CONTRADICTED = 0.85, 0.3, (1.0, 1.5)
"""Of one level line that is believed alone: its length in widths of the photo, how much of all
level lines follows it, and from what length on, and degrees, upright lines contradict it."""
_LEAST, _MOST = 0.3, 8.0
"""Degrees: what is turned less looks straight, what seems turned more is mostly meant so, or no
house."""


@dataclass(frozen=True)
class _Lines:
    """Lines of one kind, level or upright ones."""

    degrees: Values
    """By which each is turned clockwise."""
    places: Values
    """Of their middles, across their direction, in sides of the photo from its middle."""
    lengths: Values
    """In sides of the photo."""


@dataclass(frozen=True)
class _Direction:
    """What lines of one kind agree on."""

    degrees: float
    """Clockwise turn in the middle of the photo."""
    length: float
    """Of all lines that follow it, in sides of the photo."""
    share: float
    """Of the length of all lines of this kind."""
    longest: float
    """Of the lines that follow it, in sides of the photo."""
    rival: float
    """Votes for the best other direction, as a share of its own."""


def straightening(photo: Photo) -> float | None:
    """Return by how many degrees clockwise a photo has to be turned to stand straight.

    Args:
        photo: Upright, or nearly so.

    Returns:
        0.3 to 8 either way; None if it stands straight, or if its lines do not surely say so.
    """
    if min(photo.size) < _SHORTEST_SIDE:
        return None
    upright, level = (_agreed(lines) for lines in _lines_of(photo))
    turned = _by_both(upright, level)
    if turned is None:
        turned = _by_horizon(upright, level)
    if turned is None or not _LEAST <= abs(turned) <= _MOST:
        return None
    return -round(turned, 2)


def _by_both(upright: _Direction | None, level: _Direction | None) -> float | None:
    """Return the turn that upright and level lines agree on; None if they do not."""
    if upright is None or level is None:
        return None
    is_sure = (
        min(upright.length, level.length) >= _SURE_LENGTH
        and abs(upright.degrees - level.degrees) <= _MOST_APART
        and max(upright.rival, level.rival) <= _STRONGEST_RIVAL
    )
    total = upright.length + level.length
    mean = (upright.length * upright.degrees + level.length * level.degrees) / total
    return mean if is_sure else None


def _by_horizon(upright: _Direction | None, level: _Direction | None) -> float | None:
    """Return the turn of a line that runs through most of the photo; None if there is none."""
    if level is None:
        return None
    length, apart = _CONTRADICTED
    is_contradicted = (
        upright is not None
        and upright.length >= length
        and upright.rival <= _STRONGEST_RIVAL
        and abs(upright.degrees - level.degrees) > apart
    )
    is_sure = (
        level.longest >= _HORIZON
        and level.share >= _HORIZON_SHARE
        and level.rival <= _STRONGEST_RIVAL
    )
    return level.degrees if is_sure and not is_contradicted else None


def _lines_of(photo: Photo) -> tuple[_Lines, _Lines]:
    """Return the upright and the level lines of a photo."""
    seen = fit(photo.size, _SEEN)
    plane = np.rint(plane_of(resize(photo.pixels, seen)) * 255).astype(np.uint8)
    # where there is none, it returns None, which its types do not say
    found = cast("NDArray[np.float32] | None", cv2.createLineSegmentDetector().detect(plane)[0])
    ends = np.zeros((0, 4)) if found is None else found.reshape(-1, 4).astype(np.float64)
    along = ends[:, 2:] - ends[:, :2]  # x and y
    middles = (ends[:, 2:] + ends[:, :2]) / 2
    is_upright = np.abs(along[:, 1]) > np.abs(along[:, 0])
    height, width = seen
    up, across = along[is_upright], along[~is_upright]
    up *= -np.sign(up[:, 1:])
    across *= np.sign(across[:, :1])
    return (
        _voting(
            np.arctan2(up[:, 0], -up[:, 1]),
            middles[is_upright, 0] / width - 0.5,
            np.hypot(*up.T) / height,
        ),
        _voting(
            np.arctan2(across[:, 1], across[:, 0]),
            middles[~is_upright, 1] / height - 0.5,
            np.hypot(*across.T) / width,
        ),
    )


def _voting(radians: Values, places: Values, lengths: Values) -> _Lines:
    degrees = np.rad2deg(radians)
    votes = (lengths >= _SHORTEST) & (np.abs(degrees) <= _FARTHEST)
    return _Lines(degrees[votes], places[votes], lengths[votes])


def _agreed(lines: _Lines) -> _Direction | None:
    """Return the direction that most of the lines follow; None if there are none."""
    if not len(lines.degrees):
        return None
    polls = [_poll(lines, slope) for slope in range(-_MOST_CONVERGENCE, _MOST_CONVERGENCE + 1)]
    votes, middle, slope = max(polls, key=lambda poll: poll[0].max() * (1 - _PRICE * abs(poll[2])))
    offsets = _fitted(lines, middle, slope)
    follows = np.abs(lines.degrees - offsets[0] - offsets[1] * lines.places) < _FOLLOWING
    others = np.abs(_tried() - middle) > _RIVALS_FROM
    followed = lines.lengths[follows]
    return _Direction(
        offsets[0],
        float(followed.sum()),
        float(followed.sum() / lines.lengths.sum()),
        float(followed.max(initial=0)),
        float(votes[others].max() / votes.max()),
    )


def _tried() -> Values:
    """Return the directions that are tried, in degrees."""
    return np.arange(-_FARTHEST, _FARTHEST + _STEP / 2, _STEP)


def _poll(lines: _Lines, slope: int) -> tuple[Values, float, int]:
    """Return the votes for each direction at one convergence, the best one, and the convergence."""
    tried = _tried()
    standing = lines.degrees - slope * lines.places
    nearest = np.rint((standing + _FARTHEST) / _STEP).astype(int).clip(0, len(tried) - 1)
    counts = np.bincount(nearest, lines.lengths, len(tried))
    reach = np.arange(-2, 2 + _STEP / 2, _STEP)
    votes = np.convolve(counts, np.exp(-0.5 * (reach / _WIDTH) ** 2), "same")
    return votes, float(tried[votes.argmax()]), slope


def _fitted(lines: _Lines, middle: float, slope: float) -> tuple[float, float]:
    """Return direction and convergence, fitted to the lines that follow them roughly."""
    columns = np.stack((np.ones_like(lines.places), lines.places), axis=1)
    fit_of = np.array((middle, slope))
    little = np.diag((1e-9, 1e-2))  # lines in one place say nothing of convergence
    for _ in range(6):
        apart = lines.degrees - columns @ fit_of
        weights = lines.lengths * np.exp(-0.5 * (apart / _WIDTH) ** 2)
        weighted = weights[:, None] * columns
        fit_of = np.linalg.solve(columns.T @ weighted + little, weighted.T @ lines.degrees)
    return float(fit_of[0]), float(fit_of[1])
