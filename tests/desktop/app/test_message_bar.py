"""Messages lie over the canvas, never move it, and go by themselves if nothing depends on them."""

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.widgets.bars.message_bar import MessageBar, Tone
from desktop.widgets.floating import Floating


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)
    elsewhere = QLineEdit(ground)
    ground.show()
    elsewhere.setFocus()
    return ground


@pytest.fixture
def bar(ground, monkeypatch):
    bar = MessageBar()
    monkeypatch.setattr(bar, "underMouse", lambda: False)  # wherever the mouse of tests is
    floating = Floating(bar, ground)
    bar.said.connect(floating.place)
    return bar


def test_a_note_passes_and_an_error_stays(bar):
    bar.show_message("Saved.", Tone.NOTE)
    assert bar._passing.isActive()
    assert bar._passing.interval() >= 6000
    bar._passing.timeout.emit()
    assert bar.text == ""
    bar.show_message("It failed.", Tone.ERROR)
    assert not bar._passing.isActive()


def test_a_question_stays_unless_it_may_go(bar):
    bar.show_message("Stopped.", Tone.NOTE, action="Go on", then=print)
    assert not bar._passing.isActive()
    bar.show_message("Saved.", Tone.NOTE, action="Show", then=print, passes=True)
    assert bar._passing.isActive()
    bar.offer("There is a session.", "Restore", print)
    assert not bar._passing.isActive()


def test_a_message_waits_while_somebody_is_about_to_use_it(qtbot, bar, ground):
    done = []
    bar.show_message("Saved.", Tone.NOTE, action="Show", then=lambda: done.append(1), passes=True)
    bar._action.setFocus()
    qtbot.waitUntil(bar._action.hasFocus)
    bar._passing.timeout.emit()
    assert bar.text == "Saved."
    bar._action.click()
    assert done == [1]
    assert bar.text == ""
    bar.show_message("Saved.", Tone.NOTE)
    bar.underMouse = lambda: True
    bar._passing.timeout.emit()
    assert bar.text == "Saved."
    bar._passing.start(1_000_000)
    bar.event(QEvent(QEvent.Type.Leave))
    assert bar._passing.interval() < 1_000_000  # its time begins anew


def test_a_message_lies_at_the_lower_edge_and_grows_with_its_text(bar, ground):
    bar.show_message("Saved.", Tone.NOTE)
    small = bar.geometry()
    assert ground.rect().contains(small)
    assert small.bottom() == ground.height() - 13
    assert abs(small.center().x() - ground.rect().center().x()) <= 1
    bar.show_message("A longer sentence than that. " * 12, Tone.ERROR)
    assert bar.height() > small.height()
    assert bar.geometry().bottom() == small.bottom()
    assert bar._label.heightForWidth(bar._label.width()) <= bar._label.height()
    ground.resize(320, 300)
    assert ground.rect().contains(bar.geometry())


def test_the_photo_stays_where_it_is_when_something_is_said(qtbot, opened):
    before = opened.viewer.geometry(), opened.viewer.zoom, opened.viewer.size()
    opened.messages.show_message("Something. " * 20, Tone.ERROR)
    opened.grab()
    assert (opened.viewer.geometry(), opened.viewer.zoom, opened.viewer.size()) == before
    assert opened.messages.isVisible()
    inside = opened.messages.geometry().center()
    assert opened.viewer.geometry().contains(inside)


def test_the_message_is_above_whatever_fills_the_window(window):
    messages = window.messages
    messages.show_message("Something.", Tone.ERROR)
    for show in (window._workspace.show_photo, window._workspace.show_invitation):
        show()
        middle = messages.mapToParent(messages.rect().center())
        seen = messages.parentWidget().childAt(middle)
        assert seen is messages or messages.isAncestorOf(seen)


def test_the_message_over_the_canvas_follows_its_size(opened):
    opened.messages.show_message("Something.", Tone.ERROR)
    opened.resize(900, 640)
    canvas = opened.messages.parentWidget()
    assert canvas.rect().contains(opened.messages.geometry())
    assert opened.messages.geometry().bottom() == canvas.height() - 13
