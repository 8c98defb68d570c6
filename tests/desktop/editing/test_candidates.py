"""Variations of the photo, with the real window."""

import pytest
from PySide6.QtCore import Qt

from desktop.jobs import engine_tasks
from desktop.state.recipes import with_coloring
from engine.checkpoints import checkpoint
from engine.errors import DeviceMemoryError
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files
from tests.tiny import CPU, gray_pixels


@pytest.fixture
def opened(qtbot, window, tmp_path):
    write_photo(tmp_path / "photo.png", gray_pixels(200, 300))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(tmp_path / "photo.png"))
    return window


@pytest.fixture
def strip(opened):
    return opened._workspace.candidates


def test_versions_are_made_when_asked_for_and_one_click_adopts(qtbot, opened, strip):
    assert strip.isHidden()
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: len(strip.buttons) == 2)  # this network predicts one color
    assert [button.text() for button in strip.buttons] == ["smooth", "detailed"]
    with qtbot.waitSignal(opened.coloring.photo_colored):
        qtbot.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    assert opened.coloring.document.recipe.coloring.size == 160
    assert opened.coloring.document.encoding.ab.shape[1] == 160
    assert opened.actions_by_name["undo"].text() == "&Undo another variation"
    qtbot.waitUntil(lambda: [b.text() for b in strip.buttons] == ["standard", "detailed"])
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.actions_by_name["undo"].trigger()
    assert opened.coloring.document.recipe.coloring.size is None


@pytest.mark.parametrize(
    ("error", "words"),
    [(DeviceMemoryError("cpu"), "not enough memory"), (ZeroDivisionError(), "ran into an error")],
)
def test_versions_that_fail_are_told_and_not_waited_for(
    opened, strip, wait_until_idle, monkeypatch, error, words
):
    def fail(_token, _report):
        raise error

    monkeypatch.setattr(engine_tasks, "make_candidates", lambda *_: fail)
    opened.actions_by_name["candidates"].trigger()
    wait_until_idle()
    assert words in opened.messages.text
    assert not strip._waits.isVisible()


def test_versions_follow_the_photo(qtbot, opened, strip, tmp_path):
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: len(strip.buttons) == 2)
    first = strip.buttons[0]
    write_photo(tmp_path / "tall.png", gray_pixels(300, 100))
    drop(opened, files(tmp_path / "tall.png"))
    qtbot.waitUntil(lambda: len(strip.buttons) == 2 and strip.buttons[0] is not first)
    size = strip.buttons[0].iconSize()
    assert size.height() > size.width()


def test_in_a_small_window_versions_are_small(qtbot, opened, strip):
    opened.resize(1000, 630)
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: len(strip.buttons) == 2)
    assert [button.iconSize().width() for button in strip.buttons] == [93, 93]
    opened.resize(1000, 1300)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        qtbot.mouseClick(strip.buttons[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [button.iconSize().width() for button in strip.buttons] == [168, 168])


def test_the_sliders_hold_for_all_versions(qtbot, opened, strip):
    opened.adjust.rows["strength"].box.setValue(0)
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: len(strip.buttons) == 2)
    image = strip.buttons[0].icon().pixmap(strip.buttons[0].iconSize()).toImage()
    color = image.pixelColor(20, 20)
    assert abs(color.red() - color.green()) <= 1


def test_while_hidden_nothing_is_made(opened, strip, wait_until_idle, monkeypatch):
    monkeypatch.setattr(engine_tasks, "make_candidates", lambda *_: pytest.fail("it was asked for"))
    opened.candidates.refresh()
    wait_until_idle()
    assert strip.buttons == []


def test_no_two_versions_are_the_same(opened, tiny_kolorit):
    lively = with_coloring(opened.coloring.document.recipe, vividness=2.5)
    versions = opened.candidates._versions(lively, checkpoint.load(tiny_kolorit, CPU))
    assert len(set(map(repr, versions.values()))) == len(versions)
    assert lively not in versions.values()
