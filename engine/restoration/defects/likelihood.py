"""How likely a finding is damage, by its shape and contrast and by its company.

A logistic regression judges each finding for itself. Another weighs it by the others: in a photo
with sure damage what looks like some is more likely some, and where nothing is sure it is less
likely. The weights come from ``training.fit_detection`` and lie in ``resources/restoration``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from engine.restoration.defects.components import JUDGED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Rows = NDArray[np.float32]
    """(things, measures)"""

WEIGHTS = Path(__file__).parents[3] / "resources" / "restoration" / "damage.json"
_BOUND = 4.0
"""Deviations beyond which a measure says no more: nothing is extrapolated."""
_SURE = float(np.log(8))
"""Log odds of a finding that is surely damage."""
_MOST_ODDS = 6.0
"""Log odds beyond which a finding for itself says no more."""
_LEAST_AREA = 0.25
"""Megapixels added to a photo: one speck on a small one is not a hundred a megapixel."""
_TERMS_OF_COMPANY = 8
_CHUNK = 1 << 16
"""Rows that are expanded at a time."""


@dataclass(frozen=True, eq=False)
class Logistic:
    """A logistic regression on measures, their squares and products."""

    names: tuple[str, ...]
    """Of the measures, in order."""
    mean: NDArray[np.float32]
    deviation: NDArray[np.float32]
    weights: NDArray[np.float32]
    """Of one, of each measure, and of each product of two."""

    def log_odds(self, rows: Rows) -> NDArray[np.float32]:
        """Return the logarithm of p / (1 − p) for each row."""
        pieces = [
            expand(rows[start : start + _CHUNK], self.mean, self.deviation) @ self.weights
            for start in range(0, len(rows), _CHUNK)
        ]
        return np.concatenate(pieces) if pieces else np.zeros(0, np.float32)

    def as_json(self) -> dict[str, Any]:
        """Return what :func:`logistic_from_json` reads, rounded to what matters."""
        return {
            "names": list(self.names),
            **{
                name: [float(f"{value:.5g}") for value in getattr(self, name)]
                for name in ("mean", "deviation", "weights")
            },
        }


def expand(rows: Rows, mean: NDArray[np.float32], deviation: NDArray[np.float32]) -> Rows:
    """Return one, the normalized measures, and all products of two of them, for each row."""
    z = np.clip((rows - mean) / deviation, -_BOUND, _BOUND).astype(np.float32, copy=False)
    first, second = np.triu_indices(z.shape[1])
    return np.concatenate((np.ones((len(z), 1), np.float32), z, z[:, first] * z[:, second]), axis=1)


def logistic_from_json(values: Mapping[str, Any], names: Sequence[str]) -> Logistic:
    """Return a regression whose measures are those that the program makes, in its order.

    Raises:
        ValueError: If it was fitted to other measures, or to another number of them.
    """
    if tuple(values["names"]) != tuple(names):
        msg = f"expected weights for {tuple(names)}, got {tuple(values['names'])}"
        raise ValueError(msg)
    mean, deviation, weights = (
        np.array(values[name], np.float32) for name in ("mean", "deviation", "weights")
    )
    count = len(names)
    if weights.shape != (1 + count + count * (count + 1) // 2,):
        msg = f"expected weights for {count} measures and their products, got {weights.shape}"
        raise ValueError(msg)
    return Logistic(tuple(names), mean, deviation, weights)


@dataclass(frozen=True, eq=False)
class Judge:
    """What says how likely the components of a photo are damage."""

    alone: Logistic
    """Each for itself."""
    company: NDArray[np.float32]
    """Weights of the terms that :func:`in_company` makes."""

    def log_odds(self, rows: Rows, megapixels: float) -> NDArray[np.float32]:
        """Return the logarithm of p / (1 − p) for each component of a photo.

        Args:
            rows: (components, measures), all of the photo's.
            megapixels: Of the photo.
        """
        alone = self.alone.log_odds(rows)
        return np.asarray(in_company(alone, megapixels) @ self.company, np.float32)

    def as_json(self) -> dict[str, Any]:
        """Return what :func:`judge_from_json` reads, rounded to what matters."""
        company = [float(f"{value:.5g}") for value in self.company]
        return {**self.alone.as_json(), "company": company}


def in_company(log_odds: NDArray[np.float32], megapixels: float) -> Rows:
    """Return the terms that weigh a finding of a photo by the other ones, (findings, 8).

    Args:
        log_odds: Of each finding for itself.
        megapixels: Of the photo.
    """
    sure = log_odds > _SURE
    chance = probability(log_odds)
    area = megapixels + _LEAST_AREA
    others_sure = np.log1p((sure.sum() - sure) / area)
    others = np.log1p((chance.sum() - chance) / area)
    own = np.clip(log_odds, -_MOST_ODDS, _MOST_ODDS)
    terms = (
        np.ones_like(own),
        *(own, others_sure, others),
        *(own * others_sure, own * others),
        *(others_sure**2, others**2),
    )
    return np.stack(terms, axis=1).astype(np.float32)


def judge_from_json(values: Mapping[str, Any], names: Sequence[str]) -> Judge:
    """Return a judge whose measures are those that the program makes, in its order.

    Raises:
        ValueError: If it was fitted to other measures, or to another number of them.
    """
    company = np.array(values["company"], np.float32)
    if company.shape != (_TERMS_OF_COMPANY,):
        msg = f"expected {_TERMS_OF_COMPANY} weights for company, got {company.shape}"
        raise ValueError(msg)
    return Judge(logistic_from_json(values, names), company)


@cache
def bundled() -> Judge:
    """Return the judge of components that comes with the program."""
    return judge_from_json(json.loads(WEIGHTS.read_text(encoding="utf-8")), JUDGED)


def probability(log_odds: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return p for each log odds."""
    return (1 / (1 + np.exp(-np.clip(log_odds, -30, 30)))).astype(np.float32)
