"""Fit the two regressions that tell damage from picture, and write them where the program reads.

    python -m training.fit_detection DAMAGE_FOLDER

Nothing of the folder is in the result but some hundred numbers. The last tenth of the shapes and of
the photos is not looked at.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.opencv import cv2
from engine.photo import Photo
from engine.restoration import likelihood
from engine.restoration.components import JUDGED
from engine.restoration.detection import find_components
from engine.restoration.noise import noise_curve, plane_of
from engine.restoration.responses import MEASURES, measure
from training.damage import Sample, damage, load_photos, load_shapes, with_grain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

GRAINS = (2, 5, 9)
"""Levels of 255."""
_SHARE_UNDAMAGED = 3
"""One photo in so many stays without damage."""
_PIXELS = 800
"""Of each photo and polarity, drawn at random for the first regression."""
_ROUNDS = 25
_CHUNK = 1 << 15
"""Rows that are expanded at a time, so that memory does not grow with their number."""
_RIDGE, _RIDGE_OF_FEW = 20.0, 5.0
"""Pull of the weights to zero, in units of rows."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=300)
    parser.add_argument("-o", "--output", type=Path, default=likelihood.WEIGHTS)
    args = parser.parse_args(arguments)
    pixels = fit(*_pixels(samples(args.folder, args.photos, seed=1)), MEASURES)
    rows, truth = _components(samples(args.folder, args.photos, seed=2), pixels)
    alike = np.ones(len(rows), np.float32)
    components = fit(rows, truth, alike, JUDGED, products=False)
    _write(args.output, pixels, components)


def samples(folder: Path, count: int, seed: int) -> Iterator[Sample]:
    """Yield damaged and undamaged photos, the same ones for the same seed."""
    chance = np.random.default_rng(seed)
    shapes = load_shapes(folder, held_back=False)
    photos = list(load_photos(folder, held_back=False))
    for index in range(count):
        photo = photos[int(chance.integers(len(photos)))]
        shapes_laid = 0 if index % _SHARE_UNDAMAGED == 0 else int(chance.integers(5, 40))
        plane = with_grain(photo, GRAINS[index // 3 % 3], chance)
        yield damage(plane, shapes, shapes_laid, chance)


def fit(
    rows: NDArray[np.float32],
    truth: NDArray[np.bool_],
    weight: NDArray[np.float32],
    names: Sequence[str],
    *,
    products: bool = True,
) -> likelihood.Logistic:
    """Return the logistic regression of greatest posterior likelihood, by Newton's method.

    Args:
        rows: (things, measures).
        truth: (things,), whether each is damage.
        weight: (things,), how much each counts.
        names: Of the measures.
        products: Whether products of different measures may count; with few things they are
            learned by heart.
    """
    mean, deviation = rows.mean(axis=0), rows.std(axis=0) + np.float32(1e-6)
    weight = weight / weight.mean()
    count = rows.shape[1]
    first, second = np.triu_indices(count)
    used = np.concatenate((np.ones(1 + count, bool), products | (first == second)))
    ridge = _RIDGE if products else _RIDGE_OF_FEW
    weights = np.zeros(len(used))
    for _ in range(_ROUNDS):
        slope, hessian = -ridge * weights, ridge * np.eye(len(weights))
        for start in range(0, len(rows), _CHUNK):
            part = slice(start, start + _CHUNK)
            expanded = likelihood.expand(rows[part], mean, deviation) * used
            chance = likelihood.probability((expanded @ weights).astype(np.float32))
            slope += expanded.T @ (weight[part] * (truth[part] - chance))
            curvature = (weight[part] * chance * (1 - chance)).astype(np.float32)
            hessian += (expanded * curvature[:, None]).T @ expanded
        step = np.linalg.solve(hessian, slope)
        weights += step
        if np.abs(step).max() < 1e-3:
            break
    return likelihood.Logistic(tuple(names), mean, deviation, weights.astype(np.float32))


def tolerant(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask grown by two pixels."""
    return cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _pixels(
    of: Iterator[Sample],
) -> tuple[NDArray[np.float32], NDArray[np.bool_], NDArray[np.float32]]:
    """Return measures of random pixels, whether they are damage, and how many each stands for."""
    chance = np.random.default_rng(0)
    rows, truths, weights = [], [], []
    for sample in of:
        changed = sample.damaged.astype(int) - sample.clean
        pixels = sample.damaged[..., None]
        parts = measure(plane_of(pixels), noise_curve(pixels))
        for judged, sign in zip(parts, (1, -1), strict=True):
            truth = sample.mask & (changed * sign > 0)
            counts = (truth | ~tolerant(truth))[judged.rows, judged.columns]
            among = np.flatnonzero(counts)
            drawn = chance.choice(among, min(_PIXELS, len(among)), replace=False)
            rows.append(judged.measures[drawn])
            truths.append(truth[judged.rows, judged.columns][drawn])
            weights.append(np.full(len(drawn), len(among) / max(1, len(drawn)), np.float32))
    return np.concatenate(rows), np.concatenate(truths), np.concatenate(weights)


def _components(
    of: Iterator[Sample], judge: likelihood.Logistic
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return features of components, and whether most of each is damage."""
    rows, truths = [], []
    for sample in of:
        components = find_components(Photo(sample.damaged[..., None]), judge=judge)
        inside = tolerant(sample.mask).reshape(-1)[components.places]
        owners = np.repeat(np.arange(len(components)), np.diff(components.starts))
        sizes = np.diff(components.starts)
        rows.append(components.features)
        truths.append(np.bincount(owners, inside, minlength=len(components)) * 2 > sizes)
    return np.concatenate(rows), np.concatenate(truths)


def _write(path: Path, pixels: likelihood.Logistic, components: likelihood.Logistic) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    values = {"pixels": pixels.as_json(), "components": components.as_json()}
    path.write_text(json.dumps(values, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
