"""What is open, journalled as it changes, so that a crash loses no work."""

from __future__ import annotations

import json
import logging
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from desktop.look_json import look_from_json, look_to_json
from desktop.presence import is_there
from engine.replacing import written_beside

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from desktop.album import Album
    from desktop.document import Look
    from desktop.history import History

logger = logging.getLogger(__name__)

_FORMAT = 1
_DELAY_MS = 400
"""A slider that is dragged is written once."""
_MOST_BYTES = 1 << 24
_MOST_ABSENT = 50
"""Of journals none of whose photos is there, so many are kept: the newest."""


@dataclass(frozen=True)
class Remembered:
    """A photo that was open when the app ended without closing."""

    path: Path
    look: Look
    sha256: str = ""
    """Of its file as it was then; empty if it had not been read."""


class SessionJournal(QObject):
    """Writes the open photos and their looks to a file of this instance's own.

    The file is removed when the window closes. One whose instance is gone was left by a crash:
    each instance holds a lock beside its file, which the system lets go of.
    """

    def __init__(self, folder: Path, album: Album, history: History) -> None:
        super().__init__(album)
        self._album = album
        self.crashed = CrashedSessions(folder)  # before there is a journal of our own
        self._path = folder / f"{uuid.uuid4().hex}.json"
        self._lock = QLockFile(str(self._path.with_suffix(".lock")))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self._write_beside)
        # one after the other; waiting for a disk is nothing for the thread of the window
        self._writer = ThreadPoolExecutor(1, "journal")
        album.items_changed.connect(self._timer.start)
        history.look_changed.connect(self._on_look_changed)

    def write(self) -> bool:
        """Write what is open now; return whether the disk took it. It is tried again next time."""
        return self._write_beside().result()

    @Slot()
    def _write_beside(self) -> Future[bool]:
        photos = [
            Remembered(item.path, item.look, item.sha256)
            for item in self._album.items
            if item.path is not None
        ]
        return self._writer.submit(_write_own, self._path, self._lock, photos)

    def end(self) -> None:
        """Forget the session: the user closed the window.

        Crashed ones that were not opened again stay: their disk may not be here today.
        """
        self._timer.stop()
        self._writer.shutdown()
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            logger.warning("the session's journal stays: %s", error)
        self._lock.unlock()

    @Slot(object, object)
    def _on_look_changed(self, _before: Look, _after: Look) -> None:
        self._timer.start()


class CrashedSessions:
    """What instances left behind that ended without closing their window.

    Nothing goes by age, as clocks jump. A journal goes when its photos are open again or were
    declined; a photo whose disk is not here today stays in it.
    """

    def __init__(self, folder: Path) -> None:
        self._left: dict[Path, list[Remembered]] = {}
        for journal in _journals(folder):
            with _claimed(journal) as is_left:
                if is_left:
                    self._take(journal)
        self._there: frozenset[Path] = frozenset()

    def find(self) -> tuple[Remembered, ...]:
        """Return all that were open, as they were last, without those that are not there.

        A disk that is gone may take its time to say so: the window is on the screen by then.
        """
        photos = {photo.path: photo for left in self._left.values() for photo in left}
        self._there = frozenset(path for path in photos if is_there(path))
        self._drop_superseded()
        return tuple(photo for path, photo in photos.items() if path in self._there)

    def forget(self) -> None:
        """Remove what has been found: it is open again, or nobody wants it."""
        for journal, photos in self._left.items():
            absent = [photo for photo in photos if photo.path not in self._there]
            if not absent:
                _remove(journal)
            elif len(absent) < len(photos):
                _write(journal, absent)

    def _take(self, journal: Path) -> None:
        try:
            photos = _read(journal)
        except (OSError, RecursionError, ValueError) as error:
            logger.warning("%s is no session: %s", journal, error)
            return
        if photos:
            self._left[journal] = photos
        else:
            _remove(journal)

    def _drop_superseded(self) -> None:
        lefts = self._left.items()
        absent = [j for j, left in lefts if self._there.isdisjoint(p.path for p in left)]
        for journal in absent[:-_MOST_ABSENT]:
            logger.warning("%s is forgotten: its photos are gone, as are newer ones", journal)
            _remove(journal)


@contextmanager
def _claimed(journal: Path) -> Iterator[bool]:
    """Tell whether the instance that wrote a journal is gone; only one instance is told so."""
    lock = QLockFile(str(journal.with_suffix(".lock")))
    is_left = lock.tryLock(0)
    try:
        yield is_left
    finally:
        lock.unlock()


def _journals(folder: Path) -> Sequence[Path]:
    """Return all journals, the newest last."""
    try:
        return sorted(folder.glob("*.json"), key=_changed_at)
    except OSError:
        return ()


def _changed_at(journal: Path) -> int:
    try:
        return journal.stat().st_mtime_ns
    except OSError:  # another instance has just ended
        return 0


def _remove(journal: Path) -> None:
    try:
        journal.unlink(missing_ok=True)
        journal.with_suffix(".lock").unlink(missing_ok=True)
    except OSError as error:
        logger.warning("the journal %s stays: %s", journal, error)


def _write_own(journal: Path, lock: QLockFile, photos: Sequence[Remembered]) -> bool:
    """Write this instance's journal and hold its lock; return whether the disk took it."""
    try:
        journal.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        logger.warning("the session is not journalled: %s", error)
        return False
    if not lock.isLocked():
        lock.tryLock(0)
    return _write(journal, photos)


def _write(journal: Path, photos: Sequence[Remembered]) -> bool:
    """Write a journal; return whether the disk took it."""
    entries = [
        {"path": str(photo.path), "sha256": photo.sha256, "look": look_to_json(photo.look)}
        for photo in photos
    ]
    text = json.dumps({"kolorit": _FORMAT, "photos": entries})  # escaped: names may be no UTF-8
    try:
        with written_beside(journal) as partial:
            partial.write_text(text, encoding="utf-8")
    except OSError as error:
        logger.warning("the session is not journalled: %s", error)
        return False
    return True


def _read(journal: Path) -> list[Remembered]:
    if journal.stat().st_size > _MOST_BYTES:
        msg = "it is too large"
        raise ValueError(msg)
    tree: Any = json.loads(journal.read_text(encoding="utf-8"))
    if not isinstance(tree, dict) or not isinstance(tree.get("photos"), list):
        msg = "it lists no photos"
        raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
    found = []
    for entry in tree["photos"]:
        if not isinstance(entry, dict) or not isinstance(entry.get("path"), str):
            msg = "a photo has a path"
            raise ValueError(msg)  # noqa: TRY004 - the file is wrong, not a type
        look, digest = look_from_json(entry.get("look", {})), str(entry.get("sha256", ""))
        found.append(Remembered(Path(entry["path"]), look, digest))
    return found
