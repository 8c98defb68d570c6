import pytest
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication, QSystemTrayIcon, QWidget

from desktop.platform.icons import ICONS
from desktop.platform.notification import Notifier

# the offscreen platform has neither trays nor a stack of windows
pytestmark = pytest.mark.qt_log_ignore("systemTrayWindowChanged", r"raise\(\)", extend=True)


@pytest.fixture
def shown(monkeypatch):
    """What a desktop with a tray would show."""
    messages = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(
        QSystemTrayIcon, "showMessage", lambda _icon, title, text: messages.append(text)
    )
    return messages


@pytest.fixture
def window(qtbot, monkeypatch):
    monkeypatch.setattr(QApplication, "windowIcon", lambda: QIcon(str(ICONS / "kolorit.svg")))
    window = QWidget()
    qtbot.addWidget(window)
    return window


def look_at(monkeypatch, window):
    monkeypatch.setattr(QApplication, "activeWindow", lambda: window)


def test_who_looks_elsewhere_is_told(window, shown, monkeypatch):
    look_at(monkeypatch, None)
    notifier = Notifier(window)
    notifier.notify("All photos are done.")
    assert shown == ["All photos are done."]
    icon = notifier.findChild(QSystemTrayIcon)
    assert icon.isVisible()
    QApplication.instance().focusWindowChanged.emit(None)
    assert not icon.isVisible()


def test_who_looks_at_the_window_is_not_disturbed(window, shown, monkeypatch):
    look_at(monkeypatch, window)
    Notifier(window).notify("All photos are done.")
    assert shown == []


def test_a_message_that_is_clicked_brings_the_window(qtbot, window, shown, monkeypatch):
    look_at(monkeypatch, None)
    window.show()
    notifier = Notifier(window)
    notifier.notify("Paused.")
    window.close()
    notifier.findChild(QSystemTrayIcon).messageClicked.emit()
    assert window.isVisible()
    monkeypatch.undo()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_desktop_without_a_tray_is_no_obstacle(window, shown, monkeypatch):
    look_at(monkeypatch, None)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: False)
    Notifier(window).notify("All photos are done.")
    assert shown == []
