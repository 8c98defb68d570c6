"""Fit the regression that judges what a network found, and write it where the program reads.

    python -m training.fit_detection DAMAGE_FOLDER

Nothing of the folder is in the result but some hundred numbers. The photos are those that the
network was not trained on; the last tenth of the shapes and of the photos is not looked at.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.device import choose_device
from engine.opencv import cv2
from engine.photo import Photo
from engine.pixel_checkpoint import load
from engine.restoration import likelihood
from engine.restoration.components import JUDGED
from engine.restoration.detection import TASK, find_components
from engine.restoration.networks import bundled_network
from training.damage import (
    damage,
    damage_softly,
    first_watched,
    load_photos,
    load_shapes,
    with_grain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.pixel_checkpoint import PixelModel
    from training.damage import Sample

GRAINS = (2, 5, 9)
"""Levels of 255."""
_SHARE_UNDAMAGED = 3
"""One photo in so many stays without damage."""
_SHARE_SOFT = 6
"""One in so many is an old small file."""
_ROUNDS = 25
_CHUNK = 1 << 15
"""Rows that are expanded at a time, so that memory does not grow with their number."""
_RIDGE = 20.0
"""Pull of the weights to zero, in units of rows."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--photos", type=int, default=300, help="how many to damage")
    parser.add_argument("--model", type=Path, help="a checkpoint; the bundled one by default")
    parser.add_argument("-o", "--output", type=Path, default=likelihood.WEIGHTS)
    args = parser.parse_args(arguments)
    model = load(args.model, choose_device("cpu"), TASK) if args.model else bundled_network(TASK)
    rows, truth = _components(samples(args.folder, args.photos, seed=2), model)
    judge = fit(rows, truth, JUDGED)
    args.output.parent.mkdir(parents=True, exist_ok=True)
    args.output.write_text(json.dumps(judge.as_json(), indent=1) + "\n", encoding="utf-8")
    print(f"{len(rows)} findings, {truth.mean():.0%} of them damage")


def samples(folder: Path, count: int, seed: int) -> Iterator[Sample]:
    """Yield damaged and undamaged photos that are watched, the same ones for the same seed."""
    chance = np.random.default_rng(seed)
    shapes = load_shapes(folder, held_back=False)
    known = list(load_photos(folder, held_back=False))
    photos = known[first_watched(len(known)) :]
    for index in range(count):
        photo = photos[int(chance.integers(len(photos)))]
        shapes_laid = 0 if index % _SHARE_UNDAMAGED == 0 else int(chance.integers(5, 40))
        plane = with_grain(photo, GRAINS[index // 3 % 3], chance)
        lay = damage_softly if index % _SHARE_SOFT == 1 else damage
        yield lay(plane, shapes, shapes_laid, chance)


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


def tolerant(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return a mask grown by two pixels."""
    return cv2.dilate(mask.astype(np.uint8), np.ones((5, 5), np.uint8)) > 0


def _components(
    of: Iterator[Sample], model: PixelModel
) -> tuple[NDArray[np.float32], NDArray[np.bool_]]:
    """Return features of components, and whether most of each is damage."""
    rows, truths = [], []
    for sample in of:
        components = find_components(Photo(sample.damaged[..., None]), model=model)
        inside = tolerant(sample.mask).reshape(-1)[components.places]
        owners = np.repeat(np.arange(len(components)), np.diff(components.starts))
        sizes = np.diff(components.starts)
        rows.append(components.features)
        truths.append(np.bincount(owners, inside, minlength=len(components)) * 2 > sizes)
    return np.concatenate(rows), np.concatenate(truths)


if __name__ == "__main__":
    main()
