"""A handle by which the colored photo is dragged to another program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, Qt, QUrl, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QToolButton, QWidget

from desktop.platform.icons import themed_icon

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QMouseEvent


class DragHandle(QToolButton):
    """Asks for a file when it is pulled, and begins the drag when there is one.

    A click does what the keyboard can do too.

    Signals:
        pulled(): the file is wanted; :meth:`offer` gives it.
        given_up(): it is wanted no more, before it was there.
    """

    pulled = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._since: QPoint | None = None
        self._is_pulled = False
        self.setAutoRaise(True)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setIcon(themed_icon("drag-out", self.palette()))
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setText(self.tr("Please wait…") if self._is_pulled else self.tr("Drag to another app"))
        self.setToolTip(self.tr("Drag the colored photo to a folder or another app; click to save"))

    def changeEvent(self, event: QEvent) -> None:
        """Draw the icon anew in the colors of another theme."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(themed_icon("drag-out", self.palette()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where the hand took hold."""
        super().mousePressEvent(event)
        self._since = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Ask for the file once the hand has moved."""
        if self._since is None or self._is_pulled or not self.isDown():
            return
        moved = event.position().toPoint() - self._since
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._is_pulled = True
            self.retranslate()
            self.pulled.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go: a pull is no click, and a file that comes now is too late."""
        if self._is_pulled:
            self.setDown(False)
            self.let_go()
            self.given_up.emit()
        else:
            super().mouseReleaseEvent(event)

    def let_go(self) -> None:
        """End a pull that leads to nothing."""
        self._since, self._is_pulled = None, False
        self.retranslate()

    def offer(self, path: Path) -> None:
        """Begin the drag of a file, if the hand still holds."""
        if self._is_pulled:
            self.setDown(False)
            drag_file(self, path)
            self.let_go()


def drag_file(source: QWidget, path: Path) -> None:
    """Let the user drop a file somewhere; returns when they have."""
    drag, mime = QDrag(source), QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    drag.setMimeData(mime)
    drag.exec(Qt.DropAction.CopyAction)
