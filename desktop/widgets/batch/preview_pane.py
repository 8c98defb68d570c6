"""A few photos of a batch, before and after, beside the form: neither moves the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets.plain import Label, tip_of
from engine.console import printable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QImage

_ROWS, _COLUMNS = 3, 2


class Pair(NamedTuple):
    """A photo before and after."""

    name: str
    before: QImage
    after: QImage


class PreviewPane(QWidget):
    """As large with pictures as without."""

    def __init__(self, picture: QSize, parent: QWidget | None = None) -> None:
        """Make an empty pane.

        Args:
            picture: The size that the largest picture has.
            parent: As of all widgets.
        """
        super().__init__(parent)
        self._picture = picture
        self.heads = Label(), Label()
        self.hint = Label()
        self.pictures = [[Label() for _ in range(_COLUMNS)] for _ in range(_ROWS)]
        self.names = [Label() for _ in range(_ROWS)]
        self._is_hint_about_none = False
        self._lay_out()
        self.retranslate()
        self.show_pairs(())

    def retranslate(self) -> None:
        """Set all words anew."""
        self.setAccessibleName(self.tr("Preview"))
        before, after = self.heads
        before.setText(self.tr("Before"))
        after.setText(self.tr("After"))
        self._show_hint()

    def show_pairs(self, pairs: Sequence[Pair], *, none_found: bool = False) -> None:
        """Show photos, at most as many as there are rows.

        Args:
            pairs: The photos.
            none_found: Whether there are none because none would be colored.
        """
        self._is_hint_about_none = none_found
        self._show_hint()
        self.hint.setVisible(not pairs)
        for head in self.heads:
            head.setVisible(bool(pairs))
        for row in range(_ROWS):
            pair = pairs[row] if row < len(pairs) else None
            name = self.names[row]
            name.clear()
            for label in self.pictures[row]:
                label.clear()
            if pair is None:
                continue
            shown = printable(pair.name)
            name.setText(name.fontMetrics().elidedText(shown, _MIDDLE, self._width))
            name.setToolTip(tip_of(pair.name))
            for label, image in zip(self.pictures[row], (pair.before, pair.after), strict=True):
                label.setPixmap(QPixmap.fromImage(image))
                label.setToolTip(tip_of(pair.name))
                label.setAccessibleName(shown)

    @property
    def count(self) -> int:
        """How many photos are shown."""
        return sum(not pair[0].pixmap().isNull() for pair in self.pictures)

    @property
    def _width(self) -> int:
        return _COLUMNS * self._picture.width()

    def _show_hint(self) -> None:
        if self._is_hint_about_none:
            text = self.tr(
                "None of the photos that were tried would be colored: they are in color already, "
                "have a result, or cannot be read."
            )
        else:
            text = self.tr("Photos that would be colored appear here, before and after.")
        self.hint.setText(text)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        for column, head in enumerate(self.heads):
            grid.addWidget(head, 0, column, Qt.AlignmentFlag.AlignHCenter)
            grid.setColumnMinimumWidth(column, self._picture.width())
        for row, (labels, name) in enumerate(zip(self.pictures, self.names, strict=True)):
            for column, label in enumerate(labels):
                label.setAlignment(Qt.AlignmentFlag.AlignCenter)
                grid.addWidget(label, 1 + 2 * row, column)
            grid.addWidget(name, 2 + 2 * row, 0, 1, _COLUMNS, Qt.AlignmentFlag.AlignHCenter)
            grid.setRowMinimumHeight(1 + 2 * row, self._picture.height())
            grid.setRowMinimumHeight(2 + 2 * row, name.fontMetrics().height())
        self.hint.setWordWrap(True)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(self.hint, 1, 0, 2 * _ROWS, _COLUMNS)
        whole = QVBoxLayout(self)
        whole.addLayout(grid)
        whole.addStretch(1)
        self.setFixedWidth(self._width + 3 * grid.spacing() + 24)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)


_MIDDLE = Qt.TextElideMode.ElideMiddle
