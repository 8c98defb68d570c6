"""The user's settings: declared once, typed, stored sparsely."""

from __future__ import annotations

import logging
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from PySide6.QtCore import QObject, QSettings, Signal

from desktop.platform.background import Background
from engine.small_files import private_folder, read_small

if TYPE_CHECKING:
    from collections.abc import Callable

logger = logging.getLogger(__name__)

_MOST_BYTES = 1 << 20
_READERS: dict[type, Callable[[str], object]] = {
    bool: {"true": True, "false": False}.__getitem__,
    int: int,
    float: float,
}

T = TypeVar("T", bool, int, float, str)


@dataclass(frozen=True)
class Setting(Generic[T]):
    """A key and its default; the default's type is the setting's type."""

    key: str
    default: T


MODEL = Setting("engine/model", "")
"""Name of a bundled model; empty is the default one."""
DEVICE = Setting("engine/device", "auto")
THEME = Setting("looks/theme", "system")
"""A name in :data:`desktop.platform.theme.THEMES`."""
LANGUAGE = Setting("looks/language", "")
"""A code in :data:`desktop.texts.language.LANGUAGES`; empty is the system's."""
FORMAT = Setting("files/format", "")
"""The ending of colored photos; empty is that of each photo."""
FOLDER = Setting("files/folder", "")
"""Where colored photos go; empty is beside each photo."""
QUALITY = Setting("files/quality", 95)
"""Of JPEG and WebP, 1 to 100."""
PROVENANCE = Setting("files/provenance", default=True)
"""Whether files say that their colors are synthetic."""
LAST_FOLDER = Setting("files/last_folder", "")
"""Where the open dialog starts."""
RECENT_PHOTOS = Setting("files/recent", "[]")
"""JSON list of paths, the newest first."""
LABELS = Setting("view/labels", default=True)
"""Whether words say which side of the split line is which."""
NAVIGATOR = Setting("view/navigator", default=True)
"""Whether a small picture shows which part of the photo is seen."""
RECENT_COLORS = Setting("hints/recent", "[]")
"""JSON list of [a, b], the newest first."""
SERIES = Setting("hints/series", default=True)
"""Whether colors that are set in a photo are set in frames of the same scene, too."""
PALETTE_PLACE = Setting("hints/palette_place", "")
"""JSON [x, y] from the window's upper left, where the user moved the palette; empty is beside the
place it is for."""
BATCH_PRESETS = Setting("batch/presets", "{}")
"""JSON object of presets by name."""
REMEMBERS = Setting("app/remembers_photos", default=True)
"""Whether the photos that are open at the end can be opened again at the next start."""
CHECKED_VERSION = Setting("app/checked_version", "")
"""The version that has passed its self-test on this computer."""


class Settings(QObject):
    """Keeps settings in memory; only values that differ from the default are stored.

    Signals:
        changed(key: str)
    """

    changed = Signal(str)

    def __init__(self, store: QSettings | None, parent: QObject | None = None) -> None:
        """Read all of a store, which another thread writes; without one, remember nothing."""
        super().__init__(parent)
        self._file = "" if store is None else store.fileName()
        self._values: dict[str, object] = {}
        if store is not None:
            self._values = {key: store.value(key) for key in store.allKeys()}
        self._writer = Background("settings", self)

    def get(self, setting: Setting[T]) -> T:
        """Return the stored value, or the default if none of the right type is stored."""
        return _typed(self._values.get(setting.key), setting.default)

    def set(self, setting: Setting[T], value: T) -> None:
        """Store a value and tell everyone who shows it."""
        if value == self.get(setting):
            return
        if value == setting.default:
            self._values.pop(setting.key, None)
        else:
            self._values[setting.key] = value
        if self._file:
            stored = self._values.get(setting.key)
            self._writer.submit(lambda: _store(self._file, setting.key, stored))
        self.changed.emit(setting.key)

    def wait(self, seconds: float) -> bool:
        """Wait until all is stored, but no longer than this; return whether it is."""
        return self._writer.wait(seconds)


def open_settings(path: Path, parent: QObject | None = None) -> Settings:
    """Return the settings kept in a file; what cannot be one is left alone.

    It may be a link, as of people who keep all their settings in one place.
    """
    try:
        private_folder(path.parent)
        read_small(path, _MOST_BYTES, may_be_link=True)  # Qt would wait for a pipe
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        logger.warning("%s cannot be used: %s", path, error)
        return Settings(None, parent)
    return Settings(QSettings(str(path), QSettings.Format.IniFormat), parent)


def _store(file: str, key: str, value: object) -> None:
    """Put one value into the file, or take it out; the others may be another instance's."""
    store = QSettings(file, QSettings.Format.IniFormat)
    if value is None:
        store.remove(key)
    else:
        store.setValue(key, value)
    store.sync()
    if store.status() is not QSettings.Status.NoError:
        logger.warning("the setting %s is not stored: %s", key, store.status().name)
    with suppress(OSError):  # some disks have no permissions to set
        Path(file).chmod(0o600)


def _typed(value: object, default: T) -> T:
    """Return a value as the type of its default: all that a file holds is text."""
    kind = type(default)
    if isinstance(value, kind):
        return value
    if not isinstance(value, str):
        return default
    try:
        return cast("T", _READERS[kind](value))
    except (KeyError, ValueError):
        return default
