"""Put checkpoints side by side on the same photos.

    python -m training.compare resources/checkpoints/*.safetensors --data PHOTOS -o report

Writes ``report/index.html``: the figures of every checkpoint over all photos, then photos in a row
each: original, gray, and a column a checkpoint.
"""

from __future__ import annotations

import argparse
import html
from pathlib import Path
from typing import TYPE_CHECKING

from engine.checkpoints import checkpoint
from engine.device import choose_device
from engine.errors import EngineError
from engine.files.content import WriteOptions
from engine.files.image_io import write_photo
from training.config import DataConfig
from training.data.datasets import load_photos
from training.evaluation.bench import CLEAN, GRAY, Bench, Look, baselines
from training.evaluation.tables import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from training.evaluation.bench import Photos, Row

_ORIGINAL = "original"
_PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>Models side by side</title>
<style>
body {{ font: 16px sans-serif; margin: 2em; }}
table {{ border-collapse: collapse; margin-bottom: 2em; }}
td, th {{ padding: 0.3em 0.8em; text-align: left; border-bottom: 1px solid #ddd; }}
thead {{ position: sticky; top: 0; background: white; }}
</style>
<h1>Models side by side</h1>
<table>{figures}</table>
<table><thead><tr>{names}</tr></thead>
{photos}</table>
</html>
"""


def write_page(
    folder: Path, rows: Iterable[Row], columns: Mapping[str, Photos], shown: int
) -> None:
    """Write the page and its pictures.

    Args:
        folder: Made if need be.
        rows: The figures.
        columns: Pictures by title, the same photos in the same order.
        shown: How many of the photos, spread evenly.
    """
    folder.mkdir(parents=True, exist_ok=True)
    count = len(next(iter(columns.values())))
    lines = []
    for index in range(0, count, max(1, count // shown))[:shown]:
        line = []
        for column, photos in enumerate(columns.values()):
            name = f"{index:04}-{column}.jpg"
            write_photo(folder / name, photos[index], WriteOptions(quality=92), overwrite=True)
            line.append(f'<td><img src="{name}" loading="lazy" alt=""></td>')
        lines.append(f"<tr>{''.join(line)}</tr>\n")
    figures = ("".join(f"<td>{html.escape(cell)}</td>" for cell in line) for line in cells(rows))
    page = _PAGE.format(
        figures="".join(f"<tr>{line}</tr>\n" for line in figures),
        names="".join(f"<th>{html.escape(name)}</th>" for name in columns),
        photos="".join(lines),
    )
    (folder / "index.html").write_text(page, encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line, measure, and write the page."""
    parser = argparse.ArgumentParser(
        prog="python -m training.compare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--data", type=Path, required=True, help="shards, a folder or a photo")
    parser.add_argument("-o", "--output", type=Path, required=True, help="folder for the page")
    parser.add_argument("--size", type=int, default=192, help="short side of the photos in pixels")
    parser.add_argument("--limit", type=int, default=0, help="use at most so many photos")
    parser.add_argument("--shown", type=int, default=24, help="how many photos the page shows")
    parser.add_argument("--device", default="auto")
    args = parser.parse_args(arguments)
    try:
        _compare(args)
    except (EngineError, OSError, ValueError) as error:
        parser.error(str(error))
    print(f"wrote {args.output / 'index.html'}")


def _compare(args: argparse.Namespace) -> None:
    store = load_photos(args.data, "val", DataConfig(store_size=args.size), limit=args.limit)
    bench = Bench([store.photo(index) for index in range(len(store))], Look())
    grays = baselines(bench.photos)
    columns: dict[str, Photos] = {_ORIGINAL: bench.photos, GRAY: grays[GRAY]}
    rows = [bench.measure(name, CLEAN, outputs) for name, outputs in grays.items()]
    for path in args.checkpoints:
        model = checkpoint.load(path, choose_device(args.device))
        name = _unique(path.stem, columns)
        columns[name] = bench.color(model, aged=False)
        rows.append(bench.measure(name, CLEAN, columns[name]))
    write_page(args.output, rows, columns, args.shown)


def _unique(name: str, taken: Mapping[str, Photos]) -> str:
    """Number checkpoints that share a name, as those of several runs do."""
    free, number = name, 1
    while free in taken:
        number += 1
        free = f"{name} {number}"
    return free


if __name__ == "__main__":
    main()
