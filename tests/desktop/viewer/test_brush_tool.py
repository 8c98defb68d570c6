import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QCursor, QImage
from PySide6.QtTest import QTest

from desktop.widgets.viewer.viewer import Viewer
from engine.photo.photo import Window

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


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
    viewer.brush_tool.set_radius(0.02)
    viewer.tool = viewer.brush_tool
    return viewer


@pytest.fixture
def strokes(viewer):
    drawn = []
    viewer.brush_tool.stroked.connect(drawn.append)
    return drawn


def drag(viewer, *points, modifier=Qt.KeyboardModifier.NoModifier):
    first, *rest = (QPoint(*point) for point in points)
    QTest.mousePress(viewer, LEFT, modifier, first)
    for point in rest:
        QTest.mouseMove(viewer, point)
    QTest.mouseRelease(viewer, LEFT, modifier, rest[-1])


def test_a_drag_is_a_stroke_in_units_of_the_photo(viewer, strokes):
    drag(viewer, (100, 150), (200, 150), (300, 75))
    (stroke,) = strokes
    assert np.allclose(stroke.points, [(0.5, 0.25), (0.5, 0.5), (0.25, 0.75)], atol=0.01)
    assert stroke.radius == 0.02
    assert not stroke.keeps


def test_alt_protects_and_so_does_the_brush_that_protects(viewer, strokes):
    drag(viewer, (100, 150), (200, 150), modifier=ALT)
    viewer.brush_tool.keeps = True
    drag(viewer, (100, 150), (200, 150))
    assert [stroke.keeps for stroke in strokes] == [True, True]


def test_shift_and_a_click_draw_a_straight_line_from_the_last_end(viewer, strokes):
    QTest.mouseClick(viewer, LEFT, pos=QPoint(100, 150))
    QTest.mouseClick(viewer, LEFT, SHIFT, QPoint(300, 75))
    dab, line = strokes
    assert len(dab.points) == 1
    assert line.points[0] == dab.points[0]
    assert np.allclose(line.points[1], (0.25, 0.75), atol=0.01)


def test_two_quick_clicks_are_two_dabs(viewer, strokes):
    QTest.mouseClick(viewer, LEFT, pos=QPoint(100, 150))
    QTest.mouseDClick(viewer, LEFT, pos=QPoint(100, 150))
    QTest.mouseRelease(viewer, LEFT, pos=QPoint(100, 150))
    assert len(strokes) == 2
    assert viewer.zoom == pytest.approx(1)


def test_keys_paint_and_change_the_size(viewer, strokes):
    sizes = []
    viewer.brush_tool.radius_changed.connect(sizes.append)
    QTest.keyClick(viewer, Qt.Key.Key_BracketRight)
    QTest.keyClick(viewer, Qt.Key.Key_BracketLeft)
    assert sizes == [pytest.approx(0.025), pytest.approx(0.02)]
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    assert len(strokes) == 1


BOTH = SHIFT | Qt.KeyboardModifier.ControlModifier


def test_ctrl_shift_and_a_click_choose_what_the_next_strokes_copy_from(viewer, strokes):
    QTest.mouseClick(viewer, LEFT, BOTH, QPoint(300, 75))
    assert strokes == []
    drag(viewer, (100, 150), (140, 150))
    QTest.mouseClick(viewer, LEFT, pos=QPoint(200, 200))
    for stroke in strokes:
        assert np.allclose(stroke.source, (0.25, 0.75), atol=0.01)
    drag(viewer, (100, 150), (140, 150), modifier=ALT)
    assert strokes[-1].keeps
    assert strokes[-1].source is None
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    QTest.mouseClick(viewer, LEFT, pos=QPoint(200, 200))
    assert strokes[-1].source is None


def test_keys_choose_what_to_copy_from_and_forget_it(viewer, strokes):
    seen = []
    brush = viewer.brush_tool
    brush.source_changed.connect(lambda: seen.append((brush.chooses_source, brush.source)))
    viewer.setFocus()
    QTest.keyClick(viewer, Qt.Key.Key_S)
    QTest.keyClick(viewer, Qt.Key.Key_Right)
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    assert strokes == []
    assert [chooses for chooses, _ in seen] == [True, False]
    source = brush.source
    assert source[1] > 0.5
    for _ in range(5):
        QTest.keyClick(viewer, Qt.Key.Key_Left)
    QTest.keyClick(viewer, Qt.Key.Key_Return)
    (stroke,) = strokes
    assert stroke.source == source
    assert stroke.points[0][1] < 0.5
    QTest.keyClick(viewer, Qt.Key.Key_S)
    assert brush.source is None
    assert not brush.chooses_source
    QTest.keyClick(viewer, Qt.Key.Key_S)
    QTest.keyClick(viewer, Qt.Key.Key_Escape)
    assert not brush.chooses_source


def test_a_drag_places_the_source_and_another_photo_forgets_it(viewer, strokes):
    drag(viewer, (100, 150), (200, 150), (300, 75), modifier=BOTH)
    assert strokes == []
    assert np.allclose(viewer.brush_tool.source, (0.25, 0.75), atol=0.01)
    viewer.set_photo((300, 400))
    assert viewer.brush_tool.source is None


def test_the_source_is_marked_and_moves_along_with_the_hand(viewer, strokes):
    def marks(column):
        seen = viewer.grab().toImage()
        return any(
            seen.pixelColor(column + dx, 75).green() > seen.pixelColor(column + dx, 75).red() + 40
            for dx in range(-3, 4)
        )

    QTest.mouseClick(viewer, LEFT, BOTH, QPoint(300, 75))
    assert marks(300)
    QTest.mousePress(viewer, LEFT, pos=QPoint(100, 150))
    QTest.mouseMove(viewer, QPoint(150, 150))
    assert marks(350)
    assert not marks(300)
    QTest.mouseRelease(viewer, LEFT, pos=QPoint(150, 150))
    assert marks(300)


def test_a_stroke_too_long_for_one_goes_on_copying_where_it_was(viewer, strokes, monkeypatch):
    monkeypatch.setattr("desktop.widgets.viewer.tools.brush_tool._MOST_POINTS", 3)
    QTest.mouseClick(viewer, LEFT, BOTH, QPoint(200, 75))
    drag(viewer, (100, 150), (120, 150), (140, 150), (160, 150), (180, 150))
    first, second, *_ = strokes
    way = second.points[0][1] - first.points[0][1]
    assert way > 0.05
    assert second.source[1] - first.source[1] == pytest.approx(way)


def test_the_stroke_under_way_is_seen(viewer):
    QTest.mousePress(viewer, LEFT, pos=QPoint(100, 150))
    QTest.mouseMove(viewer, QPoint(200, 150))
    seen = viewer.grab().toImage().pixelColor(150, 150)
    assert seen.red() > seen.green() + 30
    QTest.mouseRelease(viewer, LEFT, pos=QPoint(200, 150))


def test_the_cursor_is_as_large_as_the_brush(viewer):
    def side():
        cursor = viewer.brush_tool.cursor(viewer)
        return cursor.pixmap().width() if isinstance(cursor, QCursor) else 0

    viewer.brush_tool.set_radius(0.05)
    assert side() == pytest.approx(2 * 0.05 * 300, abs=6)
    viewer.set_zoom(2)
    assert side() == pytest.approx(2 * 0.05 * 300 * 2, abs=6)
    viewer.brush_tool.set_radius(0.0005)
    assert side() == 0


def test_a_slow_hand_leaves_few_points(viewer, strokes):
    drag(viewer, *((100 + n // 2, 150) for n in range(200)))
    assert len(strokes[0].points) < 80


@pytest.mark.parametrize("is_found_now", [True, False])
def test_what_is_being_found_is_seen_on_both_sides_of_the_split_line(viewer, is_found_now):
    gray = QImage(8, 6, QImage.Format.Format_RGB32)
    gray.fill(QColor("gray"))
    viewer.show_drawing(Window(0, 0, 300, 400), gray, gray)
    plain = viewer.grab().toImage()
    red = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    red.fill(QColor("red"))
    viewer.show_damage(red, is_found_now=is_found_now)
    seen = viewer.grab().toImage()
    assert seen.pixelColor(300, 50) == QColor("red")
    assert (seen.pixelColor(100, 50) == QColor("red")) is is_found_now
    viewer.show_damage(None)
    assert viewer.grab().toImage() == plain


def test_damage_and_a_finding_are_shown_over_the_photo(viewer):
    red = QImage(400, 300, QImage.Format.Format_ARGB32_Premultiplied)
    red.fill(Qt.GlobalColor.transparent)
    red.setPixelColor(50, 50, QColor("red"))
    viewer.show_damage(red)
    seen = viewer.grab().toImage()
    assert seen.pixelColor(50, 50).red() > seen.pixelColor(50, 50).green() + 50
    viewer.show_finding((0.5, 0.5, 0.1, 0.1))
    framed = viewer.grab().toImage()
    assert framed != seen
    viewer.set_zoom(4)
    viewer.look_at(0.9, 0.9)
    assert viewer.rect().contains(viewer.point_of(0.9, 0.9).toPoint())
    viewer.set_photo((300, 400))
    viewer.show_finding(None)
