"""The words beside the split line, and the small picture of the whole photo."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.state import settings as keys
from desktop.widgets.viewer.panes import Compare
from desktop.widgets.viewer.viewer import Viewer
from engine.photo.photo import Window
from engine.recipe.crop_frame import CropFrame
from tests.desktop.gestures import drop, files

LEFT = Qt.MouseButton.LeftButton


def filled(color):
    image = QImage(80, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(color))
    return image


@pytest.fixture
def viewer(qtbot):
    """A photo of 600 × 800 pixels, red before and blue after, in 300 × 400."""
    viewer = Viewer()
    qtbot.addWidget(viewer)
    viewer.resize(400, 300)
    viewer.show()
    viewer.set_photo((600, 800))
    viewer.show_drawing(Window(0, 0, 600, 800), filled("red"), filled("blue"))
    return viewer


def labels(viewer):
    """Whether there is a label left and right of the line: neither red nor blue is there."""
    picture = viewer.grab().toImage()
    x = round(viewer.split * viewer.width())
    plain = (QColor("red"), QColor("blue"))
    return [
        any(picture.pixelColor(x + dx, 14) not in plain for dx in reach)
        for reach in (range(-40, -18), range(18, 40))
        if x + reach[0] >= 0 and x + reach[-1] < 400
    ]


def test_words_beside_the_line_say_which_side_is_which(viewer):
    assert labels(viewer) == [True, True]
    viewer.show_labels(is_on=False)
    assert labels(viewer) == [False, False]


def test_a_label_goes_where_the_pointer_comes_and_comes_again(qtbot, viewer):
    qtbot.mouseMove(viewer, QPoint(100, 200))
    assert labels(viewer) == [True, True]
    qtbot.mouseMove(viewer, QPoint(180, 18))
    assert labels(viewer) == [False, True]
    QApplication.sendEvent(viewer, QEvent(QEvent.Type.Leave))
    assert labels(viewer) == [True, True]


def test_a_label_without_room_goes(viewer):
    viewer.split = 0.06
    picture = viewer.grab().toImage()
    assert {picture.pixelColor(x, 14).name() for x in range(15)} == {"#ff0000"}
    assert labels(viewer) == [True]


def test_side_by_side_both_are_named_beside_the_gap(viewer):
    viewer.set_compare(Compare.SIDE_BY_SIDE)
    viewer.fit()
    before = viewer.grab().toImage()
    viewer.show_labels(is_on=False)
    after = viewer.grab().toImage()
    changed = [x for x in range(400) if before.pixelColor(x, 14) != after.pixelColor(x, 14)]
    assert min(changed) < 180
    assert max(changed) > 220
    assert 199 not in changed
    viewer.show_labels(is_on=True)
    viewer.set_compare(Compare.COLORED)
    assert viewer.grab().toImage().pixelColor(200, 14).name() == "#0000ff"


def test_there_is_a_navigator_only_while_a_part_of_the_photo_is_seen(viewer):
    navigator = viewer.navigator
    assert navigator.isHidden()
    viewer.show_actual_size()
    assert navigator.isVisible()
    frame, whole = navigator.frame, navigator.rect()
    assert frame.width() == pytest.approx(whole.width() / 2, abs=2)
    assert frame.center().x() == pytest.approx(whole.center().x(), abs=2)
    color = navigator.grab().toImage().pixelColor(frame.center().toPoint())
    assert color.name() == "#0000ff"
    viewer.show_navigator(is_on=False)
    assert navigator.isHidden()
    viewer.show_navigator(is_on=True)
    viewer.fit()
    assert navigator.isHidden()


def test_its_frame_is_dragged_or_brought_where_one_clicks(qtbot, viewer):
    viewer.show_actual_size()
    navigator = viewer.navigator
    with qtbot.waitSignal(viewer.view_changed) as blocker:
        QTest.mouseClick(navigator, LEFT, pos=QPoint(2, 2))
    assert blocker.args[0] == Window(0, 0, 300, 400)
    start = navigator.frame.center().toPoint()
    QTest.mousePress(navigator, LEFT, pos=start)
    QTest.mouseMove(navigator, start + QPoint(navigator.width() // 4, 0))
    QTest.mouseRelease(navigator, LEFT, pos=start + QPoint(navigator.width() // 4, 0))
    assert viewer.point_of(0, 0).x() == pytest.approx(-200, abs=12)
    assert viewer.point_of(0, 0).y() == 0


def test_it_takes_no_keys_from_the_photo(qtbot, viewer):
    viewer.show_actual_size()
    viewer.setFocus()
    QTest.mouseClick(viewer.navigator, LEFT, pos=QPoint(2, 2))
    assert viewer.navigator.focusPolicy() is Qt.FocusPolicy.NoFocus
    split = viewer.split
    qtbot.keyClick(viewer, Qt.Key.Key_Left)
    assert viewer.split < split


def test_of_a_cropped_photo_it_shows_what_is_left_of_it(viewer):
    viewer.set_frame(CropFrame(300, 300, 300, 400))
    viewer.set_zoom(4)
    navigator = viewer.navigator
    assert navigator.width() == navigator.height()
    off = navigator.frame.center() - QPointF(navigator.rect().center())
    assert off.manhattanLength() < 3


def test_the_crop_tool_needs_no_navigator(viewer):
    viewer.show_actual_size()
    viewer.tool = viewer.crop_tool
    assert viewer.navigator.isHidden()


@pytest.mark.parametrize("name", ["labels", "navigator"])
def test_the_choice_is_remembered(qtbot, window, settings, name):
    action = window.actions_by_name[name]
    assert action.isChecked()
    action.trigger()
    is_on = {"labels": window.viewer._labels.is_on, "navigator": window.viewer._shows_navigator}
    assert not is_on[name]
    assert not settings.get({"labels": keys.LABELS, "navigator": keys.NAVIGATOR}[name])


def test_it_follows_the_real_photo(qtbot, window, gray_jpeg):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))
    qtbot.waitUntil(lambda: window.viewer._layers.is_colored)
    window.viewer.set_zoom(16)
    qtbot.waitUntil(window.viewer.navigator.isVisible)
    assert not window.viewer.navigator.frame.isEmpty()
