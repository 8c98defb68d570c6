import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.widgets.viewer import Viewer
from engine.photo import Window


def filled(color, width=80, height=60):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


@pytest.fixture
def viewer(qtbot):
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(400, 300)
    viewer.show()
    return viewer


@pytest.fixture
def loaded(viewer):
    viewer.set_photo((600, 800))
    viewer.show_drawing(Window(0, 0, 600, 800), filled("red"), filled("blue"))
    return viewer


def colors(viewer):
    picture = viewer.grab().toImage()
    return [picture.pixelColor(x, 100).name() for x in (20, 380)]


def drag(qtbot, viewer, start, end):
    qtbot.mousePress(viewer, Qt.MouseButton.LeftButton, pos=QPoint(*start))
    qtbot.mouseMove(viewer, QPoint(*end))
    qtbot.mouseRelease(viewer, Qt.MouseButton.LeftButton, pos=QPoint(*end))


def test_before_is_left_and_after_is_right(loaded):
    assert colors(loaded) == ["#ff0000", "#0000ff"]


def test_the_line_can_be_dragged(qtbot, loaded):
    drag(qtbot, loaded, (200, 100), (396, 100))
    assert loaded.split == pytest.approx(0.99)
    assert colors(loaded) == ["#ff0000", "#ff0000"]


def test_the_line_moves_by_keyboard(qtbot, loaded):
    qtbot.keyClick(loaded, Qt.Key.Key_Left)
    assert loaded.split == pytest.approx(0.48)
    qtbot.keyClick(loaded, Qt.Key.Key_Home)
    assert colors(loaded) == ["#0000ff", "#0000ff"]
    qtbot.keyClick(loaded, Qt.Key.Key_End)
    assert loaded.split == 1


def test_without_a_colored_photo_there_is_no_line(viewer):
    viewer.set_photo((600, 800))
    viewer.show_drawing(Window(0, 0, 600, 800), filled("red"), None)
    assert colors(viewer) == ["#ff0000", "#ff0000"]


def test_the_wheel_zooms_to_the_cursor_and_asks_for_what_is_visible(qtbot, loaded):
    with qtbot.waitSignal(loaded.view_changed) as blocker:
        QApplication.sendEvent(
            loaded,
            QWheelEvent(
                QPointF(390, 290),
                loaded.mapToGlobal(QPointF(390, 290)),
                QPoint(),
                QPoint(0, 720),
                Qt.MouseButton.NoButton,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            ),
        )
    window, size = blocker.args
    assert loaded.zoom == pytest.approx(0.5 * 1.25**6)
    assert window.top < 580 < window.top + window.height  # what was under the cursor
    assert window.left < 780 < window.left + window.width
    assert size[0] <= 301
    assert size[1] <= 401


def test_a_zoomed_photo_can_be_dragged_and_fitted_again(qtbot, loaded):
    loaded.show_actual_size()
    assert loaded.zoom == 1
    with qtbot.waitSignal(loaded.view_changed) as blocker:
        drag(qtbot, loaded, (100, 100), (150, 130))
    assert blocker.args[0] == Window(120, 150, 300, 400)
    loaded.fit()
    assert loaded.zoom == 0.5


def test_a_double_click_switches_between_fit_and_actual_size(qtbot, loaded):
    for zoom in (1, 0.5):
        qtbot.mouseDClick(loaded, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
        assert loaded.zoom == zoom


def test_another_photo_takes_the_pictures_of_the_last_one_away(loaded):
    loaded.set_photo((10, 10))
    assert colors(loaded) == ["#262626", "#262626"]


def test_a_drawing_without_a_photo_is_ignored(viewer):
    viewer.show_drawing(Window(0, 0, 1, 1), filled("red"), None)
    assert colors(viewer) == ["#262626", "#262626"]
