"""What is open, journalled as it changes, so that a crash loses no work."""

from __future__ import annotations

import json
import logging
import stat
import uuid
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QTimer, Slot

from desktop.photos.last_session import (
    drop_last,
    find_last,
    forget_last,
    has_newer_last,
    keep_last,
    last_folder,
)
from desktop.photos.session_json import Remembered, only_of, session_from_json, session_to_json
from desktop.photos.stash import drop_stash, stash, stash_path
from desktop.platform.background import Background
from desktop.platform.presence import is_there
from engine.recipe.recipe_json import NewerFormatError
from engine.recipe.sidecar import Kept
from engine.small_files import private_folder, read_small, write_small

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from pathlib import Path

    from desktop.photos.album import Album
    from desktop.state.history import History
    from desktop.state.item import Item
    from engine.photo.photo import Photo
    from engine.recipe.recipe import Recipe

logger = logging.getLogger(__name__)

_DELAY_MS = 400
"""A slider that is dragged is written once."""
_MOST_BYTES = 1 << 24
_MOST_LOCK_BYTES = 1 << 12
"""It names a process, a program and a computer."""
_MOST_ABSENT = 50
"""Of journals none of whose photos is there, so many are kept: the newest."""


class SessionJournal(QObject):
    """Writes the open photos and their recipes to a file of this instance's own.

    The file is removed when the window closes; what was open then is kept elsewhere. One whose
    instance is gone was left by a crash: each instance holds a lock beside its file, which the
    system lets go of.
    """

    def __init__(self, folder: Path, album: Album, history: History) -> None:
        super().__init__(album)
        self._album = album
        self._folder = folder
        self._path = folder / f"{uuid.uuid4().hex}.json"
        self._lock = QLockFile(str(self._path.with_suffix(".lock")))
        self._crashed: CrashedSessions | None = None
        self._had_photos, self._has_ended = False, False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DELAY_MS)
        self._timer.timeout.connect(self.write)
        # what is open is journalled also while the disk of another day's photos does not answer
        self._writer, self._reader = Background("journal", self), Background("crashed", self)
        album.items_changed.connect(self.note)
        album.current_changed.connect(self.note)
        album.flags_changed.connect(self.note)
        history.recipe_changed.connect(self._on_recipe_changed)

    def find_left(self, then: Callable[[Left], object]) -> None:
        """Look for what earlier sessions had open; ``then`` is told."""

        def work() -> Left:
            self._crashed = CrashedSessions(self._folder)
            crashed, last = self._crashed.find(), find_last(self._folder)
            has_newer = self._crashed.has_newer or has_newer_last(self._folder)
            return Left(crashed, last, has_newer)

        self._reader.submit(work, then)

    @Slot()
    def note(self) -> None:
        """Write what is open soon: something is not as it was."""
        if not self._has_ended:
            self._timer.start()

    @Slot()
    def write(self) -> None:
        """Write what is open now, in its turn."""
        photos, pictures = self._photos(), self._pictures(self._path)
        self._writer.submit(lambda: _write_own(self._path, self._lock, photos, pictures))

    def take_over(self) -> None:
        """Write what is open now; only then are the journals of crashed sessions not needed."""
        photos, pictures = self._photos(), self._pictures(self._path)

        def work() -> None:
            if _write_own(self._path, self._lock, photos, pictures):
                self._forget_crashed()

        self._writer.submit(work)

    def forget_crashed(self) -> None:
        """Remove the journals of crashed sessions: nobody wants what was open."""
        self._writer.submit(self._forget_crashed)

    def end(self, *, remembers: bool) -> None:
        """End the session: the user closed the window.

        Crashed ones that were not opened again stay: their disk may not be here today. One in
        which nothing was opened does not replace the last one.

        Args:
            remembers: Whether what is open is kept for the next start, as it was last saved.
        """
        self._timer.stop()
        photos, has_ended, self._has_ended = self._closed_photos(), self._has_ended, True
        journal = last_folder(self._folder) / self._path.name
        pictures = self._pictures(journal)

        def work() -> None:
            if remembers and photos:
                keep_last(journal, photos, pictures, self._folder)
            elif not remembers:
                forget_last(self._folder)
            elif self._had_photos:
                drop_last(self._folder)
            _end_own(self._path, self._lock)

        if not has_ended:
            self._writer.submit(work)

    def wait(self, seconds: float) -> bool:
        """Wait until all is written, but no longer than this; return whether it is."""
        return self._writer.wait(seconds)

    def _forget_crashed(self) -> None:
        if self._crashed is not None:
            self._crashed.forget()

    def _photos(self) -> list[Remembered]:
        items = self._album.items
        self._had_photos = self._had_photos or bool(items)
        return [self._remembered(item, self._path) for item in items]

    def _closed_photos(self) -> list[Remembered]:
        """Return what was open, without what the user did not want to save."""
        journal, photos = last_folder(self._folder) / self._path.name, []
        for item in self._album.items:
            photo, saved = self._remembered(item, journal), item.saved or Kept(page=item.page)
            kept = replace(saved, recolor=item.recolor, result=item.result)
            photos.append(photo if photo.is_saved else replace(photo, kept=kept, is_saved=True))
        self._had_photos = self._had_photos or bool(photos)
        return photos

    def _remembered(self, item: Item, journal: Path) -> Remembered:
        return Remembered(
            item.path or stash_path(journal, item.id),
            item.kept,
            item.sha256,
            item.part,
            is_shown=item is self._album.current,
            is_saved=not item.has_unsaved_work,
            is_pasted=item.path is None,
            is_flagged=item.flagged,
        )

    def _pictures(self, journal: Path) -> dict[Path, Photo]:
        """Return those that have no file, and where each is kept for a journal."""
        return {
            stash_path(journal, item.id): item.photo
            for item in self._album.items
            if item.path is None and item.photo is not None
        }

    @Slot(object, object)
    def _on_recipe_changed(self, _before: Recipe, _after: Recipe) -> None:
        self.note()


@dataclass(frozen=True)
class Left:
    """What earlier sessions had open."""

    crashed: tuple[Remembered, ...]
    """Those that ended without closing their window."""
    last: tuple[Remembered, ...]
    """The last one that did."""
    has_newer: bool = False
    """Whether a newer version of Kolorit left some that stay for it."""


class CrashedSessions:
    """What instances left behind that ended without closing their window.

    Nothing goes by age, as clocks jump. A journal goes when its photos are open again or were
    declined; a photo whose disk is not here today stays in it.
    """

    def __init__(self, folder: Path) -> None:
        self._left: dict[Path, list[Remembered]] = {}
        self.has_newer = False
        """Whether a newer version of Kolorit left some that stay for it."""
        self._trees: dict[Path, Mapping[str, Any]] = {}
        """What the journals hold: what stays in one stays as it was written."""
        for journal in _journals(folder):
            with _claimed(journal) as is_left:
                if is_left:
                    self._take(journal)
        self._there: frozenset[Path] = frozenset()

    def find(self) -> tuple[Remembered, ...]:
        """Return all that were open, as they were last, without those that are not there.

        A disk that is gone may take its time to say so: the window is on the screen by then.
        """
        lefts = self._left.values()
        photos = {(photo.path, photo.part): photo for left in lefts for photo in left}
        self._there = frozenset(path for path in {path for path, _ in photos} if is_there(path))
        self._drop_superseded()
        return tuple(photo for photo in photos.values() if photo.path in self._there)

    def forget(self) -> None:
        """Remove what has been found: it is open again, or nobody wants it."""
        for journal, photos in self._left.items():
            absent = {photo.path for photo in photos} - self._there
            if not absent:
                _remove(journal)
            elif len(absent) < len(photos):
                drop_stash(journal)
                _write(journal, only_of(self._trees[journal], absent))

    def _take(self, journal: Path) -> None:
        try:
            tree = json.loads(read_small(journal, _MOST_BYTES))
            photos = session_from_json(tree)
        except NewerFormatError as error:
            logger.warning("%s stays for another day: %s", journal, error)
            self.has_newer = True
            return
        except (OSError, RecursionError, ValueError) as error:
            logger.warning("%s is no session: %s", journal, error)
            return
        photos = [photo for photo in photos if not photo.is_pasted or is_there(photo.path)]
        if photos:
            self._left[journal], self._trees[journal] = photos, tree
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
    path = journal.with_suffix(".lock")
    lock = QLockFile(str(path))
    is_left = _may_be_lock(path) and lock.tryLock(0)
    try:
        yield is_left
    finally:
        lock.unlock()


def _may_be_lock(path: Path) -> bool:
    """Whether a lock is one, or is free: Qt reads to its end whatever is there."""
    try:
        found = path.lstat()
        return stat.S_ISREG(found.st_mode) and found.st_size <= _MOST_LOCK_BYTES
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _journals(folder: Path) -> Sequence[Path]:
    """Return all journals, the newest last."""
    try:
        return sorted(folder.glob("*.json"), key=_changed_at)
    except OSError:
        return ()


def _changed_at(journal: Path) -> int:
    try:
        return journal.lstat().st_mtime_ns
    except OSError:  # another instance has just ended
        return 0


def _remove(journal: Path) -> None:
    try:
        drop_stash(journal)
        journal.unlink(missing_ok=True)
        journal.with_suffix(".lock").unlink(missing_ok=True)
    except OSError as error:
        logger.warning("the journal %s stays: %s", journal, error)


def _write_own(
    journal: Path,
    lock: QLockFile,
    photos: Sequence[Remembered],
    pictures: Mapping[Path, Photo],
) -> bool:
    """Write this instance's journal and hold its lock; return whether the disk took it."""
    try:
        private_folder(journal.parent)
    except OSError as error:
        logger.warning("the session is not journalled: %s", error)
        return False
    if not lock.isLocked():
        lock.tryLock(0)
    is_written = _write(journal, session_to_json(photos))  # first: pictures take their time
    drop_stash(journal, kept=pictures)
    return stash(pictures) and is_written


def _end_own(journal: Path, lock: QLockFile) -> None:
    """Remove this instance's journal, and let go of its lock."""
    drop_stash(journal)
    try:
        journal.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("the session's journal stays: %s", error)
    lock.unlock()


def _write(journal: Path, tree: Mapping[str, Any]) -> bool:
    """Write a journal; return whether the disk took it."""
    try:
        write_small(journal, json.dumps(tree))  # escaped: names may be no UTF-8
    except OSError as error:
        logger.warning("the session is not journalled: %s", error)
        return False
    return True
