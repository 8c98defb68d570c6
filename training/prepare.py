"""Prepare your own photos for training.

    python -m training.prepare FOLDER... -o OUT

Drops what a network should not learn from: pictures that are too small, gray, toned, drawn, or
there already, and files that cannot be read. The rest is cropped, shrunk, and stored in OUT as zip
shards with a ``manifest.csv``, as ``python -m training.train --data OUT`` reads them;
``rejected.csv`` says what was dropped and why. The folders are only read.

Stopped at any point, the same command goes on. Run again later, it adds what is new; each file is
looked at once. What grows with the number of files are their paths and one 64-bit fingerprint each.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import threading
import warnings
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import torch
from tqdm import tqdm

from engine.errors import EngineError, ImageError, ImageProblem
from engine.files.image_io import photo_size, read_photo
from training.data import photo_cuts
from training.data.duplicates import MOST_BITS, fingerprint
from training.data.journal import Kept, Rejected, StoredPhoto
from training.data.photo_files import find_photos
from training.data.photo_filters import Reason, Rejection, judge
from training.data.photo_set import PhotoSet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from concurrent.futures import Future

    import numpy as np
    from numpy.typing import NDArray

    from training.data.duplicates import DuplicateIndex
    from training.data.photo_files import PhotoFile

T = TypeVar("T")
R = TypeVar("R")

_FORMAT = 1
"""To be raised when what is stored changes: then an older folder is not added to."""
_LARGE_PIXELS = 50_000_000
_large = threading.Lock()
"""Held while such a photo is in memory, so that there is never more than one."""
_WAITING_PER_WORKER = 4
_ID_DIGITS = 16
_FEWEST_PIXELS = 16


@dataclass(frozen=True)
class Options:
    """How photos are prepared."""

    size: int = 192
    """Short side of what is stored, in pixels, at most."""
    min_size: int = 128
    """Photos with a shorter short side, in pixels, are dropped."""
    crops: int = 0
    """Of photos twice as large as ``size`` and more, so many random squares are stored instead of
    one smaller copy; 0 for the copy."""
    license: str = "own"
    """Licence class of these photos, by which training can filter."""
    val_share: int = 40
    """One photo in so many is kept for validation."""
    workers: int = 1
    """Photos that are decoded at once."""
    shard_photos: int = 3000
    """Photos in a shard."""

    def __post_init__(self) -> None:
        """Refuse what makes no sense."""
        fine = min(self.size, self.min_size) >= _FEWEST_PIXELS and self.val_share >= 2
        if not (fine and self.crops >= 0 and min(self.workers, self.shard_photos) >= 1):
            msg = f"sizes are {_FEWEST_PIXELS} pixels at least, the share is 2, counts are 1"
            raise ValueError(msg)


@dataclass(frozen=True)
class Candidate:
    """A photo worth keeping, unless it is there already."""

    digest: str
    """SHA-256 of the file."""
    fingerprint: int
    pictures: tuple[tuple[int, int, bytes], ...]
    """Height, width and WebP file of each."""


def prepare(folders: Sequence[Path], out: Path, options: Options) -> PhotoSet:
    """Prepare all photos below ``folders`` and return the set in ``out``, finished.

    Raises:
        ValueError: If a folder does not exist, if one lies in another or in ``out``, or if ``out``
            holds something else or photos prepared with other settings.
        OSError: If ``out`` cannot be written; what was done by then stays.
    """
    folders = [folder.resolve() for folder in folders]
    _check_folders(folders, out.resolve())
    settings = {"format": _FORMAT, "size": options.size, "min_size": options.min_size}
    settings["crops"] = options.crops
    with PhotoSet(out.resolve(), settings, options.shard_photos) as photos:
        listing = find_photos(folders)
        for error in listing.errors:
            if str(error.filename) not in photos.done:
                reason, measure = Reason.UNREADABLE.value, error.strerror or ""
                photos.reject(Rejected(str(error.filename), reason, measure))
        _prepare_files([f for f in listing.files if f.path not in photos.done], photos, options)
        photos.finish(options.val_share)
        if listing.ignored:
            print(f"passed over {listing.ignored} files that are no photos")
    return photos


def examine(options: Options, file: PhotoFile) -> Candidate | Rejection:
    """Read, judge and cut one photo; never raises for what is wrong with the file."""
    path = Path(file.path)
    try:
        height, width = photo_size(path)
        if min(height, width) < options.min_size:
            return Rejection(Reason.TOO_SMALL, f"{width} × {height}")
        with _large if height * width > _LARGE_PIXELS else nullcontext():
            least = max(photo_cuts.ROOM * options.size, options.min_size)
            rgb = read_photo(path, least_side=least).rgb
            return judge(rgb) or _candidate(path, rgb, options)
    except ImageError as error:
        too_large = error.problem is ImageProblem.TOO_LARGE
        reason = Reason.TOO_LARGE if too_large else Reason.UNREADABLE
        return Rejection(reason, error.detail or error.problem.value)
    except (EngineError, OSError) as error:
        return Rejection(Reason.UNREADABLE, str(error))


def _candidate(path: Path, rgb: NDArray[np.uint8], options: Options) -> Candidate:
    with path.open("rb") as content:
        digest = hashlib.file_digest(content, "sha256").hexdigest()
    if options.crops and min(rgb.shape[:2]) >= photo_cuts.ROOM * options.size:
        seed = int(digest[:_ID_DIGITS], 16)
        cuts = photo_cuts.random_squares(rgb, options.size, options.crops, seed)
    else:
        cuts = [photo_cuts.fit(rgb, options.size)]
    pictures = tuple((*cut.shape[:2], photo_cuts.webp(cut)) for cut in cuts)
    return Candidate(digest, fingerprint(rgb), pictures)


def _prepare_files(files: Sequence[PhotoFile], photos: PhotoSet, options: Options) -> None:
    pool = ThreadPoolExecutor(options.workers)
    try:
        verdicts = _in_order(pool, partial(examine, options), files, options.workers)
        bar = tqdm(verdicts, total=len(files), desc="preparing", unit="photo", mininterval=1)
        for file, verdict in zip(files, bar, strict=True):
            _settle(file, verdict, photos, options)
    finally:
        pool.shutdown(cancel_futures=True)


def _settle(
    file: PhotoFile, verdict: Candidate | Rejection, photos: PhotoSet, options: Options
) -> None:
    if isinstance(verdict, Candidate):
        verdict = _known(verdict, photos.duplicates) or verdict
    if isinstance(verdict, Rejection):
        photos.reject(Rejected(file.path, verdict.reason.value, verdict.measure))
        return
    name = verdict.digest[:_ID_DIGITS]
    stored = tuple(
        StoredPhoto(f"{name}-{index}" if options.crops else name, height, width, len(content))
        for index, (height, width, content) in enumerate(verdict.pictures)
    )
    shard = photos.shards.open_shard
    kept = Kept(file.path, file.source, options.license, verdict.fingerprint, shard, stored)
    photos.keep(kept, [content for *_, content in verdict.pictures])


def _known(candidate: Candidate, duplicates: DuplicateIndex) -> Rejection | None:
    nearest = duplicates.nearest(candidate.fingerprint)
    if nearest is None or nearest[0] > MOST_BITS:
        return None
    bits, path = nearest
    return Rejection(Reason.DUPLICATE, f"{bits} bits from {path}")


def _in_order(
    pool: ThreadPoolExecutor, function: Callable[[T], R], items: Iterable[T], workers: int
) -> Iterator[R]:
    """Yield the results in order, a few of them made ahead, however many there will be."""
    waiting: deque[Future[R]] = deque()
    for item in items:
        waiting.append(pool.submit(function, item))
        if len(waiting) > workers * _WAITING_PER_WORKER:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()


def _check_folders(folders: Sequence[Path], out: Path) -> None:
    for folder in folders:
        if not folder.is_dir():
            msg = f"{folder} is no folder"
            raise ValueError(msg)
        others = [other for other in (*folders, out) if other is not folder]
        for other in others:
            if other.is_relative_to(folder) or folder.is_relative_to(other):
                msg = f"{folder} and {other} lie in one another; keep them apart"
                raise ValueError(msg)


def summarize(photos: PhotoSet) -> str:
    """Say what a set holds, and what was dropped and why."""
    dropped: Counter[str] = Counter()
    kept = stored = 0
    shards = set()
    for record in photos.records():
        if isinstance(record, Rejected):
            dropped[record.reason] += 1
        else:
            kept, stored = kept + 1, stored + len(record.photos)
            shards.add(record.shard)
    lines = [f"stored {stored} pictures of {kept} photos in {len(shards)} shards"]
    lines += [f"dropped {dropped.total()} files"] if dropped else []
    lines += [f"{count:8} {reason}" for reason, count in dropped.most_common()]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """Parse the command line and prepare photos."""
    parser = _parser()
    args = parser.parse_args(arguments)
    torch.set_num_threads(1)  # photos are prepared side by side instead
    # what matters of what Pillow finds wrong is in the table; the rest would tear the progress bar
    warnings.filterwarnings("ignore", category=UserWarning, module=r"PIL\.")
    try:
        options = Options(
            size=args.size,
            min_size=args.min_size,
            crops=args.crops,
            license=args.license,
            val_share=args.val_share,
            workers=args.workers,
            shard_photos=args.shard_photos,
        )
        photos = prepare(args.folders, args.out, options)
    except (OSError, ValueError) as error:
        parser.error(str(error))
    except KeyboardInterrupt:
        parser.exit(130, "\ninterrupted; the same command goes on from here\n")
    print(summarize(photos))
    print(f"see {args.out / 'manifest.csv'} and {args.out / 'rejected.csv'}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m training.prepare",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    default = Options()
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER")
    parser.add_argument("-o", "--out", type=Path, required=True, help="a new folder")
    for name, text in (
        ("size", "short side of what is stored, in pixels, at most"),
        ("min-size", "drop photos with a shorter short side, in pixels"),
        ("crops", "store so many random squares of each large photo instead"),
        ("val-share", "keep one photo in so many for validation"),
        ("shard-photos", "photos in a shard"),
    ):
        value = getattr(default, name.replace("-", "_"))
        parser.add_argument(f"--{name}", type=int, default=value, help=f"{text} (%(default)s)")
    parser.add_argument("--license", default=default.license, help="licence class (%(default)s)")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="(%(default)s)")
    return parser


if __name__ == "__main__":
    main()
