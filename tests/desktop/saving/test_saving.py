"""What leaves the window: files, pictures, and the window itself while they are written."""

import threading

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from desktop import dialogs
from desktop.state import document
from desktop.state import settings as keys
from desktop.state.document import folded, free_paths
from desktop.widgets.preferences import Preferences
from engine.coloring.colorize import lab_from_pixels
from engine.files.image_io import read_photo, write_photo
from engine.files.provenance import SOURCE_TYPE
from tests.desktop.gestures import choose, drop, files, is_reddish, save, told
from tests.threads import PATIENCE
from tests.tiny import gray_pixels


def test_saving_writes_what_is_shown_and_leaves_the_original(qtbot, opened, monkeypatch, tmp_path):
    original = (tmp_path / "ramp.jpg").read_bytes()
    opened.adjust.rows["strength"].box.setValue(150)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved):
        save(opened)
    before, after = (
        lab_from_pixels(read_photo(tmp_path / name).rgb) for name in ("ramp.jpg", "out.png")
    )
    assert (after[0] - before[0]).abs().mean() <= 0.5
    assert after[1].mean() > 30
    assert (tmp_path / "ramp.jpg").read_bytes() == original
    assert "out.png" in opened.messages.text


def test_the_suggested_name_is_a_new_one(qtbot, opened, monkeypatch, tmp_path):
    seen = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, name: seen.append(name))
    save(opened)
    told(qtbot, opened)
    assert seen == [tmp_path / "ramp-color.jpg"]


def test_the_original_cannot_be_saved_over(qtbot, opened, monkeypatch, tmp_path):
    content = (tmp_path / "ramp.jpg").read_bytes()
    choose(monkeypatch, tmp_path / "ramp.jpg")
    with qtbot.waitSignal(opened.exports.failed):
        save(opened)
    assert "never overwrites" in opened.messages.text
    assert (tmp_path / "ramp.jpg").read_bytes() == content


def test_saving_shows_progress_and_can_be_cancelled(qtbot, opened, monkeypatch, tmp_path):
    halfway, goes_on = threading.Event(), threading.Event()

    def stops_halfway(_developed, token, report, *, bits):
        report(0.5)
        halfway.set()
        assert goes_on.wait(PATIENCE)
        token.check()
        raise AssertionError("cancelling had no effect")

    monkeypatch.setattr("engine.saving.render_photo", stops_halfway)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.progressed):
        save(opened)
    assert halfway.wait(PATIENCE)
    assert opened.activity.text == "Saving…"
    assert opened.activity._bar.value() == 500
    with qtbot.waitSignal(opened.exports.dropped):
        qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
        goes_on.set()
    assert not (tmp_path / "out.png").exists()
    assert opened.activity.isHidden()


def test_a_save_cancelled_while_writing_leaves_no_file(qtbot, opened, monkeypatch, tmp_path):
    def cancelled_meanwhile(path, rgb, options, *, overwrite, token):
        token.cancel()
        write_photo(path, rgb, options, overwrite=overwrite, token=token)

    monkeypatch.setattr("engine.saving.write_photo", cancelled_meanwhile)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.dropped):
        save(opened)
    assert not list(tmp_path.glob("*out*"))


def test_the_picture_follows_the_slider_while_a_photo_is_saved(
    qtbot, opened, monkeypatch, tmp_path
):
    drawn_meanwhile = threading.Event()
    opened.previews.drawn.connect(lambda _: drawn_meanwhile.set())

    def slow(developed, token, report, *, bits):
        while not drawn_meanwhile.wait(0.01):
            report(0.5)
        return developed.photo.rgb

    monkeypatch.setattr("engine.saving.render_photo", slow)
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved):
        save(opened)
        opened.adjust.rows["strength"].box.setValue(30)
    assert drawn_meanwhile.is_set()


def test_closing_waits_for_a_save_and_then_closes(
    qtbot, opened, gate, engine, monkeypatch, tmp_path
):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    told(qtbot, opened)
    assert not opened.close()
    assert "still being saved" in opened.messages.text
    with qtbot.waitSignal(opened.exports.saved):
        busy.release.set()
    qtbot.waitUntil(opened.isHidden)
    assert (tmp_path / "out.png").exists()


def test_cancelling_the_save_that_a_close_waits_for_keeps_the_window(
    qtbot, opened, gate, engine, monkeypatch, tmp_path
):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    told(qtbot, opened)
    assert not opened.close()
    qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
    assert opened.messages.text == ""
    with qtbot.waitSignal(opened.exports.dropped):
        busy.release.set()
    with qtbot.waitSignal(opened.exports.saved):
        save(opened)
    assert opened.isVisible()
    assert "Saved" in opened.messages.text


def test_closing_twice_does_not_wait(qtbot, opened, gate, engine, monkeypatch, tmp_path):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    told(qtbot, opened)
    assert not opened.close()
    assert opened.close()
    busy.release.set()


def test_cancel_stops_only_what_it_names(qtbot, opened, engine, gate, monkeypatch, tmp_path):
    busy = gate()
    engine.submit(busy)
    choose(monkeypatch, tmp_path / "out.png")
    save(opened)
    told(qtbot, opened)
    write_photo(tmp_path / "next.png", gray_pixels(20, 30))
    drop(opened, files(tmp_path / "next.png"))
    told(qtbot, opened)
    assert opened.activity.text == "Saving…"
    qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(opened.coloring.photo_opened):
        busy.release.set()
    assert not (tmp_path / "out.png").exists()
    assert opened.windowTitle() == "next.png – Kolorit"


def test_changing_the_strength_takes_back_the_word_saved(qtbot, opened, monkeypatch, tmp_path):
    choose(monkeypatch, tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved):
        save(opened)
    assert "Saved" in opened.messages.text
    opened.adjust.rows["strength"].box.setValue(30)
    assert opened.messages.text == ""


def test_a_taken_name_is_not_suggested(qtbot, opened, monkeypatch, tmp_path):
    (tmp_path / "ramp-color.jpg").touch()
    seen = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda _, name: seen.append(name))
    save(opened)
    told(qtbot, opened)
    assert seen == [tmp_path / "ramp-color-2.jpg"]


def test_the_save_dialog_completes_names_and_follows_the_chosen_format(opened, tmp_path):
    dialog = dialogs.save_dialog(opened, tmp_path / "x-color.png")
    assert dialog.selectedNameFilter() == "PNG (*.png)"
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit("TIFF (*.tif *.tiff)")
    assert dialog.defaultSuffix() == "tif"
    assert [name.rsplit("/")[-1] for name in dialog.selectedFiles()] == ["x-color.tif"]


def test_preferences_reach_the_files(qtbot, opened, monkeypatch, tmp_path, settings):
    def answer(_parent, settings):
        dialog = Preferences(settings)
        qtbot.addWidget(dialog)
        dialog.provenance.setChecked(False)
        dialog.quality.setValue(30)
        dialog.accept()

    sizes = []
    for name in ("before.jpg", "after.jpg"):
        choose(monkeypatch, tmp_path / name)
        with qtbot.waitSignal(opened.exports.saved):
            opened.actions_by_name["save-as"].trigger()
        sizes.append((tmp_path / name).stat().st_size)
        monkeypatch.setattr(dialogs, "ask_preferences", answer)
        opened.actions_by_name["preferences"].trigger()
    assert sizes[1] < sizes[0]
    assert b"compositeWithTrainedAlgorithmicMedia" in (tmp_path / "before.jpg").read_bytes()
    assert b"compositeWithTrainedAlgorithmicMedia" not in (tmp_path / "after.jpg").read_bytes()
    assert settings.get(keys.QUALITY) == 30


def test_the_colored_photo_can_be_copied(qtbot, opened):
    with qtbot.waitSignal(opened.exports.rendered):
        opened.actions_by_name["copy-picture"].trigger()
    copied = QGuiApplication.clipboard().image()
    assert (copied.height(), copied.width()) == (40, 60)
    assert is_reddish(copied.pixelColor(50, 20))


def test_before_and_after_can_be_saved_side_by_side(qtbot, opened, monkeypatch, tmp_path):
    suggested = []

    def answer(_, name):
        suggested.append(name)
        return tmp_path / "both.png"

    monkeypatch.setattr(dialogs, "ask_save_path", answer)
    with qtbot.waitSignal(opened.exports.saved):
        opened.actions_by_name["save-comparison"].trigger()
    assert suggested == [tmp_path / "ramp-color-comparison.jpg"]
    both = read_photo(tmp_path / "both.png")
    assert SOURCE_TYPE.encode() in both.metadata.xmp
    rgb = both.rgb.astype(int)
    assert rgb.shape == (40, 60 + 1 + 60, 3)
    assert np.ptp(rgb[:, :60], axis=2).max() == 0
    assert (rgb[:, 61:, 0] - rgb[:, 61:, 1]).mean() > 10
    assert opened.saver.unsaved == 0


def test_a_window_that_was_closed_meanwhile_asks_nothing(qtbot, opened, monkeypatch):
    """The disk took its time to say which names are free."""
    seen = []
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *asked: seen.append(asked))
    save(opened)
    assert opened.close()
    told(qtbot, opened)
    assert seen == []


def test_closing_waits_also_while_names_for_all_are_being_found(
    qtbot, opened, monkeypatch, tmp_path
):
    folder, goes_on = tmp_path / "out", threading.Event()
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    names_in = document.names_in

    def slow(folder):
        assert goes_on.wait(PATIENCE)
        return names_in(folder)

    monkeypatch.setattr(document, "names_in", slow)
    opened.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(lambda: opened.saver.is_planning)
    assert not opened.close()
    with qtbot.waitSignal(opened.exports.saved):
        goes_on.set()
    qtbot.waitUntil(opened.isHidden)
    assert [path.name for path in folder.iterdir()] == ["ramp-color.jpg"]


def test_names_for_all_are_as_free_as_names_for_one(tmp_path):
    for name in ("a-color.png", "A-COLOR-2.png", "b-color.tif"):
        (tmp_path / name).touch()
    names = ["a.png", "a.png", "b.bmp", "c.png", "a.png", "c-color.png"]
    promised = {folded(tmp_path / "c-color.png")}
    found = free_paths(tmp_path, names, promised)
    assert [path.name for path in found] == [
        "a-color-3.png",
        "a-color-4.png",
        "b-color-2.tif",
        "c-color-2.png",
        "a-color-5.png",
        "c-color-color.png",
    ]
    assert free_paths(tmp_path / "gone", ["a.png"], ()) == [tmp_path / "gone" / "a-color.png"]


def test_planning_names_grows_with_their_number_only(tmp_path, monkeypatch):
    """A folder each, and all photos called alike, as scanners do."""
    tried = []
    numbered = document._numbered
    monkeypatch.setattr(document, "_numbered", lambda *a: tried.append(a) or numbered(*a))
    free_paths(tmp_path, ["scan.jpg"] * 2000, ())
    assert len(tried) == 2000
