import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFocusEvent, QImage, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from desktop.platform.qimage import qimage_from_rgb, rgb_from_qimage
from desktop.platform.theme import surround
from desktop.widgets.viewer.panes import Compare
from desktop.widgets.viewer.stand_in import StandIn
from desktop.widgets.viewer.tools.hint_tool import Mark
from desktop.widgets.viewer.viewer import Viewer
from engine.photo.photo import Window


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
    assert colors(loaded) == [surround(loaded.palette()).name()] * 2


def test_a_drawing_without_a_photo_is_ignored(viewer):
    viewer.show_drawing(Window(0, 0, 1, 1), filled("red"), None)
    assert colors(viewer) == [surround(viewer.palette()).name()] * 2


@pytest.mark.parametrize("size", [(801, 601), (800, 600), (333, 257)])
def test_a_fitted_photo_is_painted_exactly_as_it_was_drawn(qtbot, viewer, size):
    viewer.resize(*size)
    with qtbot.waitSignal(viewer.view_changed) as blocker:
        viewer.set_photo((2000, 3001))
    window, (height, width) = blocker.args
    noise = np.random.default_rng(0).integers(0, 256, (height, width, 3), dtype=np.uint8)
    viewer.show_drawing(window, qimage_from_rgb(noise), None)
    painted = rgb_from_qimage(viewer.grab().toImage())
    top, left = (painted.shape[0] - height) // 2, (painted.shape[1] - width) // 2
    candidates = [
        painted[t : t + height, x : x + width] for t in (top, top + 1) for x in (left, left + 1)
    ]
    assert any(np.array_equal(candidate, noise) for candidate in candidates)


def test_around_the_photo_is_the_surround(viewer):
    viewer.set_photo((600, 300))
    viewer.show_drawing(Window(0, 0, 600, 300), filled("red"), filled("blue"))
    viewer.grab()  # what was painted before is still in the buffer
    viewer.set_compare(Compare.SIDE_BY_SIDE)
    picture = viewer.grab().toImage()
    ground = surround(viewer.palette()).name()
    shown = [picture.pixelColor(x, 100).name() for x in (5, 100, 199, 300, 395)]
    assert shown == [ground, "#ff0000", ground, "#0000ff", ground]


def test_where_no_colors_are_yet_the_photo_is_gray(loaded):
    loaded.set_photo((600, 800))
    loaded.show_drawing(Window(0, 0, 600, 800), filled("gray"), None)
    loaded.show_actual_size()
    loaded.show_drawing(Window(150, 200, 300, 400), filled("red"), filled("blue"))
    loaded.set_zoom(0.5)
    assert loaded.grab().toImage().pixelColor(390, 20).name() == "#808080"


def test_resizing_asks_for_another_picture(qtbot, loaded):
    with qtbot.waitSignal(loaded.view_changed) as blocker:
        loaded.resize(600, 450)
    assert blocker.args == [Window(0, 0, 600, 800), (450, 600)]


def test_a_line_that_is_not_there_cannot_be_dragged(qtbot, viewer):
    viewer.set_photo((600, 800))
    viewer.show_drawing(Window(0, 0, 600, 800), filled("red"), None)
    drag(qtbot, viewer, (200, 100), (300, 100))
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.split == 0.5


def test_a_new_photo_shows_both_halves(qtbot, loaded):
    qtbot.keyClick(loaded, Qt.Key.Key_End)
    loaded.set_photo((600, 800))
    assert loaded.split == 0.5


def test_the_photo_moves_by_keyboard(qtbot, loaded):
    loaded.show_actual_size()
    with qtbot.waitSignal(loaded.view_changed) as blocker:
        qtbot.keyClick(loaded, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert blocker.args[0] == Window(150, 260, 300, 400)


def test_zooming_to_the_corner_keeps_the_corner(loaded):
    loaded.set_zoom(2.0, QPointF(0, 0))
    assert loaded._view.viewport.visible().top == 0
    assert loaded._view.viewport.visible().left == 0


def test_side_by_side_shows_the_same_view_twice(loaded):
    loaded.set_compare(Compare.SIDE_BY_SIDE)
    assert colors(loaded) == ["#ff0000", "#0000ff"]
    assert loaded.point_of(0.5, 0.5).x() == pytest.approx(300, abs=2)


def test_colored_only_has_no_line(qtbot, loaded):
    loaded.set_compare(Compare.COLORED)
    assert colors(loaded) == ["#0000ff", "#0000ff"]
    qtbot.keyClick(loaded, Qt.Key.Key_Left)
    assert loaded.split == 0.5


@pytest.mark.parametrize("compare", list(Compare))
def test_while_backslash_is_held_there_is_only_the_original(qtbot, loaded, compare):
    loaded.set_compare(compare)
    qtbot.keyPress(loaded, Qt.Key.Key_Backslash)
    assert colors(loaded) == ["#ff0000", "#ff0000"]
    qtbot.keyRelease(loaded, Qt.Key.Key_Backslash)
    assert "#0000ff" in colors(loaded)


def test_a_key_whose_release_goes_elsewhere_is_not_held_forever(qtbot, loaded):
    qtbot.keyPress(loaded, Qt.Key.Key_Backslash)
    QApplication.sendEvent(loaded, QFocusEvent(QEvent.Type.FocusOut))
    assert colors(loaded) == ["#ff0000", "#0000ff"]


def test_with_space_the_photo_moves_even_over_the_line(qtbot, loaded):
    loaded.set_zoom(2.0)
    before = loaded.point_of(0, 0)
    qtbot.keyPress(loaded, Qt.Key.Key_Space)
    drag(qtbot, loaded, (200, 100), (150, 80))
    assert loaded.split == 0.5
    moved = loaded.point_of(0, 0) - before
    assert (moved.x(), moved.y()) == (-50, -20)


def test_marks_are_seen_and_hit_only_while_colors_are_set(qtbot, loaded):
    loaded.split = 0.0
    loaded.hint_tool.show_marks([Mark(0.5, 0.5, (0, 0), (0, 255, 0))], -1)
    middle = loaded.point_of(0.5, 0.5).toPoint()
    assert loaded.grab().toImage().pixelColor(middle).name() == "#0000ff"
    loaded.tool = loaded.hint_tool
    assert loaded.grab().toImage().pixelColor(middle).name() == "#00ff00"
    with qtbot.waitSignal(loaded.hint_tool.mark_clicked) as clicked:
        qtbot.mouseClick(loaded, Qt.MouseButton.LeftButton, pos=middle)
    assert clicked.args == [0]


def test_a_click_tells_the_place_in_the_photo_in_every_arrangement(qtbot, loaded):
    loaded.tool = loaded.hint_tool
    loaded.split = 0.0
    for compare in Compare:
        loaded.set_compare(compare)
        where = loaded.point_of(0.25, 0.75).toPoint()
        with qtbot.waitSignal(loaded.hint_tool.spot_clicked) as clicked:
            qtbot.mouseClick(loaded, Qt.MouseButton.LeftButton, pos=where)
        assert clicked.args == pytest.approx([0.25, 0.75], abs=0.01)


def test_dragging_is_no_click(qtbot, loaded):
    loaded.tool = loaded.hint_tool
    loaded.split = 0.0
    with qtbot.assertNotEmitted(loaded.hint_tool.spot_clicked):
        drag(qtbot, loaded, (250, 150), (280, 170))


def test_doubt_covers_the_colors_and_not_the_original(loaded):
    loaded.show_doubt(filled("lime"), [(0.5, 0.9)])
    assert colors(loaded) == ["#ff0000", "#00ff00"]


def test_the_original_goes_when_the_key_is_let_go_though_its_modifier_went_first(qtbot, loaded):
    def key(kind, code):
        no = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(loaded, QKeyEvent(kind, code, no, 20, 0, 0))

    key(QEvent.Type.KeyPress, Qt.Key.Key_Backslash)
    assert loaded._peeks
    key(QEvent.Type.KeyRelease, Qt.Key.Key_ssharp)  # the key of that backslash, without AltGr
    assert not loaded._peeks


def test_a_crop_is_not_laid_over_the_small_picture_of_another_part(qtbot):
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(400, 300)
    viewer.show()
    red, gray = (QImage(8, 6, QImage.Format.Format_RGB32) for _ in range(2))
    red.fill(QColor("red"))
    gray.fill(QColor("gray"))
    viewer.await_photo("", StandIn(gray, red))
    viewer.set_photo((300, 400))
    viewer.show_drawing(Window(0, 0, 300, 400), gray, None)
    viewer.split = 0.0
    assert viewer.grab().toImage().pixelColor(200, 150) == QColor("red")
    viewer.tool = viewer.crop_tool
    assert viewer.grab().toImage().pixelColor(200, 150) == QColor("gray")
