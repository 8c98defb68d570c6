"""Colors are set, changed, moved, taken back: with the real window, mouse and network."""

import json
import math
import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtTest import QTest

from desktop.editing.hint_editing import _mark_rgb
from desktop.state import settings as keys
from engine.coloring.suggestions import rgb_of
from engine.errors import DeviceMemoryError
from engine.files.image_io import write_photo
from tests.desktop.editing.hinting import click, offered, point, set_color
from tests.tiny import gray_pixels


@pytest.fixture
def window(hinting_window):
    return hinting_window


def test_a_click_offers_plausible_colors_and_a_choice_colors_anew(qtbot, window):
    before = window.coloring.document.encoding
    hint = set_color(qtbot, window, 0.25, 0.75)
    assert (hint.row, hint.column) == pytest.approx((0.25, 0.75), abs=0.02)
    after = window.coloring.document.encoding
    assert not (before.ab == after.ab).all()
    assert len(window.viewer.hint_tool.marks) == window.adjust.hints.list.count() == 1


def test_the_offer_is_what_the_network_thinks_there(qtbot, window):
    window.actions_by_name["set-colors"].trigger()
    click(window, 0.5, 0.5)
    palette = window.hints.palette
    qtbot.waitUntil(lambda: offered(window))
    likeliest = window.coloring.document.encoding.distribution.plausible_colors(0.5, 0.5)[0]
    assert palette.choices[0].ab == pytest.approx(likeliest.ab)
    assert palette.choices[0].accessibleName().endswith(f"{palette.choices[0].text()} likely")


def test_in_a_low_window_the_panel_scrolls_to_what_belongs_to_a_new_hint(qtbot, window):
    window.adjust.restore.more.setChecked(True)
    window.resize(900, 520)
    panel, section = window.adjust, window.adjust.hints
    assert panel.verticalScrollBar().maximum() > 0
    set_color(qtbot, window)

    def is_seen(widget):
        corner = widget.mapTo(panel.viewport(), widget.rect().bottomRight())
        return panel.viewport().rect().contains(corner)

    assert all(is_seen(widget) for widget in (section.list, section.reach, section.clear))


def test_trying_colors_in_one_palette_is_one_step(qtbot, window):
    set_color(qtbot, window)
    palette = window.hints.palette
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(palette.gray, Qt.MouseButton.LeftButton)
    assert [hint.ab for hint in window.hints.hints] == [(0.0, 0.0)]
    assert window.album.current.stack.count() == 1
    assert window.actions_by_name["undo"].text() == "&Undo color hint"
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["undo"].trigger()
    assert window.hints.hints == ()
    assert window.adjust.hints.list.isHidden()


def test_any_color_of_the_wheel_can_be_had(qtbot, window):
    set_color(qtbot, window)
    wheel = window.hints.palette.wheel
    middle = wheel.rect().center()
    qtbot.mouseClick(wheel, Qt.MouseButton.LeftButton, pos=middle + QPoint(12, -12))
    a, b = window.hints.hints[0].ab
    assert math.degrees(math.atan2(b, a)) == pytest.approx(45, abs=8)
    assert math.hypot(a, b) > 10
    qtbot.keyClick(wheel, Qt.Key.Key_Right)
    assert window.hints.hints[0].ab[0] > a + 2
    assert window.hints.hints[0].ab[1] == pytest.approx(b, abs=2)
    assert window.album.current.stack.count() == 1


def test_a_hint_can_be_dragged_and_each_drag_is_one_step(qtbot, window):
    set_color(qtbot, window)
    window.hints.palette.hide()
    start, between, end = (point(window, *at) for at in ((0.5, 0.5), (0.2, 0.4), (0.8, 0.2)))
    for since, to in ((start, between), (between, end)):
        with qtbot.waitSignal(window.coloring.photo_colored):
            qtbot.mousePress(window.viewer, Qt.MouseButton.LeftButton, pos=since)
            for share in (0.3, 0.7, 1.0):
                qtbot.mouseMove(window.viewer, since + (to - since) * share)
            qtbot.mouseRelease(window.viewer, Qt.MouseButton.LeftButton, pos=to)
    hint = window.hints.hints[0]
    assert (hint.row, hint.column) == pytest.approx((0.8, 0.2), abs=0.02)
    assert window.album.current.stack.count() == 3
    window.history.stacks.undo()
    assert window.hints.hints[0].row == pytest.approx(0.2, abs=0.02)
    window.history.stacks.undo()
    assert window.hints.hints[0].row == pytest.approx(0.5, abs=0.02)


def test_a_hint_can_be_recolored_and_removed_by_its_mark(qtbot, window):
    set_color(qtbot, window)
    palette = window.hints.palette
    palette.hide()
    click(window, 0.5, 0.5)
    qtbot.waitUntil(lambda: palette.isVisible() and offered(window))
    assert palette.remove.isVisible()
    qtbot.mouseClick(palette.gray, Qt.MouseButton.LeftButton)
    assert window.hints.hints[0].ab == (0.0, 0.0)
    qtbot.mouseClick(palette.remove, Qt.MouseButton.LeftButton)
    assert window.hints.hints == ()


def test_hints_can_be_reached_and_removed_by_keyboard(qtbot, window):
    set_color(qtbot, window)
    window.hints.palette.hide()
    listed = window.adjust.hints.list
    listed.setFocus()
    listed.setCurrentRow(0)
    assert window.viewer.hint_tool.chosen == 0
    qtbot.keyClick(listed, Qt.Key.Key_Delete)
    assert window.hints.hints == ()


def test_colors_are_set_changed_and_picked_without_a_mouse(qtbot, window):
    viewer, palette = window.viewer, window.hints.palette
    window.actions_by_name["set-colors"].trigger()
    assert "cross" in viewer.accessibleDescription()
    viewer.setFocus()
    split = viewer.split
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(viewer, key)
    assert viewer.split == split
    row, column = viewer._overlay.aim
    assert row > 0.5
    assert column > 0.5
    qtbot.keyClick(viewer, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: palette.isVisible() and offered(window))
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.keyClick(palette.choices[0], Qt.Key.Key_Space)
    assert (window.hints.hints[0].row, window.hints.hints[0].column) == pytest.approx((row, column))
    palette.hide()
    qtbot.keyClick(viewer, Qt.Key.Key_Return)  # the cross stands on the mark now
    qtbot.waitUntil(palette.remove.isVisible)
    qtbot.keyClick(palette.pick, Qt.Key.Key_Space)
    for _ in range(4):
        qtbot.keyClick(viewer, Qt.Key.Key_Left)
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.keyClick(viewer, Qt.Key.Key_Enter)
    assert len(window.hints.hints) == 1


def test_the_aim_moves_the_photo_at_the_edge(qtbot, window):
    viewer = window.viewer
    window.actions_by_name["set-colors"].trigger()
    viewer.show_actual_size()
    viewer.set_zoom(40)
    before = viewer._view.viewport
    for _ in range(200):
        qtbot.keyClick(viewer, Qt.Key.Key_Right)
    assert viewer._view.viewport.left < before.left
    assert viewer.rect().contains(viewer._aim.toPoint())
    assert viewer._overlay.aim[1] == pytest.approx(1, abs=0.02)


def test_a_color_can_be_picked_from_the_photo(qtbot, window):
    set_color(qtbot, window)
    palette = window.hints.palette
    qtbot.mouseClick(palette.pick, Qt.MouseButton.LeftButton)
    assert palette.isHidden()
    click(window, 0.2, 0.2)
    picture = window.viewer._layers.color_at(0.2 * 40, 0.2 * 60, after=True)
    found = window.hints.hints[0]
    assert len(window.hints.hints) == 1
    shown = rgb_of(60, found.ab)
    assert abs((shown[0] - shown[2]) - (picture.red() - picture.blue())) < 60
    click(window, 0.9, 0.9)  # the tool sets colors again
    qtbot.waitUntil(palette.isVisible)


def test_what_is_picked_is_not_given_to_another_color(qtbot, window):
    set_color(qtbot, window, 0.2, 0.2)
    window.hints.palette.hide()
    other = set_color(qtbot, window, 0.8, 0.8)
    window.hints.edit(0)
    qtbot.mouseClick(window.hints.palette.pick, Qt.MouseButton.LeftButton)
    window.hints.remove(0)  # the one that the picked color was meant for
    assert window.viewer.tool is window.viewer.hint_tool
    click(window, 0.5, 0.5)
    assert window.hints.hints == (other,)


def test_undoing_ends_the_palette_of_what_is_undone(qtbot, window):
    set_color(qtbot, window)
    assert window.hints.palette.isVisible()
    window.actions_by_name["undo"].trigger()
    assert window.hints.palette.isHidden()


def test_a_question_clicked_while_picking_ends_picking(qtbot, window):
    window.actions_by_name["doubt"].trigger()
    overlay = window.viewer._overlay
    qtbot.waitUntil(lambda: overlay.doubt is not None)
    set_color(qtbot, window, 0.9, 0.9)
    qtbot.mouseClick(window.hints.palette.pick, Qt.MouseButton.LeftButton)
    window.viewer.question_clicked.emit(*overlay.questions[0])
    assert window.viewer.tool is window.viewer.hint_tool


def test_a_mark_has_the_color_of_the_palette(window):
    for ab in ((0.0, 0.0), (30.0, 20.0), (-20.0, 15.0), (5.0, -30.0)):
        mark, said = _mark_rgb(ab), rgb_of(62, ab)
        assert max(abs(a - b) for a, b in zip(mark, said, strict=True)) <= 1


def test_marks_are_painted_without_torch():
    """A photo with colors beside it may be opened before torch is there."""
    code = "import sys; from desktop.editing.hint_editing import _mark_rgb; _mark_rgb((9.0, 9.0)); "
    code += "assert 'torch' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)


def test_chosen_colors_are_offered_again_and_survive_a_restart(qtbot, window, settings):
    hint = set_color(qtbot, window)
    palette = window.hints.palette
    palette.hide()
    assert json.loads(settings.get(keys.RECENT_COLORS)) == [pytest.approx(hint.ab, abs=0.06)]
    click(window, 0.1, 0.9)
    qtbot.waitUntil(lambda: not palette.recent[0].isHidden())
    assert palette.recent[0].ab == pytest.approx(hint.ab, abs=0.06)


DEEP = pytest.param("[" * 100_000, id="deep")


@pytest.mark.parametrize("stored", ["nonsense", "[[1]]", '[["a", 2]]', "7", "[[1e9, 0]]", DEEP])
def test_a_spoilt_list_of_recent_colors_is_no_obstacle(qtbot, window, settings, stored):
    settings.set(keys.RECENT_COLORS, stored)
    set_color(qtbot, window)
    assert len(window.hints.hints) == 1


def test_colors_can_be_copied_to_another_photo(qtbot, window, tmp_path):
    copy, paste = (window.actions_by_name[f"{name}-colors"] for name in ("copy", "paste"))
    assert not copy.isEnabled()
    hint = set_color(qtbot, window)
    window.hints.palette.hide()
    assert not paste.isEnabled()
    copy.trigger()
    assert paste.isEnabled()
    picture = QImage(50, 50, QImage.Format.Format_RGB32)
    picture.fill(0xFF808080)
    with qtbot.waitSignal(window.coloring.photo_colored):
        QGuiApplication.clipboard().setImage(picture)
        window.actions_by_name["paste"].trigger()
    assert window.hints.hints == ()
    assert not copy.isEnabled()  # it would forget what was copied
    with qtbot.waitSignal(window.coloring.photo_colored):
        paste.trigger()
    assert window.hints.hints == (hint,)


def test_a_model_without_hints_says_so(qtbot, window):
    set_color(qtbot, window)
    window.hints.palette.hide()
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.adjust.model_chosen.emit("reddish")
    assert not window.adjust.hints.tool.isEnabled()
    assert "takes no color hints" in window.adjust.hints.note.text()
    assert not window.actions_by_name["set-colors"].isEnabled()
    assert not window.adjust.rows["vividness"].isEnabled()
    assert len(window.hints.hints) == 1  # for when a model that understands comes back


def test_vividness_and_detail_change_the_colors_and_can_be_undone(qtbot, window):
    first = window.coloring.document.encoding
    vivid = window.adjust.rows["vividness"]

    def rendered(drawing):
        return drawing.is_exact and drawing.scene.recipe.coloring.vividness == 3

    with qtbot.waitSignal(window.previews.drawn, check_params_cb=rendered) as drawn:
        vivid.box.setValue(300)
    assert window.coloring.document.encoding is first  # no pass of the network
    assert not (drawn.args[0].lively.encoding.ab == first.ab).all()
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.keyClick(window.adjust.detail.box, Qt.Key.Key_Down)  # High
    assert window.coloring.document.recipe.coloring.size == 100
    for _ in range(2):
        window.actions_by_name["undo"].trigger()
    assert vivid.value == 100
    assert not window.actions_by_name["undo"].isEnabled()


def test_doubt_is_shown_with_questions_that_can_be_clicked(qtbot, window):
    window.actions_by_name["doubt"].trigger()
    overlay = window.viewer._overlay
    qtbot.waitUntil(lambda: overlay.doubt is not None)
    assert overlay.questions
    at = window.viewer.point_of(*overlay.questions[0])
    where = QPoint(round(at.x()), round(at.y()))
    QTest.mouseClick(window.viewer, Qt.MouseButton.LeftButton, pos=where)
    qtbot.waitUntil(lambda: window.hints.palette.isVisible() and offered(window))
    assert window.adjust.hints.tool.isChecked()
    window.hints.palette.hide()
    window.actions_by_name["doubt"].trigger()
    assert overlay.doubt is None
    assert overlay.questions == overlay.doubt_lines == ()


def test_the_colors_follow_a_hint_that_is_dragged_without_a_rest(qtbot, window, engine, gate):
    """The pass under way is shown; of the places meanwhile, only the last is looked at."""
    set_color(qtbot, window)
    window.hints.palette.hide()
    seen, busy = [], gate()
    window.coloring.photo_colored.connect(lambda _: seen.append(window.hints.hints[0].row))
    engine.submit(busy)
    for row in (0.1, 0.2, 0.3, 0.4):
        window.hints._on_mark_moved(0, row, 0.5)
    busy.release.set()
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert window.hints.hints[0].row == 0.4


def test_the_palette_stays_on_the_screen(qtbot, window):
    palette = window.hints.palette
    room = palette.screen().availableGeometry()
    for corner in (room.topLeft(), room.bottomRight()):
        palette.open_at(corner, can_remove=False)
        assert room.contains(palette.geometry())
    palette.hide()


def test_an_error_of_offered_colors_is_told(window, wait_until_idle, monkeypatch):
    def fail(*_):
        raise DeviceMemoryError("cpu")

    monkeypatch.setattr("engine.coloring.suggestions.suggest", fail)
    window.actions_by_name["set-colors"].trigger()
    click(window, 0.5, 0.5)
    wait_until_idle()
    assert "not enough memory" in window.messages.text
    assert not offered(window)


def test_before_an_answer_the_palette_is_empty(qtbot, window, engine, gate):
    busy = gate()
    engine.submit(busy)
    window.actions_by_name["set-colors"].trigger()
    click(window, 0.5, 0.5)
    qtbot.waitUntil(window.hints.palette.isVisible)
    assert not offered(window)
    busy.release.set()
    qtbot.waitUntil(lambda: offered(window))


def test_outside_the_photo_nothing_is_offered(qtbot, window):
    window.actions_by_name["set-colors"].trigger()
    QTest.mouseClick(window.viewer, Qt.MouseButton.LeftButton, pos=QPointF(3, 3).toPoint())
    assert window.hints.palette.isHidden()


def test_a_photo_that_is_a_pixel_takes_a_hint(qtbot, window):
    picture = QImage(1, 1, QImage.Format.Format_RGB32)
    picture.fill(0xFF606060)
    with qtbot.waitSignal(window.coloring.photo_colored):
        QGuiApplication.clipboard().setImage(picture)
        window.actions_by_name["paste"].trigger()
    qtbot.waitUntil(lambda: window.viewer._layers.is_colored)
    window.viewer.split = 0.0
    set_color(qtbot, window)
    assert len(window.hints.hints) == 1


def test_a_color_can_be_picked_from_another_open_photo(qtbot, window, tmp_path):
    write_photo(tmp_path / "blue.png", gray_pixels(20, 30))
    window.album.add_paths([tmp_path / "blue.png"])
    other = window.album.items[-1]
    picture = QImage(112, 84, QImage.Format.Format_RGB32)
    picture.fill(QColor(40, 60, 200))
    window.album.set_thumbnail(other, picture, (other.kept, window.coloring.model.name, False))
    set_color(qtbot, window)
    palette, strip = window.hints.palette, window.filmstrip
    qtbot.mouseClick(palette.pick, Qt.MouseButton.LeftButton)
    middle = strip.visualItemRect(strip.item(1)).center()
    current = window.album.current
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert window.hints.hints[-1].ab[1] < -50
    assert len(window.hints.hints) == 1
    assert window.album.current is current
    assert window.viewer.tool is window.viewer.hint_tool
    with qtbot.waitSignal(window.opener.shown):  # from now on a click shows the photo again
        qtbot.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, pos=middle)


def outlined(window):
    """The part of the photo's height that the outline of the chosen color spans."""
    rows = [row for line in window.viewer.hint_tool.outline for row, _ in line]
    return max(rows) - min(rows) if rows else 0.0


def test_the_reach_of_a_color_is_outlined_and_dragging_it_is_one_step(qtbot, window):
    set_color(qtbot, window)
    reach = window.adjust.hints.reach
    assert reach.isVisibleTo(window)
    assert reach.value == 50
    before = window.coloring.document.encoding
    for percent in (60, 80, 100):  # as dragging does
        reach.slider.setValue(reach.scale.position(percent))
    qtbot.waitUntil(lambda: outlined(window) > 0.95)
    qtbot.waitUntil(lambda: window.coloring.document.is_up_to_date)
    assert window.hints.hints[0].reach == 1.0
    assert not (before.ab == window.coloring.document.encoding.ab).all()
    assert window.album.current.stack.count() == 2  # the color, its reach
    reach.slider.sliderReleased.emit()
    reach.slider.setValue(reach.scale.position(0))
    qtbot.waitUntil(lambda: outlined(window) < 0.5)
    assert window.album.current.stack.count() == 3
    assert window.actions_by_name["undo"].text() == "&Undo reach of a color hint"
    window.actions_by_name["undo"].trigger()
    assert reach.value == 100
    qtbot.waitUntil(lambda: outlined(window) > 0.95)


def test_without_a_chosen_color_there_is_no_reach_to_set(qtbot, window):
    reach = window.adjust.hints.reach
    assert not reach.isVisibleTo(window)
    set_color(qtbot, window)
    qtbot.waitUntil(lambda: outlined(window) > 0)
    window.hints.clear()
    assert not reach.isVisibleTo(window)
    assert window.viewer.hint_tool.outline == ()


def test_the_brush_takes_the_place_of_color_hints_and_says_so(qtbot, window):
    hints, heal = window.actions_by_name["set-colors"], window.actions_by_name["heal"]
    hints.trigger()
    heal.trigger()
    assert window.viewer.tool is window.viewer.brush_tool
    assert (heal.isChecked(), hints.isChecked(), window.adjust.hints.tool.isChecked()) == (
        True,
        False,
        False,
    )
    hints.trigger()
    assert window.viewer.tool is not window.viewer.brush_tool
    assert (heal.isChecked(), hints.isChecked()) == (False, True)
    window.actions_by_name["crop"].trigger()
    assert not hints.isChecked()
    window.actions_by_name["crop"].trigger()  # what was in hand is there again
    assert hints.isChecked()
    assert window.adjust.hints.tool.isChecked()
