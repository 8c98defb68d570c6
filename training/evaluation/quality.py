"""What a model does to photos whose colors are known, through the engine the app uses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch
from torch.nn import functional as F

from engine.coloring.colorize import Encoding, encode, fit_colors, render_photo
from engine.photo.color import gray_from_lightness
from engine.photo.photo import Photo
from engine.recipe.stages import Grade
from training.degradation.degrade import degrade
from training.evaluation.metrics import (
    ab_distance,
    ab_error,
    accuracy,
    ciede2000,
    colorfulness,
    is_skin_toned,
    lab,
    psnr,
    skin_faults,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from engine.recipe.hint import Hint

_RESAMPLES = 1000
CONFIDENCE = (2.5, 97.5)
"""Percentiles of the bootstrap intervals."""


@dataclass(frozen=True)
class Coloring:
    """One photo: its truth, its gray version and what the model made of that."""

    truth: NDArray[np.uint8]
    """(H, W, 3), like the other two."""
    gray: NDArray[np.uint8]
    colored: NDArray[np.uint8]


@dataclass(frozen=True)
class Figure:
    """A mean over photos, or a ratio of two sums, with its 95 % bootstrap interval."""

    value: float
    low: float
    high: float


@dataclass(frozen=True)
class Quality:
    """Figures over photos."""

    photos: int
    psnr: Figure
    """In dB, against the truth."""
    ciede2000: Figure
    """Mean ΔE00 against the truth."""
    ab_distance: Figure
    """Mean distance in the ab plane against the truth."""
    ab_error: Figure
    """Mean squared error of ``ab / 128``."""
    accuracy: Figure
    """Share of pixels within one bin of their true color."""
    colorfulness_ratio: Figure
    """Mean colorfulness of the output over that of the truth."""
    skin_hue_errors: Figure
    """Share of truly skin-toned pixels that are green, blue or purple."""
    desaturated_skin: Figure
    """Share of truly skin-toned pixels that are gray."""


def color(
    model: Model, photos: Iterable[NDArray[np.uint8]], strength: float = 1.0
) -> Iterator[Coloring]:
    """Color photos, (H, W, 3) each, from their lightness alone."""
    for truth in photos:
        encoding = encode(model, Photo(truth))
        yield Coloring(
            truth,
            render_photo(encoding, Grade(0.0), bits=8),
            render_photo(encoding, Grade(strength), bits=8),
        )


def encode_truth(
    model: Model,
    truth: NDArray[np.uint8],
    hints: Sequence[Hint] = (),
    aged: int | None = None,
    *,
    size: int | None = None,
) -> Encoding:
    """Encode a photo, or what a bad scan of it would look like, for its own lightness.

    Args:
        model: The model.
        truth: (H, W, 3).
        hints: Colors given to the network.
        aged: Seed of a degradation; None shows the clean photo to the network.
        size: Short side in pixels at which the network sees it; the model's own by default.
    """
    if aged is None:
        return encode(model, Photo(truth), size=size, hints=hints)
    encoding = encode(model, Photo(age(truth, aged)), size=size, hints=hints)
    # the network guesses from a bad scan, its colors are judged on the scene as it was
    return fit_colors(Photo(truth), encoding.ab, encoding.distribution)


def fuse_sizes(model: Model, truth: NDArray[np.uint8], sizes: Sequence[int]) -> Encoding:
    """Encode a photo at several sizes and average the colors, as large as the largest has them."""
    encodings = [encode_truth(model, truth, size=size) for size in sizes]
    largest = max((encoding.ab for encoding in encodings), key=lambda ab: ab.numel())
    colors = [
        F.interpolate(encoding.ab[None], tuple(largest.shape[1:]), mode="bilinear")[0]
        for encoding in encodings
    ]
    return fit_colors(Photo(truth), torch.stack(colors).mean(dim=0))


def age(truth: NDArray[np.uint8], seed: int) -> NDArray[np.uint8]:
    """Return a gray photo, (H, W, 3), as an old print and a scanner would leave it."""
    rgb = torch.from_numpy(truth).permute(2, 0, 1)[None].float() / 255
    lightness = degrade(rgb, torch.Generator().manual_seed(seed))[0]
    gray = gray_from_lightness(lightness)[0].mul(255).round().to(torch.uint8).numpy()
    return np.repeat(gray[..., None], 3, axis=-1)


def measure(pairs: Iterable[tuple[NDArray[np.uint8], NDArray[np.uint8]]]) -> Quality:
    """Compare (output, truth) pairs.

    Raises:
        ValueError: If there is no pair.
    """
    rows = np.array([_row(output, truth) for output, truth in pairs])
    if not len(rows):
        msg = "expected at least one photo"
        raise ValueError(msg)
    one = np.ones(len(rows))
    quality, difference, distance, error, near, colorful, truly, skin, wrong, pale = rows.T
    return Quality(
        len(rows),
        ratio(quality, one),
        ratio(difference, one),
        ratio(distance, one),
        ratio(error, one),
        ratio(near, one),
        ratio(colorful, truly),
        ratio(wrong, skin),
        ratio(pale, skin),
    )


def ratio(above: NDArray[np.float64], below: NDArray[np.float64]) -> Figure:
    """Return sum over sum, and how far it varies when other photos had been drawn.

    Args:
        above: (N,), one value a photo.
        below: (N,).
    """
    draws = np.random.default_rng(0).integers(len(above), size=(_RESAMPLES, len(above)))
    varied = _divide(above[draws].sum(axis=1), below[draws].sum(axis=1))
    low, high = np.percentile(varied, CONFIDENCE)
    return Figure(float(_divide(above.sum(), below.sum())), float(low), float(high))


def _row(output: NDArray[np.uint8], truth: NDArray[np.uint8]) -> tuple[float, ...]:
    output_lab, truth_lab = lab(output), lab(truth)
    return (
        psnr(output, truth),
        ciede2000(output_lab, truth_lab),
        ab_distance(output_lab, truth_lab),
        ab_error(output_lab, truth_lab),
        accuracy(output_lab, truth_lab),
        colorfulness(output),
        colorfulness(truth),
        *skin_faults(output_lab, is_skin_toned(truth_lab)),
    )


def _divide(above: NDArray[np.float64], below: NDArray[np.float64]) -> NDArray[np.float64]:
    divided: NDArray[np.float64] = above / np.maximum(below, 1e-9)
    return divided
