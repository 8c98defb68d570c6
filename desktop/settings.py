"""The user's settings: declared once, typed, stored sparsely."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

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
"""A name in :data:`desktop.theme.THEMES`."""
LANGUAGE = Setting("looks/language", "")
"""A code in :data:`desktop.language.LANGUAGES`; empty is the system's."""
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
RECENT_COLORS = Setting("hints/recent", "[]")
"""JSON list of [a, b], the newest first."""
BATCH_PRESETS = Setting("batch/presets", "{}")
"""JSON object of presets by name."""
CHECKED_VERSION = Setting("app/checked_version", "")
"""The version that has passed its self-test on this computer."""


class Settings(QObject):
    """Reads and writes settings; only values that differ from the default are stored.

    Signals:
        changed(key: str)
    """

    changed = Signal(str)

    def __init__(self, store: QSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store

    def get(self, setting: Setting[T]) -> T:
        """Return the stored value, or the default if none of the right type is stored."""
        kind = type(setting.default)
        if kind is str and not isinstance(self._store.value(setting.key), str):
            return setting.default  # asked for a text, Qt would return an empty one for a list
        value = self._store.value(setting.key, setting.default, type=kind)
        return value if isinstance(value, kind) else setting.default

    def set(self, setting: Setting[T], value: T) -> None:
        """Store a value and tell everyone who shows it."""
        if value == self.get(setting):
            return
        if value == setting.default:
            self._store.remove(setting.key)
        else:
            self._store.setValue(setting.key, value)
        self.changed.emit(setting.key)
