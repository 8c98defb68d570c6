"""Tell somebody who does something else meanwhile that a long work is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QSystemTrayIcon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class Notifier(QObject):
    """Asks for attention in the taskbar, and shows a message where the desktop can."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._icon: QSystemTrayIcon | None = None

    def notify(self, text: str) -> None:
        """Say something, unless the user is looking at this application anyway."""
        if QApplication.activeWindow() is not None:
            return
        QApplication.alert(self._window)
        if QSystemTrayIcon.isSystemTrayAvailable():
            self._tray().showMessage(QApplication.applicationDisplayName(), text)

    def _tray(self) -> QSystemTrayIcon:
        """Return the icon that messages come from; it goes when the user comes."""
        if self._icon is None:
            self._icon = QSystemTrayIcon(QApplication.windowIcon(), self)
            self._icon.activated.connect(self._come_forward)
            self._icon.messageClicked.connect(self._come_forward)
            app = QGuiApplication.instance()
            assert isinstance(app, QGuiApplication)
            app.focusWindowChanged.connect(self._icon.hide)
        self._icon.show()
        return self._icon

    @Slot()
    def _come_forward(self) -> None:
        self._window.show()  # it may have been closed
        self._window.raise_()
        self._window.activateWindow()
