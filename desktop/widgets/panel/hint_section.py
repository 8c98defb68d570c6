"""The part of the panel that lists the hints of a photo."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.note import Note
from desktop.widgets.palette.color_names import color_name
from desktop.widgets.panel.slider_row import Scale, SliderRow
from desktop.widgets.panel.tool_button import ToolButton
from desktop.widgets.plain import tip_of
from desktop.widgets.viewer.tools.hint_tool import origin_words
from engine.console import printable
from engine.recipe.hint import NATURAL_REACH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from desktop.widgets.viewer.tools.hint_tool import Mark

_ICON = 16
_MOST_ROWS = 6
"""Without scrolling."""


class HintList(QListWidget):
    """A list whose Delete key means it.

    Signals:
        delete_pressed()
    """

    delete_pressed = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete and Backspace."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class HintSection(QWidget):
    """Says how to set colors, lists those that are set, and lets go of them.

    Signals:
        tool_toggled(is_on: bool)
        selected(index: int): -1 for none.
        activated(index: int): the user wants to change this one.
        removed(index: int)
        cleared()
        reach_changed(percent: int): of the chosen hint, while its slider is dragged too.
        reach_settled(): the slider was let go.
        shared(): the color of the chosen hint is wanted in other photos.
        menu_requested(place: QPoint, index: int): a menu of a hint, at a place on the screen.
        grew(): a hint was added or chosen, and with it there is more to see.
    """

    tool_toggled = Signal(bool)
    selected = Signal(int)
    activated = Signal(int)
    removed = Signal(int)
    cleared = Signal()
    reach_changed = Signal(int)
    reach_settled = Signal()
    shared = Signal()
    menu_requested = Signal(QPoint, int)
    grew = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tool = ToolButton()
        self.tool.toggled.connect(self.tool_toggled)
        self.note = Note()
        self.list = HintList()
        self.list.setIconSize(QSize(_ICON, _ICON))
        self.list.currentRowChanged.connect(self.selected)
        self.list.itemActivated.connect(lambda item: self.activated.emit(self.list.row(item)))
        self.list.delete_pressed.connect(self._remove)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._ask_menu)
        self.share, self._can_share = QPushButton(), False
        self.share.clicked.connect(self.shared)
        self.remove, self.clear = QPushButton(), QPushButton()
        self.remove.clicked.connect(self._remove)
        self.clear.clicked.connect(self.cleared)
        self.reach = SliderRow(Scale(0, 100, round(NATURAL_REACH * 100)))
        self.reach.value_changed.connect(self.reach_changed)
        self.reach.slider.sliderReleased.connect(self.reach_settled)
        row = QHBoxLayout()
        row.addWidget(self.remove)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for widget in (self.tool, self.note, self.list, self.reach, self.share):
            column.addWidget(widget)
        column.addLayout(row)
        self._marks: tuple[Mark, ...] = ()
        self.show_hints((), -1)
        self.show_ability(can_hint=True)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.tool.setText(self.tr("Add &color hints"))
        self.list.setAccessibleName(self.tr("Color hints"))
        self.remove.setText(self.tr("De&lete hint"))
        self.clear.setText(self.tr("Delete &all"))
        self.share.setText(self.tr("Use in other photos…"))
        tip = self.tr("From a spot over its object to the whole photo; double-click for 50 %")
        self.reach.show_words(self.tr("Reach"), tip, self.tr(" %"))
        text = self.tr("Click something in the photo and choose its color.")
        if not self.tool.isEnabledTo(self):
            text = self.tr("This model takes no color hints. Choose another one.")
        self.note.setText(text)
        for row, mark in enumerate(self._marks):
            self._say(self.list.item(row), mark)

    def show_sharing(self, *, can_share: bool) -> None:
        """Show whether there are other photos that may get the color of a hint."""
        self._can_share = can_share
        self.share.setVisible(can_share and self.list.currentRow() >= 0)

    def show_ability(self, *, can_hint: bool) -> None:
        """Show whether the model in use understands hints."""
        self.tool.setEnabled(can_hint)
        if not can_hint:
            self.tool.setChecked(False)
        self.retranslate()

    def show_hints(self, marks: Sequence[Mark], chosen: int) -> None:
        """List the hints; no signal comes of it."""
        grew = chosen >= 0 and (len(marks) > len(self._marks) or self.reach.isHidden())
        self._marks = tuple(marks)
        with QSignalBlocker(self.list):
            self.list.clear()
            for mark in marks:
                self.list.addItem(self._item(mark))
            self.list.setCurrentRow(chosen)
        rows = min(len(marks), _MOST_ROWS)
        self.list.setFixedHeight(rows * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth())
        for widget in (self.list, self.remove, self.clear):
            widget.setVisible(bool(marks))
        self.reach.setVisible(chosen >= 0)
        if chosen >= 0:
            self.reach.show_value(round(marks[chosen].reach * 100))
        self.show_sharing(can_share=self._can_share)
        if grew:
            self.grew.emit()

    def _item(self, mark: Mark) -> QListWidgetItem:
        square = QPixmap(_ICON, _ICON)
        square.fill(QColor(*mark.rgb))
        item = QListWidgetItem(QIcon(square), "")
        self._say(item, mark)
        return item

    def _say(self, item: QListWidgetItem, mark: Mark) -> None:
        words, origin = self._words(mark), origin_words(mark)
        item.setToolTip(tip_of(f"{words} – {origin}") if origin else "")
        if mark.origin:
            name = color_name(mark.ab, mark.lightness)
            words = self.tr("%1, from “%2”").replace("%1", name)
            words = words.replace("%2", printable(mark.origin))
        item.setText(words)

    def _words(self, mark: Mark) -> str:
        name = color_name(mark.ab, mark.lightness)
        if mark.shown is None:
            return self.tr("%1, outside the crop").replace("%1", name)
        text = self.tr("%1 at %2 %, %3 %")
        row, column = mark.shown
        for number, value in enumerate((name, round(column * 100), round(row * 100)), start=1):
            text = text.replace(f"%{number}", str(value))
        return text

    def _ask_menu(self, point: QPoint) -> None:
        row = self.list.indexAt(point).row()
        if row >= 0:
            self.menu_requested.emit(self.list.viewport().mapToGlobal(point), row)

    def _remove(self) -> None:
        if self.list.currentRow() >= 0:
            self.removed.emit(self.list.currentRow())
