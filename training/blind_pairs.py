"""Choose by eye, blind, between two checkpoints on photos that look old.

    python -m training.blind_pairs OLD NEW --data PHOTOS -o pairs
    python -m training.blind_pairs OLD NEW --data PHOTOS -o pairs --choices pairs/choices.txt

Photos are made gray and old (``training.degradation.degrade``), and both checkpoints color them.
Each pair stands side by side in random order, without names: with a display they are shown in
turn, ``1`` or ``2`` chooses, ``0`` says that neither is better, Escape ends; without one they are
written as ``pair-001.png`` … and ``choices.txt`` takes a line a pair, such as ``17 2``. Then the
choices are counted: how often NEW was preferred, with a Wilson interval of 95 %. The order is a
function of the seed, so what was chosen yesterday can be counted today.

References:
    Wilson, "Probable inference, the law of succession, and statistical inference", 1927.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from matplotlib import pyplot as plt
from PIL import Image

from engine.checkpoints import checkpoint
from engine.coloring.colorize import encode
from engine.device import choose_device
from engine.errors import EngineError
from engine.opencv import cv2
from engine.photo.photo import Photo
from training.config import DataConfig
from training.data.datasets import load_photos
from training.evaluation.bench import Look
from training.evaluation.quality import age

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from engine.checkpoints.checkpoint import Model

    Pair = tuple[NDArray[np.uint8], NDArray[np.uint8]]

_CHOICES = "choices.txt"
_GAP = 16
_HEIGHT = 560
"""Of a pair in a window or a file, in pixels."""
_NORMAL_QUANTILE = 1.959964
"""Of 97.5 %."""
_NEITHER = 0


@dataclass(frozen=True)
class Count:
    """How the choices fell."""

    new: int
    old: int
    neither: int

    @property
    def share(self) -> float:
        """Of the choices made, those for the new checkpoint; half if there is none."""
        chosen = self.new + self.old
        return self.new / chosen if chosen else 0.5

    def interval(self) -> tuple[float, float]:
        """Return Wilson's interval of 95 % around the share, (0, 1) if nothing was chosen."""
        n, z = self.new + self.old, _NORMAL_QUANTILE
        if n == 0:
            return 0.0, 1.0
        middle = (self.share + z**2 / (2 * n)) / (1 + z**2 / n)
        half = z / (1 + z**2 / n) * math.sqrt(self.share * (1 - self.share) / n + z**2 / (4 * n**2))
        return max(0.0, middle - half), min(1.0, middle + half)


def new_is_first(count: int, seed: int) -> NDArray[np.bool_]:
    """Return for each pair whether the new checkpoint's picture is the first, (count,)."""
    return np.random.default_rng(seed).random(count) < 0.5


def count_choices(choices: dict[int, int], first: NDArray[np.bool_]) -> Count:
    """Count choices, 1, 2 or 0 by the number of the pair from 1.

    Args:
        choices: Pairs that are not in it have not been looked at.
        first: From :func:`new_is_first`.
    """
    made = {number: choice for number, choice in choices.items() if choice != _NEITHER}
    new = sum((choice == 1) == bool(first[number - 1]) for number, choice in made.items())
    return Count(new, len(made) - new, len(choices) - len(made))


def read_choices(text: str, count: int) -> dict[int, int]:
    """Read lines such as ``17 2``; what follows ``#`` and pairs without a choice are left out.

    Raises:
        ValueError: If a line cannot be meant, naming it.
    """
    choices: dict[int, int] = {}
    for number, line in enumerate(text.splitlines(), start=1):
        words = line.split("#")[0].split()
        if len(words) < 2:
            continue
        pair, choice = (int(word) if word.isdecimal() else -1 for word in words[:2])
        fits = len(words) == 2 and 1 <= pair <= count and choice in (0, 1, 2)
        if not fits or pair in choices:
            msg = f"line {number}, “{line.strip()}”: expected a pair from 1 to {count}, once, "
            msg += "and 1, 2 or 0"
            raise ValueError(msg)
        choices[pair] = choice
    return choices


def pairs(
    models: tuple[Model, Model], photos: Sequence[NDArray[np.uint8]], look: Look, seed: int
) -> Iterator[Pair]:
    """Yield what the old and the new checkpoint make of photos, in the order that is shown."""
    for index, is_first in enumerate(new_is_first(len(photos), seed)):
        aged = Photo(age(photos[index], seed + index))
        old, new = (look(encode(model, aged)) for model in models)
        yield (new, old) if is_first else (old, new)


def sheet(pair: Pair) -> NDArray[np.uint8]:
    """Lay a pair side by side, or one above the other if they are wide, (H, W, 3), on gray."""
    height, width, _ = pair[0].shape
    is_wide = width > 1.2 * height
    side = _HEIGHT // 2 if is_wide else _HEIGHT
    size = (max(1, round(width * side / height)), side)
    large = [cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC) for picture in pair]
    shape = (_GAP, size[0], 3) if is_wide else (side, _GAP, 3)
    gap = np.full(shape, 128, np.uint8)
    together = np.concatenate((large[0], gap, large[1]), axis=0 if is_wide else 1)
    return np.asarray(together, dtype=np.uint8)


def write_sheets(folder: Path, shown: Iterator[Pair], count: int) -> Path:
    """Write numbered pictures and a file for the choices, unless it is there; returns that."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, pair in enumerate(shown, start=1):
        Image.fromarray(sheet(pair)).save(folder / f"pair-{number:03}.png")
    form = folder / _CHOICES
    if not form.exists():
        head = "# pair, then 1 for the first (left or upper), 2 for the second, 0 for neither\n"
        lines = "".join(f"{number}\n" for number in range(1, count + 1))
        form.write_text(head + lines, encoding="utf-8")
    return form


class Chooser:
    """Shows pairs in a figure, one at a time, and writes each choice down at once.

    It goes on after the pairs that the file has already.
    """

    def __init__(self, figure: Figure, shown: Iterator[Pair], file: Path, count: int) -> None:
        text = file.read_text(encoding="utf-8") if file.exists() else ""
        done = read_choices(text, count)
        numbered = enumerate(shown, start=1)
        self._left = ((number, pair) for number, pair in numbered if number not in done)
        self._figure, self._file, self._number = figure, file, 0
        figure.canvas.mpl_connect("key_press_event", lambda event: self.choose(event.key))
        self._next()

    def choose(self, key: str | None) -> None:
        """Take a key: 1, 2 or 0 chooses, Escape ends, others do nothing."""
        if key == "escape":
            plt.close(self._figure)
        elif key in ("0", "1", "2"):
            with self._file.open("a", encoding="utf-8") as choices:
                choices.write(f"{self._number} {key}\n")
            self._next()

    def _next(self) -> None:
        number, pair = next(self._left, (0, None))
        self._number = number
        if pair is None:
            plt.close(self._figure)
            return
        self._figure.clear()
        axes = self._figure.add_axes((0, 0, 1, 1))
        axes.set_axis_off()
        axes.imshow(sheet(pair))
        self._figure.canvas.draw_idle()


def summary(count: Count) -> str:
    """Say how the choices fell."""
    low, high = count.interval()
    chosen = count.new + count.old
    return (
        f"NEW preferred in {count.new} of {chosen} pairs: {count.share:.1%} "
        f"({low:.1%}–{high:.1%}); neither in {count.neither}"
    )


def has_display() -> bool:
    """Return whether pictures can be shown in a window here."""
    return plt.get_backend().lower() != "agg"  # what matplotlib falls back to without a display


def main(arguments: Sequence[str] | None = None) -> None:
    """Show or write the pairs, or count the choices, or both."""
    parser = _parser()
    args = parser.parse_args(arguments)
    try:
        _compare(args)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))


def _compare(args: argparse.Namespace) -> None:
    store = load_photos(args.data, "val", DataConfig(store_size=args.size), limit=args.limit)
    count = len(store)
    first = new_is_first(count, args.seed)
    if args.choices is None:
        photos = [store.photo(index) for index in range(count)]
        device = choose_device(args.device)
        models = checkpoint.load(args.old, device), checkpoint.load(args.new, device)
        shown = pairs(models, photos, Look(args.strength, args.vividness), args.seed)
        if args.sheets or not has_display():
            form = write_sheets(args.output, shown, count)
            print(f"{count} pairs are in {args.output}; write your choices into {form},")
            print(f"then count them: the same command with --choices {form}")
            return
        args.output.mkdir(parents=True, exist_ok=True)
        args.choices = args.output / _CHOICES
        Chooser(plt.figure(), shown, args.choices, count)
        plt.show()
    text = args.choices.read_text(encoding="utf-8") if args.choices.exists() else ""
    print(summary(count_choices(read_choices(text, count), first)))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.blind_pairs",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("old", type=Path, help="a checkpoint")
    parser.add_argument("new", type=Path, help="the checkpoint that wants its place")
    parser.add_argument("--data", type=Path, required=True, help="shards, a folder or a photo")
    parser.add_argument("-o", "--output", type=Path, default=Path("pairs"))
    parser.add_argument("--choices", type=Path, help="count these, and show nothing")
    parser.add_argument("--sheets", action="store_true", help="write files, also with a display")
    parser.add_argument("--size", type=int, default=192, help="short side of the photos in pixels")
    parser.add_argument("--limit", type=int, default=100, help="use so many photos; 0 for all")
    parser.add_argument("--seed", type=int, default=0, help="of the order and the aging")
    parser.add_argument("--strength", type=float, default=1.0, help="color strength, 0 to 2")
    parser.add_argument("--vividness", type=float, default=1.0, help="above 0")
    parser.add_argument("--device", default="auto")
    return parser


if __name__ == "__main__":
    main()
