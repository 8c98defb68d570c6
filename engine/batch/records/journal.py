"""What has become of each photo, one line of JSON each, on the disk before the next begins.

A line says either how one ended, or

* which photos are begun, ``{"begun": [[n, target], …]}``: after a crash it is known which outputs
  may be there although nothing tells how they ended; those photos are done again;
* which one is in hand now, ``{"hand": n}``, and which no longer are though they have not ended,
  ``{"dropped": [n, …]}``: one that was in hand both times that a process died may be why;
* which ones were held back, ``{"held": [n, …]}``, as several failed in the same way.

A journal may come from somebody else: lines that are no such line are left out, and told.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from array import array
from collections import Counter
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.outcome import IN_COLOR, State
from engine.batch.outcome_json import (
    MAX_THUMBNAIL,
    outcome_from_fields,
    outcome_to_fields,
    whole_number,
)
from engine.batch.own_files import open_own

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from engine.batch.outcome import Outcome

logger = logging.getLogger(__name__)

_STATES = tuple(State)
_OPEN = 0
_MAX_LINE = 1 << 20
"""Bytes; what is longer is no line of ours."""


class Journal:
    """Appends lines that are complete and on the disk when ``append`` returns, or not there."""

    def __init__(self, path: Path, thumbnails: Path) -> None:
        """Open both files, or make them.

        Raises:
            NotOwnError: If one is a link or somebody else's.
            OSError: If the disk refuses.
        """
        flags = os.O_RDWR | os.O_CREAT
        self._lock = threading.Lock()
        self._file = open_own(path, flags)
        try:
            self._thumbnails = open_own(thumbnails, flags)
        except OSError:
            os.close(self._file)
            raise
        self._end = _end_of_last_line(self._file)
        os.ftruncate(self._file, self._end)  # what a crash cut off
        self._thumbnails_end = os.lseek(self._thumbnails, 0, os.SEEK_END)

    def close(self) -> None:
        """Close the files; may be called twice."""
        with self._lock:
            for handle in (self._file, self._thumbnails):
                if handle >= 0:
                    os.close(handle)
            self._file = self._thumbnails = -1

    def begin(self, photos: Iterable[tuple[int, Path]]) -> None:
        """Note photos and the outputs that will appear for them.

        Raises:
            OSError: If the disk refuses; then nothing is noted.
        """
        begun = [[n, os.fspath(target)] for n, target in photos]
        with self._lock:
            self._append(_line({"begun": begun}) if begun else b"")

    def note(self, **lists: int | Sequence[int]) -> None:
        """Note what is in hand, dropped or held back; survives this process, if not the machine.

        Raises:
            OSError: If the disk refuses; then nothing is noted.
        """
        with self._lock:
            self._append(_line(lists), is_synced=False)

    def end(self, outcomes: Sequence[Outcome]) -> list[int]:
        """Note how photos ended; return the place of each line in the file.

        Raises:
            OSError: If the disk refuses; then nothing is noted.
        """
        with self._lock:
            end = self._thumbnails_end
            places: list[int] = []
            lines: list[bytes] = []
            for outcome in outcomes:
                pictures = {"thumbnail": outcome.thumbnail, "repairs": outcome.repairs}
                kept: dict[str, tuple[int, int] | None] = {"thumbnail": None}
                for name, picture in pictures.items():
                    if picture:
                        kept[name] = (end, len(picture))
                        _write(self._thumbnails, picture, end)
                        end += len(picture)
                places.append(self._end + sum(len(line) for line in lines))
                lines.append(_line({**outcome_to_fields(outcome), **kept}))
            self._append(b"".join(lines))
            self._thumbnails_end = end
            return places

    def _append(self, lines: bytes, *, is_synced: bool = True) -> None:
        if not lines:
            return
        try:
            _write(self._file, lines, self._end)
            if is_synced:
                os.fsync(self._file)
        except OSError:
            with suppress(OSError):  # the first error counts; opening cuts off what is torn
                os.ftruncate(self._file, self._end)
            raise
        self._end += len(lines)


class Progress:
    """How every photo of a plan stands: a few bytes each, so a million fit into memory."""

    def __init__(self, count: int) -> None:
        self._states = bytearray(count + 1)
        self._flagged = bytearray(count + 1)
        self._in_color = bytearray(count + 1)
        self._places = array("q", bytes(8 * (count + 1)))
        self.begun: dict[int, Path] = {}
        """Photos begun and not ended, with their outputs: at most those in flight."""
        self.tries: Counter[int] = Counter()
        """How often a process died while it had a photo in hand, of those that have not ended."""
        self.held: set[int] = set()
        """Photos that once failed like several others in a row: the next time counts."""
        self.count = count

    def note(self, outcome: Outcome, place: int) -> None:
        """Take over how a photo ended."""
        self._states[outcome.n] = _STATES.index(outcome.state) + 1
        self._flagged[outcome.n] = bool(outcome.flags)
        self._in_color[outcome.n] = outcome.reason == IN_COLOR
        self._places[outcome.n] = place
        self.begun.pop(outcome.n, None)
        self.tries.pop(outcome.n, None)
        self.held.discard(outcome.n)

    def state(self, n: int) -> State | None:
        """Return how a photo ended; None if it has not."""
        index = self._states[n]
        return None if index == _OPEN else _STATES[index - 1]

    def is_flagged(self, n: int) -> bool:
        """Whether somebody should look at a photo."""
        return bool(self._flagged[n])

    def place(self, n: int) -> int:
        """Return where in the journal it says how a photo ended."""
        return self._places[n]

    def reopen_failed(self) -> int:
        """Make failed photos photos to do; return how many."""
        failed = bytes((_STATES.index(State.FAILED) + 1,))
        count = self._states.count(failed)
        self._states = self._states.replace(failed, bytes(1))
        return count

    def reopen(self, numbers: Iterable[int]) -> None:
        """Make photos that ended photos to do."""
        for n in numbers:
            self._states[n] = _OPEN
            self._flagged[n] = self._in_color[n] = False

    def counts(self) -> dict[State, int]:
        """Return how many photos ended in each way."""
        return {
            state: self._states.count(bytes((index,))) for index, state in enumerate(_STATES, 1)
        }

    @property
    def flagged(self) -> int:
        """How many photos somebody should look at."""
        return self._flagged.count(1)

    @property
    def in_color(self) -> int:
        """How many photos were skipped or copied because they are in color already."""
        return self._in_color.count(1)

    @property
    def remaining(self) -> int:
        """How many photos are to do."""
        return self._states.count(bytes(1)) - 1  # there is no photo 0


def read_progress(path: Path, count: int) -> Progress:
    """Read how the photos of a plan stand; a missing journal is an empty one.

    Raises:
        NotOwnError: If it is a link or somebody else's.
        OSError: If it cannot be read.
    """
    progress = Progress(count)
    if not os.path.lexists(path):
        return progress
    for place, line in _lines(path):
        try:
            _take_over(progress, _parsed(line), place)
        except ValueError as error:
            logger.warning("%s: the line at byte %d is damaged: %s", path, place, error)
    return progress


class JournalReader:
    """Looks up outcomes by their place, with their pictures if wanted."""

    def __init__(self, path: Path, thumbnails: Path) -> None:
        self._file = os.fdopen(open_own(path), "rb")
        self._thumbnails = thumbnails

    def close(self) -> None:
        """Close the journal."""
        self._file.close()

    def outcome(self, place: int, *, with_thumbnail: bool = False) -> Outcome:
        """Return the outcome noted at a place.

        Raises:
            NotOwnError: If the thumbnails are a link or somebody else's.
            OSError: If the disk refuses.
            ValueError: If no outcome is noted there.
        """
        self._file.seek(place)
        fields = _parsed(self._file.readline(_MAX_LINE))
        outcome = outcome_from_fields(fields)
        if not with_thumbnail:
            return outcome
        pictures = (self._picture(fields.get(name)) for name in ("thumbnail", "repairs"))
        return outcome_from_fields(fields, *pictures)

    def _picture(self, place: Any) -> bytes:
        """Return what is kept at a place of the thumbnails; nothing if there is no such place."""
        if not place:
            return b""
        start, length = (whole_number(value) for value in place)
        if start < 0 or not 0 <= length <= MAX_THUMBNAIL:
            return b""
        with os.fdopen(open_own(self._thumbnails), "rb") as file:
            file.seek(start)
            return file.read(length)


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields).encode() + b"\n"  # escapes: names that are no Unicode survive


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        fields = json.loads(line)
    except RecursionError as error:
        msg = "it is nested too deeply"
        raise ValueError(msg) from error
    if not isinstance(fields, dict):
        msg = "it is no object"
        raise ValueError(msg)  # noqa: TRY004 - as all that is wrong with a line
    return fields


def _take_over(progress: Progress, fields: dict[str, Any], place: int) -> None:
    """Take over what a line says.

    Raises:
        ValueError: If it says something that no line can.
    """
    if "begun" in fields:
        progress.begun |= dict(_begun(entry, progress.count) for entry in _list(fields["begun"]))
    elif "hand" in fields:
        progress.tries[_known(fields["hand"], progress.count)] += 1
    elif "dropped" in fields:
        for n in _list(fields["dropped"]):
            progress.tries.pop(_known(n, progress.count), None)
    elif "held" in fields:
        progress.held |= {_known(n, progress.count) for n in _list(fields["held"])}
    else:
        outcome = outcome_from_fields(fields)
        _known(outcome.n, progress.count)
        progress.note(outcome, place)


def _begun(entry: Any, count: int) -> tuple[int, Path]:
    if not isinstance(entry, list) or len(entry) != 2 or not isinstance(entry[1], str):
        msg = "what is begun is a number and a name"
        raise ValueError(msg)
    return _known(entry[0], count), Path(entry[1])


def _known(n: object, count: int) -> int:
    number = whole_number(n)
    if not 1 <= number <= count:
        msg = f"there is no photo {number}"
        raise ValueError(msg)
    return number


def _list(values: Any) -> list[Any]:
    if not isinstance(values, list):
        msg = "a list is needed"
        raise ValueError(msg)  # noqa: TRY004 - as all that is wrong with a line
    return values


def _lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Yield place and content of each line."""
    place = 0
    with os.fdopen(open_own(path), "rb") as file:
        while line := file.readline(_MAX_LINE):
            yield place, line
            place += len(line)


def _end_of_last_line(handle: int) -> int:
    end = os.lseek(handle, 0, os.SEEK_END)
    while end > 0:
        start = max(0, end - 4096)
        os.lseek(handle, start, os.SEEK_SET)
        newline = os.read(handle, end - start).rfind(b"\n")
        if newline >= 0:
            return start + newline + 1
        end = start
    return 0


def _write(handle: int, content: bytes, place: int) -> None:
    os.lseek(handle, place, os.SEEK_SET)
    view = memoryview(content)
    while view:
        view = view[os.write(handle, view) :]
