"""The photos that were opened last, in the File menu."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QMenu

from desktop.platform.background import Background
from desktop.platform.presence import is_file
from desktop.state import settings as keys
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from desktop.photos.opening import Opener
    from desktop.state.document import Document
    from desktop.state.settings import Settings

_MOST = 10


class RecentMenu(QMenu):
    """Opens one of them again, or forgets them all; what is gone is said, and forgotten.

    Signals:
        told(text: str): why a photo was not opened.
    """

    told = Signal(str)

    def __init__(self, opener: Opener, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._opener, self._settings = opener, settings
        self._disk = Background("recent photos", self)
        opener.shown.connect(self._remember)
        settings.changed.connect(self._on_changed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setTitle(self.tr("Open recen&t"))
        self.clear()
        paths = self.paths
        names = [path.name for path in paths]
        for path in paths:
            text = printable(path.name)
            if names.count(path.name) > 1:
                both = self.tr("%1 in %2").replace("%2", printable(path.parent.name))
                text = both.replace("%1", text)
            action = self.addAction(text.replace("&", "&&"))
            action.setToolTip(self.tr("Open this photo again"))  # else Qt takes the name as HTML
            action.triggered.connect(partial(self._open, path))
        self.addSeparator()
        self.addAction(self.tr("&Clear list")).triggered.connect(self.forget)
        self.menuAction().setEnabled(bool(self.paths))

    @property
    def paths(self) -> list[Path]:
        """Those that were opened last, the newest first."""
        try:
            stored = json.loads(self._settings.get(keys.RECENT_PHOTOS))
            return [Path(name) for name in stored if isinstance(name, str)][:_MOST]
        except (RecursionError, TypeError, ValueError):  # edited by hand
            return []

    @Slot()
    def forget(self) -> None:
        """Forget all."""
        self._keep([])

    @Slot(object)
    def _remember(self, document: Document) -> None:
        path = document.photo.path
        if path is not None:
            self._keep([path, *(each for each in self.paths if each != path)])

    def _keep(self, paths: Sequence[Path]) -> None:
        names = json.dumps([str(path) for path in paths[:_MOST]])
        self._settings.set(keys.RECENT_PHOTOS, names)

    @Slot(str)
    def _on_changed(self, key: str) -> None:
        if key == keys.RECENT_PHOTOS.key:
            self.retranslate()

    def _open(self, path: Path) -> None:
        def then(is_there: bool) -> None:  # noqa: FBT001 - what the disk said
            if is_there:
                self._opener.open_paths([path])
            else:
                self._keep([each for each in self.paths if each != path])
                text = self.tr("“%1” is no longer there.")
                self.told.emit(text.replace("%1", path.name))

        self._disk.submit(lambda: is_file(path), then)
