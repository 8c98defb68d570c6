"""The real window: real drops, drags and saves, with a tiny model behind it."""

import sys
import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.jobs import engine_tasks
from desktop.state import settings as keys
from desktop.widgets.preferences import Preferences
from engine.errors import DeviceMemoryError
from tests.desktop.gestures import ENTRY, colored, drop, files, is_reddish, pixel
from tests.threads import PATIENCE


def test_the_empty_window_invites_and_offers_only_what_works(window):
    assert window.empty.isVisible()
    enabled = {name for name, action in window.actions_by_name.items() if action.isEnabled()}
    of_the_window = {"preferences", "shortcuts", "full-screen", "quit", "labels", "navigator"}
    of_help = {"guide", "sample", "report", "about"}
    assert enabled == {"open", "open-folder", "paste", "batch"} | of_the_window | of_help


def test_a_dropped_photo_is_shown_and_colored(opened):
    assert opened.viewer.isVisible()
    assert opened.windowTitle() == "ramp.jpg – Kolorit"
    assert is_reddish(pixel(opened))
    off = {name for name, action in opened.actions_by_name.items() if not action.isEnabled()}
    of_hints = {
        "set-colors",
        "copy-colors",
        "paste-colors",
        "color-like",
        "share-color",
        "doubt",
        "next-doubt",
        "previous-doubt",
    }
    of_findings = {f"{verb}-finding" for verb in ("next", "previous", "keep", "reject")}
    of_many = {"next-photo", "previous-photo", "apply-to-all", "paste-settings"}
    assert off == {"undo", "redo", "restore", "page"} | of_hints | of_findings | of_many
    assert opened.activity.isHidden()


def test_the_original_is_shown_before_the_network_has_run(
    qtbot, window, gray_jpeg, gate, monkeypatch
):
    network = gate()
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: network)
    with qtbot.waitSignal(window.previews.drawn) as blocker:
        drop(window, files(gray_jpeg))
    assert not colored(blocker.args[0])
    assert window.activity.text == "Coloring…"
    gray = pixel(window)
    assert gray.red() == gray.green() == gray.blue() > 50
    window.activity.cancel.click()
    network.release.set()


def test_dragging_the_strength_slider_repaints(qtbot, opened):
    slider = opened.adjust.rows["strength"].slider

    def drawn_at(strength):
        return lambda drawing: drawing.scene.recipe.grade.strength == strength

    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=drawn_at(0.0)):
        slider.setFocus()
        qtbot.keyClick(slider, Qt.Key.Key_Home)
    gray = pixel(opened)
    assert gray.red() == gray.green() == gray.blue()
    handle = QPoint(slider.width() * 9 // 10, slider.height() // 2)
    with qtbot.waitSignal(opened.previews.drawn):
        qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=QPoint(6, slider.height() // 2))
        qtbot.mouseMove(slider, handle)
        qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=handle)
    assert opened.coloring.document.recipe.grade.strength > 1.5
    assert opened.adjust.rows["strength"].value > 150
    with qtbot.waitSignal(opened.previews.drawn, check_params_cb=drawn_at(0.5)):
        opened.adjust.rows["strength"].box.setValue(50)
    assert slider.value() == 250


def test_a_photo_is_looked_at_again_where_it_was_left(qtbot, window, scans):
    def step(way):
        with qtbot.waitSignal(window.coloring.photo_colored):
            window.filmstrip.step(way)

    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(*sorted(scans.glob("scan-*.png"))))
    viewer = window.viewer
    viewer.set_zoom(16)
    viewer.pan(60, 90)
    sight, shown = viewer.sight, viewer.place_at(viewer.rect().center().toPointF())
    step(1)
    assert viewer.sight is None  # nobody has enlarged that one
    step(-1)
    assert viewer.sight == sight
    assert viewer.place_at(viewer.rect().center().toPointF()) == pytest.approx(shown)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["rotate-left"].trigger()
    assert viewer.sight is None


def test_coloring_can_be_cancelled_and_asked_for_again(
    qtbot, window, wait_until_idle, gray_jpeg, gate, monkeypatch
):
    stopped, real = gate(), engine_tasks.colorize
    monkeypatch.setattr(engine_tasks, "colorize", lambda *_, **__: stopped)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert stopped.entered.wait(PATIENCE)
    qtbot.mouseClick(window.activity.cancel, Qt.MouseButton.LeftButton)
    stopped.release.set()
    wait_until_idle()
    assert window.activity.isHidden()
    monkeypatch.setattr(engine_tasks, "colorize", real)
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.actions_by_name["colorize"].trigger()


def test_a_bug_is_logged_and_the_window_lives_on(
    qtbot, window, engine, gray_jpeg, monkeypatch, caplog
):
    def broken(*_, **__):
        raise ZeroDivisionError

    with monkeypatch.context() as patch:
        patch.setattr("engine.develop.encode", broken)
        with qtbot.waitSignal(engine.crashed):
            drop(window, files(gray_jpeg))
    assert "ZeroDivisionError" in caplog.text
    assert "The log has the details" in window.messages.text
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(gray_jpeg))


def test_a_bug_in_the_window_is_logged_and_told(qtbot, window, monkeypatch, caplog):
    """Qt hands what a slot raises to the hook; here pytest-qt would take it for a failed test."""

    def broken(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(dialogs, "ask_open_paths", broken)
    monkeypatch.setattr(sys, "excepthook", window.troubles.tell_bug)
    window.actions_by_name["open"].trigger()
    qtbot.waitUntil(lambda: "ZeroDivisionError" in caplog.text)
    assert "The log has the details" in window.messages.text


def test_the_failure_of_something_cancelled_is_not_told(
    qtbot, window, wait_until_idle, gray_jpeg, monkeypatch
):
    entered, goes_on = threading.Event(), threading.Event()

    def fails_later(*_, **_options):
        def task(_token, _report):
            entered.set()
            assert goes_on.wait(PATIENCE)
            raise DeviceMemoryError("cuda:0", 33)

        return task

    monkeypatch.setattr(engine_tasks, "colorize", fails_later)
    with qtbot.waitSignal(window.opener.shown):
        drop(window, files(gray_jpeg))
    assert entered.wait(PATIENCE)
    qtbot.mouseClick(window.activity.cancel, Qt.MouseButton.LeftButton)
    goes_on.set()
    wait_until_idle()
    assert window.messages.text.startswith("Stopped.")


def test_the_device_and_the_size_are_shown(opened):
    assert "processor" in opened.adjust._device.text()
    assert opened._info.text().startswith("60 × 40")


def test_closing_while_the_engine_works_ends_the_work(opened, engine, gate):
    entered = threading.Event()

    def endless(token, _report):
        entered.set()
        while True:
            token.check()

    waiting = gate()
    engine.submit(endless)
    engine.submit(waiting)
    assert entered.wait(PATIENCE)
    assert opened.close()
    engine.close()
    assert not waiting.entered.is_set()


def test_preferences_that_are_cancelled_change_nothing(qtbot, settings):
    dialog = Preferences(settings)
    qtbot.addWidget(dialog)
    dialog.quality.setValue(30)
    dialog.reject()
    assert settings.get(keys.QUALITY) == 95


def test_every_key_of_the_window_is_listed(qtbot, window, monkeypatch):
    shown = []

    def show(dialog):  # a method of a list would not be bound to the dialog
        shown.append(dialog)

    monkeypatch.setattr(dialogs.Shortcuts, "exec", show)
    window.actions_by_name["shortcuts"].trigger()
    table = shown[0].table
    rows = {table.item(row, 0).text(): table.item(row, 1).text() for row in range(table.rowCount())}
    assert rows["Color hints"] == "H"
    assert rows["Show uncertain areas"] == "D"
    assert "Ctrl+O" in rows["Open"]
    keyed = [action for action in window.actions_by_name.values() if action.shortcuts()]
    assert {action.iconText() for action in keyed} <= set(rows)


def test_no_key_means_two_things(window):
    keys = [key.toString() for a in window.actions_by_name.values() for key in a.shortcuts()]
    assert len(keys) == len(set(keys))


def test_before_a_photo_is_open_its_sliders_and_colors_are_off(qtbot, window, gray_jpeg):
    panel = window.adjust
    assert panel.model.isEnabled()
    assert not any(row.isEnabled() for row in panel.rows.values())
    assert not panel.hints.tool.isEnabled()
    with qtbot.waitSignal(window.coloring.photo_colored):
        window.opener.open_paths([gray_jpeg])
    assert panel.rows["strength"].isEnabled()


def test_the_window_shows_that_files_can_be_dropped_while_they_are_held_over_it(window, tmp_path):
    frame, nothing = window._workspace.drop_frame, Qt.KeyboardModifier.NoModifier
    mime, left = files(tmp_path), Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(ENTRY, Qt.DropAction.CopyAction, mime, left, nothing)
    QApplication.sendEvent(window, enter)
    assert frame.isVisible()
    assert frame.geometry() == window._workspace.rect()
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not frame.isVisible()
    drop(window, mime)
    assert not frame.isVisible()
