"""What is done to all photos that are selected in the filmstrip, in one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop import dialogs
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Coloring, Crop, Grade, Orientation, Repair, Tone
from engine.recipe.stroke import Stroke
from tests.desktop.gestures import drop, files, show_photo
from tests.desktop.recipes import recipe_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def opened(qtbot, window, scans):
    """Three photos, the first shown."""
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    return window


def select(qtbot, window, row):
    """Add a photo to those that are selected; it is shown then."""
    strip = window.filmstrip
    with qtbot.waitSignal(window.coloring.photo_colored):
        place = strip.visualItemRect(strip.item(row)).center()
        QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)


def warmths(window):
    return [item.recipe.grade.warmth for item in window.album.items]


def drag(row, *shares):
    row.slider.setSliderDown(True)
    for share in shares:
        row.slider.setValue(round(1000 * share))
    row.slider.setSliderDown(False)


def test_a_slider_moves_for_all_that_are_selected_in_one_step(qtbot, opened):
    show_photo(qtbot, opened, 2)
    select(qtbot, opened, 0)
    row = opened.adjust.rows["warmth"]
    drag(row, 0.6, 0.7, 0.75)
    assert warmths(opened) == [0.5, 0, 0.5]
    undo, redo = (opened.actions_by_name[name] for name in ("undo", "redo"))
    undo.trigger()
    assert warmths(opened) == [0, 0, 0]
    assert row.value == 0
    assert not undo.isEnabled()
    redo.trigger()
    assert warmths(opened) == [0.5, 0, 0.5]
    drag(row, 0.5)
    assert warmths(opened) == [0, 0, 0]
    undo.trigger()
    assert warmths(opened) == [0.5, 0, 0.5]
    show_photo(qtbot, opened, 2)  # it can be taken back on the other one, too
    undo.trigger()
    assert warmths(opened) == [0, 0, 0]


def test_other_sliders_of_the_photos_stay_as_they_are(qtbot, opened):
    opened.adjust.rows["strength"].box.setValue(30)
    show_photo(qtbot, opened, 1)
    select(qtbot, opened, 0)
    opened.adjust.rows["warmth"].box.setValue(20)
    grades = [item.recipe.grade for item in opened.album.items]
    assert grades == [Grade(0.3, 0.2), Grade(1.0, 0.2), Grade()]


def test_a_photo_that_is_not_seen_among_the_selected_is_not_changed(qtbot, opened):
    show_photo(qtbot, opened, 1)
    strip = opened.filmstrip
    place = strip.visualItemRect(strip.item(1)).center()
    strip.item(2).setSelected(True)
    QTest.mouseClick(strip.viewport(), Qt.MouseButton.LeftButton, CONTROL, place)  # deselects it
    opened.adjust.rows["warmth"].box.setValue(20)
    assert warmths(opened) == [0, 0.2, 0]


def test_the_selection_survives_what_is_done_with_it(qtbot, opened):
    show_photo(qtbot, opened, 1)
    select(qtbot, opened, 0)
    opened.adjust.rows["warmth"].box.setValue(20)
    opened.actions_by_name["undo"].trigger()
    opened.actions_by_name["apply-to-all"].trigger()
    assert len(opened.filmstrip.selected_ids) == 2


@pytest.mark.parametrize("select_all", [False, True])
def test_one_slider_leaves_what_else_is_kept_beside_a_photo_never_shown(
    qtbot, window, scans, select_all
):
    write_sidecar(scans / "scan-10.png", Kept(recipe_of(Grade(0.3, 0.1), model="greenish")))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    if select_all:
        window.filmstrip.setFocus()
        qtbot.keyClick(window.filmstrip, Qt.Key.Key_A, CONTROL)
    else:
        window.filmstrip.item(0).setSelected(True)
        window.filmstrip.item(2).setSelected(True)
    window.adjust.rows["warmth"].box.setValue(50)
    show_photo(qtbot, window, 2)
    assert window.coloring.document.recipe == recipe_of(Grade(0.3, 0.5), model="greenish")


def test_settings_are_copied_and_pasted_without_what_belongs_to_one_photo(qtbot, opened):
    mine = Recipe(
        orientation=Orientation(1),
        repair=Repair(0.8, strokes=(Stroke(((0.5, 0.5),), 0.01),)),
        tone=Tone(0.5),
        coloring=Coloring("greenish", 64, (Hint(0.5, 0.5, (9, 9)),), 2.0),
        grade=Grade(0.5, 0.2),
        crop=Crop(width=0.5),
    )
    paste = opened.actions_by_name["paste-settings"]
    assert not paste.isEnabled()
    opened.album.current.recipe = mine
    opened.actions_by_name["copy-settings"].trigger()
    show_photo(qtbot, opened, 1)
    select(qtbot, opened, 2)
    paste.trigger()
    expected = Recipe(
        repair=Repair(0.8),
        tone=Tone(0.5),
        coloring=Coloring(vividness=2.0),
        grade=Grade(0.5, 0.2),
    )
    assert [item.recipe for item in opened.album.items] == [mine, expected, expected]
    assert opened.messages.text == "2 photos have been changed."
    undo = opened.actions_by_name["undo"]
    assert undo.text() == "&Undo paste settings"
    undo.trigger()
    assert [item.recipe for item in opened.album.items[1:]] == [Recipe()] * 2


def test_all_edits_are_reset_in_one_step(qtbot, opened):
    opened.adjust.rows["warmth"].box.setValue(20)
    opened.actions_by_name["mirror"].trigger()
    show_photo(qtbot, opened, 1)
    opened.adjust.rows["strength"].box.setValue(20)
    select(qtbot, opened, 0)
    before = [item.recipe for item in opened.album.items]
    opened.actions_by_name["reset"].trigger()
    assert [item.recipe for item in opened.album.items] == [Recipe()] * 3
    opened.actions_by_name["undo"].trigger()
    assert [item.recipe for item in opened.album.items] == before


def test_a_print_on_a_scan_stays_that_print_when_it_is_reset(qtbot, opened):
    item = opened.album.current
    print_of = Recipe(coloring=Coloring(size=64), crop=Crop(width=0.5))
    item.part, item.recipe = 2, print_of
    opened.adjust.rows["warmth"].box.setValue(20)
    opened.actions_by_name["reset"].trigger()
    assert item.recipe == print_of


def test_those_that_are_selected_are_saved_into_a_folder(qtbot, opened, tmp_path, monkeypatch):
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    show_photo(qtbot, opened, 2)
    select(qtbot, opened, 0)
    with qtbot.waitSignal(opened.saver.ended):
        opened.actions_by_name["save-as"].trigger()
    assert sorted(path.name for path in folder.iterdir()) == [
        "scan-1-color.png",
        "scan-10-color.png",
    ]


def test_those_that_are_selected_are_saved_beside_their_originals(qtbot, opened):
    folder = opened.album.items[0].path.parent
    show_photo(qtbot, opened, 2)
    select(qtbot, opened, 0)
    before = set(folder.iterdir())
    with qtbot.waitSignal(opened.saver.ended):
        opened.actions_by_name["save"].trigger()
    added = {path.name for path in set(folder.iterdir()) - before if path.suffix == ".png"}
    assert added == {"scan-1-color.png", "scan-10-color.png"}


def test_those_that_are_selected_are_closed(qtbot, opened):
    show_photo(qtbot, opened, 2)
    select(qtbot, opened, 0)
    opened.actions_by_name["close-photo"].trigger()
    assert [item.name for item in opened.album.items] == ["scan-2.png"]
