"""Ready colors for what photographs often show, a kind at a time."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from desktop.widgets.palette.ready_colors import GROUPS, MOST_READY
from desktop.widgets.palette.swatch import SwatchRow

# pyside6-lupdate finds the words where they are marked
translate = QCoreApplication.translate


class ReadyRow(QWidget):
    """Kinds to choose from, and the colors of one of them.

    Signals:
        ab_chosen(a: float, b: float)
        ab_tried(ab: Ab | None)
    """

    ab_chosen = Signal(float, float)
    ab_tried = Signal(object)

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kinds = tuple(QToolButton() for _ in GROUPS)
        self.row = SwatchRow(MOST_READY, width)
        self.row.ab_chosen.connect(self.ab_chosen)
        self.row.ab_tried.connect(self.ab_tried)
        kinds = QHBoxLayout()
        kinds.setSpacing(4)
        for index, button in enumerate(self.kinds):
            button.setCheckable(True)
            button.setAutoRaise(True)
            # not a group: there, Tab reaches only the one that is chosen
            button.clicked.connect(lambda _=False, index=index: self.show_kind(index))
            kinds.addWidget(button)
        kinds.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(kinds)
        column.addWidget(self.row)
        self.kind = 0
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        for (name, _), button in zip(GROUPS, self.kinds, strict=True):
            button.setText(translate("ReadyColors", name))
        self.show_kind(self.kind)

    def show_kind(self, kind: int) -> None:
        """Show the colors of a kind."""
        self.kind = kind
        for index, button in enumerate(self.kinds):
            button.setChecked(index == kind)
        colors = GROUPS[kind][1]
        for color, swatch in zip(colors, self.row.show_count(len(colors)), strict=True):
            swatch.show_color(color.ab, color.lightness, translate("ReadyColors", color.name))
