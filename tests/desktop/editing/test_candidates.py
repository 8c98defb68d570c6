"""Variations of the photo, with the real window."""

import pytest
from PySide6.QtCore import Qt

from desktop.jobs import candidate_tasks
from desktop.state.recipes import with_coloring
from engine.checkpoints import checkpoint
from engine.errors import DeviceMemoryError
from engine.files.image_io import write_photo
from tests.desktop.gestures import drop, files, hover, unhover
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


def all_there(strip, count):
    return len(strip.buttons) == count and not strip.is_waiting


def test_versions_are_made_when_asked_for_and_one_click_adopts(qtbot, opened, strip):
    assert strip.isHidden()
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))  # this network predicts one color
    assert [button.text() for button in strip.buttons] == ["✓ current", "smooth", "detailed"]
    with qtbot.waitSignal(opened.coloring.photo_colored):
        qtbot.mouseClick(strip.buttons[1], Qt.MouseButton.LeftButton)
    assert opened.coloring.document.recipe.coloring.size == 160
    assert opened.coloring.document.encoding.ab.shape[1] == 160
    assert opened.actions_by_name["undo"].text() == "&Undo another variation"
    qtbot.waitUntil(
        lambda: [b.text() for b in strip.buttons] == ["✓ current", "standard", "detailed"]
    )
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

    monkeypatch.setattr(candidate_tasks, "make_candidate", lambda *_: fail)
    opened.actions_by_name["candidates"].trigger()
    wait_until_idle()
    assert words in opened.messages.text
    assert not strip.is_waiting


def test_versions_follow_the_photo(qtbot, opened, strip, tmp_path):
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    first = strip.buttons[0]
    write_photo(tmp_path / "tall.png", gray_pixels(300, 100))
    drop(opened, files(tmp_path / "tall.png"))
    qtbot.waitUntil(lambda: all_there(strip, 3) and strip.buttons[0] is not first)
    size = strip.buttons[0].iconSize()
    assert size.height() > size.width()


def test_in_a_small_window_versions_are_small(qtbot, opened, strip):
    opened.resize(1000, 630)
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    assert [button.iconSize().width() for button in strip.buttons] == [140, 140, 140]
    opened.resize(1000, 1300)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        qtbot.mouseClick(strip.buttons[1], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(
        lambda: [button.iconSize().width() for button in strip.buttons] == [240, 240, 240]
    )


def test_the_sliders_hold_for_all_versions(qtbot, opened, strip):
    opened.adjust.rows["strength"].box.setValue(0)
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    image = strip.buttons[0].icon().pixmap(strip.buttons[0].iconSize()).toImage()
    color = image.pixelColor(20, 20)
    assert abs(color.red() - color.green()) <= 1


def test_while_hidden_nothing_is_made(opened, strip, wait_until_idle, monkeypatch):
    monkeypatch.setattr(
        candidate_tasks, "make_candidate", lambda *_: pytest.fail("it was asked for")
    )
    opened.candidates.refresh()
    wait_until_idle()
    assert strip.buttons == []


def test_no_two_versions_are_the_same(opened, tiny_kolorit):
    lively = with_coloring(opened.coloring.document.recipe, vividness=2.5)
    versions = opened.candidates._versions(lively, checkpoint.load(tiny_kolorit, CPU))
    assert len(set(map(repr, versions.values()))) == len(versions)
    assert next(iter(versions)) == "current"
    assert versions["current"] == lively


def test_versions_come_one_by_one_and_say_how_far_it_is(
    qtbot, opened, strip, engine, gate, monkeypatch
):
    real, gates = candidate_tasks.make_candidate, [gate(), gate(), gate()]

    def make(*args):
        stop, task = gates.pop(0), real(*args)
        return lambda token, report: (stop(token, report), task(token, report))[1]

    monkeypatch.setattr(candidate_tasks, "make_candidate", make)
    first, second, _ = gates
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(first.entered.is_set)
    assert (strip.is_waiting, strip.buttons) == (True, [])
    height = strip.height()
    first.release.set()
    qtbot.waitUntil(second.entered.is_set)
    qtbot.waitUntil(lambda: len(strip.buttons) == 1)
    assert strip._waits.text() == "Creating variations: 1 of 3"
    assert strip.buttons[0].isChecked()
    place = strip.buttons[0].geometry()
    qtbot.mouseClick(strip.cancel, Qt.MouseButton.LeftButton)
    second.release.set()
    qtbot.waitUntil(lambda: engine.is_idle)
    assert [button.text() for button in strip.buttons] == ["✓ current"]
    assert not strip.is_waiting
    assert (strip.height(), strip.buttons[0].geometry()) == (height, place)
    assert len(gates) == 1  # the third was never asked for


def test_the_photo_is_shown_as_the_version_that_is_looked_at(qtbot, opened, strip):
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    document, seen = opened.coloring.document, []
    before = document.recipe, document.developed
    opened.previews.drawn.connect(seen.append)
    for look in (hover, lambda button: button.setFocus(Qt.FocusReason.TabFocusReason)):
        look(strip.buttons[1])
        qtbot.waitUntil(lambda: shows(seen, 160))
        assert (document.recipe, document.developed) == before
        unhover(strip.buttons[1])
        qtbot.waitUntil(lambda: seen[-1].scene.developed is document.developed)
    assert opened.album.current.stack.count() == 0


def test_a_version_that_is_taken_is_there_at_once(qtbot, opened, strip, monkeypatch):
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    document, seen = opened.coloring.document, []
    old = document.developed
    hover(strip.buttons[1])
    opened.previews.drawn.connect(seen.append)
    qtbot.waitUntil(lambda: shows(seen, 160))
    made = seen[-1].scene.developed
    with qtbot.waitSignal(opened.coloring.photo_colored):
        qtbot.mouseClick(strip.buttons[1], Qt.MouseButton.LeftButton)
    assert document.developed.seen is made.seen  # no second pass of the network
    qtbot.waitUntil(lambda: all_there(strip, 3))
    assert old not in [drawing.scene.developed for drawing in seen]  # nothing flickered


def test_the_version_that_was_chosen_is_marked_though_it_needs_no_pass(qtbot, hinting_window):
    strip = hinting_window._workspace.candidates
    hinting_window.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: bool(strip.buttons) and not strip.is_waiting)
    names = [button.text() for button in strip.buttons]
    muted = names.index("muted")
    qtbot.mouseClick(strip.buttons[muted], Qt.MouseButton.LeftButton)
    assert [button.isChecked() for button in strip.buttons].index(True) == muted
    assert strip.buttons[muted].text() == "✓ muted"
    assert strip.buttons[0].text() == "current"
    qtbot.waitUntil(lambda: strip.buttons[0].text() == "✓ current" and not strip.is_waiting)
    assert "muted" not in [button.text() for button in strip.buttons]  # it comes first now


def test_a_version_is_framed_while_the_mouse_is_over_it(qtbot, opened, strip):
    opened.actions_by_name["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    button = strip.buttons[1]
    frame = button.palette().highlight().color()

    def is_framed():
        return button.grab().toImage().pixelColor(2, button.height() // 2) == frame

    assert not is_framed()
    hover(button)
    assert is_framed()
    unhover(button)
    assert not is_framed()


def test_escape_closes_the_versions_and_then_leaves_the_full_screen(qtbot, opened, strip):
    actions = opened.actions_by_name
    actions["full-screen"].trigger()
    actions["candidates"].trigger()
    qtbot.waitUntil(lambda: all_there(strip, 3))
    opened.viewer.setFocus()
    qtbot.keyClick(opened.viewer, Qt.Key.Key_Escape)
    assert strip.isHidden()
    assert not actions["candidates"].isChecked()
    assert actions["full-screen"].isChecked()
    qtbot.keyClick(opened.viewer, Qt.Key.Key_Escape)
    assert not actions["full-screen"].isChecked()


def shows(drawings, size):
    recipe = drawings[-1].scene.recipe if drawings else None
    return recipe is not None and recipe.coloring.size == size
