"""Another model among the versions: one photo is colored by it, the others are not."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt

from desktop import dialogs
from desktop.jobs import candidate_tasks
from desktop.state import settings as keys
from desktop.widgets.bars.message_bar import Tone
from engine.cancel import CancelToken
from engine.checkpoints import catalog, checkpoint
from engine.files.image_io import read_photo, write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import drop, files, start_window
from tests.desktop.recipes import recipe_of
from tests.tiny import CPU, gray_pixels, save_tiny_kolorit
from training.bundle import Description, bundle

HINTS = (Hint(0.5, 0.5, (60.0, 40.0)),)


@pytest.fixture(scope="module")
def bundled(tmp_path_factory):
    """Two networks that know distributions and hints, and an earlier system."""
    folder = tmp_path_factory.mktemp("checkpoints")
    for seed, name in enumerate(("large", "quick", "old")):
        made = save_tiny_kolorit(tmp_path_factory.mktemp("made") / "made.safetensors", seed)
        bundle(made, Description(name, f"A {name} model.", "test", name == "old"), folder)
    return folder


@pytest.fixture
def kolorits(bundled, monkeypatch):
    monkeypatch.setattr(catalog, "CHECKPOINTS", bundled)
    return bundled


@pytest.fixture
def photos(tmp_path):
    paths = [tmp_path / "a.png", tmp_path / "b.png"]
    for seed, path in enumerate(paths):
        write_photo(path, gray_pixels(100, 150, seed))
    return paths


@pytest.fixture
def window(qtbot, engine, settings, sessions, kolorits):
    return start_window(qtbot, engine, settings, sessions)


@pytest.fixture
def opened(qtbot, window, photos):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(*photos))
    return window


def made_by(window):
    return window.coloring.document.encoding.provenance.model


def shown(window):
    return window.adjust.model.currentText()


def test_choosing_a_model_takes_away_what_was_said_of_another(qtbot, opened):
    opened.messages.show_message("There is no such model.", Tone.ERROR)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.adjust.model.activated.emit(0)
    assert opened.messages.text == ""


def versions(qtbot, window):
    window.actions_by_name["candidates"].setChecked(True)
    strip = window._workspace.candidates
    qtbot.waitUntil(lambda: bool(strip.buttons) and not strip.is_waiting)
    return {button.text(): button for button in strip.buttons}


def adopt(qtbot, window, name):
    button = versions(qtbot, window)[name]
    with qtbot.waitSignal(window.coloring.photo_colored):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_other_model_is_among_the_versions_and_one_click_adopts_it(qtbot, opened, settings):
    opened.adjust.rows["strength"].box.setValue(70)
    opened.history.change("", recipe_of(opened.coloring.document.recipe.grade, hints=HINTS))
    assert len(versions(qtbot, opened)) == 7
    adopt(qtbot, opened, "quick")
    recipe = opened.coloring.document.recipe
    assert recipe == recipe_of(Grade(0.7), model="quick", hints=HINTS)
    qtbot.waitUntil(lambda: made_by(opened) == "quick")
    assert shown(opened) == "quick"
    assert settings.get(keys.MODEL) == ""  # the others' is as it was
    assert opened.actions_by_name["undo"].text() == "&Undo another model"
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.actions_by_name["undo"].trigger()
    assert (made_by(opened), shown(opened)) == ("large", "large")
    assert opened.coloring.document.recipe.coloring.hints == HINTS


def test_from_the_other_model_a_click_leads_back(qtbot, opened):
    adopt(qtbot, opened, "quick")
    qtbot.waitUntil(lambda: "large" in versions(qtbot, opened))
    adopt(qtbot, opened, "large")
    assert opened.coloring.document.recipe == Recipe()
    assert made_by(opened) == "large"


def test_the_version_of_the_other_model_obeys_hints(kolorits, photos):
    large = checkpoint.load(kolorits / "large.safetensors", CPU)
    recipes = (recipe_of(model="quick"), recipe_of(model="quick", hints=HINTS), Recipe())
    photo = read_photo(photos[0])
    tasks = [candidate_tasks.make_candidate((large,), photo, each, None) for each in recipes]
    plain, hinted, other = (task(CancelToken(), lambda _: None).picture for task in tasks)
    assert plain != hinted
    assert plain != other


def test_the_other_model_is_forgotten_when_the_versions_are_there(qtbot, opened, monkeypatch):
    real, loaded = checkpoint.load, []

    def load(*args):
        model = real(*args)
        loaded.append(weakref.ref(model))
        return model

    monkeypatch.setattr(checkpoint, "load", load)
    versions(qtbot, opened)
    gc.collect()
    assert [reference() for reference in loaded] == [None]
    assert len(opened.coloring.models) == 1


def test_other_photos_keep_the_model_that_was_chosen_for_all(qtbot, opened):
    adopt(qtbot, opened, "quick")
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.filmstrip.setCurrentRow(1)
    assert (made_by(opened), shown(opened)) == ("large", "large")
    assert len(opened.coloring.models) == 1
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.filmstrip.setCurrentRow(0)
    assert (made_by(opened), shown(opened)) == ("quick", "quick")


def test_all_are_saved_each_by_its_own_model(qtbot, opened, photos, tmp_path, monkeypatch):
    adopt(qtbot, opened, "quick")
    opened.filmstrip.setCurrentRow(1)
    qtbot.waitUntil(lambda: opened.coloring.document.title == "b.png")
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    saved = []
    opened.exports.saved.connect(lambda path, _look: saved.append(path))
    opened.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(lambda: len(saved) == 2)
    assert b"quick" in read_photo(folder / "a-color.png").metadata.xmp
    assert b"large" in read_photo(folder / "b-color.png").metadata.xmp
    assert opened.saver.unsaved == 0


def test_sliders_for_all_photos_leave_each_its_model(qtbot, opened):
    adopt(qtbot, opened, "quick")
    opened.adjust.rows["warmth"].box.setValue(20)
    opened.actions_by_name["apply-to-all"].trigger()
    assert [item.recipe.coloring.model for item in opened.album.items] == ["quick", ""]
    assert opened.album.items[1].recipe.grade.warmth == 0.2


def test_a_model_chosen_from_the_list_takes_the_place_of_a_photos_own(qtbot, opened, settings):
    adopt(qtbot, opened, "quick")
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.adjust.model_chosen.emit("old")
    assert (made_by(opened), shown(opened)) == ("old", "old")
    assert settings.get(keys.MODEL) == "old"
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.actions_by_name["undo"].trigger()
    assert (made_by(opened), shown(opened)) == ("quick", "quick")


def test_a_model_that_is_not_here_is_told_and_another_can_be_chosen(qtbot, window, photos):
    write_sidecar(photos[0], Kept(recipe_of(model="of-tomorrow")))
    with qtbot.waitSignal(window.coloring.coloring_failed):
        drop(window, files(photos[0]))
    assert "of-tomorrow" in window.messages.text
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.adjust.model_chosen.emit("quick")
    assert made_by(window) == "quick"
