"""Measure revival on faded and unfaded photos that nothing was fitted to; print a table.

    python -m training.evaluate_revival PHOTOS --model resources/checkpoints/revival.safetensors

Photos of the split ``val`` fade in three ways, a roll of eight alike; each goes through a JPEG.
Printed is the mean ΔE00 to the unfaded photo, and what nine in ten stay below. Limits of the gate
are chosen with ``--split watch``.
"""

from __future__ import annotations

import argparse
import io
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from PIL import Image

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.photo.color import planes_from_pixels
from engine.photo.photo import Photo
from engine.restoration.fading import Estimate, estimate, propose_revival, small_copy
from engine.restoration.revival import apply_revival
from training.config import DataConfig
from training.data.datasets import load_photos
from training.degradation.degrade import Dice
from training.degradation.fading import FADINGS, draw_dyes, fade
from training.evaluation.metrics import ciede2000, lab

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model
    from training.degradation.fading import Fading

    Picture = NDArray[np.uint8]

ROLL = 8
"""Photos that fade alike."""
_CLIPPED = 0.5
"""Percent at each end of each channel, for automatic levels."""


@dataclass(frozen=True, eq=False)
class Case:
    """A photo before and after, and what is said of it."""

    truth: Picture
    shown: Picture
    alone: Estimate
    gated: Picture
    """What the app makes of it."""
    with_roll: Picture
    """What the app makes of it, asked about with the others of its roll."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("photos", type=Path)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--split", default="val", choices=("val", "watch"))
    parser.add_argument("--count", type=int, default=64, help="photos that fade")
    parser.add_argument("--unfaded", type=int, default=300, help="photos that do not")
    args = parser.parse_args(arguments)
    model = checkpoint.load(args.model, choose_device("cpu"), "revival")
    store = load_photos(args.photos, args.split, DataConfig(store_size=192))
    photos = [store.photo(index) for index in _spread(len(store), args.count)]
    for name, fading in FADINGS.items():
        report(name, list(cases(photos, fading, model)))
    unfaded = [store.photo(index) for index in _spread(len(store), args.unfaded)]
    report_unfaded(unfaded, model)


def cases(photos: Sequence[Picture], fading: Fading, model: Model) -> Iterator[Case]:
    """Fade photos, those of a roll alike, and ask the network."""
    generator = torch.Generator().manual_seed(2026)
    chance = np.random.default_rng(2026)
    for start in range(0, len(photos), ROLL):
        dyes = draw_dyes(fading, Dice(generator, 1))
        roll = photos[start : start + ROLL]
        faded = [fade(planes_from_pixels(photo)[None], dyes)[0] for photo in roll]
        shown = [
            _jpeg(one.clamp(0, 1).mul(255).round().byte().permute(1, 2, 0).numpy(), chance)
            for one in faded
        ]
        for index, (truth, seen) in enumerate(zip(roll, shown, strict=True)):
            others = [Photo(one) for one in shown[:index] + shown[index + 1 :]]
            alone = estimate(small_copy(Photo(seen)), model)
            yield Case(truth, seen, alone, _gated(seen, model), _gated(seen, model, others))


def report(name: str, faded: Sequence[Case]) -> None:
    """Print how near revived photos are to the unfaded ones."""
    found = {
        "as it is": [_error(case.shown, case.truth) for case in faded],
        "levels": [_error(_levels(case.shown), case.truth) for case in faded],
        "revived": [_error(_revived(case.shown, case.alone), case.truth) for case in faded],
        "through the gate": [_error(case.gated, case.truth) for case in faded],
        "roll through the gate": [_error(case.with_roll, case.truth) for case in faded],
    }
    figures = ", ".join(
        f"{what} {np.mean(errors):.1f} ({np.percentile(errors, 90):.1f})"
        for what, errors in found.items()
    )
    touched = sum(case.gated is not case.shown for case in faded)
    doubt = _correlation([case.alone.error for case in faded], found["revived"])
    print(f"{name}: {figures}; {touched} of {len(faded)} revived; doubt and error r {doubt:.2f}")


def report_unfaded(photos: Sequence[Picture], model: Model) -> None:
    """Print what revival would do, and does, to photos that are not faded."""
    said = [estimate(small_copy(Photo(photo)), model) for photo in photos]
    pairs = list(zip(photos, said, strict=True))
    without = np.mean([_error(_revived(photo, one), photo) for photo, one in pairs])
    gated = [_gated(photo, model) for photo in photos]
    harm = np.mean([_error(*pair) for pair in zip(gated, photos, strict=True)])
    touched = sum(one is not photo for one, photo in zip(gated, photos, strict=True))
    print(
        f"unfaded: harm without a gate {without:.1f}, with it {harm:.2f}; "
        f"{touched} of {len(photos)} touched"
    )
    likely = sorted((one.help for one in said if one.change >= 2), reverse=True)
    print("most likely faded of them:", ", ".join(f"{value:.3f}" for value in likely[:12]))


def _spread(whole: int, count: int) -> Sequence[int]:
    """Return places evenly over a list."""
    return [int(place) for place in np.linspace(0, whole - 1, min(count, whole))]


def _error(one: Picture, truth: Picture) -> float:
    return 0.0 if one is truth else ciede2000(lab(one), lab(truth))


def _correlation(one: Sequence[float], other: Sequence[float]) -> float:
    """Return Pearson's; 0 if one of them is always the same."""
    if not np.ptp(one) or not np.ptp(other):
        return 0.0
    return float(np.corrcoef(one, other)[0, 1])


def _revived(photo: Picture, said: Estimate) -> Picture:
    return np.asarray(apply_revival(photo, said.revival), np.uint8)


def _gated(photo: Picture, model: Model, roll: Sequence[Photo] = ()) -> Picture:
    """Return what the app makes of a photo; itself if it leaves that alone."""
    revival = propose_revival(Photo(photo), model, roll=roll).revival
    return photo if revival.does_nothing else np.asarray(apply_revival(photo, revival), np.uint8)


def _levels(photo: Picture) -> Picture:
    """Stretch each channel to its full range."""
    low, high = np.percentile(photo, (_CLIPPED, 100 - _CLIPPED), axis=(0, 1))
    stretched = (photo - low) / np.maximum(high - low, 1)
    return np.asarray(np.rint(np.clip(stretched, 0, 1) * 255), np.uint8)


def _jpeg(photo: Picture, chance: np.random.Generator) -> Picture:
    content = io.BytesIO()
    Image.fromarray(photo).save(content, "JPEG", quality=int(chance.integers(75, 96)))
    return np.array(Image.open(content))


if __name__ == "__main__":
    main()
