"""A tool may take a drag for itself: a stroke, before or after the photo is colored."""

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPen
from PySide6.QtTest import QTest

from desktop.widgets.viewer.tools.tool import Tool
from desktop.widgets.viewer.viewer import Viewer
from engine.photo.photo import Window


class Brush(Tool):
    """Records strokes, and draws the last one."""

    aims = True

    def __init__(self):
        super().__init__()
        self.strokes, self.ended, self.keys = [], 0, []

    def cursor(self, canvas):
        return Qt.CursorShape.BlankCursor

    def press(self, canvas, point):
        self.strokes.append([canvas.place_at(point)])
        return True

    def move(self, canvas, point):
        self.strokes[-1].append(canvas.place_at(point, clamp=True))
        self.changed.emit()

    def release(self, canvas):
        self.ended += 1

    def click(self, canvas, point):
        self.strokes.append([canvas.place_at(point)])

    def key(self, canvas, event):
        self.keys.append(event.key())
        return event.key() == Qt.Key.Key_BracketLeft

    def paint(self, canvas, painter):
        painter.setPen(QPen(QColor("lime"), 6))
        for stroke in self.strokes:
            painter.drawPolyline([canvas.point_of(*place) for place in stroke])


@pytest.fixture
def viewer(qtbot):
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(400, 300)
    viewer.show()
    viewer.set_photo((300, 400))
    gray = QImage(8, 6, QImage.Format.Format_RGB32)
    gray.fill(QColor("gray"))
    viewer.show_drawing(Window(0, 0, 300, 400), gray, None)
    viewer.brush = Brush()
    viewer.brush.changed.connect(viewer.update)
    viewer.tool = viewer.brush
    return viewer


def stroke(viewer, *points):
    first, *rest = (QPoint(*point) for point in points)
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=first)
    for point in rest:
        QTest.mouseMove(viewer, point)
    QTest.mouseRelease(viewer, Qt.MouseButton.LeftButton, pos=rest[-1])


def test_a_drag_is_a_stroke_and_the_photo_stays(viewer):
    before = viewer.point_of(0, 0)
    stroke(viewer, (100, 100), (150, 100), (200, 150), (900, 150))
    (drawn,) = viewer.brush.strokes
    expected = [(1 / 3, 0.25), (1 / 3, 0.375), (0.5, 0.5), (0.5, 1.0)]
    assert np.allclose(drawn, expected, atol=0.01)
    assert viewer.brush.ended == 1
    assert viewer.point_of(0, 0) == before
    assert viewer.grab().toImage().pixelColor(125, 100).name() == "#00ff00"
    assert viewer.cursor().shape() == Qt.CursorShape.BlankCursor


def test_the_middle_button_moves_the_photo_whatever_the_tool(viewer):
    viewer.set_zoom(4)
    before = viewer.point_of(0, 0)
    QTest.mousePress(viewer, Qt.MouseButton.MiddleButton, pos=QPoint(100, 100))
    QTest.mouseMove(viewer, QPoint(80, 90))
    QTest.mouseRelease(viewer, Qt.MouseButton.MiddleButton, pos=QPoint(80, 90))
    assert viewer.brush.strokes == []
    assert viewer.point_of(0, 0) != before


def test_keys_reach_the_tool_first_and_aim_before_the_photo_is_colored(viewer):
    assert viewer.aims
    for key in (Qt.Key.Key_BracketLeft, Qt.Key.Key_Right, Qt.Key.Key_Return):
        QTest.keyClick(viewer, key)
    assert viewer.brush.keys == [Qt.Key.Key_BracketLeft, Qt.Key.Key_Right, Qt.Key.Key_Return]
    assert viewer.brush.strokes == [[pytest.approx((0.5, 0.53), abs=0.005)]]


def test_another_tool_ends_a_drag(viewer):
    QTest.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    viewer.tool = viewer.look_tool
    QTest.mouseMove(viewer, QPoint(200, 200))
    assert viewer.brush.strokes == [[pytest.approx((1 / 3, 0.25), abs=0.01)]]


def test_what_needs_colors_waits_for_them(viewer):
    viewer.tool = viewer.hint_tool
    assert not viewer.aims
    said = []
    viewer.hint_tool.spot_clicked.connect(lambda *place: said.append(place))
    QTest.mouseClick(viewer, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    assert said == []
