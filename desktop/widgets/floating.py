"""Something that floats over the lower edge of another widget, and never moves it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_MARGIN = 12
"""Pixels to the edges of what lies below."""
_WIDEST = 760
"""Pixels; longer lines are hard to read."""


class Floating(QObject):
    """Keeps a widget at the lower edge of its parent, in the middle, as high as it has to be."""

    def __init__(self, widget: QWidget, over: QWidget) -> None:
        super().__init__(widget)
        self._widget, self._over = widget, over
        widget.setParent(over)
        over.installEventFilter(self)

    def place(self) -> None:
        """Find the place anew: it has more or less to say."""
        widget, room = (
            self._widget,
            self._over.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN),
        )
        width = min(_WIDEST, room.width())
        layout = widget.layout()
        height = widget.sizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            height = layout.totalHeightForWidth(width)
        left = room.left() + (room.width() - width) // 2
        widget.setGeometry(left, room.bottom() + 1 - height, width, height)
        widget.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow what lies below."""
        if watched is self._over and event.type() == QEvent.Type.Resize:
            self.place()
        return super().eventFilter(watched, event)
