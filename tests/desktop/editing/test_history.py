from pathlib import Path

import pytest
from PySide6.QtGui import QUndoStack

from desktop.state.history import History
from desktop.state.item import Item
from desktop.state.recipes import with_coloring
from engine.recipe.recipe import Recipe
from engine.recipe.stages import Grade
from tests.desktop.recipes import recipe_of


@pytest.fixture
def item(qapp):
    return Item(1, Path("photo.png"), QUndoStack())


@pytest.fixture
def history(qapp, item):
    history = History()
    history.set_item(item)
    return history


def strong(percent):
    return recipe_of(Grade(percent / 100))


def test_every_step_can_be_taken_back_and_done_again(history, item):
    recipes = [item.recipe, strong(50), with_coloring(strong(50), vividness=2.0)]
    for recipe in recipes[1:]:
        history.change("step", recipe)
    for recipe in (recipes[1], recipes[0]):
        history.stacks.undo()
        assert item.recipe == recipe
    assert not history.stacks.canUndo()
    history.stacks.redo()
    history.stacks.redo()
    assert item.recipe == recipes[2]


def test_a_gesture_is_one_step(history, item):
    for percent in (90, 70, 40):
        history.change("color strength", strong(percent), gesture="strength")
    history.change("vividness", with_coloring(item.recipe, vividness=2.0), gesture="vividness")
    assert history.stacks.activeStack().count() == 2
    history.stacks.undo()
    history.stacks.undo()
    assert item.recipe == Recipe()


def test_a_gesture_that_ends_where_it_began_is_no_step(history):
    history.change("color strength", strong(40), gesture="strength")
    history.change("color strength", strong(100), gesture="strength")
    assert not history.stacks.canUndo()


def test_the_same_recipe_is_no_step(history):
    history.change("nothing", Recipe())
    assert history.stacks.activeStack().count() == 0


def test_changes_are_told_with_what_was_before(qtbot, history):
    with qtbot.waitSignal(history.recipe_changed) as told:
        history.change("step", strong(30))
    assert told.args == [Recipe(), strong(30)]
    with qtbot.waitSignal(history.recipe_changed) as told:
        history.stacks.undo()
    assert told.args == [strong(30), Recipe()]


def test_another_photo_has_no_steps_yet(history):
    history.change("step", strong(30))
    history.set_item(Item(2, Path("other.png"), QUndoStack()))
    assert not history.stacks.canUndo()
