"""Measure how well the colors of an object agree across synthetic albums.

    python -m training.evaluate_album PHOTOS

Of every photo, one of its objects is looked for in two other frames of the scene (cut, shifted,
turned, exposed anew, one of them mirrored), in a frame from which it is gone, in another photo on
which it was laid, and in two photos that have nothing to do with it. A match is right if its place
is on the object. ΔE00 is between the object's mean colors in the first photo, where its true color
was set, and in the other, at one and the same lightness; without agreement nothing is set there.
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
from engine.errors import EngineError
from training.config import DataConfig
from training.data.datasets import load_photos
from training.evaluation.agreement import look_through
from training.evaluation.albums import FRAME, GONE, PASTED, STRANGER

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from training.evaluation.agreement import Looked


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and print the table."""
    parser = _parser()
    args = parser.parse_args(arguments)
    try:
        model = checkpoint.load(find_model(args.model), choose_device(args.device))
        config = DataConfig(store_size=args.size)
        store = load_photos(args.photos, args.split, config, limit=args.limit)
        photos = [store.photo(index) for index in range(len(store))]
        pages = look_through(model, photos, args.seed, colors=True)
        looked = list(tqdm(pages, desc="pages", unit="page", mininterval=5))
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    for line in report(looked):
        print(line)


def report(looked: Sequence[Looked]) -> Iterable[str]:
    """Yield the lines of a table, one a kind of page, and what the bars are about."""
    wanted = [one for one in looked if one.apart is not None]
    albums = len({one.album for one in looked})
    yield f"{albums} albums, {len(looked)} pages"
    yield "| page | pages | taken over | wrong | to ask, right | ΔE00 without | with | one scene |"
    yield "|---|---|---|---|---|---|---|---|"
    for kind in (FRAME, GONE, PASTED, STRANGER):
        yield _row(kind, [one for one in looked if one.kind == kind])
    yield _row("all", looked)
    if wanted:
        found = sum(one.is_accepted for one in wanted)
        yield f"of {len(wanted)} pages with the object, {found} took its color over"


def _row(name: str, looked: Sequence[Looked]) -> str:
    accepted = [one for one in looked if one.is_accepted]
    wrong = sum(not one.is_right for one in accepted)
    scenes = sum(one.same_scene for one in looked)
    share = f" ({wrong / len(accepted):.1%})" if accepted else ""
    apart, agreed = (
        np.array([value for one in looked if (value := getattr(one, field)) is not None])
        for field in ("apart", "agreed")
    )
    asked = [one for one in looked if one.is_asked]
    figures = (
        name,
        f"{len(looked)}",
        f"{len(accepted)}",
        f"{wrong}{share}",
        f"{len(asked)}, {sum(one.is_right for one in asked)}",
        _mean(apart),
        _mean(agreed),
        f"{scenes}",
    )
    return f"| {' | '.join(figures)} |"


def _mean(values: np.ndarray) -> str:
    """Return the mean with half of its 95 % interval, as of a normal distribution."""
    if len(values) < 2:
        return ""
    return f"{values.mean():.2f} ± {1.96 * values.std() / len(values) ** 0.5:.2f}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.evaluate_album",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("photos", type=Path, help="shards, a folder or a photo")
    parser.add_argument("--model", help="a name or a file; default: the bundled default")
    parser.add_argument("--split", default="val", choices=("val", "watch"))
    parser.add_argument("--size", type=int, default=192, help="short side of the photos in pixels")
    parser.add_argument("--limit", type=int, default=30, help="at most so many photos")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--device", default="auto")
    return parser


if __name__ == "__main__":
    main()
