"""What a user does, as the window system tells it, and what they see."""

from PySide6.QtCore import (
    QEvent,
    QLibraryInfo,
    QMimeData,
    QPoint,
    QPointF,
    Qt,
    QUrl,
    QVersionNumber,
)
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.app.main_window import MainWindow

_IS_NEW = QLibraryInfo.version() >= QVersionNumber(6, 12)
ENTRY = QPointF(9, 9) if _IS_NEW else QPoint(9, 9)
"""Where a drag enters; Qt 6.12 wants it as a QPointF, earlier ones as a QPoint."""


def files(*paths):
    """What is dropped when files are."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def drop(window, mime):
    """Do what the window system does when the user lets go of something over the window."""
    actions, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(ENTRY, actions, mime, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, enter)
    if enter.isAccepted():
        event = QDropEvent(QPointF(9, 9), actions, mime, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(window, event)
    return enter.isAccepted()


def colored(drawing):
    return drawing.after is not None


def pixel(window):
    """The color a little to the right of the split line, as painted."""
    picture = window.viewer.grab().toImage()
    return picture.pixelColor(picture.width() // 2 + 60, picture.height() // 2)


def is_reddish(color):
    return color.red() > color.green() + 20


def choose(monkeypatch, path):
    """Answer the question where to save."""
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: path)


def told(qtbot, window):
    """Wait until the window knows what it wanted to know of a disk."""
    qtbot.waitUntil(lambda: not (window.saver._disk.is_busy or window.opener.is_looking))


def save(window):
    window.actions_by_name["save"].trigger()


def start_window(qtbot, engine, settings, sessions):
    """Return the real window, shown, with its model loaded."""
    window = MainWindow(engine, settings, sessions)
    qtbot.addWidget(window)
    window.show()
    looked, loaded = window._crashed.changed, window.coloring.model_loaded
    with qtbot.waitSignals([looked, loaded]):
        window.start()
    return window


def show_photo(qtbot, window, row):
    """Click one of the strip, and wait until it is colored."""
    strip = window.filmstrip
    with qtbot.waitSignal(window.coloring.photo_colored):
        place = strip.visualItemRect(strip.item(row)).center()
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=place)


def hover(widget):
    """Bring the mouse over a widget."""
    at = QPointF(3, 3)
    QApplication.sendEvent(widget, QEnterEvent(at, at, QPointF(widget.mapToGlobal(at))))


def unhover(widget):
    """Take the mouse away from it."""
    QApplication.sendEvent(widget, QEvent(QEvent.Type.Leave))
