"""A layperson chooses a color: sees it in the photo first, and can always go back."""

import json

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.main_window import MainWindow
from desktop.state import settings as keys
from engine.coloring.suggestions import Choice
from engine.photo.one_color import lab_from_rgb
from tests.desktop.editing.hinting import click, offered, set_color
from tests.desktop.gestures import hover, unhover

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(hinting_window):
    return hinting_window


@pytest.fixture
def palette(qtbot, window):
    """Open, at the middle of the photo, with colors to choose from."""
    window.actions_by_name["set-colors"].trigger()
    click(window, 0.5, 0.5)
    palette = window.hints.palette
    qtbot.waitUntil(lambda: palette.isVisible() and offered(window))
    return palette


@pytest.fixture
def drawn(window):
    drawings = []
    window.previews.drawn.connect(drawings.append)
    return drawings


def shows_trial(window, drawn):
    return bool(drawn) and drawn[-1].scene.developed is not window.coloring.document.developed


def is_as_it_was(window, drawn):
    return bool(drawn) and drawn[-1].scene.developed is window.coloring.document.developed


def test_nothing_moves_when_the_colors_come(qtbot, window, engine, gate):
    busy = gate()
    engine.submit(busy)
    window.actions_by_name["set-colors"].trigger()
    click(window, 0.5, 0.5)
    palette = window.hints.palette
    qtbot.waitUntil(palette.isVisible)
    assert palette._suggested_title.text() == "Looking for colors…"
    waiting = places(palette)
    busy.release.set()
    qtbot.waitUntil(lambda: offered(window))
    assert palette._suggested_title.text() == "Suggested colors"
    assert places(palette) == waiting
    qtbot.mouseClick(palette.choices[0], LEFT)
    assert places(palette) == waiting


def places(palette):
    return palette.geometry(), {each: each.geometry() for each in palette.findChildren(QWidget)}


def test_a_model_that_suggests_nothing_leaves_the_room_empty(qtbot, palette):
    before = palette.geometry()
    palette.show_offer([], [], None)
    assert palette._suggested_title.text() == "This model suggests no colors"
    assert palette.geometry() == before


def test_a_color_that_is_looked_at_is_seen_in_the_photo_and_nothing_is_decided(
    qtbot, window, palette, drawn
):
    document = window.coloring.document
    before = document.recipe, document.developed
    hover(palette.choices[0])
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    assert drawn[-1].scene.recipe.coloring.hints[0].ab == palette.choices[0].ab
    assert drawn[-1].after != drawn[-1].before
    assert (document.recipe, document.developed) == before
    assert window.album.current.stack.count() == 0
    assert not window.actions_by_name["undo"].isEnabled()
    unhover(palette.choices[0])
    qtbot.waitUntil(lambda: is_as_it_was(window, drawn))


def test_the_keyboard_looks_at_colors_too(qtbot, window, palette, drawn):
    qtbot.keyClick(palette.choices[0], Qt.Key.Key_Right)
    assert palette.choices[1].hasFocus()
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    assert drawn[-1].scene.recipe.coloring.hints[0].ab == palette.choices[1].ab
    qtbot.keyClick(palette.choices[1], Qt.Key.Key_Return)
    assert palette.isHidden()
    assert [hint.ab for hint in window.hints.hints] == [palette.choices[1].ab]


def test_what_was_looked_at_is_taken_without_flicker_or_a_second_pass(
    qtbot, window, palette, drawn
):
    document = window.coloring.document
    old = document.developed
    hover(palette.choices[0])
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    made = drawn[-1].scene.developed
    drawn.clear()
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(palette.choices[0], LEFT)
    assert document.developed.seen is made.seen
    unhover(palette.choices[0])
    qtbot.waitUntil(lambda: is_as_it_was(window, drawn))
    assert old not in [drawing.scene.developed for drawing in drawn]


def test_only_the_last_color_that_was_looked_at_is_shown(
    qtbot, window, palette, drawn, engine, gate
):
    busy = gate()
    engine.submit(busy)
    for swatch in palette.choices[:2]:
        hover(swatch)
    busy.release.set()
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    tried = {
        drawing.scene.recipe.coloring.hints[0].ab
        for drawing in drawn
        if drawing.scene.recipe.coloring.hints
    }
    assert tried == {palette.choices[1].ab}


def test_escape_leaves_everything_as_it_was(qtbot, window, palette, drawn):
    for button in (palette.choices[0], palette.gray, palette.choices[1]):
        with qtbot.waitSignal(window.coloring.photo_colored):
            qtbot.mouseClick(button, LEFT)
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert window.hints.hints == ()
    assert window.album.current.stack.count() == 0
    assert not window.actions_by_name["undo"].isEnabled()
    qtbot.waitUntil(lambda: is_as_it_was(window, drawn))


def test_escape_gives_a_hint_its_old_color_back(qtbot, window):
    hint = set_color(qtbot, window)
    palette = window.hints.palette
    palette.hide()
    window.hints.edit(0)
    qtbot.waitUntil(lambda: palette.isVisible() and offered(window))
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(palette.gray, LEFT)
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.keyClick(palette, Qt.Key.Key_Escape)
    assert window.hints.hints == (hint,)
    assert window.album.current.stack.count() == 1


def test_a_trial_ends_also_if_the_photo_has_changed_otherwise_meanwhile(
    qtbot, window, palette, drawn, engine, gate
):
    hover(palette.choices[0])
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    busy = gate()
    engine.submit(busy)
    qtbot.mouseClick(palette.choices[0], LEFT)
    unhover(palette.choices[0])  # what was chosen stays until the photo has it
    window.adjust.rows["strength"].box.setValue(50)
    busy.release.set()
    qtbot.waitUntil(lambda: window.coloring.document.is_up_to_date)
    qtbot.waitUntil(lambda: window.previews._trial is None)
    assert len(window.hints.hints) == 1


def test_escape_also_ends_what_is_only_looked_at(qtbot, window, palette, drawn):
    hover(palette.choices[0])
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    qtbot.keyClick(palette, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: is_as_it_was(window, drawn))
    assert window.hints.hints == ()


def test_a_code_can_be_typed(qtbot, window, palette):
    palette.hex.setFocus()
    palette.hex.selectAll()
    qtbot.keyClicks(palette.hex, "#8b5a2")
    assert window.hints.hints == ()
    qtbot.keyClicks(palette.hex, "b")
    a, b = lab_from_rgb((0x8B, 0x5A, 0x2B))[1]
    assert window.hints.hints[0].ab == pytest.approx((a, b))
    qtbot.keyClicks(palette.hex, "zz")
    assert palette.hex.text() == "#8b5a2b"
    qtbot.keyClick(palette.hex, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert len(window.hints.hints) == 1


def test_a_light_tone_says_that_it_has_no_strong_blue_and_takes_a_weak_one(qtbot, window, palette):
    palette.show_offer([], [], None, 92)
    for way in (lambda: qtbot.keyClicks(palette.hex, "0000ff"), lambda: press_blue(palette)):
        palette.hex.clear()
        way()
        assert palette.note.text() == "This tone is too light for a strong blue."
        assert -30 < window.hints.hints[0].ab[1] < 0
        qtbot.mouseClick(palette.gray, LEFT)
        assert palette.note.text() == ""


def test_a_code_says_that_it_looks_like_another_color_on_a_light_or_dark_tone(qtbot, palette):
    for lightness, words in (
        (85, "This place is lighter than that color: it gets a tint."),
        (42, ""),
        (20, "This place is darker than that color: it gets a shade."),
    ):
        palette.show_offer([], [], None, lightness)
        palette.hex.clear()
        qtbot.keyClicks(palette.hex, "6b5a4b")  # a brown, weak enough for any tone
        assert palette.note.text() == words


def test_the_photo_is_shown_in_the_color_of_the_wheel_that_the_mouse_is_over(
    qtbot, window, palette, drawn
):
    middle = palette.wheel.rect().center()
    point(palette.wheel, middle + QPoint(20, 30))
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    assert window.hints.hints == ()
    point(palette.wheel, middle + QPoint(74, 74))  # beside the wheel
    qtbot.waitUntil(lambda: is_as_it_was(window, drawn))
    point(palette.wheel, middle + QPoint(20, 30))
    qtbot.waitUntil(lambda: shows_trial(window, drawn))
    unhover(palette.wheel)
    qtbot.waitUntil(lambda: is_as_it_was(window, drawn))
    assert window.hints.hints == ()


def test_after_a_click_on_the_wheel_a_trembling_hand_tries_nothing_else(qtbot, palette):
    tried = []
    palette.ab_tried.connect(tried.append)
    at = palette.wheel.rect().center() + QPoint(20, 30)
    QTest.mouseClick(palette.wheel, LEFT, pos=at)
    tried.clear()
    point(palette.wheel, at + QPoint(2, 2))
    assert tried == []
    point(palette.wheel, at + QPoint(9, 9))
    assert len(tried) == 1


def point(widget, place):
    """Move the mouse there with no button down."""
    at = QPointF(place)
    none = Qt.MouseButton.NoButton
    QApplication.sendEvent(
        widget,
        QMouseEvent(
            QEvent.Type.MouseMove,
            at,
            QPointF(widget.mapToGlobal(at)),
            none,
            none,
            Qt.KeyboardModifier.NoModifier,
        ),
    )


def press_blue(palette):
    middle = palette.wheel.rect().center()
    QTest.mouseClick(palette.wheel, LEFT, pos=middle + QPoint(38, 56))


def test_ready_colors_are_there_for_what_photos_show(qtbot, window, palette):
    ready = palette.ready
    assert [kind.text() for kind in ready.kinds] == ["Skin", "Hair", "Wood", "Uniforms"]
    before = palette.geometry()
    qtbot.mouseClick(ready.kinds[3], LEFT)
    assert palette.geometry() == before
    navy = next(s for s in ready.row.swatches if s.accessibleName() == "navy blue")
    qtbot.mouseClick(navy, LEFT)
    assert window.hints.hints[0].ab == navy.ab


def test_colors_of_dark_cloth_are_shown_light_enough_to_tell_apart(palette):
    palette.show_offer([Choice((2.0, -20.0), (8, 10, 30), 0.5)], [], None, 8)
    assert palette.choices[0].accessibleName() == "navy – 50 % likely"
    color = palette.choices[0].color
    assert color.blue() > color.red() + 20
    assert color.lightness() > 90


def test_it_never_hides_the_place_it_is_for_and_marks_it(qtbot, window, palette):
    for row, column in ((0.1, 0.1), (0.9, 0.9), (0.5, 0.98), (0.02, 0.5)):
        palette.hide()
        click(window, row, column)
        qtbot.waitUntil(palette.isVisible)
        at = window.viewer.mapToGlobal(window.viewer.point_of(row, column)).toPoint()
        assert not palette.geometry().adjusted(-15, -15, 15, 15).contains(at)
        assert window.viewer.hint_tool.spot == pytest.approx((row, column), abs=0.03)
    palette.hide()
    assert window.viewer.hint_tool.spot is None


def test_it_stays_where_it_was_moved_to_also_another_day(
    qtbot, window, palette, settings, engine, sessions
):
    palette.move(window.mapToGlobal(QPoint(30, 40)))
    qtbot.keyClick(palette.grip, Qt.Key.Key_Right)
    there = window.mapFromGlobal(palette.pos())
    assert json.loads(settings.get(keys.PALETTE_PLACE)) == [there.x(), there.y()]
    palette.hide()
    click(window, 0.5, 0.95)
    qtbot.waitUntil(palette.isVisible)
    assert window.mapFromGlobal(palette.pos()) == there
    palette.hide()
    other = MainWindow(engine, settings, sessions)
    qtbot.addWidget(other)
    assert other.hints.palette.wanted_place == there


def test_a_double_click_on_its_title_brings_it_back(qtbot, window, palette, settings):
    usual = palette.pos()
    start = palette.grip.rect().center()
    qtbot.mousePress(palette.grip, LEFT, pos=start)
    qtbot.mouseMove(palette.grip, start + QPoint(-60, -30))
    qtbot.mouseRelease(palette.grip, LEFT)
    assert settings.get(keys.PALETTE_PLACE) != ""
    qtbot.mouseDClick(palette.grip, LEFT, pos=start)
    assert (palette.pos() - usual).manhattanLength() <= 4  # the frame that a system adds
    assert settings.get(keys.PALETTE_PLACE) == ""


@pytest.mark.parametrize("stored", ["nonsense", "[1]", '["a", 2]', "7", "[1e99, 0]"])
def test_a_spoilt_place_is_no_obstacle(window, settings, stored):
    settings.set(keys.PALETTE_PLACE, stored)
    assert window.hints._palette_place() is None


def test_it_fits_on_a_small_screen(palette):
    assert QRect(0, 0, 1280, 700).size().expandedTo(palette.size()) == QRect(0, 0, 1280, 700).size()
    assert palette.height() < 500
