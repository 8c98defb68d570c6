"""How well hints are obeyed: many random ones, one on an object, eight on eight, an idle one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from skimage.color import deltaE_ciede2000

from engine.coloring.hints import hint_planes
from engine.opencv import cv2
from engine.photo.color import lab_to_rgb, rgb_to_lab
from engine.recipe.hint import Hint
from training.evaluation.metrics import lab
from training.evaluation.objects import middle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Picture = NDArray[np.float64]

HINT_COUNTS = (1, 5, 20, 100)
MOST_OBJECTS = 8
_SIDE = 7
"""Pixels of a random hint, as in the table of Zhang et al., SIGGRAPH 2017."""
_TURN = 120.0
"""Degrees of hue between an object's own color and the hinted one."""
_CHROMA = 40.0
"""Of the hints on eight objects."""
_MOVED = 0.25
"""A pixel has moved toward a hint when it went this part of the way."""
_SPILT = 10.0
"""A pixel outside the object that moves farther than this in ab got what was not meant for it."""
_CHANGED = 3.0
"""A change in ab that one begins to see."""
_KEPT = 0.5
"""An object keeps its color if this part of it is nearer to that than to any other."""


@dataclass(frozen=True)
class Target:
    """An object, and the hint it is given."""

    mask: NDArray[np.bool_]
    """(H, W)."""
    hint: Hint
    """At its most interior point."""


def random_hints(truth: NDArray[np.uint8], count: int, seed: int) -> list[Hint]:
    """Return true colors of a photo, (H, W, 3), at random places."""
    H, W = truth.shape[:2]
    rng = np.random.default_rng(seed)
    ab = cv2.blur(lab(truth)[..., 1:], (_SIDE, _SIDE))
    rows, columns = rng.integers(H, size=count), rng.integers(W, size=count)
    return [
        _hint((y, x), (H, W), (float(ab[y, x, 0]), float(ab[y, x, 1])))
        for y, x in zip(rows, columns, strict=True)
    ]


def opposed(mask: NDArray[np.bool_], truth: NDArray[np.uint8]) -> Target:
    """Return an object of a photo, (H, W) and (H, W, 3), with a hint of quite another hue."""
    a, b = np.median(lab(truth)[mask][:, 1:], axis=0)
    hue = np.arctan2(b, a) + np.radians(_TURN)
    return _target(mask, hue, float(np.hypot(a, b)))


def spread(masks: Sequence[NDArray[np.bool_]], truth: NDArray[np.uint8]) -> list[Target]:
    """Return objects of a photo with hints whose hues are as different as they can be.

    All of them together are turned so that no object is given its own hue.
    """
    own = np.array([np.median(lab(truth)[mask][:, 1:], axis=0) for mask in masks])
    hues, step = np.arctan2(own[:, 1], own[:, 0]), 2 * np.pi / len(masks)
    given = step * np.arange(len(masks))
    turns = np.linspace(0, 2 * np.pi, 36, endpoint=False)
    nearest = [np.cos(given + turn - hues).max() for turn in turns]
    turn = turns[int(np.argmin(nearest))]
    return [_target(mask, hue + turn, _CHROMA) for mask, hue in zip(masks, given, strict=True)]


def idle(mask: NDArray[np.bool_], shown: Picture) -> Target:
    """Return an object, (H, W), with a hint of the color it is shown in already, in Lab."""
    y, x = middle(mask)
    reach = _SIDE // 2
    around = shown[max(0, y - reach) : y + reach + 1, max(0, x - reach) : x + reach + 1, 1:]
    a, b = around.reshape(-1, 2).mean(axis=0)
    return Target(mask, _hint((y, x), mask.shape, (float(a), float(b))))


def moved_share(target: Target, before: Picture, after: Picture) -> float:
    """Return the part of an object that a hint moved toward its hue; pictures in Lab, (H, W, 3).

    Moved is what went a quarter of the way from its unhinted color; the hint's own pixels do not
    count.
    """
    counted = target.mask & ~_painted(target.hint, target.mask.shape)
    old, new = before[counted][:, 1:], after[counted][:, 1:]
    way = np.array(target.hint.ab) - old
    gone = ((new - old) * way).sum(axis=1) / np.square(way).sum(axis=1).clip(min=1e-6)
    return float((gone >= _MOVED).mean())


def spilt_share(mask: NDArray[np.bool_], before: Picture, after: Picture) -> float:
    """Return the part of all that is not the object, (H, W), that moved visibly all the same."""
    return float((_moves(before, after) > _SPILT)[~mask].mean())


def changed_share(before: Picture, after: Picture) -> float:
    """Return the part of a picture in Lab whose color changed so that one begins to see it."""
    return float((_moves(before, after) > _CHANGED).mean())


def infidelity(hint: Hint, after: Picture) -> float:
    """Return the mean ΔE00 where a hint was set, between what was asked and what is shown.

    What was asked is the hint's color at the photo's own lightness, in gamut.
    """
    shown = after[_painted(hint, after.shape[:2])]  # (N, 3)
    return float(deltaE_ciede2000(in_gamut(shown[:, 0], hint.ab), shown).mean())


def in_gamut(lightness: NDArray[np.float64], ab: tuple[float, float]) -> Picture:
    """Return how ab looks at lightnesses, (N,), where sRGB may not have so much chroma, (N, 3)."""
    wanted = torch.tensor(lightness).view(1, -1, 1).repeat(3, 1, 1)
    wanted[1], wanted[2] = ab
    shown: Picture = rgb_to_lab(lab_to_rgb(wanted)).view(3, -1).T.numpy()
    return shown


def kept(targets: Sequence[Target], before: Picture, after: Picture) -> int:
    """Return how many objects have the color they were given, rather than another's or the old.

    Args:
        targets: Objects that do not overlap.
        before: The photo without hints, in Lab, (H, W, 3).
        after: With all of them.
    """
    count = 0
    for index, target in enumerate(targets):
        L, shown = after[target.mask][:, 0], after[target.mask][:, 1:]
        given = [in_gamut(L, other.hint.ab)[:, 1:] for other in targets]
        colors = np.stack([*given, before[target.mask][:, 1:]])
        nearest = np.linalg.norm(colors - shown, axis=-1).argmin(axis=0)
        count += bool((nearest == index).mean() >= _KEPT)
    return count


def _moves(before: Picture, after: Picture) -> NDArray[np.float64]:
    """Return the distance in ab, (H, W)."""
    return np.asarray(np.linalg.norm((after - before)[..., 1:], axis=-1))


def _painted(hint: Hint, size: tuple[int, ...]) -> NDArray[np.bool_]:
    return np.asarray(hint_planes([hint], (size[0], size[1]))[2].numpy() > 0)


def _target(mask: NDArray[np.bool_], hue: float, chroma: float) -> Target:
    color = float(np.cos(hue)) * chroma, float(np.sin(hue)) * chroma
    return Target(mask, _hint(middle(mask), mask.shape, color))


def _hint(place: tuple[int, int], size: tuple[int, ...], ab: tuple[float, float]) -> Hint:
    (y, x), (H, W) = place, size
    return Hint((y + 0.5) / H, (x + 0.5) / W, ab, (_SIDE // 2) / min(H, W))
