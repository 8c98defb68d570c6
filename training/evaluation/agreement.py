"""How well colors agree across an album: one object's, with and without taking them over."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from skimage.color import deltaE_ciede2000

from engine.album.agreement import SURE, WORTH_ASKING, hint_at
from engine.album.matching import Pair, evidence_for, match_of
from engine.album.page import page_of
from engine.coloring.colorize import encode, render_photo
from engine.photo.photo import Photo
from engine.recipe.hint import Hint
from engine.recipe.stages import Grade
from training.evaluation.albums import make_pages, shows_object
from training.evaluation.metrics import lab
from training.evaluation.objects import find_objects, middle

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.album.evidence import Evidence
    from engine.checkpoints.checkpoint import Model
    from engine.coloring.colorize import Encoding
    from training.evaluation.albums import Mask, Page, Pixels

_OBJECTS = 4
"""One of so many of a photo is drawn."""
_STRANGERS = 2
_LIGHTNESS = 60.0
"""At which colors are compared, whatever the exposure of their photos."""


@dataclass(frozen=True)
class Looked:
    """What was found on one page of an album."""

    album: int
    kind: str
    """Of the page."""
    is_there: bool
    """Whether the object is on the page."""
    is_right: bool
    """Whether the place that was found is on the object."""
    same_scene: bool
    """Whether the page was recognized as a near-identical frame."""
    evidence: Evidence
    apart: float | None = None
    """ΔE00 between the object's colors here and in the first photo when nothing is taken over;
    None if it is not measured, or the object is not here."""
    agreed: float | None = None
    """The same when sure matches are taken over."""

    @property
    def is_asked(self) -> bool:
        """Whether a person is asked about the match."""
        return WORTH_ASKING <= self.evidence.likelihood < SURE

    @property
    def is_accepted(self) -> bool:
        """Whether the match is accepted unless a person rejects it."""
        return self.evidence.likelihood >= SURE


def look_through(
    model: Model, photos: Sequence[Pixels], seed: int, *, colors: bool
) -> Iterator[Looked]:
    """Make an album of every photo that has an object, and look for that on its pages.

    Args:
        model: Its network is asked.
        photos: (H, W, 3) each, at least three.
        seed: Decides the objects and pages.
        colors: Whether the pages are colored, too.
    """
    for index, truth in enumerate(photos):
        rng = np.random.default_rng((seed, index))
        objects = find_objects(truth, _OBJECTS)
        if not objects:
            continue
        mask = objects[rng.integers(len(objects))]
        strangers = [photos[(index + 1 + k) % len(photos)] for k in range(_STRANGERS)]
        pages = make_pages(truth, mask, strangers, rng)
        yield from _look(model, index, (truth, mask), pages, colors=colors)


def _look(
    model: Model, album: int, first: tuple[Pixels, Mask], pages: Sequence[Page], *, colors: bool
) -> Iterator[Looked]:
    truth, mask = first
    hint = _true_hint(truth, mask)
    photo = Photo(truth)
    plain = encode(model, photo)
    source = page_of(plain)
    set_color = _color(encode(model, photo, hints=(hint,), earlier=plain), mask) if colors else None
    for page in pages:
        encoding = encode(model, Photo(page.pixels))
        pair = Pair.of(source, page_of(encoding))
        evidence = evidence_for(pair, hint)
        match = match_of(evidence, pair)
        is_there = shows_object(page, mask)
        apart = agreed = None
        if set_color is not None and is_there:
            apart = agreed = _difference(set_color, _color(encoding, page.mask))
            if evidence.likelihood >= SURE:
                taken = hint_at(match, hint)
                hinted = encode(model, encoding.photo, hints=(taken,), earlier=encoding)
                agreed = _difference(set_color, _color(hinted, page.mask))
        yield Looked(
            album,
            page.kind,
            is_there,
            _is_on(page.mask, evidence),
            match.same_scene,
            evidence,
            apart,
            agreed,
        )


def _true_hint(truth: Pixels, mask: Mask) -> Hint:
    """Return an object's own color at its most interior place."""
    (y, x), (H, W) = middle(mask), mask.shape
    a, b = np.median(lab(truth)[mask][:, 1:], axis=0)
    return Hint((y + 0.5) / H, (x + 0.5) / W, (float(a), float(b)))


def _color(encoding: Encoding, mask: Mask) -> NDArray[np.float64]:
    """Return the mean color, (3,), of an object as it is shown, at a lightness of its own."""
    shown = lab(render_photo(encoding, Grade(), bits=8))[mask].mean(axis=0)
    return np.array((_LIGHTNESS, shown[1], shown[2]))


def _difference(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float(deltaE_ciede2000(one, other))


def _is_on(mask: Mask, evidence: Evidence) -> bool:
    H, W = mask.shape
    row, column = min(H - 1, int(evidence.row * H)), min(W - 1, int(evidence.column * W))
    return bool(mask[row, column])
