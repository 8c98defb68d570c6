"""Several photos at once, with the real window."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QImage
from PySide6.QtWidgets import QApplication

from desktop import dialogs
from desktop.photos.album import Album
from desktop.photos.incoming import photos_in
from desktop.saving import save_tasks
from desktop.state.item import State
from desktop.widgets.bars.message_bar import Tone
from desktop.widgets.plain import Answer
from engine.files.image_io import read_photo, write_photo
from engine.recipe.sidecar import Kept, write_sidecar
from engine.recipe.stages import Crop, Grade
from tests.desktop.gestures import drop, files, show_photo, told
from tests.desktop.recipes import recipe_of
from tests.tiny import gray_pixels


def states(window):
    return [item.state for item in window.album.items]


@pytest.fixture
def opened(qtbot, window, scans):
    """Three photos of a folder, the first shown, all with thumbnails."""
    drop(window, files(scans))
    qtbot.waitUntil(
        lambda: [item.thumbnail is not None for item in window.album.items] == [True] * 3,
    )
    qtbot.waitUntil(lambda: states(window) == [State.DONE] * 3)
    return window


def test_a_folder_opens_as_its_photos_in_the_order_of_their_numbers(opened, scans):
    names = [item.path.name for item in opened.album.items]
    assert names == ["scan-1.png", "scan-2.png", "scan-10.png"]
    assert opened.windowTitle() == "scan-1.png – Kolorit"
    assert opened.filmstrip.isVisible()
    assert [opened.filmstrip.item(row).text() for row in range(3)] == names
    assert opened.filmstrip.currentRow() == 0


def test_what_thousands_of_waiting_photos_show_is_drawn_once(qtbot, window, tmp_path):
    names = [f"{number}.png" for number in range(3)]
    window.album.add_paths(tmp_path / name for name in names)
    strip = window.filmstrip
    icons = {strip.item(row).icon().cacheKey() for row in range(3)}
    assert len(icons) == 1
    assert [strip.item(row).text() for row in range(3)] == names


def test_thumbnails_have_colors(opened):
    thumbnail = opened.album.items[2].thumbnail
    color = thumbnail.pixelColor(thumbnail.width() // 2, thumbnail.height() // 2)
    assert color.red() > color.green() + 20


def test_one_photo_needs_no_filmstrip(qtbot, window, scans):
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans / "scan-1.png"))
    assert window.filmstrip.isHidden()


def test_a_click_shows_another_photo_and_each_keeps_its_look_and_steps(qtbot, opened):
    strength = opened.adjust.rows["strength"]
    strength.box.setValue(30)
    show_photo(qtbot, opened, 1)
    assert opened.windowTitle() == "scan-2.png – Kolorit"
    assert strength.value == 100
    assert not opened.actions_by_name["undo"].isEnabled()
    show_photo(qtbot, opened, 0)
    assert strength.value == 30
    opened.actions_by_name["undo"].trigger()
    assert strength.value == 100


def test_a_photo_that_cannot_be_read_says_why_and_the_last_one_stays(qtbot, opened, tmp_path):
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(b"no photo at all")
    with qtbot.waitSignal(opened.coloring.opening_failed):
        drop(opened, files(bad))
    assert opened.windowTitle() == "scan-1.png – Kolorit"
    assert opened.album.items[3].state is State.FAILED
    assert "bad.jpg" in opened.filmstrip.item(3).toolTip()
    assert "not a supported image" in opened.filmstrip.item(3).toolTip()


def test_a_bad_photo_in_a_folder_fails_alone(qtbot, window, scans):
    (scans / "scan-2.png").write_bytes(b"broken")
    drop(window, files(scans))
    expected = [State.DONE, State.FAILED, State.DONE]
    qtbot.waitUntil(lambda: states(window) == expected)


def test_an_open_photo_is_not_opened_twice(qtbot, opened, scans):
    drop(opened, files(scans / "scan-10.png"))
    qtbot.waitUntil(lambda: opened.windowTitle().startswith("scan-10"))
    assert len(opened.album.items) == 3


def test_delete_closes_all_that_are_selected_and_a_neighbor_is_shown(qtbot, opened):
    strip = opened.filmstrip
    strip.setFocus()
    strip.item(0).setSelected(True)
    strip.item(1).setSelected(True)
    with qtbot.waitSignal(opened.opener.shown):
        qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert opened.windowTitle() == "scan-10.png – Kolorit"
    assert opened.filmstrip.isHidden()
    opened.opener.close([opened.album.items[0].id])
    assert opened.empty.isVisible()
    assert opened.windowTitle() == "Kolorit"
    assert not opened.actions_by_name["save"].isEnabled()


def test_the_order_can_be_changed(qtapp_album):
    album, ids = qtapp_album
    album.arrange([ids[2], ids[0], ids[1]])
    assert [item.id for item in album.items] == [ids[2], ids[0], ids[1]]


@pytest.fixture
def qtapp_album(qapp, tmp_path):
    album = Album()
    items = album.add_paths(tmp_path / name for name in "abc")
    return album, [item.id for item in items]


def test_all_are_saved_each_with_its_own_look(qtbot, opened, scans, tmp_path, monkeypatch):
    opened.adjust.rows["strength"].box.setValue(0)
    folder = tmp_path / "out"
    folder.mkdir()
    (folder / "scan-2-color.png").write_bytes(b"was here before")
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    saved = []
    opened.exports.saved.connect(lambda path, _look: saved.append(path.name))
    opened.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(lambda: len(saved) == 3)
    assert saved == ["scan-1-color.png", "scan-2-color-2.png", "scan-10-color.png"]
    assert (folder / "scan-2-color.png").read_bytes() == b"was here before"
    first, last = (read_photo(folder / name).rgb.astype(int) for name in (saved[0], saved[2]))
    assert np.ptp(first, axis=2).max() <= 1  # strength 0 is gray
    assert (last[..., 0] - last[..., 1]).mean() > 10
    assert opened.saver.unsaved == 0


def test_closing_asks_when_changes_would_be_lost(qtbot, opened, monkeypatch, tmp_path):
    asked = []
    cancel = Answer.Cancel
    monkeypatch.setattr(
        dialogs, "ask_save_changes", lambda _, names, __: asked.append(names) or cancel
    )
    opened.adjust.rows["strength"].box.setValue(30)
    event = QCloseEvent()
    opened.closeEvent(event)
    assert asked == [["scan-1.png"]]
    assert not event.isAccepted()
    monkeypatch.setattr(dialogs, "ask_save_path", lambda *_: tmp_path / "out.png")
    with qtbot.waitSignal(opened.exports.saved):
        opened.actions_by_name["save"].trigger()
    event = QCloseEvent()
    opened.closeEvent(event)
    assert event.isAccepted()
    assert len(asked) == 1


def test_a_pasted_picture_joins_the_others_and_can_be_shown_again(qtbot, opened):
    picture = QImage(30, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFF808080)
    QApplication.clipboard().setImage(picture)
    with qtbot.waitSignal(opened.coloring.photo_colored):
        opened.actions_by_name["paste"].trigger()
    assert len(opened.album.items) == 4
    show_photo(qtbot, opened, 0)
    show_photo(qtbot, opened, 3)
    assert opened.coloring.document.photo.size == (20, 30)


def test_hidden_and_foreign_files_are_not_photos(scans):
    (scans / "sub").mkdir()
    assert [path.name for path in photos_in(scans)] == ["scan-1.png", "scan-2.png", "scan-10.png"]
    assert photos_in(scans / "notes.txt") == [scans / "notes.txt"]  # whoever asks for it is told


@pytest.mark.parametrize("others", [True, False])
def test_a_folder_that_one_may_not_look_into_is_not_called_empty(
    qtbot, window, scans, monkeypatch, tmp_path, others
):
    locked, look_into = tmp_path / "locked", Path.iterdir
    locked.mkdir()

    def refuse(folder):
        if folder == locked:
            raise PermissionError(13, "Permission denied", str(folder))
        return look_into(folder)

    monkeypatch.setattr(Path, "iterdir", refuse)
    drop(window, files(locked, scans) if others else files(locked))
    told(qtbot, window)
    assert window.messages.text == "You do not have permission to read “locked”."
    assert len(window.album.items) == (3 if others else 0)
    if others:
        qtbot.waitUntil(lambda: window.coloring.document is not None)


def test_photos_of_other_formats_are_found(tmp_path):
    Image.fromarray(gray_pixels(5, 5)).save(tmp_path / "SCAN.TIFF")
    assert [path.name for path in photos_in(tmp_path)] == ["SCAN.TIFF"]


def test_who_comes_back_before_a_photo_is_read_stays(qtbot, opened, engine, gate):
    busy = gate()
    engine.submit(busy)
    second, first = opened.album.items[1], opened.album.items[0]
    opened.opener.show(second.id)
    opened.opener.show(first.id)
    busy.release.set()
    qtbot.waitUntil(lambda: not opened.coloring.activities)
    assert opened.windowTitle() == "scan-1.png – Kolorit"
    assert len(opened.album.items) == 3
    assert opened.album.current is first


def test_a_photo_closed_while_it_is_read_does_not_come_back(qtbot, opened, engine, gate):
    busy = gate()
    engine.submit(busy)
    second = opened.album.items[1]
    opened.opener.show(second.id)
    opened.opener.close([second.id])
    busy.release.set()
    qtbot.waitUntil(lambda: not opened.coloring.activities)
    assert [item.path.name for item in opened.album.items] == ["scan-1.png", "scan-10.png"]
    assert opened.windowTitle() == "scan-1.png – Kolorit"


def test_closing_a_photo_with_changes_asks(qtbot, opened, monkeypatch):
    opened.adjust.rows["strength"].box.setValue(30)
    monkeypatch.setattr(dialogs, "ask_save_changes", lambda *_: Answer.Cancel)
    opened.closing.close_photos([opened.album.items[0].id])
    assert len(opened.album.items) == 3


def test_a_neighbor_that_is_gone_is_passed_over(qtbot, opened, scans):
    (scans / "scan-2.png").unlink()
    with qtbot.waitSignal(opened.opener.shown):
        opened.opener.close([opened.album.items[0].id])
    assert opened.windowTitle() == "scan-10.png – Kolorit"
    assert opened.album.items[0].state is State.FAILED


def test_what_is_saved_is_what_was_decided_even_while_the_network_runs(
    qtbot, opened, engine, gate, monkeypatch, tmp_path
):
    """Saving in the middle of a pass waits for a pass of its own."""
    busy = gate()
    engine.submit(busy)
    opened.adjust.rows["size"].show_value(64)
    opened.adjust.rows["size"].value_changed.emit(64)
    assert not opened.coloring.document.is_up_to_date
    outputs = []
    for name in ("early.png", "late.png"):
        monkeypatch.setattr(dialogs, "ask_save_path", lambda *_, name=name: tmp_path / name)
        with qtbot.waitSignal(opened.exports.saved):
            opened.actions_by_name["save-as"].trigger()
            busy.release.set()
        outputs.append(read_photo(tmp_path / name).rgb)
    assert opened.coloring.document.is_up_to_date
    assert np.array_equal(*outputs)


def test_a_photo_in_color_is_marked_and_its_offer_does_not_reach_another(qtbot, opened, tmp_path):
    rng = np.random.default_rng(0)
    colors = rng.integers(0, 256, (6, 8, 3), dtype=np.uint8).repeat(20, 0).repeat(20, 1)
    write_photo(tmp_path / "color.png", colors)
    with qtbot.waitSignal(opened.coloring.coloring_failed):
        drop(opened, files(tmp_path / "color.png"))
    assert opened.album.items[3].state is State.FAILED
    assert "color photo" in opened.messages.text
    show_photo(qtbot, opened, 1)
    assert opened.messages.text == ""
    assert not opened.coloring.document.item.recolor


def test_saving_all_sums_up_what_failed(qtbot, opened, tmp_path, monkeypatch, scans):
    (scans / "scan-2.png").unlink()
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    with qtbot.waitSignal(opened.saver.told) as told:
        opened.actions_by_name["save-all"].trigger()
    assert told.args == [
        f"2 photos were saved in “{folder}”. Not saved: “scan-2.png”. The filmstrip says why.",
        folder,
    ]
    assert opened.messages._shown.tone is Tone.NOTE
    assert len(list(folder.iterdir())) == 2
    assert "scan-2.png" in opened.filmstrip.item(1).toolTip()
    assert opened.album.items[1].state is State.FAILED


def test_the_sum_of_what_failed_has_the_last_word_until_all_are_saved(
    qtbot, opened, tmp_path, monkeypatch
):
    folder = tmp_path / "out"
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    with qtbot.waitSignal(opened.saver.told):
        opened.actions_by_name["save-all"].trigger()  # the folder is not there
    assert opened.messages.text == (
        "No photo was saved. Not saved: “scan-1.png”, “scan-2.png”, “scan-10.png”. "
        "The filmstrip says why."
    )
    assert opened.messages._shown.tone is Tone.ERROR
    assert [item.state for item in opened.album.items] == [State.FAILED] * 3
    folder.mkdir()
    with qtbot.waitSignal(opened.saver.ended):
        opened.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(lambda: all(item.state is State.DONE for item in opened.album.items))
    assert opened.messages.text == f"3 photos were saved in “{folder}”."


def test_saving_all_shows_how_far_it_is(qtbot, opened, tmp_path, monkeypatch, gate):
    real, gates = save_tasks.save, [gate() for _ in range(3)]

    def save(subject, path, choices):
        mine, task = gates[len(begun)], real(subject, path, choices)
        begun.append(path)
        return lambda token, report: (mine(token, lambda _: None), task(token, report))[1]

    begun, shown = [], []
    monkeypatch.setattr(save_tasks, "save", save)
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    opened.actions_by_name["save-all"].trigger()
    bar = opened.activity._bar
    for number, waiting in enumerate(gates):
        qtbot.waitUntil(waiting.entered.is_set)
        qtbot.waitUntil(lambda number=number: bar.value() == round(1000 * number / 3))
        assert bar.maximum() == 1000
        opened.exports.progressed.emit(opened.exports.activity.job, 0.5)
        shown.append(bar.value())
        waiting.release.set()
    assert shown == [round(1000 * (n + 0.5) / 3) for n in range(3)]
    qtbot.waitUntil(opened.activity.isHidden)


@pytest.mark.parametrize("can", [True, False])
def test_the_folder_of_what_was_saved_is_shown_or_named(qtbot, opened, tmp_path, monkeypatch, can):
    asked = []
    monkeypatch.setattr(
        "desktop.app.connections.reveal", lambda folder: asked.append(folder) or can
    )
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: tmp_path)
    with qtbot.waitSignal(opened.saver.ended):
        opened.actions_by_name["save-all"].trigger()
    button = opened.messages._action
    assert button.text() == "Show in folder"
    assert opened.messages._passing.isActive()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked == [tmp_path]
    assert opened.messages.text == ("" if can else f"No program shows folders here: {tmp_path}")


def test_one_cancel_stops_saving_all(qtbot, opened, tmp_path, monkeypatch, gate):
    real, second, begun = save_tasks.save, gate(), []

    def save(subject, path, choices):
        begun.append(path)
        task = real(subject, path, choices)

        def stopped_midway(token, report):
            second(token, report)
            return task(token, report)

        return stopped_midway if len(begun) == 2 else task

    monkeypatch.setattr(save_tasks, "save", save)
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    opened.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(second.entered.is_set)
    qtbot.waitUntil(lambda: opened.activity.text == "Saving photo 2 of 3…")
    with qtbot.waitSignal(opened.saver.ended) as ended:
        qtbot.mouseClick(opened.activity.cancel, Qt.MouseButton.LeftButton)
        assert opened.activity.text == "Stopping…"
        assert opened.activity.cancel.isHidden()
        second.release.set()
    text, where = ended.args
    assert text.startswith("Stopped. 1 photo")
    assert text.endswith(f" saved in “{folder}”. 2 photos were not saved.")
    assert where == folder
    assert opened.messages.text == ended.args[0]
    assert [path.name for path in folder.iterdir()] == ["scan-1-color.png"]
    assert read_photo(begun[0]).size == (20, 30)
    assert opened.activity.isHidden()
    monkeypatch.setattr(save_tasks, "save", real)
    with qtbot.waitSignal(opened.saver.ended) as ended:
        opened.actions_by_name["save-all"].trigger()
    assert ended.args == [f"3 photos were saved in “{folder}”.", folder]
    assert opened.messages.text == f"3 photos were saved in “{folder}”."
    assert len(list(folder.iterdir())) == 4


def test_looks_kept_beside_photos_count_when_all_are_saved(
    qtbot, window, scans, tmp_path, monkeypatch
):
    write_sidecar(scans / "scan-10.png", Kept(recipe_of(Grade(0.0))))
    drop(window, files(scans))
    qtbot.waitUntil(lambda: states(window) == [State.DONE] * 3)
    folder = tmp_path / "out"
    folder.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: folder)
    saved = []
    window.exports.saved.connect(lambda path, _look: saved.append(path))
    window.actions_by_name["save-all"].trigger()
    qtbot.waitUntil(lambda: len(saved) == 3)
    rgb = read_photo(folder / "scan-10-color.png").rgb.astype(int)
    assert np.ptp(rgb, axis=2).max() <= 1


def test_a_reset_of_what_was_kept_beside_a_photo_lasts(qtbot, window, scans):
    write_sidecar(scans / "scan-1.png", Kept(recipe_of(Grade(0.5))))
    with qtbot.waitSignal(window.coloring.photo_colored):
        drop(window, files(scans))
    strength = window.adjust.rows["strength"]
    assert strength.value == 50
    strength.box.setValue(100)
    assert window.saver.unsaved == 1
    show_photo(qtbot, window, 1)
    show_photo(qtbot, window, 0)
    assert strength.value == 100


def test_the_thumbnail_of_the_photo_that_is_shown_follows_what_the_user_does(qtbot, opened):
    first = opened.album.items[0]
    colored = first.thumbnail.pixelColor(10, 10)
    assert colored.red() > colored.green()
    opened.adjust.rows["strength"].box.setValue(0)
    qtbot.waitUntil(lambda: first.thumbnail_basis[0] == first.kept)
    gray = first.thumbnail.pixelColor(10, 10)
    assert abs(gray.red() - gray.green()) <= 1
    opened.actions_by_name["undo"].trigger()
    qtbot.waitUntil(lambda: first.thumbnail.pixelColor(10, 10) == colored)


def test_a_thumbnail_waits_until_the_hand_lets_go_of_a_slider(qtbot, opened, wait_until_idle):
    first, slider = opened.album.items[0], opened.adjust.rows["strength"].slider
    before = first.thumbnail
    slider.setSliderDown(True)
    slider.setValue(slider.minimum())
    wait_until_idle()
    assert first.thumbnail == before
    slider.setSliderDown(False)
    qtbot.waitUntil(lambda: first.thumbnail_basis[0] == first.kept)
    assert first.thumbnail != before


def test_the_thumbnail_of_a_photo_that_is_shown_follows_its_crop(qtbot, opened, wait_until_idle):
    first = opened.album.items[0]
    wait_until_idle()
    width, height = first.thumbnail.width(), first.thumbnail.height()
    opened.history.change("crop", replace(first.recipe, crop=Crop(width=0.5)))
    qtbot.waitUntil(lambda: first.thumbnail_basis[0] == first.kept)
    assert first.thumbnail.width() / first.thumbnail.height() != width / height


def test_only_the_photo_that_was_added_is_selected(qtbot, opened, tmp_path):
    write_photo(tmp_path / "new.png", gray_pixels(20, 30))
    with qtbot.waitSignal(opened.opener.shown):
        drop(opened, files(tmp_path / "new.png"))
    assert opened.filmstrip.selected_ids == [opened.album.current.id]


def test_several_stay_selected_when_one_of_them_is_shown(qtbot, opened):
    strip = opened.filmstrip
    place = strip.visualItemRect(strip.item(1)).center()
    with qtbot.waitSignal(opened.opener.shown):
        qtbot.mouseClick(
            strip.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            place,
        )
    assert strip.selected_ids == [item.id for item in opened.album.items[:2]]


def test_the_keyboard_stays_in_the_filmstrip(qtbot, opened):
    strip = opened.filmstrip
    strip.setFocus()
    for title in ("scan-2.png – Kolorit", "scan-10.png – Kolorit"):
        with qtbot.waitSignal(opened.opener.shown):
            qtbot.keyClick(strip, Qt.Key.Key_Right)
        assert opened.windowTitle() == title
