from dataclasses import replace

import pytest
from PySide6.QtGui import QUndoStack

from desktop.state.document import Document, Look
from desktop.state.history import History
from engine.photo.photo import Photo
from engine.recipe.stages import Grade
from tests.tiny import gray_pixels


@pytest.fixture
def document():
    return Document(Photo(gray_pixels(4, 4)))


@pytest.fixture
def history(qapp, document):
    history = History()
    history.set_document(document, QUndoStack(history))
    return history


def strong(percent):
    return Look(Grade(percent / 100))


def test_every_step_can_be_taken_back_and_done_again(history, document):
    looks = [document.look, strong(50), replace(strong(50), vividness=2.0)]
    for look in looks[1:]:
        history.change("step", look)
    for look in (looks[1], looks[0]):
        history.stacks.undo()
        assert document.look == look
    assert not history.stacks.canUndo()
    history.stacks.redo()
    history.stacks.redo()
    assert document.look == looks[2]


def test_a_gesture_is_one_step(history, document):
    for percent in (90, 70, 40):
        history.change("color strength", strong(percent), gesture="strength")
    history.change("vividness", replace(document.look, vividness=2.0), gesture="vividness")
    assert history.stacks.activeStack().count() == 2
    history.stacks.undo()
    history.stacks.undo()
    assert document.look == Look()


def test_a_gesture_that_ends_where_it_began_is_no_step(history):
    history.change("color strength", strong(40), gesture="strength")
    history.change("color strength", strong(100), gesture="strength")
    assert not history.stacks.canUndo()


def test_the_same_look_is_no_step(history):
    history.change("nothing", Look())
    assert history.stacks.activeStack().count() == 0


def test_changes_are_told_with_what_was_before(qtbot, history):
    with qtbot.waitSignal(history.look_changed) as told:
        history.change("step", strong(30))
    assert told.args == [Look(), strong(30)]
    with qtbot.waitSignal(history.look_changed) as told:
        history.stacks.undo()
    assert told.args == [strong(30), Look()]


def test_another_photo_has_no_steps_yet(history):
    history.change("step", strong(30))
    history.set_document(Document(Photo(gray_pixels(4, 4))), QUndoStack(history))
    assert not history.stacks.canUndo()
