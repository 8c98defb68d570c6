"""A folder the user types, drops or chooses."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from desktop.platform.background import Background
from desktop.platform.presence import is_folder

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent


class FolderRow(QWidget):
    """A line and a button; folders can be dropped on it.

    Signals:
        changed()
        settled(): a whole path was typed, dropped or chosen.
        asked(): the user wants a dialog to choose from.
    """

    changed = Signal()
    settled = Signal()
    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = ""
        """What the folder is for."""
        self.line = QLineEdit()
        self.setFocusProxy(self.line)
        self.line.setAcceptDrops(False)  # it would take the text of a drop
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.setAcceptDrops(True)
        self._disk = Background("folder", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.line, 1)
        row.addWidget(self.button)
        self.line.textChanged.connect(lambda _: self.changed.emit())
        self.line.editingFinished.connect(self.settled)
        self.button.clicked.connect(self.asked)

    def show_words(self, name: str, placeholder: str = "") -> None:
        """Say what the folder is for, and what an empty line means."""
        self.name = name
        self.line.setAccessibleName(name)
        self.line.setPlaceholderText(placeholder or self.tr("drop a folder here"))
        self.button.setText(self.tr("Choose…"))
        self.button.setAccessibleName(self.tr("Choose: %1").replace("%1", name))

    @property
    def path(self) -> Path | None:
        """The folder; None while the line is empty or relative."""
        try:
            path = Path(self.line.text().strip()).expanduser()
        except RuntimeError:  # "~nobody"
            return None
        return path if path.is_absolute() else None

    def show_path(self, path: Path) -> None:
        """Show a folder."""
        self.line.setText(str(path))
        self.settled.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome what may be a folder: only its disk knows."""
        if _paths(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the first folder, if there is one."""
        if paths := _paths(event):
            event.acceptProposedAction()
            work = partial(next, (path for path in paths if is_folder(path)), None)
            self._disk.submit(work, self._take)

    def _take(self, folder: Path | None) -> None:
        if folder is not None:
            self.show_path(folder)


def _paths(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
