"""What has become of each photo, one line of JSON each, on the disk before the next begins.

A line says either which photos are begun, ``{"begun": [[n, target], …]}``, or how one ended. So
after a crash it is known which outputs may be there although nothing tells how they ended: those
photos are done again and their outputs replaced.
"""

from __future__ import annotations

import json
import logging
import os
import threading
from array import array
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from engine.batch.outcome import Flag, Outcome, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

logger = logging.getLogger(__name__)

_STATES = tuple(State)
_OPEN = 0


class Journal:
    """Appends lines that are complete and on the disk when ``append`` returns, or not there."""

    def __init__(self, path: Path, thumbnails: Path) -> None:
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0)
        self._lock = threading.Lock()
        self._file = os.open(path, flags, 0o666)
        try:
            self._thumbnails = os.open(thumbnails, flags, 0o666)
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
                thumbnail = None
                if outcome.thumbnail:
                    thumbnail = (end, len(outcome.thumbnail))
                    _write(self._thumbnails, outcome.thumbnail, end)
                    end += len(outcome.thumbnail)
                places.append(self._end + sum(len(line) for line in lines))
                lines.append(_line(_fields(outcome, thumbnail)))
            self._append(b"".join(lines))
            self._thumbnails_end = end
            return places

    def _append(self, lines: bytes) -> None:
        if not lines:
            return
        try:
            _write(self._file, lines, self._end)
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
        self._places = array("q", bytes(8 * (count + 1)))
        self.begun: dict[int, Path] = {}
        """Photos begun and not ended, with their outputs: at most those in flight."""
        self.count = count

    def note(self, outcome: Outcome, place: int) -> None:
        """Take over how a photo ended."""
        self._states[outcome.n] = _STATES.index(outcome.state) + 1
        self._flagged[outcome.n] = bool(outcome.flags)
        self._places[outcome.n] = place
        self.begun.pop(outcome.n, None)

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
    def remaining(self) -> int:
        """How many photos are to do."""
        return self._states.count(bytes(1)) - 1  # there is no photo 0


def read_progress(path: Path, count: int) -> Progress:
    """Read how the photos of a plan stand; a missing journal is an empty one.

    Raises:
        OSError: If it cannot be read.
    """
    progress = Progress(count)
    if not path.exists():
        return progress
    for place, fields in _lines(path):
        if "begun" in fields:
            progress.begun |= {n: Path(target) for n, target in fields["begun"]}
        elif 1 <= fields["n"] <= count:
            progress.note(_outcome(fields), place)
    return progress


class JournalReader:
    """Looks up outcomes by their place, with their thumbnails if wanted."""

    def __init__(self, path: Path, thumbnails: Path) -> None:
        self._file = path.open("rb")
        self._thumbnails = thumbnails

    def close(self) -> None:
        """Close the journal."""
        self._file.close()

    def outcome(self, place: int, *, with_thumbnail: bool = False) -> Outcome:
        """Return the outcome noted at a place."""
        self._file.seek(place)
        fields = json.loads(self._file.readline())
        if not with_thumbnail or not fields["thumbnail"]:
            return _outcome(fields)
        start, length = fields["thumbnail"]
        with self._thumbnails.open("rb") as file:
            file.seek(start)
            return _outcome(fields, file.read(length))


def _line(fields: dict[str, Any]) -> bytes:
    return json.dumps(fields).encode() + b"\n"  # escapes: names that are no Unicode survive


def _fields(outcome: Outcome, thumbnail: tuple[int, int] | None) -> dict[str, Any]:
    return {
        "n": outcome.n,
        "state": outcome.state.value,
        "target": None if outcome.target is None else os.fspath(outcome.target),
        "reason": outcome.reason,
        "seconds": round(outcome.seconds, 3),
        "size": outcome.size,
        "doubt": None if outcome.doubt is None else round(outcome.doubt, 4),
        "flags": [flag.name for flag in outcome.flags],
        "notes": outcome.notes,
        "thumbnail": thumbnail,
    }


def _outcome(fields: dict[str, Any], thumbnail: bytes = b"") -> Outcome:
    height_width = fields["size"]
    return Outcome(
        fields["n"],
        State(fields["state"]),
        None if fields["target"] is None else Path(fields["target"]),
        fields["reason"],
        fields["seconds"],
        None if height_width is None else (height_width[0], height_width[1]),
        fields["doubt"],
        tuple(Flag[name] for name in fields["flags"]),
        tuple(fields["notes"]),
        thumbnail,
    )


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield place and fields of each line; what a crash cut off is left out."""
    place = 0
    with path.open("rb") as file:
        for line in file:
            try:
                yield place, json.loads(line)
            except ValueError:
                logger.warning("%s: the line at byte %d is damaged", path, place)
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
