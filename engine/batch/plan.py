"""Every photo of a job with the name its output gets, in a file, so that memory stays bounded.

The plan is made once. A batch that goes on reads the same plan, so numbers and names stay what
they were, whatever has changed in the folders meanwhile.
"""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from engine.batch.job import Conflict
from engine.batch.naming import free_name, naming_of
from engine.batch.outcome import HAS_OUTPUT, State
from engine.batch.walk import find_photos
from engine.replacing import written_beside

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from engine.batch.job import BatchJob
    from engine.batch.naming import Naming
    from engine.batch.walk import Found

_TABLES = """
CREATE TABLE photo(n INTEGER PRIMARY KEY, source BLOB, target BLOB, key BLOB UNIQUE, bytes INTEGER,
                   device TEXT, inode TEXT, state TEXT, reason TEXT);
CREATE TABLE next_copy(key BLOB PRIMARY KEY, copy INTEGER);
"""
_INDEX = "CREATE INDEX identity ON photo(inode, device)"
_PAGE = 256
"""Rows read at a time."""


@dataclass(frozen=True)
class Planned:
    """A photo of the plan."""

    n: int
    """Number, from 1."""
    source: Path
    target: Path
    state: State | None
    """How it ends without being tried; None if it is to be colored."""
    reason: str
    bytes: int
    """Of the input."""


class Plan:
    """Reads a plan. Belongs to the thread that opened it."""

    def __init__(self, path: Path, target: Path) -> None:
        self._database = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        self._target = target
        self.count: int = self._value("SELECT count(*) FROM photo")

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def photos(self, first: int = 1) -> Iterator[Planned]:
        """Yield the photos from number ``first`` on."""
        while page := self._page(first):
            yield from page
            first = page[-1].n + 1

    def input_bytes(self) -> int:
        """Return the size of the photos to be colored."""
        return self._value("SELECT coalesce(sum(bytes), 0) FROM photo WHERE state IS NULL")

    def to_color(self) -> int:
        """Return how many photos are to be colored."""
        return self._value("SELECT count(*) FROM photo WHERE state IS NULL")

    def sample(self, count: int) -> tuple[Planned, ...]:
        """Return at most ``count`` photos to be colored, spread over the plan."""
        total = self.to_color()
        places = sorted({total * i // count for i in range(count)}) if total else []
        query = "SELECT * FROM photo WHERE state IS NULL ORDER BY n LIMIT 1 OFFSET ?"
        rows = (self._database.execute(query, (place,)).fetchone() for place in places)
        return tuple(self._planned(row) for row in rows if row is not None)

    def is_source(self, path: Path) -> bool:
        """Whether a file is one of the photos to color, by whatever name."""
        status = path.stat()
        query = "SELECT count(*) FROM photo WHERE inode = ? AND device = ?"
        return self._value(query, str(status.st_ino), str(status.st_dev)) > 0

    def has_name(self, target: Path) -> bool:
        """Whether some photo's output has this name."""
        return self._value("SELECT count(*) FROM photo WHERE key = ?", self._key(target)) > 0

    def _key(self, target: Path) -> bytes:
        return _key(PurePath(os.path.relpath(target, self._target)))

    def _page(self, first: int) -> list[Planned]:
        query = "SELECT * FROM photo WHERE n >= ? ORDER BY n LIMIT ?"
        return [self._planned(row) for row in self._database.execute(query, (first, _PAGE))]

    def _planned(self, row: tuple[int, bytes, bytes, bytes, int, str, str, str, str]) -> Planned:
        n, source, target, _, size, _, _, state, reason = row
        return Planned(
            n,
            Path(os.fsdecode(source)),
            self._target / os.fsdecode(target),
            State(state) if state else None,
            reason,
            size,
        )

    def _value(self, query: str, *values: object) -> int:
        value: int = self._database.execute(query, values).fetchone()[0]
        return value


def make_plan(job: BatchJob, path: Path, report: Callable[[int], None] | None = None) -> None:
    """Find the photos of a job and give each output its name; written beside, then renamed.

    Args:
        job: What to plan.
        path: Of the plan.
        report: Called with the number of photos found so far; may raise to end the search.

    Raises:
        TemplateError: If the names cannot be made.
        UnknownModelError: If there is no such model.
        sqlite3.Error: If the disk refuses.
    """
    naming = naming_of(job)
    with written_beside(path) as beside:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside, isolation_level=None)) as database:
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
            for statement in _TABLES.split(";"):
                database.execute(statement)
            planner = _Planner(job, naming, database)
            for n, found in enumerate(find_photos(job), 1):
                planner.add(n, found)
                if report is not None:
                    report(n)
            database.execute(_INDEX)
            database.execute("COMMIT")
        with beside.open("r+b") as file:
            os.fsync(file.fileno())


class _Planner:
    def __init__(self, job: BatchJob, naming: Naming, database: sqlite3.Connection) -> None:
        self._job = job
        self._naming = naming
        self._database = database

    def add(self, n: int, found: Found) -> None:
        if found.problem is not None:
            empty = found.bytes == 0 and found.identity != (0, 0)
            state = State.SKIPPED if empty else State.FAILED
            self._insert(n, found, found.relative, (None, state.value, found.problem))
            return
        target = self._free_target(n, found)
        state_reason: tuple[str | None, str] = (None, "")
        if self._job.rules.conflict is Conflict.SKIP and _is_there(self._job.target / target):
            state_reason = (State.SKIPPED.value, HAS_OUTPUT)
        self._insert(n, found, target, (_key(target), *state_reason))

    def _free_target(self, n: int, found: Found) -> PurePath:
        """Return the first name that no other output has, and no file if names are unique."""
        folder, source = found.relative.parent, PurePath(found.path)
        first = _key(folder / self._naming.name(source, n))
        query = "SELECT copy FROM next_copy WHERE key = ?"
        start = (self._database.execute(query, (first,)).fetchone() or (1,))[0]
        tried = [0]

        def named(copy: int) -> str:
            tried[0] = start + copy - 1
            return self._naming.name(source, n, tried[0])

        name = free_name(named, lambda name: self._is_free(folder / name))
        if tried[0] > 1:
            row = (first, tried[0] + 1)
            self._database.execute("INSERT OR REPLACE INTO next_copy VALUES (?, ?)", row)
        return folder / name

    def _is_free(self, target: PurePath) -> bool:
        query = "SELECT 1 FROM photo WHERE key = ?"
        if self._database.execute(query, (_key(target),)).fetchone() is not None:
            return False
        is_unique = self._job.rules.conflict is Conflict.UNIQUE
        return not (is_unique and _is_there(self._job.target / target))

    def _insert(
        self, n: int, found: Found, target: PurePath, rest: tuple[bytes | None, str | None, str]
    ) -> None:
        key, state, reason = rest
        device, inode = (str(number) for number in found.identity)
        names = (os.fsencode(found.path), os.fsencode(target))
        row = (n, *names, key, found.bytes, device, inode, state, reason)
        self._database.execute("INSERT INTO photo VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)


def _key(target: PurePath) -> bytes:
    """Return what two names share that some disk takes for the same."""
    return os.fsencode(unicodedata.normalize("NFC", target.as_posix()).casefold())


def _is_there(path: Path) -> bool:
    try:
        return os.path.lexists(path)
    except ValueError:
        return False
