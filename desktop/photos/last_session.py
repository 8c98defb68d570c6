"""What was open when the user last closed the window: in a folder of its own beside the journals.

Asks disks: not for the window's thread.
"""

from __future__ import annotations

import json
import logging
from typing import TYPE_CHECKING

from desktop.photos.session_json import session_from_json, session_to_json
from desktop.photos.stash import drop_stash, stash, take_along
from desktop.platform.presence import is_there
from engine.recipe.recipe_json import NewerFormatError
from engine.small_files import private_folder, read_small, write_small

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from desktop.photos.session_json import Remembered
    from engine.photo.photo import Photo

logger = logging.getLogger(__name__)

_MOST_BYTES = 1 << 24


def last_folder(sessions: Path) -> Path:
    """Return where the last session is kept: earlier versions of Kolorit do not look there."""
    return sessions / "last"


def keep_last(
    journal: Path, photos: Sequence[Remembered], pictures: Mapping[Path, Photo], sessions: Path
) -> None:
    """Keep a session in the place of the one before.

    Args:
        journal: The session's file, in :func:`last_folder`.
        photos: What was open.
        pictures: Those that were pasted, and where each is to be, beside that file.
        sessions: Where they perhaps are already.
    """
    try:
        private_folder(journal.parent)
        take_along((sessions / path.name for path in pictures), journal.parent)
        stash(pictures)
        write_small(journal, json.dumps(session_to_json(photos)))  # escaped: names may be no UTF-8
    except OSError as error:
        logger.warning("the session is not kept: %s", error)
        return
    drop_last(sessions, but=journal)


def find_last(sessions: Path) -> tuple[Remembered, ...]:
    """Return what was open at the end of the last session, without what is not there."""
    for journal in _journals(sessions)[::-1]:
        try:
            photos = _photos(journal)
        except NewerFormatError as error:
            logger.warning("%s stays for another day: %s", journal, error)
        except (OSError, RecursionError, ValueError) as error:
            logger.warning("%s is no session: %s", journal, error)
        else:
            return tuple(photo for photo in photos if is_there(photo.path))
    return ()


def is_newer(journal: Path) -> bool:
    """Return whether a newer version wrote a session: it is neither used nor lost."""
    try:
        _photos(journal)
    except NewerFormatError:
        return True
    except (OSError, RecursionError, ValueError):
        return False
    return False


def has_newer_last(sessions: Path) -> bool:
    """Return whether a newer version's last session is kept."""
    return any(is_newer(journal) for journal in _journals(sessions))


def drop_last(sessions: Path, but: Path | None = None) -> None:
    """Remove what is kept of closed sessions, or of all but one; a newer version's stay."""
    _remove([each for each in _journals(sessions) if each != but and not is_newer(each)])


def forget_last(sessions: Path) -> None:
    """Remove what is kept of all closed sessions, whoever wrote it: the user wants none kept."""
    _remove(_journals(sessions))


def _remove(journals: Sequence[Path]) -> None:
    try:
        for journal in journals:
            drop_stash(journal)
            journal.unlink(missing_ok=True)
    except OSError as error:
        logger.warning("an earlier session stays: %s", error)


def _photos(journal: Path) -> list[Remembered]:
    return session_from_json(json.loads(read_small(journal, _MOST_BYTES)))


def _journals(sessions: Path) -> list[Path]:
    """Return what is kept, the newest last: one, unless two windows closed at the same time."""
    try:
        found = last_folder(sessions).glob("*.json")
        return sorted(found, key=lambda path: path.lstat().st_mtime_ns)
    except OSError:
        return []
