"""Synthetic albums: photos that show an object of one photo again, and some that do not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.opencv import cv2

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Pixels = NDArray[np.uint8]
    Mask = NDArray[np.bool_]

FRAME, GONE, PASTED, STRANGER = "frame", "gone", "pasted", "stranger"
"""Kinds of pages: the scene again; that without the object; the object elsewhere; another photo."""

_SHOWN = (0.65, 1.0)
"""Part of either side that another frame shows of the photo."""
_TURN = 5.0
"""Largest turn of another frame, in degrees."""
_GAMMA = (0.7, 1.4)
_GAIN = (0.8, 1.15)
_PASTED_SCALE = (0.7, 1.3)
_FEATHER = 1.5
"""Pixels over which a pasted object's edge is mixed."""
_NOISE = 4.0
"""Largest standard deviation of the grain, of 255."""
_COVER = 9
"""Pixels, half of which a cover is wider than the object that it hides."""
_VISIBLE = 0.25
"""An object is on a page if it covers so much of its own area there."""


@dataclass(frozen=True, eq=False)
class Page:
    """A photo of an album, and where the object is in it."""

    kind: str
    pixels: Pixels
    """(H, W, 3)."""
    mask: Mask
    """(H, W), the object; nothing of it in a stranger."""


def make_pages(
    truth: Pixels, mask: Mask, strangers: Sequence[Pixels], rng: np.random.Generator
) -> list[Page]:
    """Return other photos for an album: two more frames, the object elsewhere, and strangers.

    Args:
        truth: (H, W, 3), the photo.
        mask: (H, W), an object of it.
        strangers: Other photos, at least one.
        rng: Decides all that is left to chance.
    """
    pages = [_frame(truth, mask, rng, mirrored=mirrored) for mirrored in (False, True)]
    pages.append(_frame(_covered(truth, mask, strangers[0]), mask, rng, kind=GONE))
    pages.append(_pasted(truth, mask, strangers[0], rng))
    pages += [_stranger(stranger, rng) for stranger in strangers]
    return pages


def shows_object(page: Page, mask: Mask) -> bool:
    """Whether enough of an object, (H, W) in its own photo, is on a page."""
    return bool(page.mask.sum() >= _VISIBLE * mask.sum())


def _covered(truth: Pixels, mask: Mask, stranger: Pixels) -> Pixels:
    """Lay what another photo has there over an object and its surroundings."""
    wide = cv2.dilate(mask.astype(np.uint8), np.ones((_COVER, _COVER), np.uint8)) > 0
    other = cv2.resize(stranger, (mask.shape[1], mask.shape[0]))
    return np.where(wide[..., None], other, truth)


def _frame(
    truth: Pixels,
    mask: Mask,
    rng: np.random.Generator,
    *,
    mirrored: bool = False,
    kind: str = FRAME,
) -> Page:
    """Cut, shift, turn and develop a photo anew, as if its camera had moved a little."""
    H, W = mask.shape
    shown = rng.uniform(*_SHOWN)
    h, w = round(H * shown), round(W * shown)
    top, left = rng.uniform(0, H - h), rng.uniform(0, W - w)
    turn: Any = cv2.getRotationMatrix2D((left + w / 2, top + h / 2), rng.uniform(-_TURN, _TURN), 1)
    turn[:, 2] -= left, top
    pixels: Any = cv2.warpAffine(truth, turn, (w, h), borderMode=cv2.BORDER_REFLECT_101)
    inside = np.asarray(cv2.warpAffine(mask.astype(np.uint8), turn, (w, h)) > 0)
    if mirrored:
        pixels, inside = pixels[:, ::-1], inside[:, ::-1]
    if kind == GONE:
        inside = np.zeros_like(inside)
    return Page(kind, _developed(pixels, rng), np.ascontiguousarray(inside))


def _pasted(truth: Pixels, mask: Mask, stranger: Pixels, rng: np.random.Generator) -> Page:
    """Lay an object on another photo, at another size and place, perhaps mirrored."""
    rows, columns = np.nonzero(mask)
    part = np.s_[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1]
    cut: Any = truth[part]
    shape: Any = mask[part].astype(np.float32)
    H, W = stranger.shape[:2]
    scale = min(rng.uniform(*_PASTED_SCALE), 0.9 * H / shape.shape[0], 0.9 * W / shape.shape[1])
    size = max(1, round(shape.shape[1] * scale)), max(1, round(shape.shape[0] * scale))
    cut, shape = cv2.resize(cut, size), cv2.resize(shape, size)
    if rng.random() < 0.5:
        cut, shape = cut[:, ::-1], shape[:, ::-1]
    top, left = rng.integers(H - size[1] + 1), rng.integers(W - size[0] + 1)
    there = np.s_[top : top + size[1], left : left + size[0]]
    alpha: Any = np.zeros((H, W), np.float32)
    alpha[there] = shape
    inside = alpha > 0.5
    alpha = cv2.GaussianBlur(alpha, (0, 0), _FEATHER)[..., None]
    over = stranger.astype(np.float32)
    over[there] = cut
    mixed = stranger * (1 - alpha) + over * alpha
    return Page(PASTED, _developed(mixed.astype(np.uint8), rng), inside)


def _stranger(pixels: Pixels, rng: np.random.Generator) -> Page:
    return Page(STRANGER, _developed(pixels, rng), np.zeros(pixels.shape[:2], np.bool_))


def _developed(pixels: Pixels, rng: np.random.Generator) -> Pixels:
    """Expose a photo anew, with grain of its own."""
    light = (pixels / 255.0) ** rng.uniform(*_GAMMA) * rng.uniform(*_GAIN)
    grain = rng.normal(0, rng.uniform(0, _NOISE), pixels.shape[:2])
    developed = light * 255 + grain[..., None]
    return np.ascontiguousarray(developed.clip(0, 255).astype(np.uint8))
