"""Fit what judges the findings of a network, and write it where the program reads.

    python -m training.fit_detection DAMAGE_FOLDER --small PHOTOS

Nothing of the folders is in the result but some hundred numbers. The last tenth of the shapes and
of the sharp photos is not looked at; of small photos only those that networks are not trained on.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch

from engine.checkpoints.checkpoint import load
from engine.device import choose_device
from engine.opencv import cv2
from engine.photo.photo import Photo
from engine.restoration.defects import likelihood
from engine.restoration.defects.components import JUDGED
from engine.restoration.detection import TASK, find_components
from engine.restoration.networks import bundled_network
from training.config import DataConfig
from training.data.damage import (
    COVERED,
    VISIBLE,
    damage,
    damage_softly,
    load_photos,
    load_shapes,
    with_grain,
)
from training.data.datasets import load_photos as load_small_photos
from training.degradation.thin import thin_damage

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from training.data.damage import Sample

GRAINS = (2, 5, 9)
"""Levels of 255."""
_SHARE_UNDAMAGED = 3
"""One photo in so many stays without damage."""
_DENSITY = 20, 150
"""Shapes a megapixel."""
_SMALL = 192
"""Pixels, the short side of small photos."""
_SHARE_SOFT = 6
"""One in so many is an old small file."""
_SHARE_THIN = 2
"""One in so many has thin damage besides."""
_ROUNDS = 25
_CHUNK = 1 << 15
"""Rows that are expanded at a time, so that memory does not grow with their number."""
_RIDGE = 20.0
"""Pull of the weights to zero, in units of rows."""


_LISTS = ("rows", "truth")


@dataclass(frozen=True, eq=False)
class Found:
    """What a network found in a photo."""

    rows: NDArray[np.float32]
    """(components, measures)"""
    truth: NDArray[np.bool_]
    """(components,), whether most of each is damage."""
    megapixels: float


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--small", type=Path, help="small photos: shards or a folder")
    parser.add_argument("--photos", type=int, default=600, help="how many to damage")
    parser.add_argument("--model", type=Path, help="a checkpoint; the bundled one by default")
    parser.add_argument("-o", "--output", type=Path, default=likelihood.WEIGHTS)
    args = parser.parse_args(arguments)
    model = load(args.model, choose_device("cpu"), TASK) if args.model else bundled_network(TASK)
    found = _found(samples(args.folder, args.photos, seed=2, small=args.small), model)
    rows, truth = (np.concatenate([getattr(one, name) for one in found]) for name in _LISTS)
    if not truth.any():
        parser.error("the network found no damage at all: there is nothing to fit to")
    judge = likelihood.Judge(fit(rows, truth, JUDGED), fit_company(found))
    args.output.parent.mkdir(parents=True, exist_ok=True)
    args.output.write_text(json.dumps(judge.as_json(), indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} findings, {truth.mean():.0%} of them damage")


def samples(folder: Path, count: int, seed: int, *, small: Path | None = None) -> Iterator[Sample]:
    """Yield damaged and undamaged photos, the same ones for the same seed.

    Args:
        folder: Of damage and sharp photos.
        count: How many.
        seed: Of all that is drawn.
        small: Shards or a folder of small photos; every other photo is one of them, if given.
    """
    chance = np.random.default_rng(seed)
    # as many dark as bright ones, or the judge would trust dark findings less
    shapes = replace(load_shapes(folder, held_back=False), bright=0.5)
    sources = [list(load_photos(folder, held_back=False))]
    if small is not None:
        sources.append(list(_watched_photos(small)))
    for index in range(count):
        photos = sources[index // 2 % len(sources)]
        photo = photos[int(chance.integers(len(photos)))]
        density = chance.uniform(*_DENSITY) * photo.size / 1e6
        shapes_laid = 0 if index % _SHARE_UNDAMAGED == 0 else max(1, round(density))
        plane = with_grain(photo, GRAINS[index // 3 % 3], chance)
        lay = damage_softly if index % _SHARE_SOFT == 1 else damage
        sample = lay(plane, shapes, shapes_laid, chance)
        has_thin = shapes_laid > 0 and index % _SHARE_THIN == 0
        yield with_thin_damage(sample, chance) if has_thin else sample


def with_thin_damage(sample: Sample, chance: np.random.Generator) -> Sample:
    """Return a sample with scratches and specks besides that are hardly wider than a pixel."""
    generator = torch.Generator().manual_seed(int(chance.integers(1 << 31)))
    height, width = sample.damaged.shape
    cover = thin_damage(max(height, width), 1, generator)[0, 0, :height, :width].numpy()
    tone = 255 * (chance.uniform(0.85, 1) if chance.random() < 0.5 else chance.uniform(0, 0.15))
    changed = sample.damaged + cover * (tone - sample.damaged)
    visible = np.abs(changed - sample.damaged) >= 255 * VISIBLE
    damaged = np.rint(changed).astype(np.uint8)
    covered = sample.covered | (cover >= COVERED)
    return replace(sample, damaged=damaged, mask=sample.mask | visible, covered=covered)


def _watched_photos(folder: Path) -> Iterator[NDArray[np.uint8]]:
    """Yield the gray of small photos that no network is trained on."""
    store = load_small_photos(folder, "watch", DataConfig(store_size=_SMALL))
    for index in range(len(store)):
        yield cv2.cvtColor(store.photo(index), cv2.COLOR_RGB2GRAY).astype(np.uint8, copy=False)


def fit(
    rows: NDArray[np.float32], truth: NDArray[np.bool_], names: Sequence[str]
) -> likelihood.Logistic:
    """Return the logistic regression of greatest posterior likelihood, by Newton's method.

    Args:
        rows: (things, measures).
        truth: (things,), whether each is damage.
        names: Of the measures.
    """
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + np.float32(1e-6)
    terms = likelihood.expand(rows[:1], mean, deviation).shape[1]
    weights = np.zeros(terms)
    for _ in range(_ROUNDS):
        slope, hessian = -_RIDGE * weights, _RIDGE * np.eye(terms)
        for start in range(0, len(rows), _CHUNK):
            part = slice(start, start + _CHUNK)
            expanded = likelihood.expand(rows[part], mean, deviation)
            chance = likelihood.probability((expanded @ weights).astype(np.float32))
            slope += expanded.T @ (truth[part] - chance)
            curvature = (chance * (1 - chance)).astype(np.float32)
            hessian += (expanded * curvature[:, None]).T @ expanded
        step = np.linalg.solve(hessian, slope)
        weights += step
        if np.abs(step).max() < 1e-3:
            break
    return likelihood.Logistic(tuple(names), mean, deviation, weights.astype(np.float32))


def fit_company(found: Sequence[Found]) -> NDArray[np.float32]:
    """Return the weights of the terms of company, by Newton's method.

    What is judged was not looked at when its own odds were fitted: half of the photos tell those of
    the other half.
    """
    terms, truths = [], []
    for half in range(2):
        known, new = found[half::2], found[1 - half :: 2]
        rows, truth = (np.concatenate([getattr(one, name) for one in known]) for name in _LISTS)
        alone = fit(rows, truth, JUDGED)
        for one in new:
            terms.append(likelihood.in_company(alone.log_odds(one.rows), one.megapixels))
            truths.append(one.truth)
    x, truth = np.concatenate(terms).astype(np.float64), np.concatenate(truths)
    weights = np.zeros(x.shape[1])
    for _ in range(_ROUNDS):
        chance = likelihood.probability((x @ weights).astype(np.float32)).astype(np.float64)
        slope = x.T @ (truth - chance) - weights
        hessian = (x * (chance * (1 - chance))[:, None]).T @ x + np.eye(len(weights))
        step = np.linalg.solve(hessian, slope)
        weights += step
        if np.abs(step).max() < 1e-4:
            break
    return weights.astype(np.float32)


def tolerant(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask grown by two pixels."""
    return cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _found(of: Iterator[Sample], model: Model) -> list[Found]:
    """Return what a network finds in each photo, and whether most of each is damage."""
    all_found = []
    for sample in of:
        components = find_components(Photo(sample.damaged[..., None]), model=model)
        inside = tolerant(sample.mask).reshape(-1)[components.places]
        sizes = np.diff(components.starts)
        owners = np.repeat(np.arange(len(components)), sizes)
        truth = np.bincount(owners, inside, minlength=len(components)) * 2 > sizes
        all_found.append(Found(components.features, truth, sample.damaged.size / 1e6))
    return all_found


if __name__ == "__main__":
    main()
