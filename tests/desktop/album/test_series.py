"""What is set in one frame of a scene is set in the others, unasked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.state import settings as keys
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Coloring
from tests.desktop.album.album_photos import (
    hints_of,
    item_of,
    open_album,
    show_colored,
    write_album,
)
from tests.desktop.editing.hinting import set_color

OWN = Hint(0.5, 0.5, (40.0, 20.0))


@pytest.fixture
def paths(tmp_path):
    return write_album(tmp_path)


@pytest.fixture
def window(qtbot, engine, settings, sessions, hinting_models, paths):
    return open_album(qtbot, engine, settings, sessions, paths)


@pytest.fixture
def carried(qtbot, window, wait_until_idle):
    """Waits until all is done that follows from what the user did."""

    def wait():
        window.hints.palette.hide()
        qtbot.waitUntil(lambda: not window._connected.parts.series._soon.isActive())
        wait_until_idle()

    return wait


def press_action(window):
    QTest.mouseClick(window.messages._action, Qt.MouseButton.LeftButton)


def test_a_color_is_set_in_the_other_frame_and_nowhere_else(qtbot, window, carried):
    hint = set_color(qtbot, window)
    carried()
    (other,) = hints_of(window, "two.png")
    assert (other.ab, other.taken_over, other.taken_from) == (hint.ab, True, "one.png")
    # 12 pixels up and 14 to the left, of 192 and 256
    assert (other.row, other.column) == pytest.approx((84 / 192, 114 / 256), abs=0.02)
    assert hints_of(window, "else.png") == ()
    assert "of the same scene" in window.messages.text
    assert window.actions_by_name["undo"].text() == "&Undo color hint"
    assert "edited" in item_of(window, "two.png").marks


def test_it_can_be_taken_back_at_once(qtbot, window, carried):
    set_color(qtbot, window)
    carried()
    press_action(window)
    assert hints_of(window, "two.png") == ()
    assert len(hints_of(window, "one.png")) == 1
    set_color(qtbot, window, 0.3, 0.7)  # and is not done again with the next
    carried()
    assert len(hints_of(window, "two.png")) == 1


def test_it_is_a_step_of_the_other_photo(qtbot, window, carried):
    hint = set_color(qtbot, window)
    carried()
    show_colored(qtbot, window, 1)
    assert window.adjust.hints.list.item(0).text().endswith(", from “one.png”")
    undo = window.actions_by_name["undo"]
    assert undo.text() == "&Undo color hints of another photo"
    with qtbot.waitSignal(window.coloring.photo_colored):
        undo.trigger()
    carried()
    assert hints_of(window, "two.png") == ()
    assert hints_of(window, "one.png") == (hint,)


def test_what_is_changed_or_deleted_is_changed_or_deleted_there_too(qtbot, window, carried):
    set_color(qtbot, window)
    carried()
    window.hints.edit(0)
    window.hints._on_ab_chosen(5.0, -30.0)
    carried()
    assert [hint.ab for hint in hints_of(window, "two.png")] == [(5.0, -30.0)]
    window.actions_by_name["undo"].trigger()
    carried()
    assert [hint.ab for hint in hints_of(window, "two.png")] != [(5.0, -30.0)]
    assert len(hints_of(window, "two.png")) == 1
    QTest.mouseClick(window.adjust.hints.remove, Qt.MouseButton.LeftButton)
    carried()
    assert hints_of(window, "two.png") == ()


def test_what_a_person_has_set_stays(qtbot, engine, settings, sessions, hinting_models, paths):
    place = Hint(84 / 192, 114 / 256, OWN.ab)
    write_sidecar(paths[1], Kept(Recipe(coloring=Coloring(hints=(place,)))))
    window = open_album(qtbot, engine, settings, sessions, paths)
    set_color(qtbot, window)
    window.hints.palette.hide()
    qtbot.waitUntil(lambda: not window._connected.parts.series._soon.isActive())
    qtbot.waitUntil(lambda: engine.is_idle)
    show_colored(qtbot, window, 1)
    assert hints_of(window, "two.png") == (place,)


def test_a_color_comes_beside_what_was_kept_of_a_photo_that_was_not_shown_yet(
    qtbot, engine, settings, sessions, hinting_models, paths
):
    far = Hint(0.95, 0.05, OWN.ab)
    write_sidecar(paths[1], Kept(Recipe(coloring=Coloring(hints=(far,)))))
    window = open_album(qtbot, engine, settings, sessions, paths)
    set_color(qtbot, window, 0.3, 0.7)
    window.hints.palette.hide()
    qtbot.waitUntil(lambda: len(hints_of(window, "two.png")) == 2)
    show_colored(qtbot, window, 1)
    assert hints_of(window, "two.png")[1] == far
    assert hints_of(window, "two.png")[0].taken_over


def test_who_leaves_the_photo_at_once_finds_the_color_in_the_next(qtbot, window, carried):
    hint = set_color(qtbot, window)
    show_colored(qtbot, window, 1)
    carried()
    (other,) = hints_of(window, "two.png")
    assert other.ab == hint.ab
    qtbot.waitUntil(lambda: window.adjust.hints.list.count() == 1)
    qtbot.waitUntil(lambda: window.coloring.document.is_up_to_date)
    assert window.coloring.document.developed.encoding.provenance.taken_over == 1


def test_what_was_taken_over_is_a_persons_once_it_is_changed(qtbot, window, carried):
    set_color(qtbot, window)
    carried()
    show_colored(qtbot, window, 1)
    window.hints.edit(0)
    window.hints._on_ab_chosen(5.0, -30.0)
    carried()
    (own,) = hints_of(window, "two.png")
    assert (own.taken_over, own.taken_from) == (False, "")
    (first,) = hints_of(window, "one.png")
    assert first.ab != own.ab  # a person has set that, too


def test_turning_the_photo_changes_no_other(qtbot, window, carried):
    set_color(qtbot, window)
    carried()
    before = hints_of(window, "two.png")
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["rotate-right"].trigger()
    carried()
    assert hints_of(window, "two.png") == before


def test_nothing_is_done_unasked_where_that_is_not_wanted(qtbot, window, settings, carried):
    settings.set(keys.SERIES, False)
    set_color(qtbot, window)
    carried()
    assert hints_of(window, "two.png") == ()


def test_a_photo_turned_another_way_gets_the_color_at_its_place(qtbot, window, carried):
    show_colored(qtbot, window, 1)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["mirror"].trigger()
    show_colored(qtbot, window, 0)
    set_color(qtbot, window)
    carried()
    (other,) = hints_of(window, "two.png")
    assert other.column == pytest.approx(1 - 114 / 256, abs=0.02)


def test_a_mark_says_where_it_comes_from(qtbot, window, carried):
    set_color(qtbot, window)
    carried()
    show_colored(qtbot, window, 1)
    hint, viewer = window.hints.hints[0], window.viewer
    point = viewer.point_of(hint.row, hint.column)
    assert viewer.hint_tool.tip_at(viewer, point) == "Taken over from “one.png”"
    assert viewer.hint_tool.tip_at(viewer, point + QPoint(200, 0)) == ""
    assert "Taken over from “one.png”" in window.adjust.hints.list.item(0).toolTip()
