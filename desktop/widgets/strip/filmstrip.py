"""The open photos in a row: which are colored, which wait, which failed and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QPoint,
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QIcon
from PySide6.QtWidgets import QAbstractItemView, QListView, QListWidget, QListWidgetItem

from desktop.widgets.plain import tip_of
from desktop.widgets.strip.thumb_picture import THUMB, thumb_icon
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from PySide6.QtGui import QDropEvent, QImage, QKeyEvent, QMouseEvent
    from PySide6.QtWidgets import QWidget

_BESIDE, _BELOW = 16, 14
"""Room around a picture and its name."""
_ID = Qt.ItemDataRole.UserRole
_WAYS: dict[int, int] = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}


class Filmstrip(QListWidget):
    """Click shows a photo, dragging moves it, Delete closes all that are selected.

    Signals:
        chosen(item_id: int)
        selection_changed(ids: list[int])
        closed(ids: list[int])
        arranged(ids: list[int])
        menu_requested(place: QPoint): a menu for what is selected, on the screen.
        color_picked(color: QColor): while :meth:`set_picking`, instead of all the others.
    """

    chosen = Signal(int)
    selection_changed = Signal(object)
    closed = Signal(object)
    arranged = Signal(object)
    menu_requested = Signal(QPoint)
    color_picked = Signal(QColor)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current_id: int | None = None
        self._left_out: frozenset[int] = frozenset()
        self._is_picking = False
        self._stepped_from: int | None = None
        self._passed = {1: 0, -1: 0}
        """By the way of a step: how many did not open beside the photo that was stepped from."""
        self._by_id: dict[int, QListWidgetItem] = {}
        """Those in the strip: a folder may hold thousands."""
        self._blanks: dict[tuple[str, tuple[str, ...], float], QIcon] = {}
        """Of photos that have no picture yet, by what is said in it: drawn once for all."""
        self._looks: dict[int, tuple[object, ...]] = {}
        """What entries show: no picture is drawn twice."""
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Snap)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setIconSize(THUMB)
        self.setViewportMargins(0, 6, 0, 0)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._fit_words()
        self.retranslate()
        self.currentItemChanged.connect(self._on_current)
        self.itemSelectionChanged.connect(self._tell_selection)
        self.hide()

    def retranslate(self) -> None:
        """Set all words anew, but for those of the photos."""
        self.setAccessibleName(self.tr("Open photos"))

    def changeEvent(self, event: QEvent) -> None:
        """Make room for larger letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit_words()

    def _fit_words(self) -> None:
        cell = THUMB + QSize(_BESIDE, _BELOW + self.fontMetrics().height())
        self.setGridSize(cell)
        for entry in self._entries():
            entry.setSizeHint(cell)
        self.setFixedHeight(cell.height() + self.horizontalScrollBar().sizeHint().height() + 10)

    @property
    def selected_ids(self) -> list[int]:
        """Those that are selected, in order; what is hidden is not."""
        rows = sorted(self.row(entry) for entry in self.selectedItems() if not entry.isHidden())
        return [self.item(row).data(_ID) for row in rows]

    def show_items(self, ids: Sequence[int]) -> None:
        """Show these photos in this order; entries that stay keep what they show."""
        selected = set(self.selected_ids)
        with QSignalBlocker(self):
            known, current = self._by_id, self.currentItem()
            while self.count():
                self.takeItem(0)
            self._by_id = {item_id: known.get(item_id) or self._entry(item_id) for item_id in ids}
            self._looks = {one: look for one, look in self._looks.items() if one in self._by_id}
            for entry in self._by_id.values():
                self.addItem(entry)
                if entry is current:
                    self.setCurrentItem(entry, QItemSelectionModel.SelectionFlag.NoUpdate)
                entry.setSelected(entry.data(_ID) in selected)
                entry.setHidden(entry.data(_ID) in self._left_out)  # a row's, and it has another
        self._tell_selection()
        self.setVisible(len(ids) > 1)

    def leave_out(self, ids: Collection[int]) -> None:
        """Hide these photos, and no others; what is hidden is not selected."""
        if self._left_out == ids:
            return
        self._left_out = frozenset(ids)
        for entry in self._entries():
            is_hidden = entry.data(_ID) in self._left_out
            entry.setHidden(is_hidden)
            if is_hidden:
                entry.setSelected(False)

    @property
    def left_out(self) -> int:
        """How many are hidden."""
        return len(self._left_out)

    def show_entry(
        self,
        item_id: int,
        name: str,
        state: str,
        picture: QImage | None,
        marks: tuple[str, ...] = (),
    ) -> None:
        """Show a photo's name, what has become of it, and what it looks like.

        Args:
            item_id: Of one of :meth:`show_items`.
            name: Below the picture; empty for one that has no file.
            state: ``waiting``, ``coloring``, ``done``, or why it failed.
            picture: None while there is none.
            marks: What else is to be said, of :data:`thumb_picture.MARKS`.
        """
        name = printable(name) or self.tr("Pasted image")
        words = {
            "waiting": (self.tr("waiting"), "…"),
            "coloring": (self.tr("being colored"), "…"),
            "done": (self.tr("colored"), ""),
        }
        said, badge = words.get(state, (state, "!"))
        of_marks = {
            "edited": self.tr("edited"),
            "saved": self.tr("saved"),
            "flagged": self.tr("flagged"),
        }
        said = ", ".join((said, *(of_marks[mark] for mark in marks)))
        entry = self._by_id.get(item_id)
        key = None if picture is None else picture.cacheKey()
        look = name, said, badge, marks, key, self.devicePixelRatioF()
        if entry is not None and self._looks.get(item_id) != look:
            self._looks[item_id] = look
            entry.setText(name)
            entry.setIcon(self._icon_of(picture, badge, marks))
            both = self.tr("%1: %2").replace("%2", printable(said)).replace("%1", name)
            entry.setToolTip(tip_of(both))
            entry.setData(Qt.ItemDataRole.AccessibleTextRole, both)

    def show_current(self, item_id: int | None) -> None:
        """Mark the photo that is shown, if any, without a signal."""
        if item_id != self._stepped_from:
            self._stepped_from = None
        self._current_id = item_id
        entry = None if item_id is None else self._by_id.get(item_id)
        with QSignalBlocker(self):
            if item_id is None:
                self.setCurrentRow(-1)  # or a click on what Qt calls current would do nothing
            elif entry is not None:
                if entry is not self.currentItem():
                    # by itself Qt would add it to what is selected, and so to what Delete closes
                    self.setCurrentItem(entry, QItemSelectionModel.SelectionFlag.ClearAndSelect)
                self.scrollToItem(entry)
        self._tell_selection()

    def step(self, way: int) -> None:
        """Choose the photo a place further on, 1 or −1, if there is one.

        One that did not open is passed the next time: it would lead back for ever.
        """
        if self._stepped_from is None:
            self._stepped_from, self._passed = self._current_id, {1: 0, -1: 0}
        ahead = range(self.currentRow() + way, self.count() if way > 0 else -1, way)
        rows = [row for row in ahead if not self.item(row).isHidden()]
        if self._passed[way] < len(rows):
            entry = self.item(rows[self._passed[way]])
            self._passed[way] += 1
            self.setCurrentItem(entry, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @Slot(bool)
    def set_picking(self, is_on: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Let a click take a color from a picture instead of showing the photo."""
        self._is_picking = is_on
        if is_on:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.viewport().unsetCursor()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a color, if one is wanted."""
        place = event.position().toPoint()
        if not self._is_picking:
            super().mousePressEvent(event)
        elif self.itemAt(place) is not None:
            dot = self.viewport().grab(QRect(place, QSize(1, 1))).toImage()
            self.color_picked.emit(dot.pixelColor(0, 0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu; with the keyboard, beside the photo that is shown."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        entry = self.currentItem() if by_key else self.itemAt(event.pos())
        if entry is None or self._is_picking:
            event.ignore()
            return
        middle = self.visualItemRect(entry).center() if by_key else event.pos()
        self.menu_requested.emit(self.viewport().mapToGlobal(middle))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take Delete, and Page Down and Up as the photo does: a row of a few has no pages."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected_ids:
            self.closed.emit(self.selected_ids)
        elif event.key() in _WAYS and not event.modifiers():
            self.step(_WAYS[event.key()])
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell the new order."""
        super().dropEvent(event)
        self.arranged.emit([entry.data(_ID) for entry in self._as_seen()])

    def _as_seen(self) -> list[QListWidgetItem]:
        """Return all entries in the order on the screen; those that are hidden keep their rows."""
        # in icon mode entries are moved on the screen only; their places tell the order
        entries = self._entries()
        seen = [entry for entry in entries if not entry.isHidden()]
        moved = iter(sorted(seen, key=lambda entry: self.visualItemRect(entry).x()))
        return [entry if entry.isHidden() else next(moved) for entry in entries]

    def _tell_selection(self) -> None:
        self.selection_changed.emit(self.selected_ids)

    def _entries(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _entry(self, item_id: int) -> QListWidgetItem:
        entry = QListWidgetItem(self._icon_of(None, "…", ()), "")
        entry.setData(_ID, item_id)
        entry.setSizeHint(self.gridSize())
        return entry

    def _icon_of(self, picture: QImage | None, badge: str, marks: tuple[str, ...]) -> QIcon:
        kind = badge, marks, self.devicePixelRatioF()
        if picture is not None:
            return thumb_icon(picture, *kind)
        if kind not in self._blanks:
            self._blanks[kind] = thumb_icon(None, *kind)
        return self._blanks[kind]

    def _on_current(self, entry: QListWidgetItem | None) -> None:
        # Qt tells it again when entries come and go around it
        if entry is not None and entry.data(_ID) != self._current_id:
            self._current_id = entry.data(_ID)
            self.chosen.emit(self._current_id)
