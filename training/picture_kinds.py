"""Fit and measure how pictures are told apart: gray, toned, faded, hand-tinted, color.

    python -m training.picture_kinds PHOTOS [--fit]

Weights are fitted on training photos and synthetic prints of them (--fit prints what
engine/picture_kind.py holds); the confusion table is always of the validation photos, of which
nothing was chosen.
"""

from __future__ import annotations

import argparse
import csv
import io
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from engine.picture_kind import COLOR_KINDS, Kind, classify_pixels, measure
from training.photo_filters import judge
from training.synthetic_prints import print_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_FIT_STEPS, _FIT_RATE, _FIT_DECAY = 4000, 0.5, 1e-3


def photos_of(folder: Path, split: str, count: int) -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """Yield names and pixels, (H, W, 3), of color photos spread over a split of shared photos.

    Photos that the cleaning of training data would leave out are no color photos to begin with.
    """
    with (folder / "manifest.csv").open(newline="", encoding="utf-8") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == split]
    rows = sorted(rows, key=lambda row: row["id"])[:: max(1, len(rows) // count)]
    for row in rows[:count]:
        with zipfile.ZipFile(folder / row["shard"]) as shard:
            name = next(
                n for n in (f"{row['id']}.jpg", f"{row['id']}.webp") if n in shard.NameToInfo
            )
            image = Image.open(io.BytesIO(shard.read(name))).convert("RGB")
        rgb = np.array(image)
        if judge(rgb) is None:
            yield row["id"], rgb


def confusion(folder: Path, count: int) -> NDArray[np.int64]:
    """Return how many validation prints of each kind, by row, were taken for each, by column."""
    kinds = list(Kind)
    table = np.zeros((len(kinds), len(kinds)), np.int64)
    for name, rgb in photos_of(folder, "val", count):
        for row, kind in enumerate(kinds):
            found = classify_pixels(print_of(rgb, kind, int(name, 16) % (1 << 32) + row)).kind
            table[row, kinds.index(found)] += 1
    return table


def fit(folder: Path, count: int) -> tuple[NDArray[np.float64], ...]:
    """Return means, spreads and weights of softmax regression over the kinds that have color."""
    vectors, labels = [], []
    for name, rgb in photos_of(folder, "train", count):
        for label, kind in enumerate(COLOR_KINDS):
            made = print_of(rgb, kind, int(name, 16) % (1 << 32) + 10 + label)
            vectors.append(measure(made).vector())
            labels.append(label)
    X = np.array(vectors)
    means, spreads = X.mean(axis=0), X.std(axis=0)
    X = np.hstack(((X - means) / spreads, np.ones((len(X), 1))))
    truth = np.eye(len(COLOR_KINDS))[labels]
    weights = np.zeros((len(COLOR_KINDS), X.shape[1]))
    for _ in range(_FIT_STEPS):
        scores = X @ weights.T
        shares = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares /= shares.sum(axis=1, keepdims=True)
        gradient = (shares - truth).T @ X / len(X) + _FIT_DECAY * weights
        weights -= _FIT_RATE * gradient
    return means, spreads, weights


def table_text(table: NDArray[np.int64]) -> str:
    """Return a confusion table in Markdown, in percent of each row."""
    names = [kind.value for kind in Kind]
    lines = [
        f"| is ↓, taken for → | {' | '.join(names)} | prints |",
        "|---" * (len(names) + 2) + "|",
    ]
    for name, row in zip(names, table, strict=True):
        cells = " | ".join(f"{100 * count / row.sum():.1f}" for count in row)
        lines.append(f"| {name} | {cells} | {row.sum()} |")
    return "\n".join(lines)


def main() -> None:
    """Print weights if asked for, and the confusion table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photos", type=Path, help="a folder with manifest.csv and shards")
    parser.add_argument("--fit", action="store_true", help="fit the weights first, and print them")
    parser.add_argument("--count", type=int, default=400, help="photos of each split")
    args = parser.parse_args()
    if args.fit:
        for name, values in zip(
            ("means", "spreads", "weights"), fit(args.photos, args.count), strict=True
        ):
            print(name, np.array2string(values, precision=3, separator=", ", max_line_width=96))
    print(table_text(confusion(args.photos, args.count)))


if __name__ == "__main__":
    main()
