"""A photo whose recipe has no coloring keeps its own colors: shown, drawn, saved like any other."""

import numpy as np
import pytest

from desktop.state.item import State
from desktop.state.recipes import drawn_as, for_another_page, needs_pass
from engine.files.image_io import read_photo, write_photo
from engine.recipe.hint import Hint
from engine.recipe.recipe import Recipe
from engine.recipe.sidecar import Kept, read_sidecar, write_sidecar
from engine.recipe.stages import Grade
from tests.desktop.gestures import choose, colored, drop, files, save, told
from tests.desktop.recipes import recipe_of

OWN = Recipe(coloring=None)
HINTS = (Hint(0.5, 0.5, (10.0, 10.0)),)


@pytest.fixture
def photo(tmp_path):
    """A photo in color, which nobody would color unasked."""
    path = tmp_path / "color.png"
    rgb = np.random.default_rng(3).integers(0, 255, (40, 60, 3), dtype=np.uint8)
    write_photo(path, rgb)
    write_sidecar(path, Kept(OWN))
    return path


@pytest.fixture
def opened(qtbot, window, photo):
    with qtbot.waitSignal(window.previews.drawn, check_params_cb=colored):
        drop(window, files(photo))
    return window


def test_it_is_shown_with_its_own_colors_and_a_thumbnail(qtbot, opened):
    item = opened.album.current
    assert (item.recipe, item.has_unsaved_work, opened.messages.text) == (OWN, False, "")
    assert opened.coloring.document.is_up_to_date
    qtbot.waitUntil(lambda: item.thumbnail is not None)
    assert item.state is State.DONE
    assert not opened.actions_by_name["set-colors"].isEnabled()
    assert not opened.actions_by_name["doubt"].isEnabled()


def test_it_is_saved_bit_for_bit(qtbot, opened, photo, tmp_path, monkeypatch):
    choose(monkeypatch, tmp_path / "saved.png")
    with qtbot.waitSignal(opened.exports.saved):
        save(opened)
        told(qtbot, opened)
    assert (read_photo(tmp_path / "saved.png").pixels == read_photo(photo).pixels).all()


def test_it_is_graded_and_that_is_kept(qtbot, opened, photo, tmp_path, monkeypatch):
    def is_gray(drawing):
        return drawing.is_exact and drawing.scene.recipe.grade.strength == 0

    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=is_gray) as drawn:
        opened.adjust.rows["strength"].box.setValue(0)
    color = drawn.args[0].after.pixelColor(3, 3)
    assert max(color.getRgb()[:3]) - min(color.getRgb()[:3]) <= 1
    with qtbot.waitSignal(opened.exports.saved):
        opened.actions_by_name["keep-settings"].trigger()
    assert read_sidecar(photo) == Kept(Recipe(coloring=None, grade=Grade(0.0)))


def test_it_has_no_versions(opened, wait_until_idle):
    opened.actions_by_name["candidates"].trigger()
    wait_until_idle()
    assert opened._workspace.candidates.buttons == []


def test_what_needs_a_pass_and_what_is_only_drawn():
    seen = recipe_of(Grade(0.5), vividness=2.0)
    assert not needs_pass(seen, recipe_of(Grade(1.5)))
    assert drawn_as(seen, recipe_of(Grade(1.5), hints=HINTS)) == recipe_of(Grade(1.5))
    assert needs_pass(seen, recipe_of(Grade(0.5), vividness=2.0, hints=HINTS))
    assert needs_pass(seen, OWN)
    assert needs_pass(OWN, seen)


def test_places_do_not_go_to_another_page():
    recipe = recipe_of(Grade(0.5), vividness=2.0, size=64, hints=HINTS, model="greenish")
    assert for_another_page(recipe) == recipe_of(
        Grade(0.5), vividness=2.0, size=64, model="greenish"
    )
    assert for_another_page(OWN) == OWN
