"""Everything that is measured of a model: the rows of the tables in ``docs/lab/models.md``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
import torch
from tqdm import tqdm

from engine.coloring.colorize import Encoding, fit_colors, render_photo, with_vividness
from engine.models.kolorit import Kolorit
from engine.photo.photo import Photo
from engine.recipe.stages import Coloring, Grade
from training.evaluation.faces import skin_faults_of
from training.evaluation.hinting import (
    HINT_COUNTS,
    MOST_OBJECTS,
    changed_share,
    idle,
    infidelity,
    kept,
    moved_share,
    opposed,
    random_hints,
    spilt_share,
    spread,
)
from training.evaluation.metrics import lab, psnr
from training.evaluation.objects import find_flat_object, find_objects, find_textured_object
from training.evaluation.quality import Figure, Quality, encode_truth, fuse_sizes, measure, ratio

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from engine.recipe.hint import Hint
    from training.evaluation.frechet_distance import FrechetDistance

    Photos = Sequence[NDArray[np.uint8]]
    Finder = Callable[[NDArray[np.uint8]], NDArray[np.bool_] | None]

GRAY, MEAN = "gray", "mean color"
"""The rows of the photos without color, and with the mean color of all photos everywhere."""
CLEAN, DEGRADED = "clean", "degraded"


@dataclass(frozen=True)
class HintPropagation:
    """What one hint of another hue at the center of an object does, mean over objects."""

    objects: int
    moved: Figure
    """Part of the object that goes its way."""
    spilt: Figure
    """Part of everything else that moves visibly."""
    infidelity: Figure
    """ΔE00 at the hint's place between what was asked and what is shown."""
    reset: Figure
    """Part of the photo that changes visibly by a hint of the color that is there already."""


@dataclass(frozen=True)
class Holding:
    """What becomes of as many hints of different colors on as many objects of a photo."""

    photos: int
    """That have so many objects."""
    kept: Figure
    """Part of the objects that have their hint's color."""
    all_kept: Figure
    """Part of the photos in which all of them have."""


@dataclass(frozen=True)
class Row:
    """One model on one kind of input."""

    model: str
    input: str
    quality: Quality
    frechet_distance: Figure | None = None
    """Fréchet distance to the true photos."""
    hinted_psnr: dict[int, Figure] | None = None
    """By the number of random hints."""
    hue_errors_of_faces: Figure | None = None
    """Part of the skin of faces that is green, blue or purple."""
    desaturated_faces: Figure | None = None
    """Part of the skin of faces that is gray."""
    hue_errors_of_bodies: Figure | None = None
    """Part of the skin of arms, hands and legs that is green, blue or purple."""
    desaturated_bodies: Figure | None = None
    """Part of the skin of arms, hands and legs that is gray."""
    flat: HintPropagation | None = None
    """Of objects that truly have one color."""
    textured: HintPropagation | None = None
    """Of objects that have one from afar."""
    holding: Holding | None = None


@dataclass(frozen=True)
class Look:
    """How encodings become pictures."""

    strength: float = 1.0
    vividness: float = 1.0

    def __call__(self, encoding: Encoding) -> NDArray[np.uint8]:
        """Return pixels, (H, W, 3)."""
        if self.vividness != 1:
            encoding = with_vividness(encoding, Coloring(vividness=self.vividness))
        return render_photo(encoding, Grade(self.strength), bits=8)


@dataclass(frozen=True)
class Bench:
    """Photos whose colors are known, and how to look at them."""

    photos: Photos
    """(H, W, 3) each."""
    look: Look
    frechet_distance: FrechetDistance | None = None
    sizes: tuple[int, ...] = ()
    """Short sides at which the network sees clean photos, colors averaged; its own by default."""
    faces: Sequence[NDArray[np.bool_]] | None = None
    """The skin of the faces in each photo, (H, W) each; None leaves them out."""
    bodies: Sequence[NDArray[np.bool_]] | None = None
    """The same people's skin beyond their faces, likewise."""

    def measure(self, name: str, condition: str, outputs: Photos) -> Row:
        """Return the figures of colored photos, in the order of ``photos``."""
        quality = measure(zip(outputs, self.photos, strict=True))
        row = Row(name, condition, quality)
        if self.frechet_distance is not None:
            row = replace(row, frechet_distance=self.frechet_distance(outputs))
        if self.faces is not None:
            wrong_hue, desaturated = skin_faults_of(outputs, self.faces)
            row = replace(row, hue_errors_of_faces=wrong_hue, desaturated_faces=desaturated)
        if self.bodies is not None and any(body.any() for body in self.bodies):
            wrong_hue, desaturated = skin_faults_of(outputs, self.bodies)
            row = replace(row, hue_errors_of_bodies=wrong_hue, desaturated_bodies=desaturated)
        return row

    def color(self, model: Model, *, aged: bool) -> list[NDArray[np.uint8]]:
        """Color the photos from their lightness or a degraded version of it."""
        bar = tqdm(self.photos, desc=DEGRADED if aged else CLEAN, unit="photo", mininterval=2)
        if self.sizes and not aged:
            return [self.look(fuse_sizes(model, truth, self.sizes)) for truth in bar]
        return [
            self.look(encode_truth(model, truth, aged=seed if aged else None))
            for seed, truth in enumerate(bar)
        ]

    def hinted_psnr(self, model: Model, *, aged: bool) -> dict[int, Figure]:
        """Return the PSNR by the number of random hints from the truth."""
        figures = {}
        for count in HINT_COUNTS:
            values = []
            for seed, truth in enumerate(tqdm(self.photos, desc=f"{count} hints", mininterval=2)):
                hints = random_hints(truth, count, seed)
                encoding = encode_truth(model, truth, hints, seed if aged else None)
                values.append(psnr(self.look(encoding), truth))
            figures[count] = ratio(np.array(values), np.ones(len(values)))
        return figures

    def hint_propagation(self, model: Model, find: Finder) -> HintPropagation | None:
        """Return what one hint does to an object of each photo; None if there is no object."""
        rows = []
        for truth in tqdm(self.photos, desc="objects", mininterval=2):
            mask = find(truth)
            if mask is None:
                continue
            target, before = opposed(mask, truth), self._seen(model, truth, [])
            after = self._seen(model, truth, [target.hint])
            again = self._seen(model, truth, [idle(mask, before).hint])
            rows.append(
                (
                    moved_share(target, before, after),
                    spilt_share(mask, before, after),
                    infidelity(target.hint, after),
                    changed_share(before, again),
                )
            )
        one = np.ones(len(rows))
        columns = np.array(rows).T
        figures = (ratio(column, one) for column in columns)
        return HintPropagation(len(rows), *figures) if rows else None

    def hinted(self, model: Model, row: Row, clothed: Bench) -> Row:
        """Return a row with what single hints do to objects, and several hints to these photos.

        Args:
            model: The model.
            row: Its other figures.
            clothed: Photos with objects to hint.
        """
        return replace(
            row,
            flat=clothed.hint_propagation(model, find_flat_object),
            textured=clothed.hint_propagation(model, find_textured_object),
            holding=self.holding(model),
        )

    def holding(self, model: Model) -> Holding | None:
        """Return whether hints keep to their objects; None if no photo has so many."""
        counts = []
        for truth in tqdm(self.photos, desc=f"{MOST_OBJECTS} objects", mininterval=2):
            masks = find_objects(truth, MOST_OBJECTS)
            if len(masks) == MOST_OBJECTS:
                targets = spread(masks, truth)
                before = self._seen(model, truth, [])
                after = self._seen(model, truth, [target.hint for target in targets])
                counts.append(kept(targets, before, after))
        if not counts:
            return None
        values, one = np.array(counts), np.ones(len(counts))
        every = ratio((values == MOST_OBJECTS).astype(np.float64), one)
        return Holding(len(counts), ratio(values / MOST_OBJECTS, one), every)

    def _seen(
        self, model: Model, truth: NDArray[np.uint8], hints: Sequence[Hint]
    ) -> NDArray[np.float64]:
        """Return the colored photo in Lab, (H, W, 3)."""
        return lab(self.look(encode_truth(model, truth, hints)))


def baselines(photos: Photos) -> dict[str, list[NDArray[np.uint8]]]:
    """Return the photos in gray, and in the mean ab of all of them."""
    mean = np.mean([lab(photo)[..., 1:].mean(axis=(0, 1)) for photo in photos], axis=0)
    ab = torch.from_numpy(mean).float().view(2, 1, 1)
    rows: dict[str, list[NDArray[np.uint8]]] = {GRAY: [], MEAN: []}
    for photo in photos:
        encoding = fit_colors(Photo(photo), ab.expand(2, 32, 32))
        rows[GRAY].append(render_photo(encoding, Grade(0.0), bits=8))
        rows[MEAN].append(render_photo(encoding, Grade(1.0), bits=8))
    return rows


def takes_hints(model: Model) -> bool:
    """Return whether a model's network was taught hints."""
    return isinstance(model.network, Kolorit) and model.network.takes_hints
