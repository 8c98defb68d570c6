"""What became of the photos that a person may want to see to, with pictures, and what can be done.

Pictures that are not at hand are asked for when their row comes into view.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.widgets.plain import Label, tip_of
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent, QShowEvent

_PICTURE = QSize(192, 96)


class Row(NamedTuple):
    """A photo, and what became of it."""

    n: int
    """Number in the batch."""
    name: str
    words: Callable[[], str]
    """What became of it, in the language there is now."""
    picture: bytes
    """A file's content; empty if it has to be asked for."""
    can_be_colored: bool


class ResultList(QWidget):
    """A list that is read once and acted upon.

    Signals:
        picture_wanted(n: int): a row without a picture came into view; asked once.
        color_requested(numbers: list[int]): skipped photos are to be colored all the same.
    """

    picture_wanted = Signal(int)
    color_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list, self.color, self.hint = QListWidget(), QPushButton(), Label()
        self._rows: list[Row] = []
        self._asked: set[int] = set()
        self.list.setIconSize(_PICTURE)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.color.setAutoDefault(False)
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.addWidget(self.hint, 1)
        row.addWidget(self.color)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        column.addLayout(row)
        self._looking = QTimer(self)  # once, after the rows have found their places
        self._looking.setSingleShot(True)
        self._looking.timeout.connect(self._ask_for_visible)
        self.list.verticalScrollBar().valueChanged.connect(self._look_soon)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.color.clicked.connect(self._on_color)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all words anew."""
        self.list.setAccessibleName(self.tr("Photos to see to"))
        self.color.setText(self.tr("&Color anyway"))
        self.hint.setText(
            self.tr(
                "Select skipped photos to color them anyway: their results get names of their own, "
                "and nothing is replaced."
            )
        )
        for index, row in enumerate(self._rows):
            self._name(self.list.item(index), row)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these photos instead of others."""
        self._rows, self._asked = list(rows), set()
        self.list.clear()
        for row in rows:
            item = QListWidgetItem()
            item.setIcon(_icon_of(QImage.fromData(row.picture)))
            self._name(item, row)
            self.list.addItem(item)
        can_color = any(row.can_be_colored for row in rows)
        self.color.setVisible(can_color)
        self.hint.setVisible(can_color)
        self._on_selected()
        self._look_soon()

    def show_picture(self, n: int, image: QImage) -> None:
        """Show the picture that was asked for; one of a photo that is not shown is ignored."""
        for index, row in enumerate(self._rows):
            if row.n == n and not image.isNull():
                self.list.item(index).setIcon(_icon_of(image))

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for pictures of what can be seen."""
        super().showEvent(event)
        self._look_soon()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for pictures of what can be seen."""
        super().resizeEvent(event)
        self._look_soon()

    def _name(self, item: QListWidgetItem, row: Row) -> None:
        item.setText(f"{printable(row.name)}\n{printable(row.words())}")
        item.setToolTip(tip_of(row.name))

    def _look_soon(self, *_: object) -> None:
        self._looking.start(0)

    def _ask_for_visible(self) -> None:
        if not self.isVisible():
            return
        seen = self.list.viewport().rect()
        for index, row in enumerate(self._rows):
            place = self.list.visualItemRect(self.list.item(index))
            if not row.picture and row.n not in self._asked and place.intersects(seen):
                self._asked.add(row.n)
                self.picture_wanted.emit(row.n)

    def _chosen(self) -> list[int]:
        rows = [self._rows[self.list.row(item)] for item in self.list.selectedItems()]
        return [row.n for row in rows if row.can_be_colored]

    def _on_selected(self) -> None:
        self.color.setEnabled(bool(self._chosen()))

    def _on_color(self) -> None:
        self.color_requested.emit(self._chosen())


def _icon_of(image: QImage) -> QIcon:
    """Return an icon of the one size that all have, so that the words stand in a column."""
    canvas = QPixmap(_PICTURE)
    canvas.fill(Qt.GlobalColor.transparent)
    if not image.isNull():
        _paint(canvas, image)
    icon = QIcon(canvas)
    icon.addPixmap(canvas, QIcon.Mode.Selected)  # not tinted: its colors are what is looked at
    return icon


def _paint(canvas: QPixmap, image: QImage) -> None:
    shown = image.scaled(
        _PICTURE,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    painter = QPainter(canvas)
    left, top = (canvas.width() - shown.width()) // 2, (canvas.height() - shown.height()) // 2
    painter.drawImage(left, top, shown)
    painter.end()
