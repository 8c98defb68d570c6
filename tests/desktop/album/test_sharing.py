"""The color of a hint is looked for in other photos, and used where the user agrees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from desktop.state import settings as keys
from engine.album import agreement
from engine.files.image_io import write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Coloring
from tests.desktop.album.album_photos import gray, hints_of, open_album, write_album
from tests.desktop.editing.hinting import set_color
from tests.desktop.gestures import show_photo
from tests.engine.album.scenes import frame, scene


@pytest.fixture
def paths(tmp_path):
    first, *others = write_album(tmp_path)
    write_photo(tmp_path / "three.png", gray(frame(scene(), top=90, left=110, mirrored=True)))
    return [first, *others, tmp_path / "three.png"]


@pytest.fixture
def window(qtbot, engine, settings, sessions, hinting_models, paths):
    """Frames of a scene are not colored unasked."""
    settings.set(keys.SERIES, False)
    return open_album(qtbot, engine, settings, sessions, paths)


@pytest.fixture
def strip(window):
    return window._workspace.proposals


@pytest.fixture
def proposed(qtbot, window, strip):
    """The window with a color that has been looked for."""
    set_color(qtbot, window)
    window.hints.palette.hide()
    click(window.adjust.hints.share)
    assert strip.isVisible()
    qtbot.waitUntil(lambda: not strip.is_waiting and strip.isVisible())
    return window


def click(button):
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def sure(strip):
    return [button for button in strip.buttons if "surely" in button.accessibleName()]


def test_frames_of_the_scene_are_sure_and_on(proposed, strip):
    names = {button.accessibleName() for button in sure(strip)}
    assert names == {"two.png, surely the same", "three.png, surely the same"}
    assert strip.buttons[:2] == sure(strip)
    assert all(button.isChecked() for button in sure(strip))
    assert not any(button.isChecked() for button in strip.buttons[2:])
    assert strip.accept.text() == "Use in 2 photos"


def test_the_color_is_used_where_nobody_objects_in_one_step_each(qtbot, proposed, strip):
    click(strip.accept)
    assert not strip.isVisible()
    (hint,) = proposed.hints.hints
    for name in ("two.png", "three.png"):
        (other,) = hints_of(proposed, name)
        assert (other.ab, other.taken_over, other.taken_from) == (hint.ab, True, "one.png")
    assert hints_of(proposed, "else.png") == ()
    assert "2 other photos have this color now." in proposed.messages.text
    show_photo(qtbot, proposed, 1)
    undo = proposed.actions_by_name["undo"]
    assert undo.text() == "&Undo color of another photo"
    undo.trigger()
    assert [len(hints_of(proposed, n)) for n in ("one.png", "two.png", "three.png")] == [1, 0, 1]


def test_all_of_it_can_be_taken_back_from_the_message(proposed, strip):
    click(strip.accept)
    click(proposed.messages._action)
    assert [len(hints_of(proposed, n)) for n in ("one.png", "two.png", "three.png")] == [1, 0, 0]


def test_a_photo_can_be_rejected_by_mouse(proposed, strip):
    two = next(b for b in strip.buttons if b.accessibleName().startswith("two.png"))
    click(two)
    assert strip.accept.text() == "Use in 1 photo"
    click(strip.accept)
    assert hints_of(proposed, "two.png") == ()
    assert len(hints_of(proposed, "three.png")) == 1


def test_and_by_keys(proposed, strip):
    first, second = strip.buttons[:2]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Space)
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert strip.focusWidget() is second
    QTest.keyClick(second, Qt.Key.Key_Return)
    assert not strip.isVisible()
    given = {n: len(hints_of(proposed, n)) for n in ("two.png", "three.png")}
    rejected = first.accessibleName().split(",")[0]
    assert given == {name: int(name != rejected) for name in given}


def test_escape_uses_it_nowhere(proposed, strip):
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_Escape)
    assert not strip.isVisible()
    assert hints_of(proposed, "two.png") == hints_of(proposed, "three.png") == ()


def test_nothing_is_used_where_nothing_is_chosen(proposed, strip):
    for button in strip.buttons:
        button.setChecked(False)
        button.decided.emit()
    assert not strip.accept.isEnabled()
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_Return)
    assert strip.isVisible()


def test_the_search_can_be_stopped(qtbot, window, strip, engine, gate):
    set_color(qtbot, window)
    window.hints.palette.hide()
    first = gate()
    engine.submit(first)
    assert first.entered.wait(60)
    window.actions_by_name["share-color"].trigger()
    assert strip.is_waiting
    click(strip.cancel)
    first.release.set()
    qtbot.waitUntil(lambda: engine.is_idle)
    assert not strip.isVisible()
    assert not strip.is_waiting
    assert strip.buttons == []


def test_a_person_s_color_is_left_alone(qtbot, engine, settings, sessions, hinting_models, paths):
    own = Hint(84 / 192, 114 / 256, (40.0, 20.0))
    write_sidecar(paths[1], Kept(Recipe(coloring=Coloring(hints=(own,)))))
    settings.set(keys.SERIES, False)
    window = open_album(qtbot, engine, settings, sessions, paths)
    strip = window._workspace.proposals
    set_color(qtbot, window)
    window.hints.palette.hide()
    window.actions_by_name["share-color"].trigger()
    qtbot.waitUntil(lambda: not strip.is_waiting)
    assert [button.accessibleName() for button in sure(strip)] == ["three.png, surely the same"]


def test_it_is_said_that_nothing_was_found(
    qtbot, engine, settings, sessions, hinting_models, paths, monkeypatch
):
    monkeypatch.setattr(agreement, "WORTH_ASKING", 1.0)
    window = open_album(qtbot, engine, settings, sessions, [paths[0], paths[2]])
    set_color(qtbot, window)
    window.actions_by_name["share-color"].trigger()
    qtbot.waitUntil(lambda: "was found in no other photo" in window.messages.text)
    assert not window._workspace.proposals.isVisible()


def test_there_is_nothing_to_look_through_with_one_photo(
    qtbot, engine, settings, sessions, hinting_models, paths
):
    window = open_album(qtbot, engine, settings, sessions, paths[:1])
    set_color(qtbot, window)
    assert not window.actions_by_name["share-color"].isEnabled()
    assert not window.adjust.hints.share.isVisible()


def test_a_color_that_is_used_already_is_not_proposed_again(qtbot, proposed, strip):
    for button in strip.buttons:
        button.setChecked(True)
    click(strip.accept)
    proposed.actions_by_name["share-color"].trigger()
    qtbot.waitUntil(lambda: "have this color already" in proposed.messages.text)
    assert not strip.isVisible()


def test_a_color_that_is_changed_is_proposed_no_longer(proposed, strip):
    proposed.actions_by_name["undo"].trigger()
    assert not strip.isVisible()


def test_who_looks_at_another_photo_can_still_agree(qtbot, proposed, strip):
    show_photo(qtbot, proposed, 1)
    assert strip.isVisible()
    with qtbot.waitSignal(proposed.coloring.photo_colored):
        click(strip.accept)
    assert proposed.adjust.hints.list.count() == 1
    assert "2 other photos have this color now." in proposed.messages.text


def test_there_is_room_for_the_strip_on_a_small_screen(proposed, strip):
    assert strip.isVisible()
    assert proposed.minimumSizeHint().height() <= 680  # 720 less a title bar
    assert proposed.size().height() == 760


def test_it_is_offered_only_for_a_hint_that_is_chosen(qtbot, window):
    share, action = window.adjust.hints.share, window.actions_by_name["share-color"]
    assert not share.isVisible()
    assert not action.isEnabled()
    set_color(qtbot, window)
    assert share.isVisible()
    assert action.isEnabled()
    window.hints.palette.hide()
    window.hints.choose(-1)
    assert not share.isVisible()
    assert not action.isEnabled()


def test_the_menu_of_a_hint_in_the_list_offers_it(qtbot, window):
    set_color(qtbot, window)
    window.hints.palette.hide()
    window.hints.choose(-1)
    hints = window.adjust.hints.list
    place = hints.visualItemRect(hints.item(0)).center()
    hints.customContextMenuRequested.emit(place)
    (menu,) = [menu for menu in window.findChildren(QMenu) if menu.isVisible()]
    assert window.actions_by_name["share-color"] in menu.actions()
    assert window.actions_by_name["share-color"].isEnabled()
    menu.close()


def test_variations_make_room(qtbot, window, strip):
    window.actions_by_name["candidates"].setChecked(True)
    set_color(qtbot, window)
    window.hints.palette.hide()
    window.actions_by_name["share-color"].trigger()
    assert not window.actions_by_name["candidates"].isChecked()
    assert not window._workspace.candidates.isVisible()
    click(strip.cancel)
