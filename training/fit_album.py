"""Fit how likely the evidence for a match makes it, on synthetic albums of training photos.

    python -m training.fit_album PHOTOS

Of the photos by which runs are watched, never of the validation photos. Prints the constants of
``engine/album/evidence.py``, and how well they hold for photos that they were not fitted to.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from tqdm import tqdm

from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import find_model
from engine.device import choose_device
from training.config import DataConfig
from training.data.datasets import load_photos
from training.evaluation.agreement import look_through

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from training.evaluation.agreement import Looked

    Values = NDArray[np.float64]

_RIDGE = 1.0
_STEPS = 50
_FOLDS = 5
_LEVELS = (0.5, 0.7, 0.8, 0.85, 0.9, 0.95)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and print the constants."""
    parser = argparse.ArgumentParser(prog="python -m training.fit_album", description=__doc__)
    parser.add_argument("photos", type=Path, help="shards or a folder")
    parser.add_argument("--limit", type=int, default=90, help="at most so many photos")
    parser.add_argument("--model", help="a name or a file; default: the bundled default")
    args = parser.parse_args(arguments)
    model = checkpoint.load(find_model(args.model), choose_device("auto"))
    store = load_photos(args.photos, "watch", DataConfig(store_size=192), limit=args.limit)
    photos = [store.photo(index) for index in range(len(store))]
    looked = list(tqdm(look_through(model, photos, 1, colors=False), unit="page"))
    tell("_ALIGNED", [one for one in looked if one.evidence.agreeing])
    tell("_ALIKE", [one for one in looked if not one.evidence.agreeing])


def tell(name: str, looked: Sequence[Looked]) -> None:
    """Print the constants for some pages, and what they would accept, rightly and wrongly."""
    measures = np.array([one.evidence.measures for one in looked])
    right = np.array([one.is_right for one in looked], np.float64)
    weights = fit(measures, right)
    print(f"{name} = ({', '.join(f'{weight:.2f}' for weight in weights)})")
    folds = np.array([one.album % _FOLDS for one in looked])
    held_out = np.zeros(len(looked))
    for fold in range(_FOLDS):
        other = folds == fold
        held_out[other] = likelihoods(measures[other], fit(measures[~other], right[~other]))
    for level in _LEVELS:
        accepted = held_out >= level
        wrong = int((1 - right)[accepted].sum())
        print(f"  at {level}: {accepted.sum()} of {len(looked)}, {wrong} wrong")


def fit(measures: Values, right: Values) -> Values:
    """Return weights and bias, (M + 1,), of a logistic regression with a small ridge.

    Args:
        measures: (N, M).
        right: (N,), 0 or 1.
    """
    mean, scale = measures.mean(axis=0), measures.std(axis=0).clip(min=1e-6)
    inputs = np.column_stack(((measures - mean) / scale, np.ones(len(measures))))
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):  # Newton's
        p = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs.T * (p * (1 - p))) @ inputs + _RIDGE * np.eye(len(weights))
        weights -= np.linalg.solve(curvature, inputs.T @ (p - right) + _RIDGE * weights)
    plain: Values = weights[:-1] / scale
    return np.append(plain, weights[-1] - plain @ mean)


def likelihoods(measures: Values, weights: Values) -> Values:
    """Return what a regression says of measures, (N, M): (N,), 0 to 1."""
    return np.asarray(1 / (1 + np.exp(-measures @ weights[:-1] - weights[-1])))


if __name__ == "__main__":
    main()
