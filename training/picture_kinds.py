"""Fit and measure how pictures are told apart: those to be colored from those with colors.

    python -m training.picture_kinds PHOTOS [--fit] [--sheets FOLDER]

The table is of the validation photos, of which nothing was chosen: a row a case, worn prints and
faded slides among them. --sheets shows what was judged wrongly. --fit prints, instead, what
engine/photo/picture_kind.py holds: weights are fitted on every other training photo and synthetic
prints of them; of the others it prints how much speaks for color, between which the two limits lie.
"""

from __future__ import annotations

import argparse
import csv
import io
import multiprocessing
import zipfile
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import numpy as np
import torch
from PIL import Image
from torch import nn
from torch.nn import functional as F

from engine.photo.picture_kind import CLASSES, Kind, Rule, classify_pixels
from engine.photo.picture_measures import measure
from training.data.photo_filters import judge
from training.degradation.synthetic_prints import COLOR_CASES, COLORLESS_CASES, case_of
from training.evaluation.sheets import save_sheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray
    from torch import Tensor

    from engine.photo.picture_kind import Picture

    Photo = tuple[str, NDArray[np.uint8]]
    """Name and pixels, (H, W, 3)."""

Seen = TypeVar("Seen")
CASES = (*COLORLESS_CASES, *COLOR_CASES)
_KINDS = {"faded print": Kind.FADED, "faded slide": Kind.FADED, "hand-tinted": Kind.TINTED}
_FIT_STEPS, _FIT_DECAY = 800, 1e-3
_COLOR_WEIGHT = 6.0
"""Ordinary color photos are what people have most, so a mistake there counts so many times."""
_SHEET_PICTURES = 12


@dataclass
class Verdicts:
    """What became of the prints of one case."""

    colored: int = 0
    in_doubt: int = 0
    refused: int = 0
    wrong: list[Photo] = field(default_factory=list)
    """Photos whose print was refused but is colorless, or was colored without a word."""

    def add(self, photo: Photo, picture: Picture, *, is_colorless: bool) -> None:
        """Count a print."""
        if picture.has_color:
            self.refused += 1
        elif picture.in_doubt:
            self.in_doubt += 1
        else:
            self.colored += 1
        if not picture.in_doubt and picture.has_color == is_colorless:
            self.wrong.append(photo)


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


def over_prints(
    photos: Iterable[Photo], look: Callable[[NDArray[np.uint8]], Seen], cases: Sequence[str] = CASES
) -> Iterator[tuple[Photo, str, Seen]]:
    """Look at the cases of every photo, on all cores."""
    context = multiprocessing.get_context("spawn")
    photos = list(photos)
    with ProcessPoolExecutor(
        mp_context=context, initializer=torch.set_num_threads, initargs=(1,)
    ) as pool:
        for photo, seen in zip(
            photos, pool.map(partial(_look_at, look, cases), photos), strict=True
        ):
            for case, one in zip(cases, seen, strict=True):
                yield photo, case, one


def _look_at(
    look: Callable[[NDArray[np.uint8]], Seen], cases: Sequence[str], photo: Photo
) -> list[Seen]:
    return [look(_print_of(photo, case)) for case in cases]


def _print_of(photo: Photo, case: str) -> NDArray[np.uint8]:
    name, rgb = photo
    return case_of(rgb, case, int(name, 16) % (1 << 32) + CASES.index(case))


def verdicts(photos: Iterable[Photo], cases: Sequence[str] = CASES) -> dict[str, Verdicts]:
    """Return what became of the prints of photos, by case."""
    found: dict[str, Verdicts] = {case: Verdicts() for case in cases}
    for photo, case, picture in over_prints(photos, classify_pixels, cases):
        found[case].add(photo, picture, is_colorless=case in COLORLESS_CASES)
    return found


def fit(photos: Iterable[Photo]) -> Rule:
    """Return softmax regression over ``CLASSES`` on prints of photos."""
    _, cases, measures = zip(*over_prints(photos, measure), strict=True)
    vectors = [measured.vector() for measured in measures]
    means, spreads = np.mean(vectors, axis=0), np.std(vectors, axis=0)
    X = torch.from_numpy((np.array(vectors) - means) / spreads)
    truth = torch.tensor([CLASSES.index(_class_of(case)) for case in cases])
    counts = torch.tensor([_COLOR_WEIGHT if case == "color" else 1.0 for case in cases])
    layer = nn.Linear(X.shape[1], len(CLASSES)).double()
    nn.init.zeros_(layer.weight)
    nn.init.zeros_(layer.bias)
    optimizer = torch.optim.LBFGS(layer.parameters(), max_iter=_FIT_STEPS)

    def loss() -> Tensor:
        optimizer.zero_grad()
        losses = F.cross_entropy(layer(X), truth, reduction="none")
        total = (losses * counts).sum() / counts.sum()
        total = total + _FIT_DECAY / 2 * layer.weight.square().sum()
        total.backward()
        return total

    optimizer.step(loss)
    weights = torch.cat((layer.weight, layer.bias[:, None]), dim=1)
    return Rule(means, spreads, weights.detach().numpy())


def _class_of(case: str) -> Kind:
    return Kind.GRAY if case in COLORLESS_CASES else _KINDS.get(case, Kind.COLOR)


def limits_text(photos: Iterable[Photo], rule: Rule) -> str:
    """Return what speaks for color in prints of photos that nothing was fitted on.

    A line a case: the extreme, and what 0.5, 1 and 5 % exceed or fall below.
    """
    evidence: dict[str, list[float]] = {case: [] for case in CASES}
    for _, case, measures in over_prints(photos, measure):
        evidence[case].append(rule.evidence(measures))
    lines = []
    for case, values in evidence.items():
        shares = (0, 0.005, 0.01, 0.05) if case in COLOR_CASES else (1, 0.995, 0.99, 0.95)
        figures = ", ".join(f"{np.quantile(values, share):+.2f}" for share in shares)
        lines.append(f"{case}: {figures}")
    return "\n".join(lines)


def table_text(found: dict[str, Verdicts]) -> str:
    """Return in Markdown what became of each case, in percent."""
    lines = ["| case | prints | colored | colored, and said | refused |", "|---|---|---|---|---|"]
    for case, verdict in found.items():
        counts = (verdict.colored, verdict.in_doubt, verdict.refused)
        total = sum(counts)
        cells = " | ".join(f"{100 * count / max(total, 1):.1f}" for count in counts)
        lines.append(f"| {case} | {total} | {cells} |")
    return "\n".join(lines)


def main() -> None:
    """Print weights if asked for, and the table."""
    parser = argparse.ArgumentParser(
        prog="python -m training.picture_kinds",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("photos", type=Path, help="a folder with manifest.csv and shards")
    parser.add_argument("--fit", action="store_true", help="fit weights and print them")
    parser.add_argument("--count", type=int, default=400, help="photos of each split")
    parser.add_argument("--cases", nargs="+", choices=CASES, default=CASES, metavar="CASE")
    parser.add_argument("--sheets", type=Path, help="folder for pictures of what was judged wrong")
    args = parser.parse_args()
    if args.fit:
        photos = list(photos_of(args.photos, "train", args.count))
        rule = fit(photos[::2])
        for name, values in vars(rule).items():
            print(name, np.array2string(values, precision=2, separator=", ", max_line_width=96))
        print(limits_text(photos[1::2], rule), flush=True)
        return
    found = verdicts(photos_of(args.photos, "val", args.count), args.cases)
    print(table_text(found))
    if args.sheets is not None:
        args.sheets.mkdir(parents=True, exist_ok=True)
        for case, verdict in found.items():
            if verdict.wrong:
                pictures = [_print_of(photo, case) for photo in verdict.wrong[:_SHEET_PICTURES]]
                save_sheet(args.sheets / f"{case}.png", [pictures])


if __name__ == "__main__":
    main()
