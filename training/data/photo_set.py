"""A folder of prepared photos: shards, a journal to go on from, and tables for those who read."""

from __future__ import annotations

import csv
import json
import os
from typing import TYPE_CHECKING, Any, Self

from engine.atomic_write import atomic_path
from training.data.duplicates import DuplicateIndex
from training.data.journal import Kept, Record, Rejected, line_of, read_records
from training.data.shard_writer import ShardWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

_JOURNAL = "journal.jsonl"
_PARTIAL = f".{_JOURNAL}.partial"
_MANIFEST = ("id", "shard", "split", "height", "width", "source", "licence")
_REJECTED = ("path", "reason", "measure")
_HASH_DIGITS = 8


class PhotoSet:
    """Adds photos to a folder, from where an earlier run stopped, wherever that was.

    Raises:
        ValueError: If the folder holds something else, or photos prepared with other settings.
    """

    def __init__(self, folder: Path, settings: Mapping[str, Any], capacity: int) -> None:
        self._folder = folder
        self._journal = folder / _JOURNAL
        header = json.dumps({"settings": dict(settings)}) + "\n"
        _require_ours(folder, header)
        folder.mkdir(parents=True, exist_ok=True)
        self.done: set[str] = set()
        """Paths of the files whose fate is known."""
        self.duplicates = DuplicateIndex()
        self.shards = ShardWriter(folder, capacity)
        self._recover(header)
        self._file = self._journal.open("a", encoding="utf-8")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def keep(self, kept: Kept, contents: Sequence[bytes]) -> None:
        """Store the photos of a file: content first, then the word that it is there."""
        ids = (photo.id for photo in kept.photos)
        self.shards.store(zip(ids, contents, strict=True))
        self._append(kept)
        if self.shards.is_full:
            self.shards.finish_shard()

    def reject(self, rejected: Rejected) -> None:
        """Remember that a file was rejected."""
        self._append(rejected)

    def records(self) -> Iterator[Record]:
        """Yield what became of each file so far, in order."""
        return read_records(self._journal)

    def finish(self, val_share: int) -> None:
        """Finish the last shard and write ``manifest.csv`` and ``rejected.csv``.

        Args:
            val_share: One photo in so many is kept for validation, chosen by its file's content,
                and one at least.
        """
        self.shards.close()
        draws = (_draw(kept) for kept in self.records() if isinstance(kept, Kept))
        most = max(1 / val_share, min(draws, default=0))
        rows = (row for record in self.records() for row in _manifest_rows(record, most))
        _write_table(self._folder / "manifest.csv", _MANIFEST, rows)
        rejected = (
            (record.path, record.reason, record.measure)
            for record in self.records()
            if isinstance(record, Rejected)
        )
        _write_table(self._folder / "rejected.csv", _REJECTED, rejected)

    def _append(self, record: Record) -> None:
        self._file.write(line_of(record))
        self._file.flush()
        self._remember(record)

    def _remember(self, record: Record) -> None:
        self.done.add(record.path)
        if isinstance(record, Kept):
            self.duplicates.add(record.fingerprint, record.path)

    def _recover(self, header: str) -> None:
        """Rewrite the journal without what is lost: a torn last line, photos that are gone."""
        partial = self._folder / _PARTIAL
        with partial.open("w", encoding="utf-8") as file:
            file.write(header)
            for record in self.records() if self._journal.exists() else ():
                if isinstance(record, Rejected) or self.shards.recover(record):
                    file.write(line_of(record))
                    self._remember(record)
        partial.replace(self._journal)
        self.shards.tidy()
        if self.shards.is_full:  # it was stopped just before
            self.shards.finish_shard()


def _require_ours(folder: Path, header: str) -> None:
    journal = folder / _JOURNAL
    if not journal.exists():
        if folder.exists() and any(path.name != _PARTIAL for path in folder.iterdir()):
            msg = f"{folder} holds something else; name a new or empty folder"
            raise ValueError(msg)
        return
    with journal.open(encoding="utf-8") as file:
        first = file.readline()
    if first != header:
        msg = f"the photos in {folder} were prepared with other settings: {first.strip()}"
        raise ValueError(msg)


def _draw(kept: Kept) -> float:
    """Return a number in [0, 1) that is random, but always the same for the same file."""
    return float(int(kept.photos[0].id[:_HASH_DIGITS], 16) / 16**_HASH_DIGITS)


def _manifest_rows(record: Record, most: float) -> Iterator[tuple[object, ...]]:
    if isinstance(record, Kept):
        split = "val" if _draw(record) <= most else "train"
        for photo in record.photos:
            size = (photo.height, photo.width)
            yield (photo.id, record.shard, split, *size, record.source, record.license)


def _write_table(path: Path, titles: Sequence[str], rows: Iterable[tuple[object, ...]]) -> None:
    # names that are no Unicode are shown with escapes, as no table could hold them
    form = {"encoding": "utf-8", "newline": "", "errors": "backslashreplace"}
    with atomic_path(path) as beside, beside.open("w", **form) as file:  # type: ignore[call-overload]
        writer = csv.writer(file)
        writer.writerow(titles)
        writer.writerows(rows)
        file.flush()
        os.fsync(file.fileno())
