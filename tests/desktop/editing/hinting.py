"""Color hints, as a user sets them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest


def point(window, row, column):
    at = window.viewer.point_of(row, column)
    return QPoint(round(at.x()), round(at.y()))


def click(window, row, column):
    QTest.mouseClick(window.viewer, Qt.MouseButton.LeftButton, pos=point(window, row, column))


def offered(window):
    return any(not swatch.isHidden() for swatch in window.hints.palette.choices)


def set_color(qtbot, window, row=0.5, column=0.5, choice=0):
    """Click a spot, wait for the palette, take one of its colors; return its color."""
    palette = window.hints.palette
    if not window.adjust.hints.tool.isChecked():
        window.actions_by_name["set-colors"].trigger()
    click(window, row, column)
    qtbot.waitUntil(lambda: palette.isVisible() and offered(window))
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(palette.choices[choice], Qt.MouseButton.LeftButton)
    return window.hints.hints[-1]
