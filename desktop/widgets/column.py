"""A column of controls that scrolls where the window is low."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

_MARGIN = 8
"""Pixels that stay free below what is scrolled to."""


class Column(QScrollArea):
    """Never scrolls sideways: it is as wide as its words need, in any language and letter size."""

    def __init__(self, least_width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._least_width = least_width
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the controls that Tab reaches
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_new(self, part: QWidget) -> None:
        """Scroll to a part that has just been filled, once the event loop has made room for it."""
        QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, _MARGIN))

    def sizeHint(self) -> QSize:
        """Return what shows everything."""
        return QSize(self._needed_width(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return what shows every word."""
        return QSize(self._needed_width(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt’s name
        """Ask for another width when the words inside have changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _needed_width(self) -> int:
        inside: QWidget | None = (
            self.widget()
        )  # Qt's Python types do not say that there may be none
        words = inside.minimumSizeHint().width() if inside is not None else 0
        return max(self._least_width, words + self.verticalScrollBar().sizeHint().width())
