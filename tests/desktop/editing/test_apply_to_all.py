"""The sliders of one photo, applied to all that are open."""

import pytest

from desktop import dialogs
from engine.files.image_io import read_photo
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import drop, files, show_photo
from tests.desktop.recipes import recipe_of


@pytest.fixture
def opened(qtbot, window, scans):
    """Three photos, the first shown."""
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    return window


def test_sliders_can_be_applied_to_all_photos(qtbot, opened):
    opened.adjust.rows["warmth"].box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    show_photo(qtbot, opened, 2)
    assert opened.adjust.rows["warmth"].value == 40


def test_sliders_applied_to_all_can_be_taken_back_photo_by_photo(qtbot, opened):
    strength, warmth = (opened.adjust.rows[name] for name in ("strength", "warmth"))
    strength.box.setValue(30)
    show_photo(qtbot, opened, 1)
    warmth.box.setValue(40)
    opened.actions_by_name["apply-to-all"].trigger()
    show_photo(qtbot, opened, 0)
    undo, redo = opened.actions_by_name["undo"], opened.actions_by_name["redo"]
    seen = []
    for step in (undo, undo, redo, redo):
        step.trigger()
        seen.append((strength.value, warmth.value))
    assert seen == [(30, 0), (100, 0), (30, 0), (100, 40)]
    assert opened.album.items[1].recipe.grade == Grade(1.0, 0.4)


@pytest.mark.parametrize("shows", [False, True])
def test_sliders_applied_to_all_leave_what_is_kept_beside_photos_not_yet_shown(
    qtbot, window, scans, tmp_path, monkeypatch, shows
):
    write_sidecar(scans / "scan-10.png", Kept(recipe_of(Grade(0.0), model="greenish")))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    window.actions_by_name["apply-to-all"].trigger()
    if shows:
        show_photo(qtbot, window, 2)
        assert window.coloring.document.recipe == recipe_of(model="greenish")
        assert window.saver.unsaved == 1
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    with qtbot.waitSignal(window.saver.ended):
        window.actions_by_name["save-all"].trigger()
    rgb = read_photo(folder / "scan-10-color.png").rgb.astype(int)
    assert (rgb[..., 1] - rgb[..., 0]).mean() > 5  # greenish, and not gray
