"""Tells what somebody looks at: the mouse is over it, or the keyboard on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_BY_KEYS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_ENDS = (QEvent.Type.Leave, QEvent.Type.FocusOut, QEvent.Type.Hide)


class Attention(QObject):
    """Watches a widget. A focus that a click has left behind does not count.

    Signals:
        changed(is_on: bool)
    """

    changed = Signal(bool)

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._is_on = False
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Listen to mouse and keyboard; nothing is taken from the widget."""
        kind = event.type()
        by_keys = isinstance(event, QFocusEvent) and event.reason() in _BY_KEYS
        if kind == QEvent.Type.Enter or (kind == QEvent.Type.FocusIn and by_keys):
            self._is_on = True
            self.changed.emit(True)  # noqa: FBT003 - Qt's signal
        elif kind in _ENDS and self._is_on:
            self._is_on = False
            self.changed.emit(False)  # noqa: FBT003 - Qt's signal
        return super().eventFilter(watched, event)
