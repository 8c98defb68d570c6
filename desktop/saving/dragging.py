"""From a pull on the handle to the colored photo in another program."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTemporaryDir, Slot

from desktop.platform.background import Background

if TYPE_CHECKING:
    from desktop.saving.export import ExportController
    from desktop.saving.saving import Saver
    from desktop.widgets.drag_handle import DragHandle


class DragOut(QObject):
    """Writes the whole photo into a temporary folder while the hand holds, then begins the drag.

    A file manager asks for the file in the moment of the drop; made only then, it would keep the
    window waiting. What was dragged goes when the program ends, what was not wanted in the end at
    once.
    """

    def __init__(self, saver: Saver, exports: ExportController, handle: DragHandle) -> None:
        super().__init__(handle)
        self._saver, self._exports, self._handle = saver, exports, handle
        self._folder = QTemporaryDir()
        self._background = Background("dragging", self)
        self._numbers = itertools.count(1)
        self._wanted: Path | None = None
        handle.pulled.connect(self._prepare)
        handle.given_up.connect(self._forget)
        handle.clicked.connect(saver.save)
        exports.prepared.connect(self._on_prepared)
        exports.dropped.connect(self._on_dropped)

    @Slot()
    def _prepare(self) -> None:
        # a folder each: what was dragged before may still be read
        folder = Path(self._folder.filePath(str(next(self._numbers))))
        self._wanted = self._saver.prepare(folder)
        if self._wanted is None:
            self._handle.let_go()

    @Slot()
    def _forget(self) -> None:
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            self._exports.stop_preparing(wanted)

    @Slot(object)
    def _on_prepared(self, path: Path) -> None:
        if path == self._wanted:
            self._handle.offer(path)
        else:
            self._background.submit(path.unlink)  # it was ready before it could be stopped

    @Slot(object, object)
    def _on_dropped(self, path: Path | None, _error: object) -> None:
        if path is not None and path == self._wanted:
            self._handle.let_go()
