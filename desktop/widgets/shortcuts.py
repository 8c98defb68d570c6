"""All keys at a glance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.dialog_buttons import dialog_buttons

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_SIZE = (620, 600)


class Shortcuts(QDialog):
    """Lists the keys of the window's commands, then those of the photo.

    Args:
        commands: Asked for the name and the keys of each command, again in another language.
        parent: The window.
    """

    def __init__(
        self, commands: Callable[[], Sequence[tuple[str, str]]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._commands = commands
        self.resize(*_SIZE)
        self.table = QTableWidget(0, 2)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)  # Tab leaves the table
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        self.table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        buttons = dialog_buttons(self, QDialogButtonBox.StandardButton.Close)
        close = buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setAutoDefault(False)  # it would look as if it had the focus
        close.setDefault(False)
        whole = QVBoxLayout(self)
        whole.addWidget(self.table)
        whole.addWidget(buttons)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self.table.setAccessibleName(self.tr("Keyboard shortcuts"))
        self.table.setHorizontalHeaderLabels([self.tr("Action"), self.tr("Shortcut")])
        rows = [*self._commands(), *self._of_photo()]
        self.table.setRowCount(len(rows))
        for index, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
                self.table.setItem(index, column, item)
        self.table.resizeColumnToContents(1)

    def _of_photo(self) -> Sequence[tuple[str, str]]:
        return (
            (self.tr("Move the split line"), f"←  →  {_key('Home')}  {_key('End')}"),
            (self.tr("Move the photo"), f"{_key('Shift+Left')}  ↑  →  ↓"),
            (self.tr("Place a color hint with the keyboard"), f"←  ↑  →  ↓  {_key('Return')}"),
            (self.tr("Color palette: choose, cancel"), f"{_key('Return')}  {_key('Esc')}"),
            (self.tr("Hold to show the original"), "\\"),
            (
                self.tr("Drag the photo with any tool"),
                self.tr("%1 + mouse").replace("%1", _key("Space")),
            ),
            (self.tr("Brush: change its size"), "[  ]"),
            (self.tr("Cropping: move the rectangle"), "←  ↑  →  ↓"),
            (self.tr("Cropping: change its size"), f"{_key('Shift+Left')}  ↑  →  ↓"),
            (self.tr("Cropping: straighten"), "[  ]"),
            (self.tr("Cropping: apply, cancel"), f"{_key('Return')}  {_key('Esc')}"),
            (
                self.tr("Delete the selected hint, or take the selected photos off the list"),
                _key("Delete"),
            ),
            (
                self.tr("Cancel what is running, close the variations, leave full screen"),
                _key("Esc"),
            ),
        )


def _key(name: str) -> str:
    """Return what a key is called on this system, in the user's language."""
    return QKeySequence(name).toString(QKeySequence.SequenceFormat.NativeText)
