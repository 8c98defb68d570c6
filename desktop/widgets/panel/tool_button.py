"""A button that takes a tool into the hand, and shows from afar whether it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionButton, QWidget


class ToolButton(QPushButton):
    """Stays pressed in the color of selections: dark themes hardly tell pressed from not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setCheckable(True)

    def initStyleOption(self, option: QStyleOptionButton) -> None:  # noqa: N802 - Qt's name
        """Color what is painted where the tool is in hand."""
        super().initStyleOption(option)
        if self.isChecked():
            palette = QPalette(option.palette)
            palette.setBrush(QPalette.ColorRole.Button, palette.highlight())
            palette.setBrush(QPalette.ColorRole.ButtonText, palette.highlightedText())
            option.palette = palette
