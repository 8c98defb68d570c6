"""Undo means undo: each release of the hand is a step."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.editing import slider_editing

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def row(opened):
    return opened.adjust.rows["strength"]


@pytest.fixture
def steps(opened):
    return lambda: opened.history.stacks.activeStack().count()


def drag(row, *shares):
    slider = row.slider
    slider.setSliderDown(True)
    for share in shares:
        slider.setValue(round(1000 * share))
    slider.setSliderDown(False)


def test_two_drags_are_two_steps_and_one_drag_is_one(opened, row, steps):
    drag(row, 0.4, 0.3, 0.2)
    assert steps() == 1
    first = row.value
    drag(row, 0.6, 0.7)
    assert steps() == 2
    opened.actions_by_name["undo"].trigger()
    assert row.value == first
    opened.actions_by_name["undo"].trigger()
    assert row.value == 100


def test_a_reset_after_a_drag_is_a_step_of_its_own(opened, row, steps):
    drag(row, 0.2)
    moved = row.value
    handle = QPoint(row.slider.width() // 5, row.slider.height() // 2)
    QTest.mouseDClick(row.slider, LEFT, pos=handle)
    assert row.value == 100
    opened.actions_by_name["undo"].trigger()
    assert row.value == moved
    assert steps() == 2


def test_keys_in_quick_succession_are_one_step_and_later_ones_another(
    opened, row, steps, monkeypatch
):
    clock = [100.0]
    monkeypatch.setattr(slider_editing.time, "monotonic", lambda: clock[0])
    row.slider.setFocus()
    for _ in range(3):
        QTest.keyClick(row.slider, Qt.Key.Key_Left)
        clock[0] += 0.2
    assert steps() == 1
    clock[0] += 5
    QTest.keyClick(row.slider, Qt.Key.Key_Left)
    assert steps() == 2
