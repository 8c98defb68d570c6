"""Whole folders through the real dialog, on the real core, with a tiny model."""

import csv
import json
import sys

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent

from desktop import dialogs
from desktop.batch import batch_results
from desktop.state import settings as keys
from engine.batch.job import Colored, Conflict, Preset, preset_from_json, preset_to_json
from engine.batch.outcome import BlockingCondition
from engine.batch.records.folder import BatchFolder
from engine.batch.running.run import Counts, Paused
from engine.files.image_io import read_photo, write_photo
from engine.recipe.recipe import Stage
from engine.recipe.stages import Repair
from tests.desktop.batch.gestures import press, run, visible
from tests.desktop.gestures import drop, files
from tests.tiny import gray_pixels


def test_nothing_can_start_before_there_are_folders(dialog):
    assert not dialog.buttons["start"].isEnabled()
    assert "a source and a destination folder" in dialog.form.example.text()


def test_on_a_small_screen_it_is_seen_to_lie_over_another_window(dialog):
    room = dialog.screen().availableSize() * 0.85
    usual = QSize(960, 640).boundedTo(room)
    assert dialog.size() == usual.expandedTo(dialog.minimumSizeHint())
    assert dialog.height() < dialog.screen().availableSize().height()


def test_a_folder_is_dropped_and_the_results_go_beside_it(qtbot, dialog, scans):
    assert drop(dialog.form.source, files(scans))
    qtbot.waitUntil(lambda: dialog.form.source.path == scans)
    assert dialog.form.target.path == scans.with_name("scans-color")
    assert "grandma.jpg" in dialog.form.example.text()
    assert dialog.buttons["start"].isEnabled()


def test_the_example_follows_the_template_and_says_what_is_wrong(dialog, scans):
    dialog.form.source.show_path(scans)
    dialog.form.name.setText("{parent}-{n:04}")
    assert "scans-0001.jpg" in dialog.form.example.text()
    dialog.form.name.setText("{nonsense}")
    assert "{stem}" in dialog.form.example.text()
    assert not dialog.buttons["start"].isEnabled()


def test_a_folder_is_colored_and_one_bad_file_stops_nothing(qtbot, window, dialog, scans):
    dialog.form.source.show_path(scans)
    needs = []
    dialog._worker.happened.connect(lambda *_: needs.append(dialog.progress.needs.text()))
    counts, report = run(qtbot, dialog)
    out = scans.with_name("scans-color")
    assert (counts.done, counts.failed, counts.remaining) == (3, 1, 0)
    for name in ("a.png", "b.png", "1920/ä ☂.png"):
        rgb = read_photo(out / name).rgb.astype(int)
        assert (rgb[..., 0] - rgb[..., 1]).mean() > 10
    assert report == out / "report.html"
    with (out / "report.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == 4
    assert visible(dialog) == {"folder", "report", "retry", "back"}
    assert "failed: “bad.jpg”." in dialog.progress.title.text()
    assert "3 colored" in dialog.progress.counts.text()
    assert " free." in needs[0]
    assert dialog.progress.needs.text().startswith("“bad.jpg” is no")
    assert not dialog.progress.picture.pixmap().isNull()
    assert window.isEnabled()


def test_failed_photos_are_tried_again(qtbot, dialog, scans):
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    write_photo(scans / "bad.png", gray_pixels(9, 9))
    (scans / "bad.png").replace(scans / "bad.jpg")
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "retry")
    assert ended.args[0].failed == 0
    assert (scans.with_name("scans-color") / "bad.jpg").exists()
    assert dialog.progress.title.text() == "All photos are done."


def test_results_and_report_are_opened(qtbot, dialog, scans, monkeypatch):
    opened = []
    for name in ("reveal", "reveal_watched"):
        monkeypatch.setattr(batch_results, name, lambda path, *_: opened.append(path) or True)
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    press(qtbot, dialog, "folder")
    press(qtbot, dialog, "report")
    out = scans.with_name("scans-color")
    assert opened == [out, out / "report.html"]
    report = out / "report.html"
    assert dialog.messages.text == f"The report opens in your browser. It is “{report}”."
    qtbot.mouseClick(dialog.messages._action, Qt.MouseButton.LeftButton)
    assert opened[2:] == [out]


def test_a_report_that_nothing_opens_is_named(qtbot, dialog, scans, monkeypatch):
    monkeypatch.setattr(batch_results, "reveal", lambda _: False)
    monkeypatch.setattr(batch_results, "reveal_watched", lambda *_: False)
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    press(qtbot, dialog, "report")
    report = scans.with_name("scans-color") / "report.html"
    assert dialog.messages.text == f"No browser opens the report here. It is “{report}”."
    qtbot.mouseClick(dialog.messages._action, Qt.MouseButton.LeftButton)
    assert dialog.messages.text == f"No program shows folders here: {report.parent}"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="others have no such helper")
def test_a_report_for_which_a_helper_finds_no_browser_is_named(
    qtbot, dialog, scans, tmp_path, monkeypatch
):
    """The helper is there, so it looks as if something would open; then it gives up."""
    helper = tmp_path / "bin" / "xdg-open"
    helper.parent.mkdir()
    helper.write_text("#!/bin/sh\nexit 3\n")
    helper.chmod(0o755)
    monkeypatch.setenv("PATH", str(helper.parent))
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    press(qtbot, dialog, "report")
    report = scans.with_name("scans-color") / "report.html"
    wanted = f"No browser opens the report here. It is “{report}”."
    qtbot.waitUntil(lambda: dialog.messages.text == wanted)


def test_photos_that_failed_are_named_with_their_reasons(qtbot, dialog, scans):
    for number in range(4):
        (scans / f"worse-{number}.png").write_bytes(b"no photo")
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    title = dialog.progress.title.text()
    assert title == (
        "Done, but 5 photos failed: “bad.jpg”, “worse-0.png”, “worse-1.png” and 2 more."
    )
    reasons = dialog.progress.needs.text().splitlines()
    assert len(reasons) == 3
    for name, text in zip(("bad.jpg", "worse-0", "worse-1"), reasons, strict=True):
        assert f"“{name}" in text
    (scans / "worse-3.png").unlink()
    with qtbot.waitSignal(dialog._worker.ended):
        press(qtbot, dialog, "retry")
    assert "“bad.jpg”" in dialog.progress.title.text()


def test_a_batch_pauses_and_goes_on(qtbot, dialog, scans):
    for index in range(40):
        write_photo(scans / f"more-{index}.png", gray_pixels(20, 30))
    dialog.form.source.show_path(scans)
    press(qtbot, dialog, "start")
    press(qtbot, dialog, "pause")
    qtbot.waitUntil(lambda: dialog.progress.title.text() == "Paused.")
    assert dialog.buttons["pause"].text() == "&Resume"
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "pause")
    assert ended.args[0].done == 43


def test_a_stopped_batch_can_go_on_from_the_message_and_later(qtbot, dialog, scans):
    for index in range(40):
        write_photo(scans / f"more-{index}.png", gray_pixels(20, 30))
    dialog.form.source.show_path(scans)
    press(qtbot, dialog, "start")
    press(qtbot, dialog, "pause")  # or it might be done before this test goes on
    qtbot.waitUntil(lambda: dialog.progress.title.text() == "Paused.")
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "stop")
    assert ended.args[0].remaining > 0
    qtbot.waitUntil(lambda: not dialog._worker.is_busy)
    press(qtbot, dialog, "back")
    with qtbot.waitSignal(dialog._worker.failed):
        press(qtbot, dialog, "start")  # as if asked for anew, perhaps tomorrow
    assert "unfinished" in dialog.messages.text
    qtbot.waitUntil(lambda: not dialog._worker.is_busy)
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        qtbot.mouseClick(dialog.messages._action, Qt.MouseButton.LeftButton)
    assert ended.args[0].remaining == 0
    assert len(list(scans.with_name("scans-color").glob("more-*.png"))) == 40


@pytest.fixture
def unfinished(qtbot, dialog, scans):
    """A batch that was stopped; then the user changed a setting and started again."""
    dialog.form.source.show_path(scans)
    press(qtbot, dialog, "start")
    press(qtbot, dialog, "pause")
    qtbot.waitUntil(lambda: dialog.progress.title.text() == "Paused.")
    with qtbot.waitSignal(dialog._worker.ended):
        press(qtbot, dialog, "stop")
    assert "remain" in dialog.messages.text
    press(qtbot, dialog, "back")
    assert dialog.messages.text == ""
    dialog.form.controls["strength"].setValue(50)
    with qtbot.waitSignal(dialog._worker.failed):
        press(qtbot, dialog, "start")
    return scans.with_name("scans-color")


def strength_of(target):
    return BatchFolder(target).read_job().settings.recipe.grade.strength


def test_an_unfinished_batch_goes_on_with_its_settings_or_begins_anew(qtbot, dialog, unfinished):
    assert "keeps its settings" in dialog.messages.text
    assert visible(dialog) == {"preview", "start", "anew"}
    assert not dialog.buttons["start"].isEnabled()
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "anew")
    assert ended.args[0].remaining == 0
    assert strength_of(unfinished) == 0.5
    press(qtbot, dialog, "back")
    assert visible(dialog) == {"preview", "start"}


def test_going_on_keeps_the_earlier_settings(qtbot, dialog, unfinished):
    with qtbot.waitSignal(dialog._worker.ended):
        qtbot.mouseClick(dialog.messages._action, Qt.MouseButton.LeftButton)
    assert strength_of(unfinished) == 1.0


def test_another_folder_has_nothing_to_begin_anew(dialog, unfinished, tmp_path):
    dialog.form.target.show_path(tmp_path / "elsewhere")
    assert visible(dialog) == {"preview", "start"}
    assert dialog.buttons["start"].isEnabled()
    dialog.form.target.show_path(unfinished)
    assert visible(dialog) == {"preview", "start", "anew"}


def test_a_damaged_batch_can_begin_anew(qtbot, dialog, scans):
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    BatchFolder(scans.with_name("scans-color")).plan.write_bytes(b"no plan" * 200)
    press(qtbot, dialog, "back")
    with qtbot.waitSignal(dialog._worker.failed):
        press(qtbot, dialog, "start")
    assert "Start over" in dialog.messages.text
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "anew")
    assert ended.args[0].remaining == 0


def test_the_home_of_nobody_is_no_folder(dialog, scans):
    dialog.form.source.show_path(scans)
    dialog.form.target.line.setText("~nobody-is-called-so/results")
    assert dialog.form.job is None


def test_rules_are_kept_under_a_name(qtbot, dialog, monkeypatch, settings):
    monkeypatch.setattr(dialogs, "ask_name", lambda *_: "archive")
    form = dialog.form
    form.format.setCurrentIndex(form.format.findData(".tif"))
    form.conflict.setCurrentIndex(form.conflict.findData(Conflict.UNIQUE))
    form.colored.setCurrentIndex(form.colored.findData(Colored.COPY))
    form.sidecars.setChecked(False)
    form.controls["strength"].setValue(70)
    form.include.setText("*.tif; the 1920s/*;")
    saved = form.preset
    assert saved.rules.include == ("*.tif", "the 1920s/*")
    dialog.presets.save.click()
    assert list(json.loads(settings.get(keys.BATCH_PRESETS))) == ["archive"]
    form.controls["strength"].setValue(100)
    form.sidecars.setChecked(True)
    form.format.setCurrentIndex(0)
    dialog.presets.list.activated.emit(dialog.presets.list.currentIndex())
    assert form.preset == saved
    assert form.include.text() == "*.tif; the 1920s/*"
    dialog.presets.delete.click()
    assert json.loads(settings.get(keys.BATCH_PRESETS)) == {}


def test_limits_of_what_is_repaired_are_kept_in_presets(dialog):
    form = dialog.form
    shade, largest = form.choices["shade"], form.controls["largest"]
    assert not shade.isEnabled()
    assert not largest.isEnabled()
    form.steps[Stage.REPAIR].setChecked(True)
    assert shade.isEnabled()
    assert largest.isEnabled()
    assert largest.text() == "any size"
    assert form.preset.settings.recipe.repair == Repair()
    largest.setValue(25)
    shade.setCurrentIndex(shade.findData("dark"))
    preset = form.preset
    assert largest.text() == "2.5 %"
    assert preset.settings.recipe.repair == Repair(largest=0.025, shade="dark")
    form.show_preset(Preset())
    assert shade.currentText() == "dark and light marks"
    form.show_preset(preset_from_json(preset_to_json(preset)))
    assert form.preset == preset


DEEP = pytest.param("[" * 100_000, id="deep")


@pytest.mark.parametrize(
    "stored", ["nonsense", "[]", '{"a": 3}', '{"a": {"rules": {"x": 1}}}', DEEP]
)
def test_spoilt_presets_are_no_obstacle(window, settings, stored):
    settings.set(keys.BATCH_PRESETS, stored)
    window.batches.open()
    assert window.batches.dialog.presets.list.count() == 1


def test_presets_of_a_newer_version_stay(window, settings, monkeypatch):
    """So do those that are damaged, when others are kept and removed."""
    newer = {"format": 99, "rules": {}}
    settings.set(keys.BATCH_PRESETS, json.dumps({"new": newer, "spoilt": 3}))
    window.batches.open()
    dialog = window.batches.dialog
    names = [dialog.presets.list.itemText(n) for n in range(dialog.presets.list.count())]
    assert names == ["Custom", "new"]
    for answer in ("new", "archive"):
        monkeypatch.setattr(dialogs, "ask_name", lambda *_, answer=answer: answer)
        dialog.presets.save.click()
        stored = json.loads(settings.get(keys.BATCH_PRESETS))
        assert stored["new"] == newer
        assert ("archive" in stored) == (answer == "archive")
    expected = "“new” was written by a newer version of Kolorit; it is not used and not changed."
    assert dialog.messages.text == expected
    dialog.messages.clear_message()
    dialog.presets.chosen.emit("new")
    assert dialog.messages.text == expected
    dialog.presets.delete.click()
    assert json.loads(settings.get(keys.BATCH_PRESETS)) == {"new": newer, "spoilt": 3}


def test_the_photos_folder_is_refused_for_the_results(qtbot, dialog, scans):
    dialog.form.source.show_path(scans)
    dialog.form.target.show_path(scans)
    with qtbot.waitSignal(dialog._worker.failed):
        press(qtbot, dialog, "start")
    assert "contains the photos" in dialog.messages.text
    assert visible(dialog) == {"preview", "start"}


def test_closing_the_window_asks_while_a_batch_runs(qtbot, window, dialog, scans, monkeypatch):
    for index in range(40):
        write_photo(scans / f"more-{index}.png", gray_pixels(20, 30))
    asked = []
    monkeypatch.setattr(dialogs, "ask_stop_batch", lambda _: asked.append(1) or len(asked) > 1)
    dialog.form.source.show_path(scans)
    press(qtbot, dialog, "start")
    press(qtbot, dialog, "pause")  # or it might be done before this test goes on
    qtbot.waitUntil(lambda: dialog.progress.title.text() == "Paused.")
    event = QCloseEvent()
    window.closeEvent(event)
    assert not event.isAccepted()
    event = QCloseEvent()
    window.closeEvent(event)
    assert event.isAccepted()
    assert not dialog._worker.is_busy


def test_a_typed_folder_is_taken_when_it_is_whole(qtbot, dialog, scans):
    line = dialog.form.source.line
    line.setFocus()
    qtbot.keyClicks(line, str(scans))
    assert dialog.form.target.path is None
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert dialog.form.target.path == scans.with_name("scans-color")
    dialog.form.source.show_path(scans / "1920")
    assert dialog.form.target.path == scans / "1920-color"


def test_while_photos_are_looked_at_nothing_else_starts(qtbot, dialog, scans):
    dialog.form.source.show_path(scans)
    with qtbot.waitSignal(dialog._worker.previewed):
        press(qtbot, dialog, "preview")
        assert not dialog.buttons["start"].isEnabled()
        assert dialog.busy.isVisible()
    assert dialog.buttons["start"].isEnabled()
    assert dialog.busy.isHidden()


def test_a_pause_before_the_first_photo_counts(qtbot, dialog, scans):
    dialog.form.source.show_path(scans)
    press(qtbot, dialog, "start")
    press(qtbot, dialog, "pause")
    qtbot.waitUntil(lambda: dialog.progress.title.text() == "Paused.")
    with qtbot.waitSignal(dialog._worker.ended) as ended:
        press(qtbot, dialog, "pause")
    assert ended.args[0].done == 3


def test_what_became_of_a_batch_whose_window_was_closed_is_told_in_the_main_window(
    qtbot, window, dialog, scans
):
    dialog.form.source.show_path(scans)
    with qtbot.waitSignal(dialog._worker.ended):
        press(qtbot, dialog, "start")
        dialog.close()
    assert window.messages.text.startswith("Done, but 1 photo")
    assert window.messages.text.endswith(" failed: “bad.jpg”.")
    qtbot.mouseClick(window.messages._action, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert window.messages.text == ""


def test_a_batch_that_waits_tells_so_in_the_main_window_until_it_is_seen_to(
    qtbot, window, dialog, opened
):
    dialog.close()
    dialog._on_happened(Paused(BlockingCondition.DISK_FULL), Counts(3, 0, 0, 0, 0, 0, 3))
    assert "disk" in window.messages.text
    opened.adjust.rows["strength"].box.setValue(30)
    assert "disk" in window.messages.text


def test_whoever_looks_at_the_batch_is_not_told_twice(qtbot, window, dialog, scans):
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.form.source.show_path(scans)
    run(qtbot, dialog)
    assert window.messages.text == ""
