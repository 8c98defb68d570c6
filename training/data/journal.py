"""What has become of each file, one line of JSON a file, so that nothing is looked at twice."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@dataclass(frozen=True)
class StoredPhoto:
    """One member of a shard."""

    id: str
    """Its name in the shard, without the ending; begins with a hash of the file's content."""
    height: int
    width: int
    bytes: int


@dataclass(frozen=True)
class Kept:
    """A file of which photos are stored."""

    path: str
    source: str
    license: str
    fingerprint: int
    shard: str
    photos: tuple[StoredPhoto, ...]


@dataclass(frozen=True)
class Rejected:
    """A file of which nothing is stored."""

    path: str
    reason: str
    measure: str


Record = Kept | Rejected


def line_of(record: Record) -> str:
    """Return a record as one line; names that are no Unicode survive as escapes."""
    return json.dumps(asdict(record)) + "\n"


def read_records(path: Path) -> Iterator[Record]:
    """Yield the records of a journal, in order; a last line that a crash cut off is left out."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            fields: dict[str, Any] = {}
            with suppress(json.JSONDecodeError):
                fields = json.loads(line)
            if "shard" in fields:
                photos = tuple(StoredPhoto(**photo) for photo in fields.pop("photos"))
                yield Kept(**fields, photos=photos)
            elif "reason" in fields:
                yield Rejected(**fields)
