"""Every photo of a job with the name its output gets, in a file, so that memory stays bounded.

The plan is made once. A batch that goes on reads the same plan, so numbers and names stay what
they were, whatever has changed in the folders meanwhile.

A plan may come from somebody else. It is opened so that SQLite touches no other file (no journal
that a crash left is played back), has to have the tables that are made here and nothing else, and
each row has to name an output below the folder for the results.
"""

from __future__ import annotations

import errno
import os
import sqlite3
import unicodedata
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from engine.atomic_write import atomic_path
from engine.batch.job import Conflict
from engine.batch.outcome import HAS_OUTPUT, FileIdentity, State
from engine.batch.own_files import is_within, open_own
from engine.batch.planning.naming import free_name, naming_of
from engine.batch.planning.walk import find_links, find_photos
from engine.errors import BatchError, BatchProblem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from engine.batch.job import BatchJob
    from engine.batch.planning.naming import Naming
    from engine.batch.planning.walk import Found

_TABLES = """
CREATE TABLE photo(n INTEGER PRIMARY KEY, source BLOB, target BLOB, key BLOB UNIQUE, bytes INTEGER,
                   device TEXT, inode TEXT, state TEXT, reason TEXT);
CREATE TABLE next_copy(key BLOB PRIMARY KEY, copy INTEGER);
CREATE TABLE linked(inode TEXT, device TEXT, PRIMARY KEY(inode, device));
CREATE TABLE result(inode TEXT, size TEXT, changed TEXT, PRIMARY KEY(inode, size, changed));
"""
_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_INDEX = "CREATE INDEX identity ON photo(inode, device)"
_PAGE = 256
"""Rows read at a time."""
_MAX_VALUE = 1 << 20
"""Bytes of a value."""
_TROUBLE = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOMEM)
"""Errors of the disk and the machine; others are of the file."""


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
        """Open a plan whose results go to a folder.

        Raises:
            NotOwnError: If the file is a link or somebody else's.
            BatchError: If it is no plan. All methods raise this of a damaged one.
            OSError: If the disk refuses, likewise.
        """
        self._target = target
        os.close(open_own(path))
        # immutable: no journal and no lock is looked for, whatever lies beside the file
        address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._database = sqlite3.connect(address, uri=True)
        try:
            self.count = self._checked_count()
        except BaseException:
            self._database.close()
            raise

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
        query = "SELECT n, source, target, bytes, state, reason FROM photo WHERE state IS NULL "
        query += "ORDER BY n LIMIT 1 OFFSET ?"
        return tuple(self._planned(row) for place in places for row in self._rows(query, place))

    def photo(self, n: int) -> Planned:
        """Return the photo of a number."""
        return self._page(n, 1)[0]

    def numbers_to_color(self) -> list[int]:
        """Return the numbers of all photos to be colored."""
        return [n for (n,) in self._rows("SELECT n FROM photo WHERE state IS NULL ORDER BY n")]

    def is_source(self, status: os.stat_result) -> bool:
        """Whether a file is one of the photos to color, by whatever name."""
        query = "SELECT count(*) FROM photo WHERE inode = ? AND device = ?"
        return self._value(query, str(status.st_ino), str(status.st_dev)) > 0

    def is_result(self, identity: FileIdentity) -> bool:
        """Whether an earlier batch made a file, and nobody has changed it since."""
        query = "SELECT count(*) FROM result WHERE inode = ? AND size = ? AND changed = ?"
        return self._value(query, *(str(part) for part in identity)) > 0

    def is_linked(self, status: os.stat_result) -> bool:
        """Whether a file or folder is what a link in the source folders points to."""
        query = "SELECT count(*) FROM linked WHERE inode = ? AND device = ?"
        return self._value(query, str(status.st_ino), str(status.st_dev)) > 0

    def results(self) -> Iterator[FileIdentity]:
        """Yield the files that earlier batches made in this folder."""
        for row in self._rows("SELECT inode, size, changed FROM result"):
            with suppress(TypeError, ValueError):  # not told by us, so not known
                yield FileIdentity(*(int(part) for part in row))

    def has_name(self, target: Path) -> bool:
        """Whether some photo's output has this name."""
        return self._value("SELECT count(*) FROM photo WHERE key = ?", self._key(target)) > 0

    def _checked_count(self) -> int:
        self._database.execute("PRAGMA trusted_schema = OFF")
        self._database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
        if self._rows(_SCHEMA) != _expected_schema():
            raise self._damaged("it has other tables")
        count, first, last = self._rows("SELECT count(*), min(n), max(n) FROM photo")[0]
        if count and (first, last) != (1, count):
            raise self._damaged("its photos are not numbered")
        return int(count)

    def _key(self, target: Path) -> bytes:
        return _key(PurePath(os.path.relpath(target, self._target)))

    def _page(self, first: int, count: int = _PAGE) -> list[Planned]:
        query = "SELECT n, source, target, bytes, state, reason FROM photo "
        query += "WHERE n >= ? ORDER BY n LIMIT ?"
        return [self._planned(row) for row in self._rows(query, first, count)]

    def _planned(self, row: tuple[Any, ...]) -> Planned:
        n, source, target, size, state, reason = row
        try:
            planned = Planned(
                n,
                Path(os.fsdecode(source)),
                self._target / os.fsdecode(target),
                State(state) if state else None,
                "" + reason,
                0 + size,
            )
        except (TypeError, ValueError) as error:
            raise self._damaged(f"photo {n} makes no sense") from error
        if not is_within(planned.target, self._target):
            raise self._damaged(f"photo {n} has an output outside of this folder")
        if not planned.source.is_absolute() or ".." in planned.source.parts:
            raise self._damaged(f"photo {n} has no place")
        return planned

    def _value(self, query: str, *values: object) -> int:
        value = self._rows(query, *values)[0][0]
        if not isinstance(value, int):
            raise self._damaged("a number is missing")
        return value

    def _rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        try:
            return self._database.execute(query, values).fetchall()
        except sqlite3.Error as error:
            code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
            if code in _TROUBLE:
                raise OSError(errno.EIO, str(error)) from error
            raise self._damaged(str(error)) from error

    def _damaged(self, detail: str) -> BatchError:
        return BatchError(self._target, BatchProblem.DAMAGED, detail)


def _expected_schema() -> list[tuple[Any, ...]]:
    """Return what a plan's tables are, as SQLite tells it of one that is made here."""
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(f"{_TABLES}{_INDEX};")
        return database.execute(_SCHEMA).fetchall()


def make_plan(
    job: BatchJob,
    path: Path,
    report: Callable[[int], None] | None = None,
    results: Iterable[FileIdentity] = (),
) -> None:
    """Find the photos of a job and give each output its name; written beside, then renamed.

    Args:
        job: What to plan.
        path: Of the plan.
        report: Called with the number of photos found so far; may raise to end the search.
        results: Files that earlier batches made in the folder, which are no originals even
            where that folder lies among the photos.

    Raises:
        TemplateError: If the names cannot be made.
        UnknownModelError: If there is no such model.
        sqlite3.Error: If the disk refuses.
    """
    naming = naming_of(job)
    with atomic_path(path) as beside:
        beside.unlink(missing_ok=True)
        with closing(sqlite3.connect(beside, isolation_level=None)) as database:
            database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN;")
            for statement in _TABLES.split(";"):
                database.execute(statement)
            rows = (tuple(str(part) for part in identity) for identity in results)
            database.executemany("INSERT OR IGNORE INTO result VALUES (?, ?, ?)", rows)
            if job.rules.conflict is Conflict.OVERWRITE:
                links = ((str(inode), str(device)) for device, inode in find_links(job))
                database.executemany("INSERT OR IGNORE INTO linked VALUES (?, ?)", links)
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
