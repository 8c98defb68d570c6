"""Measure checkpoints on photos whose colors are known.

    python -m training.evaluate resources/checkpoints/*.safetensors --data PHOTOS

Prints a row a model and kind of input, with the gray photos and the mean color as baselines. Every
figure is on what the app would show of the clean photo's lightness, with a 95 % bootstrap interval;
on degraded input the network sees an aged scan, but its colors are laid on the clean lightness and
judged against the truth. ``--hints`` adds how well hints are obeyed
and keep to their objects, ``--backbone`` the Fréchet distance,
``--faces`` how much skin of faces has a wrong hue, and on the same people's arms and hands.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.errors import EngineError
from training.config import DataConfig
from training.data.datasets import load_photos
from training.evaluation.bench import CLEAN, DEGRADED, GRAY, Bench, Look, baselines, takes_hints
from training.evaluation.faces import body_skin, face_skin
from training.evaluation.frechet_distance import FeatureExtractor, FrechetDistance
from training.evaluation.metrics import psnr
from training.evaluation.quality import age
from training.evaluation.sheets import save_sheet
from training.evaluation.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from training.evaluation.bench import Photos, Row

_CLOTHES = ["alexeygrigorev/clothing-dataset", "bearpaw/clothing-co-parsing"]
_SHEET_PHOTOS = 24


def save_sheets(folder: Path, row: Row, outputs: Photos, truths: Photos, seen: Photos) -> None:
    """Show the best, median and worst photos by the mean error of their colors.

    Args:
        folder: Made if need be.
        row: Names the files.
        outputs: (H, W, 3) each.
        truths: The same photos.
        seen: What the network saw of them.
    """
    folder.mkdir(parents=True, exist_ok=True)
    order = np.argsort([-psnr(o, t) for o, t in zip(outputs, truths, strict=True)])
    middle = max(0, len(order) // 2 - _SHEET_PHOTOS // 2)
    chosen = {
        "best": order[:_SHEET_PHOTOS],
        "median": order[middle : middle + _SHEET_PHOTOS],
        "worst": order[-_SHEET_PHOTOS:][::-1],
    }
    for kind, indices in chosen.items():
        pictures = [(truths[index], seen[index], outputs[index]) for index in indices]
        save_sheet(folder / f"{row.model}-{row.input}-{kind}.png", pictures)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and print the table."""
    parser = _parser()
    args = parser.parse_args(arguments)
    try:
        rows = list(_measure(args))
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    print(table(rows))


def _measure(args: argparse.Namespace) -> Iterator[Row]:
    """Measure the baselines and every model; what is done is kept whatever happens next."""
    photos = _load(args, DataConfig(store_size=args.size, left_out=args.left_out))
    frechet_distance = None
    if args.backbone is not None:
        extractor = FeatureExtractor(args.backbone, choose_device(args.device).name)
        frechet_distance = FrechetDistance(extractor, photos)
    look = Look(args.strength, args.vividness)
    faces = [face_skin(photo) for photo in photos] if args.faces else None
    bodies = [body_skin(*each) for each in zip(photos, faces, strict=True)] if faces else None
    bench = Bench(photos, look, frechet_distance, tuple(args.sizes), faces, bodies)
    clothed = dataclasses.replace(bench, photos=_clothes(args) or photos)
    grays = baselines(photos)
    rows = [bench.measure(name, CLEAN, outputs) for name, outputs in grays.items()]
    yield from rows
    for path in args.checkpoints:
        model = checkpoint.load(path, choose_device(args.device))
        for aged in (False,) if args.clean else (False, True):
            outputs = bench.color(model, aged=aged)
            row = bench.measure(path.stem, DEGRADED if aged else CLEAN, outputs)
            if args.hints and takes_hints(model):
                row = dataclasses.replace(row, hinted_psnr=bench.hinted_psnr(model, aged=aged))
                if not aged:
                    row = bench.hinted(model, row, clothed)
            if args.sheets is not None:
                shown = [age(p, s) for s, p in enumerate(photos)] if aged else grays[GRAY]
                save_sheets(args.sheets, row, outputs, photos, shown)
            rows.append(row)
            if args.json is not None:
                figures = [dataclasses.asdict(done) for done in rows]
                args.json.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
            print(table([row]))
            yield row


def _clothes(args: argparse.Namespace) -> Photos:
    try:
        return _load(args, DataConfig(store_size=args.size, sources=_CLOTHES))
    except ValueError:  # other data than ours have no such photos
        return []


def _load(args: argparse.Namespace, config: DataConfig) -> Photos:
    store = load_photos(args.data, args.split, config, limit=args.limit)
    return [store.photo(index) for index in range(len(store))]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.evaluate",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="shards, a folder or a photo")
    parser.add_argument("--split", default="val", choices=("val", "watch", "left-out"))
    parser.add_argument(
        "--left-out",
        nargs="+",
        default=[],
        metavar="SOURCE",
        help="sources of the manifest that no training saw: the photos of split left-out",
    )
    parser.add_argument("--size", type=int, default=192, help="short side of the photos in pixels")
    parser.add_argument("--limit", type=int, default=0, help="use at most so many photos")
    parser.add_argument("--strength", type=float, default=1.0, help="color strength, 0 to 2")
    parser.add_argument("--vividness", type=float, default=1.0, help="above 0")
    parser.add_argument(
        "--sizes",
        type=int,
        nargs="+",
        default=[],
        help="short sides at which networks see clean photos; the colors are averaged",
    )
    parser.add_argument("--clean", action="store_true", help="leave out degraded photos")
    parser.add_argument("--hints", action="store_true", help="measure hints too (slow)")
    parser.add_argument("--faces", action="store_true", help="measure the skin of people too")
    parser.add_argument(
        "--backbone",
        "--trunk",
        type=Path,
        help="ResNet-50 v2 weights: measure the Fréchet distance too",
    )
    parser.add_argument("--sheets", type=Path, help="folder for pictures of best and worst photos")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--json", type=Path, help="write the figures to this file too")
    return parser


if __name__ == "__main__":
    main()
