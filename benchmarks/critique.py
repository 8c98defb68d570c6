"""How often the self-critic flags photos, and whether those are the worse ones.

    python benchmarks/critique.py PHOTOS --count 400

PHOTOS is a folder of shards with a manifest.csv; only its training photos are used, every n-th one.
They are made gray, colored by the default model and judged. For each flag: the share of photos that
have it, and the mean distance in ab to the true colors, of photos with it and of those without any.
"""

from __future__ import annotations

import argparse
import csv
import io
import statistics
import zipfile
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from PIL import Image

from engine.batch.outcome import Flag
from engine.batch.running.critique import LIMITS, Measures, flags_of, measure
from engine.checkpoints import checkpoint
from engine.checkpoints.catalog import find_model
from engine.coloring.colorize import encode
from engine.device import choose_device
from engine.photo.color import planes_from_pixels, rgb_to_lab
from engine.photo.photo import Photo, resize
from engine.recipe.stages import Grade

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

_QUANTILES = (50, 75, 90, 95, 99)


def training_photos(folder: Path, count: int) -> Iterator[NDArray[np.uint8]]:
    """Yield photos, (H, W, 3), spread over the training split."""
    with (folder / "manifest.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["split"] == "train"]
    for row in rows[:: max(1, len(rows) // count)][:count]:
        with zipfile.ZipFile(folder / row["shard"]) as archive:
            content = archive.read(f"{row['id']}.webp")
        yield np.array(Image.open(io.BytesIO(content)).convert("RGB"))


def main() -> None:
    """Print one row a measure and one a flag."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("photos", type=Path, metavar="PHOTOS")
    parser.add_argument("--count", type=int, default=400)
    parser.add_argument("--model")
    parser.add_argument("--rows", type=Path, help="also write all measures to this CSV file")
    args = parser.parse_args()
    model = checkpoint.load(find_model(args.model), choose_device("auto"))
    judged: list[tuple[Measures, float]] = []
    for rgb in training_photos(args.photos, args.count):
        encoding = encode(model, Photo(rgb))
        height, width = encoding.ab.shape[1:]
        truth = rgb_to_lab(planes_from_pixels(resize(rgb, (height, width))))[1:]
        error = torch.linalg.vector_norm(encoding.ab - truth, dim=0).mean()
        judged.append((measure(encoding, Grade()), float(error)))
    _print(judged)
    if args.rows is not None:
        with args.rows.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow((*asdict(LIMITS), "error"))
            writer.writerows((*asdict(measures).values(), error) for measures, error in judged)


def _print(judged: list[tuple[Measures, float]]) -> None:
    print(f"{len(judged)} photos")
    print(f"| measure | limit | {' | '.join(f'{q} %' for q in _QUANTILES)} |")
    for name, limit in asdict(LIMITS).items():
        values = [value for m, _ in judged if (value := getattr(m, name)) is not None]
        if values:
            row = " | ".join(f"{value:.3f}" for value in np.percentile(values, _QUANTILES))
            print(f"| {name} | {limit} | {row} |")
    print("| flag | share of photos | mean distance to the true ab |")
    chosen = {flag.value: [e for m, e in judged if flag in flags_of(m)] for flag in Flag}
    chosen["any"] = [e for m, e in judged if flags_of(m)]
    chosen["none"] = [e for m, e in judged if not flags_of(m)]
    for name, errors in chosen.items():
        mean = f"{statistics.fmean(errors):.1f}" if errors else "-"
        print(f"| {name} | {len(errors) / len(judged):.1%} | {mean} |")


if __name__ == "__main__":
    main()
