"""Measure checkpoints on photos whose colors are known.

    python -m training.evaluate resources/checkpoints/streets.safetensors --data PHOTOS

Prints one row a model, with the gray photos as the baseline; ``--json`` writes the same figures.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from engine import checkpoint
from engine.device import choose_device
from training.config import DataConfig
from training.datasets import load_photos
from training.quality import Quality, color, measure

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from engine.device import Device

GRAY = "gray"
"""The row of the photos without color."""


def evaluate(
    checkpoints: Sequence[Path],
    photos: Sequence[NDArray[np.uint8]],
    device: Device,
    *,
    strength: float = 1.0,
) -> dict[str, Quality]:
    """Color photos, (H, W, 3) each, with every checkpoint; return figures by path.

    Raises:
        CheckpointError: If a checkpoint cannot be read.
    """
    rows: dict[str, Quality] = {}
    for path in checkpoints:
        model = checkpoint.load(path, device)
        bar = tqdm(photos, desc=path.stem, unit="photo", mininterval=2)
        colorings = list(color(model, bar, strength))
        rows.setdefault(GRAY, measure((c.gray, c.truth) for c in colorings))
        rows[str(path)] = measure((c.colored, c.truth) for c in colorings)
    return rows


def table(rows: Mapping[str, Quality]) -> str:
    """Lay the figures out in Markdown."""
    lines = [
        "| model | photos | PSNR (dB) | ΔE00 | colorfulness / truth |",
        "|---|---|---|---|---|",
    ]
    lines += [
        f"| {name} | {q.photos} | {q.psnr:.2f} | {q.ciede2000:.2f} | {q.colorfulness_ratio:.2f} |"
        for name, q in rows.items()
    ]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, measure and print."""
    parser = argparse.ArgumentParser(
        prog="python -m training.evaluate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("checkpoints", nargs="+", type=Path, metavar="CHECKPOINT")
    parser.add_argument("--data", type=Path, required=True, help="shards, a folder or a photo")
    parser.add_argument("--size", type=int, default=192, help="short side of the photos in pixels")
    parser.add_argument("--limit", type=int, default=0, help="use at most so many photos")
    parser.add_argument("--strength", type=float, default=1.0, help="color strength, 0 to 2")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    args = parser.parse_args(arguments)

    store = load_photos(args.data, "val", DataConfig(store_size=args.size), limit=args.limit)
    photos = [store.photo(index) for index in range(len(store))]
    device = choose_device(args.device)
    rows = evaluate(args.checkpoints, photos, device, strength=args.strength)
    print(table(rows))
    if args.json is not None:
        figures = {name: dataclasses.asdict(quality) for name, quality in rows.items()}
        args.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
